package docview

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/work"
)

// attachment is the original of the document that is shown, if the person has
// attached it: beside its page where the pane is wide, else below it.
type attachment struct {
	v             *View
	scope         *host.Scope
	shelf         *original.Shelf
	loader        *work.Latest[asked, *scene.Reading]
	asked         asked
	reading       *scene.Reading // nil: none is attached
	changing      bool           // something is being done to the attached text
	title         *canvas.Text
	line          *canvas.Rectangle
	vouch, detach *parts.Button
	reader        *reader
}

// asked is the document whose text is wanted; turn grows when the shelf changes.
type asked struct {
	room     *scene.Room
	document string
	turn     int
}

func newAttachment(scope *host.Scope, v *View) *attachment {
	h := scope.Host
	b := &attachment{v: v, scope: scope, title: canvas.NewText("", nil), line: parts.Hairline(h), reader: newReader(h, v.act, v.menu)}
	b.reader.middle = true
	b.reader.found = func(text string) {
		if v.OnFound != nil {
			v.OnFound(text)
		}
	}
	b.vouch = parts.NewButton(h, ftheme.ConfirmIcon(), "", "", func() { b.change(attest, "") })
	b.detach = parts.NewButton(h, ftheme.CancelIcon(), "", "", func() { b.change((*original.Shelf).Detach, h.T("shell.detached")) })
	b.show(nil)
	return b
}

// SetShelf says where the texts are that a person has attached.
func (v *View) SetShelf(scope *host.Scope, s *original.Shelf) {
	b, h := v.original, v.h
	b.shelf = s
	b.loader = host.Latest(scope, func(_ context.Context, k asked) (*scene.Reading, error) {
		x := k.room.Data.Document(k.document)
		if x == nil {
			return nil, nil
		}
		return scene.NewReading(k.room, k.document, s.Find(k.room.Data, x)), nil
	}, func(_ asked, t *scene.Reading, _ error) {
		b.show(t)
		if v.stale {
			return // Show sets it
		}
		b.page(h.State(), false)
		v.Refresh()
		v.Place(v.Size())
	})
	b.asked.turn++
	b.ask(scene.ReadDocument(h.Room, h.State()))
}

// Attached says that a text was attached or detached.
func (v *View) Attached() {
	v.original.asked.turn++
	v.original.ask(scene.ReadDocument(v.h.Room, v.h.State()))
}

// Original is the text that is shown; nil if none is.
func (v *View) Original() *scene.Reading { return v.original.reading }

// hand is the part of the pane that a person works in.
func (v *View) hand() *reader {
	if b := v.original; b.reading != nil && (b.reader.Focused() || !b.reader.flow.chosen.empty()) {
		return b.reader
	}
	return v.reader
}

// follow turns to the text of the document that is shown, or to the paragraph.
func (b *attachment) follow(s state.State, fresh bool) {
	if b.loader == nil {
		return
	}
	h := b.v.h
	document := scene.ReadDocument(h.Room, s)
	if document != b.asked.document || h.Room != b.asked.room {
		if h.Room != b.asked.room || b.reading != nil && b.reading.Document != document {
			b.show(nil)
		}
		b.ask(document)
	}
	b.page(s, fresh)
}

func (b *attachment) ask(document string) {
	if b.loader != nil {
		b.asked.document, b.asked.room = document, b.v.h.Room
		b.loader.Request(b.asked)
	}
}

// show takes a text over, or none.
func (b *attachment) show(t *scene.Reading) {
	b.reading = t
	for _, o := range b.pieces() {
		parts.SetShown(o, t != nil)
	}
}

// page sets the text for the view.
func (b *attachment) page(s state.State, fresh bool) {
	t, h := b.reading, b.v.h
	if t == nil {
		return
	}
	pal := h.Palette()
	b.line.FillColor = pal.Hairline
	b.title.Text, b.title.Color, b.title.TextSize, b.title.TextStyle.Bold = h.T("shell.original"), pal.Ink, parts.Scaled(h, theme.Body), true
	b.vouch.Set("", h.T("shell.vouch")+"\n"+h.T("shell.vouchTip"))
	b.detach.Set("", h.T("shell.detach")+"\n"+h.T("shell.detachTip"))
	parts.SetShown(b.vouch, !t.Report.Verified && t.Text.Vouched == "")
	b.reader.show(t.Page(h.Room, s, h.Printer()), s.Query, fresh)
}

// change does something to the attached text, shows what came of it and says so. A text
// may be long, so the window does not wait; until it is done nothing else is done to it.
func (b *attachment) change(do func(*original.Shelf, *dataset.Dataset, *dataset.Document) error, said string) {
	h, t := b.v.h, b.reading
	if t == nil || b.changing {
		return
	}
	b.changing = true
	shelf, d := b.shelf, h.Room.Data
	go func() {
		err := do(shelf, d, d.Document(t.Document))
		b.scope.Do(func() {
			b.changing = false
			if err != nil {
				h.Log.WithError(err).Warn("original")
				said = h.T("shell.originalUnkept", i18n.Args{"Name": t.Text.Name})
			}
			if said != "" {
				h.Say(said)
			}
			b.v.Attached()
		})
	}()
}

// attest takes down that the person vouches for the text, today.
func attest(s *original.Shelf, d *dataset.Dataset, x *dataset.Document) error {
	return s.Vouch(d, x, time.Now())
}

// wide reports whether page and text stand side by side in a pane of the width.
func (b *attachment) wide(width float32) bool { return width >= 2*parts.Scaled(b.v.h, 330) }

// listShare is the most of the pane's height that the list of documents takes.
func (b *attachment) listShare(size fyne.Size) float32 {
	if b.reading == nil || b.wide(size.Width) {
		return 0.36
	}
	return 0.18
}

// place puts the text into its part of an area, and returns what is left for the
// page at the upper left.
func (b *attachment) place(at fyne.Position, size fyne.Size) (page fyne.Size) {
	if b.reading == nil {
		return size
	}
	head := parts.Scaled(b.v.h, 18) + theme.Space3
	if b.wide(size.Width) {
		page = fyne.NewSize(float32(int(size.Width*0.5)), size.Height)
		b.line.Move(at.AddXY(page.Width, theme.Space2))
		b.line.Resize(fyne.NewSize(1, max(size.Height-2*theme.Space2, 0)))
		at, size = at.AddXY(page.Width+1, 0), fyne.NewSize(size.Width-page.Width-1, size.Height)
	} else {
		page = fyne.NewSize(size.Width, float32(int(size.Height*0.4)))
		b.line.Move(at.AddXY(margin, page.Height))
		b.line.Resize(fyne.NewSize(size.Width-2*margin, 1))
		at, size = at.AddXY(0, page.Height+1), fyne.NewSize(size.Width, size.Height-page.Height-1)
	}
	m := b.title.MinSize()
	b.title.Resize(m)
	b.title.Move(at.AddXY(margin, (head-m.Height)/2+theme.Space1))
	right := size.Width - margin/2
	for _, o := range []*parts.Button{b.detach, b.vouch} {
		if o.Visible() {
			m := o.MinSize()
			right -= m.Width
			o.Resize(m)
			o.Move(at.AddXY(right, (head-m.Height)/2+theme.Space1))
		}
	}
	b.reader.Move(at.AddXY(0, head))
	b.reader.Resize(fyne.NewSize(size.Width, max(size.Height-head, 0)))
	return page
}

func (b *attachment) pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.line, b.title, b.vouch, b.detach, b.reader}
}
