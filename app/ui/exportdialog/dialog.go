// Package exportdialog saves what the window shows as a picture or as a table:
// what, how large, in which look and language, with a preview of the very
// drawing that the file will hold.
package exportdialog

import (
	"context"
	"fmt"
	"image"
	"io"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/work"
)

// custom is the choice of a size in pixels.
const custom = "custom"

// choice is all that the dialog asks. It is not part of the view: it says what
// to make of it.
type choice struct {
	kind  export.Kind
	size  string // a preset's name, or WIDTHxHEIGHT
	scale int
	theme state.Theme
	lang  string
}

// order is all that a preview depends on.
type order struct {
	choice
	view state.State
}

// Dialog saves a picture of the view.
type Dialog struct {
	h        *host.Host
	window   fyne.Window
	software string
	ctx      context.Context
	cancel   context.CancelFunc

	choice        choice
	kinds, scales *parts.Segments
	themes, langs *parts.Segments
	sizes         *widget.Select
	width, height *entry
	pixels        *fyne.Container
	dots          *canvas.Text
	target        *target
	preview       *canvas.Image
	previews      *work.Latest[order, image.Image]
	message       *parts.Paragraph
	messages      *fyne.Container
	busy          *widget.ProgressBarInfinite
	save          *widget.Button
	dialog        *dialog.CustomDialog
}

// previewSide is the longest side of the preview in layout pixels.
const previewSide = 460

// Show opens the dialog over the window. The function that it returns closes
// it; closed is called when it has closed, also by its own buttons.
func Show(h *host.Host, window fyne.Window, software string, closed func()) (hide func()) {
	d := newDialog(h, window, software)
	d.dialog.SetOnClosed(func() { d.cancel(); closed() })
	d.dialog.Show()
	return d.dialog.Hide
}

func newDialog(h *host.Host, window fyne.Window, software string) *Dialog {
	s := h.State()
	d := &Dialog{h: h, window: window, software: software}
	d.ctx, d.cancel = context.WithCancel(h.Context)
	d.choice = choice{kind: export.Chart, size: "slide", scale: 1, theme: state.Light, lang: s.Lang}
	if s.HideCharts {
		d.choice.kind = export.Map
	}
	d.build()
	return d
}

func (d *Dialog) build() {
	h := d.h
	pick := func(set func(code string)) *parts.Segments {
		return parts.NewSegments(h, func(code string) { set(code); d.follow() })
	}
	d.kinds = pick(func(c string) { d.choice.kind = export.Kind(c) })
	d.scales = pick(func(c string) { d.choice.scale = int(c[0] - '0') })
	d.themes = pick(func(c string) { d.choice.theme = state.Theme(c) })
	d.langs = pick(func(c string) { d.choice.lang = c })
	var names []string
	for _, p := range export.Presets() {
		names = append(names, d.sizeName(p))
	}
	d.sizes = widget.NewSelect(append(names, h.T("shell.exportCustom")), nil)
	d.sizes.SetSelectedIndex(0)
	d.width, d.height = newEntry(h), newEntry(h)
	d.width.SetText("1920")
	d.height.SetText("1080")
	times := canvas.NewText("×", h.Palette().InkMuted)
	cell := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(parts.Scaled(h, 76), o.MinSize().Height), o)
	}
	d.pixels = container.NewHBox(cell(d.width), container.NewCenter(times), cell(d.height))
	d.pixels.Hide()
	d.sizes.OnChanged = func(string) {
		if i := d.sizes.SelectedIndex(); i < len(names) {
			d.choice.size = export.Presets()[i].Name
			d.pixels.Hide()
		} else {
			d.choice.size = custom
			d.pixels.Show()
		}
		d.follow()
	}
	d.width.OnChanged = func(string) { d.follow() }
	d.height.OnChanged = d.width.OnChanged
	d.dots = parts.Text("", parts.Scaled(h, theme.Small), false, h.Palette().InkMuted)
	d.target = newTarget(h, d.window, ".png")
	d.target.onEnter = d.write
	d.preview = canvas.NewImageFromImage(nil)
	d.preview.FillMode = canvas.ImageFillContain
	d.preview.SetMinSize(fyne.NewSize(previewSide, previewSide*9/16))
	d.previews = work.NewLatest(d.ctx, h.Do, d.draw, d.show)
	d.messages = container.NewStack()
	d.busy = widget.NewProgressBarInfinite()
	d.busy.Hide()
	d.save = widget.NewButton(h.T("shell.exportSave"), d.write)
	d.save.Importance = widget.HighImportance

	form := container.New(layout.NewFormLayout())
	row := func(label string, o fyne.CanvasObject) {
		t := parts.Text(label, parts.Scaled(h, theme.Body), false, h.Palette().InkMuted)
		form.Add(container.NewVBox(layout.NewSpacer(), t, layout.NewSpacer()))
		form.Add(container.NewHBox(o))
	}
	row(h.T("shell.exportWhat"), d.kinds)
	row(h.T("shell.exportSize"), container.NewVBox(container.NewGridWrap(fyne.NewSize(parts.Scaled(h, 250), d.sizes.MinSize().Height), d.sizes), d.pixels))
	row(h.T("shell.exportScale"), d.scales)
	row("", d.dots)
	row(h.T("shell.theme"), d.themes)
	row(h.T("shell.language"), d.langs)
	frame := canvas.NewRectangle(h.Palette().Paper)
	frame.StrokeColor, frame.StrokeWidth = h.Palette().Hairline, 1
	picture := container.NewStack(frame, container.NewPadded(d.preview))
	body := container.NewBorder(nil, container.NewVBox(d.target.row, container.NewStack(d.busy, d.messages)), form, nil, container.NewPadded(picture))
	d.dialog = dialog.NewCustomWithoutButtons(h.T("shell.exportPictureTitle"), body, d.window)
	d.dialog.SetButtons([]fyne.CanvasObject{widget.NewButton(h.T("shell.close"), func() { d.dialog.Hide() }), d.save})
	c := d.window.Canvas().Size()
	d.dialog.Resize(fyne.NewSize(min(c.Width-64, parts.Scaled(h, 920)), min(c.Height-64, parts.Scaled(h, 540))))
	d.follow()
}

var presetKeys = map[string]string{
	"slide": "shell.presetSlide", "slide43": "shell.presetSlide43", "4k": "shell.preset4k", "page": "shell.presetPage", "square": "shell.presetSquare",
}

func (d *Dialog) sizeName(p export.Preset) string {
	return fmt.Sprintf("%s · %d × %d", d.h.T(presetKeys[p.Name]), p.Width, p.Height)
}

var kindKeys = map[export.Kind]string{
	export.Chart: "shell.kindChart", export.Map: "shell.kindMap", export.Dashboard: "shell.kindDashboard",
}

var themeKeys = map[state.Theme]string{
	state.Light: "shell.themeLight", state.Dark: "shell.themeDark", state.Contrast: "shell.themeContrast", state.Print: "shell.themePrint",
}

// follow shows the choices and asks for their preview.
func (d *Dialog) follow() {
	h := d.h
	var o []scene.Option
	for _, k := range export.Kinds() {
		o = append(o, scene.Option{Code: string(k), Label: h.T(kindKeys[k]), On: k == d.choice.kind})
	}
	d.kinds.SetItems(o)
	o = nil
	for n := 1; n <= export.MaxScale; n++ {
		o = append(o, scene.Option{Code: strconv.Itoa(n), Label: fmt.Sprintf("%d×", n), On: n == d.choice.scale})
	}
	d.scales.SetItems(o)
	o = nil
	for _, t := range []state.Theme{state.Light, state.Dark, state.Contrast, state.Print} {
		o = append(o, scene.Option{Code: string(t), Label: h.T(themeKeys[t]), On: t == d.choice.theme})
	}
	d.themes.SetItems(o)
	o = nil
	for _, l := range state.Languages() {
		o = append(o, scene.Option{Code: l, Label: strings.ToUpper(l), On: l == d.choice.lang})
	}
	d.langs.SetItems(o)

	size, err := d.size()
	if err != nil {
		d.say(h.T("shell.exportBadSize", i18n.Args{"Min": export.MinSide, "Max": export.MaxSide}), true)
		d.save.Disable()
		return
	}
	d.save.Enable()
	d.say("", false)
	d.dots.Text = h.T("shell.exportPixels", i18n.Args{"Width": size.Width, "Height": size.Height})
	d.dots.Refresh()
	s := d.view()
	d.target.suggest(export.FileName(s, d.choice.kind, "png", time.Now()))
	d.previews.Request(order{d.sized(), s})
}

// sized is the choice with a custom size spelled out, so that it is all that a
// preview depends on.
func (d *Dialog) sized() choice {
	c := d.choice
	if c.size == custom {
		c.size = strings.TrimSpace(d.width.Text) + "x" + strings.TrimSpace(d.height.Text)
	}
	return c
}

func (d *Dialog) size() (export.Size, error) {
	c := d.sized()
	return export.ParseSize(c.size, c.scale, 0)
}

// view is the window's view as the picture shows it.
func (d *Dialog) view() state.State {
	s := d.h.Store.State()
	s.Theme, s.Lang = d.choice.theme, d.choice.lang
	return export.View(s)
}

// draw makes the preview: the same layout with fewer dots.
func (d *Dialog) draw(ctx context.Context, o order) (image.Image, error) {
	size, err := export.ParseSize(o.size, o.scale, 0)
	if err != nil {
		return nil, err
	}
	shrink := min(1, 2*previewSide/float64(max(size.Width, size.Height)))
	size.Width, size.Height = max(int(float64(size.Width)*shrink), 1), max(int(float64(size.Height)*shrink), 1)
	size.Density *= shrink
	pic, err := export.Draw(ctx, d.h.Room, o.view, export.Options{Kind: o.kind, Size: size, NoData: true})
	if err != nil {
		return nil, err
	}
	return pic.Image, nil
}

func (d *Dialog) show(_ order, img image.Image, err error) {
	if err != nil {
		d.h.Log.WithError(err).Warn("preview")
		d.say(d.h.T("shell.exportFailed"), true)
		return
	}
	d.preview.Image = img
	d.preview.Refresh()
}

// say puts one sentence below the path.
func (d *Dialog) say(text string, fault bool) {
	ink := d.h.Palette().Ink
	if fault {
		ink = d.h.Palette().Warning
	}
	d.message = parts.NewParagraph(text, parts.Scaled(d.h, theme.Body), false, ink)
	d.messages.Objects = []fyne.CanvasObject{container.New(oneLine{}, d.message)}
	d.messages.Refresh()
}

// write saves the picture.
func (d *Dialog) write() {
	size, err := d.size()
	if err != nil {
		return
	}
	s, o := d.view(), export.Options{Kind: d.choice.kind, Size: size, Software: d.software}
	d.target.save(func(w io.Writer) error {
		pic, err := export.Draw(d.ctx, d.h.Room, s, o)
		if err != nil {
			return err
		}
		return pic.WritePNG(w)
	}, d.begin, d.done)
}

func (d *Dialog) begin() {
	d.say("", false)
	d.busy.Show()
	d.busy.Start()
	d.save.Disable()
}

func (d *Dialog) done(sentence string, ok bool) {
	d.busy.Stop()
	d.busy.Hide()
	d.save.Enable()
	d.say(sentence, !ok)
	if ok {
		d.h.Say(sentence)
	}
}

// oneLine leaves room for two lines of a sentence, so that nothing jumps when
// one comes.
type oneLine struct{}

func (oneLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(10, 2*parts.Measure("Mg", theme.Body, false).Height)
}

func (oneLine) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// ShowData opens the dialog that saves the chart's numbers as CSV.
func ShowData(h *host.Host, window fyne.Window, closed func()) (hide func()) {
	s := export.View(h.Store.State())
	t := newTarget(h, window, ".csv")
	t.suggest(export.FileName(s, export.Chart, "csv", time.Now()))
	words := container.NewStack()
	say := func(text string, fault bool) {
		ink := h.Palette().Ink
		if fault {
			ink = h.Palette().Warning
		}
		words.Objects = []fyne.CanvasObject{container.New(oneLine{}, parts.NewParagraph(text, parts.Scaled(h, theme.Body), false, ink))}
		words.Refresh()
	}
	say(scene.Title(h.Room, s, h.Printer())+" · "+scene.Subtitle(h.Room, h.Selection(), s, h.Printer()), false)
	write := func() {
		t.save(func(w io.Writer) error { return export.WriteCSV(w, h.Room, s, export.Chart) }, func() {}, func(sentence string, ok bool) {
			say(sentence, !ok)
			if ok {
				h.Say(sentence)
			}
		})
	}
	t.onEnter = write
	d := dialog.NewCustomWithoutButtons(h.T("shell.exportDataTitle"), container.NewVBox(t.row, words), window)
	save := widget.NewButton(h.T("shell.exportSave"), write)
	save.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{widget.NewButton(h.T("shell.close"), func() { d.Hide() }), save})
	d.SetOnClosed(closed)
	d.Resize(fyne.NewSize(min(window.Canvas().Size().Width-64, parts.Scaled(h, 720)), 100))
	d.Show()
	return d.Hide
}
