package docview

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/internal/large"
)

// on is a host of a package without faults, all of whose statements show.
func on(t *testing.T, files fs.FS) (*host.Host, uitest.Queue) {
	t.Helper()
	d, found, err := dataset.Open(files)
	if err != nil || dataset.Faults(found) > 0 {
		t.Fatal(err, found)
	}
	h, q := uitest.Host(t, uitest.Opening())
	if h.Room, err = scene.NewRoom(d); err != nil {
		t.Fatal(err)
	}
	s := h.Room.Opening()
	s.Status, s.Theme = state.AllStatuses, state.Light
	h.Store = state.NewStore(s)
	return h, q
}

// reads opens the pane on a package that was coded from a text, with that text,
// as change leaves it, attached.
func reads(t *testing.T, paragraphs int, size fyne.Size, change func(string) string) (*View, fyne.Window, uitest.Queue) {
	t.Helper()
	files, text := large.Coded(paragraphs)
	h, q := on(t, files)
	d := h.Room.Data
	scope := uitest.Open(t, h)
	v := New(scope)
	w := uitest.Show(t, v, size)
	shelf := &original.Shelf{Folder: filepath.Join(t.TempDir(), "originals")}
	read, err := original.Read("text.txt", []byte(change(text)))
	if err != nil {
		t.Fatal(err)
	}
	if err := shelf.Attach(d, &d.Documents[0], &original.Attached{Text: read, Name: "text.txt"}); err != nil {
		t.Fatal(err)
	}
	v.SetShelf(scope, shelf)
	h.Dispatch(state.SelectDocument("d"))
	q.Until(t, func() bool { return v.Original() != nil })
	return v, w, q
}

func same(text string) string { return text }

// lit is the block of the text that is lit, and where its middle lies in the view.
func lit(t *testing.T, v *View) (x *block, middle float32) {
	t.Helper()
	r := v.original.reader
	i, _ := r.flow.page.Selected()
	if i < 0 {
		return nil, 0
	}
	top, end := r.flow.span(i)
	return r.flow.at(i), ((top+end)/2 - r.scroll.Offset.Y) / r.scroll.Size().Height
}

// tap clicks on a block of the page where its text stands.
func tap(v *View, w fyne.Window, r *reader, i int) {
	r.into(i)
	top, end := r.flow.span(i)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.scroll).AddXY(60, (top+end)/2-r.scroll.Offset.Y)
	test.TapCanvas(w.Canvas(), at)
}

// A click on a statement lights its paragraph in the middle of the pane; a click
// on a paragraph lists its statements; back and forward lead through both.
func TestStatementAndParagraph(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 480, Height: 900}, {Width: 900, Height: 660}} {
		v, w, _ := reads(t, 60, size, same)
		page, text := v.reader, v.original.reader
		i, want := -1, ""
		for k := range page.flow.len() {
			if b := page.flow.block(k); b.Kind == scene.StatementBlock && b.ID == "s40" { // at P26, by the maker's rule
				i, want = k, "Paragraph of number 26:"
			}
		}
		tap(v, w, page, i)
		x, middle := lit(t, v)
		if x == nil || !x.b.Selected || !strings.HasPrefix(x.b.Text, want) {
			t.Fatalf("%v: lit is %+v", size, x)
		}
		if middle < 0.4 || middle > 0.6 {
			t.Errorf("%v: the paragraph stands at %.2f of the view", size, middle)
		}
		if x.b.Label != "Domain SOV, Domain SEC" || x.b.Badges[0] != "§ 2, paragraph\u00a026" {
			t.Errorf("marked as %q, %q", x.b.Label, x.b.Badges)
		}
		k, _ := text.flow.page.Selected()
		tap(v, w, text, k)
		var ids []string
		for _, b := range statements(v) {
			ids = append(ids, b.b.ID)
		}
		if fmt.Sprint(ids) != "[s40 s41]" {
			t.Errorf("the paragraph lists %v", ids)
		}
		v.Back()
		if s := v.h.State(); s.Page != "" || s.Document != "d" {
			t.Errorf("back leads to %+v", s.Focus)
		}
		v.Forward()
		if v.h.State().Page != scene.PassagePage("d", "P26") {
			t.Error("forward does not lead to the paragraph")
		}
		if uitest.Overlap(page, text) || uitest.Overlap(v.list, text) {
			t.Errorf("%v: page and text lie on each other", size)
		}
		if wide := text.Position().X > 0; wide != (size.Width > 800) {
			t.Errorf("%v: side by side: %t", size, wide)
		}
	}
}

// What can be done with a page can be done with the text: selecting, copying,
// stepping through the words searched for.
func TestTextIsReadAsAPage(t *testing.T) {
	v, w, _ := reads(t, 60, fyne.NewSize(900, 660), func(text string) string { return strings.Replace(text, "number 44:", "number zebra:", 1) })
	r := v.original.reader
	w.Canvas().Focus(r)
	v.SelectAll()
	v.Copy()
	copied := fyne.CurrentApp().Clipboard().Content()
	if !strings.Contains(copied, "Paragraph of number 1:") || !strings.Contains(copied, "Paragraph of number 60:") {
		t.Errorf("copied %.80q", copied)
	}
	said := ""
	v.OnFound = func(text string) { said = text }
	v.h.Dispatch(state.Search("zebra"))
	v.Step(1)
	if x := r.flow.built[r.flow.here]; x == nil || !strings.HasPrefix(x.b.Text, "Paragraph of number zebra:") || said == "" {
		t.Errorf("stepped to %+v, %q", x, said)
	}
	uitest.Press(w, fyne.KeyHome)
	if r.scroll.Offset.Y != 0 {
		t.Error("Home does not scroll the text")
	}
}

// A paragraph whose words differ does not light; the page says what became of it,
// and the person may vouch for the text, or detach it.
func TestDoubtfulParagraph(t *testing.T) {
	v, w, q := reads(t, 30, fyne.NewSize(900, 660), func(text string) string {
		return "A line before.\n" + strings.Replace(text, "number 26:", "number twenty-six:", 1)
	})
	v.h.Dispatch(state.SelectStatement{Document: "d", Meeting: "m", Statement: "s40"})
	if x, _ := lit(t, v); x != nil {
		t.Errorf("%q is lit", x.b.Text)
	}
	v.h.Dispatch(state.SelectStatement{Document: "d", Meeting: "m", Statement: "s0"})
	if x, _ := lit(t, v); x == nil || !strings.HasPrefix(x.b.Text, "Paragraph of number 1:") {
		t.Error("a paragraph that has only moved does not light")
	}
	var page []string
	for i := range v.original.reader.flow.len() {
		page = append(page, v.original.reader.flow.block(i).Text)
	}
	all := strings.Join(page, "\n")
	for _, want := range []string{"This file is not the one that was coded. 29 of 30 coded paragraphs are found in it.", "§ 2, paragraph\u00a026: lost — in its place, paragraph 27 of this file, stands another text"} {
		if !strings.Contains(strings.ReplaceAll(all, "\u00a0", " "), strings.ReplaceAll(want, "\u00a0", " ")) {
			t.Errorf("%q is not said in %.400s", want, all)
		}
	}
	uitest.Click(w, v.original.vouch)
	uitest.Click(w, v.original.detach) // while that is taken down: nothing
	q.Until(t, func() bool { return v.Original() != nil && v.Original().Text.Vouched != "" })
	if v.original.vouch.Visible() {
		t.Error("one can vouch twice")
	}
	if x, _ := lit(t, v); x == nil {
		t.Error("nothing is lit any more")
	}
	uitest.Click(w, v.original.detach)
	q.Until(t, func() bool { return v.Original() == nil })
	if v.original.reader.Visible() || v.reader.Size().Width < 890 {
		t.Error("the page does not take the room of the text")
	}
}

// A text of a megabyte stops nothing.
func TestLongText(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	v, _, _ := reads(t, 4000, fyne.NewSize(900, 660), func(text string) string { return text + strings.Repeat("x", 200_000) })
	start := time.Now()
	for n := 1; n <= 20; n++ {
		v.h.Dispatch(state.SelectStatement{Document: "d", Meeting: "m", Statement: fmt.Sprint("s", 300*n)})
		if x, middle := lit(t, v); x == nil || middle < 0.35 || middle > 0.65 {
			t.Errorf("statement %d is lit at %.2f", 300*n, middle)
		}
	}
	t.Logf("%v a statement", time.Since(start)/20)
	if took := time.Since(start) / 20; took > 500*time.Millisecond {
		t.Errorf("a statement takes %v", took)
	}
}
