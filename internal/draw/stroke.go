package draw

import "math"

// A stroke is drawn as closed strips: gentle bends share a mitred edge, sharp
// ones end a strip and fill the gap with a wedge. Every strip and wedge turns
// the same way round, so that they add up in a raster.

// stroke adds a line of half width hw, in pixels from the raster's corner.
func (r *raster) stroke(pts []point, closed bool, hw float64) {
	n := len(pts)
	if closed && n > 1 && pts[0] == pts[n-1] {
		n--
	}
	if n < 2 {
		return
	}
	segs := n - 1
	if closed && n > 2 {
		segs = n
	}
	s := strip{r: r, hw: hw}
	for i := range segs {
		s.segment(pts[i], pts[(i+1)%n])
	}
	if closed && n > 2 && s.open {
		s.corner(pts[1])
	}
	s.end()
}

// strip is the state of a stroke under way.
type strip struct {
	r              *raster
	hw             float64
	open           bool
	from, to       point // last segment
	dx, dy, length float64
	lx, ly, rx, ry int // left and right corner at from
}

func fix(v float64) int { return int(math.Floor(v*subpixel + 0.5)) }

func (s *strip) segment(a, b point) {
	dx, dy := b.x-a.x, b.y-a.y
	length := math.Sqrt(dx*dx + dy*dy)
	if length < 1e-6 {
		return
	}
	dx, dy = dx/length, dy/length
	if s.open {
		s.join(dx, dy, length)
	} else {
		s.begin(a, dx, dy)
	}
	s.from, s.to, s.dx, s.dy, s.length, s.open = a, b, dx, dy, length, true
}

// begin starts a strip at a with a blunt end.
func (s *strip) begin(a point, dx, dy float64) {
	s.lx, s.ly = fix(a.x-dy*s.hw), fix(a.y+dx*s.hw)
	s.rx, s.ry = fix(a.x+dy*s.hw), fix(a.y-dx*s.hw)
	s.r.line(s.rx, s.ry, s.lx, s.ly)
}

// advance moves the two sides on to new corners.
func (s *strip) advance(lx, ly, rx, ry int) {
	s.r.line(s.lx, s.ly, lx, ly)
	s.r.line(rx, ry, s.rx, s.ry)
	s.lx, s.ly, s.rx, s.ry = lx, ly, rx, ry
}

// finish ends the strip at s.to with a blunt end.
func (s *strip) finish() {
	s.advance(fix(s.to.x-s.dy*s.hw), fix(s.to.y+s.dx*s.hw), fix(s.to.x+s.dy*s.hw), fix(s.to.y-s.dx*s.hw))
	s.r.line(s.lx, s.ly, s.rx, s.ry)
}

func (s *strip) end() {
	if s.open {
		s.finish()
		s.open = false
	}
}

// join turns from the last segment to one in direction dx, dy.
func (s *strip) join(dx, dy, length float64) {
	cos, sin := s.dx*dx+s.dy*dy, s.dx*dy-s.dy*dx
	if cos > 0.5 && s.hw*math.Abs(sin) < (1+cos)*math.Min(s.length, length) {
		k := s.hw / (1 + cos)
		mx, my := -(s.dy+dy)*k, (s.dx+dx)*k
		s.advance(fix(s.to.x+mx), fix(s.to.y+my), fix(s.to.x-mx), fix(s.to.y-my))
		return
	}
	s.finish()
	s.wedge(dx, dy, sin)
	s.begin(s.to, dx, dy)
}

// corner closes a ring: its last point gets the wedge towards next.
func (s *strip) corner(next point) {
	dx, dy := next.x-s.to.x, next.y-s.to.y
	if l := math.Hypot(dx, dy); l > 1e-6 {
		dx, dy = dx/l, dy/l
		s.wedge(dx, dy, s.dx*dy-s.dy*dx)
	}
}

// wedge fills the outer side of a bend at s.to, rounded.
func (s *strip) wedge(dx, dy, sin float64) {
	side := s.hw
	if sin > 0 {
		side = -side
	}
	ax, ay := -s.dy*side, s.dx*side
	bx, by := -dy*side, dx*side
	mx, my := ax+bx, ay+by
	if l := math.Hypot(mx, my); l > s.hw/8 {
		mx, my = mx/l*s.hw, my/l*s.hw
	} else {
		mx, my = s.dx*s.hw, s.dy*s.hw // a full turn: a cap
	}
	p := [4]point{s.to, {s.to.x + ax, s.to.y + ay}, {s.to.x + mx, s.to.y + my}, {s.to.x + bx, s.to.y + by}}
	if side < 0 {
		p[1], p[3] = p[3], p[1]
	}
	var x, y [4]int
	area := 0
	for i := range p {
		x[i], y[i] = fix(p[i].x), fix(p[i].y)
	}
	for i := range p {
		k := (i + 1) % 4
		area += x[i]*y[k] - x[k]*y[i]
	}
	for i := range p {
		k := (i + 1) % 4
		if area > 0 {
			s.r.line(x[k], y[k], x[i], y[i])
		} else {
			s.r.line(x[i], y[i], x[k], y[k])
		}
	}
}

// dashes calls draw for every dash of a line; pattern is lengths of ink and gap
// in turn. The buffer is reused and returned.
func dashes(pts []point, pattern []float64, buf []point, draw func([]point)) []point {
	k, left, on := 0, pattern[0], true
	buf = buf[:0]
	if len(pts) > 0 {
		buf = append(buf, pts[0])
	}
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		length := math.Hypot(b.x-a.x, b.y-a.y)
		for at := 0.0; ; {
			if length-at < left {
				left -= length - at
				if on {
					buf = append(buf, b)
				}
				break
			}
			at += left
			t := at / length
			p := point{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t}
			if on {
				draw(append(buf, p))
			}
			buf = append(buf[:0], p)
			on = !on
			k = (k + 1) % len(pattern)
			left = pattern[k]
		}
		if !on && len(buf) > 0 {
			buf = append(buf[:0], b)
		}
	}
	if on && len(buf) > 1 {
		draw(buf)
	}
	return buf
}
