package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/ui/parts"
)

// zoomStep is what a button or a key makes of the scale.
const zoomStep = 1.5

// newButtons returns the column at the upper right: in, out, all.
func (v *View) newButtons() *fyne.Container {
	back := parts.Box(nil)
	back.StrokeWidth = 1
	col := container.New(layout.NewCustomPaddedVBoxLayout(0),
		parts.NewButton(v.host, ftheme.ZoomInIcon(), "", "", func() { v.Zoom(zoomStep) }),
		parts.NewButton(v.host, ftheme.ZoomOutIcon(), "", "", func() { v.Zoom(1 / zoomStep) }),
		parts.NewButton(v.host, ftheme.ZoomFitIcon(), "", "", v.Fit),
	)
	return container.NewStack(back, col)
}

// relabel gives the buttons the words of the language and the colours of the
// look.
func (v *View) relabel() {
	p := v.host.Palette()
	back := v.buttons.Objects[0].(*canvas.Rectangle)
	back.FillColor, back.StrokeColor = p.Raised, p.Hairline
	back.Refresh()
	tips := []string{v.host.T("panes.zoomIn"), v.host.T("panes.zoomOut"), v.host.T("panes.fit")}
	for i, o := range v.buttons.Objects[1].(*fyne.Container).Objects {
		b := o.(*parts.Button)
		b.Set("", tips[i])
		b.Refresh()
	}
}
