package maps

import (
	"context"
	"image"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/paulmach/orb"
)

// bandRows is the height of the strips that are drawn side by side. It does not
// depend on the number of cores, and a strip fits the cache of one.
const bandRows = 128

// band is one core's tools: a raster and buffers, kept from picture to picture.
type band struct {
	raster raster
	row    []byte // a row of one colour
	pts    []point
	dash   []point
	shade  []shadeMix
	masks  []stamped
	land   []landSpan // filled by the layer "land", for the relief

	pix         []byte // rows of the picture in this band
	stride      int
	top, height int // rows of the picture
	width       int
}

var bands = sync.Pool{New: func() any { return new(band) }}

// drawImage draws a picture from its top left corner into dst. Pixels of dst
// outside the picture stay as they are.
func drawImage(ctx context.Context, dst *image.RGBA, pic *Picture) error {
	b := dst.Bounds()
	width, height := min(pic.Width, b.Dx()), min(pic.Height, b.Dy())
	if width <= 0 || height <= 0 {
		return ctx.Err()
	}
	count := (height + bandRows - 1) / bandRows
	var next atomic.Int32
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), count) {
		wg.Go(func() {
			t := bands.Get().(*band)
			defer bands.Put(t)
			for {
				i := int(next.Add(1)) - 1
				if i >= count {
					return
				}
				t.top, t.width = i*bandRows, width
				t.height = min(bandRows, height-t.top)
				t.pix, t.stride = dst.Pix[dst.PixOffset(b.Min.X, b.Min.Y+t.top):], dst.Stride
				t.draw(ctx, pic)
				t.pix = nil
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}

func (t *band) draw(ctx context.Context, pic *Picture) {
	t.raster.reset(t.width, t.height)
	t.land = t.land[:0]
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
			t.fillShapes(s)
			if s.Layer == "land" {
				t.paintLand(s)
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
			t.relief(s)
		case StepText:
			t.text(s)
		}
	}
}

// window is the band in device pixels with a margin.
func (t *band) window(margin float64) orb.Bound {
	return orb.Bound{
		Min: orb.Point{-margin, float64(t.top) - margin},
		Max: orb.Point{float64(t.width) + margin, float64(t.top+t.height) + margin},
	}
}

func (t *band) fillShapes(s *Step) {
	win := t.window(1)
	for _, g := range s.shapes {
		if !s.to.bound(g.bound).Intersects(win) {
			continue
		}
		for i, part := range g.parts {
			if s.to.bound(g.bounds[i]).Intersects(win) {
				t.fill(part, s.to)
			}
		}
	}
}

// fill adds a ring.
func (t *band) fill(ring []orb.Point, to affine) {
	if len(ring) < 3 {
		return
	}
	// Scaling by 256 here, and moving up to where truncating is rounding down,
	// spares a call per number.
	const up = 1 << 40
	sx, sy := to.sx*subpixel, to.sy*subpixel
	tx, ty := to.tx*subpixel+0.5+up, (to.ty-float64(t.top))*subpixel+0.5+up
	at := func(p orb.Point) (int, int) {
		return int(float64(sx*p[0])+tx) - up, int(float64(sy*p[1])+ty) - up
	}
	r, h := &t.raster, t.height*subpixel
	lx, ly := at(ring[len(ring)-1])
	for _, p := range ring {
		x, y := at(p)
		if (y > 0 || ly > 0) && (y < h || ly < h) {
			r.line(lx, ly, x, y)
		}
		lx, ly = x, y
	}
}

func (t *band) strokeShapes(s *Step) {
	win := t.window(s.Width/2 + 1)
	for _, g := range s.shapes {
		if !s.to.bound(g.bound).Intersects(win) {
			continue
		}
		for i, part := range g.parts {
			if !s.to.bound(g.bounds[i]).Intersects(win) {
				continue
			}
			// What is thinner than a pen's breadth does not show under it.
			t.points(part, s.to, max(0.5, s.Width/4))
			if s.Dash != nil {
				if g.closed {
					t.pts = append(t.pts, t.pts[0])
				}
				t.dash = dashes(t.pts, s.Dash, t.dash, func(d []point) { t.raster.stroke(d, false, s.Width/2) })
			} else {
				t.raster.stroke(t.pts, g.closed, s.Width/2)
			}
		}
	}
}

// points puts a line, in pixels of the band, into t.pts. Points nearer than
// near to the last one are left out.
func (t *band) points(line []orb.Point, to affine, near float64) {
	t.pts = t.pts[:0]
	ty := to.ty - float64(t.top)
	var last point
	for i, p := range line {
		q := point{float64(to.sx*p[0]) + to.tx, float64(to.sy*p[1]) + ty}
		if i > 0 && i < len(line)-1 {
			if dx, dy := q.x-last.x, q.y-last.y; dx < near && dx > -near && dy < near && dy > -near {
				continue
			}
		}
		t.pts = append(t.pts, q)
		last = q
	}
}

func (t *band) paint(s *Step) {
	if t.raster.bottom == 0 {
		return
	}
	k := newInk(s.Color, t.row)
	t.raster.paint(t.pix, t.stride, &k)
}

// landSpan is pixels of a row of the band that are wholly land.
type landSpan struct{ y, x0, x1 int32 }

// paintLand is paint that remembers where land is.
func (t *band) paintLand(s *Step) {
	if t.raster.bottom == 0 {
		return
	}
	k := newInk(s.Color, t.row)
	t.raster.sweep(func(y, x0, x1 int, cover uint32) {
		k.span(t.pix[y*t.stride:], x0, x1, cover)
		if cover == 255 {
			t.land = append(t.land, landSpan{int32(y), int32(x0), int32(x1)})
		}
	})
}

// hatch paints diagonal lines a third of a period wide.
func (t *band) hatch(s *Step) {
	if t.raster.bottom == 0 {
		return
	}
	k := newInk(s.Color, nil)
	n := s.period
	line := make([]uint32, n)
	for i := range line {
		// distance from the middle of the line, in pixels across it
		d := float64(i) - float64(n)/2
		if d < 0 {
			d = -d
		}
		w := s.Width/2*1.4142 + 0.7 - d
		line[i] = uint32(255 * min(max(w/1.4142, 0), 1))
	}
	t.raster.sweep(func(y, x0, x1 int, cover uint32) {
		pix := t.pix[y*t.stride:]
		at := (x0 + y + t.top + s.phase) % n
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
