package draw

import "math"

// hatchLine is x + y in the middle of a line of hatching; the next is a period
// further.
func (s *Step) hatchLine() float64 { return float64(s.Period)/2 + 1 - s.Phase }

// hatching is how much lines of hatching cover of a pixel, 0 to 255, by the sum of
// its coordinates, to be counted on from 0 after the last.
func (s *Step) hatching() []uint32 {
	n := max(s.Period, 1)
	middle, half := s.hatchLine(), s.Width/2*math.Sqrt2 // along a row
	line := make([]uint32, n)
	for i := range line {
		share := 1.0
		if 2*half < float64(n) {
			share = 0
			// The lines that reach the pixel: as they see it, it lies from i to i + 2.
			first := math.Ceil((float64(i) - half - middle) / float64(n))
			for at := middle + first*float64(n) - float64(i); at-half < 2; at += float64(n) {
				share += below(at+half) - below(at-half)
			}
		}
		line[i] = uint32(255*max(share, 0) + 0.5)
	}
	return line
}

// below is how much of a pixel lies on this side of a diagonal that crosses its
// sides u from its corner.
func below(u float64) float64 {
	switch {
	case u <= 0:
		return 0
	case u < 1:
		return u * u / 2
	case u < 2:
		return 1 - (2-u)*(2-u)/2
	}
	return 1
}

// hatch paints lines from lower left to upper right.
func (t *band) hatch(s *Step) {
	if t.raster.bottom == 0 {
		return
	}
	k := newInk(s.Color, nil)
	line := s.hatching()
	n := len(line)
	t.raster.sweep(func(y, x0, x1 int, cover uint32) {
		pix := t.pix[y*t.stride:]
		at := (t.left + x0 + t.top + y) % n
		for x := x0; x < x1; x++ {
			if c := line[at]; c > 0 {
				k.span(pix, x, x+1, cover*c/255)
			}
			if at++; at == n {
				at = 0
			}
		}
	})
}
