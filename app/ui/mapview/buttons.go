package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// zoomStep is what a button or a key makes of the scale.
const zoomStep = 1.5

// newButtons returns the row at the lower left: in, out, all, legend. The
// corners at the right are the inset's and the legend's.
func (v *View) newButtons() *fyne.Container {
	back := parts.Box(nil)
	back.StrokeWidth = 1
	row := container.New(layout.NewCustomPaddedHBoxLayout(0),
		parts.NewButton(v.host, ftheme.ZoomInIcon(), "", "", func() { v.Zoom(zoomStep) }),
		parts.NewButton(v.host, ftheme.ZoomOutIcon(), "", "", func() { v.Zoom(1 / zoomStep) }),
		parts.NewButton(v.host, ftheme.ZoomFitIcon(), "", "", v.Fit),
		parts.NewButton(v.host, ftheme.ListIcon(), "", "", v.ToggleLegend),
	)
	return container.NewStack(back, row)
}

// relabel gives the buttons the words of the language and the colours of the
// look.
func (v *View) relabel() {
	p, h := v.host.Palette(), v.host
	back := v.buttons.Objects[0].(*canvas.Rectangle)
	back.FillColor, back.StrokeColor = p.Raised, p.Hairline
	back.Refresh()
	tips := []string{h.T("panes.zoomIn"), h.T("panes.zoomOut"), h.T("panes.fit"), h.T("panes.legend")}
	for i, o := range v.buttons.Objects[1].(*fyne.Container).Objects {
		b := o.(*parts.Button)
		b.Set("", tips[i])
		b.On = i == 3 && v.pic != nil && v.pic.legend
		b.Refresh()
	}
}

// footer is how high note, source and scale bar reach from the lower edge of a
// map of that width.
func (v *View) footer(width float32) float32 {
	const side, lead, below, bar = 12, 1.3, 17, 36
	p, size := v.host.Printer(), parts.Scaled(v.host, theme.Small)
	text := scene.BoundaryNote(p) + " " + scene.MapSource(p)
	lines := parts.Wrap(text, max(width-2*side, 1), func(t string) float32 { return parts.Measure(t, size, false).Width })
	return float32(len(lines))*size*lead + below + bar*float32(v.host.State().TextSize)
}
