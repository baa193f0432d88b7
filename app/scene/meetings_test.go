package scene

import (
	"strings"
	"testing"
	"unicode"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/maps"
)

// A chronology opens with the chart of it; its symbols, legend, page and status line
// have meetings, as many as the tables, and no statements.
func TestChronologyCountsMeetings(t *testing.T) {
	t.Parallel()
	for _, sample := range assets.Samples() {
		d, _, err := dataset.Open(assets.Sample(sample))
		if err != nil {
			t.Fatal(err)
		}
		r := room(t).WithData(d)
		s := r.Opening()
		if s.Kind != state.Chronology {
			t.Errorf("%s opens with %s", sample, s.Kind)
		}
		want := map[string]float64{}
		for i := range d.Meetings {
			if m := &d.Meetings[i]; spot(d, m) != nil {
				want[m.Place]++
			}
		}
		for lang, words := range map[string][2]string{"en": {"meeting", "statement"}, "uk": {"зустр", "тез"}, "ru": {"встреч", "тезис"}} {
			s.Lang = lang
			p := i18n.For(lang)
			sel := Select(d, s)
			got := map[string]float64{}
			for _, m := range markers(r, sel, s, p) {
				got[m.ID] = m.Weight
				if m.Hollow || m.Weight != want[m.ID] {
					t.Errorf("%s: %s has %v of %v meetings, hollow %v", sample, m.ID, m.Weight, want[m.ID], m.Hollow)
				}
			}
			if len(got) != len(want) {
				t.Errorf("%s: %d places, not %d", sample, len(got), len(want))
			}
			for _, row := range legendRows(r, sel, s, p) {
				if row.ID == hollowRow || row.Hollow {
					t.Errorf("%s: the legend has a hollow row %q", sample, row.Text)
				}
			}
			x := &Symbols{r: r, p: p, markers: markers(r, sel, s, p), rows: legendRows(r, sel, s, p)}
			size := x.sizes(s, Viewport(r, s, 800, 500, 1))
			if size.Kind != maps.LegendSize || !strings.Contains(size.Text, words[0]) || strings.Contains(size.Text, words[1]) {
				t.Errorf("%s: the legend says %q", sample, size.Text)
			}
			for _, m := range size.Smaller {
				if !strings.Contains(m.Words, words[0]) {
					t.Errorf("%s: the legend says %q", sample, m.Words)
				}
			}
			if line := StatusLine(r, sel, s, p); !strings.Contains(line, p.N("scene.meetings", len(d.Meetings))) || strings.Contains(line, words[1]) {
				t.Errorf("%s: the status line is %q", sample, line)
			}
			items := 0
			page := Reader(r, sel, s, p)
			for _, x := range page.items {
				if x.kind == meetingItem {
					items++
				}
			}
			if items != len(d.Meetings) {
				t.Errorf("%s: the page lists %d of %d meetings", sample, items, len(d.Meetings))
			}
		}
	}
}

// A short title is read by people who have not read the title: it has no codes of
// states and no abbreviations but those of ministries, which every reader of uk and ru
// knows.
func TestShortTitlesAreWords(t *testing.T) {
	t.Parallel()
	for _, m := range room(t).Data.Meetings {
		for lang, known := range map[string]string{"en": "", "uk": "МЗС", "ru": "МИД"} {
			for _, word := range strings.FieldsFunc(m.ShortName.In(lang), func(r rune) bool { return !unicode.IsLetter(r) }) {
				if n := len([]rune(word)); n > 1 && word == strings.ToUpper(word) && word != known {
					t.Errorf("%s, %s: %q has the code %s", m.ID, lang, m.ShortName.In(lang), word)
				}
			}
		}
	}
}

// A chart that has no room for a state's name has the package's short one, in the
// language of the chart; a code is in no chart of a package that has short names.
func TestChartsHaveNoCodesOfStates(t *testing.T) {
	t.Parallel()
	r := room(t)
	want := map[string]map[string]string{
		"en": {"CHN": "China", "KAZ": "Kaz.", "TKM": "Turkm."},
		"uk": {"CHN": "Китай", "KGZ": "Кирг.", "TJK": "Тадж."},
		"ru": {"CHN": "Китай", "KGZ": "Кырг.", "UZB": "Узб."},
	}
	for lang, names := range want {
		p := i18n.For(lang)
		for code, name := range names {
			if got := byState.category(r, code, p).Short; got != name {
				t.Errorf("%s: %s is short %q, want %q", lang, code, got, name)
			}
		}
	}
}
