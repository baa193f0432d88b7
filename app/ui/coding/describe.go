package coding

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/draft"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// DescribeConfig is what the dialog is opened with that describes a document which
// the package has not yet.
type DescribeConfig struct {
	Canvas   fyne.Canvas
	Document draft.Document // to begin with
	// Check finds what the package would find wrong with it. It is called on another
	// goroutine.
	Check  func(draft.Document) ([]dataset.Finding, error)
	Done   func(draft.Document) // hears of one with which nothing is wrong, when the dialog has closed
	Closed func()               // called when it has closed, also without that
}

// description is the dialog.
type description struct {
	DescribeConfig
	h       *host.Host
	now     draft.Document
	said    map[string]*fyne.Container // under each field, by its column
	message *fyne.Container            // of no field
	first   fyne.Focusable
	next    *parts.Button
	dialog  *parts.Dialog
}

// describeWidth is how wide the dialog is at size of type 1.
const describeWidth = 640

// Describe opens the dialog. Its life ends with the scope at the latest. The function
// that it returns closes it.
func Describe(scope *host.Scope, c DescribeConfig) (hide func()) {
	own := scope.Open()
	h := own.Host
	d := &description{DescribeConfig: c, h: h, now: c.Document, said: map[string]*fyne.Container{}, message: container.NewStack()}
	check := host.Latest(own, func(_ context.Context, x draft.Document) ([]dataset.Finding, error) { return c.Check(x) }, d.checked)
	d.next = parts.NewButton(h, nil, h.T("coder.newYes"), "", func() {
		d.next.SetEnabled(false)
		check.Request(d.now)
	})
	cancel := parts.NewButton(h, nil, h.T("shell.cancel"), "", func() { d.dialog.Hide() })
	f := scene.NewDocumentFields(h.Room, h.Printer())
	three := container.NewGridWithColumns(3,
		d.entry("published", &d.now.Published, "2024-08-09"),
		d.choice("language", &d.now.Language, f.Languages),
		d.choice("kind", &d.now.Kind, f.Kinds))
	body := container.NewVBox(
		d.entry("lead", &d.now.Title, ""), d.entry("publisher", &d.now.Publisher, ""), three,
		d.choice("meetings", &d.now.Meeting, f.Meetings), d.entry("links", &d.now.Address, "https://"), d.message)
	d.dialog = parts.NewDialog(h, c.Canvas, h.T("coder.newTitle"), describeWidth, body, nil, cancel, d.next)
	d.dialog.OnClosed = func() { own.Close(); c.Closed() }
	d.dialog.Show(d.first)
	return d.dialog.Hide
}

// describeKeys are the texts of the fields, by column.
var describeKeys = map[string]string{
	"lead": "coder.newDocTitle", "publisher": "coder.newPublisher", "published": "coder.newPublished", "language": "coder.newLanguage",
	"kind": "coder.newKind", "meetings": "coder.newMeeting", "links": "coder.newAddress",
}

// field is a field with its name over it, and room below for what is wrong with it.
func (d *description) field(column string, o fyne.CanvasObject) fyne.CanvasObject {
	d.said[column] = container.NewStack()
	return container.NewVBox(parts.Text(d.h.T(describeKeys[column]), parts.Scaled(d.h, theme.Small), false, d.h.Palette().InkMuted), o, d.said[column])
}

func (d *description) entry(column string, to *string, hint string) fyne.CanvasObject {
	e := parts.NewEntry(d.h)
	e.SetText(*to)
	e.SetPlaceHolder(hint)
	e.OnChanged = func(text string) {
		*to = text
		d.say(column, "")
	}
	e.OnSubmitted = func(string) { d.h.PassKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	if column == "lead" {
		d.first = e
	}
	return d.field(column, e)
}

func (d *description) choice(column string, to *string, options []scene.Option) fyne.CanvasObject {
	labels := make([]string, len(options))
	for i, o := range options {
		labels[i] = o.Label
	}
	c := parts.NewSelect(d.h, labels)
	c.PlaceHolder = d.h.T("coder.newChoose")
	c.SetSelectedIndex(slices.IndexFunc(options, func(o scene.Option) bool { return o.Code == *to }))
	c.OnChanged = func(string) {
		*to = options[c.SelectedIndex()].Code
		d.say(column, "")
	}
	return d.field(column, c)
}

// say says what is wrong with a field; "" is nothing.
func (d *description) say(column, words string) {
	at, ok := d.said[column]
	if !ok {
		at = d.message
	}
	if at.Objects = nil; words != "" {
		at.Objects = []fyne.CanvasObject{container.New(faultLine{}, parts.NewParagraph(words, parts.Scaled(d.h, theme.Small), false, d.h.Palette().Warning))}
	}
	at.Refresh()
	if d.dialog != nil {
		d.dialog.SetTitle(d.h.T("coder.newTitle")) // which makes room
	}
}

// checked goes on if nothing is wrong, and else says under each field what is.
func (d *description) checked(x draft.Document, found []dataset.Finding, err error) {
	h, p := d.h, d.h.Printer()
	d.next.SetEnabled(true)
	d.say("", "")
	for column := range d.said {
		d.say(column, "")
	}
	for i := range found {
		f := &found[i]
		words := f.Fault.In(p)
		if mend := f.Mend.In(p); mend != "" && f.Fault.Key != "finding.empty" { // that says it all
			words += "; " + mend
		}
		if _, ok := d.said[f.Column]; !ok {
			words = f.Column + ": " + words
		}
		d.say(f.Column, words)
	}
	switch {
	case err != nil:
		h.Log.WithError(err).Warn("check a new document")
		d.say("", h.T("coder.newUnchecked"))
	case x.Meeting == "":
		d.say("meetings", h.T("coder.newNeedsMeeting"))
	case len(found) == 0:
		d.dialog.Hide()
		d.Done(x)
	}
}

// faultLine gives a paragraph the height of its words at the width that it was last
// given.
type faultLine struct{}

func (faultLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, o[0].(parts.Flowing).HeightFor(max(o[0].Size().Width, 150)))
}

func (faultLine) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// Describe says other words of the new document that is coded: a step that can be
// taken back.
func (v *View) Describe(x draft.Document) {
	d, err := v.draft.Do(draft.Describe(x))
	if err != nil {
		v.Say(v.h.T("coder.full"))
		return
	}
	v.said = ""
	v.set(d)
}
