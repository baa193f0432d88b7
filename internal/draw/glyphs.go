package draw

import (
	"math"
)

// mask is the coverage of a glyph at a size, with its halo.
type mask struct {
	x, y, width, height int // box from the pen position, in pixels
	ink, halo           []uint8
}

type maskKey struct {
	r          rune
	size, halo float32
	slant      float32
	shift      uint8 // quarters of a pixel
	rotated    bool
	cos, sin   float32
	shiftY     uint8
}

// maxMasks bounds a face's cache of masks in bytes; beyond it the cache begins
// anew.
const maxMasks = 8 << 20

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
	for _, l := range s.Text.Letters {
		if l.Rune != ' ' {
			m, x, y := s.Text.mask(l)
			t.masks = append(t.masks, stamped{m, x, y})
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

// mask is the mask of a letter and the pixel that its pen stands on.
func (t *Text) mask(l Letter) (m *mask, px, py int) {
	fx, fy := math.Floor(l.X*4+0.5)/4, math.Floor(l.Y*4+0.5)/4
	px, py = int(math.Floor(fx)), int(math.Floor(fy))
	key := maskKey{
		r: l.Rune, size: float32(t.Size), halo: float32(t.HaloWidth), slant: float32(t.Slant),
		shift: uint8((fx - math.Floor(fx)) * 4), shiftY: uint8((fy - math.Floor(fy)) * 4),
	}
	cos, sin := 1.0, 0.0
	if l.Sin != 0 {
		// A hundredth of a radian cannot be seen on one letter.
		a := math.Round(math.Atan2(l.Sin, l.Cos)*100) / 100
		sin, cos = math.Sincos(a)
		key.rotated, key.cos, key.sin = true, float32(cos), float32(sin)
	} else {
		key.shiftY = 0
		py = int(math.Floor(l.Y + 0.5))
	}
	f := t.Face
	f.mu.RLock()
	m = f.masks[key]
	f.mu.RUnlock()
	if m != nil {
		return m, px, py
	}
	m = f.makeMask(key, cos, sin)
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.maskSize > maxMasks {
		clear(f.masks)
		f.maskSize = 0
	}
	f.masks[key] = m
	f.maskSize += 2*len(m.ink) + 100
	return m, px, py
}

// makeMask draws a glyph. A halo is its outline stroked and filled.
func (f *Face) makeMask(key maskKey, cos, sin float64) *mask {
	g := f.glyph(key.r)
	size, halo := float64(key.size), float64(key.halo)
	ox, oy := float64(key.shift)/4, float64(key.shiftY)/4
	rings := make([][]point, len(g.rings))
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i, ring := range g.rings {
		out := make([]point, len(ring))
		for k, p := range ring {
			x, y := (p.x-p.y*float64(key.slant))*size, p.y*size
			q := point{x*cos - y*sin + ox, x*sin + y*cos + oy}
			minX, maxX, minY, maxY = min(minX, q.x), max(maxX, q.x), min(minY, q.y), max(maxY, q.y)
			out[k] = q
		}
		rings[i] = out
	}
	if len(rings) == 0 {
		return &mask{}
	}
	pad := halo + 1
	m := &mask{x: int(math.Floor(minX - pad)), y: int(math.Floor(minY - pad))}
	m.width, m.height = int(math.Ceil(maxX+pad))-m.x, int(math.Ceil(maxY+pad))-m.y
	for _, ring := range rings {
		for k := range ring {
			ring[k].x -= float64(m.x)
			ring[k].y -= float64(m.y)
		}
	}
	var r raster
	r.reset(m.width, m.height)
	m.ink = make([]uint8, m.width*m.height)
	for _, ring := range rings {
		r.ring(ring)
	}
	put := func(to []uint8) func(y, x0, x1 int, cover uint32) {
		return func(y, x0, x1 int, cover uint32) {
			line := to[y*m.width+x0 : y*m.width+x1]
			for i := range line {
				line[i] = max(line[i], uint8(cover))
			}
		}
	}
	r.sweep(put(m.ink))
	m.halo = make([]uint8, len(m.ink))
	copy(m.halo, m.ink)
	if halo > 0 {
		for _, ring := range rings {
			r.stroke(ring, true, halo)
			r.sweep(put(m.halo))
		}
	}
	return m
}

// ring adds a closed outline in pixels.
func (r *raster) ring(ring []point) {
	last := ring[len(ring)-1]
	lx, ly := fix(last.x), fix(last.y)
	for _, p := range ring {
		x, y := fix(p.x), fix(p.y)
		r.line(lx, ly, x, y)
		lx, ly = x, y
	}
}
