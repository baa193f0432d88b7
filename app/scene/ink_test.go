package scene

import (
	"context"
	"image"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
)

// Pens stand out from the paper and from each other in every look.
func TestPensAreSeen(t *testing.T) {
	t.Parallel()
	for theme, pal := range palettes {
		for i := range Pens {
			if got := contrast(pal.Pen(i), pal.Paper); got < 4.5 {
				t.Errorf("%s: pen %d has a contrast of %.1f with the paper, want 4.5", theme, i, got)
			}
			for k := range i {
				for vision, m := range visions {
					if d := distance(lab(pal.Pen(i), m), lab(pal.Pen(k), m)); d < 10 {
						t.Errorf("%s: pens %d and %d are %.1f apart for %s eyes", theme, k, i, d, vision)
					}
				}
			}
		}
	}
}

// A stroke runs from its first point to its last, in the place of its pane, and a
// single point is a dot; nothing is drawn of a pane that is not there.
func TestInk(t *testing.T) {
	t.Parallel()
	plan := Plan{Whole: draw.Box{X1: 1600, Y1: 1200}, Panes: []draw.Box{{X0: 400, Y0: 200, X1: 1200, Y1: 1000}, {}}}
	pal := PaletteFor(state.Light)
	paint := func(list ...Stroke) *image.RGBA {
		pic := &draw.Picture{Width: 1600, Height: 1200, Density: 1}
		Ink(pic, pal, plan, list)
		out := image.NewRGBA(image.Rect(0, 0, 1600, 1200))
		if err := draw.Paint(context.Background(), out, pic); err != nil {
			t.Fatal(err)
		}
		return out
	}
	is := func(of *image.RGBA, x, y int, pen int) bool {
		c, want := of.RGBAAt(x, y), pal.Pen(pen)
		return c.R == want.R && c.G == want.G && c.B == want.B && c.A == 255
	}
	line := paint(Stroke{Pane: 1, Pen: 1, Points: []orb.Point{{0, 0.5}, {0.25, 0.5}, {0.75, 0.5}, {1, 0.5}}})
	for _, x := range []int{400, 600, 800, 1199} {
		if !is(line, x, 600, 1) {
			t.Errorf("at %d the line is %v", x, line.RGBAAt(x, 600))
		}
	}
	for _, at := range []image.Point{{385, 600}, {1215, 600}, {800, 580}} {
		if c := line.RGBAAt(at.X, at.Y); c.A != 0 {
			t.Errorf("beside the line, at %v, it is %v", at, c)
		}
	}
	if dot := paint(Stroke{Pen: 0, Points: []orb.Point{{0.5, 0.5}}}); !is(dot, 800, 600, 0) || dot.RGBAAt(812, 600).A != 0 {
		t.Error("a single point is no dot in the middle of the scene")
	}
	for _, x := range [][]Stroke{{{Pane: 2, Points: []orb.Point{{0.5, 0.5}}}}, {{Pane: 9, Points: []orb.Point{{0.5, 0.5}}}}, {{Pane: -1, Points: []orb.Point{{0.5, 0.5}}}}, {{Pane: 1}}} {
		for _, b := range paint(x...).Pix {
			if b != 0 {
				t.Fatalf("%+v draws", x)
			}
		}
	}
	turn := paint(Stroke{Points: []orb.Point{{0.1, 0.1}, {0.5, 0.9}, {0.9, 0.1}}})
	if turn.RGBAAt(800, 1080).A != 0 {
		t.Error("the corner is not rounded")
	}
	if !is(turn, 160, 120, 0) || !is(turn, 1440, 120, 0) {
		t.Error("its ends are not where they were drawn")
	}
}

// What was drawn when something was in sight is not seen before that is.
func TestStrokeShown(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		drawn, now state.Hidden
		want       bool
	}{
		{"", "", true}, {"", "values", false}, {"values", "", true}, {"values", "values", true}, {"values,labels", "labels", true}, {"labels", "values,labels", false},
	} {
		s := Stroke{Hidden: c.drawn}
		if got := s.Shown(c.now); got != c.want {
			t.Errorf("drawn while %q was hidden, shown while %q is: %v", c.drawn, c.now, got)
		}
	}
}
