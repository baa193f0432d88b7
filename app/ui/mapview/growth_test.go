package mapview

import (
	"math"
	"slices"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
)

// radiusOf is how large the symbol of a place is on the screen; 0 for none.
func (g *rig) radiusOf(place string) float64 {
	for _, m := range g.pic.where.Markers() {
		if slices.Contains(m.IDs, place) {
			return m.R
		}
	}
	return 0
}

// While time plays, symbols grow within 400 ms to what they count then, on the
// scale of the whole period, and stay where they are; reduced motion cuts it.
func TestSymbolsGrowWithTime(t *testing.T) {
	for _, reduced := range []bool{false, true} {
		g := newRig(t, func(s *state.State) { s.ReduceMotion = reduced })
		all := g.radiusOf("xian")
		g.host.Dispatch(state.SetTime{To: "2023-04-27"})
		g.settle()
		before := g.radiusOf("xian")
		begun := g.clk.time
		g.host.Dispatch(state.SetTime{To: "2023-05-19"})
		var way []float64
		for g.growth.on || g.busy || g.ordered.rest > 0 {
			g.frame()
			if g.busy {
				select {
				case f := <-g.in:
					f()
				case <-time.After(5 * time.Second):
					t.Fatal("no picture")
				}
			}
			way = append(way, g.radiusOf("xian"))
		}
		took := g.clk.time.Sub(begun)
		g.settle()
		after := g.radiusOf("xian")
		if want := all * math.Sqrt(9.0/11); math.Abs(before-want) > 1e-9 || math.Abs(after-all) > 1e-9 {
			t.Errorf("reduced %v: from %g to %g, want %g to %g", reduced, before, after, want, all)
		}
		if !slices.IsSorted(way) {
			t.Errorf("reduced %v: on the way the radius is %v", reduced, way)
		}
		between := slices.ContainsFunc(way, func(r float64) bool { return r > before+0.01 && r < after-0.01 })
		if between == reduced || took > growTime+100*time.Millisecond {
			t.Errorf("reduced %v: it took %v by %v", reduced, took, way)
		}
	}
}

// The date stands on the map while time is not all in view, in the language of
// the window, clear of legend and tray.
func TestDateOnTheMap(t *testing.T) {
	for lang, want := range map[string]string{"en": "27 April 2023", "uk": "27 квітня 2023", "ru": "27 апреля 2023"} {
		g := newRig(t, func(s *state.State) { s.Lang = lang })
		if g.date.Visible() {
			t.Errorf("%s: a date over all of time: %q", lang, g.date.words.Text)
		}
		g.host.Dispatch(state.SetTime{To: "2023-04-27"})
		g.settle()
		got := []rune(g.date.words.Text)
		for i, r := range got {
			if r == '\u00a0' {
				got[i] = ' '
			}
		}
		if !g.date.Visible() || len(got) < len([]rune(want)) || string(got[:len([]rune(want))]) != want {
			t.Errorf("%s: the date is %q", lang, string(got))
		}
		top, foot := g.date.Position().Y, g.date.Position().Y+g.date.Size().Height
		l := draw.Box{X0: float64(g.date.Position().X), Y0: float64(top), X1: float64(g.date.Position().X + g.date.Size().Width), Y1: float64(foot)}
		if l.Overlaps(g.pic.where.Legend) || l.Overlaps(g.pic.where.Notes) || l.Overlaps(g.pic.where.ScaleBar) {
			t.Errorf("%s: the date is from %v to %v, legend %+v", lang, top, foot, g.pic.where.Legend)
		}
		g.host.Dispatch(state.SetTime{})
		g.settle()
		if g.date.Visible() {
			t.Errorf("%s: the date stays", lang)
		}
	}
}

// ringed lists the places with a ring of growth.
func (g *rig) ringed() (ids []string) {
	for _, o := range g.growth.rings.Objects {
		for _, m := range g.pic.where.Markers() {
			x, y := g.fromPicture(m.X, m.Y)
			c := o.Position().AddXY(o.Size().Width/2, o.Size().Height/2)
			if o.Visible() && math.Abs(float64(c.X)-x) < 0.5 && math.Abs(float64(c.Y)-y) < 0.5 && o.Size().Width > float32(2*m.R) {
				ids = append(ids, m.IDs...)
			}
		}
	}
	slices.Sort(ids)
	return ids
}

// Where time brings something, and only there, a ring stands for a moment; none at a
// filter, and none when time goes back.
func TestGrownPlacesAreMarked(t *testing.T) {
	for _, reduced := range []bool{false, true} {
		g := newRig(t, func(s *state.State) { s.ReduceMotion = reduced })
		to := func(date string, want ...string) {
			t.Helper()
			g.host.Dispatch(state.SetTime{To: date})
			g.settle()
			if got := g.ringed(); !slices.Equal(got, want) {
				t.Errorf("reduced %v, until %s: rings round %v, want %v", reduced, date, got, want)
			}
		}
		to("2023-04-27")
		to("2023-05-19", "xian") // the summit there: meetings.csv has nothing else between the two
		g.host.Dispatch(state.SetStatus(state.NewSet("agreed")))
		g.settle()
		if got := g.ringed(); got != nil {
			t.Errorf("reduced %v: a filter leaves rings round %v", reduced, got)
		}
		g.host.Dispatch(state.SetStatus(state.AllStatuses))
		g.settle()
		to("2023-04-27")
		to("2023-05-19", "xian")
		g.pass()
		if got := g.ringed(); got != nil {
			t.Errorf("reduced %v: rings round %v stay", reduced, got)
		}
	}
}
