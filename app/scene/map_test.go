package scene

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/names"
)

// TestAllSixStatesAreNamed on every map that shows them all: in full where there is
// room, else by the short name of the language, and no state by two names.
func TestAllSixStatesAreNamed(t *testing.T) {
	t.Parallel()
	r := room(t)
	for _, c := range []struct {
		name          string
		width, height float64
		full          int // names at least that are written out
	}{
		{"slide", 1858, 857, 5},
		{"window of 1920 by 1080", 1188, 510, 3},
		{"map alone in a window of 1280 by 800", 1280, 700, 5},
		{"window of 1280 by 800", 792, 342, 4},
		{"picture of 85 millimetres", 321, 210, 2},
	} {
		for _, lang := range []string{"en", "uk", "ru"} {
			s := room(t).Opening()
			s.Lang = lang
			p := i18n.For(lang)
			m := Map(r, Select(r.Data, s), s, p, PaletteFor(state.Light), Viewport(r, s, c.width, c.height, 1))
			pic, _, err := maps.Record(t.Context(), m)
			if err != nil {
				t.Fatal(err)
			}
			if full := statesNamed(t, r, pic, lang, fmt.Sprintf("%s, %s", c.name, lang)); full < c.full {
				t.Errorf("%s, %s: %d names in full", c.name, lang, full)
			}
		}
	}
}

// A town where a package has a place of its own is named once, however the package spells
// it and however far north it is; within some fifty kilometres if it is spelled alike.
func TestTownsAreNamedOnceFarNorth(t *testing.T) {
	t.Parallel()
	const kilometre = 1 / 111.2
	north := 0
	for _, l := range names.Labels(room(t).Names(), "en", "") {
		if l.Kind != names.Capital && l.Kind != names.City {
			continue
		}
		if l.LonLat[1] > 54 {
			north++
		}
		parallel := kilometre / math.Cos(l.LonLat[1]*math.Pi/180)
		for _, c := range []struct {
			label string
			off   orb.Point // in kilometres to the east and north
			left  int
		}{
			{"Other spelling", orb.Point{4, 0}, 0},
			{"Other spelling", orb.Point{-4, -4}, 0},
			{"Other spelling", orb.Point{0, 30}, 1},
			{"Other spelling", orb.Point{30, 0}, 1},
			{l.Text, orb.Point{-30, 30}, 0},
			{l.Text, orb.Point{100, 0}, 1},
			{"", orb.Point{}, 1},
		} {
			marker := maps.Marker{ID: "own", Label: c.label, LonLat: orb.Point{l.LonLat[0] + c.off[0]*parallel, l.LonLat[1] + c.off[1]*kilometre}}
			if left := labelsBeside([]maps.Marker{marker}, []names.Label{l}); len(left) != c.left {
				t.Errorf("%s and %q at %v km: %d names of the base map", l.Text, c.label, c.off, len(left))
			}
		}
	}
	if north < 3 {
		t.Errorf("%d towns are far north", north)
	}
}

// statesNamed fails a picture that does not name each state of the package once, in
// the language. It returns how many it names in full.
func statesNamed(t *testing.T, r *Room, pic *draw.Picture, lang, what string) (full int) {
	t.Helper()
	var written []string
	for i := range pic.Steps {
		if st := &pic.Steps[i]; st.Layer == "label country" {
			written = append(written, st.Text.String)
		}
	}
	for i := range r.Data.Countries {
		k := &r.Data.Countries[i]
		name := slices.Contains(written, strings.ToUpper(k.Name.In(lang)))
		short := k.Short[lang]
		if lang == i18n.English {
			short = k.Short[""]
		}
		abbreviated := short != "" && slices.Contains(written, strings.ToUpper(short))
		if name == abbreviated {
			t.Errorf("%s: %s is named in full: %v, short: %v, among %q", what, k.Code, name, abbreviated, written)
		}
		if name {
			full++
		}
	}
	return full
}

// TestStatesAreNamedOnceBesideDisputedAreas looks where a state was named twice
// beside an area that had no name: Kashmir and Arunachal.
func TestStatesAreNamedOnceBesideDisputedAreas(t *testing.T) {
	t.Parallel()
	r := room(t)
	for _, c := range []struct {
		camera state.Camera
		area   string // an area that is named there
	}{
		{state.Camera{Lon: 78, Lat: 35, Span: 700}, "Gilgit-Baltistan"},
		{state.Camera{Lon: 94, Lat: 28, Span: 1300}, "Arunachal Pradesh"},
	} {
		s := state.Default()
		s.Camera = c.camera
		m := Map(r, Select(r.Data, s), s, i18n.For("en"), PaletteFor(state.Light), Viewport(r, s, 1280, 700, 1))
		pic, _, err := maps.Record(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		n, areas := map[string]int{}, false
		for i := range pic.Steps {
			switch st := &pic.Steps[i]; st.Layer {
			case "label country":
				n[st.Text.String]++
			case "label disputed":
				areas = areas || strings.Contains(st.Text.String, strings.Fields(c.area)[0])
			}
		}
		for name, times := range n {
			if times > 1 {
				t.Errorf("%+v: %s stands there %d times", c.camera, name, times)
			}
		}
		if !areas {
			t.Errorf("%+v: %s is not named", c.camera, c.area)
		}
	}
}

// TestNamesStayWhereTheyAre: a filter changes what is marked, not where a name
// stands.
func TestNamesStayWhereTheyAre(t *testing.T) {
	t.Parallel()
	r := room(t)
	views := []state.State{r.Opening(), state.Default(), state.Default(), state.Default()}
	views[1].Domains = state.NewSet(r.Data.Domains[0].Code)
	views[2].To = "2099"
	views[3].States = state.NewSet(r.Data.Countries[2].Code)
	var first string
	for n, s := range views {
		m := Map(r, Select(r.Data, s), s, i18n.For("en"), PaletteFor(state.Light), Viewport(r, s, 1000, 600, 1))
		m.Furniture.Legend = nil
		pic, _, err := maps.Record(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		var names strings.Builder
		for i := range pic.Steps {
			if st := &pic.Steps[i]; st.Layer == "label country" || st.Layer == "label capital" || st.Layer == "label disputed" {
				fmt.Fprintf(&names, "%s %.1f %.1f\n", st.Text.String, st.Text.Letters[0].X, st.Text.Letters[0].Y)
			}
		}
		if n == 0 {
			first = names.String()
		} else if names.String() != first {
			t.Errorf("view %d has the names\n%snot\n%s", n, names.String(), first)
		}
	}
}
