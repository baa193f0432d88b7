package charts

import (
	"math"
	"slices"
	"testing"
)

// The key names every series that has a value, in their order, and no other.
func TestKeyNamesWhatIsUsed(t *testing.T) {
	t.Parallel()
	for _, place := range []LegendPlace{LegendAuto, LegendAbove, LegendBeside, LegendNone} {
		for name, sample := range map[string]func() *Chart{"bars": statesChart, "timeline": timelineChart, "multiples": multiplesChart} {
			c := sample()
			c.Legend, c.LegendTitle = place, "Status"
			for i := range c.Values {
				if len(c.Values[i]) > 1 {
					c.Values[i][1] = 0
				}
			}
			for _, panel := range c.Panels {
				for i := range panel.Values {
					panel.Values[i][1] = 0
				}
			}
			r, _ := record(c, Size{960, 600, 1})
			var got []string
			for _, text := range r.texts {
				if slices.ContainsFunc(statuses, func(s Series) bool { return s.Label == text.text }) {
					got = append(got, text.text)
				}
			}
			var want []string
			for _, s := range c.Series {
				if s.Key != "to_be_signed" && place != LegendNone {
					want = append(want, s.Label)
				}
			}
			if !slices.Equal(got, want) || r.has("Status") != (place != LegendNone) {
				t.Errorf("%s, place %d: %q, want %q", name, place, got, want)
			}
		}
	}
}

// Beside a name in the key stands a sample of its fill.
func TestKeyShowsFills(t *testing.T) {
	t.Parallel()
	for _, place := range []LegendPlace{LegendAbove, LegendBeside} {
		c := statesChart()
		c.Legend = place
		r, _ := record(c, Size{960, 600, 1})
		for _, s := range c.Series {
			i := slices.IndexFunc(r.texts, func(text recordedText) bool { return text.text == s.Label })
			if i < 0 {
				t.Errorf("no %q", s.Label)
				continue
			}
			text := r.texts[i]
			if !slices.ContainsFunc(r.fills, func(f recordedFill) bool {
				return f.ink == s.Fill.Color && f.right() < text.x && text.x-f.right() < text.size && math.Abs(f.y+f.h/2-text.y-text.h/2) < text.size*0.4
			}) {
				t.Errorf("place %d: no sample before %q at %v", place, s.Label, text.rect)
			}
		}
	}
}

// One series needs no key; a wide, low chart has it at the side.
func TestKeyPlace(t *testing.T) {
	t.Parallel()
	c := domainsChart()
	c.Series = c.Series[:1]
	if r, _ := record(c, Size{960, 600, 1}); r.has("Agreed") {
		t.Error("a key to one series")
	}
	for _, s := range []Size{{1880, 400, 1}, {960, 600, 1}} {
		r, l := record(statesChart(), s)
		i := slices.IndexFunc(r.texts, func(text recordedText) bool { return text.text == "Agreed" })
		right := 0.0
		for _, m := range l.Marks {
			if !m.Total {
				right = max(right, m.X+m.W)
			}
		}
		if beside := r.texts[i].x > right; beside != (s.Width > 1000) {
			t.Errorf("%v: the key is beside: %v", s, beside)
		}
	}
}

// The key to two compared columns: their names, short if one does not fit, and
// their signs.
func TestKeyToComparedColumns(t *testing.T) {
	t.Parallel()
	c := compareChart()
	for i, short := range []string{"2020", "2023"} {
		c.Columns[i].Short = short
	}
	for s, want := range map[Size]string{{960, 600, 1}: c.Columns[1].Label, {200, 400, 1}: "2023"} {
		if r, _ := record(c, s); !r.has(want) {
			t.Errorf("%v: no %q", s, want)
		}
	}
}
