package charts

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
)

// inPart is a sample of which every value has the lit share that of gives.
func inPart(c *Chart, of func() float64) *Chart {
	shares := func(values [][]float64) [][]float64 {
		out := make([][]float64, len(values))
		for i := range values {
			for range values[i] {
				out[i] = append(out[i], of())
			}
		}
		return out
	}
	c.Lit = shares(c.Values)
	for k := range c.Panels {
		c.Panels[k].Lit = shares(c.Panels[k].Values)
	}
	return c
}

// litChart lights one row, half of another, and nothing else.
func litChart() *Chart {
	c := domainsChart()
	row := -1
	return inPart(c, func() float64 {
		row++
		return []float64{0, 0, 1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0}[row/4]
	})
}

// What is lit changes no scale, no order and no place; all lit is as before.
func TestLitMovesNothing(t *testing.T) {
	t.Parallel()
	for name, sample := range samples {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(3, uint64(len(name))))
			s := Size{700, 420, 1}
			plain, all := mustDraw(t, sample(), s), mustDraw(t, inPart(sample(), func() float64 { return 1 }), s)
			part := mustDraw(t, inPart(sample(), random.Float64), s)
			if !reflect.DeepEqual(plain.layout, all.layout) || !reflect.DeepEqual(plain.layout, part.layout) {
				t.Error("marks move")
			}
			if !reflect.DeepEqual(plain.pix, all.pix) {
				t.Error("a chart that is lit as a whole has another picture")
			}
		})
	}
}

type drawn struct {
	pix    []uint8
	layout *Layout
}

func mustDraw(t *testing.T, c *Chart, s Size) drawn {
	t.Helper()
	img, l, err := Image(c, s)
	if err != nil {
		t.Fatal(err)
	}
	return drawn{img.Pix, l}
}

// Of a mark that is not lit 35 % of the colour is left on the background; of one
// that is lit in part, that part has its own colour.
func TestLitColours(t *testing.T) {
	t.Parallel()
	c := oneChart()
	c.Series, c.Values = []Series{{Key: "a", Label: "A", Fill: Fill{Color: rgb(0x004488)}}}, [][]float64{{1}}
	for share, want := range map[float64][2]uint32{1: {0x004488, 0x004488}, 0: {0xA4BBD1, 0xA4BBD1}, 0.5: {0x004488, 0xA4BBD1}} {
		c.Lit = [][]float64{{share}}
		img, l, err := Image(c, Size{800, 450, 1})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range l.Marks {
			if m.Total {
				continue
			}
			for k, at := range []float64{0.25, 0.75} {
				got := img.RGBAAt(int(m.X+m.W*at), int(m.Y+m.H/2))
				for _, d := range []float64{float64(got.R) - float64(want[k]>>16), float64(got.G) - float64(want[k]>>8&255), float64(got.B) - float64(want[k]&255)} {
					if math.Abs(d) > 1 {
						t.Errorf("lit %g: at %g of the bar is %v, want %06X", share, at, got, want[k])
					}
				}
			}
		}
	}
}
