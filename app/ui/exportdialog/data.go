package exportdialog

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Form is how something lies on the disk, by the ending of its name. What stands before
// the ending tells forms of one ending apart, and is also in the name that is suggested.
type Form string

func (f Form) ending() string { return filepath.Ext(string(f)) }

// The forms that a data package can be written in.
const (
	Workbook Form = ".xlsx"
	Folders  Form = ""         // one with a file for each table
	Package  Form = ".c5atlas" // the folder in a zip that says whose it is
)

// forms are the words of each form, and what it is good for.
var forms = map[Form][2]string{
	Workbook: {"shell.formWorkbook", "shell.formWorkbookHint"},
	Folders:  {"shell.formFolder", "shell.formFolderHint"},
	Package:  {"shell.formZip", "shell.formZipHint"},

	lessonFolder: {"shell.outFolder", "shell.outFolderHint"},
	lessonZip:    {"shell.outZip", "shell.outZipHint"},
	powerPoint:   {"shell.outPowerPoint", "shell.outPowerPointHint"},
	libreOffice:  {"shell.outLibreOffice", "shell.outLibreOfficeHint"},
	handout:      {"shell.outHandout", "shell.outHandoutHint"},
	worksheet:    {"shell.outWorksheet", "shell.outWorksheetHint"},
}

// DataConfig is what the dialog that saves a data package is opened with.
type DataConfig struct {
	Window fyne.Window
	Title  string
	Forms  []Form         // to choose from; the first is chosen
	Name   string         // of the file, without its ending
	Memory *recent.Memory // of folders; may be nil
	Kind   recent.Kind    // whose folders these are; "" is recent.Data
	// Source is the package to be saved, until done is called. It is called on
	// another goroutine.
	Source func() (fsys fs.FS, done func(), err error)
	// Write writes something else in its place, on another goroutine; nil: the package.
	Write func(ctx context.Context, path string, force bool) error
	// Begin returns such a Write for what is chosen, on the UI goroutine; may be nil.
	Begin  func() func(ctx context.Context, path string, force bool) error
	Saved  func(path string) // hears of what was saved, when the dialog has closed
	Closed func()            // called when it has closed, also by its own buttons
}

// keeping is the dialog that saves a data package.
type keeping struct {
	DataConfig
	scope       *host.Scope
	h           *host.Host
	form        Form
	forms       []*parts.Choices // in rows, where one has no room for all
	width       float32          // of what is in the dialog
	hint        *fyne.Container
	more        *fyne.Container // what else there is to choose; empty for a data package
	chosen      func(Form)      // hears which form is chosen; may be nil
	target      *target
	message     *fyne.Container
	busy        *canvas.Rectangle
	part        *portion           // of the row that busy fills
	late        func()             // ends the wait for the sign of work
	stop        context.CancelFunc // ends the writing; nil while nothing is written
	save, close *parts.Button
	dialog      *parts.Dialog
}

// dataWidth is how wide the dialog is at size of type 1, and dataEdge what is free inside
// its sides, and outside them in a narrow window.
const (
	dataWidth = 640
	dataEdge  = theme.Space5
)

// ShowData opens the dialog that saves a data package. Its life ends with the scope
// at the latest. The function that it returns closes it.
func ShowData(scope *host.Scope, c DataConfig) (hide func()) {
	own := scope.Open()
	k := newKeeping(own, c)
	k.dialog.OnClosed = func() { own.Close(); c.Closed() }
	k.dialog.Show(k.target.entry)
	return k.dialog.Hide
}

func newKeeping(scope *host.Scope, c DataConfig) *keeping {
	h := scope.Host
	k := &keeping{DataConfig: c, scope: scope, h: h, form: c.Forms[0], hint: container.NewStack(), more: container.NewStack(), message: container.NewStack()}
	if k.Kind == "" {
		k.Kind = recent.Data
	}
	k.width = min(parts.Scaled(h, dataWidth), c.Window.Canvas().Size().Width-2*dataEdge) - 2*dataEdge
	k.forms = k.rows(k.width)
	k.target = newTarget(scope, c.Window, c.Memory, k.Kind)
	k.target.onEnter = k.write
	k.busy = canvas.NewRectangle(h.Palette().Accent)
	k.busy.Hide()
	k.part = &portion{share: 0.5}
	k.close = parts.NewButton(h, nil, h.T("shell.cancel"), "", k.leave)
	k.save = parts.NewButton(h, nil, h.T("shell.exportSave"), "", k.write)
	k.follow()
	forms := container.New(layout.NewCustomPaddedVBoxLayout(theme.Space1))
	for _, row := range k.forms {
		forms.Add(container.NewHBox(row))
	}
	body := container.NewVBox(forms, k.hint, k.more, k.target.row, container.New(k.part, k.busy), k.message)
	k.dialog = parts.NewDialog(h, c.Window.Canvas(), c.Title, dataWidth, body, nil, k.close, k.save)
	return k
}

// rows are the forms that have a name, if there are two or more, in as many rows as they
// need in a width.
func (k *keeping) rows(width float32) (out []*parts.Choices) {
	var o []scene.Option
	for _, f := range k.Forms {
		words, ok := forms[f]
		if !ok {
			continue
		}
		next := scene.Option{Code: string(f), Label: k.h.T(words[0])}
		if len(out) > 0 {
			row := out[len(out)-1]
			if row.SetItems(append(slices.Clone(o), next)); row.Most().Width <= width {
				o = row.Items()
				continue
			}
			row.SetItems(o)
		}
		o = []scene.Option{next}
		row := parts.NewSegments(k.h, func(code string) { k.form = Form(code); k.follow() })
		row.SetItems(o)
		out = append(out, row)
	}
	if len(out) == 1 && len(o) == 1 {
		return nil
	}
	return out
}

// follow shows the form that is chosen.
func (k *keeping) follow() {
	for _, row := range k.forms {
		o := slices.Clone(row.Items())
		for i := range o {
			o[i].On = o[i].Code == string(k.form)
		}
		row.SetItems(o)
	}
	var high float32 // of the longest hint, so that nothing jumps
	for _, f := range k.Forms {
		high = max(high, k.hinted(f).HeightFor(k.width-theme.Space5)) // in a low window the bar of what scrolls takes some
	}
	k.hint.Objects = []fyne.CanvasObject{container.New(steady{high}, k.hinted(k.form))}
	k.hint.Refresh()
	k.target.suggest(k.suggested(), k.form.ending())
	if k.chosen != nil {
		k.chosen(k.form)
	}
	k.say("", false)
}

// suggested is the name that a file of the form gets if no other is given.
func (k *keeping) suggested() string {
	ending := k.form.ending()
	if string(k.form) == ending || k.form == lessonFolder {
		return k.Name + ending
	}
	return k.Name + " (" + strings.ToLower(k.h.T(forms[k.form][0])) + ")" + ending
}

// hinted is what a form is good for.
func (k *keeping) hinted(f Form) *parts.Paragraph {
	words := ""
	if keys, ok := forms[f]; ok {
		words = k.h.T(keys[1])
	}
	return parts.NewParagraph(words, parts.Scaled(k.h, theme.Body), false, k.h.Palette().InkMuted)
}

func (k *keeping) say(text string, fault bool) {
	k.message.Objects = sentence(k.h, text, fault)
	k.message.Refresh()
}

// write saves the package, after asking if something has its name.
func (k *keeping) write() {
	if k.stop != nil {
		return
	}
	ctx, cancel := context.WithCancel(k.scope.Context)
	write := k.Write
	if k.Begin != nil {
		write = k.Begin()
	}
	k.target.save(func(path string, force bool) error {
		if write != nil {
			return write(ctx, path, force)
		}
		fsys, done, err := k.Source()
		if err != nil {
			return err
		}
		defer done()
		return export.WriteData(ctx, path, force, fsys)
	}, func() { k.begin(cancel) }, func(path string, err error) { cancel(); k.done(path, err) })
}

func (k *keeping) begin(stop context.CancelFunc) {
	k.stop = stop
	k.save.Disable()
	k.say("", false)
	if k.Begin != nil {
		k.part.share = 0 // share will say
	}
	k.late = k.scope.After(slowAfter, func() {
		k.busy.Show()
		k.say(k.h.T("shell.exportWriting"), false)
	})
}

// share says how much is written.
func (k *keeping) share(done, total int) {
	if k.stop == nil || total < 1 {
		return
	}
	k.part.share = float32(done) / float32(total)
	if k.busy.Visible() {
		k.busy.Resize(k.part.of(k.message.Size()))
		k.say(k.h.T("shell.outWriting", i18n.Args{"Percent": k.h.Printer().Int(100 * done / total)}), false)
	}
}

// portion is a layout of a bar that fills a part of its row.
type portion struct{ share float32 }

const barHigh = 2

func (p *portion) of(size fyne.Size) fyne.Size { return fyne.NewSize(size.Width*p.share, barHigh) }

// MinSize implements fyne.Layout.
func (*portion) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, barHigh) }

// Layout implements fyne.Layout.
func (p *portion) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(p.of(size)) }

// leave closes the dialog, or, while the package is written, ends that.
func (k *keeping) leave() {
	if k.stop != nil {
		k.stop()
		return
	}
	k.dialog.Hide()
}

func (k *keeping) done(path string, err error) {
	k.late()
	k.stop = nil
	k.busy.Hide()
	k.save.Enable()
	switch {
	case errors.Is(err, context.Canceled):
		k.say(k.h.T("shell.exportStopped"), false)
	case errors.Is(err, fs.ErrExist) && (k.form == Folders || k.form == lessonFolder):
		k.say(k.h.T("shell.formFolderThere", i18n.Args{"Name": filepath.Base(path)}), true)
	case err != nil:
		k.h.Log.WithError(err).Warn("save data")
		k.say(export.WriteError(path, err, k.h.Printer()), true)
	default:
		k.Memory.Went(k.Kind, filepath.Dir(path))
		k.dialog.Hide()
		k.Saved(path)
	}
}

// DataName is the name of a file of data without the ending of its form.
func DataName(file string) string {
	for _, ending := range []string{".xlsx", ".ods", ".zip", export.PackageEnding} {
		if n := len(file) - len(ending); n > 0 && strings.EqualFold(file[n:], ending) {
			return file[:n]
		}
	}
	return file
}
