package timeaxis

import (
	"time"

	"c5atlas.org/c5atlas/app/edtf"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// axis maps days to layout pixels over whole years.
type axis struct {
	first, last time.Time // 1 January, and the 1 January after the end
	left, width float64   // layout pixels
}

// newAxis covers the years of all meetings; without any, this one.
func newAxis(r *scene.Room, left, width float64) axis {
	a := axis{left: left, width: max(width, 1)}
	from, to := r.Calendar()
	if from.IsZero() {
		from = newYear(time.Now().Year())
		to = from
	}
	a.first, a.last = from, to.AddDate(1, 0, 0)
	return a
}

func newYear(y int) time.Time { return time.Date(y, time.January, 1, 0, 0, 0, 0, time.UTC) }

func (a axis) x(t time.Time) float64 {
	return a.left + a.width*float64(t.Sub(a.first))/float64(a.last.Sub(a.first))
}

func (a axis) at(x float64) time.Time {
	return a.first.Add(time.Duration((x - a.left) / a.width * float64(a.last.Sub(a.first))))
}

// years lists the first days of the years shown.
func (a axis) years() []time.Time {
	var out []time.Time
	for y := a.first.Year(); y <= a.last.Year(); y++ {
		out = append(out, newYear(y))
	}
	return out
}

// span is a time window as days: from its first to the day after its last.
// What is open reaches to the end of the axis.
func (a axis) span(s state.SetTime) (from, to time.Time) {
	from, to = a.first, a.last
	if d, err := edtf.Parse(s.From); err == nil && !d.First.IsZero() {
		from = d.First
	}
	if d, err := edtf.Parse(s.To); err == nil && !d.Last.IsZero() {
		to = d.Last.AddDate(0, 0, 1)
	}
	return from, to
}

// month is the first day of the month nearest to t.
func month(t time.Time) time.Time {
	m := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	if next := m.AddDate(0, 1, 0); next.Sub(t) < t.Sub(m) {
		return next
	}
	return m
}

// window returns the time window from one first of a month to the day before
// another, at least a month long. An end at the end of the axis is open.
func (a axis) window(from, to time.Time) state.SetTime {
	var w state.SetTime
	if from.After(a.first) {
		w.From = from.Format("2006-01")
	}
	if to.Before(a.last) {
		w.To = to.AddDate(0, 0, -1).Format("2006-01")
	}
	return w
}

// moveFrom puts the beginning of a window to the month nearest to t, before
// its end.
func (a axis) moveFrom(w state.SetTime, t time.Time) state.SetTime {
	_, to := a.span(w)
	t = month(t)
	if latest := month(to.AddDate(0, -1, 0)); t.After(latest) {
		t = latest
	}
	next := a.window(t, a.last)
	next.To = w.To
	return next
}

// moveTo puts the end of a window to the month nearest to t, after its
// beginning.
func (a axis) moveTo(w state.SetTime, t time.Time) state.SetTime {
	from, _ := a.span(w)
	t = month(t)
	if earliest := month(from.AddDate(0, 1, 0)); t.Before(earliest) {
		t = earliest
	}
	next := a.window(a.first, t)
	next.From = w.From
	return next
}

// shift moves a window by whole months, as far as it stays on the axis.
func (a axis) shift(w state.SetTime, months int) state.SetTime {
	from, to := a.span(w)
	from, to = month(from), month(to)
	for months != 0 {
		f, t := from.AddDate(0, months, 0), to.AddDate(0, months, 0)
		if !f.Before(a.first) && !t.After(a.last) {
			from, to = f, t
			break
		}
		if months > 0 {
			months--
		} else {
			months++
		}
	}
	return a.window(from, to)
}

// swarm stacks marks that would cover each other: it returns the level of each
// x, given in rising order, so that marks of one level are at least gap apart.
// What finds no level below the highest stays on that.
func swarm(xs []float64, gap float64, levels int) []int {
	out := make([]int, len(xs))
	last := make([]float64, levels)
	for l := range last {
		last[l] = -1e9
	}
	for i, x := range xs {
		level := levels - 1
		for l := range last {
			if x-last[l] >= gap {
				level = l
				break
			}
		}
		out[i], last[level] = level, x
	}
	return out
}
