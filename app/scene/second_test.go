package scene

import (
	"testing"

	"golang.org/x/image/font/sfnt"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

// TestSecondNamesHaveGlyphs: every name that is shown in a second language, and
// what the languages call themselves, is there in full in our faces.
func TestSecondNamesHaveGlyphs(t *testing.T) {
	t.Parallel()
	r := room(t)
	d := r.Data
	for weight, ttf := range map[string][]byte{"regular": assets.FontRegular(), "bold": assets.FontBold()} {
		face, err := sfnt.Parse(ttf)
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		for _, lang := range SecondLanguages(d, "") {
			named := []string{i18n.NameOf(lang)}
			each := func(what string, of dataset.Text) {
				name := of[lang]
				if lang == i18n.English {
					name = of.In(lang)
				}
				if name == "" {
					t.Errorf("%s has no name in %s", what, lang)
				}
				named = append(named, name)
			}
			for _, x := range d.Countries {
				each(x.Code, x.Name)
			}
			for _, x := range d.Domains {
				each(x.Code, x.Name)
			}
			for _, x := range d.Places {
				each(x.ID, x.Name)
			}
			for _, list := range []string{dataset.StatusList, dataset.LevelList} {
				for _, x := range d.Codes(list) {
					each(x.Code, x.Name)
				}
			}
			for _, name := range named {
				for _, c := range name {
					glyph, err := face.GlyphIndex(nil, c)
					if seen++; err != nil || glyph == 0 {
						t.Errorf("%s: no %c (%U) of %q in %s", weight, c, c, name, lang)
					}
				}
			}
		}
		if seen < 1000 {
			t.Errorf("%s: only %d letters", weight, seen)
		}
	}
}

// TestSecondNames: stand in charts and on the map beside the first, and not
// where they are the same or there are none. 北京 is CLDR's name of Beijing.
func TestSecondNames(t *testing.T) {
	t.Parallel()
	r := room(t)
	s := r.Opening()
	sel := Select(r.Data, s)
	for _, tt := range []struct{ lang, second, beijing, china, agriculture string }{
		{"en", "", "", "", ""},
		{"en", "en", "", "", ""},
		{"en", "zh", "北京", "中国", "农业"},
		{"en", "ru", "Пекин", "Китай", "Сельское хозяйство"},
		{"ru", "en", "Beijing", "China", "Agriculture"},
		{"en", "xx", "", "", ""},
	} {
		p := i18n.With(tt.lang, tt.second)
		if p != i18n.With(tt.lang, tt.second) {
			t.Errorf("%s with %s: another printer the second time", tt.lang, tt.second)
		}
		m := NewSymbols(r, sel, s, p).Map(s, PaletteFor(state.Light), Viewport(r, s, 1200, 700, 1))
		got := map[string]string{}
		for _, k := range m.Markers {
			got[k.ID] = k.Second
		}
		for _, l := range m.Labels {
			got[l.ID] = l.Second
		}
		for _, row := range Count(r, sel, s, p).Chart(PaletteFor(state.Light)).Rows {
			got[row.Key] = row.Second
		}
		for id, want := range map[string]string{"beijing": tt.beijing, "CN": tt.china, "AGR": tt.agriculture} {
			if got[id] != want {
				t.Errorf("%s with %s: %s is %q, want %q", tt.lang, tt.second, id, got[id], want)
			}
		}
	}
}
