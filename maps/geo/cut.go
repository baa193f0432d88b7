package geo

import (
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// cut is a line or ring, in degrees, in the pieces that the meridian opposite to
// the given one cuts it into: each lies within 180 degrees of the meridian. The
// longitudes of the input may count on beyond 180; neighbours on it must not
// jump from one side of the earth to the other.
func cut(part []orb.Point, closed bool, meridian float64) [][]orb.Point {
	west, east := part[0][0], part[0][0]
	for _, p := range part {
		west, east = min(west, p[0]), max(east, p[0])
	}
	lo, hi := meridian-180, meridian+180
	if west >= lo && east <= hi {
		return [][]orb.Point{part}
	}
	var out [][]orb.Point
	for _, turn := range []float64{-720, -360, 0, 360, 720} {
		box := orb.Bound{Min: orb.Point{lo - turn, -91}, Max: orb.Point{hi - turn, 91}}
		var pieces [][]orb.Point
		switch {
		case east < box.Min[0] || west > box.Max[0]:
			continue
		case west >= box.Min[0] && east <= box.Max[0]:
			pieces = [][]orb.Point{part}
		case closed:
			if ring := draw.ClipRing(part, box); ring != nil {
				pieces = [][]orb.Point{ring}
			}
		default:
			pieces = draw.ClipLine(part, box)
		}
		for _, piece := range pieces {
			moved := make([]orb.Point, len(piece))
			for i, p := range piece {
				moved[i] = orb.Point{p[0] + turn, p[1]}
			}
			out = append(out, moved)
		}
	}
	return out
}

// ProjectPath appends a line or ring, in degrees, to a path in projected metres:
// cut where the projection cuts the earth, and with points added as
// [ProjectLine] does.
func ProjectPath(to *draw.Path, p Projection, part []orb.Point, closed bool, tolerance float64) {
	if len(part) == 0 {
		return
	}
	for _, piece := range cut(part, closed, p.Meridian()) {
		to.Add(ProjectLine(p, piece, closed, tolerance))
	}
}
