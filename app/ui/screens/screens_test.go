package screens

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func laptop() Screen {
	return Screen{Name: "eDP-1", Primary: true, Box: Box{0, 0, 1280, 800}, Work: Box{0, 28, 1280, 772}}
}

func projector() Screen {
	b := Box{1280, 0, 1920, 1080}
	return Screen{Name: "HDMI-1", Box: b, Work: b}
}

func in(b, o Box) bool {
	return b.X >= o.X && b.Y >= o.Y && b.X+b.Width <= o.X+o.Width && b.Y+b.Height <= o.Y+o.Height && b.Width > 0 && b.Height > 0
}

// Where the system says of no screen where it is, two are two and not one shown twice.
func TestBeside(t *testing.T) {
	first := Screen{Name: "HEADLESS-1", Primary: true, Box: Box{0, 0, 1366, 768}, Work: Box{0, 20, 1366, 748}}
	second := Screen{Name: "HEADLESS-2", Box: Box{0, 0, 1920, 1080}, Work: Box{0, 0, 1920, 1080}}
	list := []Screen{first, second}
	beside(list)
	second.X, second.Work.X = 1366, 1366
	if list[0] != first || list[1] != second || len(sorted(list)) != 2 {
		t.Errorf("%+v", list)
	}
	told := []Screen{laptop(), projector(), {Name: "mirror", Box: laptop().Box}}
	same := slices.Clone(told)
	if beside(same); !slices.Equal(same, told) {
		t.Errorf("places that are known have changed: %+v", same)
	}
}

// With a projector the room has all of it and the presenter a plain window on the
// laptop, or the other way round; without one both are plain and apart.
func TestArrange(t *testing.T) {
	two := []Screen{laptop(), projector()}
	room, presenter := Arrange(two, 1, true)
	if room != (Place{Kind: Whole, Screen: projector()}) || presenter != (Place{Kind: Large, Screen: laptop()}) {
		t.Errorf("the room is at %+v, the presenter at %+v", room, presenter)
	}
	room, presenter = Arrange(two, 0, true)
	if room != (Place{Kind: Whole, Screen: laptop()}) || presenter != (Place{Kind: Large, Screen: projector()}) {
		t.Errorf("swapped, the room is at %+v, the presenter at %+v", room, presenter)
	}
	if room, _ = Arrange(two, 1, false); room != (Place{Kind: Whole, Screen: projector()}) {
		t.Errorf("alone, the room is at %+v", room)
	}
	if room, _ = Arrange(two[:1], 1, false); room != (Place{Kind: Whole, Screen: laptop()}) {
		t.Errorf("without a projector, the room is at %+v", room)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		s := Screen{Box: Box{r.IntN(4000), r.IntN(2000), 640 + r.IntN(3200), 480 + r.IntN(1800)}}
		s.Work = Box{s.X + r.IntN(60), s.Y + r.IntN(60), s.Width - 60 - r.IntN(60), s.Height - 60 - r.IntN(60)}
		room, presenter := Arrange([]Screen{s}, r.IntN(3), true)
		a, b := room.Box, presenter.Box
		if room.Kind != Plain || presenter.Kind != Plain || !in(a, s.Work) || !in(b, s.Work) || a.X+a.Width > b.X {
			t.Fatalf("on %+v the room is at %+v, the presenter at %+v", s, a, b)
		}
	}
}

// The primary screen is the first, mirrors count once, and one that is off not at all.
func TestSorted(t *testing.T) {
	mirror := Screen{Name: "VGA", Box: Box{0, 0, 1024, 768}}
	left := Screen{Name: "DP", Box: Box{-1920, 0, 1920, 1080}}
	got := sorted([]Screen{projector(), mirror, left, {Name: "off"}, laptop()})
	if len(got) != 3 || got[0] != laptop() || got[1] != left || got[2] != projector() {
		t.Errorf("the screens are %+v", got)
	}
	same := projector()
	same.Name = laptop().Name // many projectors are called alike
	if got = sorted([]Screen{laptop(), same}); len(got) != 2 {
		t.Errorf("two screens of one name are %d", len(got))
	}
}

// A window comes back where it was, within its screen and no larger; on a screen that is
// gone it comes back nowhere.
func TestFit(t *testing.T) {
	t.Parallel()
	laptop := Screen{Primary: true, Box: Box{0, 0, 1366, 768}, Work: Box{0, 24, 1366, 744}}
	beamer := Screen{Box: Box{1366, 0, 1920, 1080}, Work: Box{1366, 0, 1920, 1080}}
	both := []Screen{laptop, beamer}
	at := func(x, y, w, h int) Spot { return Spot{Box: Box{x, y, w, h}, Known: true, Frame: [4]int{1, 20, 1, 1}} }
	for _, x := range []struct {
		list      []Screen
		was, want Spot
	}{
		{both, at(100, 100, 800, 600), at(100, 100, 800, 600)},
		{both, at(1400, 60, 1280, 800), at(1400, 60, 1280, 800)},
		{[]Screen{laptop}, at(1400, 60, 1280, 800), Spot{}},
		{[]Screen{laptop}, at(40, 40, 1280, 800), at(40, 44, 1280, 723)},
		{[]Screen{laptop}, at(-500, -500, 800, 600), at(1, 44, 800, 600)},
		{[]Screen{laptop}, at(1200, 700, 800, 600), at(565, 167, 800, 600)},
		{both, Spot{Box: Box{0, 0, 800, 600}}, Spot{}},
	} {
		got := Fit(x.list, x.was)
		if got != x.want {
			t.Errorf("%+v on %d screens is at %+v, want %+v", x.was, len(x.list), got, x.want)
		}
	}
}

// A window that was made large has its plain size again when it is made small, also
// after it was closed large.
func TestSpotOfALargeWindow(t *testing.T) {
	t.Parallel()
	plain, moved := Box{100, 60, 900, 600}, Box{300, 80, 700, 500}
	whole := Box{0, 20, 1366, 748}
	known := func(b Box, large bool) Spot { return Spot{Box: b, Large: large, Known: true} }
	var s Spot
	for i, x := range []struct{ now, want Spot }{
		{Spot{}, Spot{}},
		{known(whole, true), known(whole, true)}, // large from the start: nothing else is known
		{known(plain, false), known(plain, false)},
		{known(whole, true), known(plain, true)},
		{known(whole, true), known(plain, true)}, // and in the next session
		{Spot{}, known(plain, true)},             // on a full screen
		{known(moved, false), known(moved, false)},
	} {
		if s = s.Then(x.now); s != x.want {
			t.Fatalf("step %d: %+v, want %+v", i, s, x.want)
		}
	}
}
