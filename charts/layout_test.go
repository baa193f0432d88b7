package charts

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/internal/backrow"
	"c5atlas.org/c5atlas/internal/pairs"
)

var samples = map[string]func() *Chart{
	"domains": domainsChart, "states": statesChart, "timeline": timelineChart, "matrix": matrixChart,
	"documents": documentsChart, "multiples": multiplesChart, "lanes": lanesChart, "compare": compareChart, "texts": textsChart, "share": shareChart,
	"long": longChart, "many": manyChart, "one": oneChart, "empty": emptyChart,
	"documents spare": spare(documentsChart), "matrix spare": spare(matrixChart), "multiples spare": spare(multiplesChart), "compare spare": spare(compareChart), "texts spare": spare(textsChart),
	"long grid": func() *Chart {
		c := longChart()
		c.Kind, c.Columns = Grid, c.Rows
		c.Values = nil
		for i := range c.Rows {
			c.Values = append(c.Values, make([]float64, len(c.Columns)))
			c.Values[i][i] = float64(1000 * i)
		}
		return c
	},
	"long timeline": func() *Chart {
		c := timelineChart()
		for i := range c.Rows {
			c.Rows[i].Label, c.Rows[i].Short = longUkrainian, ""
		}
		return c
	},
	"many meetings": func() *Chart {
		c := timelineChart()
		c.Rows, c.Values = nil, nil
		for i := range 60 {
			c.Rows = append(c.Rows, Category{Key: strconv.Itoa(i), Label: fmt.Sprint("Meeting ", i), Time: day(2013+i/9, 5, 1+i%9)})
			c.Values = append(c.Values, []float64{float64(i % 7), 0, float64(i % 4)})
		}
		return c
	},
}

// spare is a sample whose foot may go before its rows.
func spare(sample func() *Chart) func() *Chart {
	return func() *Chart {
		c := sample()
		c.SpareFoot = true
		return c
	}
}

var sizes = []Size{
	{480, 260, 1},
	{360, 640, 1},
	{640, 400, 1.25},
	{760, 420, 2},
	{960, 600, 1},
	{1200, 300, 1},
	{1024, 206, 1}, // the pane of a window of 1024x768
	{794, 228, 1},
	{1880, 400, 1},
	{1920, 1080, 1},
	{3840, 2160, 1},
}

// eachSample runs f for every sample, size and type scale.
func eachSample(t *testing.T, f func(t *testing.T, c *Chart, s Size)) {
	t.Helper()
	for name, sample := range samples {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, s := range sizes {
				for _, scale := range []float64{0, 1.5, 2.5} {
					c := sample()
					c.TypeScale = scale
					f(t, c, s)
				}
			}
		})
	}
}

// No two texts touch, none leaves the picture's margin, none is too small.
func TestTextsKeepApart(t *testing.T) {
	t.Parallel()
	eachSample(t, func(t *testing.T, c *Chart, s Size) {
		t.Helper()
		r, _ := record(c, s)
		slack := 1 / s.Density
		for i, a := range r.texts {
			if a.x < 4 || a.y < 4 || a.right() > s.Width-4 || a.bottom() > s.Height-4 {
				t.Errorf("%v x%v: %q at %.1f is not inside the picture", s, c.TypeScale, a.text, a.rect)
			}
			if least := 12 * max(c.TypeScale, 1); a.size < least-0.1 {
				t.Errorf("%v x%v: %q is set in %.1f px, want at least %.1f", s, c.TypeScale, a.text, a.size, least)
			}
			for _, b := range r.texts[i+1:] {
				if a.x+slack < b.right() && b.x+slack < a.right() && a.y+slack < b.bottom() && b.y+slack < a.bottom() {
					t.Errorf("%v x%v: %q at %.1f overlaps %q at %.1f", s, c.TypeScale, a.text, a.rect, b.text, b.rect)
				}
			}
		}
	})
}

// Every text reads at 4.5:1 on whatever was filled last beneath its middle.
func TestTextContrast(t *testing.T) {
	t.Parallel()
	for name, sample := range samples {
		for _, style := range []Style{light, dark} {
			c := sample()
			c.Style = style
			r, _ := record(c, Size{960, 600, 2})
			for _, text := range r.texts {
				inner := text.inset(1)
				for _, f := range slices.Backward(r.fills) {
					// Patterns are cleared away beneath texts: only whole boxes count.
					if f.step < text.step && f.x <= inner.x && inner.right() <= f.right() && f.y <= inner.y && inner.bottom() <= f.bottom() {
						if got := backrow.Contrast(text.ink, f.ink); got < textContrast {
							t.Errorf("%s: %q has a contrast of %.2f on %v", name, text.text, got, f.ink)
						}
						break
					}
				}
			}
		}
	}
}

func TestMarksSumToTotal(t *testing.T) {
	t.Parallel()
	eachSample(t, func(t *testing.T, c *Chart, s Size) {
		t.Helper()
		want := totalOf(c.Values, 0, len(c.Rows), c.width())
		for _, p := range c.Panels {
			want += totalOf(p.Values, 0, len(c.Rows), c.width())
		}
		_, l := record(c, s)
		var got float64
		for _, m := range l.Marks {
			if !m.Total {
				got += m.Value
			}
			if m.X < 0 || m.Y < 0 || m.X+m.W > s.Width || m.Y+m.H > s.Height || !(m.W >= 0 && m.H >= 0) {
				t.Errorf("%v: mark %+v lies outside the picture", s, m)
			}
			if m.Name == "" {
				t.Errorf("%v: mark %+v has no name", s, m)
			}
		}
		if math.Abs(got-want) > 1e-9 {
			t.Errorf("%v x%v: marks sum to %v, want %v", s, c.TypeScale, got, want)
		}
	})
}

// Each mark is found at its middle.
func TestLayoutAt(t *testing.T) {
	t.Parallel()
	eachSample(t, func(t *testing.T, c *Chart, s Size) {
		t.Helper()
		if c.Kind == Compare { // equal values lie on each other
			return
		}
		_, l := record(c, s)
		for _, m := range l.Marks {
			if m.Total || min(m.W, m.H) < 2 {
				continue
			}
			if got, ok := l.At(m.X+m.W/2, m.Y+m.H/2); !ok || got.Key() != m.Key() {
				t.Errorf("%v: At(middle of %v) = %v, %v", s, m.Name, got.Name, ok)
			}
		}
		if got, ok := l.At(-50, -50); ok {
			t.Errorf("%v: At(outside) = %v", s, got)
		}
	})
}

// Rows without a value can be hit at the zero line.
func TestZeroCanBeHit(t *testing.T) {
	t.Parallel()
	c := domainsChart()
	_, l := record(c, Size{960, 600, 1})
	i := slices.IndexFunc(l.Marks, func(m Mark) bool { return m.Row == "MIG" && !m.Total })
	if i < 0 {
		t.Fatal("no mark for a row of zeros")
	}
	m := l.Marks[i]
	if got, ok := l.At(m.X+3, m.Y+m.H/2); !ok || got.Row != "MIG" || got.Total {
		t.Errorf("At(beside the zero) = %+v, %v", got, ok)
	}
	if want := "Consular affairs and migration: 0"; m.Name != want {
		t.Errorf("Name = %q, want %q", m.Name, want)
	}
}

// Bars begin at one zero line, and a segment is as long as its value.
func TestBarsAreProportional(t *testing.T) {
	t.Parallel()
	for _, s := range sizes {
		_, l := record(statesChart(), s)
		first := map[string]float64{}
		one := l.Marks[slices.IndexFunc(l.Marks, func(m Mark) bool { return !m.Total })]
		for _, m := range l.Marks {
			if m.Total || m.Folded > 0 {
				continue
			}
			x, seen := first[m.Row]
			if !seen {
				first[m.Row] = m.X
			}
			if math.Abs(m.W/m.Value-one.W/one.Value) > 1e-6 {
				t.Errorf("%v: %s is %.2f long for %v", s, m.Name, m.W, m.Value)
			}
			if seen && m.X <= x {
				t.Errorf("%v: %s starts before its row", s, m.Name)
			}
		}
		for row, x := range first {
			if x != first["CHN"] {
				t.Errorf("%v: row %s starts at %v, not at %v", s, row, x, first["CHN"])
			}
		}
	}
}

// A column is as high as its value and stands on the line.
func TestColumnsAreProportional(t *testing.T) {
	t.Parallel()
	_, l := record(timelineChart(), Size{960, 540, 1})
	unit := 0.0
	for _, m := range l.Marks {
		if m.Total || m.Value == 0 {
			continue
		}
		if unit == 0 {
			unit = m.H / m.Value
		}
		if math.Abs(m.H/m.Value-unit) > 1e-6 {
			t.Errorf("%s is %.2f high, want %.2f", m.Name, m.H, unit*m.Value)
		}
	}
}

// The same layout at any density.
func TestDensityKeepsLayout(t *testing.T) {
	t.Parallel()
	for name, sample := range samples {
		_, want := record(sample(), Size{800, 480, 1})
		for _, d := range []float64{1.25, 2, 3, 8} {
			if _, got := record(sample(), Size{800, 480, d}); !slices.Equal(got.Marks, want.Marks) {
				t.Errorf("%s: layout at density %v differs", name, d)
			}
		}
	}
}

// The outer 4 layout pixels stay background.
func TestEdgeIsFree(t *testing.T) {
	t.Parallel()
	eachSample(t, func(t *testing.T, c *Chart, s Size) {
		t.Helper()
		if s.Width*s.Density > 2000 || c.TypeScale != 0 {
			return
		}
		c.Selected.Row = c.Rows[0].Key
		img, _, err := Image(c, s)
		if err != nil {
			t.Fatal(err)
		}
		edge, b := int(4*s.Density), img.Bounds()
		for y := range b.Dy() {
			for x := 0; x < b.Dx(); x++ {
				if x == edge && y >= edge && y < b.Dy()-edge {
					x = b.Dx() - edge
				}
				if got := img.RGBAAt(x, y); got.R != light.Background.R || got.G != light.Background.G || got.B != light.Background.B {
					t.Fatalf("%v: pixel %d,%d is %v", s, x, y, got)
				}
			}
		}
	})
}

// Sizes that nobody should ask for, and numbers nobody should send, do not crash.
func TestHostileCharts(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	for k := range 3000 {
		if !pairs.Turn(0, 3, k) {
			continue
		}
		c := &Chart{Kind: Kind(random.IntN(6)), Title: longUkrainian, Notes: []string{longUkrainian}, Source: "s", Footer: "f", Empty: "none", TotalLabel: "Total", Share: random.IntN(2) == 0, SpareFoot: random.IntN(2) == 0, Style: light}
		for i := range random.IntN(70) {
			c.Rows = append(c.Rows, Category{Key: strconv.Itoa(i), Label: strings.Repeat("в", random.IntN(40)), Time: day(2000+random.IntN(30), 1, random.IntN(300))})
			c.Values = append(c.Values, []float64{random.Float64() * 1e6, -1, math.NaN(), float64(random.IntN(3))}[:random.IntN(5)])
			c.Panels = append(c.Panels, Panel{Category: Category{Key: "p"}, Values: c.Values})
		}
		c.Columns = make([]Category, random.IntN(30))
		c.Series = statuses[:random.IntN(5)]
		s := Size{1 + random.Float64()*900, 1 + random.Float64()*600, 0.5 + random.Float64()}
		_, l := record(c, s)
		for _, m := range l.Marks {
			if math.IsNaN(m.X+m.Y+m.W+m.H) || math.IsInf(m.X+m.Y+m.W+m.H, 0) {
				t.Fatalf("%v of %+v: mark %+v", s, c, m)
			}
		}
	}
	for _, s := range []Size{{}, {-1, 5, 1}, {1e9, 1e9, 1}, {math.NaN(), 5, 1}, {math.Inf(1), 1, 1}} {
		if _, _, err := Image(domainsChart(), s); err == nil {
			t.Errorf("Image(%v): no error", s)
		}
	}
}

// TestKeyIsWhole draws low charts whose only series has a name of any length:
// the key beside them is made for it, so it is never cut.
func TestKeyIsWhole(t *testing.T) {
	t.Parallel()
	for n := 4; n < 24; n++ {
		label := string([]rune("Оголошеномийнамірпідписати")[:n])
		c := domainsChart()
		c.Series = []Series{{Key: "a", Label: label}, {Key: "b", Label: "b"}}
		for i := range c.Values {
			c.Values[i] = []float64{float64(i + 1), 0}
		}
		r, _ := record(c, Size{794, 232, 1})
		if !r.has(label) {
			t.Errorf("%q is not in %v", label, r.texts)
		}
	}
}

// TestRowsGoBeforeTheFoot draws pages so low that rows and foot do not both fit:
// the foot goes only where it may.
func TestRowsGoBeforeTheFoot(t *testing.T) {
	t.Parallel()
	for name, low := range map[string]float64{"domains": 190, "multiples": 170, "compare": 190} {
		for height, want := range map[float64]bool{low: false, 260: true} {
			c := spare(samples[name])()
			r, l := record(c, Size{1024, height, 1})
			if slices.ContainsFunc(l.Marks, func(m Mark) bool { return m.Folded > 0 }) {
				t.Errorf("%s in %v: rows are folded", name, height)
			}
			foot := func(s recordedText) bool { return strings.HasPrefix(s.text, "Source") }
			if got := slices.ContainsFunc(r.texts, foot); got != want {
				t.Errorf("%s in %v: with its source %v", name, height, got)
			}
			c.SpareFoot = false
			if r, _ = record(c, Size{1024, height, 1}); !slices.ContainsFunc(r.texts, foot) {
				t.Errorf("%s in %v: no source although it stands nowhere else", name, height)
			}
		}
	}
}

// TestPanelsShowEveryRow draws panels in the sizes of a page and of slides: no
// row of theirs is folded.
func TestPanelsShowEveryRow(t *testing.T) {
	t.Parallel()
	for _, s := range []Size{{720, 540, 1}, {960, 540, 1}, {1024, 768, 1}, {1280, 720, 1}} {
		if _, l := record(multiplesChart(), s); slices.ContainsFunc(l.Marks, func(m Mark) bool { return m.Folded > 0 }) {
			t.Errorf("%v: rows are folded", s)
		}
	}
}
