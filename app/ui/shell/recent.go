package shell

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/plain"
)

// Opened puts what was opened at the head of the recent files.
func (s *Shell) Opened(kind recent.Kind, path string) {
	s.cfg.Memory.Opened(kind, path)
	s.menu.rebuild()
}

// Forget takes a file from the recent ones, and reports whether it was one of them.
func (s *Shell) Forget(path string) bool {
	whole, err := filepath.Abs(path)
	if err != nil || !slices.ContainsFunc(s.cfg.Memory.Files(), func(f recent.File) bool { return f.Path == whole }) {
		return false
	}
	s.cfg.Memory.Forget(whole)
	s.menu.rebuild()
	return true
}

// recentWidth is the most that the name of a recent file takes in the menu, and that
// its folder does, at size of type 1.
const recentWidth = 260

// recent is the submenu of the files that were opened, the last one first, each with
// its folder.
func (m *menu) recent() *fyne.MenuItem {
	s := m.s
	out := fyne.NewMenuItem(s.host.T("shell.openRecent"), nil)
	files := s.cfg.Memory.Files()
	if out.Disabled = len(files) == 0; out.Disabled {
		return out
	}
	out.ChildMenu = fyne.NewMenu("")
	for _, f := range files {
		label := m.title(dataset.FileName(f.Path), recentWidth) + "  –  " + m.folder(f.Path)
		out.ChildMenu.Items = append(out.ChildMenu.Items, fyne.NewMenuItem(label, m.quiet(func() { s.openPath(f.Path) })))
	}
	out.ChildMenu.Items = append(out.ChildMenu.Items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(s.host.T("shell.clearRecent"), func() {
		s.cfg.Memory.Clear()
		m.rebuild()
	}))
	return out
}

// folder is the folder of a file as people write it, from their own with ~, or
// where that is long its last part.
func (m *menu) folder(path string) string {
	dir := filepath.Dir(path)
	if home, err := os.UserHomeDir(); err == nil {
		if inner, ok := strings.CutPrefix(dir, home); ok && (inner == "" || inner[0] == filepath.Separator) {
			dir = "~" + inner
		}
	}
	dir = plain.Line(dir)
	if m.title(dir, recentWidth) != dir {
		dir = m.title("…"+string(filepath.Separator)+filepath.Base(dir), recentWidth)
	}
	return dir
}

// samples is the submenu of the packages that ship besides the atlas's own data, by
// their titles.
func (m *menu) samples() *fyne.MenuItem {
	s := m.s
	out := fyne.NewMenuItem(s.host.T("shell.openSample"), nil)
	if out.Disabled = s.cfg.Sample == nil; out.Disabled {
		return out
	}
	out.ChildMenu = fyne.NewMenu("")
	for _, x := range sampleTitles() {
		out.ChildMenu.Items = append(out.ChildMenu.Items, fyne.NewMenuItem(x.title.In(s.host.Printer().Lang()), m.quiet(func() { s.cfg.Sample(x.name) })))
	}
	return out
}

type sampleTitle struct {
	name  string
	title dataset.Text
}

// sampleTitles are read once.
var sampleTitles = sync.OnceValue(func() (out []sampleTitle) {
	for _, name := range assets.Samples() {
		title, err := dataset.Title(assets.Sample(name))
		if err != nil { // a test reads them all
			title = dataset.Text{"": name}
		}
		out = append(out, sampleTitle{name, title})
	}
	return out
})
