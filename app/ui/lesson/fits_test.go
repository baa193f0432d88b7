package lesson

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// Words never leave the window, lie on each other or get smaller than the room
// can read, whatever the projector and however long they are.
func TestFits(t *testing.T) {
	long := strings.Repeat("Ministerialkonferenz über grenzüberschreitende Wasserwirtschaft ", 40)
	steps := deck(3)
	steps[1].Title, steps[1].When, steps[1].Caption = long, long, long
	steps[2].Title, steps[2].When, steps[2].Caption = "", "", strings.Repeat("W", 3000)
	g := newRig(t, uitest.Opening(), steps, false)
	g.said = "" // two seconds have passed
	for _, size := range []fyne.Size{{Width: 320, Height: 240}, {Width: 1024, Height: 768}, {Width: 1920, Height: 1080}, {Width: 3840, Height: 1080}, {Width: 800, Height: 1280}} {
		g.win.Resize(size)
		g.press(ends[0])
		for i := range steps {
			var bottom float32
			uitest.Walk(g.view, func(o fyne.CanvasObject) {
				x, ok := o.(*canvas.Text)
				if !ok || x.Text == "" {
					return
				}
				at, z := uitest.At(x), x.MinSize()
				if at.X < 0 || at.Y < 0 || at.X+z.Width > size.Width+1 || at.Y+z.Height > size.Height+1 {
					t.Errorf("%v, scene %d: %.20q at %v %v leaves the window", size, i+1, x.Text, at, z)
				}
				if at.Y < bottom-1 {
					t.Errorf("%v, scene %d: %.20q at %v lies on the line before, which ends at %v", size, i+1, x.Text, at.Y, bottom)
				}
				if x.TextSize < size.Height*floorShare-0.01 {
					t.Errorf("%v, scene %d: %.20q is %v high", size, i+1, x.Text, x.TextSize)
				}
				bottom = at.Y + z.Height
			})
			g.press(ahead[0])
		}
	}
}

// The longest title that ships is whole on a laptop, in each language: its type gives
// way, and the titles beside it keep theirs.
func TestTitlesAreWhole(t *testing.T) {
	for _, lang := range i18n.Languages() {
		steps := deck(2)
		for _, m := range uitest.Room(t).Data.Meetings {
			if title := m.Title.In(lang); len(title) > len(steps[1].Title) {
				steps[1].Title = title
			}
		}
		g := newRig(t, uitest.Opening(), steps, false)
		for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1024, Height: 768}, {Width: 1366, Height: 768}, {Width: 1920, Height: 1080}} {
			g.win.Resize(size)
			g.press(ends[0])
			first := g.view.title.MinSize().Height
			if band := g.view.band(size); band > 2*first {
				t.Errorf("%s, %v: a title of one line, %v high, has %v of room", lang, size, first, band)
			}
			g.press(ahead[0])
			if got := strings.Join(uitest.Texts(g.view.title), " "); got != steps[1].Title {
				t.Errorf("%s, %v: %q is %q", lang, size, steps[1].Title, got)
			}
			g.press(ends[0])
			if got := g.view.title.MinSize().Height; got != first {
				t.Errorf("%s, %v: the title beside is %v high, was %v", lang, size, got, first)
			}
		}
	}
}

// The words below two maps have the type of those beside one, also with a day above
// them: the number of the scene stands beside them and takes no line.
func TestWordsBelowTwoMapsAreLarge(t *testing.T) {
	steps := deck(2)
	steps[1].Panes, steps[1].When = scene.TwoMaps, "8 June 2022"
	steps[1].Caption = "Left: 8 June 2022. Right: 17 June 2025. The point is the same; the word beside it is a choice."
	g := newRig(t, uitest.Opening(), steps, false)
	for _, size := range []fyne.Size{{Width: 1366, Height: 768}, {Width: 1920, Height: 1080}} {
		g.win.Resize(size)
		g.press(ends[0], ahead[0])
		for _, o := range g.view.words {
			uitest.Walk(o, func(x fyne.CanvasObject) {
				if x, ok := x.(*canvas.Text); ok && x.TextSize < size.Height*bodyShare-0.01 {
					t.Errorf("%v: %q is %v high, want %v", size, x.Text, x.TextSize, size.Height*bodyShare)
				}
			})
			end := uitest.At(o).X + o.Size().Width
			if at := uitest.At(g.view.number).X; end > at {
				t.Errorf("%v: words end at %v, the number begins at %v", size, end, at)
			}
		}
	}
}

// Any key at any time: the step is always one of the lesson's, the cover is
// there or not, and leaving leads back to the view from before.
func TestAnyKeyAtAnyTime(t *testing.T) {
	all := slices.Concat(ahead, back, ends, blacks, whites, others, tools)
	lengths := []int{0, 1, 2, 7}
	rounds := 12
	if testing.Short() {
		rounds = 5
	}
	for seed := range rounds {
		r := rand.New(rand.NewPCG(uint64(seed), 5))
		before := uitest.Opening()
		before.States, before.Camera.Span = []state.Set{"", "KAZ", "UZB"}[r.IntN(3)], float64(r.IntN(2)*700)
		g := newRig(t, before, deck(lengths[r.IntN(len(lengths))]), r.IntN(2) == 0)
		g.coarse(0.25)
		var typed []stroke
		for range 80 {
			switch r.IntN(12) {
			case 0:
				g.win.Resize(fyne.NewSize(float32(320+r.IntN(1000)), float32(240+120*r.IntN(6))))
			case 1:
				lang := i18n.Languages()[r.IntN(3)]
				g.desk.Dispatch(state.SetLang(lang))
				before.Lang = lang
			case 2:
				g.desk.SetDark(r.IntN(2) == 0)
			case 3:
				g.time = g.time.Add(-950 * time.Millisecond) // the next key comes at once
			}
			k := all[r.IntN(len(all))]
			typed = append(typed, k)
			was := g.Blank()
			g.press(k)
			_, n, of := g.Step()
			if n < 1 || n > of || g.h.Store.State().Scene != n || g.view.cloth.Visible() != g.Blank() {
				t.Fatalf("seed %d: scene %d of %d, the view's %d, cover %v, blank %v after %v", seed, n, of, g.h.Store.State().Scene, g.view.cloth.Visible(), g.Blank(), typed)
			}
			if slices.Contains(others, k) && g.Blank() != was {
				t.Fatalf("seed %d: %v blanks", seed, k)
			}
		}
		for i := 0; g.h.Store.State().Scene > 0 && i < 8; i++ { // out of what is open, and then out of the lesson
			g.press(stroke{fyne.KeyEscape, 0})
		}
		if got := g.h.Store.State(); got != before {
			t.Fatalf("seed %d: leaving leads to %+v,\nwant %+v after %v", seed, got, before, typed)
		}
		g.press(all...) // the window still hears the hand while the lesson goes
	}
}

// A title that is a little too long for one line is written smaller: over the scenes whose
// titles are short no line stands empty. One that is much too long has a second line.
func TestALittleLongerIsOneLine(t *testing.T) {
	size := fyne.Size{Width: 1366, Height: 768}
	panes := func(longest string) float64 {
		steps := deck(2)
		steps[0].Title, steps[1].Title = "Short", longest
		g := newRig(t, uitest.Opening(), steps, false)
		g.win.Resize(size)
		return g.view.area(size).Y0
	}
	title := func(lines float32) (out string) {
		for parts.Measure(out, size.Height/18, true).Width < size.Width*lines {
			out += "if "
		}
		return strings.TrimSpace(out)
	}
	short := panes("Short")
	if got := panes(title(1.1)); got != short {
		t.Errorf("with a title of a line and a little the panes begin at %v, with short ones at %v", got, short)
	}
	if got := panes(title(2)); got <= short {
		t.Errorf("with a title of two lines the panes begin at %v, with short ones at %v", got, short)
	}
}
