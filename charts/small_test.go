package charts

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/internal/pairs"
)

// resized is a sample with another number of rows, columns and panels, at least
// one each; names and values repeat.
func resized(c *Chart, rows, columns int) *Chart {
	again := func(list []Category, n int) []Category {
		if len(list) == 0 {
			return nil
		}
		out := make([]Category, n)
		for i := range out {
			out[i] = list[i%len(list)]
		}
		return out
	}
	values := func(old [][]float64, width int) [][]float64 {
		if len(old) == 0 {
			return nil
		}
		out := make([][]float64, rows)
		for i := range out {
			for j := range width {
				out[i] = append(out[i], cell(old, i%len(old), j%max(1, len(old[i%len(old)]))))
			}
		}
		return out
	}
	c.Rows = again(c.Rows, rows)
	if c.Kind == Grid {
		c.Columns = again(c.Columns, columns)
	}
	c.Values = values(c.Values, c.width())
	panels := c.Panels
	c.Panels = nil
	for k := range columns {
		if len(panels) > 0 {
			p := panels[k%len(panels)]
			c.Panels = append(c.Panels, Panel{Category: p.Category, Values: values(p.Values, c.width())})
		}
	}
	return c
}

// No size is too small: there is a picture, and marks lie inside it.
func TestSmallPictures(t *testing.T) {
	t.Parallel()
	for name, sample := range samples {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(uint64(len(name)), 7))
			for i := range 200 {
				if !pairs.Turn(0, 2, i) {
					continue
				}
				c := resized(sample(), 1+random.IntN(60), 1+random.IntN(30))
				c.TypeScale = []float64{0, 1, 1.25, 1.5, 2, 2.5}[random.IntN(6)]
				c.Share = random.IntN(3) == 0
				s := Size{float64(1 + random.IntN(400)), float64(1 + random.IntN(400)), []float64{1, 1.25, 2}[random.IntN(3)]}
				what := fmt.Sprintf("%vx%v type x%v, %d rows, %d columns, %d panels", s.Width, s.Height, c.TypeScale, len(c.Rows), len(c.Columns), len(c.Panels))
				func() {
					defer func() {
						if e := recover(); e != nil {
							t.Fatalf("%s: %v", what, e)
						}
					}()
					_, l := record(c, s)
					for _, m := range l.Marks {
						if !(m.W >= 0 && m.H >= 0 && m.X >= 0 && m.Y >= 0 && m.X+m.W <= s.Width && m.Y+m.H <= s.Height) {
							t.Fatalf("%s: mark %+v", what, m)
						}
					}
				}()
			}
		})
	}
}

// The size at which a matrix once divided by nothing.
func TestNarrowMatrix(t *testing.T) {
	t.Parallel()
	for _, s := range []Size{{100, 400, 1}, {120, 300, 1}, {100, 100, 1}, {165, 471, 1}, {1, 1, 1}} {
		for _, sample := range []func() *Chart{matrixChart, documentsChart} {
			if _, _, err := Image(sample(), s); err != nil {
				t.Errorf("%v: %v", s, err)
			}
		}
	}
}

// Names of a hundred kilobytes are cut to what can be read, marks without width too.
func TestHugeNames(t *testing.T) {
	t.Parallel()
	for _, name := range []string{strings.Repeat("слово ", 1<<14), "a" + strings.Repeat("\u0301", 1<<16), strings.Repeat("م", 1<<16)} {
		for _, sample := range []func() *Chart{domainsChart, matrixChart, timelineChart, lanesChart} {
			c := sample()
			c.Title, c.Source, c.Notes = name, name, []string{name}
			for i := range c.Rows {
				c.Rows[i].Label, c.Rows[i].Short = name, ""
			}
			r, _ := record(c, Size{960, 600, 1})
			bytes := 0
			for _, text := range r.texts {
				bytes += len(text.text)
			}
			if bytes > 400_000 {
				t.Errorf("%q: %d bytes are written", c.Title[:12], bytes)
			}
		}
	}
}
