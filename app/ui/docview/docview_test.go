package docview

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/internal/pairs"
)

func open(tb testing.TB, s state.State, size fyne.Size) (*View, fyne.Window) {
	tb.Helper()
	h, _ := uitest.Host(tb, s)
	v := New(uitest.Open(tb, h))
	w := uitest.Show(tb, v, size)
	return v, w
}

var pane = fyne.NewSize(480, 660)

// longest is the document with the most statements.
func longest(v *View) string {
	best, most := "", 0
	for i := range v.list.rows {
		r := v.list.documents.Row(i)
		if r.Total > most {
			best, most = r.ID, r.Total
		}
	}
	return best
}

// blocks returns those of the page, built.
func blocks(v *View) []*block {
	out := make([]*block, v.reader.flow.len())
	for i := range out {
		out[i] = v.reader.flow.at(i)
	}
	return out
}

func statements(v *View) []*block {
	var out []*block
	for _, x := range blocks(v) {
		if x.b.Kind == scene.StatementBlock {
			out = append(out, x)
		}
	}
	return out
}

// Pointing at a statement repaints two blocks and builds none.
func TestSelectionKeepsTheBlocks(t *testing.T) {
	v, _ := open(t, uitest.Opening(), pane)
	v.h.Dispatch(state.SelectDocument(longest(v)))
	before := blocks(v)
	last := statements(v)[len(statements(v))-1]
	v.h.Dispatch(last.b.Action)
	after := blocks(v)
	if len(before) != len(after) {
		t.Fatalf("%d blocks became %d", len(before), len(after))
	}
	for i := range before {
		if before[i] != after[i] {
			t.Errorf("block %d was built anew", i)
		}
	}
	if !last.b.Selected {
		t.Error("the statement is not shown as selected")
	}
	top, offset := last.Position().Y, v.reader.scroll.Offset.Y
	if top < offset || top+last.Size().Height > offset+v.reader.scroll.Size().Height {
		t.Errorf("it stands at %v, in view is %v and %v below", top, offset, v.reader.scroll.Size().Height)
	}
}

// At another width the lines break elsewhere; the selected statement stays in
// view.
func TestSelectionStaysInViewWhenResized(t *testing.T) {
	v, w := open(t, uitest.Opening(), fyne.NewSize(900, 660))
	v.h.Dispatch(state.SelectDocument(longest(v)))
	all := statements(v)
	x := all[len(all)*2/3]
	v.h.Dispatch(x.b.Action)
	for _, width := range []float32{300, 700, 480} {
		w.Resize(fyne.NewSize(width, 660))
		top, offset := x.Position().Y, v.reader.scroll.Offset.Y
		if top < offset || top+x.Size().Height > offset+v.reader.scroll.Size().Height {
			t.Errorf("at %v it stands at %v, in view is %v and %v below", width, top, offset, v.reader.scroll.Size().Height)
		}
	}
}

// A filter takes statements away and leaves the others as they are.
func TestFilterKeepsTheRest(t *testing.T) {
	s := uitest.Opening()
	s.Status = state.AllStatuses
	v, _ := open(t, s, pane)
	v.h.Dispatch(state.SelectDocument(longest(v)))
	all := map[string]*block{}
	for _, x := range statements(v) {
		all[x.b.ID] = x
	}
	v.h.Dispatch(state.SetStatus(state.Set("agreed,to be signed")))
	left := statements(v)
	if len(left) == 0 || len(left) >= len(all) {
		t.Fatalf("%d of %d are left", len(left), len(all))
	}
	for _, x := range left {
		if all[x.b.ID] != x {
			t.Errorf("%s was built anew", x.b.ID)
		}
	}
}

// No text is wider than its place and no block covers the next, at any width,
// language and size.
func TestTextFits(t *testing.T) {
	for i, size := range []float64{1, 2} { // the size first: another one has Fyne read its fonts anew
		for j, width := range []float32{300, 480, 900} {
			for k, lang := range i18n.Languages() {
				if !pairs.Turn(k, len(i18n.Languages()), i, j) {
					continue
				}
				s := uitest.Opening()
				s.Lang, s.TextSize, s.Status = lang, size, state.AllStatuses
				v, w := open(t, s, fyne.NewSize(width, 700))
				for _, d := range v.h.Room.Data.Documents {
					v.h.Dispatch(state.SelectDocument(d.ID))
					what := fmt.Sprintf("%s, %s ×%v in %v", d.ID, lang, size, width)
					checkFit(t, what, v, w)
				}
			}
		}
	}
}

func checkFit(t *testing.T, what string, v *View, _ fyne.Window) {
	t.Helper()
	var bottom float32
	for i, x := range blocks(v) {
		if x.Position().Y < bottom-0.5 {
			t.Errorf("%s: block %d starts at %v, the one before ends at %v", what, i, x.Position().Y, bottom)
		}
		bottom = x.Position().Y + x.Size().Height
		for _, c := range x.pieces {
			p, isText := c.object.(*parts.Paragraph)
			if !isText {
				continue
			}
			if p.Widest() > p.Size().Width+1 {
				t.Errorf("%s: %q is %v wide in %v", what, p.Text(), p.Widest(), p.Size().Width)
			}
			if end := p.Position().Y + p.Size().Height; end > x.Size().Height+0.5 {
				t.Errorf("%s: %q ends at %v in a block of %v", what, p.Text(), end, x.Size().Height)
			}
			if right := p.Position().X + p.Size().Width; right > v.Size().Width {
				t.Errorf("%s: %q reaches %v", what, p.Text(), right)
			}
		}
	}
}

func TestKeysScrollAndWalk(t *testing.T) {
	v, w := open(t, uitest.Opening(), pane)
	v.h.Dispatch(state.SelectDocument(longest(v)))
	w.Canvas().Focus(v.reader)
	press := func(n fyne.KeyName) { v.reader.TypedKey(&fyne.KeyEvent{Name: n}) }
	press(fyne.KeyPageDown)
	if v.reader.scroll.Offset.Y <= 0 {
		t.Error("PageDown does not scroll")
	}
	press(fyne.KeyEnd)
	end := v.reader.scroll.Offset.Y
	press(fyne.KeyDown)
	if v.reader.scroll.Offset.Y != end {
		t.Error("it scrolls past the end")
	}
	press(fyne.KeyHome)
	if v.reader.scroll.Offset.Y != 0 {
		t.Error("Home does not go to the top")
	}
	for range 3 {
		press(fyne.KeyRight)
	}
	for v.reader.word >= 0 { // past the terms
		press(fyne.KeyRight)
	}
	at := v.reader.cursor
	if at < 0 || !acts(v.reader.flow.block(at)) {
		t.Fatalf("the keyboard is at block %d", at)
	}
	press(fyne.KeyReturn)
	if got := v.h.Store.State().Statement; v.reader.flow.block(at).Kind == scene.StatementBlock && got != v.reader.flow.block(at).ID {
		t.Errorf("Enter selects %q", got)
	}
	var passed []fyne.KeyName
	v.h.Key = func(ev *fyne.KeyEvent) { passed = append(passed, ev.Name) }
	press(fyne.KeyF5)
	if len(passed) != 1 || passed[0] != fyne.KeyF5 {
		t.Errorf("the window heard %v", passed)
	}
}

func TestListSelects(t *testing.T) {
	v, _ := open(t, uitest.Opening(), pane)
	v.list.Select(1)
	if got := v.h.Store.State().Only(state.ByDocument); got != v.list.documents.Row(1).ID {
		t.Fatalf("document %q", got)
	}
	for i := range v.list.rows {
		if row := v.list.documents.Row(i); row.Selected != (i == 1) || row.Muted == (i == 1) {
			t.Errorf("row %+v", row)
		}
	}
	v.list.Select(1)
	if v.h.Store.State().Lights() {
		t.Error("a second click does not let go")
	}
	v.list.Select(1)
	statement := statements(v)[0].b
	v.h.Dispatch(statement.Action)
	if got := v.h.Store.State().Statement; got != statement.ID {
		t.Errorf("following the view dropped the statement: %q", got)
	}
	test.Tap(v.back)
	if got := v.h.Store.State().Document; got != "" {
		t.Errorf("the way back leads to %q", got)
	}
}

func TestLinkAsksFirst(t *testing.T) {
	v, _ := open(t, uitest.Opening(), pane)
	var asked *url.URL
	var said string
	v.OnLink = func(u *url.URL) { asked = u }
	v.h.Tell = func(s string) { said = s }
	v.act(scene.Block{Kind: scene.LinkBlock, ID: "https://example.org/a"})
	if asked == nil || asked.String() != "https://example.org/a" {
		t.Errorf("asked about %v", asked)
	}
	asked = nil
	v.act(scene.Block{Kind: scene.LinkBlock, ID: "ftp://example.org/a"})
	if asked != nil || said == "" {
		t.Errorf("asked about %v, said %q", asked, said)
	}
}

func TestPlainCarriesTheEvidence(t *testing.T) {
	v, _ := open(t, uitest.Opening(), pane)
	v.h.Dispatch(state.SelectDocument(longest(v)))
	b := statements(v)[0].b
	got := Plain(b)
	for _, want := range []string{b.Text, b.ID, b.StatusLabel, b.Badges[0]} {
		if !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
}

func BenchmarkTurnPage(b *testing.B) {
	s := uitest.Opening()
	s.Status = state.AllStatuses
	v, _ := open(b, s, pane)
	id := longest(v)
	for b.Loop() {
		v.h.Dispatch(state.SelectDocument(id))
		v.h.Dispatch(state.SelectDocument(""))
	}
}

func BenchmarkSelectStatement(b *testing.B) {
	s := uitest.Opening()
	s.Status = state.AllStatuses
	v, _ := open(b, s, pane)
	v.h.Dispatch(state.SelectDocument(longest(v)))
	all := statements(v)
	i := 0
	for b.Loop() {
		i = (i + 7) % len(all)
		v.h.Dispatch(all[i].b.Action)
	}
}

// The keys reach the terms of a text, which then say what they mean, and Enter
// opens their page. Choosing anything turns back.
func TestTermsAreExplainedAndOpened(t *testing.T) {
	v, w := open(t, reading("en", scene.CodingPage), pane)
	var said []string
	v.h.Tip = func(text string, _ fyne.CanvasObject) { said = append(said, text) }
	w.Canvas().Focus(v.reader)
	v.reader.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if v.reader.word != 0 {
		t.Fatalf("the keyboard is at word %d of block %d", v.reader.word, v.reader.cursor)
	}
	at := v.reader.flow.at(v.reader.cursor)
	if want := at.words[0].Tip; len(said) == 0 || said[len(said)-1] != want || !strings.Contains(want, "\n") {
		t.Errorf("it says %q, not %q", said, want)
	}
	v.reader.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	page := v.h.Store.State().Page
	if !strings.HasPrefix(page, scene.TermPage("")) || !scene.HasPage(v.h.Room, page) {
		t.Fatalf("it opens %q", page)
	}
	v.h.Store.Undo()
	if got := v.h.Store.State().Page; got != scene.CodingPage {
		t.Errorf("Undo leads to %q", got)
	}
	v.h.Dispatch(state.SelectDocument(longest(v)))
	if got := v.h.Store.State().Page; got != "" {
		t.Errorf("a document does not turn the page: %q", got)
	}
}

// A pane that does not show builds nothing for the views that go by, and shows the
// last of them once it is there again.
func TestHiddenPaneBuildsNothing(t *testing.T) {
	v, _ := open(t, uitest.Opening(), pane)
	build, built := v.reader.flow.build, 0
	v.reader.flow.build = func(b scene.Block, open bool) *block {
		built++
		return build(b, open)
	}
	var documents []string
	for i := range v.list.rows {
		documents = append(documents, v.list.documents.Row(i).ID)
	}
	v.Hide()
	for range 3 {
		for _, id := range documents {
			v.h.Dispatch(state.SelectDocument(id))
			v.h.Dispatch(state.SetTheme(state.Dark))
			v.h.Dispatch(state.SetTheme(state.Light))
		}
	}
	last := longest(v)
	v.h.Dispatch(state.SelectDocument(last))
	v.h.Dispatch(state.SetTheme(state.Dark))
	if built > 0 {
		t.Errorf("%d blocks were built out of sight", built)
	}
	v.Show()
	if len(statements(v)) == 0 || scene.ReadDocument(v.h.Room, v.h.State()) != last || v.title.Color != v.h.Palette().Ink {
		t.Error("the pane does not show the view")
	}
	once := v.reader.flow.len()
	if built < once || built > 2*once {
		t.Errorf("a page of %d blocks took %d", once, built)
	}
	shown := blocks(v)
	v.Hide()
	v.Show()
	if !slices.Equal(shown, blocks(v)) {
		t.Error("the same page was built again")
	}
	if v.Back(); v.h.Store.State().Document != documents[len(documents)-1] {
		t.Error("what went by is not among the pages behind")
	}
}
