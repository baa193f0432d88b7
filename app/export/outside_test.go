package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

// tool returns how to run an outside program on standard input and files; a
// test whose program is not installed is skipped by its name.
func tool(t *testing.T, name string) func(in []byte, args ...string) []byte {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return func(in []byte, args ...string) []byte {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), path, args...)
		cmd.Stdin = bytes.NewReader(in)
		var errs bytes.Buffer
		cmd.Stderr = &errs
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s %q: %v: %s%s", name, args, err, out, errs.Bytes())
		}
		return out
	}
}

// inUkrainian is a view whose words are not ASCII.
func inUkrainian() state.State {
	s := room().Opening()
	s.Lang, s.Status = "uk", state.AllStatuses
	return s
}

// vectors writes every kind with write.
func vectors(t *testing.T, sizeName string, write func(b *bytes.Buffer, o export.Options) error) map[export.Kind][]byte {
	t.Helper()
	out := map[export.Kind][]byte{}
	for _, k := range export.Kinds() {
		var b bytes.Buffer
		if err := write(&b, export.Options{Kind: k, Size: size(t, sizeName, 1), Software: "C+C5 Atlas 1.2.3"}); err != nil {
			t.Fatal(err)
		}
		out[k] = b.Bytes()
	}
	return out
}

// pdfs is a page of every kind, written once for all who read it.
func pdfs(t *testing.T) map[export.Kind][]byte {
	t.Helper()
	pages.Do(func() {
		pages.files = vectors(t, "1280x720", func(b *bytes.Buffer, o export.Options) error {
			return export.WritePDF(t.Context(), b, room(), inUkrainian(), o)
		})
	})
	if len(pages.files) == 0 {
		t.Fatal("no page was written: another test says why")
	}
	return pages.files
}

var pages struct {
	sync.Once
	files map[export.Kind][]byte
}

func TestPNGcheck(t *testing.T) {
	t.Parallel()
	pngcheck := tool(t, "pngcheck")
	for _, k := range export.Kinds() {
		large, err := export.ParseSize("1280x720", 1, 300) // the map is several bands of pixels
		if err != nil {
			t.Fatal(err)
		}
		_, file := draw(t, inUkrainian(), export.Options{Kind: k, Size: large})
		path := filepath.Join(t.TempDir(), "a.png")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		out := string(pngcheck(nil, "-v", path))
		for _, want := range []string{"chunk sRGB", "11811x11811 pixels/meter (300 dpi)", "language tag = uk", "No errors detected"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: pngcheck does not say %q:\n%s", k, want, out)
			}
		}
	}
}

func TestExifTool(t *testing.T) {
	t.Parallel()
	exiftool := tool(t, "exiftool")
	dir := t.TempDir()
	args := []string{"-j", "-charset", "UTF8"}
	pics := map[export.Kind]*export.Picture{}
	for _, k := range export.Kinds() {
		pic, file := draw(t, inUkrainian(), export.Options{Kind: k, Size: size(t, "640x480", 1)})
		path := filepath.Join(dir, string(k)+".png")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		pics[k], args = pic, append(args, path)
	}
	var all []map[string]any
	if err := json.Unmarshal(exiftool(nil, args...), &all); err != nil || len(all) != len(pics) {
		t.Fatal(err, len(all))
	}
	for i, k := range export.Kinds() {
		pic, got := pics[k], all[i:]
		for tag, want := range map[string]string{
			"Title-uk": pic.Title, "Description-uk": pic.Description, "Source-uk": pic.Source, "Copyright-uk": pic.Copyright, "Software-en": "C+C5 Atlas 1.2.3",
		} {
			if got[0][tag] != want {
				t.Errorf("%s: exiftool reads %s as %q, want %q", k, tag, got[0][tag], want)
			}
		}
		if w, ok := got[0]["Warning"]; ok {
			t.Errorf("%s: exiftool warns: %v", k, w)
		}
	}
}

// The words of every kind are found in its PDF, as written.
func TestPDFText(t *testing.T) {
	t.Parallel()
	pdftotext := tool(t, "pdftotext")
	p := i18n.For("uk")
	title := scene.Title(room(), inUkrainian(), p)
	source, _, _ := strings.Cut(scene.SourceLine(room(), scene.Select(room().Data, inUkrainian()), p), ";")
	for k, file := range pdfs(t) {
		text := strings.Join(strings.Fields(string(pdftotext(file, "-", "-"))), " ")
		want := []string{source}
		if k != export.Map {
			want = append(want, title, "Торгівля")
		}
		if k != export.Chart {
			want = append(want, "КАЗАХСТАН", "КИТАЙ", "Алмати", "Сіань", scene.BoundaryNote(room(), p)[:60])
		}
		for _, w := range want {
			if w = strings.Join(strings.Fields(w), " "); !strings.Contains(text, w) { // spaces that do not break are spaces there
				t.Errorf("%s: pdftotext does not find %q", k, w)
			}
		}
	}
}

func TestPDFFonts(t *testing.T) {
	t.Parallel()
	pdffonts := tool(t, "pdffonts")
	for k, file := range pdfs(t) {
		lines := strings.Split(strings.TrimSpace(string(pdffonts(file, "-"))), "\n")
		if len(lines) != 4 { // two of heading, a plain and a bold face
			t.Errorf("%s: pdffonts says %q", k, lines)
		}
		for _, l := range lines[2:] {
			if f := strings.Fields(l); len(f) < 8 || f[len(f)-5] != "yes" || f[len(f)-3] != "yes" { // embedded, with letters' meanings
				t.Errorf("%s: %s", k, l)
			}
		}
	}
}

func TestPDFInfo(t *testing.T) {
	t.Parallel()
	pdfinfo := tool(t, "pdfinfo")
	for k, file := range pdfs(t) {
		out := string(pdfinfo(file, "-"))
		for _, want := range []string{"Pages:           1\n", "Page size:       960 x 540 pts", "Creator:         C+C5 Atlas 1.2.3"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: pdfinfo does not say %q:\n%s", k, want, out)
			}
		}
		if !bytes.Contains(file, []byte("/Lang (uk)")) {
			t.Errorf("%s: no language", k)
		}
	}
}

// What poppler and a browser make of the vectors is the picture.
func TestVectorsLookAlike(t *testing.T) {
	t.Parallel()
	compare := func(t *testing.T, k export.Kind, format string, body []byte) {
		t.Helper()
		img, err := png.Decode(bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		pic, err := export.Draw(t.Context(), room(), inUkrainian(), export.Options{Kind: k, Format: format, Size: size(t, "1280x720", 1)})
		if err != nil {
			t.Fatal(err)
		}
		d := distance(img, pic.Image)
		t.Logf("%s: %.1f %% of the picture differ", k, 100*d)
		if d > 0.025 {
			t.Error("that is too much")
		}
	}
	t.Run("PDF", func(t *testing.T) {
		t.Parallel()
		pdftoppm := tool(t, "pdftoppm")
		for k, file := range pdfs(t) {
			compare(t, k, "pdf", pdftoppm(file, "-r", "96", "-png", "-singlefile", "-"))
		}
	})
	t.Run("SVG", func(t *testing.T) {
		t.Parallel()
		chromium := tool(t, "chromium")
		for k, file := range vectors(t, "1280x720", func(b *bytes.Buffer, o export.Options) error {
			return export.WriteSVG(t.Context(), b, room(), inUkrainian(), o)
		}) {
			dir := t.TempDir()
			in, out := filepath.Join(dir, "a.svg"), filepath.Join(dir, "a.png")
			if err := os.WriteFile(in, file, 0o600); err != nil {
				t.Fatal(err)
			}
			chromium(nil, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
				"--disable-component-update", "--disable-sync", "--user-data-dir="+filepath.Join(dir, "profile"), "--hide-scrollbars",
				"--window-size=1280,720", "--screenshot="+out, "file://"+in)
			shot, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, k, "svg", shot)
		}
	})
}

// distance is the share of pixels, averaged four by four so that the edges of
// letters do not count, whose colours are plainly different.
func distance(a, b image.Image) float64 {
	if a.Bounds().Size() != b.Bounds().Size() {
		return 1
	}
	const side = 4
	mean := func(m image.Image, x, y int) (sum [3]int) {
		if m, ok := m.(*image.RGBA); ok { // most are
			for dy := range side {
				for pix := m.Pix[m.PixOffset(m.Rect.Min.X+x, m.Rect.Min.Y+y+dy):][:4*side]; len(pix) > 0; pix = pix[4:] {
					sum[0], sum[1], sum[2] = sum[0]+int(pix[0]), sum[1]+int(pix[1]), sum[2]+int(pix[2])
				}
			}
			return sum
		}
		for dy := range side {
			for dx := range side {
				r, g, b, _ := m.At(m.Bounds().Min.X+x+dx, m.Bounds().Min.Y+y+dy).RGBA()
				sum[0], sum[1], sum[2] = sum[0]+int(r>>8), sum[1]+int(g>>8), sum[2]+int(b>>8)
			}
		}
		return sum
	}
	p, plainA := a.(*image.RGBA)
	q, plainB := b.(*image.RGBA)
	same := func(from int) bool { // most rows are
		n := 4 * p.Rect.Dx()
		for y := from; y < from+side; y++ {
			if !bytes.Equal(p.Pix[p.PixOffset(p.Rect.Min.X, p.Rect.Min.Y+y):][:n], q.Pix[q.PixOffset(q.Rect.Min.X, q.Rect.Min.Y+y):][:n]) {
				return false
			}
		}
		return true
	}
	far, all := 0, 0
	for y := 0; y+side <= a.Bounds().Dy(); y += side {
		if plainA && plainB && same(y) {
			all += a.Bounds().Dx() / side
			continue
		}
		for x := 0; x+side <= a.Bounds().Dx(); x += side {
			p, q := mean(a, x, y), mean(b, x, y)
			all++
			for i := range p {
				if d := (p[i] - q[i]) / (side * side); d > 24 || d < -24 {
					far++
					break
				}
			}
		}
	}
	return float64(far) / float64(all)
}

// LibreOffice reads the same cells, and takes none for a formula.
func TestLibreOffice(t *testing.T) {
	t.Parallel()
	soffice := tool(t, "localc") // Calc, which LibreOffice can be without
	hostile := t.TempDir()
	if err := os.CopyFS(hostile, assets.Data()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(hostile, "domains.csv")
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	body = bytes.Replace(body, []byte("Trade & investment"), []byte("=1+1"), 1)
	body = bytes.Replace(body, []byte("Political relations"), []byte(`"@SUM(1,""a"")"`), 1)
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	d, found, err := dataset.OpenPath(hostile)
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	dir := t.TempDir()
	var b bytes.Buffer
	if err := export.WriteCSV(&b, room().WithData(d), room().Opening(), export.Chart); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.csv"), b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	want := b.String()
	if !strings.Contains(want, ",'=1+1,") || !strings.Contains(want, `"'@SUM(1,""a"")"`) {
		t.Errorf("cells are not guarded: %s", want)
	}
	// Comma, quote, UTF-8, from line 1.
	const format = ":44,34,76,1"
	soffice(nil, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc)"+format,
		"--infilter=CSV"+format, "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, "a.csv"))
	out, err := os.ReadFile(filepath.Join(dir, "out", "a.csv"))
	if err != nil {
		t.Fatal(err)
	}
	// It puts texts in quotes and numbers not, which tells what it took a cell for.
	if got := string(out); !strings.Contains(got, `"TRD","agreed",1,"'=1+1","Agreed"`) {
		t.Errorf("LibreOffice has %s", got)
	}
	got, err := csv.NewReader(bytes.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	same, err := csv.NewReader(strings.NewReader(want)).ReadAll()
	if err != nil || !slices.EqualFunc(got, same, slices.Equal) {
		t.Errorf("LibreOffice has %q\nwant %q, %v", got, same, err)
	}
}

func decode(t *testing.T, body []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return img
}
