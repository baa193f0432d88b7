package charts

import (
	"math"
	"slices"
	"testing"
)

// All panels have one scale: a segment is as long as its value, in each of them.
func TestPanelsShareAScale(t *testing.T) {
	t.Parallel()
	for _, s := range []Size{{1280, 720, 1}, {960, 540, 1}, {1024, 206, 1}, {480, 900, 1}} {
		_, l := record(multiplesChart(), s)
		unit := 0.0
		for _, m := range l.Marks {
			if m.Total || m.Folded > 0 || m.Value == 0 {
				continue
			}
			if unit == 0 {
				unit = m.W / m.Value
			}
			if math.Abs(m.W/m.Value-unit) > 1e-6 {
				t.Errorf("%v: %s in %s is %.2f long, want %.2f", s, m.Name, m.Panel, m.W, m.Value*unit)
			}
		}
	}
}

// With shares, the segments of a row fill the same width everywhere.
func TestPanelsOfShares(t *testing.T) {
	t.Parallel()
	c := multiplesChart()
	c.Share = true
	_, l := record(c, Size{1280, 720, 1})
	widths := map[MarkKey]float64{}
	for _, m := range l.Marks {
		if !m.Total && m.Value > 0 {
			widths[MarkKey{Panel: m.Panel, Row: m.Row}] += m.W
		}
	}
	first := 0.0
	for key, w := range widths {
		if first == 0 {
			first = w
		}
		if math.Abs(w-first) > 1e-6 {
			t.Errorf("%v fills %.2f, want %.2f", key, w, first)
		}
	}
}

// Panels do not overlap, and what is folded counts all that it folds.
func TestPanelsKeepApart(t *testing.T) {
	t.Parallel()
	for _, s := range []Size{{1280, 720, 1}, {400, 300, 1}, {300, 500, 1}, {1024, 206, 1}} {
		_, l := record(multiplesChart(), s)
		boxes := map[string]rect{}
		for _, m := range l.Marks {
			if m.Total || m.Panel == "" {
				continue
			}
			r := rect{m.X, m.Y, m.W, m.H}
			if b, ok := boxes[m.Panel]; ok {
				r = r.union(b)
			}
			boxes[m.Panel] = r
		}
		var keys []string
		for key := range boxes {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for i, a := range keys {
			for _, b := range keys[i+1:] {
				p, q := boxes[a], boxes[b]
				if p.x < q.right() && q.x < p.right() && p.y < q.bottom() && q.y < p.bottom() {
					t.Errorf("%v: %s at %v overlaps %s at %v", s, a, p, b, q)
				}
			}
		}
	}
}
