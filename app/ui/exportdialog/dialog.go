// Package exportdialog saves what the window shows as a picture or as a table:
// what, how large, in which look and language, with a preview of the very
// drawing that the file will hold.
package exportdialog

import (
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

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
	kind export.Kind
	lang string
	Choices
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
	scope    *host.Scope

	choice        choice
	remember      func(Choices)
	formats       *parts.Choices
	kinds, scales *parts.Choices
	themes, langs *parts.Choices
	sizes         *choose
	width, height *entry
	pixels        *fyne.Container
	dots          *canvas.Text
	target        *target
	preview       *canvas.Image
	previews      *work.Latest[order, image.Image]
	message       *parts.Paragraph
	messages      *fyne.Container
	saved         *parts.Button // shows the folder of what was saved
	folder        string
	busy          *canvas.Rectangle
	late          func()             // ends the wait for the sign of work
	stop          context.CancelFunc // ends the writing; nil while nothing is written
	open          func(*url.URL) error
	save, close   *parts.Button
	dialog        *parts.Dialog
}

// previewSide is the longest side of the preview in layout pixels.
const previewSide = 460

// Config is what the dialog is opened with.
type Config struct {
	Window   fyne.Window
	Software string  // name and version, for the files
	Choices  Choices // those of last time; the zero value is the first time
	Format   string  // if not empty, in place of the last one
	Kind     export.Kind
	Remember func(Choices) // hears what was saved with; may be nil
	Closed   func()        // called when it has closed, also by its own buttons
}

// Show opens the dialog, whose life ends with the scope at the latest. The
// function that it returns closes it.
func Show(scope *host.Scope, c Config) (hide func()) {
	own := scope.Open()
	d := newDialog(own, c)
	d.dialog.OnClosed = func() { own.Close(); c.Closed() }
	d.dialog.Show(nil)
	return d.dialog.Hide
}

func newDialog(scope *host.Scope, c Config) *Dialog {
	h := scope.Host
	d := &Dialog{scope: scope, h: h, window: c.Window, software: c.Software, remember: c.Remember, open: fyne.CurrentApp().OpenURL}
	d.choice = choice{kind: export.Chart, lang: h.State().Lang, Choices: c.Choices.Valid()}
	if c.Kind != "" {
		d.choice.kind = c.Kind
	}
	if c.Format != "" {
		d.choice.Format = c.Format
	}
	d.build()
	return d
}

func (d *Dialog) build() {
	h := d.h
	pick := func(set func(code string)) *parts.Choices {
		return parts.NewSegments(h, func(code string) { set(code); d.follow() })
	}
	d.kinds = pick(func(c string) { d.choice.kind = export.Kind(c) })
	d.formats = pick(func(c string) { d.choice.Format = c })
	d.scales = pick(func(c string) { d.choice.Scale = int(c[0] - '0') })
	d.themes = pick(func(c string) { d.choice.Theme = state.Theme(c) })
	d.langs = pick(func(c string) { d.choice.lang = c })
	var names []string
	for _, p := range export.Presets() {
		names = append(names, d.sizeName(p))
	}
	d.sizes = newChoose(h, append(names, h.T("shell.exportCustom")))
	d.width, d.height = newEntry(h), newEntry(h)
	w, height, own := strings.Cut(d.choice.Size, "x")
	if !own {
		w, height = "1920", "1080"
	}
	d.width.SetText(w)
	d.height.SetText(height)
	times := canvas.NewText("×", h.Palette().InkMuted)
	cell := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(parts.Scaled(h, 76), o.MinSize().Height), o)
	}
	d.pixels = container.NewHBox(cell(d.width), container.NewCenter(times), cell(d.height))
	d.pixels.Hide()
	d.sizes.SetSelectedIndex(slices.IndexFunc(export.Presets(), func(p export.Preset) bool { return p.Name == d.choice.Size }))
	if own {
		d.choice.Size = custom
		d.sizes.SetSelectedIndex(len(names))
		d.pixels.Show()
	}
	d.sizes.OnChanged = func(string) {
		if i := d.sizes.SelectedIndex(); i < len(names) {
			d.choice.Size = export.Presets()[i].Name
			d.pixels.Hide()
		} else {
			d.choice.Size = custom
			d.pixels.Show()
		}
		d.follow()
	}
	d.width.OnChanged = func(string) { d.follow() }
	d.height.OnChanged = d.width.OnChanged
	d.width.OnSubmitted = func(string) { d.write() }
	d.height.OnSubmitted = d.width.OnSubmitted
	d.dots = parts.Text("", parts.Scaled(h, theme.Small), false, h.Palette().InkMuted)
	d.target = newTarget(d.scope, d.window, d.choice.Folder)
	d.target.onEnter = d.write
	d.preview = canvas.NewImageFromImage(nil)
	d.preview.FillMode = canvas.ImageFillContain
	d.preview.SetMinSize(fyne.NewSize(previewSide, previewSide*9/16))
	d.previews = host.Latest(d.scope, d.draw, d.arrive)
	d.messages = container.NewStack()
	d.busy = canvas.NewRectangle(h.Palette().Accent)
	d.busy.SetMinSize(fyne.NewSize(previewSide, 2))
	d.busy.Hide()
	d.saved = parts.NewButton(h, nil, h.T("shell.exportShow"), "", d.show)
	d.saved.Hide()
	d.close = parts.NewButton(h, nil, h.T("shell.close"), "", d.leave)
	d.save = parts.NewButton(h, nil, h.T("shell.exportSave"), "", d.write)

	form := container.New(layout.NewFormLayout())
	row := func(label string, o fyne.CanvasObject) {
		t := parts.Text(label, parts.Scaled(h, theme.Body), false, h.Palette().InkMuted)
		form.Add(container.NewVBox(layout.NewSpacer(), t, layout.NewSpacer()))
		form.Add(container.NewHBox(o))
	}
	row(h.T("shell.exportWhat"), d.kinds)
	row(h.T("shell.exportFormat"), d.formats)
	row(h.T("shell.exportSize"), container.NewVBox(container.NewGridWrap(fyne.NewSize(parts.Scaled(h, 250), d.sizes.MinSize().Height), d.sizes), d.pixels))
	row(h.T("shell.exportScale"), d.scales)
	row("", d.dots)
	row(h.T("shell.theme"), d.themes)
	row(h.T("shell.language"), d.langs)
	if len(h.Room.Data.Terms) > 0 {
		var define *parts.Check
		ticked := func() scene.Option {
			return scene.Option{Label: h.T("shell.exportDefinitions"), On: d.choice.Definitions}
		}
		define = parts.NewCheck(h, ticked(), false, func() {
			d.choice.Definitions = !d.choice.Definitions
			define.Set(ticked())
			d.follow()
		})
		row("", define)
	}
	frame := canvas.NewRectangle(h.Palette().Paper)
	frame.StrokeColor, frame.StrokeWidth = h.Palette().Hairline, 1
	picture := container.NewStack(frame, container.NewPadded(d.preview))
	body := container.NewBorder(nil, container.NewVBox(container.NewHBox(d.busy), d.target.row, container.NewBorder(nil, nil, nil, container.NewVBox(d.saved), d.messages)), form, nil, container.NewPadded(picture))
	d.dialog = parts.NewDialog(h, d.window.Canvas(), h.T("shell.exportPictureTitle"), 920, body, nil, d.close, d.save)
	d.follow()
}

var presetKeys = map[string]string{
	"slide": "shell.presetSlide", "slide43": "shell.presetSlide43", "4k": "shell.preset4k", "square": "shell.presetSquare",
	"page": "shell.presetPage", "174mm": "shell.presetColumns", "120mm": "shell.presetBook", "85mm": "shell.presetColumn",
}

// sizeName is the name of a size and its lengths.
func (d *Dialog) sizeName(p export.Preset) string {
	name := p.Name // A4 is that in every language
	if key, ok := presetKeys[p.Name]; ok {
		name = d.h.T(key)
	}
	if p.MM {
		return name + " · " + d.lengths("shell.exportPaper", float64(p.Width), float64(p.Height))
	}
	return fmt.Sprintf("%s · %d × %d", name, p.Width, p.Height)
}

// lengths are two numbers in the dialog's one style: whole, ungrouped.
func (d *Dialog) lengths(key string, width, height float64) string {
	return d.h.T(key, i18n.Args{"Width": fmt.Sprintf("%.0f", width), "Height": fmt.Sprintf("%.0f", height)})
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
	for _, f := range export.Formats() {
		o = append(o, scene.Option{Code: f, Label: strings.ToUpper(f), Tip: h.T(formatKeys[f]), On: f == d.choice.Format})
	}
	d.formats.SetItems(o)
	o = nil
	for n := 1; n <= export.MaxScale; n++ {
		o = append(o, scene.Option{Code: strconv.Itoa(n), Label: fmt.Sprintf("%d×", n), On: n == d.choice.Scale})
	}
	d.scales.SetItems(o)
	o = nil
	for _, t := range state.PictureThemes() {
		o = append(o, scene.Option{Code: string(t), Label: h.T(themeKeys[t]), On: t == d.choice.Theme})
	}
	d.themes.SetItems(o)
	o = nil
	for _, l := range i18n.Languages() {
		o = append(o, scene.Option{Code: l, Label: strings.ToUpper(l), On: l == d.choice.lang})
	}
	d.langs.SetItems(o)

	size, err := d.size()
	switch {
	case d.stop != nil: // it is written now
		return
	case err != nil:
		d.fault(h.T("shell.exportBadSize", i18n.Args{"Min": export.MinSide, "Max": export.MaxSide}))
		return
	case d.choice.Format == "csv" && d.choice.kind == export.Dashboard:
		d.fault(h.T("shell.exportNoTable"))
		return
	}
	d.save.Enable()
	d.say("", false)
	d.dots.Text = d.extent(size)
	d.dots.Refresh()
	s := d.view()
	d.target.suggest(export.FileName(d.h.Room.Data, s, d.choice.kind, d.choice.Format, time.Now()), "."+d.choice.Format)
	d.previews.Request(order{d.sized(), s})
}

// fault says why nothing can be saved.
func (d *Dialog) fault(text string) {
	d.say(text, true)
	d.save.Disable()
}

// extent says how large the file's picture is.
func (d *Dialog) extent(size export.Size) string {
	pixels := d.lengths("shell.exportPixels", float64(size.Width), float64(size.Height))
	paper := d.lengths("shell.exportPaper", math.Round(float64(size.Width)/size.DPI*25.4), math.Round(float64(size.Height)/size.DPI*25.4))
	switch {
	case d.choice.Format == "csv":
		return d.h.T("shell.exportRows")
	case d.choice.Format == "pdf", d.choice.Format == "svg" && size.Paper:
		return paper
	case size.Paper:
		return paper + " · " + pixels
	}
	return pixels
}

// sized is the choice with a custom size spelled out, so that it is all that a
// preview depends on.
func (d *Dialog) sized() choice {
	c := d.choice
	if c.Size == custom {
		c.Size = strings.TrimSpace(d.width.Text) + "x" + strings.TrimSpace(d.height.Text)
	}
	return c
}

func (d *Dialog) size() (export.Size, error) {
	c := d.sized()
	return export.ParseSize(c.Size, c.Scale, 0)
}

// view is the window's view as the picture shows it.
func (d *Dialog) view() state.State {
	s := d.h.Store.State()
	s.Theme, s.Lang = d.choice.Theme, d.choice.lang
	return export.View(s)
}

// draw makes the preview: the same layout with fewer dots.
func (d *Dialog) draw(ctx context.Context, o order) (image.Image, error) {
	size, err := export.ParseSize(o.Size, o.Scale, 0)
	if err != nil {
		return nil, err
	}
	return export.Preview(ctx, d.h.Room, o.view, export.Options{Kind: o.kind, Format: o.Format, Size: size, Extras: export.Extras{Definitions: o.Definitions}}, 2*previewSide)
}

func (d *Dialog) arrive(_ order, img image.Image, err error) {
	if small, ok := errors.AsType[*export.SmallError](err); ok {
		d.fault(small.In(d.h.Printer()))
		return
	}
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
	d.saved.Hide()
	d.message = parts.NewParagraph(text, parts.Scaled(d.h, theme.Body), false, ink)
	d.messages.Objects = []fyne.CanvasObject{container.New(oneLine{}, d.message)}
	d.messages.Refresh()
}

// oneLine leaves room for two lines of a sentence, so that nothing jumps when
// one comes.
type oneLine struct{}

func (oneLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(10, 2*parts.Measure("Mg", theme.Body, false).Height)
}

func (oneLine) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }
