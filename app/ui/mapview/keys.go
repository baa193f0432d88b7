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

// Keys is all that the map hears, also on the Ukrainian and Russian layouts of the
// same keys.
func (v *View) Keys() parts.Keys {
	pan := func(dx, dy float64) func() {
		return func() { v.look(v.limits.clamp(v.target.Pan(dx, dy)), step) }
	}
	return append(parts.MenuKeys(v.host, v.contextKey), parts.Keys{
		{Name: fyne.KeyLeft, Text: "shell.keyMap", Do: pan(panStep, 0)},
		{Name: fyne.KeyRight, Text: "shell.keyMap", Do: pan(-panStep, 0)},
		{Name: fyne.KeyUp, Text: "shell.keyMap", Do: pan(0, panStep)},
		{Name: fyne.KeyDown, Text: "shell.keyMap", Do: pan(0, -panStep)},
		{Runes: "+=", Text: "shell.keyZoom", Do: func() { v.Zoom(zoomStep) }},
		{Runes: "−-_", Text: "shell.keyZoom", Do: func() { v.Zoom(1 / zoomStep) }},
		{Runes: "0", Text: "shell.keyFit", Do: v.Fit},
		{Runes: "[хХ", Text: "shell.keyMarkers", Do: func() { v.walk(-1) }},
		{Runes: "]ъЪїЇ", Text: "shell.keyMarkers", Do: func() { v.walk(1) }},
		{Name: fyne.KeyReturn, Text: "shell.keyChoose", Do: v.choose},
		{Name: fyne.KeyEnter, Do: v.choose},
		{Runes: "lLдД", Text: "shell.keyLegend", Do: v.ToggleLegend},
		{Runes: "cCсС", Text: "shell.keyLinks", Do: v.ToggleLinks},
		{Name: fyne.KeyEscape, Text: "shell.keyLetGo", Take: v.escape},
	}...)
}

// escape lets go of what is lit, then of what the keys are on, then of
// the selection.
func (v *View) escape() bool {
	switch {
	case v.host.LetGo():
	case v.marks.walked != "" || v.marks.onRow != "":
		v.marks.walked, v.marks.onRow = "", ""
		v.trace()
	case v.chosen():
		v.clearSelection()
	default:
		return false
	}
	return true
}

// TypedKey implements fyne.Focusable.
func (v *View) TypedKey(ev *fyne.KeyEvent) {
	if v.host.Present || !v.ready() || !v.Keys().Key(ev) {
		v.host.PassKey(ev)
	}
}

// TypedRune implements fyne.Focusable.
func (v *View) TypedRune(r rune) {
	if v.host.Present || !v.Keys().Rune(r) {
		v.host.PassRune(r)
	}
}
