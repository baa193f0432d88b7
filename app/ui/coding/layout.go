package coding

import (
	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// CreateRenderer is for Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(v) }

// Least implements parts.Drawn.
func (v *View) Least() fyne.Size { return fyne.NewSize(500, 360) }

// Paint implements parts.Drawn: dress has done it.
func (v *View) Paint() {}

// Place implements parts.Drawn.
func (v *View) Place(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	high := v.finish.MinSize().Height
	top := high + 2*theme.Space2
	right := size.Width - theme.Space3
	put := func(o fyne.CanvasObject, gap float32) {
		m := o.MinSize()
		right -= m.Width
		o.Resize(fyne.NewSize(m.Width, high))
		o.Move(fyne.NewPos(right, theme.Space2))
		right -= gap
	}
	put(v.shut, theme.Space1)
	if put(v.finish, theme.Space1); v.about.Visible() {
		put(v.about, theme.Space1)
	}
	right -= theme.Space3 - theme.Space1
	put(v.redo, 0)
	put(v.undo, theme.Space3)
	m := v.count.MinSize()
	right -= m.Width
	v.count.Resize(m)
	v.count.Move(fyne.NewPos(right, theme.Space2+(high-m.Height)/2))
	v.title.Text = parts.Shorten(v.called, v.title.TextSize, true, max(right-theme.Space4-theme.Space3, 60))
	m = v.title.MinSize()
	v.title.Resize(m)
	v.title.Move(fyne.NewPos(theme.Space4, theme.Space2+(high-m.Height)/2))
	v.head.Move(fyne.NewPos(0, top))
	v.head.Resize(fyne.NewSize(size.Width, 1))

	// The form has two fifths, the text what is left.
	side := min(max(float32(int(size.Width*0.42)), parts.Scaled(v.h, 380)), size.Width*0.55)
	at := size.Width - side
	v.split.Move(fyne.NewPos(at, top+1))
	v.split.Resize(fyne.NewSize(1, size.Height-top-1))
	hint := v.message.HeightFor(at - 2*theme.Space4)
	foot := hint + 2*theme.Space2
	v.text.Move(fyne.NewPos(0, top+1))
	v.text.Resize(fyne.NewSize(at, max(size.Height-top-1-foot, 40)))
	v.foot.Move(fyne.NewPos(0, size.Height-foot))
	v.foot.Resize(fyne.NewSize(at, 1))
	v.message.Move(fyne.NewPos(theme.Space4, size.Height-foot+theme.Space2))
	v.message.Resize(fyne.NewSize(at-2*theme.Space4, hint))

	in := side - 2*theme.Space3
	left := at + theme.Space3
	bottom := size.Height - theme.Space2
	m = v.add.MinSize()
	v.add.Resize(m)
	v.add.Move(fyne.NewPos(size.Width-theme.Space3-m.Width, bottom-m.Height))
	n := v.remove.MinSize()
	v.remove.Resize(n)
	v.remove.Move(fyne.NewPos(size.Width-theme.Space3-m.Width-theme.Space2-n.Width, bottom-n.Height))
	bottom -= m.Height + theme.Space2
	words := v.words.MinSize().Height
	v.words.Resize(fyne.NewSize(in, words))
	v.words.Move(fyne.NewPos(left, bottom-words))
	bottom -= words + 2
	m = v.asked.MinSize()
	v.asked.Resize(m)
	v.asked.Move(fyne.NewPos(left, bottom-m.Height))
	bottom -= m.Height + theme.Space1
	v.form.scroll.Move(fyne.NewPos(left, top+1))
	v.form.scroll.Resize(fyne.NewSize(in+theme.Space2, max(bottom-top-1, 40)))
}

// Pieces implements parts.Drawn: in the order of Tab, too.
func (v *View) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		v.head, v.split, v.foot, v.title, v.count, v.text, v.form.scroll, v.asked, v.words, v.remove, v.add, v.message, v.undo, v.redo, v.about, v.finish, v.shut,
	}
}
