package charts

import (
	"image"
	"image/draw"
	"math"
	"slices"

	"golang.org/x/image/vector"
)

// point is in device pixels, Y down.
type point struct{ x, y float64 }

func (p point) add(q point) point               { return point{p.x + q.x, p.y + q.y} }
func (p point) sub(q point) point               { return point{p.x - q.x, p.y - q.y} }
func (p point) times(f float64) point           { return point{p.x * f, p.y * f} }
func (p point) length() float64                 { return math.Hypot(p.x, p.y) }
func (p point) toward(q point, t float64) point { return p.add(q.sub(p).times(t)) }

// outline is a path flattened to polylines.
type outline struct {
	parts []polyline
}

type polyline struct {
	points []point
	closed bool
}

func (o *outline) reset() { o.parts = o.parts[:0] }

func (o *outline) moveTo(p point) { o.parts = append(o.parts, polyline{points: []point{p}}) }

func (o *outline) lineTo(p point) {
	if len(o.parts) == 0 || o.parts[len(o.parts)-1].closed {
		o.moveTo(p)
		return
	}
	last := &o.parts[len(o.parts)-1]
	last.points = append(last.points, p)
}

// pen returns where the path has got to.
func (o *outline) pen() (point, bool) {
	if len(o.parts) == 0 {
		return point{}, false
	}
	points := o.parts[len(o.parts)-1].points
	return points[len(points)-1], true
}

func (o *outline) quadTo(control, end point) {
	start, ok := o.pen()
	if !ok {
		o.moveTo(end)
		return
	}
	steps := int(math.Ceil(math.Sqrt(start.sub(control).length()+control.sub(end).length()))) + 1
	for i := 1; i <= steps; i++ {
		t := float64(i) / float64(steps)
		o.lineTo(start.toward(control, t).toward(control.toward(end, t), t))
	}
}

func (o *outline) arcTo(center point, rx, ry, start, delta float64) {
	steps := int(math.Ceil(math.Abs(delta)*math.Sqrt(max(rx, ry, 1))*1.5)) + 2
	for i := range steps + 1 {
		sin, cos := math.Sincos(start + delta*float64(i)/float64(steps))
		o.lineTo(point{center.x + rx*cos, center.y + ry*sin})
	}
}

func (o *outline) circle(center point, radius float64) {
	o.moveTo(point{center.x + radius, center.y})
	o.arcTo(center, radius, radius, 0, 2*math.Pi)
	o.close()
}

func (o *outline) close() {
	if len(o.parts) > 0 {
		o.parts[len(o.parts)-1].closed = true
	}
}

// bounds returns the pixels the outline touches.
func (o *outline) bounds() image.Rectangle {
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, part := range o.parts {
		for _, p := range part.points {
			low = point{min(low.x, p.x), min(low.y, p.y)}
			high = point{max(high.x, p.x), max(high.y, p.y)}
		}
	}
	return image.Rect(int(math.Floor(low.x)), int(math.Floor(low.y)), int(math.Ceil(high.x)), int(math.Ceil(high.y)))
}

// rectangle reports whether the outline is one upright rectangle of whole pixels.
func (o *outline) rectangle() (image.Rectangle, bool) {
	if len(o.parts) != 1 {
		return image.Rectangle{}, false
	}
	p := o.parts[0].points
	if len(p) == 5 && p[4] == p[0] {
		p = p[:4]
	}
	if len(p) != 4 {
		return image.Rectangle{}, false
	}
	upright := p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y && p[3].x == p[0].x ||
		p[0].x == p[1].x && p[1].y == p[2].y && p[2].x == p[3].x && p[3].y == p[0].y
	for _, q := range p {
		upright = upright && q.x == math.Trunc(q.x) && q.y == math.Trunc(q.y)
	}
	return image.Rect(int(p[0].x), int(p[0].y), int(p[2].x), int(p[2].y)), upright
}

// rasterize writes the coverage of the outline into mask, whose corner stands
// at x, y.
func (o *outline) rasterize(z *vector.Rasterizer, mask *image.Alpha, x, y float64) {
	z.Reset(mask.Rect.Dx(), mask.Rect.Dy())
	z.DrawOp = draw.Src
	for _, part := range o.parts {
		for i, p := range part.points {
			if i == 0 {
				z.MoveTo(float32(p.x-x), float32(p.y-y))
			} else {
				z.LineTo(float32(p.x-x), float32(p.y-y))
			}
		}
		z.ClosePath()
	}
	z.Draw(mask, mask.Rect, image.Opaque, image.Point{})
}

// stroke returns the outline of a line of this width along o, with square
// corners. Every piece winds the same way, so that where they overlap they add.
func (o *outline) stroke(width float64, dash []float64) *outline {
	out := &outline{}
	half := width / 2
	for _, part := range o.parts {
		points := part.points
		if part.closed {
			points = append(slices.Clip(points), points[0])
		}
		for _, run := range dashed(points, dash) {
			for i := 1; i < len(run); i++ {
				a, b := run[i-1], run[i]
				d := b.sub(a)
				if d.length() == 0 {
					continue
				}
				d = d.times(half / d.length())
				// Corners: reach past both ends, but not past the line's own.
				if i > 1 || part.closed && len(dash) == 0 {
					a = a.sub(d)
				}
				if i < len(run)-1 || part.closed && len(dash) == 0 {
					b = b.add(d)
				}
				n := point{-d.y, d.x}
				out.parts = append(out.parts, polyline{points: []point{a.add(n), a.sub(n), b.sub(n), b.add(n)}, closed: true})
			}
		}
	}
	return out
}

// dashed cuts a polyline by a dash array of device pixels; none: left whole.
func dashed(points []point, dash []float64) [][]point {
	var sum float64
	for _, d := range dash {
		sum += max(d, 0)
	}
	if sum <= 0 {
		return [][]point{points}
	}
	var runs [][]point
	k, left, on := 0, dash[0], true
	run := []point{points[0]}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		for a.sub(b).length() > left {
			a = a.toward(b, left/a.sub(b).length())
			if on {
				runs = append(runs, append(run, a))
			}
			k = (k + 1) % len(dash)
			left, on, run = max(dash[k], 1e-3), !on, []point{a}
		}
		left -= a.sub(b).length()
		run = append(run, b)
	}
	if on && len(run) > 1 {
		runs = append(runs, run)
	}
	return runs
}
