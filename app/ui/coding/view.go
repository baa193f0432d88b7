// Package coding is the window in which a person codes a document: its text at the
// left, the fields of a statement at the right, what is coded so far below its
// paragraph.
package coding

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/draft"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Config is what a view is made of.
type Config struct {
	Draft  draft.Draft
	Older  bool // the newest draft could not be read: this is the one before it
	Text   *original.Attached
	Shelf  *draft.Shelf
	Finish func() // asks to save into the package, or to compare if it is blind
	About  func() // asks what is said of a new document; see [View.Describe]
	Close  func() // asks to leave
}

// View is the coding of a document.
type View struct {
	widget.BaseWidget

	h      *host.Host
	cfg    Config
	draft  draft.Draft
	places *draft.Places
	keep   *keeper
	said   string // in the line below the text
	called string // the title, whole

	title, count             *canvas.Text
	message                  *parts.Paragraph
	undo, redo, finish, shut *parts.Button
	about                    *parts.Button // shown of a new document
	add, remove              *parts.Button
	text                     *text
	form                     *form
	words                    *parts.Entry
	asked                    *canvas.Text // over the paraphrase
	head, foot, split        *canvas.Rectangle
}

// New returns a view that lives as long as the scope.
func New(scope *host.Scope, c Config) *View {
	h := scope.Host
	v := &View{h: h, cfg: c, draft: c.Draft}
	v.title, v.count, v.asked = parts.Text("", theme.Lead, true, nil), parts.Text("", theme.Body, false, nil), parts.Text("", theme.Small, true, nil)
	v.message = parts.NewParagraph("", theme.Small, false, nil)
	v.undo = parts.NewButton(h, ftheme.ContentUndoIcon(), "", "", v.Undo)
	v.redo = parts.NewButton(h, ftheme.ContentRedoIcon(), "", "", v.Redo)
	v.finish = parts.NewButton(h, nil, "", "", c.Finish)
	v.finish.Primary = true
	v.about = parts.NewButton(h, nil, "", "", c.About)
	v.shut = parts.NewButton(h, ftheme.CancelIcon(), "", "", c.Close)
	v.add = parts.NewButton(h, nil, "", "", v.Add)
	v.add.Primary = true
	v.remove = parts.NewButton(h, ftheme.DeleteIcon(), "", "", v.Remove)
	v.text = newText(h)
	v.text.choice, v.text.edit = v.choose, v.Edit
	back := func() { v.focus(v.text) }
	v.form = newForm(h, v.Write, v.Add, back)
	v.words = newEntry(h, true, v.Add, back)
	v.words.OnChanged = func(s string) { v.form.put(func(r *draft.Row) { r.Text = s }) }
	v.head, v.foot, v.split = canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	v.keep = newKeeper(scope, c.Shelf, func(err error) {
		h.Log.WithError(err).Warn("keep a draft")
		v.Say(h.T("coder.unkept"))
	})
	scope.OnClose(func() {
		if err := v.keep.flush(); err != nil {
			h.Log.WithError(err).Warn("keep a draft")
		}
	})
	v.ExtendBaseWidget(v)
	v.renew()
	if c.Older {
		v.said = h.T("coder.older")
	}
	type look struct {
		lang  string
		theme state.Theme
		size  float64
	}
	host.Watch(scope, func(s state.State) look { return look{s.Lang, s.Theme, s.TextSize} }, func(look) { v.dress() })
	host.WatchData(scope, func() { v.renew(); v.dress() })
	return v
}

// document is what is coded; nil if the package has none yet.
func (v *View) document() *dataset.Document { return v.h.Room.Data.Document(v.draft.Key.Document) }

// renew compares the text with the data at hand.
func (v *View) renew() {
	v.places = draft.NewPlaces(v.h.Room.Data, v.document(), &v.cfg.Text.Text)
	last := len(v.cfg.Text.Paragraphs) - 1
	form := v.draft.Form
	form.From, form.To = min(form.From, last), min(form.To, last)
	if meetings := v.meetings(); form.Meeting == "" && len(meetings) > 0 {
		form.Meeting = meetings[0]
	}
	v.draft = v.draft.Write(form)
}

func (v *View) meetings() []string {
	if x := v.document(); x != nil {
		return x.Meetings
	}
	if m := v.draft.New.Meeting; m != "" {
		return []string{m}
	}
	return nil
}

// dress takes over language and look.
func (v *View) dress() {
	h, p := v.h, v.h.Palette()
	name := v.draft.New.Lead()
	if v.document() != nil {
		name = scene.DocumentName(h.Room, v.draft.Key.Document, h.Printer())
	}
	key, tip, done := "coder.title", "coder.saveTip", "coder.save"
	if v.draft.Key.Blind {
		key, tip, done = "coder.titleBlind", "coder.compareTip", "coder.compare"
	}
	v.called = h.T(key, i18n.Args{"Document": parts.Clip(name, 200)})
	v.title.Color, v.title.TextSize = p.Ink, parts.Scaled(h, theme.Lead)
	v.count.Color, v.count.TextSize = p.InkMuted, parts.Scaled(h, theme.Body)
	v.asked.Text, v.asked.Color, v.asked.TextSize = h.T("coder.paraphrase"), p.InkMuted, parts.Scaled(h, theme.Small)
	v.words.SetPlaceHolder(h.T("coder.paraphraseHint"))
	v.head.FillColor, v.foot.FillColor, v.split.FillColor = p.Hairline, p.Hairline, p.Hairline
	v.undo.Set("", h.T("shell.undoTip"))
	v.redo.Set("", h.T("shell.redoTip"))
	v.finish.Set(h.T(done), h.T(tip))
	v.about.Set(h.T("coder.about"), h.T("coder.aboutTip"))
	parts.SetShown(v.about, v.draft.Key.Document == "")
	v.shut.Set(h.T("coder.close"), h.T("coder.closeTip"))
	v.remove.Set("", h.T("coder.removeTip"))
	v.form.build(scene.CodeFields(h.Room, v.meetings(), h.Printer()))
	v.show()
	v.Refresh()
}

// set takes over another draft, shows it and keeps it.
func (v *View) set(d draft.Draft) {
	renamed := d.New != v.draft.New
	v.draft = d
	v.keep.keep(d)
	if renamed { // the meeting to choose may be another
		v.renew()
		v.dress()
		return
	}
	v.show()
}

// show shows the draft.
func (v *View) show() {
	h, d := v.h, v.draft
	v.form.show(d.Form)
	v.words.Put(d.Form.Text)
	v.text.show(v.cfg.Text.Paragraphs, v.marks, d.Form.From, d.Form.To)
	v.count.Text = h.Printer().N("coder.count", len(d.Rows))
	_, back := d.Undo()
	_, forth := d.Redo()
	v.undo.SetEnabled(back)
	v.redo.SetEnabled(forth)
	v.finish.SetEnabled(len(d.Rows) > 0)
	label := "coder.add"
	if d.At >= 0 {
		label = "coder.change"
	}
	v.add.Set(h.T(label), h.T("coder.addTip"))
	v.remove.SetEnabled(v.removable() >= 0)
	v.hint()
	v.Place(v.Size())
	v.count.Refresh()
}

// hint is what stands below the text: what was said last, or what a coder can do.
func (v *View) hint() {
	h := v.h
	words := v.said
	if words == "" {
		words = h.T("coder.hint")
		if n := v.places.Astray(); n > 0 && !v.draft.Key.Blind {
			words = h.Printer().N("coder.astray", n) + " " + words
		}
	}
	if v.message.Text() != words || v.message.Size().Width == 0 {
		v.message = parts.NewParagraph(words, parts.Scaled(h, theme.Small), false, h.Palette().InkMuted)
		v.Refresh()
	}
}

// Say shows a sentence until something changes.
func (v *View) Say(words string) {
	v.said = words
	v.hint()
	v.Place(v.Size())
}

// marks is what is coded at a paragraph: by the package, unless it is coded blind,
// and in the draft.
func (v *View) marks(paragraph int) (out []mark) {
	d := v.h.Room.Data
	if !v.draft.Key.Blind {
		for _, id := range v.places.Coded(paragraph) {
			if s := d.Statement(id); s != nil {
				out = append(out, mark{-1, s.Status, v.form.name("domain", s.Domain) + " · " + v.form.name("status", s.Status), s.Text.In(v.h.Printer().Lang()), false})
			}
		}
	}
	for _, i := range v.draft.Of(paragraph) {
		r := v.draft.Rows[i]
		head := v.form.name("domain", r.Domain) + " · " + v.form.name("status", r.Status)
		if r.To > r.From {
			head += " · " + strconv.Itoa(r.From+1) + "–" + strconv.Itoa(r.To+1)
		}
		out = append(out, mark{i, r.Status, head, r.Text, i == v.draft.At})
	}
	return out
}

// choose selects paragraphs, to which what is in the form then belongs.
func (v *View) choose(from, to int) {
	d := v.draft
	if from == d.Form.From && to == d.Form.To {
		return
	}
	form := d.Form
	form.From, form.To = from, to
	v.said = ""
	v.set(d.Write(form))
}

// Write takes over what was written in the form.
func (v *View) Write(row draft.Row) {
	v.said = ""
	v.set(v.draft.Write(row))
}

// Edit puts a row into the form.
func (v *View) Edit(row int) {
	if row == v.draft.At {
		row = -1
	}
	v.said = ""
	v.set(v.draft.Edit(row))
	if row >= 0 {
		v.focus(v.words)
	}
}

// Add adds what is written to the statements, if it is whole.
func (v *View) Add() {
	h := v.h
	if lacks := v.form.lacks(); len(lacks) > 0 {
		v.Say(h.T("coder.lacks", i18n.Args{"List": strings.Join(lacks, ", ")}))
		if len(lacks) == 1 && strings.TrimSpace(v.draft.Form.Text) == "" {
			v.focus(v.words)
		}
		return
	}
	if a := v.draft.Form.Amount; a != "" {
		if _, err := strconv.ParseFloat(a, 64); err != nil {
			v.Say(h.T("coder.notNumber"))
			return
		}
	}
	d, err := v.draft.Do(draft.Put{})
	if err != nil {
		v.Say(h.T("coder.full"))
		return
	}
	v.said = ""
	v.set(d)
	v.focus(v.text)
}

// removable is the row that Remove takes out: the one in the form, else the last
// of the selected paragraph; -1 if there is none.
func (v *View) removable() int {
	if v.draft.At >= 0 {
		return v.draft.At
	}
	if here := v.draft.Of(v.draft.Form.From); len(here) > 0 {
		return here[len(here)-1]
	}
	return -1
}

// Remove takes a row out.
func (v *View) Remove() {
	if i := v.removable(); i >= 0 {
		d, _ := v.draft.Do(draft.Remove(i))
		v.set(d)
		v.Say(v.h.T("coder.removed"))
	}
}

// Undo takes the last step back.
func (v *View) Undo() {
	if d, ok := v.draft.Undo(); ok {
		v.said = ""
		v.set(d)
	}
}

// Redo takes the last step that was taken back once more.
func (v *View) Redo() {
	if d, ok := v.draft.Redo(); ok {
		v.said = ""
		v.set(d)
	}
}

// Finish asks to save into the package, or to compare.
func (v *View) Finish() { v.cfg.Finish() }

// Draft is what is coded so far.
func (v *View) Draft() draft.Draft { return v.draft }

// Text is the text that is coded.
func (v *View) Text() *original.Attached { return v.cfg.Text }

// Units is the draft as the units of a code sheet, by which codings are compared.
func (v *View) Units() (out []dataset.Unit) {
	numbers := map[int]int{}
	for _, r := range v.draft.Rows {
		numbers[r.From]++
		out = append(out, dataset.Unit{
			Document: v.draft.Key.Document, Paragraph: v.places.Name(r.From), Number: numbers[r.From],
			Status: r.Status, Basis: r.Basis, Domain: r.Domain, Scope: r.Scope, States: r.States, Note: r.Text,
		})
	}
	return out
}

// Paragraph is the words of a paragraph that the package names; "" if it is not in
// the text.
func (v *View) Paragraph(name string) string {
	for i, words := range v.cfg.Text.Paragraphs {
		if v.places.Name(i) == name {
			return words
		}
	}
	return ""
}

// Forget takes the draft away, because it is in the package now.
func (v *View) Forget() error { return v.keep.forget(v.draft.Key) }

// Refused shows the row that the package would not take.
func (v *View) Refused(row int, why string) {
	if row >= 0 && row < len(v.draft.Rows) {
		v.set(v.draft.Edit(row))
	}
	v.Say(v.h.T("coder.refused", i18n.Args{"Why": why}))
}

// First is what hears the keys first: the text.
func (v *View) First() fyne.Focusable { return v.text }

func (v *View) focus(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(o)
	}
}
