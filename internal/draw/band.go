package draw

import (
	"context"
	"math"
	"sync"

	"github.com/paulmach/orb"
)

// band is one core's tools: a raster and buffers, kept from tile to tile.
type band struct {
	raster raster
	row    []byte // a row of one colour
	pts    []point
	dash   []point
	shade  []uint8 // a row of the relief
	tones  *tones
	masks  []stamped
	glyphs glyphTools
	kept   []keptSpan // by the last step that keeps

	pix           []byte // of the tile
	stride        int
	left, top     int // of the tile in the picture
	width, height int
}

var bands = sync.Pool{New: func() any { return new(band) }}

// draw draws what of a picture lies in the tile.
func (t *band) draw(ctx context.Context, pic *Picture) {
	t.raster.reset(t.width, t.height)
	t.kept = t.kept[:0]
	if n := t.width * 4; cap(t.row) < n {
		t.row = make([]byte, n)
	} else {
		t.row = t.row[:n]
	}
	for i := range pic.Steps {
		if ctx.Err() != nil {
			return
		}
		s := &pic.Steps[i]
		switch s.Kind {
		case StepFill:
			if t.upright(s) {
				continue
			}
			t.fillShapes(s)
			if s.Keep {
				t.keep(s)
			} else {
				t.paint(s)
			}
		case StepHatch:
			t.fillShapes(s)
			t.hatch(s)
		case StepStroke:
			t.strokeShapes(s)
			t.paint(s)
		case StepShade:
			t.shadeKept(s)
		case StepText:
			t.text(s)
		}
	}
}

// window is the tile in device pixels with a margin.
func (t *band) window(margin float64) orb.Bound {
	return orb.Bound{
		Min: orb.Point{float64(t.left) - margin, float64(t.top) - margin},
		Max: orb.Point{float64(t.left+t.width) + margin, float64(t.top+t.height) + margin},
	}
}

func (t *band) fillShapes(s *Step) {
	win := s.To.Origin(t.window(1))
	for _, g := range s.Paths {
		if apart(&g.Bound, &win) {
			continue
		}
		for i := range g.Parts {
			if !apart(&g.Bounds[i], &win) {
				t.fill(g, i, s.To, &win)
			}
		}
	}
}

// fill adds a ring. What of it lies beyond a side of the window, which is one of the
// path's plane, counts as much as its chord does.
func (t *band) fill(g *Path, part int, to Affine, win *orb.Bound) {
	ring := g.Parts[part]
	if len(ring) < 3 {
		return
	}
	// Scaling by 256 here, and moving up to where truncating is rounding down,
	// spares a call per number.
	const up = 3 << 39
	sx, sy := to.SX*subpixel, to.SY*subpixel
	tx, ty := (to.TX-float64(t.left))*subpixel+0.5+up, (to.TY-float64(t.top))*subpixel+0.5+up
	at := func(p orb.Point) (int, int) {
		return int(float64(sx*p[0])+tx) - up, int(float64(sy*p[1])+ty) - up
	}
	r, h := &t.raster, t.height*subpixel
	lx, ly := at(ring[len(ring)-1])
	for k := range g.runs(part) {
		for _, p := range g.run(part, k, win) {
			x, y := at(p)
			if (y > 0 || ly > 0) && (y < h || ly < h) {
				r.line(lx, ly, x, y)
			}
			lx, ly = x, y
		}
	}
}

func (t *band) strokeShapes(s *Step) {
	win, reach := s.To.Origin(t.window(s.Width/2+1)), t.window(s.Width+2)
	// What is thinner than a pen's breadth does not show under it.
	near := max(0.5, s.Width/4)
	if s.Dash != nil { // dashes are counted from the line's beginning
		reach = orb.Bound{Min: orb.Point{math.Inf(-1), math.Inf(-1)}, Max: orb.Point{math.Inf(1), math.Inf(1)}}
	}
	for _, g := range s.Paths {
		if apart(&g.Bound, &win) {
			continue
		}
		for i := range g.Parts {
			if apart(&g.Bounds[i], &win) {
				continue
			}
			t.points(g, i, s.To, near, reach)
			if s.Dash != nil {
				if g.Closed {
					t.pts = append(t.pts, t.pts[0])
				}
				t.dash = dashes(t.pts, s.Dash, t.dash, func(d []point) { t.raster.stroke(d, false, s.Width/2) })
			} else {
				t.raster.stroke(t.pts, g.Closed, s.Width/2)
			}
		}
	}
}

// points puts a line, in pixels of the tile, into t.pts. Points nearer than near to
// the last one are left out, but for the last one of a run: so all bands draw the same
// line, whatever they pass over. Left out are also those between two others if all
// three lie beyond one side of reach: what joins the two lies there, too.
func (t *band) points(g *Path, part int, to Affine, near float64, reach orb.Bound) {
	t.pts = t.pts[:0]
	left, top := float64(t.left), float64(t.top)
	tx, ty := to.TX-left, to.TY-top
	x0, y0, x1, y1 := reach.Min[0]-left, reach.Min[1]-top, reach.Max[0]-left, reach.Max[1]-top
	win := to.Origin(reach)
	var last point
	var beyond, before uint8 // sides that the last point, and the last two, lie beyond
	for k := range g.runs(part) {
		run := g.run(part, k, &win)
		for i, p := range run {
			q := point{float64(to.SX*p[0]) + tx, float64(to.SY*p[1]) + ty}
			if len(t.pts) > 0 && i < len(run)-1 {
				if math.Abs(q.x-last.x) < near && math.Abs(q.y-last.y) < near {
					continue
				}
			}
			last = q
			var side uint8
			switch {
			case q.y < y0:
				side = 1
			case q.y > y1:
				side = 2
			case q.x < x0:
				side = 4
			case q.x > x1:
				side = 8
			}
			if side != 0 && side == before {
				t.pts[len(t.pts)-1] = q
				continue
			}
			t.pts = append(t.pts, q)
			if before = 0; side == beyond {
				before = side
			}
			beyond = side
		}
	}
}

func (t *band) paint(s *Step) {
	if t.raster.bottom == 0 {
		return
	}
	k := newInk(s.Color, t.row)
	t.raster.paint(t.pix, t.stride, &k)
}

// keptSpan is pixels of a row of the tile that are wholly covered.
type keptSpan struct{ y, x0, x1 int32 }

// keep is paint that remembers what it covers.
func (t *band) keep(s *Step) {
	t.kept = t.kept[:0]
	if t.raster.bottom == 0 {
		return
	}
	k := newInk(s.Color, t.row)
	t.raster.sweep(func(y, x0, x1 int, cover uint32) {
		k.span(t.pix[y*t.stride:], x0, x1, cover)
		if cover == 255 {
			t.kept = append(t.kept, keptSpan{int32(y), int32(x0), int32(x1)})
		}
	})
}
