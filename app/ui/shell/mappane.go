package shell

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/parts"
)

// Over returns a pane with the map above its time axis.
func Over(maps, axis fyne.CanvasObject) fyne.CanvasObject {
	p := &mapPane{maps: maps, axis: axis}
	p.ExtendBaseWidget(p)
	return p
}

type mapPane struct {
	widget.BaseWidget
	maps, axis fyne.CanvasObject
}

// setFlat leaves the time axis as little height as it can do with.
func (p *mapPane) setFlat(on bool) {
	if a, ok := p.axis.(interface{ SetFlat(on bool) bool }); ok && a.SetFlat(on) {
		p.Refresh()
	}
}

// Poll has the map take a first picture that is ready.
func (p *mapPane) Poll() { poll(p.maps) }

// poll has a pane take a first picture that is ready.
func poll(pane fyne.CanvasObject) {
	if p, ok := pane.(interface{ Poll() }); ok {
		p.Poll()
	}
}

// foot is the height that the axis asks for: a map of whole pixels is not scaled.
func (p *mapPane) foot() float32 { return float32(math.Ceil(float64(p.axis.MinSize().Height))) }

// Foot is the height of the time axis below the map.
func (p *mapPane) Foot() float32 { return p.Size().Height - p.maps.Size().Height }

// CreateRenderer is for Fyne.
func (p *mapPane) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(overLayout{p}, p.maps, p.axis))
}

type overLayout struct{ p *mapPane }

func (l overLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	m, a := l.p.maps.MinSize(), l.p.axis.MinSize()
	return fyne.NewSize(max(m.Width, a.Width), m.Height+a.Height)
}

func (l overLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	foot := min(l.p.foot(), size.Height)
	parts.SetShown(l.p.maps, size.Height > foot)
	l.p.maps.Resize(fyne.NewSize(size.Width, size.Height-foot))
	l.p.axis.Move(fyne.NewPos(0, size.Height-foot))
	l.p.axis.Resize(fyne.NewSize(size.Width, foot))
}
