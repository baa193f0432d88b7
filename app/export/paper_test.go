package export_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/pairs"
)

func TestParsePaperSize(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name          string
		scale         int
		dpi           float64
		width, height int
		wantDPI       float64
	}{
		{"A4", 1, 0, 3508, 2480, 300}, // ISO 216, across
		{"a5", 1, 0, 2480, 1748, 300},
		{"85mm", 1, 0, 1004, 1417, 300},
		{"174mm", 2, 0, 4110, 3354, 600},
		{"120mm", 1, 600, 2835, 2598, 600},
		{"100x50mm", 1, 254, 1000, 500, 254},
		{"100×50 mm", 1, 254, 1000, 500, 254},
		{"85.5x100mm", 1, 254, 855, 1000, 254},
		{"90mm", 1, 0, 0, 0, 0},
		{"-90x50mm", 1, 0, 0, 0, 0},
		{"19x50mm", 1, 0, 0, 0, 0},
		{"1e2x50mm", 1, 0, 0, 0, 0},
		{"1001x100mm", 1, 0, 0, 0, 0},
		{"9" + strings.Repeat("9", 400) + "x50mm", 1, 0, 0, 0, 0},
		{"1000x1000mm", 3, 0, 0, 0, 0},
		{"NaNxNaNmm", 1, 0, 0, 0, 0},
		{"..x..mm", 1, 0, 0, 0, 0},
	} {
		got, err := export.ParseSize(tt.name, tt.scale, tt.dpi)
		if got.Width != tt.width || got.Height != tt.height || got.DPI != tt.wantDPI || (err == nil) != (tt.width > 0) || got.Paper != (err == nil) {
			t.Errorf("ParseSize(%.40q, %d, %v) = %+v, %v", tt.name, tt.scale, tt.dpi, got, err)
		}
	}
	for name, want := range map[string]string{"99999999x99999999": "too large", "99999999999999999999999x200": "too large", "1920×1080": "", "huge": "is not"} {
		if _, err := export.ParseSize(name, 1, 0); (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// pdfPage is what pdftohtml says of a page: its size and the sizes of type on it, in
// units of its own.
type pdfPage struct {
	Pages []struct {
		Width float64 `xml:"width,attr"`
		Fonts []struct {
			Size float64 `xml:"size,attr"`
		} `xml:"fontspec"`
	} `xml:"page"`
}

// On each size of paper the page is as large as it says, no type on it is under
// six points, and every domain, every state and the sources are there: or it is refused,
// and the size that it names works.
func TestPaper(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"pdftohtml", "pdftotext", "pdfinfo"} {
		tool(t, name)
	}
	// Each size of one kind, "make sizes" of each; and each kind in every language.
	langs := i18n.Languages()
	for i, kind := range export.Kinds() {
		for j, name := range []string{"85mm", "A4", "120mm", "A5", "174mm", "page", "60x40mm"} {
			if !pairs.Turn(i, len(export.Kinds()), j) {
				continue
			}
			lang := langs[(i+j+j/len(langs))%len(langs)]
			s := room().Opening()
			s.Lang = lang
			t.Run(fmt.Sprint(lang, " ", kind, " ", name), func(t *testing.T) {
				t.Parallel()
				file, width := onPaper(t, s, kind, name)
				if fits := kind != export.Dashboard && name != "60x40mm" || kind == export.Dashboard && !slices.Contains([]string{"60x40mm", "85mm", "120mm"}, name); file == nil {
					if fits {
						t.Error("refused")
					}
					return
				}
				path := filepath.Join(t.TempDir(), "a.pdf")
				if err := os.WriteFile(path, file, 0o600); err != nil {
					t.Fatal(err)
				}
				var page pdfPage
				if err := xml.Unmarshal(tool(t, "pdftohtml")(nil, "-xml", "-stdout", "-i", "-zoom", "3", path), &page); err != nil || len(page.Pages) != 1 {
					t.Fatal(err, page)
				}
				unit := page.Pages[0].Width / (width / 25.4 * 72)
				for _, f := range page.Pages[0].Fonts {
					if points := (f.Size + 0.6) / unit; points < 6 { // it says whole units
						t.Errorf("type of %.2f points", f.Size/unit)
					}
				}
				for line := range strings.Lines(string(tool(t, "pdfinfo")(file, "-"))) {
					if f := strings.Fields(line); len(f) > 2 && f[0]+f[1] == "Pagesize:" {
						if pt, err := strconv.ParseFloat(f[2], 64); err != nil || math.Abs(pt/72*25.4-width) > 0.1 {
							t.Errorf("%s, want %v mm", line, width)
						}
					}
				}
				text := strings.ToLower(strings.Join(strings.Fields(string(tool(t, "pdftotext")(file, "-raw", "-", "-"))), ""))
				var want []string
				if kind != export.Map {
					for i := range room().Data.Domains {
						if d := &room().Data.Domains[i]; d.Code == "TRD" || d.Code == "ENE" || d.Code == "AGR" {
							want = append(want, d.Name.In(lang))
						}
					}
				}
				for _, w := range append(want, room().Data.Profile.Credit.In(lang)) {
					if !strings.Contains(text, strings.ToLower(strings.Join(strings.Fields(w), ""))) {
						t.Errorf("%q is not on the page", w)
					}
				}
			})
		}
	}
}

// onPaper writes a PDF of this size and says how wide it is in millimetres. If it is
// refused, there is no file, and the size that the refusal names is tried.
func onPaper(t *testing.T, s state.State, kind export.Kind, name string) (file []byte, width float64) {
	t.Helper()
	var b bytes.Buffer
	o := export.Options{Kind: kind, Format: "pdf", Size: size(t, name, 1)}
	width, _ = o.Size.MM()
	err := export.Write(t.Context(), &b, room(), s, o)
	if err == nil {
		return b.Bytes(), width
	}
	small, ok := errors.AsType[*export.SmallError](err)
	if !ok {
		t.Fatal(err)
	}
	if small.LeastWidth == 0 {
		t.Errorf("no size works: %v", err)
		return nil, 0
	}
	works := fmt.Sprintf("%dx%dmm", small.LeastWidth, small.LeastHeight)
	if sentence := strings.ReplaceAll(err.Error(), "\u00a0", " "); !strings.Contains(sentence, fmt.Sprintf("%d × %d mm", small.LeastWidth, small.LeastHeight)) || !strings.Contains(sentence, "6 points") {
		t.Errorf("it says %q", sentence)
	}
	o.Size = size(t, works, 1)
	if err := export.Write(t.Context(), &bytes.Buffer{}, room(), s, o); err != nil {
		t.Errorf("%s is said to work: %v", works, err)
	}
	return nil, 0
}

// What SVG and PNG say of their size is the same.
func TestPaperInOtherFormats(t *testing.T) {
	t.Parallel()
	var svg bytes.Buffer
	o := export.Options{Kind: export.Chart, Format: "svg", Size: size(t, "120mm", 1)}
	if err := export.Write(t.Context(), &svg, room(), room().Opening(), o); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(svg.String(), ` width="120mm" height="110mm" viewBox="0 0 `) {
		t.Errorf("SVG begins %.300s", svg.String())
	}
	_, file := draw(t, room().Opening(), o)
	in, err := export.Read(bytes.NewReader(file))
	if err != nil || math.Abs(float64(in.Width)/in.DPI*25.4-120) > 0.1 || math.Abs(float64(in.Height)/in.DPI*25.4-110) > 0.1 {
		t.Errorf("PNG of %d x %d at %v dpi, %v", in.Width, in.Height, in.DPI, err)
	}
}

// A title that does not fit is said to be cut, not cut.
func TestPaperRefusesALongTitle(t *testing.T) {
	t.Parallel()
	o := export.Options{Kind: export.Chart, Format: "svg", Size: size(t, "85mm", 1)}
	o.Own.Title = strings.Repeat("very long title ", 15)
	err := export.Write(t.Context(), &bytes.Buffer{}, room(), room().Opening(), o)
	small, ok := errors.AsType[*export.SmallError](err)
	if !ok || small.Lack != "export.lackWords" {
		t.Fatalf("Write = %v", err)
	}
	for _, lang := range i18n.Languages() {
		if text := small.In(i18n.For(lang)); strings.Contains(text, "export.") || strings.Contains(text, "{{") || strings.Contains(text, "<no value>") {
			t.Errorf("%s: %q", lang, text)
		}
	}
}

// A map whose legend would lie over a state is refused for that, and what is said to work does.
func TestPaperRefusesALegendOverAState(t *testing.T) {
	t.Parallel()
	o := export.Options{Kind: export.Map, Format: "pdf", Size: size(t, "75x66mm", 1)}
	err := export.Write(t.Context(), &bytes.Buffer{}, room(), room().Opening(), o)
	small, ok := errors.AsType[*export.SmallError](err)
	if !ok || small.Lack != "export.lackLegend" || small.LeastWidth <= 75 {
		t.Fatalf("Write = %v", err)
	}
	o.Size = size(t, fmt.Sprintf("%dx%dmm", small.LeastWidth, small.LeastHeight), 1)
	if err := export.Write(t.Context(), &bytes.Buffer{}, room(), room().Opening(), o); err != nil {
		t.Errorf("%d x %d mm is said to work: %v", small.LeastWidth, small.LeastHeight, err)
	}
}

// A map on which a state of the data finds no room for its name is refused for that, too: one
// of many small states, with no legend that could be in the way.
func TestPaperRefusesAStateWithoutAName(t *testing.T) {
	t.Parallel()
	rm := foreign(t, "eu")
	v := rm.Opening()
	v.Legend = state.LegendOff
	o := export.Options{Kind: export.Map, Format: "pdf", Size: size(t, "115x58mm", 1)}
	err := export.Write(t.Context(), &bytes.Buffer{}, rm, v, o)
	small, ok := errors.AsType[*export.SmallError](err)
	if !ok || small.Lack != "export.lackStates" || small.LeastWidth <= 115 {
		t.Fatalf("Write = %v", err)
	}
	o.Size = size(t, fmt.Sprintf("%dx%dmm", small.LeastWidth, small.LeastHeight), 1)
	if err := export.Write(t.Context(), &bytes.Buffer{}, rm, v, o); err != nil {
		t.Errorf("%d x %d mm is said to work: %v", small.LeastWidth, small.LeastHeight, err)
	}
}
