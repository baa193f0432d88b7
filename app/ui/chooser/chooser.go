// Package chooser asks for a file to open, a place to save at, or a folder: a list
// with names, sizes and dates, in the person's language, that works by keys alone.
package chooser

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/work"
)

// Mode is what is chosen.
type Mode int

// The modes.
const (
	File   Mode = iota // a file that is there
	Save               // a place for a file, there or not
	Folder             // a folder that is there
)

// Kind is files that are listed together.
type Kind struct {
	Label   string
	Endings []string // lower case, with the dot
}

// Config is what a chooser is opened with.
type Config struct {
	Window fyne.Window
	Mode   Mode
	Title  string
	Yes    string   // the words of the button that chooses
	Kinds  []Kind   // of File and Save; the first is listed first, and all files are one more
	At     string   // the folder to begin in; what is not there is the usual place
	Name   string   // of Save: the name that is suggested
	Recent []string // folders where the person was last
	// Chosen hears what was chosen, when the chooser has closed. Of Save the person
	// has agreed that a file that is there is replaced.
	Chosen func(path string)
	Closed func() // called when it has closed, also when nothing was chosen; may be nil
}

// Chooser is an open chooser. It belongs to the UI goroutine.
type Chooser struct {
	Config
	scope *host.Scope
	h     *host.Host

	asked   asked
	listing listing
	lists   *work.Latest[asked, listing]
	places  []placed
	seek    string // name to choose once the folder is listed
	typed   string // begins the name that is looked for
	forget  func() // forgets what was typed, soon; nil if nothing was
	real    string // name on the disk of what the name's line shows
	asking  string // path of the file that the person is asked to replace; "": none
	looking bool   // at what was chosen
	waiting func() // ends the wait for a slow folder

	side, files  *rows
	crumbs       *crumbs
	path, name   *parts.Entry
	up, fresh    *parts.Button
	label        *canvas.Text // of the name
	filter       *parts.Select
	secrets      *parts.Check
	inside       *parts.Notice // said in place of files
	message      *parts.Paragraph
	body         *fyne.Container
	yes, no      *parts.Button
	dialog       *parts.Dialog
	typing       bool // the path is typed
	closeTyping  func()
	undoShortcut []fyne.Shortcut
}

// Show opens a chooser. Its life ends with the scope at the latest. The function
// that it returns closes it.
func Show(scope *host.Scope, c Config) (hide func()) {
	own := scope.Open()
	x := newChooser(own, c)
	x.dialog.OnClosed = func() {
		x.unbind()
		own.Close()
		if c.Closed != nil {
			c.Closed()
		}
	}
	x.bind()
	x.open()
	return x.dialog.Hide
}

// open shows the chooser, with the keys where a person begins.
func (x *Chooser) open() {
	var begin fyne.Focusable = x.files
	if x.Mode == Save {
		begin = x.name
	}
	x.dialog.Show(begin)
	if x.Mode == Save {
		x.selectStem()
	}
	x.visit(start(x.At), "")
	x.findPlaces()
}

// start is the folder to begin in.
func start(at string) string {
	if at = FolderOr(at); at == "" {
		at = string(filepath.Separator)
	}
	return at
}

// visit lists a folder, and then chooses what is called seek there.
func (x *Chooser) visit(path, seek string) {
	x.asked.path, x.seek, x.typed = filepath.Clean(path), seek, ""
	x.closeTyping()
	x.crumbs.show(x.asked.path)
	x.up.SetEnabled(x.asked.path != filepath.Dir(x.asked.path))
	x.settle()
	x.markPlace()
	x.files.fill(0, nil)
	x.refresh()
}

// refresh lists the folder anew.
func (x *Chooser) refresh() {
	if x.waiting != nil {
		x.waiting()
	}
	x.waiting = x.scope.After(slow, func() { x.tell(parts.CueBusy, x.h.T("chooser.reading")) })
	x.tell("", "")
	x.asked.turn++
	x.asked.lang, x.asked.names, x.asked.folders = x.h.State().Lang, true, x.Mode == Folder
	x.lists.Request(x.asked)
}

// arrive shows what is in the folder.
func (x *Chooser) arrive(a asked, l listing, err error) {
	if x.waiting != nil {
		x.waiting()
		x.waiting = nil
	}
	chosen := x.seek
	if i := x.files.chosen; i >= 0 && i < len(x.listing.items) && x.files.n > 0 {
		chosen = x.listing.items[i].name
	}
	again := !a.names && err == nil && x.files.n == len(l.items)
	x.listing = l
	if again { // sizes and times have come
		x.files.again(x.line)
	} else {
		x.files.fill(len(l.items), x.line)
	}
	cue := parts.CueNothing
	if err != nil {
		cue = parts.CueFault
	}
	x.tell(cue, x.state(err))
	if l.clipped {
		x.say(x.h.T("chooser.clipped", arg("N", x.h.Printer().Int(mostItems))), false)
	}
	if chosen != "" {
		for i := range l.items {
			if l.items[i].name == chosen {
				x.files.mark(i)
			}
		}
	}
	x.follow()
	if l.bare && err == nil {
		a.names = false
		x.asked = a
		x.lists.Request(a)
	}
}

// state says what is to be said in place of files; "": nothing.
func (x *Chooser) state(err error) string {
	switch name := shownName(filepath.Base(x.asked.path)); {
	case err != nil:
		x.h.Log.WithError(err).Info("list a folder")
		return x.fault(err, name)
	case len(x.listing.items) > 0:
		return ""
	case x.listing.others > 0:
		return x.h.Printer().N("chooser.others", x.listing.others)
	case x.Mode == Folder:
		return x.h.T("chooser.noFolders")
	}
	return x.h.T("chooser.empty")
}

// line is a row of the list of files.
func (x *Chooser) line(i int) row {
	it := &x.listing.items[i]
	r := row{icon: ftheme.FileIcon(), text: it.shown}
	if it.folder {
		r.icon = ftheme.FolderIcon()
	}
	if !it.at.IsZero() {
		r.time = when(x.h.Printer(), it.at, now())
		if !it.folder {
			r.size = extent(x.h.Printer(), it.size)
		}
	}
	return r
}

// chosen is the row that is chosen; nil if none is.
func (x *Chooser) chosen() *item {
	if i := x.files.chosen; i >= 0 && i < len(x.listing.items) {
		return &x.listing.items[i]
	}
	return nil
}

// follow keeps buttons and words in step with what is chosen.
func (x *Chooser) follow() {
	it := x.chosen()
	switch x.Mode {
	case File:
		x.yes.SetEnabled(it != nil && !x.looking)
	case Save:
		x.yes.SetEnabled(strings.TrimSpace(x.name.Text) != "" && !x.looking)
	case Folder:
		x.label.Text = x.h.T("chooser.taken", arg("Path", shownName(x.folder())))
		x.yes.SetEnabled(!x.looking)
	}
	x.body.Refresh()
}

// folder is the one that Folder would take: that which is chosen, else that which is
// listed.
func (x *Chooser) folder() string {
	if it := x.chosen(); it != nil {
		return filepath.Join(x.asked.path, it.name)
	}
	return x.asked.path
}

// pick chooses a row.
func (x *Chooser) pick(i int) {
	it := &x.listing.items[i]
	x.settle()
	if x.Mode == Save && !it.folder {
		x.real = it.name
		x.name.SetText(it.shown)
	}
	x.follow()
}

// enter opens a row: a folder is listed, a file is chosen.
func (x *Chooser) enter(i int) {
	it := &x.listing.items[i]
	path := filepath.Join(x.asked.path, it.name)
	if it.folder {
		x.visit(path, "")
		return
	}
	x.pick(i)
	x.choose()
}

// goUp lists the folder that the one at hand is in.
func (x *Chooser) goUp() {
	if dir := filepath.Dir(x.asked.path); dir != x.asked.path {
		x.visit(dir, filepath.Base(x.asked.path))
	}
}

// shortcuts are those that the chooser hears, whatever has the keys.
func (x *Chooser) shortcuts() map[fyne.Shortcut]func() {
	return map[fyne.Shortcut]func(){
		&desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: fyne.KeyModifierShortcutDefault}: func() { x.typePath("") },
		&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt}:            x.goUp,
	}
}

// bind has the window hear the shortcuts while the chooser is open.
func (x *Chooser) bind() {
	c := x.Window.Canvas()
	add := func(s fyne.Shortcut, do func(fyne.Shortcut)) {
		c.AddShortcut(s, do)
		x.undoShortcut = append(x.undoShortcut, s)
	}
	for s, do := range x.shortcuts() {
		add(s, func(fyne.Shortcut) { do() })
	}
	add(&fyne.ShortcutPaste{}, func(fyne.Shortcut) { x.paste() })
}

// paste lets the path be typed, beginning with what is on the clipboard.
func (x *Chooser) paste() { x.typePath(fyne.CurrentApp().Clipboard().Content()) }

func (x *Chooser) unbind() {
	for _, s := range x.undoShortcut {
		x.Window.Canvas().RemoveShortcut(s)
	}
}

// heard does what a shortcut is for while a line to write in has the keys.
func (x *Chooser) heard(s fyne.Shortcut) bool {
	for own, do := range x.shortcuts() {
		if own.ShortcutName() == s.ShortcutName() {
			do()
			return true
		}
	}
	return false
}

// kinds lists the kinds of files and, last, all.
func (x *Chooser) kinds() (labels []string) {
	for _, k := range x.Kinds {
		labels = append(labels, k.Label)
	}
	return append(labels, x.h.T("chooser.all"))
}

// setKind lists the files of a kind.
func (x *Chooser) setKind(i int) {
	x.asked.endings = ""
	if i >= 0 && i < len(x.Kinds) {
		x.asked.endings = strings.Join(x.Kinds[i].Endings, " ")
	}
}

// showSecrets lists what is hidden, or no more.
func (x *Chooser) showSecrets() {
	x.asked.hidden = !x.asked.hidden
	x.secrets.Set(x.secret())
	x.refresh()
}

func (x *Chooser) secret() scene.Option {
	return scene.Option{Label: x.h.T("chooser.hidden"), On: x.asked.hidden}
}

// sortBy lists by a column, once more the other way round. Times begin with the
// newest, sizes with the largest.
func (x *Chooser) sortBy(c column) {
	if x.asked.by == c {
		x.asked.down = !x.asked.down
	} else {
		x.asked.order = order{c, c != byName}
	}
	if it := x.chosen(); it != nil {
		x.seek = it.name
	}
	x.head()
	x.files.fill(0, nil)
	x.refresh()
}

// head says the columns, and by which of them the files stand.
func (x *Chooser) head() {
	for c, key := range []string{"chooser.name", "chooser.size", "chooser.time"} {
		x.files.heads[c] = x.h.T(key)
		if x.asked.by == column(c) {
			x.files.heads[c] += map[bool]string{false: " ↑", true: " ↓"}[x.asked.down]
		}
	}
}
