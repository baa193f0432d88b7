package chartview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/charts"
)

// TappedSecondary implements fyne.SecondaryTappable: it offers what can be done
// with a mark.
func (p *plot) TappedSecondary(ev *fyne.PointEvent) {
	if m, ok := p.at(ev.Position); !p.v.host.Pressed(desktop.MouseButtonSecondary) && ok {
		p.context(m, ev.AbsolutePosition)
	}
}

func (p *plot) context(m charts.Mark, at fyne.Position) {
	h := p.v.host
	p.unhover()
	p.v.tip.Hide()
	parts.PopUp(p, at, parts.ContextMenu(h, scene.MarkThing(h.Room, h.Store.State(), h.Printer(), m)))
}

// contextKey does the same for the mark that the keys are on.
func (p *plot) contextKey() {
	if m, i := p.find(p.walked); i >= 0 && p.walking {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
		p.context(m, at.AddXY(float32(m.X), float32(m.Y+m.H)))
	}
}
