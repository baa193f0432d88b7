package shell

import (
	"fyne.io/fyne/v2"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/ui/parts"
)

// stageLayout gives what stands in the window all of it. Fyne puts the bar of the menu
// over that only when it makes the window: until then its room is left free, so that the
// map is drawn, beside the start of the window system, in the size that it will have.
type stageLayout struct {
	s    *Shell
	made bool // the bar is there
}

// MinSize implements fyne.Layout. Fyne asks for it before it paints: a map and a chart that
// are drawn by then are in the first frame of all.
func (l *stageLayout) MinSize(objects []fyne.CanvasObject) (least fyne.Size) {
	poll(l.s.maps)
	poll(l.s.charts)
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}

// Layout implements fyne.Layout.
func (l *stageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.made = l.made || !l.s.cfg.MenuBar || size.Height < l.s.window.Canvas().Size().Height
	if !l.made {
		size.Height -= barHeight()
	}
	for _, o := range objects {
		o.Resize(size)
	}
}

// barHeight is that of Fyne's menu bar. Another one would cost a second drawing of the map.
func barHeight() float32 {
	return parts.Measure("M", ftheme.TextSize(), false).Height + ftheme.InnerPadding()
}
