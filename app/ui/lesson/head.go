package lesson

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// head is the upper edge of the presenter's window: the clock, the stopwatch, what
// lies over the room, and which scene it is.
type head struct {
	widget.BaseWidget
	h *host.Host
	s *Show

	clock, spent, number, flag *canvas.Text
	box                        *canvas.Rectangle // round the flag
	pause, reset               *parts.Button
}

func newHead(h *host.Host, s *Show) *head {
	text := func() *canvas.Text { return canvas.NewText("", color.Black) }
	x := &head{h: h, s: s, clock: text(), spent: text(), number: text(), flag: text(), box: parts.Box(color.Transparent)}
	x.clock.TextStyle.Bold, x.number.TextStyle.Bold, x.flag.TextStyle.Bold = true, true, true
	x.pause = parts.NewButton(h, ftheme.MediaPauseIcon(), "", "", s.pause)
	x.reset = parts.NewButton(h, ftheme.MediaReplayIcon(), "", "", s.reset)
	x.ExtendBaseWidget(x)
	return x
}

// follow takes over time, scene and flags.
func (x *head) follow() {
	h, s := x.h, x.s
	now := s.now()
	x.clock.Text, x.spent.Text, x.number.Text = now.Format("15:04"), clock(s.elapsed.read(now)), s.stepOf(h.Printer())
	x.flag.Text = strings.Join(s.flags(h), " · ")
	x.pause.Icon = ftheme.MediaPlayIcon()
	tip := h.T("present.watchStart")
	if s.elapsed.on {
		x.pause.Icon, tip = ftheme.MediaPauseIcon(), h.T("present.watchPause")
	}
	x.pause.Set("", tip+" (T)")
	x.reset.Set("", h.T("present.watchReset"))
}

// tick moves the clocks on. Only what has changed is drawn anew.
func (x *head) tick() {
	was, spent := x.clock.Text, x.spent.Text
	x.follow()
	if len(x.spent.Text) != len(spent) {
		x.Refresh()
		return
	}
	if x.clock.Text != was {
		x.clock.Refresh()
	}
	if x.spent.Text != spent {
		x.spent.Resize(x.spent.MinSize())
		x.spent.Refresh()
	}
}

// flags say what the room sees in place of the scene.
func (s *Show) flags(h *host.Host) []string {
	var out []string
	switch s.cover {
	case black:
		out = append(out, h.T("present.flagBlack"))
	case white:
		out = append(out, h.T("present.flagWhite"))
	}
	if s.frozen {
		out = append(out, h.T("present.flagFrozen"))
	}
	if s.lost {
		out = append(out, h.T("present.flagLost"))
	}
	return out
}

// sizes are those of the clocks and of the rest, in a narrow window as small as lets all stand side by side.
func (x *head) sizes(width float32) (large, small float32) {
	large, small = parts.Scaled(x.h, theme.Display), parts.Scaled(x.h, theme.Title)
	share := min((width-x.fixed())/x.texts(large, small), 1)
	return max(large*share, theme.Small), max(small*share, theme.Small)
}

// fixed is the width of what is not text.
func (x *head) fixed() float32 {
	return x.pause.Least().Width + x.reset.Least().Width + 6*theme.Space4
}

// texts is the width of clocks and number in these sizes.
func (x *head) texts(large, small float32) float32 {
	return parts.Measure(x.clock.Text, large, true).Width + max(parts.Measure(x.spent.Text, large, false).Width, parts.Measure("0:00:00", large, false).Width) +
		parts.Measure(x.number.Text, small, true).Width
}

// HeightFor implements parts.Flowing: in a narrow window the flags stand below.
func (x *head) HeightFor(width float32) float32 {
	high := x.row(width) + 2*theme.Space2
	if x.below(width) {
		high += x.flagSize(width).Height + theme.Space2
	}
	return high
}

func (x *head) row(width float32) float32 {
	large, _ := x.sizes(width)
	return max(parts.Measure("0", large, true).Height, x.pause.Least().Height)
}

func (x *head) below(width float32) bool {
	large, small := x.sizes(width)
	return x.flag.Text != "" && x.texts(large, small)+x.fixed()+x.flagSize(width).Width > width
}

func (x *head) flagSize(width float32) fyne.Size {
	_, small := x.sizes(width)
	return parts.Measure(x.flag.Text, small, true).AddWidthHeight(2*theme.Space3, theme.Space1)
}

// Least implements parts.Drawn.
func (x *head) Least() fyne.Size { return fyne.NewSize(100, x.row(x.Size().Width)) }

// CreateRenderer is for Fyne.
func (x *head) CreateRenderer() fyne.WidgetRenderer {
	x.ExtendBaseWidget(x)
	return parts.Draw(x)
}

// Place implements parts.Drawn.
func (x *head) Place(size fyne.Size) {
	large, small := x.sizes(size.Width)
	x.clock.TextSize, x.spent.TextSize, x.number.TextSize, x.flag.TextSize = large, large, small, small
	middle := theme.Space2 + x.row(size.Width)/2
	put := func(o fyne.CanvasObject, at float32, z fyne.Size) float32 {
		o.Resize(z)
		o.Move(fyne.NewPos(at, middle-z.Height/2))
		return at + z.Width
	}
	at := put(x.clock, theme.Space4, x.clock.MinSize()) + theme.Space5
	put(x.spent, at, x.spent.MinSize())
	at += max(x.spent.MinSize().Width, parts.Measure("00:00", large, false).Width) + theme.Space2 // the buttons stand still
	at = put(x.pause, at, x.pause.Least())
	at = put(x.reset, at, x.reset.Least()) + theme.Space5
	right := size.Width - theme.Space4 - x.number.MinSize().Width
	put(x.number, right, x.number.MinSize())
	z := x.flagSize(size.Width)
	left := (at + right - z.Width) / 2
	if x.below(size.Width) {
		middle, left = theme.Space2+x.row(size.Width)+theme.Space1+z.Height/2, theme.Space4
	}
	put(x.box, left, z)
	put(x.flag, left+theme.Space3, x.flag.MinSize())
}

// Paint implements parts.Drawn.
func (x *head) Paint() {
	p := x.h.Palette()
	x.clock.Color, x.spent.Color, x.number.Color = p.Ink, p.Ink, p.Ink
	x.flag.Color, x.box.FillColor = p.OnAccent, p.Accent
	x.box.Hidden, x.flag.Hidden = x.flag.Text == "", x.flag.Text == ""
}

// Pieces implements parts.Drawn.
func (x *head) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.clock, x.spent, x.pause, x.reset, x.number, x.box, x.flag}
}
