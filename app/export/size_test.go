package export

import (
	"math"
	"testing"
)

// What is taken is a size that can be drawn, whatever is asked for.
func FuzzParseSize(f *testing.F) {
	for _, name := range append(SizeNames(), "1920x1080", "1X1", "99999999x9", "-5x5", "0x0", "1e3x10", "16384x100", " 100x100", "x") {
		f.Add(name, 1, 0.0)
		f.Add(name, 3, 300.0)
	}
	f.Add("slide", 0, math.NaN())
	f.Fuzz(func(t *testing.T, name string, scale int, dpi float64) {
		s, err := ParseSize(name, scale, dpi)
		if err != nil {
			return
		}
		w, h := s.layout()
		if s.Width < MinSide || s.Height < MinSide || s.Width > MaxSide || s.Height > MaxSide || s.Width*s.Height > MaxPixels ||
			!(s.Density > 0) || !(s.DPI >= 1) || math.IsInf(s.DPI, 0) || !(w > 0 && h > 0) {
			t.Errorf("%q at %d and %g dpi is %+v", name, scale, dpi, s)
		}
	})
}
