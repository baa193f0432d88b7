// Package manual is the book about the program as the window shows it: contents and
// a search at the left, a chapter with its pictures at the right.
package manual

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/manual"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/assets"
)

// Config is what the manual is opened with.
type Config struct {
	Room func() (*scene.Room, error) // the data that ship, from which it is filled; called on any goroutine
	Keys []manual.Block              // the rows of the chapter of keys
	Show func(state.View)            // shows the view of a picture in the window, whose data it has; nil: it cannot
}

// View is the manual. It lives as long as the scope that it is made in.
type View struct {
	widget.BaseWidget

	h    *host.Host
	cfg  Config
	book *manual.Book // nil until it is read
	now  int          // the chapter that shows; -1: none

	search   *parts.Entry
	found    *parts.Paragraph // what the search found
	contents *contents
	list     *container.Scroll
	page     *page
	line     *canvas.Rectangle
}

// New returns the manual, which is read behind the window.
func New(scope *host.Scope, cfg Config) *View {
	v := &View{h: scope.Host, cfg: cfg, now: -1, line: parts.Hairline(scope.Host)}
	v.search = parts.NewEntry(v.h)
	v.search.SetPlaceHolder(v.h.T("manual.search"))
	v.search.OnChanged = func(string) { v.look() }
	v.search.OnKey = v.searchKey
	v.found = parts.NewParagraph("", parts.Scaled(v.h, theme.Small), false, v.h.Palette().InkMuted)
	v.contents = newContents(v.h, v.visit)
	v.list = container.NewVScroll(v.contents)
	v.contents.seen = func(y, high float32) { into(v.list, y, high) }
	v.page = newPage(scope, v)
	v.ExtendBaseWidget(v)
	work := host.Latest(scope, func(_ context.Context, p *i18n.Printer) (*manual.Book, error) {
		room, err := cfg.Room()
		if err != nil {
			return nil, err
		}
		book, err := manual.Open(assets.Manual(), room, p, cfg.Keys)
		if book == nil {
			return nil, err
		}
		return book, nil // a hole that is not filled says so in its place
	}, func(_ *i18n.Printer, book *manual.Book, err error) {
		if err != nil {
			v.h.Log.WithError(err).Error("manual")
			v.found = parts.NewParagraph(v.h.T("manual.unread"), parts.Scaled(v.h, theme.Small), false, v.h.Palette().Ink)
			v.Refresh()
			return
		}
		v.book = book
		v.look()
	})
	work.Request(v.h.Printer())
	return v
}

// First is what has the focus when the manual opens.
func (v *View) First() fyne.Focusable { return v.search }

// Key hears what nothing in the manual wanted, and reports whether it is for it.
func (v *View) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyPageUp, fyne.KeyPageDown:
		return v.page.key(ev)
	}
	return false
}

// searchKey hears a key in the search before the entry does.
func (v *View) searchKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyEscape:
		if v.search.Text == "" {
			return false
		}
		v.search.SetText("")
	case fyne.KeyReturn, fyne.KeyEnter:
		v.contents.step(1)
	case fyne.KeyDown:
		v.contents.Grab()
		v.contents.step(0)
	case fyne.KeyPageUp, fyne.KeyPageDown:
		v.page.key(&fyne.KeyEvent{Name: name})
	default:
		return false
	}
	return true
}

// look lists what the search finds, or else the contents, and shows the first of it.
func (v *View) look() {
	if v.book == nil {
		return
	}
	said, query := "", v.search.Text
	list := v.book.Sections()
	if query != "" {
		list = v.book.Find(query)
		said = v.h.Printer().N("manual.found", len(list))
		if len(list) == 0 {
			said = v.h.T("manual.none", i18n.Args{"Text": parts.Clip(query, 40)})
		}
	}
	v.found = parts.NewParagraph(said, parts.Scaled(v.h, theme.Small), false, v.h.Palette().InkMuted)
	v.contents.fill(v.book, list, query == "")
	v.Refresh()
	switch {
	case len(list) > 0 && (query != "" || v.now < 0):
		v.visit(list[0])
	case v.now >= 0:
		v.page.mark(dataset.NewQuery(query))
	}
}

// visit shows a section.
func (v *View) visit(s manual.Section) {
	if v.now != s.Chapter {
		v.now = s.Chapter
		v.page.show(v.book, s.Chapter)
	}
	v.contents.open(s)
	v.page.mark(dataset.NewQuery(v.search.Text))
	v.page.leadTo(s)
}

// into scrolls as little as brings a part of the content into sight.
func into(s *container.Scroll, y, high float32) {
	at := s.Offset.Y
	at = max(min(at, y), y+high-s.Size().Height)
	s.ScrollToOffset(fyne.NewPos(0, max(at, 0)))
}

// CreateRenderer is for Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(v) }

// Least implements parts.Drawn. The dialog has the room.
func (v *View) Least() fyne.Size { return fyne.NewSize(320, 200) }

// Paint implements parts.Drawn.
func (v *View) Paint() { v.line.FillColor = v.h.Palette().Hairline }

// Place implements parts.Drawn.
func (v *View) Place(size fyne.Size) {
	side := min(parts.Scaled(v.h, 220), size.Width*0.3)
	m := v.search.MinSize()
	v.search.Move(fyne.NewPos(0, 0))
	v.search.Resize(fyne.NewSize(side, m.Height))
	y := m.Height + theme.Space3
	if v.found.Text() != "" {
		high := v.found.HeightFor(side)
		v.found.Move(fyne.NewPos(0, y))
		v.found.Resize(fyne.NewSize(side, high))
		y += high + theme.Space2
	}
	v.list.Move(fyne.NewPos(0, y))
	v.list.Resize(fyne.NewSize(side, max(size.Height-y, 1)))
	v.line.Move(fyne.NewPos(side+theme.Space4, 0))
	v.line.Resize(fyne.NewSize(1, size.Height))
	left := side + 2*theme.Space4
	v.page.Move(fyne.NewPos(left, 0))
	v.page.Resize(fyne.NewSize(size.Width-left, size.Height))
}

// Pieces implements parts.Drawn.
func (v *View) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.search, v.found, v.list, v.line, v.page}
}
