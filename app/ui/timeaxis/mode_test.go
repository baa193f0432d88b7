package timeaxis

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/state"
)

func TestPeriodsTileTheAxis(t *testing.T) {
	a := axis{first: day(2020, 1, 1), last: day(2022, 1, 1), width: 600}
	var got []state.SetTime
	for _, m := range a.periods(state.SetTime{From: "2020-09", To: "2021-02"}) {
		got = append(got, m.window)
	}
	want := []state.SetTime{{To: "2020-02"}, {From: "2020-03", To: "2020-08"}, {From: "2020-09", To: "2021-02"}, {From: "2021-03", To: "2021-08"}, {From: "2021-09"}}
	if !slices.Equal(got, want) {
		t.Errorf("half-years are %v, want %v", got, want)
	}
	if years := a.periods(state.SetTime{}); len(years) != 2 || years[0].window.To != "2020-12" || years[1].window.From != "2021-01" {
		t.Errorf("without a window: %v", years)
	}
}

func TestModes(t *testing.T) {
	g := newRig(t)
	if g.from.Visible() || !g.to.Visible() {
		t.Error("up to a date: one end to drag")
	}
	g.to.Dragged(drag(float32(g.axis.x(day(2023, 5, 1)) - g.axis.x(g.axis.last))))
	g.to.DragEnd()
	g.SetMode(state.Within)
	if !g.from.Visible() || !g.to.Visible() || g.window() != (state.SetTime{To: "2023-04"}) {
		t.Errorf("within: %v %v, window %+v", g.from.Visible(), g.to.Visible(), g.window())
	}
	g.SetMode(state.OneMeeting)
	if s := g.state(); s.Meeting != "2023-04-27-fm4" || s.From != "2023-04-27" || s.To != s.From || g.from.Visible() || g.to.Visible() {
		t.Errorf("one meeting: %q from %s to %s", s.Meeting, s.From, s.To)
	}
	if !slices.Contains(g.host.Selection().Meetings, "2023-04-27-fm4") || len(g.host.Selection().Meetings) != 1 {
		t.Errorf("shown are %v", g.host.Selection().Meetings)
	}

	// Whoever selects another meeting, the window goes with it; one undo takes
	// back both.
	was := g.state()
	g.host.Dispatch(state.SelectMeeting("2023-05-19-summit1"))
	if w := g.window(); w != (state.SetTime{From: "2023-05-18", To: "2023-05-19"}) {
		t.Errorf("the window stays at %+v", w)
	}
	g.host.Store.Undo()
	if g.state() != was {
		t.Errorf("undo gives %+v", g.state())
	}
	ev := drag(1)
	ev.Position = fyne.NewPos(float32(g.axis.x(day(2020, 8, 1))), 20)
	g.Dragged(ev)
	g.DragEnd()
	if g.state().At() != "2020-07-16-fm1" {
		t.Errorf("a drag finds %q", g.state().At())
	}
	g.SetMode(state.Within)
	if w := g.window(); w != (state.SetTime{To: "2020-12"}) {
		t.Errorf("the year of the meeting is %+v", w)
	}
	g.SetMode(state.UpTo)
	ev.Position.X = float32(g.axis.x(day(2022, 3, 2)))
	g.Dragged(ev)
	g.DragEnd()
	if w := g.window(); w != (state.SetTime{To: "2022-02"}) {
		t.Errorf("the end does not go to the hand: %+v", w)
	}
}

// A window slides by months, keeps its length, and is over sooner the faster it
// plays.
func TestWindowSlides(t *testing.T) {
	g := newRig(t)
	g.SetMode(state.Within)
	g.host.Dispatch(state.SetTime{From: "2021-01", To: "2021-12"})
	var at time.Time
	g.Play()
	for k := range 12 {
		from, to := g.axis.span(g.window())
		if months := monthsBetween(from, to); months != 12 {
			t.Errorf("a window of %d months", months)
		}
		if k > 0 && monthsBetween(at, from) != 1 {
			t.Errorf("it goes from %v to %v", at, from)
		}
		at = from
		f := g.wait
		g.wait = nil
		f()
	}
	if !g.host.Playing() {
		t.Error("it plays, and the host does not know")
	}
	g.Stop()
	if g.host.Playing() {
		t.Error("it has stopped, and the host does not know")
	}
	normal := g.pace()
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	fast := g.pace()
	g.SetSpeed(1, true)
	if slow := g.pace(); fast*2 != normal || slow != normal*2 {
		t.Errorf("paces %v, %v, %v", slow, normal, fast)
	}
	g.SetSpeed(-1, false)
	if g.pace() != 2*normal {
		t.Error("slower than the slowest")
	}
}

func TestStepsAreOneOfUndoEach(t *testing.T) {
	g := newRig(t)
	g.Step(1)
	first := g.state()
	if first.To != "2020-07-16" || first.From != "" {
		t.Errorf("the first step shows %q to %q", first.From, first.To)
	}
	g.Step(1)
	g.host.Store.Undo()
	if g.state() != first {
		t.Error("undo takes back two steps")
	}
	g.SetMode(state.Within)
	g.host.Dispatch(state.SetTime{From: "2021-01", To: "2021-12"})
	g.Step(1)
	if w := g.window(); w != (state.SetTime{From: "2022-01", To: "2022-12"}) {
		t.Errorf("a step leads to %+v", w)
	}
}

func TestLoop(t *testing.T) {
	g := newRig(t)
	g.ToggleLoop()
	g.SetMode(state.Within)
	var got []state.SetTime
	g.host.Dispatch(state.SetTime{From: "2020-01", To: "2021-12"})
	g.Play()
	for range 200 {
		got = append(got, g.window())
		f := g.wait
		g.wait = nil
		f()
	}
	g.Stop()
	if i := slices.Index(got[1:], got[0]) + 1; i < 60 || !slices.Equal(got[:i], got[i:2*i]) {
		t.Errorf("the play goes through %v", got)
	}
	g.SetMode(state.OneMeeting)
	g.Step(-1)
	first := g.state().At()
	for range len(g.moments()) {
		g.Step(1)
	}
	if g.state().At() != first {
		t.Error("steps do not come round")
	}
}

func TestModesByHand(t *testing.T) {
	g := newRig(t)
	g.host.Hint("", nil)
	test.TapAt(g.modes, fyne.NewPos(60, 10))
	if g.mode() != state.Within {
		t.Errorf("a tap chooses %q", g.mode())
	}
	g.modes.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if g.mode() != state.OneMeeting || g.state().At() == "" {
		t.Errorf("the key chooses %q", g.mode())
	}
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if g.mode() != state.UpTo || g.window() != (state.SetTime{}) {
		t.Error("Escape does not open the window")
	}
}
