package charts

import (
	"reflect"
	"slices"
	"testing"
)

// played is a sample at a moment of the play of time.
func played(sample func() *Chart, date string) *Chart {
	c := sample()
	c.Clock = date
	return c
}

func (r *recorded) find(text string) (recordedText, bool) {
	if i := slices.IndexFunc(r.texts, func(s recordedText) bool { return s.text == text }); i >= 0 {
		return r.texts[i], true
	}
	return recordedText{}, false
}

// The large date stands at the right of the title, larger than any other text, and
// touches none; nothing moves from one date to the next.
func TestClock(t *testing.T) {
	t.Parallel()
	for name, sample := range samples {
		if sample().isEmpty() {
			continue
		}
		for _, s := range []Size{{1280, 720, 1}, {900, 420, 2}} {
			r, l := record(played(sample, "May 2023"), s)
			date, ok := r.find("May 2023")
			if !ok {
				t.Errorf("%s, %v: no date", name, s)
				continue
			}
			if date.right() > s.Width || date.right() < s.Width*0.9 || date.y < 0 {
				t.Errorf("%s, %v: it stands at %+v", name, s, date.rect)
			}
			for _, x := range r.texts {
				if x.step == date.step {
					continue
				}
				if x.size > date.size {
					t.Errorf("%s, %v: %q is larger", name, s, x.text)
				}
				if x.x < date.right() && date.x < x.right() && x.y < date.bottom() && date.y < x.bottom() {
					t.Errorf("%s, %v: %q lies on the date", name, s, x.text)
				}
			}
			for _, later := range []string{"I 2024", "September 2025", "16 липня 2020 р. – 17 червня 2025 р."} {
				if _, at := record(played(sample, later), s); !reflect.DeepEqual(at, l) {
					t.Errorf("%s, %v: marks move at %q", name, s, later)
				}
			}
		}
	}
}

// A date that is too long is cut with a sign that it is, not at the title's cost.
func TestClockOfALongSpan(t *testing.T) {
	t.Parallel()
	for _, width := range []float64{1280, 640, 360} {
		c := played(domainsChart, "from the sixteenth of July 2020 to the seventeenth of June 2025")
		r, _ := record(c, Size{width, 500, 1})
		for _, s := range r.texts {
			if s.right() > width || s.x < 0 {
				t.Errorf("%v wide: %q from %.0f to %.0f", width, s.text, s.x, s.right())
			}
		}
	}
}

// A part of time has the scale, the rows and their places of the whole.
func TestPartKeepsTheScaleOfTheWhole(t *testing.T) {
	t.Parallel()
	for name, sample := range samples {
		if sample().isEmpty() || sample().Kind == Multiples {
			continue
		}
		s := Size{1100, 620, 1}
		whole, part := sample(), sample()
		for i := range part.Values {
			part.Values[i] = slices.Clone(part.Values[i])
			for j := range part.Values[i] {
				if (i+j)%2 == 0 {
					part.Values[i][j] = 0
				}
			}
		}
		part.Whole = whole
		_, all := record(whole, s)
		_, some := record(part, s)
		at := map[MarkKey]Mark{}
		for _, m := range all.Marks {
			at[m.Key()] = m
		}
		for _, m := range some.Marks {
			was, ok := at[m.Key()]
			if !ok || m.Total || m.Folded > 0 || m.Value == 0 {
				continue
			}
			if part.Kind == Bars && !part.Share && (m.Y != was.Y || m.H != was.H || abs(m.W*was.Value-was.W*m.Value) > 1e-6*was.W*max(m.Value, was.Value)+1e-6) {
				t.Errorf("%s: %s was %v high at %v and %v long, is %v at %v and %v", name, m.Name, was.H, was.Y, was.W, m.H, m.Y, m.W)
			}
			if part.Kind == Grid && (m.X != was.X || m.Y != was.Y || m.W != was.W || m.H != was.H) {
				t.Errorf("%s: %s moved", name, m.Name)
			}
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }
