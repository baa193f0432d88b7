package timeaxis

import (
	"context"
	"image"
	"image/color"
	xdraw "image/draw"
	"math"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/internal/draw"
)

// look is how the mark of a meeting looks. Few differ, however many meetings there
// are: each is drawn once and set down where it belongs, since an object of Fyne's
// for each of 2,000 meetings would be painted anew in every frame of the window.
type look struct {
	fill, ink color.NRGBA
	size      float32 // diameter in layout pixels
	dashed    bool    // empty, its ring with gaps on four sides
	ground    color.NRGBA
}

// hinted are the meetings that the pointer, in whatever pane, is on.
func (v *View) hinted() map[string]bool {
	out := map[string]bool{}
	for _, id := range v.host.Preview().LitMeetings.Codes() {
		out[id] = true
	}
	return out
}

// look is that of a meeting.
func (v *View) look(t scene.Tick, hinted map[string]bool) look {
	p := v.host.Palette()
	l := look{fill: p.Ink, ink: p.Ink, size: dot - 2, dashed: t.Planned, ground: p.Panel}
	switch {
	case !t.In:
		l.fill, l.ink = p.Panel, theme.Fade(p.InkMuted, 0x66)
	case t.Count == 0:
		l.fill, l.ink = p.Panel, p.InkMuted
	}
	switch {
	case t.Selected:
		l.fill, l.ink, l.size = p.Accent, p.Accent, dot
	case hinted[t.ID], v.hints.Hints(t.ID):
		l.ink, l.size = p.Accent, dot
	case t.Muted:
		l.ink = theme.Dim(l.ink)
		if l.fill != p.Panel {
			l.fill = l.ink
		}
	}
	if l.dashed {
		l.fill = p.Panel
	}
	return l
}

// picture draws the marks of all meetings, w by h device pixels. Those that are
// selected or pointed at stand above the others.
func (v *View) picture(w, h int) image.Image {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	size := v.marks.Size()
	if size.Width <= 0 || size.Height <= 0 || len(v.levels) != len(v.looks) {
		return out
	}
	scale := float32(w) / size.Width
	stamps := map[look]*image.RGBA{}
	for _, above := range []bool{false, true} {
		for i, l := range v.looks {
			if (l.size == dot) != above {
				continue
			}
			s, ok := stamps[l]
			if !ok {
				s = stamp(l, scale)
				stamps[l] = s
			}
			c := v.center(i)
			at := image.Pt(pixel((c.X-l.size/2)*scale)-1, pixel((c.Y-l.size/2)*scale)-1)
			xdraw.Draw(out, s.Rect.Add(at), s, image.Point{}, xdraw.Over)
		}
	}
	return out
}

func pixel(x float32) int { return int(math.Round(float64(x))) }

// stamp draws one mark, with a pixel free on each side.
func stamp(l look, scale float32) *image.RGBA {
	d := float64(l.size * scale)
	n := int(math.Ceil(d)) + 2
	line := math.Round(1.5 * float64(scale))
	middle := 1 + d/2
	pic := &draw.Picture{Width: n, Height: n, Density: float64(scale)}
	pic.Fill("", l.fill, draw.Circle(middle, middle, (d-line)/2))
	pic.Stroke("", l.ink, line, draw.Circle(middle, middle, (d-line)/2))
	if l.dashed {
		gap := 1.2 * float64(scale)
		pic.Fill("", l.ground, draw.Rectangle(middle-gap, 0, middle+gap, float64(n)), draw.Rectangle(0, middle-gap, float64(n), middle+gap))
	}
	out := image.NewRGBA(image.Rect(0, 0, n, n))
	_ = draw.Paint(context.Background(), out, pic) // fails only where it is ended
	return out
}

// arrangeMarks finds where the mark of each meeting stands, and how it looks.
func (v *View) arrangeMarks() {
	v.xs, v.looks = v.xs[:0], v.looks[:0]
	v.ring.Hide()
	hinted := v.hinted()
	for _, t := range v.ticks {
		v.xs = append(v.xs, v.axis.x(t.At))
		v.looks = append(v.looks, v.look(t, hinted))
	}
	v.levels = swarm(v.xs, dot+1, levels)
	v.marks.Resize(fyne.NewSize(float32(v.axis.left+v.axis.width)+dot, v.lineY()+dot))
	i := v.hovered
	if i < 0 && v.Focused() {
		i = v.walked
	}
	if i < 0 {
		return
	}
	r := float32(dot)/2 + 3
	v.ring.StrokeColor = v.host.Palette().Accent
	v.ring.Resize(fyne.NewSquareSize(2 * r))
	v.ring.Move(v.center(i).SubtractXY(r, r))
	v.ring.Show()
}
