package draw

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
)

// TestMixRowIsBetweenRows of the source, rounded: at most a 256th of a step is lost
// between the rows.
func TestMixRowIsBetweenRows(t *testing.T) {
	t.Parallel()
	g := hills()
	mix := make([]uint8, 53) // some at once and some alone
	for _, v := range []float64{0, 0.25, 17, 17.5, 311.999, 497} {
		if !g.MixRow(mix, 100, v) {
			t.Fatalf("row %g is beyond the source", v)
		}
		y, f := int(v), v-math.Floor(v)
		for i, m := range mix {
			a, b := float64(g.Pix[y*g.Width+100+i]), float64(g.Pix[(y+1)*g.Width+100+i])
			if want := a + (b-a)*f; math.Abs(float64(m)-want) > 0.5+math.Abs(b-a)/256 {
				t.Fatalf("row %g, column %d is %d, want %.2f", v, i, m, want)
			}
		}
	}
	for _, v := range []float64{-0.01, 499, 1e9, -1e9} {
		if g.MixRow(mix, 0, v) {
			t.Errorf("row %g is in the source", v)
		}
	}
}

func TestBetween(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b uint8
		f    int32
		want uint8
	}{{0, 0, 128, 0}, {255, 255, 128, 255}, {0, 200, 0, 0}, {0, 200, 128, 100}, {200, 0, 64, 150}} {
		if got := Between(c.a, c.b, c.f); got != c.want {
			t.Errorf("between %d and %d at %d: %d, want %d", c.a, c.b, c.f, got, c.want)
		}
	}
}

// TestHalveKeepsTheGround: a half has the mean of the four, and what it shows lies
// where it did.
func TestHalveKeepsTheGround(t *testing.T) {
	t.Parallel()
	g := hills()
	h := g.Half
	if h == nil || h.Half != nil || h.Width != 350 || h.Height != 250 || h.Step != 2 {
		t.Fatalf("the half is %+v", h)
	}
	for _, at := range [][2]int{{0, 0}, {100, 40}, {349, 249}} {
		x, y := at[0], at[1]
		sum := 0.0
		for _, d := range [][2]int{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
			sum += float64(g.Pix[(2*y+d[1])*g.Width+2*x+d[0]]) / 4
		}
		if got := float64(h.Pix[y*h.Width+x]); math.Abs(got-sum) > 0.5 {
			t.Errorf("pixel %v is %g, the mean is %g", at, got, sum)
		}
	}
	// The centre of the first pixel of the half is the corner that its four share.
	if want := (orb.Point{g.Origin[0] + 0.5, g.Origin[1] - 0.5}); h.Origin != want {
		t.Errorf("the half begins at %v, want %v", h.Origin, want)
	}
	small := &Texture{Width: 399, Height: 1000, Pix: make([]uint8, 399*1000)}
	if small.Halve(); small.Half != nil {
		t.Error("a few hundred pixels were halved")
	}
}
