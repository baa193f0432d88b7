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
	"c5atlas.org/c5atlas/maps"
)

// zoomStep is what a button or a key makes of the scale.
const zoomStep = 1.5

// newButtons returns the row at the lower left: in, out, all, legend, links. The
// corners at the right are the inset's and the legend's.
func (v *View) newButtons() *fyne.Container {
	back := parts.Box(nil)
	back.StrokeWidth = 1
	row := container.New(layout.NewCustomPaddedHBoxLayout(0),
		parts.NewButton(v.host, ftheme.ZoomInIcon(), "", "", func() { v.Zoom(zoomStep) }),
		parts.NewButton(v.host, ftheme.ZoomOutIcon(), "", "", func() { v.Zoom(1 / zoomStep) }),
		parts.NewButton(v.host, theme.IconRegion, "", "", v.Fit),
		parts.NewButton(v.host, ftheme.ListIcon(), "", "", v.ToggleLegend),
		parts.NewButton(v.host, theme.IconLinks, "", "", v.ToggleLinks),
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
	tips := []string{h.T("panes.zoomIn"), h.T("panes.zoomOut"), h.T("panes.fit"), h.T("panes.legend"), h.T("panes.capitalLinks")}
	for i, o := range v.buttons.Objects[1].(*fyne.Container).Objects {
		b := o.(*parts.Button)
		b.Set("", tips[i])
		b.On = i == 3 && v.pic != nil && !v.pic.where.Legend.Empty() || i == 4 && h.State().CapitalLinks
		b.Refresh()
	}
}

// footer is how high note, source and scale bar reach from the lower edge of
// the map; without a scale bar it is a line of each. It is known before the first picture,
// which need not be drawn once more then for the tools that stand on it.
func (v *View) footer() float32 {
	const gap, least = 4, 68
	var high float64
	if v.pic != nil {
		if bar := v.pic.where.ScaleBar; !bar.Empty() {
			high = v.pic.where.View.Height - bar.Y0
		}
	} else if v.ready() {
		h := v.host
		high = maps.FootRoom(scene.Foot(h.Room, h.State(), h.Printer(), h.Palette(), v.shown))
	}
	if high == 0 {
		return least
	}
	return float32(high) + gap
}

// striped reports whether the legend runs along the upper edge of the map.
func (v *View) striped() bool {
	return v.pic != nil && !v.pic.where.Legend.Empty() && v.pic.where.Legend.X0 == 0
}

// header is how far what stands along the upper edge of the map reaches down.
func (v *View) header() float32 {
	if !v.striped() {
		return theme.Space1
	}
	return float32(v.pic.where.Legend.Y1) + theme.Space1
}
