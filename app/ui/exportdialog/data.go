package exportdialog

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Form is how a data package lies on the disk, by the ending of its name.
type Form string

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
}

// DataConfig is what the dialog that saves a data package is opened with.
type DataConfig struct {
	Window fyne.Window
	Title  string
	Forms  []Form         // to choose from; the first is chosen
	Name   string         // of the file, without its ending
	Memory *recent.Memory // of folders; may be nil
	// Source is the package to be saved, until done is called. It is called on
	// another goroutine.
	Source func() (fsys fs.FS, done func(), err error)
	// Write writes something else in its place, on another goroutine; nil: the package.
	Write  func(ctx context.Context, path string, force bool) error
	Saved  func(path string) // hears of what was saved, when the dialog has closed
	Closed func()            // called when it has closed, also by its own buttons
}

// keeping is the dialog that saves a data package.
type keeping struct {
	DataConfig
	scope       *host.Scope
	h           *host.Host
	form        Form
	forms       *parts.Choices
	hint        *fyne.Container
	target      *target
	message     *fyne.Container
	busy        *canvas.Rectangle
	late        func()             // ends the wait for the sign of work
	stop        context.CancelFunc // ends the writing; nil while nothing is written
	save, close *parts.Button
	dialog      *parts.Dialog
}

// dataWidth is how wide the dialog is at size of type 1.
const dataWidth = 640

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
	k := &keeping{DataConfig: c, scope: scope, h: h, form: c.Forms[0], hint: container.NewStack(), message: container.NewStack()}
	k.forms = parts.NewSegments(h, func(code string) { k.form = Form(code); k.follow() })
	k.target = newTarget(scope, c.Window, c.Memory, recent.Data)
	k.target.onEnter = k.write
	k.busy = canvas.NewRectangle(h.Palette().Accent)
	k.busy.SetMinSize(fyne.NewSize(dataWidth/2, 2))
	k.busy.Hide()
	k.close = parts.NewButton(h, nil, h.T("shell.cancel"), "", k.leave)
	k.save = parts.NewButton(h, nil, h.T("shell.exportSave"), "", k.write)
	k.follow()
	body := container.NewVBox(container.NewHBox(k.forms), k.hint, k.target.row, container.NewHBox(k.busy), k.message)
	k.dialog = parts.NewDialog(h, c.Window.Canvas(), c.Title, dataWidth, body, nil, k.close, k.save)
	return k
}

// follow shows the form that is chosen.
func (k *keeping) follow() {
	var o []scene.Option
	for _, f := range k.Forms {
		if words, ok := forms[f]; ok {
			o = append(o, scene.Option{Code: string(f), Label: k.h.T(words[0]), On: f == k.form})
		}
	}
	k.forms.SetItems(o)
	parts.SetShown(k.forms, len(o) > 1)
	k.hint.Objects = []fyne.CanvasObject{container.New(oneLine{}, parts.NewParagraph(k.hintText(), parts.Scaled(k.h, theme.Body), false, k.h.Palette().InkMuted))}
	k.hint.Refresh()
	k.target.suggest(k.Name+string(k.form), string(k.form))
	k.say("", false)
}

// hintText is what the form is good for.
func (k *keeping) hintText() string {
	if words, ok := forms[k.form]; ok {
		return k.h.T(words[1])
	}
	return ""
}

func (k *keeping) say(text string, fault bool) {
	ink := k.h.Palette().Ink
	if fault {
		ink = k.h.Palette().Warning
	}
	k.message.Objects = []fyne.CanvasObject{container.New(oneLine{}, parts.NewParagraph(text, parts.Scaled(k.h, theme.Body), false, ink))}
	k.message.Refresh()
}

// write saves the package, after asking if something has its name.
func (k *keeping) write() {
	if k.stop != nil {
		return
	}
	ctx, cancel := context.WithCancel(k.scope.Context)
	k.target.save(func(path string, force bool) error {
		if k.Write != nil {
			return k.Write(ctx, path, force)
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
	k.late = k.scope.After(slowAfter, func() {
		k.busy.Show()
		k.say(k.h.T("shell.exportWriting"), false)
	})
}

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
	case errors.Is(err, fs.ErrExist) && k.form == Folders:
		k.say(k.h.T("shell.formFolderThere", i18n.Args{"Name": filepath.Base(path)}), true)
	case err != nil:
		k.h.Log.WithError(err).Warn("save data")
		k.say(export.WriteError(path, err, k.h.Printer()), true)
	default:
		k.Memory.Went(recent.Data, filepath.Dir(path))
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
