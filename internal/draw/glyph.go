package draw

import (
	"math"
	"sync"

	"c5atlas.org/c5atlas/internal/draw/text"
)

// mask is the coverage of a glyph at a size, with its halo.
type mask struct {
	x, y, width, height int // box from the pen position, in pixels
	ink, halo           []uint8
}

// maskKey is all that a mask depends on.
type maskKey struct {
	face       *text.Face
	id         text.ID
	size, halo float32
	slant      float32
	cos, sin   float32
	shift      [2]uint8 // quarters of a pixel, right and down
}

// masks are those drawn lately, of all faces.
var masks = struct {
	sync.RWMutex
	of   map[maskKey]*mask
	size int // bytes
}{of: map[maskKey]*mask{}}

// maxMasks bounds the masks in bytes; beyond it they begin anew.
const maxMasks = 16 << 20

// stamped is a mask on its place.
type stamped struct {
	m    *mask
	x, y int
}

// text draws a label: all halos, then all letters.
func (t *band) text(s *Step) {
	b := s.Text.box
	pad := s.Text.HaloWidth + s.Text.Size*0.3
	if b.Max[1]+pad < float64(t.top) || b.Min[1]-pad > float64(t.top+t.height) ||
		b.Max[0]+pad < float64(t.left) || b.Min[0]-pad > float64(t.left+t.width) {
		return
	}
	t.masks = t.masks[:0]
	for i := range s.Text.Letters {
		l := &s.Text.Letters[i]
		for _, g := range l.Glyphs {
			if m, x, y := s.Text.mask(l, g, &t.glyphs); len(m.ink) > 0 {
				t.masks = append(t.masks, stamped{m, x, y})
			}
		}
	}
	halo, ink := newInk(s.Text.Halo, nil), newInk(s.Color, nil)
	if s.Text.HaloWidth > 0 && s.Text.Halo.A > 0 {
		for _, k := range t.masks {
			t.stamp(k.m, k.m.halo, k.x, k.y, &halo)
		}
	}
	for _, k := range t.masks {
		t.stamp(k.m, k.m.ink, k.x, k.y, &ink)
	}
}

// stamp blends a mask whose pen is at pixel x, y of the picture.
func (t *band) stamp(m *mask, cover []uint8, x, y int, k *ink) {
	x, y = x+m.x-t.left, y+m.y-t.top
	for r := max(0, -y); r < m.height && y+r < t.height; r++ {
		pix := t.pix[(y+r)*t.stride:]
		line := cover[r*m.width : (r+1)*m.width]
		for i := max(0, -x); i < len(line) && x+i < t.width; i++ {
			if line[i] > 0 {
				k.dot(pix[(x+i)*4:], uint32(line[i]))
			}
		}
	}
}

// mask is the mask of a glyph of a letter and the pixel that its pen stands on. One that
// is not there yet is drawn with these tools.
func (t *Text) mask(l *Letter, g text.Glyph, tools *glyphTools) (m *mask, px, py int) {
	x, y := l.X+(g.X*l.Cos-g.Y*l.Sin)*t.Size, l.Y+(g.X*l.Sin+g.Y*l.Cos)*t.Size
	key := maskKey{face: t.Face, id: g.ID, size: float32(t.Size), halo: float32(t.HaloWidth), slant: float32(t.Slant), cos: 1}
	px, key.shift[0] = quarters(x)
	if l.Sin != 0 {
		// A hundredth of a radian cannot be seen on one letter.
		sin, cos := math.Sincos(math.Round(math.Atan2(l.Sin, l.Cos)*100) / 100)
		key.cos, key.sin = float32(cos), float32(sin)
		py, key.shift[1] = quarters(y)
	} else {
		py = int(math.Floor(y + 0.5))
	}
	masks.RLock()
	m = masks.of[key]
	masks.RUnlock()
	if m != nil {
		return m, px, py
	}
	m = key.draw(tools)
	masks.Lock()
	defer masks.Unlock()
	if masks.size > maxMasks {
		clear(masks.of)
		masks.size = 0
	}
	masks.of[key] = m
	masks.size += 2*len(m.ink) + 150
	return m, px, py
}

// quarters is a place as a pixel and quarters of one.
func quarters(v float64) (pixel int, shift uint8) {
	v = math.Floor(v*4 + 0.5)
	pixel = int(math.Floor(v / 4))
	return pixel, uint8(v - 4*math.Floor(v/4))
}

// glyphTools are what a glyph is drawn with, kept from one to the next: hundreds are drawn
// for a picture.
type glyphTools struct {
	raster  raster
	contour []text.Point
	points  []point // of all rings
	ends    []int   // of each ring, in points
}

// rings are the outlines of the glyph at hand.
func (t *glyphTools) rings(yield func(ring []point) bool) {
	start := 0
	for _, end := range t.ends {
		if !yield(t.points[start:end]) {
			return
		}
		start = end
	}
}

// draw draws a glyph. A halo is its outline stroked and filled.
func (key *maskKey) draw(t *glyphTools) *mask {
	size, halo, slant := float64(key.size), float64(key.halo), float64(key.slant)
	sin, cos := math.Sincos(math.Atan2(float64(key.sin), float64(key.cos)))
	ox, oy := float64(key.shift[0])/4, float64(key.shift[1])/4
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	t.points, t.ends = t.points[:0], t.ends[:0]
	for ring := range key.face.Outline(key.id).Rings(flatness/size, &t.contour) {
		for _, p := range ring {
			x, y := (p.X-p.Y*slant)*size, p.Y*size
			q := point{x*cos - y*sin + ox, x*sin + y*cos + oy}
			minX, maxX, minY, maxY = min(minX, q.x), max(maxX, q.x), min(minY, q.y), max(maxY, q.y)
			t.points = append(t.points, q)
		}
		t.ends = append(t.ends, len(t.points))
	}
	if len(t.ends) == 0 {
		return &mask{}
	}
	pad := halo + 1
	m := &mask{x: int(math.Floor(minX - pad)), y: int(math.Floor(minY - pad))}
	m.width, m.height = int(math.Ceil(maxX+pad))-m.x, int(math.Ceil(maxY+pad))-m.y
	for i := range t.points {
		t.points[i].x -= float64(m.x)
		t.points[i].y -= float64(m.y)
	}
	r := &t.raster
	r.reset(m.width, m.height)
	for ring := range t.rings {
		r.ring(ring)
	}
	m.ink = make([]uint8, m.width*m.height)
	r.sweep(func(y, x0, x1 int, cover uint32) {
		line := m.ink[y*m.width+x0 : y*m.width+x1]
		for i := range line {
			line[i] = uint8(cover)
		}
	})
	m.halo = m.ink
	if halo > 0 {
		m.halo = append([]uint8(nil), m.ink...)
		for ring := range t.rings {
			r.stroke(ring, true, halo)
			r.sweep(func(y, x0, x1 int, cover uint32) {
				line := m.halo[y*m.width+x0 : y*m.width+x1]
				for i := range line {
					line[i] = max(line[i], uint8(cover))
				}
			})
		}
	}
	return m
}

// flatness is how far, in pixels, a letter's curves may be off.
const flatness = 0.03
