package export_test

import (
	"bytes"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/internal/pairs"
)

// dejavu is a system's fonts with DejaVu Sans alone, the widest of the common faces
// and on small systems the only one, as a variable of fontconfig.
func dejavu(t *testing.T) string {
	t.Helper()
	list, err := exec.LookPath("fc-list")
	if err != nil {
		t.Skip("fc-list is not installed")
	}
	out, err := exec.CommandContext(t.Context(), list, "DejaVu Sans", "file").Output()
	if err != nil {
		t.Fatal(err)
	}
	dir, found := t.TempDir(), 0
	for line := range strings.Lines(string(out)) {
		path := strings.TrimSuffix(strings.TrimSpace(line), ":")
		if name := filepath.Base(path); name == "DejaVuSans.ttf" || name == "DejaVuSans-Bold.ttf" {
			body, err := os.ReadFile(path)
			if err == nil {
				err = os.WriteFile(filepath.Join(dir, name), body, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
			found++
		}
	}
	if found < 2 {
		t.Skip("DejaVu Sans is not installed")
	}
	conf := filepath.Join(dir, "fonts.conf")
	if err := os.WriteFile(conf, fmt.Appendf(nil, "<fontconfig><dir>%s</dir><cachedir>%s/cache</cachedir></fontconfig>", dir, dir), 0o600); err != nil {
		t.Fatal(err)
	}
	return "FONTCONFIG_FILE=" + conf
}

// Where our face is missing and the program keeps no width of a text, nothing runs
// over the edge of an SVG. Each kind is looked at once, in "make sizes" in each language
// and size.
func TestSVGWithAnotherFace(t *testing.T) {
	t.Parallel()
	rsvg, err := exec.LookPath("rsvg-convert")
	if err != nil {
		t.Skip("rsvg-convert is not installed")
	}
	fonts := dejavu(t)
	for k, lang := range i18n.Languages() {
		for i, kind := range export.Kinds() {
			if testing.Short() && (lang != "uk" || kind != export.Chart) {
				continue
			}
			for j, name := range []string{"1280x720", "800x700"} {
				if (!pairs.Turn(k, len(i18n.Languages()), i, j) || !pairs.Turn(j, 2, i)) && !testing.Short() {
					continue
				}
				s := inUkrainian()
				s.Lang = lang
				var b, png bytes.Buffer
				if err := export.WriteSVG(t.Context(), &b, room(), s, export.Options{Kind: kind, Size: size(t, name, 1)}); err != nil {
					t.Fatal(err)
				}
				cmd := exec.CommandContext(t.Context(), rsvg)
				cmd.Env = append(os.Environ(), fonts)
				cmd.Stdin, cmd.Stdout = &b, &png
				if err := cmd.Run(); err != nil {
					t.Fatal(err)
				}
				if n := inMargin(decode(t, png.Bytes())); n > 0 {
					t.Errorf("%s %s at %s: %d pixels of ink in the margin", lang, kind, name, n)
				}
			}
		}
	}
}

// inMargin counts pixels along the edges that have not the colour of the corner.
func inMargin(img image.Image) (n int) {
	const margin = 8
	b := img.Bounds()
	inner := b.Inset(margin)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if !image.Pt(x, y).In(inner) && img.At(x, y) != img.At(b.Min.X, b.Min.Y) {
				n++
			}
		}
	}
	return n
}
