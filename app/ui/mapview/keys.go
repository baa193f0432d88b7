package mapview

import (
	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/parts"
)

// panStep is how far an arrow key moves the map, in layout pixels.
const panStep = 90

// FocusGained implements fyne.Focusable.
func (v *View) FocusGained() {
	v.marks.focused = true
	if !v.marks.byMouse {
		v.frame.Show()
		v.spark.Refresh()
	}
	v.trace()
}

// FocusLost implements fyne.Focusable.
func (v *View) FocusLost() {
	v.marks.focused = false
	v.frame.Hide()
	v.trace()
}

// TypedKey implements fyne.Focusable: arrows pan, Enter selects the marker
// that the keys are on, Escape lets go of it, then of the selection.
func (v *View) TypedKey(ev *fyne.KeyEvent) {
	if v.host.Present || !v.ready() {
		v.host.PassKey(ev)
		return
	}
	if parts.MenuKey(v.host, ev) {
		v.contextKey()
		return
	}
	dx, dy := 0.0, 0.0
	switch ev.Name {
	case fyne.KeyLeft:
		dx = panStep
	case fyne.KeyRight:
		dx = -panStep
	case fyne.KeyUp:
		dy = panStep
	case fyne.KeyDown:
		dy = -panStep
	case fyne.KeyReturn, fyne.KeyEnter:
		v.choose()
		return
	case fyne.KeyEscape:
		if v.host.LetGo() {
			return
		}
		if v.marks.walked != "" {
			v.marks.walked = ""
			v.trace()
			return
		}
		if v.chosen() {
			v.clearSelection()
			return
		}
		v.host.PassKey(ev)
		return
	default:
		v.host.PassKey(ev)
		return
	}
	v.look(v.limits.clamp(v.target.Pan(dx, dy)), step)
}

// TypedRune implements fyne.Focusable: + and - zoom, 0 fits, L shows the legend, C the links,
// the brackets walk the markers, also on the Ukrainian and Russian layouts of the same keys.
func (v *View) TypedRune(r rune) {
	if v.host.Present {
		v.host.PassRune(r)
		return
	}
	switch r {
	case '+', '=':
		v.Zoom(zoomStep)
	case '-', '−', '_':
		v.Zoom(1 / zoomStep)
	case '0':
		v.Fit()
	case 'l', 'L', 'д', 'Д':
		v.ToggleLegend()
	case 'c', 'C', 'с', 'С':
		v.ToggleLinks()
	case '[', 'х', 'Х':
		v.walk(-1)
	case ']', 'ъ', 'Ъ', 'ї', 'Ї':
		v.walk(1)
	default:
		v.host.PassRune(r)
	}
}
