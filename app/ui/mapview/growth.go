package mapview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

const (
	// growTime is how long symbols take to grow or shrink to what they count now.
	growTime = 400 * time.Millisecond
	// grownTime is how long a ring stays round those that time lets grow. At the fastest
	// play the next moment comes sooner, and has rings of its own.
	grownTime = 1200 * time.Millisecond
	// ringWidth is the stroke of a ring round a marker.
	ringWidth = 2.5
)

// growth is the way of symbols to other sizes, and what says which of them time lets grow.
type growth struct {
	begin time.Time
	on    bool

	before  map[string]float64 // how large the symbol of each place was; nil: no symbol is marked
	rings   *fyne.Container    // of circles round those that have grown
	stopEnd func()             // of the wait for the rings' end
}

// rest is what is left of the way, 1 at its beginning, easing out to 0.
func (g *growth) rest(now time.Time) float64 {
	if !g.on {
		return 0
	}
	t := 1 - min(max(float64(now.Sub(g.begin))/float64(growTime), 0), 1)
	return t * t * t
}

// grow begins the way of the symbols to other sizes, if they count something else
// than before. Where nothing moves they have them at once.
func (v *View) grow() {
	s := v.host.State()
	if s.Subject == v.counts {
		return
	}
	was := v.counts
	was.From, was.To, was.TimeMode = s.From, s.To, s.TimeMode
	v.unmark()
	if was == s.Subject && s.To != "" && !v.host.Present && v.pic != nil && !v.scope.Closed() { // only the time is another, and not all of it
		v.growth.before = map[string]float64{}
		for _, m := range v.pic.where.Markers() {
			for _, id := range m.IDs {
				v.growth.before[id] = m.R
			}
		}
		v.growth.stopEnd = v.scope.After(grownTime, func() { v.growth.stopEnd = nil; v.unmark() })
	}
	v.counts = s.Subject
	if v.growth.on = v.pic != nil && !s.ReduceMotion && !v.scope.Closed(); v.growth.on {
		v.growth.begin = v.clock.now()
		v.clock.start()
	}
}

// markGrown puts rings round the symbols of the picture that are larger than they were,
// or new: while time plays the eye is led to where something came.
func (v *View) markGrown() {
	n := 0
	if v.growth.before != nil && v.pic != nil {
		for _, m := range v.pic.where.Markers() {
			if !v.larger(m.IDs, m.R) {
				continue
			}
			if n == len(v.growth.rings.Objects) {
				c := canvas.NewCircle(nil)
				c.StrokeColor, c.StrokeWidth = v.host.Palette().Accent, ringWidth
				v.growth.rings.Add(c)
			}
			v.encircle(v.growth.rings.Objects[n].(*canvas.Circle), m, 4)
			n++
		}
	}
	for _, c := range v.growth.rings.Objects[n:] {
		c.Hide()
	}
}

// larger reports whether the symbol of these places has grown to that radius.
func (v *View) larger(ids []string, r float64) bool {
	for _, id := range ids {
		if before, ok := v.growth.before[id]; !ok || r > before+0.2 {
			return true
		}
	}
	return false
}

// unmark takes the rings away.
func (v *View) unmark() {
	if v.growth.stopEnd != nil {
		v.growth.stopEnd()
		v.growth.stopEnd = nil
	}
	v.growth.before = nil
	for _, c := range v.growth.rings.Objects {
		c.Hide()
	}
	v.spark.Refresh()
}
