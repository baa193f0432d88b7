package draw

import "math"

// A stroke is drawn as one closed outline along its two sides: they meet in a mitre
// in gentle bends, and sharp ones are rounded. Every part of it turns the same way
// round, so that the parts add up in a raster.

// stroke adds a line of half width hw, in pixels from the raster's corner.
func (r *raster) stroke(pts []point, closed bool, hw float64) {
	n := len(pts)
	if closed && n > 1 && pts[0] == pts[n-1] {
		n--
	}
	if n < 2 {
		return
	}
	closed = closed && n > 2
	segs := n - 1
	if closed {
		segs = n
	}
	s := strip{r: r, hw: hw, sharp: 0.5}
	if hw < thin {
		s.sharp = -0.3
	}
	for i := range segs {
		s.segment(pts[i], pts[(i+1)%n])
	}
	if closed && s.open {
		s.close(pts[1])
	}
	s.end()
}

// thin is half the width of lines so thin that it does not show whether a bend is
// pointed or round, but for the sharpest.
const thin = 0.75

// strip is the state of a stroke under way.
type strip struct {
	r              *raster
	hw             float64
	sharp          float64 // cosine of the sharpest bend that is mitred
	open           bool
	to             point   // where the last segment ends
	dx, dy, length float64 // of it
	lx, ly, rx, ry int     // left and right corner where it begins
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
	s.to, s.dx, s.dy, s.length, s.open = b, dx, dy, length, true
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

// blunt moves the two sides on to s.to, square to a direction.
func (s *strip) blunt(dx, dy float64) {
	s.advance(fix(s.to.x-dy*s.hw), fix(s.to.y+dx*s.hw), fix(s.to.x+dy*s.hw), fix(s.to.y-dx*s.hw))
}

func (s *strip) end() {
	if s.open {
		s.blunt(s.dx, s.dy)
		s.r.line(s.lx, s.ly, s.rx, s.ry)
		s.open = false
	}
}

// join turns from the last segment to one in direction dx, dy.
func (s *strip) join(dx, dy, length float64) {
	cos, sin := s.dx*dx+s.dy*dy, s.dx*dy-s.dy*dx
	if cos > s.sharp && s.hw*math.Abs(sin) < (1+cos)*min(s.length, length) {
		k := s.hw / (1 + cos)
		mx, my := -(s.dy+dy)*k, (s.dx+dx)*k
		s.advance(fix(s.to.x+mx), fix(s.to.y+my), fix(s.to.x-mx), fix(s.to.y-my))
		return
	}
	s.bend(dx, dy)
}

// bend turns sharply: the outer side is rounded, and the inner one goes by way of
// s.to, so that all parts turn the same way round.
func (s *strip) bend(dx, dy float64) {
	cos, sin := s.dx*dx+s.dy*dy, s.dx*dy-s.dy*dx
	mx, my := s.dx, s.dy // back where it came from: a cap
	if cos > -0.99 {
		k := 1 / math.Sqrt(2+2*cos)
		mx, my = (s.dy+dy)*k, -(s.dx+dx)*k
		if sin < 0 {
			mx, my = -mx, -my
		}
	}
	x, y := fix(s.to.x), fix(s.to.y)
	ox, oy := fix(s.to.x+mx*s.hw), fix(s.to.y+my*s.hw)
	s.blunt(s.dx, s.dy)
	if sin < 0 {
		s.advance(ox, oy, x, y)
	} else {
		s.advance(x, y, ox, oy)
	}
	s.blunt(dx, dy)
}

// close turns at the first point of a ring towards the second.
func (s *strip) close(next point) {
	dx, dy := next.x-s.to.x, next.y-s.to.y
	if l := math.Sqrt(dx*dx + dy*dy); l > 1e-6 {
		dx, dy = dx/l, dy/l
		s.bend(dx, dy)
		s.dx, s.dy = dx, dy
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
