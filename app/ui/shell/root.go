package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// rootLayout stacks bar, panes and status line; the tips lie over all.
type rootLayout struct {
	s                *Shell
	line, head, foot *canvas.Rectangle
}

func (l *rootLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 320) }

func (l *rootLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.s
	left := s.stripWide()
	s.panes.setWindow(s.window.Canvas().Size().SubtractWidthHeight(left, 0))
	foot := s.status.MinSize().Height
	s.bar.SetMost(size.Height - 1 - foot - s.panes.least())
	bar := s.bar.HeightFor(size.Width)
	s.bar.Resize(fyne.NewSize(size.Width, bar))
	l.head.Resize(s.bar.Size())
	l.line.Move(fyne.NewPos(0, bar))
	l.line.Resize(fyne.NewSize(size.Width, 1))
	s.strip.Move(fyne.NewPos(0, bar+1))
	s.strip.Resize(fyne.NewSize(left, size.Height-bar-1-foot))
	s.panes.Move(fyne.NewPos(left, bar+1))
	s.panes.Resize(fyne.NewSize(size.Width-left, size.Height-bar-1-foot))
	s.status.Move(fyne.NewPos(0, size.Height-foot))
	s.status.Resize(fyne.NewSize(size.Width, foot))
	l.foot.Move(s.status.Position())
	l.foot.Resize(s.status.Size())
	s.bar.PlaceDrop(size)
	s.tips.Layer.Resize(size)
	if whole := s.window.Canvas().Size(); !s.full && s.show == nil && whole != s.size {
		s.size = whole
		if s.cfg.OnResize != nil {
			s.cfg.OnResize()
		}
	}
}
