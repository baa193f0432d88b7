package timeaxis

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/state"
)

// someAxis is an axis of a few whole years, or of centuries.
func someAxis(r *rand.Rand) axis {
	first := 1700 + r.IntN(320)
	return axis{first: day(first, 1, 1), last: day(first+1+r.IntN([]int{3, 9, 300}[r.IntN(3)]), 1, 1), left: r.Float64() * 40, width: 200 + r.Float64()*2000}
}

// someWindow is a window of whole months on the axis, open at either end or not.
func someWindow(r *rand.Rand, a axis) state.SetTime {
	n := monthsBetween(a.first, a.last)
	from := r.IntN(n)
	return a.window(a.first.AddDate(0, from, 0), a.first.AddDate(0, from+1+r.IntN(n-from), 0))
}

// Days and pixels go to and fro without a loss, and in order.
func TestAxisThereAndBack(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		a := someAxis(r)
		x, y := a.left+r.Float64()*a.width, a.left+r.Float64()*a.width
		if back := a.x(a.at(x)); math.Abs(back-x) > 1e-6 {
			t.Fatalf("%g lies at %v, which lies at %g", x, a.at(x), back)
		}
		if x < y && a.at(x).After(a.at(y)) {
			t.Fatalf("%g is later than %g", x, y)
		}
		if a.x(a.first) != a.left || math.Abs(a.x(a.last)-a.left-a.width) > 1e-6 {
			t.Fatalf("the axis begins at %g and ends at %g", a.x(a.first), a.x(a.last))
		}
	}
}

// The nearest first of a month is the nearest of all of them.
func TestMonthIsTheNearest(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(2, 1))
	for range 500 {
		at := day(1999+r.IntN(30), time.Month(1+r.IntN(12)), 1+r.IntN(31)).Add(time.Duration(r.Int64N(int64(24 * time.Hour))))
		got := month(at)
		for k := -2; k <= 2; k++ {
			if other := day(at.Year(), at.Month()+time.Month(k), 1); other.Sub(at).Abs() < got.Sub(at).Abs() {
				t.Fatalf("%v is called nearest to %v, and %v is nearer", got, at, other)
			}
		}
	}
}

// However an end is pulled, the window keeps a month, stays on the axis, and its
// other end stays where it was.
func TestEndsNeverCross(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 1))
	for range 500 {
		a := someAxis(r)
		w := someWindow(r, a)
		from, to := a.span(w)
		pull := a.at(a.left + (r.Float64()*3-1)*a.width)
		for name, next := range map[string]state.SetTime{"beginning": a.moveFrom(w, pull), "end": a.moveTo(w, pull)} {
			f, l := a.span(next)
			if f.Before(a.first) || l.After(a.last) || monthsBetween(f, l) < 1 {
				t.Fatalf("%+v: the %s pulled to %v makes %+v", w, name, pull, next)
			}
			if name == "beginning" && !l.Equal(to) || name == "end" && !f.Equal(from) {
				t.Fatalf("%+v: the %s pulled to %v moves the other end: %+v", w, name, pull, next)
			}
		}
	}
}

// A window that is shifted is as long as before, goes as far as there is room, and
// comes back where it was.
func TestShiftKeepsTheLength(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 1))
	for range 300 {
		a := someAxis(r)
		w := someWindow(r, a)
		from, to := a.span(w)
		by := r.IntN(61) - 30
		next := a.shift(w, by)
		f, l := a.span(next)
		room := min(max(by, -monthsBetween(a.first, from)), monthsBetween(to, a.last))
		if monthsBetween(from, f) != room || monthsBetween(to, l) != room {
			t.Fatalf("%+v shifted by %d, with room for %d: %+v", w, by, room, next)
		}
		if back := a.shift(next, -room); back != w {
			t.Fatalf("%+v there and back: %+v", w, back)
		}
	}
}

// A window that slides begins where the axis does and ends where it does. It leaves
// out no month between, unless that took more places than anybody watches.
func TestSlideShowsEverything(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 1))
	for range 300 {
		a := someAxis(r)
		w := someWindow(r, a)
		from, to := a.span(w)
		all := a.slide(w)
		if len(all) == 0 || len(all) > 2*mostSlides+1 {
			t.Fatalf("%+v has %d places", w, len(all))
		}
		end := a.first
		long := monthsBetween(a.first, a.last) > mostSlides*monthsBetween(from, to)
		for _, m := range all {
			f, l := a.span(m.window)
			if f.After(end) && !long || monthsBetween(f, l) != monthsBetween(from, to) {
				t.Fatalf("%+v: after %v comes %+v", w, end, m.window)
			}
			end = l
		}
		if !end.Equal(a.last) {
			t.Fatalf("%+v on %d to %d: the last of %d places ends at %v", w, a.first.Year(), a.last.Year(), len(all), end)
		}
	}
}

// Marks of one level are a gap apart as long as a level is free, and the lowest that
// is free is taken.
func TestSwarmTakesTheLowestLevel(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(6, 1))
	for range 300 {
		xs := make([]float64, r.IntN(40))
		for i := range xs {
			xs[i] = r.Float64() * 200
		}
		slices.Sort(xs)
		gap, levels := 1+r.Float64()*20, 1+r.IntN(4)
		got := swarm(xs, gap, levels)
		for i, x := range xs {
			near := map[int]bool{} // levels with a mark too near
			for j := range i {
				if x-xs[j] < gap {
					near[got[j]] = true
				}
			}
			want := 0
			for near[want] && want < levels-1 {
				want++
			}
			if got[i] != want {
				t.Fatalf("%v, gap %g: mark %d is on level %d, not on %d", xs, gap, i, got[i], want)
			}
		}
	}
}
