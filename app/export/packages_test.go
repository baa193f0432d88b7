package export_test

import (
	"bytes"
	"errors"
	"image"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/golden"
	"c5atlas.org/c5atlas/internal/pairs"
)

// foreign opens a package that is about other states: ASEAN and China, written
// for version 0.1 without code lists and profile; the United States and Central
// Asia, across half the world; the European Union and Central Asia, thirty-two
// states with levels, kinds and a currency of their own.
func foreign(t *testing.T, name string) *scene.Room {
	t.Helper()
	opened.Lock()
	defer opened.Unlock()
	if r := opened.rooms[name]; r != nil {
		return r
	}
	d, _, err := dataset.OpenPath(filepath.Join("testdata", "packages", name))
	if err != nil {
		t.Fatal(err)
	}
	opened.rooms[name] = room().WithData(d)
	return opened.rooms[name]
}

// opened are the foreign packages that a test has asked for.
var opened = struct {
	sync.Mutex
	rooms map[string]*scene.Room
}{rooms: map[string]*scene.Room{}}

// Every package is drawn under its own title, in its own frame, all its states
// tinted, with its own caveats and credit: each of it, a kind and a language with each
// other, in "make sizes" all of them. With -update set C5ATLAS_ALL, too.
func TestForeignGoldens(t *testing.T) {
	t.Parallel()
	for k, name := range []string{"asean", "c5plus1", "eu"} {
		for i, lang := range i18n.Languages() {
			for j, kind := range export.Kinds() {
				if kind == export.Map && i != k {
					continue // the dashboards have it in each language
				}
				if !pairs.Turn(k, 3, i, j) && kind != export.Map {
					continue
				}
				t.Run(strings.Join([]string{name, string(kind), lang}, "-"), func(t *testing.T) {
					t.Parallel()
					r := foreign(t, name)
					s := r.Opening()
					s.Lang, s.Theme = lang, state.PictureThemes()[i]
					s.Kind = []state.ChartKind{state.States, state.Timeline, state.Chronology}[i]
					if kind == export.Dashboard {
						s.Kind = state.Domains
					}
					pic, err := export.Draw(t.Context(), r, s, export.Options{Kind: kind, Size: export.Size{Width: 960, Height: 600, Density: 1, DPI: 96}})
					if err != nil {
						t.Fatal(err)
					}
					path := filepath.Join("testdata", "golden", "packages", name+"-"+string(kind)+"-"+lang+".png")
					golden.Compare(t, path, coarse(pic.Image), func(got, want *image.RGBA) float64 { return distance(got, want) }, 0.0005)
				})
			}
		}
	}
}

// What a picture of other data says is true of them: nothing of the shipped
// package is on it. Each package has one kind, in "make sizes" each.
func TestForeignWords(t *testing.T) {
	t.Parallel()
	for i, name := range []string{"asean", "c5plus1", "eu"} {
		want := map[string][]string{
			"asean":   {"ASEAN and China"},
			"c5plus1": {"The United States and the five Central Asian states", "Coded as an example for tests."},
			"eu":      {"The European Union and Central Asia", "Coded as an example for tests."},
		}[name]
		r := foreign(t, name)
		s := r.Opening()
		for k, kind := range export.Kinds() {
			if !pairs.Turn(k, len(export.Kinds()), i) {
				continue
			}
			pic, err := export.Draw(t.Context(), r, s, export.Options{Kind: kind, Size: export.Size{Width: 640, Height: 400, Density: 1, DPI: 96}})
			if err != nil {
				t.Fatal(err)
			}
			all := strings.Join([]string{pic.Title, pic.Description, pic.Source, pic.Copyright}, "\n")
			own := r.Data.Profile.Title.In("en") + " (" + name + ")"
			if !strings.Contains(pic.Source, own) {
				t.Errorf("%s, %s: the source does not say %q: %s", name, kind, own, pic.Source)
			}
			var b bytes.Buffer
			if err := pic.WritePNG(&b); err != nil {
				t.Fatal(err)
			}
			if in, err := export.Read(&b); err != nil || in.Data.Called() != own {
				t.Errorf("%s, %s: inside it %+v, %v", name, kind, in.Data, err)
			}
			if table, err := export.LongTable(r, s, kind); err == nil {
				for _, row := range append([][]string{}, table.Rows...) {
					if len(row) != len(table.Columns) || row[len(row)-1] != own {
						t.Errorf("%s, %s: a row of the table is %q", name, kind, row)
					}
				}
			}
			for _, no := range []string{"C+C5", "five documents", "China and the five", "all six"} {
				if strings.Contains(all, no) {
					t.Errorf("%s, %s: says %q: %s", name, kind, no, all)
				}
			}
			if kind == export.Dashboard && pic.Title != want[0] {
				t.Errorf("%s: the dashboard is called %q", name, pic.Title)
			}
			if len(want) > 1 && !strings.Contains(pic.Source, want[1]) {
				t.Errorf("%s, %s: the source is %q", name, kind, pic.Source)
			}
		}
		for i := range r.Data.Countries {
			if c := &r.Data.Countries[i]; c.Role < 1 || c.Role > 12 {
				t.Errorf("%s: %s has no tint", name, c.Code)
			}
		}
		p := i18n.For("en")
		if line := scene.StatusLine(r, scene.Select(r.Data, s), s, p); !strings.HasPrefix(line, r.Data.Profile.Title.In("en")+" ("+name+")") || strings.Contains(line, "C+C5") {
			t.Errorf("%s: the window says %q", name, line)
		}
		for _, step := range scene.Deck(r, s, p) {
			if strings.Contains(step.Title+step.Caption, "C+C5") || strings.Contains(step.Caption, "five documents") && name != "eu" {
				t.Errorf("%s: a scene says %q, %q", name, step.Title, step.Caption)
			}
		}
	}
}

// Rows that could not be used are counted where the others are: on the picture,
// in its words and inside it, and the total counts the statements among them.
func TestRowsLeftOutAreSaid(t *testing.T) {
	t.Parallel()
	m := fstest.MapFS{}
	for name, data := range shippedFiles(t) {
		m[name] = &fstest.MapFile{Data: data}
	}
	text := string(m["statements.csv"].Data)
	m["statements.csv"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, ",TRD,", ",XXX,"))} // 10 of 87, and five rows of what was before
	d, _, err := dataset.Open(m)
	if err != nil {
		t.Fatal(err)
	}
	r := room().WithData(d)
	s := r.Opening()
	s.Status = state.AllStatuses
	for _, kind := range export.Kinds() {
		pic, err := export.Draw(t.Context(), r, s, export.Options{Kind: kind, Size: export.Size{Width: 960, Height: 600, Density: 1, DPI: 96}})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(pic.Description, "77 of 87 statements · 15 rows of the data left out") {
			t.Errorf("%s: %s", kind, pic.Description)
		}
		var b bytes.Buffer
		if err := pic.WritePNG(&b); err != nil {
			t.Fatal(err)
		}
		if in, err := export.Read(&b); err != nil || in.Data.LeftOut != 15 {
			t.Errorf("%s: inside it %+v, %v", kind, in.Data, err)
		}
	}
	sel, p := scene.Select(d, s), i18n.For("en")
	if line := scene.StatusLine(r, sel, s, p); !strings.Contains(line, "15 rows of the data left out") {
		t.Errorf("the window says %q", line)
	}
	m["statements.csv"] = &fstest.MapFile{Data: []byte(text + "001-99,\"")}
	if _, _, err := dataset.Open(m); !errors.Is(err, dataset.ErrPackage) {
		t.Errorf("a table with an open quotation mark: %v", err)
	}
}
