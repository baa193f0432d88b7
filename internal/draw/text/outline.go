package text

import (
	"iter"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Point is a place from the origin of a glyph.
type Point struct{ X, Y float64 }

// Segment is a piece of an outline: with one point a line to it, with two a
// quadratic curve, with three a cubic one, whose last is its end.
type Segment []Point

// Contour is a closed curve. Its last segment ends where it starts.
type Contour struct {
	Start    Point
	Segments []Segment
}

// Outline is the shape of a glyph, to be filled by non-zero winding.
type Outline []Contour

// Outline returns the shape of a glyph; nil for a glyph without ink. It must
// not be changed.
func (f *Face) Outline(id ID) Outline {
	f.mu.Lock()
	defer f.mu.Unlock()
	if o, ok := f.outlines[id]; ok {
		return o
	}
	o := f.outline(id)
	f.outlines[id] = o // as many as the face has glyphs
	return o
}

func (f *Face) outline(id ID) Outline {
	var segments []opentype.Segment
	switch g := f.font.GlyphData(id).(type) {
	case font.GlyphOutline:
		segments = g.Segments
	case font.GlyphSVG:
		segments = g.Outline.Segments
	case font.GlyphBitmap:
		if g.Outline != nil {
			segments = g.Outline.Segments
		}
	}
	var out Outline
	n := 0
	for i := range segments {
		n += len(segments[i].ArgsSlice())
	}
	all := make([]Point, 0, n)
	for i := range segments {
		s := &segments[i]
		start := len(all)
		for _, p := range s.ArgsSlice() {
			all = append(all, Point{float64(p.X) * f.unit, -float64(p.Y) * f.unit})
		}
		points := Segment(all[start:len(all):len(all)])
		if s.Op == opentype.SegmentOpMoveTo {
			out = append(out, Contour{Start: points[0]})
		} else if n := len(out); n > 0 {
			out[n-1].Segments = append(out[n-1].Segments, points)
		}
	}
	for i := range out {
		c := &out[i]
		if n := len(c.Segments); n > 0 {
			if last := c.Segments[n-1]; last[len(last)-1] != c.Start {
				c.Segments = append(c.Segments, Segment{c.Start})
			}
		}
	}
	return out
}

// Rings are the outline as polygons that leave it by no more than a tolerance. They are
// not closed by a last point equal to the first. Each lies in the same memory as the one
// before, which is kept in room for the next outline.
func (o Outline) Rings(tolerance float64, room *[]Point) iter.Seq[[]Point] {
	return func(yield func(ring []Point) bool) {
		for i := range o {
			*room = append((*room)[:0], o[i].Start)
			for _, s := range o[i].Segments {
				*room = s.flatten(*room, tolerance)
			}
			if ring := (*room)[:len(*room)-1]; len(ring) > 2 && !yield(ring) {
				return
			}
		}
	}
}

// flatten adds the chords of a segment that begins at the last point of a ring.
func (s Segment) flatten(ring []Point, tolerance float64) []Point {
	a, n := ring[len(ring)-1], s.chords(ring[len(ring)-1], tolerance)
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		var p Point
		switch len(s) {
		case 2:
			p = Point{u*u*a.X + 2*u*t*s[0].X + t*t*s[1].X, u*u*a.Y + 2*u*t*s[0].Y + t*t*s[1].Y}
		case 3:
			k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
			p = Point{k0*a.X + k1*s[0].X + k2*s[1].X + k3*s[2].X, k0*a.Y + k1*s[0].Y + k2*s[1].Y + k3*s[2].Y}
		}
		ring = append(ring, p)
	}
	return append(ring, s[len(s)-1])
}

// chords is how many chords keep within a tolerance of a curve: a curve leaves
// a chord of 1/n of it by an eighth of its second derivative over n squared.
func (s Segment) chords(a Point, tolerance float64) int {
	bend := 0.0 // of the second differences, the largest
	switch len(s) {
	case 2:
		bend = 2 * math.Hypot(a.X-2*s[0].X+s[1].X, a.Y-2*s[0].Y+s[1].Y)
	case 3:
		bend = 6 * max(math.Hypot(a.X-2*s[0].X+s[1].X, a.Y-2*s[0].Y+s[1].Y), math.Hypot(s[0].X-2*s[1].X+s[2].X, s[0].Y-2*s[1].Y+s[2].Y))
	}
	const mostChords = 64
	return max(1, min(mostChords, int(math.Ceil(math.Sqrt(bend/8/max(tolerance, 1e-6))))))
}
