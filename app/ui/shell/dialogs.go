package shell

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/assets"
)

// sheet is a column of text and rows in a dialog.
type sheet struct {
	s       *Shell
	objects []fyne.CanvasObject
	high    []float32
	gaps    []float32
}

func (x *sheet) add(gap float32, o fyne.CanvasObject) {
	x.objects, x.gaps = append(x.objects, o), append(x.gaps, gap)
}

func (x *sheet) text(gap float32, text string, size float32, bold, muted bool) {
	p := x.s.host.Palette()
	ink := p.Ink
	if muted {
		ink = p.InkMuted
	}
	x.add(gap, parts.NewParagraph(text, parts.Scaled(x.s.host, size), bold, ink))
}

// MinSize is the height for the width last laid out.
func (x *sheet) MinSize([]fyne.CanvasObject) fyne.Size {
	var h float32
	for i := range x.high {
		h += x.high[i] + x.gaps[i]
	}
	return fyne.NewSize(200, h)
}

// Layout stacks the objects.
func (x *sheet) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x.measure(size.Width)
	var y float32
	for i, o := range objects {
		y += x.gaps[i]
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, x.high[i]))
		y += x.high[i]
	}
}

func (x *sheet) measure(width float32) {
	x.high = make([]float32, len(x.objects))
	for i, o := range x.objects {
		if f, ok := o.(parts.Flowing); ok {
			x.high[i] = f.HeightFor(width)
		} else {
			x.high[i] = o.MinSize().Height
		}
	}
}

// show opens the sheet as a dialog of the width; a tall one scrolls.
func (x *sheet) show(title string, width float32) {
	x.s.closeDialogs()
	c := x.s.window.Canvas().Size()
	width = min(parts.Scaled(x.s.host, width), c.Width-80)
	x.measure(width - 32)
	high := x.MinSize(nil).Height
	content := container.NewVScroll(container.New(x, x.objects...))
	d := dialog.NewCustom(title, x.s.host.T("shell.close"), content, x.s.window)
	d.Resize(fyne.NewSize(width, min(high+150, c.Height-60)))
	d.SetOnClosed(x.s.closed)
	x.s.open = d.Hide
	d.Show()
}

// keyRow is a line of the card of keys.
type keyRow struct {
	widget.BaseWidget
	keys, words *parts.Paragraph
}

func (s *Shell) newKeyRow(k help) *keyRow {
	p, size := s.host.Palette(), parts.Scaled(s.host, theme.Body)
	r := &keyRow{keys: parts.NewParagraph(k.keys, size, false, p.InkMuted), words: parts.NewParagraph(k.text, size, false, p.Ink)}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *keyRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(keyColumns{}, r.keys, r.words))
}

// HeightFor implements parts.Flowing.
func (r *keyRow) HeightFor(width float32) float32 {
	at := keyColumn(width)
	return max(r.keys.HeightFor(at-theme.Space3), r.words.HeightFor(width-at))
}

// keyColumns puts words right of keys.
type keyColumns struct{}

func keyColumn(width float32) float32 { return width * 0.4 }

func (keyColumns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 10) }

func (keyColumns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	at := keyColumn(size.Width)
	o[0].Resize(fyne.NewSize(at-theme.Space3, size.Height))
	o[1].Move(fyne.NewPos(at, 0))
	o[1].Resize(fyne.NewSize(size.Width-at, size.Height))
}

// ShowKeys opens the card of keys.
func (s *Shell) ShowKeys() {
	x := &sheet{s: s}
	for _, k := range s.keyTable() {
		if k.keys == "" {
			x.text(theme.Space4, k.text, theme.Body, true, false)
			continue
		}
		x.add(theme.Space1, s.newKeyRow(k))
	}
	x.show(s.host.T("shell.keys"), 640)
}

// ShowAbout says what the program is, under which licences, and from which
// sources.
func (s *Shell) ShowAbout() {
	t, pr := s.host.T, s.host.Printer()
	x := &sheet{s: s}
	x.text(0, s.cfg.Software+" · "+scene.DataVersion(s.host.Room, pr), theme.Lead, true, false)
	x.text(theme.Space2, t("shell.aboutText"), theme.Body, false, false)
	x.text(theme.Space3, t("shell.aboutLicence"), theme.Body, false, false)
	x.text(theme.Space4, t("shell.aboutDocuments"), theme.Body, true, false)
	for i := range s.host.Room.Data.Documents {
		d := &s.host.Room.Data.Documents[i]
		x.text(theme.Space1, d.ID+" · "+d.Lead.In(pr.Lang())+" · "+d.Publisher.In(pr.Lang()), theme.Small, false, false)
	}
	x.text(theme.Space4, t("shell.aboutMap"), theme.Body, true, false)
	x.text(theme.Space1, scene.MapSource(pr), theme.Small, false, false)
	x.text(theme.Space1, scene.BoundaryNote(pr), theme.Small, false, false)
	x.text(theme.Space4, t("shell.aboutAssets"), theme.Body, true, false)
	for _, line := range credits() {
		x.text(theme.Space1, line, theme.Small, false, true)
	}
	x.show(t("shell.about"), 680)
}

// credits lists the sources of what ships, each once, with its licence.
func credits() []string {
	entries, err := assets.Manifest()
	if err != nil {
		return nil
	}
	var out []string
	seen := map[string]bool{}
	for _, e := range entries {
		line := strings.TrimSpace(e.Source + " (" + e.Licence + ")")
		if !seen[line] {
			seen[line] = true
			out = append(out, line)
		}
	}
	return out
}

// confirm asks about one thing that is shown in full.
func (s *Shell) confirm(title, question, subject, yes string, do func()) {
	x := &sheet{s: s}
	x.text(0, question, theme.Body, false, false)
	x.text(theme.Space2, subject, theme.Body, true, false)
	s.closeDialogs()
	width := min(parts.Scaled(s.host, 520), s.window.Canvas().Size().Width-80)
	x.measure(width - 32)
	d := dialog.NewCustomConfirm(title, yes, s.host.T("shell.cancel"), container.New(x, x.objects...), func(ok bool) {
		if ok {
			do()
		}
	}, s.window)
	d.Resize(fyne.NewSize(width, x.MinSize(nil).Height+150))
	d.SetOnClosed(s.closed)
	s.open = d.Hide
	d.Show()
}
