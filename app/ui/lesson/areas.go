package lesson

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// oneLine is the share of its size that a title may have so that it takes one line: a
// second one would stand empty over all scenes whose titles are short.
const oneLine = 0.8

// count finds out how many lines titles have the room of.
func (v *View) count(head, w float32) {
	of := lined{&v.s.deck[0], v.Size()}
	if of == v.lined || of.size.Height <= 0 {
		return
	}
	v.lined, v.lines = of, 1
	one := parts.Measure("Mg", head, true).Height
	for _, x := range v.s.deck {
		if parts.NewParagraph(x.Title, head*oneLine, true, color.Black).HeightFor(w) > one*1.5 {
			v.lines = 2
			return
		}
	}
}

// rows is how many lines of its full size a title has the room of: two lines are set
// smaller, so that a title of one has no empty line below it.
func (v *View) rows() float32 {
	if v.lines > 1 {
		return 1.45
	}
	return 1
}

// band is the height of the title's room, the same for all scenes, so that titles
// keep their place.
func (v *View) band(size fyne.Size) float32 {
	one := parts.Measure("Mg", size.Height*titleShare, true).Height
	return whole(one*v.rows() + v.pad()*0.9)
}

// area is where the panes and the other words are.
func (v *View) area(size fyne.Size) draw.Box {
	return draw.Box{Y0: float64(v.band(size)), X1: float64(size.Width), Y1: float64(size.Height)}
}

// plan is where the panes are; of a map what is above its time axis.
func (v *View) plan() scene.Plan {
	p := v.stage.plan(v.area(v.Size()), v.s.whole, v.Size())
	x := &v.stage.step
	p.Maps = make([]geo.Viewport, len(p.Panes))
	for i, name := range x.Panes.Parts() {
		b := &p.Panes[i]
		if name != "map" || b.Empty() {
			continue
		}
		if o, ok := v.stage.shown[i].(interface{ Foot() float32 }); ok {
			b.Y1 -= float64(o.Foot())
		}
		now := v.s.h.State()
		if i > 0 && x.Panes.Twice() {
			now.View = x.Beside
		}
		p.Maps[i] = scene.PaneViewport(v.s.h.Room, now, b.Width(), b.Height(), 1)
	}
	return p
}

// panel is where the words stand.
func (v *View) panel(size fyne.Size) draw.Box {
	_, words := v.stage.step.Panes.Arrange(v.area(size))
	return words
}

func (v *View) pad() float32 { return whole(v.Size().Height / 36) }

// whole rounds to whole pixels, of which all that draw a window make the same.
func whole(x float32) float32 { return float32(math.Round(float64(x))) }

// column is the width of the words in their panel: of those alone, a line that the
// eye can follow.
func (v *View) column(panel draw.Box) float32 {
	w := float32(panel.Width()) - 2*v.pad()
	if v.stage.step.Panes == scene.WordsAlone {
		w *= 0.85
	}
	if low(panel) {
		w -= v.number.MinSize().Width + v.pad()
	}
	return w
}

// low says that a panel is a strip: the number of the scene stands at the end of its words
// there, not below them.
func low(panel draw.Box) bool { return panel.Width() > 2.5*panel.Height() }

// height is what the words need in the panel.
func (v *View) height(panel draw.Box) float32 {
	w, h := v.column(panel), float32(0)
	for _, o := range v.words {
		if o.Text() != "" {
			h += whole(o.HeightFor(w)) + whole(v.pad()*0.8)
		}
	}
	return h
}
