package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"image"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/export/pngfile"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/pairs"
)

func size(t *testing.T, name string, scale int) export.Size {
	t.Helper()
	s, err := export.ParseSize(name, scale, 0)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func draw(t *testing.T, s state.State, o export.Options) (*export.Picture, []byte) {
	t.Helper()
	o.Software = "C+C5 Atlas 1.2.3"
	pic, err := export.Draw(t.Context(), room(), s, o)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := pic.WritePNG(&b); err != nil {
		t.Fatal(err)
	}
	return pic, b.Bytes()
}

func TestParseSize(t *testing.T) {
	t.Parallel()
	if got, err := export.ParseSize("slide", 1, 0); err != nil || got != export.SlideSize() {
		t.Errorf("a slide is %+v, %v; SlideSize is %+v", got, err, export.SlideSize())
	}
	for _, tt := range []struct {
		name  string
		scale int
		dpi   float64
		want  export.Size
	}{
		{"slide", 1, 0, export.Size{Width: 1920, Height: 1080, Density: 1.5, DPI: 96}},
		{"slide", 2, 0, export.Size{Width: 3840, Height: 2160, Density: 3, DPI: 192}},
		{"4k", 1, 0, export.Size{Width: 3840, Height: 2160, Density: 3, DPI: 96}},
		{"slide43", 1, 150, export.Size{Width: 1600, Height: 1200, Density: 1.5625, DPI: 150}},
		{"square", 3, 0, export.Size{Width: 4800, Height: 4800, Density: 4.8, DPI: 288}},
		{"1280x720", 1, 0, export.Size{Width: 1280, Height: 720, Density: 1, DPI: 96}},
		{"640X400", 2, 0, export.Size{Width: 1280, Height: 800, Density: 2, DPI: 192}},
		{"9600x3000", 3, 0, export.Size{}},
		{"16384x6104", 1, 0, export.Size{}}, // over 100 MP
		{"16385x100", 1, 0, export.Size{}},
		{"99x1000", 1, 0, export.Size{}},
		{"0x0", 1, 0, export.Size{}},
		{"-5x10", 1, 0, export.Size{}},
		{"1e3x1000", 1, 0, export.Size{}},
		{"99999999999x2", 1, 0, export.Size{}},
		{"huge", 1, 0, export.Size{}},
		{"slide", 4, 0, export.Size{}},
		{"slide", 1, -1, export.Size{}},
	} {
		got, err := export.ParseSize(tt.name, tt.scale, tt.dpi)
		if got != tt.want || (err == nil) != (tt.want != export.Size{}) {
			t.Errorf("ParseSize(%q, %d, %v) = %+v, %v; want %+v", tt.name, tt.scale, tt.dpi, got, err, tt.want)
		}
	}
	page := size(t, "page", 1)
	if mm := float64(page.Width) / page.DPI * 25.4; mm < 159.5 || mm > 160.5 {
		t.Errorf("a page is %v mm wide", mm)
	}
}

// Every kind fills the size asked for, and its outer edge is free.
func TestDrawSizes(t *testing.T) {
	t.Parallel()
	for _, kind := range export.Kinds() {
		for _, name := range []string{"slide", "slide43", "A4", "square", "320x240", "1600x200", "300x1200"} {
			o := export.Options{Kind: kind, NoData: true}
			var err error
			if o.Size, err = export.ParseSize(name, 1, 75); err != nil { // dots an inch, of paper
				t.Fatal(err)
			}
			if o.Size.Width*o.Size.Height > 1e6 { // the same page in fewer pixels
				o.Size.Width, o.Size.Height, o.Size.Density, o.Size.DPI = o.Size.Width/2, o.Size.Height/2, o.Size.Density/2, o.Size.DPI/2
			}
			pic, err := export.Draw(t.Context(), room(), room().Opening(), o)
			if err != nil {
				t.Fatal(err)
			}
			if pic.Image.Rect != image.Rect(0, 0, o.Size.Width, o.Size.Height) {
				t.Errorf("%s at %s is %v", kind, name, pic.Image.Rect)
			}
			edge := pic.Image.RGBAAt(0, 0)
			for x := range o.Size.Width {
				for y := range 4 {
					if pic.Image.RGBAAt(x, y) != edge || pic.Image.RGBAAt(x, o.Size.Height-1-y) != edge {
						t.Fatalf("%s at %s: ink at the edge, column %d", kind, name, x)
					}
				}
			}
			for y := range o.Size.Height {
				for x := range 4 {
					if pic.Image.RGBAAt(x, y) != edge || pic.Image.RGBAAt(o.Size.Width-1-x, y) != edge {
						t.Fatalf("%s at %s: ink at the edge, row %d", kind, name, y)
					}
				}
			}
		}
	}
}

// A chart that is painted while it is packed has the bytes of one that is drawn before, as
// the window has it.
func TestWriteIsDrawnAndWritten(t *testing.T) {
	t.Parallel()
	for i, kind := range state.ChartKinds() {
		for _, name := range []string{"640x480", "300x1200", "1600x200"} {
			s := room().Opening()
			s.Kind, s.Theme = kind, state.PictureThemes()[i%len(state.PictureThemes())]
			o := export.Options{Kind: export.Chart, Format: "png", Size: size(t, name, 1+i%2), Software: "C+C5 Atlas 1.2.3"}
			o.Clear, o.Definitions = i%4 == 2, i%4 == 3
			_, want := draw(t, s, o)
			var got bytes.Buffer
			if err := export.Write(t.Context(), &got, room(), s, o); err != nil || !bytes.Equal(got.Bytes(), want) {
				t.Errorf("%s at %s: other bytes, or %v", kind, name, err)
			}
		}
	}
}

func TestTexts(t *testing.T) {
	t.Parallel()
	s := room().Opening()
	s.Lang = "uk"
	o := export.Options{Kind: export.Chart, Size: size(t, "640x480", 1)}
	pic, file := draw(t, s, o)
	in, err := export.Read(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]pngfile.Text{}
	for _, x := range in.Texts {
		got[x.Keyword] = x
	}
	for keyword, want := range map[string]string{
		"Title": pic.Title, "Description": pic.Description, "Source": pic.Source, "Copyright": pic.Copyright, "Software": "C+C5 Atlas 1.2.3",
	} {
		if got[keyword].Text != want || want == "" {
			t.Errorf("%s = %q, want %q", keyword, got[keyword].Text, want)
		}
	}
	if got["Title"].Lang != "uk" || got["Software"].Lang != "en" {
		t.Errorf("languages %q, %q", got["Title"].Lang, got["Software"].Lang)
	}
	if _, ok := got["Creation Time"]; ok {
		t.Error("a time is written that nobody gave")
	}
	o.Created = time.Unix(1700000000, 0)
	_, file = draw(t, s, o)
	if in, err = export.Read(bytes.NewReader(file)); err != nil || !slices.ContainsFunc(in.Texts, func(x pngfile.Text) bool {
		return x.Keyword == "Creation Time" && x.Text == "2023-11-14T22:13:20Z"
	}) {
		t.Errorf("Creation Time is not there: %v, %v", in.Texts, err)
	}
	o.NoData = true
	_, file = draw(t, s, o)
	if in, err = export.Read(bytes.NewReader(file)); err != nil || in.Evidence != nil {
		t.Errorf("the view was not left out: %v", err)
	}
	if !slices.ContainsFunc(in.Texts, func(x pngfile.Text) bool {
		return x.Keyword == "Copyright" && x.Text == "Автори Атласу C+C5, CC BY 4.0"
	}) {
		t.Errorf("the licence of the data is not said: %v", in.Texts)
	}
}

// Export, open, export: the same bytes, for every kind and chart, of 200 views; without
// "make sizes" of one in three.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 200))
	for i := range 200 {
		s := random(r, room().Data)
		s.Theme = []state.Theme{state.Light, state.Dark, state.Print}[r.IntN(3)]
		s.Kind = state.ChartKinds()[i%len(state.ChartKinds())]
		s.Query = []string{"", "visa", "візов"}[r.IntN(3)]
		s.Split, s.Share = r.IntN(3) == 0, r.IntN(3) == 0
		if r.IntN(3) == 0 {
			m := room().Data.Meetings
			s.Meeting, s.Against = m[r.IntN(len(m))].ID, m[r.IntN(len(m))].ID
		}
		s.Camera = state.Camera{Lon: 60 + 40*r.Float64(), Lat: 30 + 20*r.Float64(), Span: 500 + 4000*r.Float64()}
		o := export.Options{Kind: export.Chart, Size: size(t, "320x240", 1)}
		if i%20 == 0 {
			o.Kind = export.Kinds()[1+i/20%2]
		}
		if !pairs.Turn(i%3, 3) {
			continue
		}
		_, first := draw(t, s, o)
		again, err := viewIn(string(first))
		if err != nil {
			t.Fatal(err)
		}
		if again != export.View(s) {
			t.Fatalf("view %s came back as %s", state.Encode(s), state.Encode(again))
		}
		if _, second := draw(t, again, o); !bytes.Equal(first, second) {
			t.Fatalf("%s of %s differs after opening", o.Kind, state.Encode(s))
		}
	}
}

// viewIn is the view inside an exported PNG that has one.
func viewIn(file string) (state.State, error) {
	in, err := export.Read(strings.NewReader(file))
	if err != nil {
		return state.State{}, err
	}
	return in.State()
}

func TestDrawStops(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := export.Draw(ctx, room(), room().Opening(), export.Options{Kind: export.Map, Size: size(t, "320x240", 1)}); !errors.Is(err, context.Canceled) {
		t.Errorf("Draw = %v, want Canceled", err)
	}
}

// The default chart's file, line by line from check-tables.md (Domain x
// status).
func TestWriteCSV(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := export.WriteCSV(&b, room(), room().Opening(), export.Chart); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\r\n")
	if lines[0] != "domain,status,count,domain_label,status_label" {
		t.Errorf("head %q", lines[0])
	}
	if lines[1] != "TRD,agreed,1,Trade & investment,Agreed" || lines[2] != "TRD,intended,8,Trade & investment,Intended" {
		t.Errorf("first rows %q", lines[1:3])
	}
	if n := len(lines) - 2; n != 19 { // cells that are not 0 in the four columns, by research/check-tables.md
		t.Errorf("%d rows, want 19", n)
	}
	b.Reset()
	s := room().Opening()
	s.Lang, s.Kind = "ru", state.Timeline
	if err := export.WriteCSV(&b, room(), s, export.Map); err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(&b).ReadAll()
	if err != nil || strings.Join(all[0], " ") != "meeting date place count meeting_label date_label place_label" {
		t.Errorf("map: %v, %v", all[0], err)
	}
	if err := export.WriteCSV(&b, room(), s, export.Dashboard); !errors.Is(err, export.ErrNoTable) {
		t.Errorf("dashboard: %v", err)
	}
}

func TestFileName(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 11, 22, 23, 0, 0, 0, time.UTC)
	s := room().Opening()
	s.Lang = "uk"
	if got := export.FileName(room().Data, s, export.Chart, "png", day); got != "c5atlas_domains_intentions_uk_2026-11-22.png" {
		t.Error(got)
	}
	s.Status = state.NewSet("to be signed", "agreed", "position")
	if got := export.FileName(room().Data, s, export.Map, "csv", day); got != "c5atlas_map_agreed-position-to-be-signed_uk_2026-11-22.csv" {
		t.Error(got)
	}
}

func TestWriteError(t *testing.T) {
	t.Parallel()
	p := i18n.For("en")
	dir := t.TempDir()
	for path, want := range map[string]string{
		dir:            "is a folder",
		dir + "/no/x":  "There is no folder for",
		"":             "could not be written",
		dir + "/\x00x": "could not be written",
	} {
		err := atomicfile.Write(path, false, nil)
		if got := export.WriteError(path, err, p); !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q in it", path, got, want)
		}
	}
}
