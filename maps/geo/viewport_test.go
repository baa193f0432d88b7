package geo

import (
	"math"
	"testing"
	"testing/quick"

	"github.com/paulmach/orb"
)

func TestFitShowsTheExtent(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]float64{{1280, 800}, {300, 900}, {40, 40}} {
		v := fitted(size[0], size[1], 1)
		for _, ll := range region {
			if x, y := v.ToScreen(ll); size[0] > 40 && (x < 19.9 || y < 19.9 || x > size[0]-19.9 || y > size[1]-19.9) {
				t.Errorf("%v at %.1f %.1f of %v", ll, x, y, size)
			}
		}
	}
	if v := Fit(asia, nil, 100, 100, 1, 0); v.Empty() {
		t.Error("an empty extent shows nothing")
	}
	if !(Viewport{}).Empty() {
		t.Error("the zero viewport is not empty")
	}
}

func TestScreenAndBack(t *testing.T) {
	t.Parallel()
	v := fitted(1000, 700, 2)
	err := quick.Check(func(a, b uint16) bool {
		x, y := float64(a)/65.536, float64(b)/93.6
		gx, gy := v.ToScreen(v.FromScreen(x, y))
		return math.Hypot(gx-x, gy-y) < 1e-6
	}, nil)
	if err != nil {
		t.Error(err)
	}
}

func TestPanAndZoomHoldThePoint(t *testing.T) {
	t.Parallel()
	v := fitted(1000, 700, 1)
	at := v.FromScreen(200, 300)
	if x, y := v.Pan(31, -17).ToScreen(at); math.Hypot(x-231, y-283) > 1e-6 {
		t.Errorf("panned to %g %g", x, y)
	}
	z := v.ZoomAt(200, 300, 2.5)
	if x, y := z.ToScreen(at); math.Hypot(x-200, y-300) > 1e-6 || math.Abs(z.Scale-v.Scale/2.5) > 1e-9 {
		t.Errorf("zoomed to %g %g, scale %g", x, y, z.Scale)
	}
	for _, bad := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if v.ZoomAt(1, 1, bad) != v {
			t.Errorf("factor %g moved the map", bad)
		}
	}
	c := v.Pan(1e9, 1e9).ZoomAt(0, 0, 1e9).Clamp(orb.Bound{Min: orb.Point{-1, -2}, Max: orb.Point{3, 4}}, 10, 20)
	if c.Scale != 10 || c.Center[0] < -1 || c.Center[0] > 3 || c.Center[1] < -2 || c.Center[1] > 4 {
		t.Errorf("clamped to %v, %g", c.Center, c.Scale)
	}
}
