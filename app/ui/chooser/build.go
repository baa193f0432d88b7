package chooser

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Size of the chooser at size of type 1, where the window has room.
const (
	width, height = 860, 520
	sideWide      = 190
)

func newChooser(scope *host.Scope, c Config) *Chooser {
	h := scope.Host
	t := h.T
	x := &Chooser{Config: c, scope: scope, h: h}
	x.lists = host.Latest(scope, list, x.arrive)
	x.side, x.files, x.crumbs = newRows(h), newRows(h), newCrumbs(h)
	x.side.once, x.side.onOpen = true, func(i int) { x.visitPlace(i) }
	x.files.onSelect, x.files.onOpen, x.files.onHead, x.files.onText = x.pick, x.enter, x.sortBy, x.letter
	keys := x.files.OnKey
	x.files.OnKey = func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyBackspace:
			x.goUp()
			return true
		case fyne.KeyF5:
			x.refresh()
			return true
		}
		return keys(ev)
	}
	x.crumbs.onGo, x.crumbs.onType = func(p string) { x.visit(p, ""); x.focusFiles() }, func() { x.typePath("") }
	x.head()
	x.up = parts.NewButton(h, ftheme.MoveUpIcon(), "", t("chooser.up"), x.goUp)
	x.fresh = parts.NewButton(h, ftheme.FolderNewIcon(), "", t("chooser.newFolderTip"), x.newFolder)
	x.path, x.name = parts.NewEntry(h), parts.NewEntry(h)
	x.path.OnShortcut, x.name.OnShortcut = x.heard, x.heard
	x.path.OnSubmitted = func(text string) { x.typedPath(text) }
	x.path.Hide()
	x.closeTyping = func() {
		if x.typing {
			x.typing = false
			x.path.Hide()
			x.crumbs.Show()
		}
	}
	x.path.OnFocus = func(in bool) {
		if !in {
			x.closeTyping()
		}
	}
	x.name.SetText(c.Name)
	x.name.OnChanged = func(string) { x.settle(); x.follow() }
	x.name.OnSubmitted = func(string) { x.choose() }
	x.label = parts.Text(t("chooser.fileName"), parts.Scaled(h, theme.Body), false, h.Palette().InkMuted)
	x.filter = parts.NewSelect(h, x.kinds())
	x.filter.SetSelectedIndex(0)
	x.setKind(0)
	x.filter.OnChanged = func(string) {
		x.setKind(x.filter.SelectedIndex())
		x.refresh()
	}
	x.secrets = parts.NewCheck(h, x.secret(), false, x.showSecrets)
	x.message = parts.NewParagraph("", parts.Scaled(h, theme.Body), false, h.Palette().Ink)
	x.inside = parts.NewNotice(h, false)
	x.no = parts.NewButton(h, nil, t("shell.cancel"), "", x.leave)
	x.yes = parts.NewButton(h, nil, c.Yes, "", x.choose)
	if c.Mode != Save {
		x.name.Hide()
		x.label.Hidden = c.Mode == File
	}
	if c.Mode == Folder {
		x.filter.Hide()
	}
	x.body = container.New(layout{x}, x.up, x.crumbs, x.path, x.fresh, x.side, x.files, x.label, x.name, x.filter, x.secrets, x.inside, x.message)
	x.dialog = parts.NewDialog(h, c.Window.Canvas(), c.Title, width, x.body, func(float32) float32 { return parts.Scaled(h, height) }, x.no, x.yes)
	return x
}

// tell says something in place of files.
func (x *Chooser) tell(cue parts.Cue, text string) {
	x.inside.Say(cue, text)
	parts.SetShown(x.inside, text != "")
}

// say says something below the files.
func (x *Chooser) say(text string, fault bool) {
	ink := x.h.Palette().InkMuted
	if fault {
		ink = x.h.Palette().Warning
	}
	fresh := parts.NewParagraph(text, parts.Scaled(x.h, theme.Body), false, ink)
	for i, o := range x.body.Objects {
		if o == x.message {
			x.body.Objects[i] = fresh
		}
	}
	x.message = fresh
	x.body.Refresh()
}

// focusFiles gives the keys to the files.
func (x *Chooser) focusFiles() { x.Window.Canvas().Focus(x.files) }

// typePath lets the path be typed, beginning with text; "": with the path at hand.
func (x *Chooser) typePath(text string) {
	x.typing = true
	x.crumbs.Hide()
	x.path.Show()
	if text = strings.TrimSpace(text); text != "" {
		x.path.SetText(text)
		x.path.CursorColumn = len([]rune(text))
	} else {
		whole := shownName(x.asked.path)
		if !strings.HasSuffix(whole, string(filepath.Separator)) {
			whole += string(filepath.Separator)
		}
		x.path.SetText(whole)
		x.path.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	x.body.Refresh()
	x.Window.Canvas().Focus(x.path)
}

// typedPath goes to a path that was typed.
func (x *Chooser) typedPath(text string) {
	switch strings.TrimRight(text, string(filepath.Separator)) {
	case "":
		if text == "" {
			return
		}
	case strings.TrimRight(shownName(x.asked.path), string(filepath.Separator)):
		x.closeTyping() // the path at hand, whatever bytes it has
		x.focusFiles()
		return
	}
	x.look(resolve(text, x.asked.path))
}

// letter looks for the file whose name begins with what is typed; what begins a path
// begins one.
func (x *Chooser) letter(r rune) {
	if x.typed == "" && (r == '/' || r == '~' || r == '\\') {
		x.typePath(string(r))
		return
	}
	if x.typed == "" && r == ' ' {
		return
	}
	x.typed += strings.ToLower(string(r))
	if x.forget != nil {
		x.forget()
	}
	x.forget = x.scope.After(typing, func() { x.typed = "" })
	from, once := x.files.chosen, strings.Trim(x.typed, string([]rune(x.typed)[:1])) == ""
	if from < 0 || !once {
		from--
	}
	look := x.typed
	if once { // one letter again and again leads from name to name
		look = string([]rune(x.typed)[:1])
	}
	for _, want := range []string{x.typed, look} {
		for k := 1; k <= len(x.listing.items); k++ {
			i := (max(from, -1) + k) % len(x.listing.items)
			if strings.HasPrefix(strings.ToLower(x.listing.items[i].shown), want) {
				x.files.choose(i)
				return
			}
		}
	}
}

// layout puts the parts of a chooser in their places.
type layout struct{ x *Chooser }

// MinSize is small: the window decides.
func (l layout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 10) }

func (l layout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	x := l.x
	put := func(o fyne.CanvasObject, at fyne.Position, w, h float32) {
		o.Move(at)
		o.Resize(fyne.NewSize(w, h))
	}
	side := min(parts.Scaled(x.h, sideWide), size.Width*0.3)
	left := side + theme.Space4
	put(x.side, fyne.NewPos(0, 0), side, size.Height)

	bar := max(x.crumbs.MinSize().Height, x.path.MinSize().Height)
	up, fresh := x.up.MinSize().Width, x.fresh.MinSize().Width
	put(x.up, fyne.NewPos(left, 0), up, bar)
	put(x.fresh, fyne.NewPos(size.Width-fresh, 0), fresh, bar)
	at, w := left+up+theme.Space1, size.Width-left-up-fresh-2*theme.Space1
	put(x.crumbs, fyne.NewPos(at, 0), w, bar)
	put(x.path, fyne.NewPos(at, 0), w, bar)

	y, w := size.Height, size.Width-left
	high := max(x.filter.MinSize().Height, x.secrets.MinSize().Height)
	y -= high
	secrets := x.secrets.MinSize()
	if x.filter.Visible() {
		wide := min(parts.Scaled(x.h, 300), w-secrets.Width-theme.Space3)
		put(x.filter, fyne.NewPos(left, y), wide, high)
		put(x.secrets, fyne.NewPos(left+wide+theme.Space3, y+(high-secrets.Height)/2), secrets.Width, secrets.Height)
	} else {
		put(x.secrets, fyne.NewPos(left, y+(high-secrets.Height)/2), secrets.Width, secrets.Height)
	}
	label := x.label.MinSize()
	switch x.Mode {
	case Save:
		row := x.name.MinSize().Height
		y -= row + theme.Space2
		put(x.label, fyne.NewPos(left, y+(row-label.Height)/2), label.Width, label.Height)
		put(x.name, fyne.NewPos(left+label.Width+theme.Space2, y), w-label.Width-theme.Space2, row)
	case Folder:
		y -= label.Height + theme.Space2
		x.label.Text = parts.Shorten(x.label.Text, x.label.TextSize, false, w)
		put(x.label, fyne.NewPos(left, y), w, label.Height)
	case File:
	}
	if x.message.Text() != "" {
		said := x.message.HeightFor(w)
		y -= said + theme.Space2
		put(x.message, fyne.NewPos(left, y), w, said)
	}
	top := bar + theme.Space2
	put(x.files, fyne.NewPos(left, top), w, max(y-theme.Space2-top, 1))
	put(x.inside, fyne.NewPos(left, top+x.files.first()), w, max(y-theme.Space2-top-x.files.first(), 1))
}
