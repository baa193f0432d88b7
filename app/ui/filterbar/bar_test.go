package filterbar

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// rig is a bar between two ends, in a window that draws nothing.
type rig struct {
	*Bar
	scope  *host.Scope
	t      *testing.T
	win    fyne.Window
	passed []fyne.KeyName // what reached the window
	wait   func()         // what waits for time to pass; nil: nothing
}

// The four filters with a list, in the order of reading.
const (
	statuses = iota
	domains
	states
	levels
)

func newRig(t *testing.T, s state.State) *rig {
	t.Helper()
	h, _ := uitest.Host(t, s)
	g := &rig{t: t}
	h.Timer = func(_ time.Duration, f func()) func() {
		g.wait = f
		return func() { g.wait = nil }
	}
	h.Key = func(ev *fyne.KeyEvent) {
		g.passed = append(g.passed, ev.Name)
		if ev.Name == fyne.KeyEscape {
			g.CloseLists() // as the window does: a click on a row takes the focus off it
		}
	}
	end := func(text string) []fyne.CanvasObject {
		return []fyne.CanvasObject{parts.NewButton(h, nil, text, "", nil)}
	}
	g.scope = uitest.Open(t, h)
	g.Bar = New(g.scope, end("Undo"), end("Present"))
	g.win = uitest.Show(t, g.Bar, fyne.NewSize(1280, 800))
	g.win.Canvas().SetOnTypedKey(h.PassKey)
	return g
}

// rest lets the time pass that something waits for.
func (g *rig) rest() {
	g.t.Helper()
	if g.wait == nil {
		g.t.Fatal("nothing waits")
	}
	g.wait()
}

func (g *rig) state() state.State { return g.h.Store.State() }

// rows are those of the list that is open; nil if none is.
func (g *rig) rows() (rows []*parts.Check) {
	if top := g.win.Canvas().Overlays().Top(); top != nil {
		uitest.Walk(top, func(o fyne.CanvasObject) {
			if c, ok := o.(*parts.Check); ok {
				rows = append(rows, c)
			}
		})
	}
	return rows
}

// row is the one of an option in the list that is open.
func (g *rig) row(code string) *parts.Check {
	g.t.Helper()
	rows := g.rows()
	i := slices.IndexFunc(rows, func(c *parts.Check) bool { return c.Option.Code == code })
	if i < 0 {
		g.t.Fatalf("no row for %q among %d", code, len(rows))
	}
	return rows[i]
}

// tick opens a list with the pointer, clicks the rows and leaves with Escape.
func (g *rig) tick(kind int, codes ...string) {
	g.t.Helper()
	uitest.Click(g.win, g.kinds[kind].button)
	for _, c := range codes {
		uitest.Click(g.win, g.row(c))
	}
	uitest.Press(g.win, fyne.KeyEscape)
}

// preset clicks the words of a segment.
func (g *rig) preset(i int) {
	g.t.Helper()
	label := g.presets.Items()[i].Label
	words, ok := uitest.Find(g.presets, func(x *canvas.Text) bool { return x.Text == label })
	if !ok {
		g.t.Fatalf("no segment %q", label)
	}
	uitest.Click(g.win, words)
}

// Each control changes its own field of the view and no other.
func TestEachControlHasItsField(t *testing.T) {
	for _, c := range []struct {
		name string
		hand func(g *rig)
		want func(s *state.State)
	}{
		{"search", func(g *rig) { test.Type(g.search, "two words"); g.rest() }, func(s *state.State) { s.Query = "two words" }},
		{"agreements", func(g *rig) { g.preset(0) }, func(s *state.State) { s.Status = state.Set("agreed,to be signed") }},
		{"commitments", func(g *rig) { g.preset(2); g.preset(1) }, func(*state.State) {}},
		{"all", func(g *rig) { g.preset(2) }, func(s *state.State) { s.Status = state.AllStatuses }},
		{"a status less", func(g *rig) { g.tick(statuses, "intended") }, func(s *state.State) {
			s.Status = state.NewSet("agreed", "announced", "to be signed")
		}},
		{"domains", func(g *rig) { g.tick(domains, "TRD", "SEC") }, func(s *state.State) { s.Domains = "SEC,TRD" }},
		{"a domain and back", func(g *rig) { g.tick(domains, "TRD", "TRD") }, func(*state.State) {}},
		{"state", func(g *rig) { g.tick(states, "KAZ") }, func(s *state.State) { s.States = "KAZ" }},
		{"level", func(g *rig) { g.tick(levels, "bilateral") }, func(s *state.State) { s.Levels = "bilateral" }},
		{"only naming", func(g *rig) {
			uitest.Click(g.win, g.kinds[states].button)
			rows := g.rows()
			uitest.Click(g.win, rows[len(rows)-1])
		}, func(s *state.State) { s.OnlyNaming = true }},
		{"all domains again", func(g *rig) { g.tick(domains, "TRD", "SEC", "") }, func(*state.State) {}},
		{"a click beside a list", func(g *rig) {
			uitest.Click(g.win, g.kinds[domains].button)
			test.TapCanvas(g.win.Canvas(), fyne.NewPos(1200, 700))
		}, func(*state.State) {}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := newRig(t, uitest.Opening())
			want := uitest.Opening()
			c.want(&want)
			c.hand(g)
			if got := g.state(); got != want {
				t.Errorf("the view is %+v,\nwant %+v", got, want)
			}
			if c.name != "only naming" && g.rows() != nil {
				t.Error("the list stays open")
			}
		})
	}
}

// Every value ticked is the same as none: no restriction.
func TestEverythingTickedIsNoFilter(t *testing.T) {
	g := newRig(t, uitest.Opening())
	options := scene.Options(g.h.Room, g.h.State(), g.h.Printer()).Levels
	for i, o := range options {
		g.tick(levels, o.Code)
		want := i + 1
		if i == len(options)-1 {
			want = 0
		}
		if got := g.state().Levels.Len(); got != want {
			t.Errorf("after %d ticks %d levels filter, want %d", i+1, got, want)
		}
	}
}

// A view that was changed elsewhere shows on the bar, and in the list that is
// open.
func TestFollows(t *testing.T) {
	g := newRig(t, uitest.Opening())
	uitest.Click(g.win, g.kinds[states].button)
	g.h.Dispatch(state.SetStates("KAZ,UZB"))
	g.h.Dispatch(state.SetOnlyNaming(true))
	var on []string
	for _, c := range g.rows() {
		if c.Option.On {
			on = append(on, c.Option.Label)
		}
	}
	if want := []string{"Kazakhstan", "Uzbekistan", "Only statements naming fewer than 6 states"}; !slices.Equal(on, want) {
		t.Errorf("the open list has ticks at %q, want %q", on, want)
	}
	uitest.Press(g.win, fyne.KeyEscape)
	g.h.Dispatch(state.Search("water"))
	g.h.Store.Break()
	if g.search.Text != "water" || !g.search.clear.Visible() {
		t.Errorf("the entry says %q, its cross shows: %v", g.search.Text, g.search.clear.Visible())
	}
	uitest.Click(g.win, g.search.clear)
	if g.state().Query != "" || g.search.Text != "" || g.search.clear.Visible() {
		t.Errorf("the cross leaves %q in the view, %q in the entry", g.state().Query, g.search.Text)
	}
	g.h.Store.Undo()
	if g.search.Text != "water" {
		t.Errorf("after undo the entry says %q", g.search.Text)
	}
	for i, set := range []state.Set{state.Set("agreed,to be signed"), state.Set("agreed,announced,intended,to be signed"), state.AllStatuses, "announced"} {
		g.h.Dispatch(state.SetStatus(set))
		on := slices.IndexFunc(g.presets.Items(), func(o scene.Option) bool { return o.On })
		if want := []int{0, 1, 2, -1}[i]; on != want {
			t.Errorf("%q: the segment %d is on, want %d", set, on, want)
		}
		if chevron := g.kinds[statuses].button; chevron.On != (on < 0) {
			t.Errorf("%q: the segment %d and the list are on: %v", set, on, chevron.On)
		}
	}
	g.scope.Close()
	g.h.Dispatch(state.Search(""))
	if g.search.Text != "water" {
		t.Error("a bar that was closed follows the view")
	}
}

// Reset takes back every filter and nothing else, and rests where there is none.
func TestReset(t *testing.T) {
	s := uitest.Opening()
	s.Lang, s.Kind, s.TextSize, s.Camera = "uk", state.Matrix, 1.3, state.Camera{Lon: 70, Lat: 40, Span: 900}
	g := newRig(t, s)
	if !g.reset.Disabled() {
		t.Error("there is nothing to reset, but it can be pressed")
	}
	for _, a := range []state.Action{
		state.Search("water"), state.SetStatus(state.Set("agreed,to be signed")), state.SetDomains("SEC"), state.SetStates("KAZ"), state.SetLevels("bilateral"),
		state.SetOnlyNaming(true),
		state.SetTime{From: "2022", To: "2023"},
	} {
		g.h.Dispatch(a)
		if g.reset.Disabled() {
			t.Fatalf("after %T there is nothing to reset", a)
		}
		uitest.Click(g.win, g.reset)
		if got := g.state(); got != s {
			t.Errorf("Reset after %T leaves %+v,\nwant %+v", a, got, s)
		}
		if !g.reset.Disabled() || g.search.Text != "" {
			t.Errorf("after Reset the bar still has something: %q", g.search.Text)
		}
		g.h.Store.Undo()
		if g.state() == s {
			t.Errorf("undo does not bring back what Reset took after %T", a)
		}
		g.h.Reset()
	}
}

// In a narrow window the bar takes as many rows as it needs; nothing lies on
// anything else or leaves the bar, and the height that it asks for is enough.
func TestWraps(t *testing.T) {
	s := uitest.Opening()
	s.Domains, s.States, s.Levels, s.Query = "SEC,TRD", "KAZ,UZB", "bilateral", "x"
	g := newRig(t, s)
	rows := map[string]int{}
	for _, lang := range i18n.Languages() {
		g.h.Dispatch(state.SetLang(lang))
		for _, scale := range []float64{0.8, 1, 2} {
			g.h.Dispatch(state.SetTextSize(scale))
			for _, width := range []float32{640, 1024, 1280, 1920} {
				what := fmt.Sprintf("%s ×%v in %v", lang, scale, width)
				g.Resize(fyne.NewSize(width, g.HeightFor(width)))
				lines := map[float32]bool{}
				var shown []fyne.CanvasObject
				for _, o := range g.Pieces() {
					if o.Visible() {
						shown = append(shown, o)
					}
				}
				for i, o := range shown {
					p, z := o.Position(), o.Size()
					lines[p.Y+z.Height/2] = true
					if p.Y < 0 || p.Y+z.Height > g.Size().Height+0.5 {
						t.Errorf("%s: object %d at %v %v leaves the bar of %v", what, i, p, z, g.Size())
					}
					if p.X < 0 || p.X+z.Width > width+0.5 {
						t.Errorf("%s: object %d at %v %v leaves the window", what, i, p, z)
					}
					cut := width < 1024 && o == fyne.CanvasObject(g.presets) // which then makes its words smaller
					if z.Width < o.MinSize().Width-0.5 && o != fyne.CanvasObject(g.search) && !cut {
						t.Errorf("%s: object %d is %v wide, needs %v", what, i, z.Width, o.MinSize().Width)
					}
					for j, other := range shown[:i] {
						if uitest.Overlap(o, other) {
							t.Errorf("%s: objects %d and %d overlap", what, i, j)
						}
					}
				}
				rows[what] = len(lines)
			}
		}
	}
	if rows["en ×1 in 1920"] != 2 || rows["ru ×1 in 1280"] > 3 || rows["uk ×1 in 1024"] < 2 || rows["uk ×2 in 1024"] < 3 {
		t.Errorf("the bar wraps into %v", rows)
	}
}
