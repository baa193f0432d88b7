package strip

import (
	"image"
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// card is a scene in the strip.
type card struct {
	back   *canvas.Rectangle
	number *canvas.Text
	image  *canvas.Image
	title  *canvas.Text
	badge  *canvas.Text // something is wrong with it
}

// cards is the column of scenes. Up and Down choose, and so does a click; a second
// click, Enter or F2 opens the words.
type cards struct {
	parts.Surface

	v      *View
	list   []*card
	line   *canvas.Rectangle // where a scene that is dragged will be
	drag   int               // the scene that is dragged, -1: none
	to     int               // the gap that it is over
	tapped time.Time
}

var (
	_ fyne.Draggable         = (*cards)(nil)
	_ fyne.SecondaryTappable = (*cards)(nil)
	_ fyne.Shortcutable      = (*cards)(nil)
)

func newCards(v *View) *cards {
	c := &cards{v: v, drag: -1, line: canvas.NewRectangle(color.Transparent)}
	c.OnKey = func(ev *fyne.KeyEvent) bool { return c.Keys().Key(ev) }
	c.OnFocus = func(bool) { v.onFocus() }
	c.Init(c, v.h)
	return c
}

// Keys is all that the strip hears, but for what it has in common with the menu.
func (c *cards) Keys() parts.Keys {
	d := c.v.desk
	show := func(by func() int) func() {
		return func() { d.Show(by()); c.v.reveal() }
	}
	return append(parts.MenuKeys(c.v.h, func() { c.menu(c.v.atChosen()) }), parts.Keys{
		{Name: fyne.KeyUp, Text: "strip.keyChoose", Do: show(func() int { return d.At() - 1 })},
		{Name: fyne.KeyDown, Text: "strip.keyChoose", Do: show(func() int { return d.At() + 1 })},
		{Name: fyne.KeyHome, Text: "strip.keyChoose", Do: show(func() int { return 0 })},
		{Name: fyne.KeyEnd, Text: "strip.keyChoose", Do: show(func() int { return len(d.Lesson().Scenes) - 1 })},
		{Name: fyne.KeySpace, Text: "strip.keyShow", Do: show(d.At)},
		{Name: fyne.KeyReturn, Text: "strip.keyEdit", Do: c.v.edit},
		{Name: fyne.KeyEnter, Do: c.v.edit},
		{Name: fyne.KeyF2, Text: "strip.keyEdit", Do: c.v.edit},
		{Name: fyne.KeyDelete, Text: "strip.delete", Do: d.Delete},
		{Text: "strip.keyMove", Shown: "Alt+←  Alt+→"},
		{Text: "strip.duplicate", Shown: "Ctrl+D"},
		{Text: "strip.keyUndo", Shown: "Ctrl+Z  Ctrl+Y"},
	}...)
}

// TypedShortcut implements fyne.Shortcutable: with Alt, the arrows move the scene.
// What it has no use for is the window's.
func (c *cards) TypedShortcut(s fyne.Shortcut) {
	if k, ok := s.(*desktop.CustomShortcut); ok && k.Modifier == fyne.KeyModifierAlt {
		by := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyUp: -1, fyne.KeyRight: 1, fyne.KeyDown: 1}[k.KeyName]
		if by != 0 {
			c.v.desk.Move(by)
			c.v.reveal()
			return
		}
	}
	if over, ok := fyne.CurrentApp().Driver().CanvasForObject(c).(fyne.Shortcutable); ok {
		over.TypedShortcut(s)
	}
}

// pitch is the height of a scene with the space below it; wide and high are its
// picture's.
func (c *cards) pitch() (pitch, wide, high float32) {
	wide = c.v.width() - theme.Space5 - 2*theme.Space2
	high = wide * 9 / 16
	return high + c.lineHigh() + 2*theme.Space2, wide, high
}

func (c *cards) lineHigh() float32 {
	return parts.Measure("Mg", parts.Scaled(c.v.h, theme.Small), false).Height + theme.Space1
}

// follow takes over the lesson.
func (c *cards) follow() {
	n := len(c.v.desk.Lesson().Scenes)
	for len(c.list) < n {
		x := &card{
			back: parts.Box(color.Transparent), number: canvas.NewText("", color.Black), image: canvas.NewImageFromImage(nil),
			title: canvas.NewText("", color.Black), badge: canvas.NewText("", color.Black),
		}
		x.image.FillMode, x.image.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
		x.badge.TextStyle.Bold = true
		c.list = append(c.list, x)
	}
	c.list = c.list[:n]
	c.Refresh()
}

// CreateRenderer is for Fyne.
func (c *cards) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(c) }

// Least implements parts.Drawn.
func (c *cards) Least() fyne.Size {
	pitch, _, _ := c.pitch()
	return fyne.NewSize(80, pitch*float32(len(c.list))+theme.Space2)
}

// Place implements parts.Drawn.
func (c *cards) Place(size fyne.Size) {
	pitch, wide, high := c.pitch()
	for i, x := range c.list {
		y := float32(i)*pitch + theme.Space1
		x.back.Move(fyne.NewPos(theme.Space1, y))
		x.back.Resize(fyne.NewSize(size.Width-2*theme.Space1, pitch-2))
		x.number.Move(fyne.NewPos(theme.Space2, y+theme.Space1))
		x.number.Resize(x.number.MinSize())
		x.image.Move(fyne.NewPos(theme.Space5+theme.Space1, y+theme.Space2))
		x.image.Resize(fyne.NewSize(wide, high))
		x.title.Move(fyne.NewPos(theme.Space5+theme.Space1, y+theme.Space2+high))
		x.title.Resize(fyne.NewSize(wide, c.lineHigh()))
		x.badge.Move(fyne.NewPos(theme.Space2, y+theme.Space2+high))
		x.badge.Resize(x.badge.MinSize())
	}
	c.line.Move(fyne.NewPos(theme.Space1, float32(c.to)*pitch+1))
	c.line.Resize(fyne.NewSize(size.Width-2*theme.Space1, 3))
}

// Paint implements parts.Drawn.
func (c *cards) Paint() {
	p, h := c.v.h.Palette(), c.v.h
	_, wide, _ := c.pitch()
	for i, x := range c.list {
		chosen := i == c.v.desk.At()
		x.back.FillColor, x.back.StrokeColor, x.back.StrokeWidth = color.Transparent, color.Transparent, 0
		if chosen {
			x.back.FillColor, x.back.StrokeColor, x.back.StrokeWidth = p.Selected, p.Accent, 1
			if c.Focused() {
				x.back.StrokeWidth = 2
			}
		}
		x.number.Text, x.number.Color, x.number.TextSize = strconv.Itoa(i+1), p.InkMuted, parts.Scaled(h, theme.Small)
		x.number.TextStyle.Bold = chosen
		title, img, bad := c.v.drawn(i)
		x.title.TextSize, x.title.Color = parts.Scaled(h, theme.Small), p.Ink
		x.title.Text = parts.Shorten(title, x.title.TextSize, false, wide)
		x.badge.Text, x.badge.Color, x.badge.TextSize = "", p.Warning, parts.Scaled(h, theme.Lead)
		if bad {
			x.badge.Text = "!"
		}
		if img == nil {
			x.image.Image = blank(p.Hairline)
		} else {
			x.image.Image = img
		}
	}
	c.line.FillColor, c.line.Hidden = p.Accent, c.drag < 0
}

// blank stands in for a picture that is not there yet.
func blank(c color.NRGBA) image.Image {
	x := image.NewNRGBA(image.Rect(0, 0, 16, 9))
	for i := range 16 * 9 {
		x.SetNRGBA(i%16, i/16, c)
	}
	return x
}

// Pieces implements parts.Drawn.
func (c *cards) Pieces() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, x := range c.list {
		out = append(out, x.back, x.number, x.image, x.title, x.badge)
	}
	return append(out, c.line)
}

func (c *cards) at(y float32) int {
	pitch, _, _ := c.pitch()
	if i := int((y - theme.Space1) / pitch); y >= 0 && i < len(c.list) {
		return i
	}
	return -1
}

// Tapped shows the scene, or, if it is shown already, opens its words on a second
// click soon after.
func (c *cards) Tapped(ev *fyne.PointEvent) {
	c.Grab()
	i, again := c.at(ev.Position.Y), time.Since(c.tapped) < 500*time.Millisecond
	c.tapped = time.Now()
	switch {
	case i < 0:
	case again && i == c.v.desk.At():
		c.v.edit()
	default:
		c.v.desk.Show(i)
	}
}

// TappedSecondary opens the menu of a scene.
func (c *cards) TappedSecondary(ev *fyne.PointEvent) {
	if i := c.at(ev.Position.Y); i >= 0 {
		c.Grab()
		c.v.desk.Choose(i)
		c.menu(ev.AbsolutePosition)
	}
}

func (c *cards) menu(at fyne.Position) {
	d, t := c.v.desk, c.v.h.T
	if len(c.list) == 0 {
		return
	}
	able := func(i *fyne.MenuItem, can bool) *fyne.MenuItem { i.Disabled = !can; return i }
	parts.PopUp(c, at, fyne.NewMenu("",
		fyne.NewMenuItem(t("strip.edit"), c.v.edit),
		able(fyne.NewMenuItem(t("strip.update"), d.UpdateView), d.Differs()),
		fyne.NewMenuItem(t("strip.duplicate"), d.Duplicate),
		able(fyne.NewMenuItem(t("strip.earlier"), func() { d.Move(-1) }), d.At() > 0),
		able(fyne.NewMenuItem(t("strip.later"), func() { d.Move(1) }), d.At() < len(c.list)-1),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(t("strip.delete"), d.Delete)))
}

// Dragged carries a scene to another place.
func (c *cards) Dragged(ev *fyne.DragEvent) {
	if c.drag < 0 {
		if c.drag = c.at(ev.Position.Y - ev.Dragged.DY); c.drag < 0 {
			return
		}
		c.v.desk.Choose(c.drag)
	}
	pitch, _, _ := c.pitch()
	c.to = max(0, min(int((ev.Position.Y-theme.Space1)/pitch+0.5), len(c.list)))
	c.Refresh()
}

// DragEnd leaves it there.
func (c *cards) DragEnd() {
	from, to := c.drag, c.to
	if c.drag = -1; from < 0 {
		return
	}
	if to > from {
		to--
	}
	c.v.desk.MoveTo(to)
	c.Refresh()
}
