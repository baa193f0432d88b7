package strip

import (
	"image"
	"image/color"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// View is the strip of scenes at the left of the window: what the lesson is called and
// whether it is saved, its scenes, and what can be done to the one that is chosen.
type View struct {
	widget.BaseWidget

	// Edit opens the form of the scene that is chosen; Save saves the lesson.
	Edit, Save func()
	// OnFocus hears that the strip has the keys, or has them no more.
	OnFocus func()

	h    *host.Host
	desk *Desk

	back, edge    *canvas.Rectangle
	title, status *canvas.Text
	fold, save    *parts.Button
	findings      *parts.Button    // to the next scene that the back row cannot read
	hint          *parts.Paragraph // what to do where there is no scene
	scroll        *container.Scroll
	cards         *cards
	tools         []*parts.Button
	update        *parts.Button
	drawing       *pictures
	wanted        string // the picture that is being drawn
	at            int    // the scene that was chosen when the strip last followed
}

// New returns the strip of what lies on the desk.
func New(scope *host.Scope, d *Desk, fold func()) *View {
	h := scope.Host
	v := &View{
		h: h, desk: d, back: canvas.NewRectangle(color.Transparent), edge: parts.Hairline(h),
		title: canvas.NewText("", color.Black), status: canvas.NewText("", color.Black), hint: parts.NewParagraph("", theme.Body, false, color.Black),
	}
	v.title.TextStyle.Bold = true
	v.fold = parts.NewButton(h, ftheme.CancelIcon(), "", "", fold)
	v.save = parts.NewButton(h, ftheme.DocumentSaveIcon(), "", "", func() { v.Save() })
	v.findings = parts.NewButton(h, ftheme.WarningIcon(), "", "", v.nextFinding)
	v.findings.Hide()
	v.cards = newCards(v)
	v.scroll = container.NewVScroll(v.cards)
	v.scroll.OnScrolled = func(fyne.Position) { v.next() }
	button := func(icon fyne.Resource, do func()) *parts.Button {
		b := parts.NewButton(h, icon, "", "", do)
		v.tools = append(v.tools, b)
		return b
	}
	button(ftheme.ContentAddIcon(), d.AddView)
	v.update = button(ftheme.ViewRefreshIcon(), d.UpdateView)
	button(ftheme.DocumentCreateIcon(), v.edit)
	button(ftheme.ContentCopyIcon(), d.Duplicate)
	button(ftheme.DeleteIcon(), d.Delete)
	v.drawing = newPictures(scope, func() { v.wanted = ""; v.cards.Refresh(); v.next() })
	v.ExtendBaseWidget(v)
	d.OnChange(v.follow)
	host.Watch(scope, func(s state.State) state.Person { return s.Person }, func(state.Person) { v.follow() })
	host.Watch(scope, func(s state.State) state.View { return s.View }, func(state.View) {
		if v.Visible() {
			v.tool()
		}
	})
	host.WatchData(scope, v.follow)
	return v
}

// Focused reports whether the strip hears the keys.
func (v *View) Focused() bool { return v.cards.Focused() && v.Visible() }

// Keys is all that the strip hears.
func (v *View) Keys() parts.Keys { return v.cards.Keys() }

// Take gives the keys to the scenes.
func (v *View) Take() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v.cards)
	}
}

func (v *View) onFocus() {
	if v.OnFocus != nil {
		v.OnFocus()
	}
}

func (v *View) edit() {
	if _, ok := v.desk.chosen(); ok && v.Edit != nil {
		v.Edit()
	}
}

// nextFinding goes to the next scene that the back row cannot read, and opens it, where
// what was found is said and framed.
func (v *View) nextFinding() {
	if n, next := v.desk.found(); n > 0 {
		v.desk.Show(next)
		v.reveal()
		v.edit()
	}
}

// follow takes over what lies on the desk, where the strip shows.
func (v *View) follow() {
	if !v.Visible() {
		return
	}
	v.cards.follow()
	v.tool()
	v.Refresh()
	v.scroll.Refresh()
	if v.at != v.desk.At() {
		v.at = v.desk.At()
		v.reveal()
	}
	v.next()
}

// tool says what the buttons are for, and which of them can be used.
func (v *View) tool() {
	t := v.h.T
	for i, key := range []string{"strip.addTip", "strip.updateTip", "strip.editTip", "strip.duplicateTip", "strip.deleteTip"} {
		v.tools[i].Set("", t(key))
		v.tools[i].SetEnabled(i == 0 || len(v.desk.Lesson().Scenes) > 0)
	}
	v.update.SetEnabled(v.desk.Differs())
	v.fold.Set("", t("strip.foldTip"))
	v.save.Set("", t("strip.saveTip"))
	v.save.SetEnabled(v.desk.Dirty() && len(v.desk.Lesson().Scenes) > 0)
	n, _ := v.desk.found()
	v.findings.Set(v.h.Printer().N("strip.findings", n), t("strip.findingsTip"))
	parts.SetShown(v.findings, n > 0)
}

// side is the longer side of a picture in device pixels.
func (v *View) side() int {
	_, wide, _ := v.cards.pitch()
	return int(math.Round(float64(wide) * parts.Density(v)))
}

// drawn is what is known of a scene's picture.
func (v *View) drawn(i int) (title string, img image.Image, bad bool) {
	l := v.desk.Lesson()
	if i >= len(l.Scenes) {
		return "", nil, false
	}
	p, ok := v.drawing.kept.Get(jobOf(v.h, l, i, v.side()).key)
	if !ok {
		if title = l.Scenes[i].Title.In(v.h.Printer().Lang()); strings.Contains(title, "{{") {
			title = "" // it comes with the picture
		}
		return title, nil, false
	}
	if p.image != nil {
		img = p.image
	}
	return p.title, img, p.fault != "" || p.gone || len(v.desk.Illegible(i)) > 0
}

// next draws the first picture in sight that is not drawn yet.
func (v *View) next() {
	if !v.Visible() || v.Size().Width < 1 {
		return
	}
	l := v.desk.Lesson()
	pitch, _, _ := v.cards.pitch()
	first := max(int(v.scroll.Offset.Y/pitch), 0)
	last := min(int((v.scroll.Offset.Y+v.scroll.Size().Height)/pitch)+1, len(l.Scenes)-1)
	for i := first; i <= last; i++ {
		j := jobOf(v.h, l, i, v.side())
		if _, ok := v.drawing.kept.Get(j.key); ok {
			continue
		}
		if v.wanted != j.key {
			v.wanted = j.key
			v.drawing.latest.Request(j)
		}
		return
	}
	v.desk.read()
}

// reveal scrolls to the scene that is chosen.
func (v *View) reveal() {
	pitch, _, _ := v.cards.pitch()
	top, high := pitch*float32(v.desk.At()), v.scroll.Size().Height
	y := v.scroll.Offset.Y
	switch {
	case top < y:
		y = top
	case top+pitch > y+high:
		y = top + pitch - high
	}
	v.scroll.ScrollToOffset(fyne.NewPos(0, max(y, 0)))
	v.next()
}

// atChosen is where the scene that is chosen stands in the window.
func (v *View) atChosen() fyne.Position {
	pitch, _, _ := v.cards.pitch()
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(v.cards).AddXY(theme.Space5, pitch*float32(v.desk.At())+theme.Space5)
}

// Widths of the strip in layout pixels: at size of type 1, and what larger type adds.
const (
	stripWide = 104
	stripMore = 108
)

func (v *View) width() float32 { return stripWide + stripMore*float32(v.h.State().TextSize) }

// Least implements parts.Drawn.
func (v *View) Least() fyne.Size { return fyne.NewSize(v.width(), 200) }

// CreateRenderer is for Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(v) }

// Show also draws what is in sight now.
func (v *View) Show() {
	v.BaseWidget.Show()
	v.follow()
}

// Resize also draws what has come into sight.
func (v *View) Resize(size fyne.Size) {
	v.BaseWidget.Resize(size)
	v.next()
}

// Place implements parts.Drawn.
func (v *View) Place(size fyne.Size) {
	v.back.Resize(size)
	v.edge.Move(fyne.NewPos(size.Width-1, 0))
	v.edge.Resize(fyne.NewSize(1, size.Height))
	b := v.fold.MinSize()
	v.fold.Resize(b)
	v.fold.Move(fyne.NewPos(size.Width-b.Width-theme.Space1, theme.Space1))
	v.save.Resize(b)
	v.save.Move(fyne.NewPos(size.Width-2*b.Width-theme.Space1, theme.Space1))
	v.title.Move(fyne.NewPos(theme.Space3, theme.Space1+(b.Height-v.title.MinSize().Height)/2))
	v.title.Resize(v.title.MinSize())
	y := b.Height + theme.Space1
	v.status.Move(fyne.NewPos(theme.Space3, y))
	v.status.Resize(v.status.MinSize())
	y += v.status.MinSize().Height + theme.Space1
	if v.findings.Visible() {
		v.findings.Move(fyne.NewPos(theme.Space1, y))
		v.findings.Resize(fyne.NewSize(min(v.findings.MinSize().Width, size.Width-2*theme.Space1), v.findings.MinSize().Height))
		y += v.findings.MinSize().Height + theme.Space1
	}
	foot := v.tools[0].MinSize()
	end := size.Height - foot.Height - theme.Space2
	v.scroll.Move(fyne.NewPos(0, y))
	v.scroll.Resize(fyne.NewSize(size.Width-1, max(end-y, 1)))
	v.hint.Move(fyne.NewPos(theme.Space3, y+theme.Space3))
	v.hint.Resize(fyne.NewSize(size.Width-2*theme.Space3, v.hint.HeightFor(size.Width-2*theme.Space3)))
	step := (size.Width - 2*theme.Space2) / float32(len(v.tools))
	for i, x := range v.tools {
		x.Resize(fyne.NewSize(min(step, foot.Width+theme.Space3), foot.Height))
		x.Move(fyne.NewPos(theme.Space2+float32(i)*step, end+theme.Space1))
	}
}

// Paint implements parts.Drawn.
func (v *View) Paint() {
	p := v.h.Palette()
	v.back.FillColor, v.edge.FillColor = p.Paper, p.Hairline
	room := v.width() - 2*v.fold.MinSize().Width - theme.Space3 - theme.Space1
	v.title.TextSize, v.title.Color = parts.Scaled(v.h, theme.Body), p.Ink
	v.title.Text = parts.Shorten(v.desk.Title(), v.title.TextSize, true, room)
	v.status.TextSize, v.status.Color = parts.Scaled(v.h, theme.Small), p.InkMuted
	v.status.Text = v.h.Printer().N("strip.scenes", len(v.desk.Lesson().Scenes))
	switch {
	case v.desk.failing:
		v.status.Text, v.status.Color = v.h.T("strip.notCopied"), p.Warning
	case v.desk.Dirty():
		v.status.Text += " · " + v.h.T("strip.unsaved")
	}
	v.status.Text = parts.Shorten(v.status.Text, v.status.TextSize, false, v.width()-2*theme.Space3)
	empty := len(v.desk.Lesson().Scenes) == 0
	if empty {
		v.hint = parts.NewParagraph(v.h.T("strip.empty"), parts.Scaled(v.h, theme.Body), false, p.InkMuted)
	}
	parts.SetShown(v.hint, empty)
	parts.SetShown(v.scroll, !empty)
}

// Pieces implements parts.Drawn.
func (v *View) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{v.back, v.title, v.status, v.findings, v.save, v.fold, v.scroll, v.hint}
	for _, b := range v.tools {
		out = append(out, b)
	}
	return append(out, v.edge)
}
