package chooser

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/internal/disk"
)

// slow is how long a folder may take before the chooser says that it reads it.
const slow = 300 * time.Millisecond

func arg(name, value string) i18n.Args { return i18n.Args{name: value} }

// choose takes what is chosen, or lists it if it is a folder and a file is wanted.
func (x *Chooser) choose() {
	switch it := x.chosen(); {
	case x.looking:
	case x.Mode == Folder:
		x.look(x.folder())
	case x.Mode == Save:
		if path := x.target(); path != "" {
			x.look(path)
		}
	case it == nil:
	case it.folder:
		x.visit(filepath.Join(x.asked.path, it.name), "")
	default:
		x.look(filepath.Join(x.asked.path, it.name))
	}
}

// target is the path to save at, "" if the name cannot be one.
func (x *Chooser) target() string {
	text := x.name.Text
	if x.real != "" && text == shownName(x.real) {
		return filepath.Join(x.asked.path, x.real)
	}
	if text = strings.TrimSpace(text); text == "" {
		return ""
	}
	path := resolve(text, x.asked.path)
	if os.IsPathSeparator(text[len(text)-1]) {
		return path // a folder
	}
	if ending := filepath.Ext(x.Name); ending != "" && !strings.EqualFold(filepath.Ext(path), ending) {
		if i := x.filter.SelectedIndex(); i < len(x.Kinds) || filepath.Ext(path) == "" {
			path += ending
		}
	}
	return path
}

// look looks at a path, away from the window, and takes what is there.
func (x *Chooser) look(path string) {
	x.looking = true
	x.follow()
	go func() {
		info, err := os.Stat(path)
		var parent error
		if err != nil && x.Mode == Save {
			_, parent = os.Stat(filepath.Dir(path))
		}
		x.scope.Do(func() {
			x.looking = false
			x.follow()
			x.found(path, info, err, parent)
		})
	}()
}

// found takes what is at a path, or says why not.
func (x *Chooser) found(path string, info fs.FileInfo, err, parent error) {
	name := shownName(filepath.Base(path))
	switch {
	case err == nil && info.IsDir() && x.Mode == Folder && !x.typing:
		x.done(path)
	case err == nil && info.IsDir():
		x.visit(path, "")
		x.focusFiles()
	case x.Mode == Save && errors.Is(err, fs.ErrNotExist) && parent == nil:
		x.done(path)
	case x.Mode == Save && parent != nil:
		x.say(x.fault(parent, shownName(filepath.Base(filepath.Dir(path)))), true)
	case err != nil:
		x.say(x.fault(err, name), true)
	case x.Mode == Folder:
		x.visit(filepath.Dir(path), filepath.Base(path))
	case !info.Mode().IsRegular():
		x.say(x.h.T("chooser.noFile", arg("Name", name)), true)
	case x.Mode == Save && x.asking != path:
		x.ask(path, name)
	default:
		x.done(path)
	}
}

// fault says why a folder or a file cannot be had.
func (x *Chooser) fault(err error, name string) string {
	key := "chooser.failed"
	switch {
	case errors.Is(err, fs.ErrPermission):
		key = "chooser.denied"
	case errors.Is(err, fs.ErrNotExist):
		key = "chooser.missing"
	case errors.Is(err, disk.ErrNotFolder):
		key = "chooser.noFolder"
	}
	return x.h.T(key, arg("Name", name))
}

// ask asks, in the chooser itself, whether a file is to be replaced. The keys go to
// the answer that loses nothing: Enter may still be down.
func (x *Chooser) ask(path, name string) {
	x.asking = path
	x.yes.Set(x.h.T("shell.exportReplaceYes"), "")
	x.no.Set(x.h.T("chooser.another"), "")
	x.say(x.h.T("shell.exportReplace", arg("Name", parts.Clip(name, 120))), true)
	x.dialog.Refresh()
	x.Window.Canvas().Focus(x.no)
}

// settle takes back the question whether a file is to be replaced, and what was said.
func (x *Chooser) settle() {
	if x.asking != "" {
		x.asking = ""
		x.yes.Set(x.Yes, "")
		x.no.Set(x.h.T("shell.cancel"), "")
		x.dialog.Refresh()
	}
	if x.message.Text() != "" {
		x.say("", false)
	}
}

// leave closes the chooser; while it asks, it goes back to the name.
func (x *Chooser) leave() {
	if x.asking != "" {
		x.settle()
		x.Window.Canvas().Focus(x.name)
		return
	}
	x.dialog.Hide()
}

// done closes the chooser and hands over what was chosen.
func (x *Chooser) done(path string) {
	x.dialog.Hide()
	x.Chosen(path)
}

// selectStem selects the name without its ending, which a person may want to keep.
func (x *Chooser) selectStem() {
	x.name.CursorColumn = 0
	n := len([]rune(strings.TrimSuffix(x.name.Text, filepath.Ext(x.name.Text))))
	shift := &fyne.KeyEvent{Name: "LeftShift"}
	x.name.KeyDown(shift)
	for range n {
		x.name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	x.name.KeyUp(shift)
}

// newFolder asks for a name and makes a folder of it in the one that is listed.
func (x *Chooser) newFolder() {
	at, entry := x.asked.path, parts.NewEntry(x.h)
	entry.SetPlaceHolder(x.h.T("chooser.folderName"))
	var d *parts.Dialog
	made := func() {
		name := strings.TrimSpace(entry.Text)
		if name == "" {
			return
		}
		d.Hide()
		if name != filepath.Base(name) || name == "." || name == ".." {
			x.say(x.h.T("chooser.badName", arg("Name", shownName(name))), true)
			return
		}
		go func() {
			err := os.Mkdir(filepath.Join(at, name), 0o777) //nolint:gosec // as any folder of the person's: the umask narrows it
			x.scope.Do(func() { x.made(at, name, err) })
		}()
	}
	entry.OnSubmitted = func(string) { made() }
	d = parts.NewDialog(x.h, x.Window.Canvas(), x.h.T("chooser.newFolder"), 420, entry, nil,
		parts.NewButton(x.h, nil, x.h.T("shell.cancel"), "", func() { d.Hide() }),
		parts.NewButton(x.h, nil, x.h.T("chooser.make"), "", made))
	d.Show(entry)
}

// made says what came of a new folder.
func (x *Chooser) made(at, name string, err error) {
	switch {
	case err == nil:
		x.visit(filepath.Join(at, name), "")
		x.focusFiles()
		return
	case errors.Is(err, fs.ErrExist):
		x.say(x.h.T("chooser.there", arg("Name", shownName(name))), true)
	case errors.Is(err, fs.ErrPermission):
		x.say(x.h.T("chooser.closed", arg("Name", shownName(filepath.Base(at)))), true)
	default:
		x.say(x.h.T("chooser.unmade", arg("Name", shownName(name))), true)
	}
	x.h.Log.WithError(err).Info("make a folder")
}
