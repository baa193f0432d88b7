package scene

import (
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps"
)

// TestAllSixStatesAreNamed on every map that shows them all: in full where there
// is room, and no state by two names.
func TestAllSixStatesAreNamed(t *testing.T) {
	r := room(t)
	for _, c := range []struct {
		name          string
		width, height float64
		full          int // names at least that are written out
	}{
		{"slide", 1858, 857, 6},
		{"window of 1920 by 1080", 1188, 510, 6},
		{"map alone in a window of 1280 by 800", 1280, 700, 5}, // the label of Samarkand leaves Kyrgyzstan room for its code
		{"window of 1280 by 800", 792, 342, 2},
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
			var written []string
			for i := range pic.Steps {
				if st := &pic.Steps[i]; st.Layer == "label country" {
					written = append(written, st.Text.String)
				}
			}
			full, codes := 0, 0
			for i := range r.Data.Countries {
				k := &r.Data.Countries[i]
				name, code := slices.Contains(written, strings.ToUpper(k.Name.In(lang))), slices.Contains(written, k.Code)
				if name && code {
					t.Errorf("%s, %s: %s has two names", c.name, lang, k.Code)
				}
				if name {
					full++
				} else if code {
					codes++
				}
			}
			if full < c.full || full+codes < 6 {
				t.Errorf("%s, %s: %d names and %d codes among %q", c.name, lang, full, codes, written)
			}
		}
	}
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
