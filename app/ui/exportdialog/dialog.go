// Package exportdialog saves what the window shows as a picture or as a table:
// what, how large, in which look and language, with a preview of the very
// drawing that the file will hold.
package exportdialog

import (
	"context"
	"errors"
	"fmt"
	"image"
	"net/url"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/recent"
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
	mm   bool // a size of one's own is in millimetres
	own  export.Own
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
	room     *scene.Room // the data that it began with
	window   fyne.Window
	software string
	memory   *recent.Memory
	scope    *host.Scope

	choice        choice
	remember      func(Choices, export.Own)
	formats       *parts.Choices
	kinds, scales *parts.Choices
	langs, units  *parts.Choices
	themes, sizes *parts.Select
	width, height *parts.Entry
	lengths       *fyne.Container // both, of a size of one's own
	title, under  *parts.Entry
	credit        *parts.Entry
	dots          *canvas.Text
	pictures      []fyne.CanvasObject // what only a picture has
	excel         *parts.Check
	copying       func(ctx context.Context, png []byte) error
	target        *target
	preview       *canvas.Image
	previews      *work.Latest[order, image.Image]
	message       *fyne.Container
	saved         *parts.Button // shows the folder of what was saved
	folder        string
	busy          *canvas.Rectangle
	late          func()             // ends the wait for the sign of work
	stop          context.CancelFunc // ends the writing; nil while nothing is written
	open          func(*url.URL) error
	save, close   *parts.Button
	copy          *parts.Button
	dialog        *parts.Dialog
}

// previewSide is the longest side of the preview in layout pixels.
const previewSide = 460

// Config is what the dialog is opened with.
type Config struct {
	Window   fyne.Window
	Software string         // name and version, for the files
	Choices  Choices        // those of last time; the zero value is the first time
	Memory   *recent.Memory // of folders; may be nil
	Format   string         // if not empty, in place of the last one
	Kind     export.Kind
	Own      export.Own                                  // the author's words for this view; without a credit that of last time
	Copy     func(ctx context.Context, png []byte) error // puts a picture on the clipboard
	Remember func(Choices, export.Own)                   // hears what was saved with; may be nil
	Closed   func()                                      // called when it has closed, also by its own buttons
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
	d := &Dialog{scope: scope, h: h, room: h.Room, window: c.Window, software: c.Software, memory: c.Memory, remember: c.Remember, copying: c.Copy, open: fyne.CurrentApp().OpenURL}
	d.choice = choice{kind: export.Chart, lang: h.State().Lang, own: c.Own.Clean(), Choices: c.Choices.Valid()}
	if d.choice.own.Credit == "" {
		d.choice.own.Credit = d.choice.Credit
	}
	if c.Kind != "" {
		d.choice.kind = c.Kind
	}
	if c.Format != "" {
		d.choice.Format = c.Format
	}
	d.build()
	return d
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
	for _, l := range i18n.Languages() {
		o = append(o, scene.Option{Code: l, Label: strings.ToUpper(l), On: l == d.choice.lang})
	}
	d.langs.SetItems(o)
	d.units.SetItems([]scene.Option{{Code: "px", Label: h.T("shell.unitPixels"), On: !d.choice.mm}, {Code: "mm", Label: h.T("shell.unitMM"), On: d.choice.mm}})
	d.show(d.choice.Format != "csv")

	size, err := d.size()
	switch {
	case d.stop != nil: // it is written now
		return
	case d.choice.Format == "csv" && d.choice.kind == export.Dashboard:
		d.fault(h.T("shell.exportNoTable"))
		return
	case d.choice.Format != "csv" && err != nil:
		d.fault(d.badSize())
		return
	}
	d.save.Enable()
	d.copy.Enable()
	boxes := d.choice.boxes(h.Printer())
	d.say(boxes, boxes != "")
	d.dots.Text = d.extent(size)
	d.dots.Refresh()
	s := d.view()
	d.title.SetPlaceHolder(d.programTitle(s))
	d.target.suggest(export.FileName(d.room.Data, s, d.choice.kind, d.choice.Format, time.Now()), "."+d.choice.Format)
	if d.choice.Format != "csv" {
		d.previews.Request(order{d.sized(), s})
	}
}

// show shows what a picture has, or only what a table has.
func (d *Dialog) show(picture bool) {
	for _, o := range d.pictures {
		parts.SetShown(o, picture)
	}
	parts.SetShown(d.excel, !picture)
	title := "shell.exportPictureTitle"
	if !picture {
		title = "shell.exportDataTitle"
	}
	d.dialog.SetTitle(d.h.T(title))
}

// badSize says which sizes there are.
func (d *Dialog) badSize() string {
	key, least, most := "shell.exportBadSize", export.MinSide, export.MaxSide
	if d.choice.Size == custom && d.choice.mm {
		key, least, most = "shell.exportBadPaper", export.MinMM, export.MaxMM
	}
	return d.h.T(key, i18n.Args{"Min": strconv.Itoa(least), "Max": strconv.Itoa(most)})
}

// programTitle is the title that a picture has without one of the author.
func (d *Dialog) programTitle(s state.State) string {
	switch p := i18n.For(s.Lang); d.choice.kind {
	case export.Map:
		return scene.MapTitle(d.room, s, p)
	case export.Dashboard:
		return d.room.Data.Profile.Title.In(s.Lang)
	default:
		return scene.Title(d.room, s, p)
	}
}

// fault says why nothing can be saved.
func (d *Dialog) fault(text string) {
	d.say(text, true)
	d.save.Disable()
	d.copy.Disable()
}

// extent says how large the file's picture is.
func (d *Dialog) extent(size export.Size) string {
	pixels := d.sides("shell.exportPixels", float64(size.Width), float64(size.Height))
	width, height := size.MM()
	paper := d.sides("shell.exportPaper", width, height)
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
		if c.mm {
			c.Size += "mm"
		}
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

// options says how to export what was chosen.
func (c choice) options(size export.Size, software string) export.Options {
	return export.Options{
		Kind: c.kind, Format: c.Format, Size: size, Software: software, Excel: c.Excel,
		Extras: export.Extras{Own: c.own.Clean(), Clear: c.Clear, Definitions: c.Definitions},
	}
}

// boxes says that the picture shows boxes for letters of the author's words; "" if it
// does not. In SVG the reader's system has a face for them.
func (c choice) boxes(p *i18n.Printer) string {
	if c.Format != "png" && c.Format != "pdf" {
		return ""
	}
	return c.own.Clean().Boxes(p)
}

// draw makes the preview: the same layout with fewer dots.
func (d *Dialog) draw(ctx context.Context, o order) (image.Image, error) {
	size, err := export.ParseSize(o.Size, o.Scale, 0)
	if err != nil {
		return nil, err
	}
	return export.Preview(ctx, d.room, o.view, o.options(size, ""), 2*previewSide)
}

func (d *Dialog) arrive(_ order, img image.Image, err error) {
	if small, ok := errors.AsType[*export.SmallError](err); ok {
		d.preview.Image = nil
		d.preview.Refresh()
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
	d.saved.Hide()
	d.message.Objects = sentence(d.h, text, fault)
	d.message.Refresh()
}

// sentence is what stands below the path. It has room for two lines, so that nothing
// jumps when it comes.
func sentence(h *host.Host, text string, fault bool) []fyne.CanvasObject {
	ink, size := h.Palette().Ink, parts.Scaled(h, theme.Body)
	if fault {
		ink = h.Palette().Warning
	}
	lines := steady{2 * parts.Measure("Mg", size, false).Height}
	return []fyne.CanvasObject{container.New(lines, parts.NewParagraph(text, size, false, ink))}
}
