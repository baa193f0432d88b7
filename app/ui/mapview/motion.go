package mapview

import (
	"math"
	"time"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/maps/geo"
)

// How long the map takes to get somewhere. All of it is left out when motion
// is reduced.
const (
	flight    = 320 * time.Millisecond // to a place that someone else chose
	step      = 160 * time.Millisecond // a wheel notch, a key
	glideTime = 400 * time.Millisecond // what a flick runs on
	maxGlide  = 1200.0                 // layout pixels that a flick can run
)

// motion is the way from one viewport to another. It only eases what is shown
// towards the camera in the store, which is there at once: the store says where
// the map is or is going, never how far it has come.
type motion struct {
	from, to geo.Viewport
	begin    time.Time
	length   time.Duration
}

// at returns the viewport at a time, and whether the way is done. What has the
// same place in both viewports keeps it all the way, so that a zoom at the
// pointer holds still under the pointer.
func (m *motion) at(now time.Time) (v geo.Viewport, done bool) {
	t := float64(now.Sub(m.begin)) / float64(m.length)
	if !(t < 1) || m.length <= 0 {
		return m.to, true
	}
	rest := 1 - max(t, 0)
	t = 1 - rest*rest*rest // ease out; leaves at three times the mean speed
	v = m.to
	u := t
	if k := math.Log(m.to.Scale / m.from.Scale); math.Abs(k) > 1e-6 {
		// The centre moves in step with the scale, not with time: then all
		// viewports on the way share one fixed point.
		v.Scale = m.from.Scale * math.Exp(k*t)
		u = math.Expm1(k*t) / math.Expm1(k)
	}
	for i := range v.Center {
		v.Center[i] = m.from.Center[i] + u*(m.to.Center[i]-m.from.Center[i])
	}
	return v, false
}

// flick measures the speed of a drag over its last moments.
type flick struct {
	at     [8]time.Time
	dx, dy [8]float64
	n      int // moves seen; the last 8 are kept
}

const (
	flickSpan = 90 * time.Millisecond // moves older than this say nothing of the speed
	flickRest = 60 * time.Millisecond // a hand that rested this long has stopped
	minFlick  = 120.0                 // layout pixels a second; slower is a hand that stops
)

func (f *flick) reset() { f.n = 0 }

func (f *flick) add(now time.Time, dx, dy float64) {
	i := f.n % len(f.at)
	f.at[i], f.dx[i], f.dy[i] = now, dx, dy
	f.n++
}

// speed returns layout pixels a second, 0 for a hand that rests.
func (f *flick) speed(now time.Time) (vx, vy float64) {
	oldest := now
	last := time.Time{}
	for i := range min(f.n, len(f.at)) {
		if now.Sub(f.at[i]) > flickSpan {
			continue
		}
		if f.at[i].Before(oldest) {
			oldest = f.at[i]
		}
		if f.at[i].After(last) {
			last = f.at[i]
		}
		vx, vy = vx+f.dx[i], vy+f.dy[i]
	}
	// The oldest move says where the hand came from before it; count it as one
	// frame's worth of time.
	span := (now.Sub(oldest) + time.Second/60).Seconds()
	if last.IsZero() || now.Sub(last) > flickRest {
		return 0, 0
	}
	vx, vy = vx/span, vy/span
	if math.Hypot(vx, vy) < minFlick {
		return 0, 0
	}
	return vx, vy
}

// run returns how far a flick of that speed glides. The way begins with the
// speed of the hand: easing out leaves at three times the mean speed.
func run(vx, vy float64) (dx, dy float64) {
	k := glideTime.Seconds() / 3
	dx, dy = vx*k, vy*k
	if d := math.Hypot(dx, dy); d > maxGlide {
		dx, dy = dx*maxGlide/d, dy*maxGlide/d
	}
	return dx, dy
}

// limits keep the camera where there is something to see.
type limits struct {
	fit geo.Viewport // the whole region
}

// closest is the least metres per layout pixel.
const closest = 150.0

func (l limits) clamp(v geo.Viewport) geo.Viewport {
	centre, farthest := scene.Reach(v, l.fit)
	return v.Clamp(centre, closest, max(farthest, closest))
}

// zoom scales a viewport about a screen point. The place at the point stays,
// except where the limits push it. Where the map is going is zoomed, not what
// is shown of the way: then quick notches add up, and where they end is a
// matter of the notches alone, not of the frames between them.
func (l limits) zoom(to geo.Viewport, x, y, factor float64) geo.Viewport {
	_, farthest := scene.Reach(to, l.fit)
	scale := min(max(to.Scale/factor, closest), max(farthest, closest))
	return l.clamp(to.ZoomAt(x, y, to.Scale/scale))
}

// box returns the viewport that shows a rectangle of the screen as large as it
// goes.
func (l limits) box(v geo.Viewport, x0, y0, x1, y1 float64) geo.Viewport {
	w, h := math.Abs(x1-x0), math.Abs(y1-y0)
	center := v.ScreenToPlane((x0+x1)/2, (y0+y1)/2)
	scale := v.Scale * max(w/v.Width, h/v.Height)
	v.Center, v.Scale = center, scale
	return l.clamp(v)
}
