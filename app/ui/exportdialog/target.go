package exportdialog

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/ui/chooser"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/internal/disk"
)

// target is the row that says where a file goes: its whole path, which can be
// typed, and a button that chooses the folder.
type target struct {
	scope   *host.Scope
	h       *host.Host
	window  fyne.Window
	memory  *recent.Memory
	kind    recent.Kind
	shown   string // the folder of the last whole path
	folder  string // where it is saved if nothing else is said
	ending  string
	entry   *parts.Entry
	browse  *parts.Button
	row     *fyne.Container
	given   string // the name that was last suggested
	onEnter func()
}

// newTarget returns a row for a file of the kind, in the folder where one was last,
// or, if there is none, in the one where a person is most likely to look.
func newTarget(scope *host.Scope, window fyne.Window, memory *recent.Memory, kind recent.Kind) *target {
	h := scope.Host
	t := &target{scope: scope, h: h, window: window, memory: memory, kind: kind, folder: chooser.FolderOr(memory.Folder(kind)), entry: parts.NewEntry(h)}
	t.browse = parts.NewButton(h, nil, h.T("shell.exportBrowse"), "", t.choose)
	t.shown = t.folder
	t.entry.OnChanged = func(text string) {
		if dir := filepath.Dir(strings.TrimSpace(text)); filepath.IsAbs(dir) {
			t.shown = dir
		}
	}
	t.entry.OnSubmitted = func(string) { t.onEnter() }
	t.row = container.NewBorder(nil, nil, nil, t.browse, t.entry)
	return t
}

// suggest puts a new name in place of the one suggested before. A name that
// was typed stays, but for the ending of another format.
func (t *target) suggest(name, ending string) {
	was := t.ending
	t.ending = ending
	switch dir, base := filepath.Split(t.entry.Text); {
	case t.entry.Text == "":
		t.entry.SetText(filepath.Join(t.folder, name))
	case base == t.given:
		t.entry.SetText(filepath.Join(dir, name))
	case was != ending && was != "" && strings.EqualFold(filepath.Ext(base), was):
		t.entry.SetText(filepath.Join(dir, strings.TrimSuffix(base, filepath.Ext(base))+ending))
	}
	t.given = name
}

// path is the file to write, whole and with its ending: a name without a folder is
// in the one that was shown last, and ~ is the home folder, as in a shell.
func (t *target) path() string {
	p := strings.TrimSpace(t.entry.Text)
	if p == "" || strings.HasSuffix(p, string(filepath.Separator)) {
		return p
	}
	if p = chooser.FromHome(p); !filepath.IsAbs(p) {
		p = filepath.Join(t.shown, p)
	}
	if !strings.EqualFold(filepath.Ext(p), t.ending) {
		p += t.ending
	}
	return p
}

// choose asks for the folder.
func (t *target) choose() {
	chooser.Show(t.scope, chooser.Config{
		Window: t.window, Mode: chooser.Folder, Title: t.h.T("shell.exportFolderTitle"), Yes: t.h.T("shell.exportFolderTake"),
		At: filepath.Dir(t.path()), Recent: t.memory.Folders(t.kind),
		Chosen: func(path string) { t.entry.SetText(filepath.Join(path, filepath.Base(t.path()))) },
	})
}

// save asks before it overwrites, writes off the UI goroutine, and reports
// what came of it to done, on the UI goroutine.
func (t *target) save(write func(path string, force bool) error, begin func(), done func(path string, err error)) {
	path := t.path()
	begun := func(force bool) {
		begin()
		go func() {
			err := write(path, force)
			t.scope.Do(func() { done(path, err) })
		}()
	}
	if info, err := disk.Soon(path); err == nil && info.Mode().IsRegular() {
		t.ask(path, func() { begun(true) })
		return
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
		t.h.Log.WithError(err).Debug("look at target")
	}
	begun(false)
}

// ask asks whether a file is to be replaced.
func (t *target) ask(path string, yes func()) {
	text := parts.NewParagraph(t.h.T("shell.exportReplace", i18n.Args{"Name": filepath.Base(path)}), parts.Scaled(t.h, theme.Body), false, t.h.Palette().Ink)
	var d *parts.Dialog
	d = parts.NewDialog(t.h, t.window.Canvas(), t.h.T("shell.exportReplaceTitle"), 460, text, text.HeightFor,
		parts.NewButton(t.h, nil, t.h.T("shell.cancel"), "", func() { d.Hide() }),
		parts.NewButton(t.h, nil, t.h.T("shell.exportReplaceYes"), "", func() { d.Hide(); yes() }))
	d.Show(nil)
}
