package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// TappedSecondary implements fyne.SecondaryTappable: it offers what can be done
// with the meetings of a marker.
func (v *View) TappedSecondary(ev *fyne.PointEvent) {
	if !v.host.Pressed(desktop.MouseButtonSecondary) && v.ready() {
		v.context(v.markerAt(float64(ev.Position.X), float64(ev.Position.Y)), ev.AbsolutePosition)
	}
}

func (v *View) context(ids []string, at fyne.Position) {
	h := v.host
	if x, ok := scene.MeetingsThing(h.Room, h.Selection(), h.State(), h.Printer(), ids); ok {
		v.unhover()
		v.pointer.quiet = true
		parts.PopUp(v, at, parts.ContextMenu(h, x))
	}
}

// contextKey does the same for the marker that the keys are on.
func (v *View) contextKey() {
	if m, ok := v.placed(v.marks.walked); ok {
		x, y := v.fromPicture(m.X, m.Y)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(v)
		v.context(m.IDs, at.AddXY(float32(x), float32(y)))
	}
}
