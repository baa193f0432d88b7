// Package docview is the documents pane: the list of documents and the reader
// that shows what a document or a meeting says, statement by statement.
package docview

import (
	"context"
	"net/url"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/work"
)

// View is the documents pane.
type View struct {
	widget.BaseWidget

	// OnLink opens an address that [dataset.Link] takes after the person has agreed.
	OnLink func(*url.URL)

	// OnSave saves the page as PDF; nil: it cannot be.
	OnSave func()

	// OnFound hears which of the passages with a word searched for is stepped on,
	// such as "3 of 17"; "" is none. It may be nil.
	OnFound func(text string)

	// OnAttach asks for the original of a document; nil: none can be attached.
	OnAttach func()

	h             *host.Host
	title         *canvas.Text
	count         *canvas.Text
	back, forward *parts.Button
	attach        *parts.Button
	trail         trail
	line          *canvas.Rectangle
	list          *list
	ring          *canvas.Rectangle // round the list, when it has the focus
	reader        *reader
	original      *attachment
	terms         *work.Latest[glossary, struct{}] // reads large data for terms
	look          look
	stale         bool // the view has changed while the pane did not show
}

// look is what all blocks are built for.
type look struct {
	lang  string
	other string // language of second names
	theme state.Theme
	size  float64
}

// glossary is what is read for terms before the page of one can be made.
type glossary struct {
	room *scene.Room
	lang string
}

// New returns a pane that follows the view as long as the scope lives.
func New(scope *host.Scope) *View {
	h := scope.Host
	v := &View{
		h: h, title: canvas.NewText("", h.Palette().Ink),
		count: canvas.NewText("", h.Palette().InkMuted), line: parts.Hairline(h), list: newList(h), ring: canvas.NewRectangle(nil),
	}
	v.ring.StrokeWidth = 2
	v.ring.Hide()
	v.list.onFocus = func(in bool) {
		v.ring.StrokeColor = h.Palette().Accent
		parts.SetShown(v.ring, in)
		v.ring.Refresh()
	}
	v.back = parts.NewButton(h, ftheme.NavigateBackIcon(), "", "", v.Back)
	v.forward = parts.NewButton(h, ftheme.NavigateNextIcon(), "", "", v.Forward)
	v.attach = parts.NewButton(h, ftheme.MailAttachmentIcon(), "", "", func() {
		if v.OnAttach != nil {
			v.OnAttach()
		}
	})
	v.reader = newReader(h, v.act, v.menu)
	v.list.menu = v.menu
	v.original = newAttachment(scope, v)
	v.reader.found = func(text string) {
		if v.OnFound != nil {
			v.OnFound(text)
		}
	}
	v.terms = host.Latest(scope, func(_ context.Context, g glossary) (struct{}, error) {
		scene.FindTerms(g.room, g.lang)
		return struct{}{}, nil
	}, func(glossary, struct{}, error) { v.see(v.now()) })
	host.WatchHints(scope, func(x *host.Hints) {
		v.list.hints = x
		v.list.Refresh()
	})
	v.ExtendBaseWidget(v)
	type part struct {
		state.Subject
		state.Focus
		look look
	}
	host.Watch(scope, func(s state.State) part {
		return part{s.Subject, s.Focus, lookOf(s)}
	}, func(p part) { v.see(p.look) })
	host.WatchData(scope, func() {
		v.trail.keep(func(f state.Focus) bool { return scene.Known(h.Room.Data, state.View{Focus: f}).Focus == f })
		v.see(v.now())
	})
	return v
}

func lookOf(s state.State) look { return look{s.Lang, s.SecondLang, s.Theme, s.TextSize} }

func (v *View) now() look { return lookOf(v.h.State()) }

// see follows the view where the pane shows; where it does not, a lesson turns to
// scene after scene, and nothing is built for any of them.
func (v *View) see(l look) {
	if v.Visible() {
		v.follow(l)
		return
	}
	v.trail.turned(v.h.State().Focus)
	if !v.stale && v.OnFound != nil {
		v.OnFound("")
	}
	v.stale = true
}

// due builds what was not while the pane did not show.
func (v *View) due() {
	if v.stale {
		v.follow(v.now())
	}
}

// Show shows the pane as the view now is.
func (v *View) Show() {
	v.due()
	v.BaseWidget.Show()
}

// Reader is the part that takes the keyboard.
func (v *View) Reader() fyne.Focusable { return v.reader }

// List is the list of documents.
func (v *View) List() fyne.Focusable { return v.list }

// Step goes to the next passage with a word searched for, or by -1 to the one
// before, from the last one on to the first.
func (v *View) Step(by int) {
	v.due()
	v.hand().stepFound(by)
}

func (v *View) follow(l look) {
	h, s, p, sel, pal := v.h, v.h.State(), v.h.Printer(), v.h.Selection(), v.h.Palette()
	if scene.Behind(h.Room, s, p.Lang()) { // the page before stands until then
		v.terms.Request(glossary{h.Room, p.Lang()})
		return
	}
	fresh := l != v.look
	v.look, v.stale = l, false
	if fresh {
		v.line.FillColor = pal.Hairline
		v.title.Color, v.title.TextSize, v.title.TextStyle.Bold = pal.Ink, parts.Scaled(h, theme.Lead), true
		v.count.Color, v.count.TextSize = pal.InkMuted, parts.Scaled(h, theme.Body)
	}
	v.title.Text = h.T("shell.documents")
	v.count.Text = h.T("shell.countOf", i18n.Args{"N": len(sel.Documents), "Total": len(h.Room.Data.Documents)})
	v.trail.turned(s.Focus)
	_, behind := v.trail.back()
	_, ahead := v.trail.forward()
	v.back.Set("", h.T("shell.pageBack"))
	v.forward.Set("", h.T("shell.pageForward"))
	v.attach.Set("", h.T("shell.attachTip"))
	v.attach.SetEnabled(scene.ReadDocument(h.Room, s) != "")
	v.back.SetEnabled(behind)
	v.forward.SetEnabled(ahead)
	v.list.show(scene.DocumentList(h.Room, sel, s, p))
	v.reader.show(scene.Reader(h.Room, sel, s, p), s.Query, fresh)
	v.original.follow(s, fresh)
	v.Refresh()
}

// act does what a block is for.
func (v *View) act(b scene.Block) {
	if b.Kind != scene.LinkBlock {
		v.h.Dispatch(b.Action)
		return
	}
	if u, err := dataset.Link(b.ID); err != nil {
		v.h.Say(v.h.T("shell.linkRefused"))
	} else if v.OnLink != nil {
		v.OnLink(u)
	}
}

// menu offers what can be done with a block, and to save the page.
func (v *View) menu(b scene.Block, at fyne.Position) {
	if b.Text == "" {
		return
	}
	h := v.h
	x, ok := scene.ThingOf(h.Room, b, h.Printer())
	if !ok { // a part of the page, which is of the thing that heads it
		x, _ = scene.ThingOf(h.Room, v.reader.flow.block(0), h.Printer())
	}
	if chosen := v.chosenText(); chosen != "" {
		x.Text = chosen
	} else if !ok {
		x.Text = Plain(b)
	}
	var more []*fyne.MenuItem
	if item := v.compare(b); item != nil {
		more = append(more, item)
	}
	if v.OnSave != nil {
		more = append(more, fyne.NewMenuItem(h.T("shell.savePage"), v.OnSave))
	}
	parts.PopUp(v, at, parts.ContextMenu(h, x, more...))
}

// mostTexts is how many documents the menu of comparisons lists; of more those with
// the most statements.
const mostTexts = 40

// compare offers the documents that the block's, or that which is read, can be compared
// with; nil if there is none.
func (v *View) compare(b scene.Block) *fyne.MenuItem {
	h := v.h
	document := b.ID
	if h.Room.Data.Document(document) == nil {
		document = scene.ReadDocument(h.Room, h.State())
	}
	with := scene.ComparableTexts(h.Room, document, h.Printer())
	if len(with) == 0 || h.Present {
		return nil
	}
	item := fyne.NewMenuItem(h.T("panes.compareTexts"), nil)
	item.ChildMenu = fyne.NewMenu("")
	for _, o := range scene.Most(with, mostTexts) {
		item.ChildMenu.Items = append(item.ChildMenu.Items, fyne.NewMenuItem(o.Label+" · "+h.Printer().Int(o.Count), func() {
			h.Store.Break()
			h.Dispatch(scene.CompareTexts(h.Room, document, o.Code))
		}))
	}
	return item
}

// Plain is a block as text for the clipboard: a statement goes with its
// evidence.
func Plain(b scene.Block) string {
	if b.Kind != scene.StatementBlock {
		return b.Text
	}
	evidence := append([]string{b.ID, b.StatusLabel}, b.Badges...)
	if b.Speaker != "" {
		evidence = append(evidence, b.Speaker)
	}
	return b.Text + " [" + strings.Join(evidence, "; ") + "]"
}

// CreateRenderer is for Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(v) }

// Least implements parts.Drawn.
func (v *View) Least() fyne.Size { return fyne.NewSize(200, 160) }

// Paint implements parts.Drawn: follow has done it.
func (v *View) Paint() {}

// Place implements parts.Drawn.
func (v *View) Place(size fyne.Size) {
	high := parts.Scaled(v.h, 18) + theme.Space3
	left := float32(theme.Space1)
	for _, b := range []*parts.Button{v.back, v.forward} {
		m := b.MinSize()
		b.Resize(m)
		b.Move(fyne.NewPos(left, theme.Space2+(high-m.Height)/2))
		left += m.Width
	}
	m := v.title.MinSize()
	v.title.Resize(m)
	v.title.Move(fyne.NewPos(left+theme.Space1, theme.Space2+(high-m.Height)/2))
	m = v.attach.MinSize()
	v.attach.Resize(m)
	v.attach.Move(fyne.NewPos(size.Width-theme.Space1-m.Width, theme.Space2+(high-m.Height)/2))
	c := v.count.MinSize()
	v.count.Resize(c)
	v.count.Move(fyne.NewPos(size.Width-theme.Space2-m.Width-c.Width, theme.Space2+(high-c.Height)/2))
	y := high + theme.Space3
	rows := min(v.list.height(), size.Height*v.original.listShare(size))
	v.list.Resize(fyne.NewSize(size.Width, rows))
	v.list.Move(fyne.NewPos(0, y))
	v.ring.Resize(fyne.NewSize(size.Width-2, rows+2))
	v.ring.Move(fyne.NewPos(1, y-1))
	y += rows + theme.Space2
	v.line.Resize(fyne.NewSize(size.Width-2*margin, 1))
	v.line.Move(fyne.NewPos(margin, y))
	page := v.original.place(fyne.NewPos(0, y+1), fyne.NewSize(size.Width, max(size.Height-y-1, 0)))
	v.reader.Resize(page)
	v.reader.Move(fyne.NewPos(0, y+1))
}

// Pieces implements parts.Drawn.
func (v *View) Pieces() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{v.back, v.forward, v.title, v.count, v.attach, v.list, v.ring, v.line, v.reader}, v.original.pieces()...)
}
