package draw

import "github.com/paulmach/orb"

// ClipRing cuts a ring to a box, side by side (Sutherland and Hodgman). The
// result may run along the sides of the box; it is nil if nothing is left. The
// input stays as it is.
func ClipRing(ring []orb.Point, box orb.Bound) []orb.Point {
	out := ring
	for side := range 4 {
		if len(out) == 0 {
			return nil
		}
		axis, limit, sign := side/2, box.Min[side/2], 1.0
		if side%2 == 1 {
			limit, sign = box.Max[axis], -1
		}
		next := make([]orb.Point, 0, len(out)+4)
		last := out[len(out)-1]
		lastIn := (last[axis]-limit)*sign >= 0
		for _, p := range out {
			in := (p[axis]-limit)*sign >= 0
			if in != lastIn {
				next = append(next, crossing(last, p, axis, limit))
			}
			if in {
				next = append(next, p)
			}
			last, lastIn = p, in
		}
		out = next
	}
	if len(out) < 3 {
		return nil
	}
	return out
}

// crossing is where the edge from a to b reaches a limit on an axis; it is the
// same for the edge from b to a.
func crossing(a, b orb.Point, axis int, limit float64) orb.Point {
	if a[axis] > b[axis] {
		a, b = b, a
	}
	t := (limit - a[axis]) / (b[axis] - a[axis])
	var p orb.Point
	p[axis] = limit
	other := 1 - axis
	p[other] = a[other] + t*(b[other]-a[other])
	// Rounding must not take the point beyond its edge.
	p[other] = min(max(p[other], min(a[other], b[other])), max(a[other], b[other]))
	return p
}

// ClipLine cuts a line to a box; each piece that is left is a line of its own.
func ClipLine(line []orb.Point, box orb.Bound) [][]orb.Point {
	var pieces [][]orb.Point
	var piece []orb.Point
	for i := 1; i < len(line); i++ {
		a, b, ok := clipSegment(line[i-1], line[i], box)
		if !ok {
			if len(piece) > 1 {
				pieces = append(pieces, piece)
			}
			piece = nil
			continue
		}
		if len(piece) == 0 || piece[len(piece)-1] != a {
			if len(piece) > 1 {
				pieces = append(pieces, piece)
			}
			piece = []orb.Point{a}
		}
		piece = append(piece, b)
	}
	if len(piece) > 1 {
		pieces = append(pieces, piece)
	}
	return pieces
}

func clipSegment(a, b orb.Point, box orb.Bound) (orb.Point, orb.Point, bool) {
	for axis := range 2 {
		for _, side := range []struct{ limit, sign float64 }{{box.Min[axis], 1}, {box.Max[axis], -1}} {
			aIn, bIn := (a[axis]-side.limit)*side.sign >= 0, (b[axis]-side.limit)*side.sign >= 0
			switch {
			case !aIn && !bIn:
				return a, b, false
			case !aIn:
				a = crossing(a, b, axis, side.limit)
			case !bIn:
				b = crossing(a, b, axis, side.limit)
			}
		}
	}
	return a, b, true
}
