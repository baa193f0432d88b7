package lesson

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// note is what the teacher may say to a scene, what to ask and the answer, in type
// that can be read from where they stand. The wheel moves it and nothing else.
type note struct {
	widget.BaseWidget
	h *host.Host
	s *Show

	step            scene.Step
	hidden          state.Hidden // of what the room sees
	line            *canvas.Rectangle
	smaller, larger *parts.Button
	column          *sheet
	scroll          *container.Scroll
}

func newNote(h *host.Host, s *Show) *note {
	x := &note{h: h, s: s, line: parts.Hairline(h), column: &sheet{}}
	x.column.ExtendBaseWidget(x.column)
	x.smaller = parts.NewButton(h, ftheme.ContentRemoveIcon(), "", "", func() { s.noteSize(-1) })
	x.larger = parts.NewButton(h, ftheme.ContentAddIcon(), "", "", func() { s.noteSize(1) })
	x.scroll = container.NewVScroll(x.column)
	x.ExtendBaseWidget(x)
	return x
}

// set takes over the words of a scene, and what of it the room does not see yet; another
// scene's are seen from their first, and what the room sees just now is in sight.
func (x *note) set(step scene.Step, hidden state.Hidden) {
	other, was := step.Title != x.step.Title || step.Note != x.step.Note, x.hidden
	x.step, x.hidden = step, hidden
	defer func() {
		switch {
		case other:
			x.scroll.ScrollToTop()
		case was.Has(state.HideAnswer) && !hidden.Has(state.HideAnswer):
			x.reach(step.Question.Answer)
		case was.Has(state.HideQuestion) && !hidden.Has(state.HideQuestion):
			x.reach(step.Question.Text)
		}
	}()
	x.smaller.Set("", x.h.T("present.noteSmaller")+" ([)")
	x.larger.Set("", x.h.T("present.noteLarger")+" (])")
	x.smaller.SetEnabled(x.s.noted() > 0)
	x.larger.SetEnabled(x.s.noted() < len(noteSizes)-1)
	x.build()
}

// reach moves the words as little as brings those of a paragraph into sight.
func (x *note) reach(words string) {
	var top float32
	for _, p := range x.column.list {
		h := p.HeightFor(max(x.column.wide, 1))
		if p.Text() == words {
			seen := x.scroll.Offset.Y
			x.scroll.ScrollToOffset(fyne.NewPos(0, min(max(seen, top+h-x.scroll.Size().Height), top)))
			return
		}
		top += h + x.column.gap
	}
}

// build sets the words. What the room does not see yet is paler.
func (x *note) build() {
	p, size := x.h.Palette(), parts.Scaled(x.h, theme.Title)*noteSizes[x.s.noted()]
	x.column.gap = size * 0.6
	x.column.list = nil
	add := func(words string, bold bool, ink color.Color) {
		if strings.TrimSpace(words) != "" {
			x.column.list = append(x.column.list, parts.NewParagraph(words, size, bold, ink))
		}
	}
	add(x.step.Note, false, p.Ink)
	ink := func(part string) color.Color {
		if x.hidden.Has(part) {
			return p.InkMuted
		}
		return p.Ink
	}
	add(x.step.Question.Text, true, ink(state.HideQuestion))
	add(x.step.Question.Answer, false, ink(state.HideAnswer))
	if len(x.column.list) == 0 {
		add(x.h.T("present.noNote"), false, p.InkMuted)
	}
	x.column.Refresh()
	x.scroll.Refresh()
}

// Least implements parts.Drawn.
func (x *note) Least() fyne.Size { return fyne.NewSize(40, 40) }

// CreateRenderer is for Fyne.
func (x *note) CreateRenderer() fyne.WidgetRenderer {
	x.ExtendBaseWidget(x)
	return parts.Draw(x)
}

// Place implements parts.Drawn.
func (x *note) Place(size fyne.Size) {
	z := x.larger.Least()
	x.line.Resize(fyne.NewSize(size.Width-2*z.Width-theme.Space2, 1))
	x.line.Move(fyne.NewPos(0, z.Height/2))
	x.larger.Resize(z)
	x.larger.Move(fyne.NewPos(size.Width-z.Width, 0))
	x.smaller.Resize(z)
	x.smaller.Move(fyne.NewPos(size.Width-2*z.Width, 0))
	if wide := size.Width - theme.Space4; wide != x.column.wide { // the bar of the scroll stands beside the words
		x.column.wide = wide
		x.column.Refresh()
	}
	x.scroll.Move(fyne.NewPos(0, z.Height+theme.Space1))
	x.scroll.Resize(fyne.NewSize(size.Width, max(size.Height-z.Height-theme.Space1, 1)))
}

// Paint implements parts.Drawn.
func (x *note) Paint() { x.line.FillColor = x.h.Palette().Hairline }

// Pieces implements parts.Drawn.
func (x *note) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.line, x.smaller, x.larger, x.scroll}
}

// sheet is paragraphs below each other.
type sheet struct {
	widget.BaseWidget
	list []*parts.Paragraph
	gap  float32
	wide float32 // of the words
}

// Least implements parts.Drawn.
func (x *sheet) Least() fyne.Size {
	var high float32
	for _, p := range x.list {
		high += p.HeightFor(max(x.wide, 1)) + x.gap
	}
	return fyne.NewSize(1, high)
}

// CreateRenderer is for Fyne.
func (x *sheet) CreateRenderer() fyne.WidgetRenderer {
	x.ExtendBaseWidget(x)
	return parts.Draw(x)
}

// Place implements parts.Drawn.
func (x *sheet) Place(fyne.Size) {
	var y float32
	for _, p := range x.list {
		h := p.HeightFor(max(x.wide, 1))
		p.Move(fyne.NewPos(0, y))
		p.Resize(fyne.NewSize(x.wide, h))
		y += h + x.gap
	}
}

// Paint implements parts.Drawn.
func (*sheet) Paint() {}

// Pieces implements parts.Drawn.
func (x *sheet) Pieces() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, p := range x.list {
		out = append(out, p)
	}
	return out
}
