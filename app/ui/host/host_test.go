package host

import (
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

func newHost(t *testing.T) *Host {
	t.Helper()
	d, _, err := dataset.Open(assets.Data())
	if err != nil {
		t.Fatal(err)
	}
	return &Host{Store: state.NewStore(scene.Opening(d)), Room: &scene.Room{Data: d}, Do: func(f func()) { f() }, Context: t.Context()}
}

func TestWatchFollowsWhatIsShown(t *testing.T) {
	t.Parallel()
	h := newHost(t)
	var themes []state.Theme
	scope := h.Open()
	Watch(scope, func(s state.State) state.Theme { return s.Theme }, func(v state.Theme) { themes = append(themes, v) })
	h.SetDark(true)
	h.Dispatch(state.SetTheme(state.Dark)) // looks the same
	h.Dispatch(state.Search("x"))          // another part
	h.Dispatch(state.SetTheme(state.Light))
	h.SetDark(false) // the person has chosen
	scope.Close()
	scope.Close()
	h.Dispatch(state.SetTheme(state.Contrast))
	want := []state.Theme{state.Light, state.Dark, state.Light}
	if len(themes) != len(want) {
		t.Fatalf("heard %v, want %v", themes, want)
	}
	for i := range want {
		if themes[i] != want[i] {
			t.Fatalf("heard %v, want %v", themes, want)
		}
	}
}

func TestPaletteFollowsTheDesktop(t *testing.T) {
	t.Parallel()
	h := newHost(t)
	if h.Palette().Dark {
		t.Error("dark at first")
	}
	h.SetDark(true)
	if !h.Palette().Dark {
		t.Error("the desktop's dark look is not followed")
	}
	if got := h.Store.State().Theme; got != state.System {
		t.Errorf("the choice became %q", got)
	}
}

func TestSelectionIsComputedOncePerFilter(t *testing.T) {
	t.Parallel()
	h := newHost(t)
	a := h.Selection()
	h.Dispatch(state.SetChart(state.Matrix))
	if h.Selection() != a {
		t.Error("another chart selected anew")
	}
	h.Dispatch(state.SetStatus(state.Set("agreed,to be signed")))
	b := h.Selection()
	if b == a || len(b.Statements) >= len(a.Statements) {
		t.Errorf("agreements leave %d of %d", len(b.Statements), len(a.Statements))
	}
}

// A lesson's views have a size of type of their own and everything else in
// common.
func TestLessonHost(t *testing.T) {
	t.Parallel()
	h := newHost(t)
	room := h.Open().Lesson()
	defer room.Close()
	var sizes []float64
	Watch(room, func(s state.State) float64 { return s.TextSize }, func(v float64) { sizes = append(sizes, v) })
	room.SetScale(3)
	h.Dispatch(state.SetTextSize(1.5))
	if h.State().TextSize != 1.5 || room.State().TextSize != 3 {
		t.Errorf("sizes %v and %v", h.State().TextSize, room.State().TextSize)
	}
	if len(sizes) != 2 || sizes[1] != 3 {
		t.Errorf("heard %v", sizes)
	}
	h.SetDark(true)
	if !room.Palette().Dark || room.Selection() != h.Selection() {
		t.Error("look or selection is not shared")
	}
	if !room.Present || h.Present {
		t.Error("the wrong one presents")
	}
}

// What is not set does nothing.
func TestBareHost(t *testing.T) {
	t.Parallel()
	h := newHost(t)
	h.Say("x")
	h.Hint("x", nil)
	h.PassKey(nil)
	h.PassRune('x')
	h.Dispatch(nil)
}
