package docview

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/internal/cputime"
)

// at is the place in the window of a byte of a piece of a block.
func at(v *View, s spot) fyne.Position {
	r := v.reader
	x := r.flow.at(s.block)
	p := x.texts()[s.piece]
	corner, high := p.Where(s.at)
	top, _ := r.flow.span(s.block)
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(r.scroll).Add(p.Position()).Add(corner).AddXY(0.2, top-r.scroll.Offset.Y+high/2)
}

func press(v *View, s spot) {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.AbsolutePosition = at(v, s)
	v.reader.flow.at(s.block).MouseDown(ev)
}

func drag(v *View, from, to spot) {
	x := v.reader.flow.at(from.block)
	ev := &fyne.DragEvent{}
	ev.AbsolutePosition = at(v, to)
	d := at(v, to).Subtract(at(v, from))
	ev.Dragged = fyne.NewDelta(d.X, d.Y)
	x.Dragged(ev)
	x.DragEnd()
}

// find is the first block of a kind.
func find(v *View, k scene.BlockKind) int {
	for i := range v.reader.flow.len() {
		if v.reader.flow.block(i).Kind == k {
			return i
		}
	}
	return -1
}

// What is dragged over is copied, from whichever end, and nothing else.
func TestSelectText(t *testing.T) {
	v, w := open(t, uitest.Opening(), pane)
	said := ""
	v.h.Tell = func(text string) { said = text }
	i := find(v, scene.Paragraph)
	text := v.reader.flow.block(i).Text
	from, to := strings.Index(text, "Central"), strings.Index(text, "Central")+len("Central Asian")
	for _, turn := range []bool{false, true} {
		a, b := spot{i, 0, from}, spot{i, 0, to}
		if turn {
			a, b = b, a
		}
		press(v, a)
		drag(v, a, b)
		if !v.Copy() || fyne.CurrentApp().Clipboard().Content() != "Central Asian" {
			t.Fatalf("copied %q", fyne.CurrentApp().Clipboard().Content())
		}
	}
	if !strings.Contains(said, "13") {
		t.Errorf("the status line says %q", said)
	}
	// Over several blocks: the rest of the first, the whole next, the begin of the last.
	press(v, spot{i, 0, from})
	drag(v, spot{i, 0, from}, spot{i + 2, 0, 5})
	want := text[from:] + "\n\n" + v.reader.flow.block(i+1).Text + "\n\n" + v.reader.flow.block(i + 2).Text[:5]
	if got := v.chosenText(); got != want {
		t.Errorf("selected %q, want %q", got, want)
	}
	// A click elsewhere ends it, and so does Escape.
	v.reader.hand.last = time.Time{}
	press(v, spot{i, 0, 3})
	if v.chosenText() != "" {
		t.Error("a click leaves text selected")
	}
	v.SelectAll()
	if got := v.chosenText(); !strings.HasPrefix(got, v.reader.flow.block(0).Text) || !strings.Contains(got, text) {
		t.Errorf("all is %q", got)
	}
	w.Canvas().Focus(v.reader)
	v.reader.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if v.chosenText() != "" {
		t.Error("Escape leaves text selected")
	}
	if !v.Copy() || fyne.CurrentApp().Clipboard().Content() == "" {
		t.Error("nothing selected: the clipboard was emptied")
	}
	w.Canvas().Unfocus()
	if v.Copy() {
		t.Error("the pane takes a copy that is another’s")
	}
}

// Two presses select a word, three a block.
func TestSelectWord(t *testing.T) {
	v, _ := open(t, uitest.Opening(), pane)
	i := find(v, scene.Paragraph)
	text := v.reader.flow.block(i).Text
	s := spot{i, 0, strings.Index(text, "Asian") + 2}
	for n, want := range []string{"", "Asian", text, ""} {
		press(v, s)
		if got := v.chosenText(); got != want {
			t.Errorf("press %d: %q, want %q", n+1, got, want)
		}
	}
}

// Shift and arrows move the end by a letter or a line, across blocks too.
func TestSelectByKeys(t *testing.T) {
	v, w := open(t, uitest.Opening(), pane)
	shift := true
	v.h.Shift = func() bool { return shift }
	w.Canvas().Focus(v.reader)
	key := func(k fyne.KeyName) { v.reader.TypedKey(&fyne.KeyEvent{Name: k}) }
	for range 5 {
		key(fyne.KeyRight)
	}
	title := v.reader.flow.block(0).Text
	if got := v.chosenText(); got != title[:5] {
		t.Errorf("five letters are %q", got)
	}
	key(fyne.KeyLeft)
	if got := v.chosenText(); got != title[:4] {
		t.Errorf("four letters are %q", got)
	}
	for range 2 {
		key(fyne.KeyDown)
	}
	if got := v.chosenText(); !strings.HasPrefix(got, title+"\n\n") || len(got) < len(title)+20 {
		t.Errorf("two lines on: %q", got)
	}
	for range 12 {
		key(fyne.KeyUp)
	}
	if got := v.chosenText(); len(got) > len(title) {
		t.Errorf("back up: %q", got)
	}
}

// What is copied of a block that is not built is what it would show.
func TestTextsOf(t *testing.T) {
	for _, lang := range []string{"en", "uk", "ru"} {
		for _, page := range []string{"", scene.CodingPage, scene.GlossaryPage, scene.TermPage("three-forces"), "document", "meeting"} {
			s := reading(lang, page)
			if page == "document" || page == "meeting" {
				s.Page, s.Document = "", "002"
				if page == "meeting" {
					s.Document, s.Meeting = "", "2020-07-16-fm1"
				}
			}
			v, _ := open(t, s, pane)
			for _, folded := range []bool{true, false} {
				for i := range v.reader.flow.len() {
					b := v.reader.flow.block(i)
					var got []string
					for _, p := range newBlock(v.h, b, !folded, gestures{}).texts() {
						got = append(got, p.Text())
					}
					if want := textsOf(b, !folded); !slices.Equal(got, want) {
						t.Fatalf("%s %s block %d: shows %q, copies %q", lang, page, i, got, want)
					}
				}
			}
		}
	}
}

// No line is longer than an eye follows, whatever the size of type and the width.
func TestLineLength(t *testing.T) {
	for _, size := range []float64{0.8, 1, 1.5, 2} {
		s := uitest.Opening()
		s.Lang, s.TextSize, s.Document = "ru", size, "001"
		v, _ := open(t, s, fyne.NewSize(1800, 900))
		longest := 0
		for i := range v.reader.flow.len() {
			for _, p := range v.reader.flow.at(i).texts() {
				for _, l := range p.Lines() {
					longest = max(longest, len([]rune(l)))
					if len([]rune(strings.TrimSpace(l))) > 75 {
						t.Errorf("size %v: a line of %d letters: %q", size, len([]rune(l)), l)
					}
				}
			}
		}
		if longest < 60 {
			t.Errorf("size %v: the longest line has %d letters", size, longest)
		}
	}
}

// The remark of a coder shows on request, and is gone again.
func TestRemark(t *testing.T) {
	s := uitest.Opening()
	s.Document, s.Status = "002", ""
	v, _ := open(t, s, pane)
	i := find(v, scene.StatementBlock)
	note := v.reader.flow.block(i).Note
	shown := func() bool {
		return slices.ContainsFunc(v.reader.flow.at(i).texts(), func(p *parts.Paragraph) bool { return p.Text() == note })
	}
	if note == "" || shown() {
		t.Fatalf("the remark %q shows from the start", note)
	}
	high := v.reader.flow.height()
	tap := func() {
		for _, w := range v.reader.flow.at(i).words {
			if w.Tip == "" { // a word of the glossary has one
				w.Tapped(nil)
				return
			}
		}
	}
	tap()
	if !shown() || v.reader.flow.height() <= high {
		t.Error("the remark does not open")
	}
	tap()
	if shown() || v.reader.flow.height() != high {
		t.Error("the remark does not close")
	}
}

// Of a page without end the first blocks are copied, and that it was not all is said.
func TestCopyIsBounded(t *testing.T) {
	v, _ := open(t, uitest.Opening(), pane)
	said := ""
	v.h.Tell = func(text string) { said = text }
	v.reader.show(longPage(mostCopied+1000, -1), "", false)
	v.SelectAll()
	v.Copy()
	copied := fyne.CurrentApp().Clipboard().Content()
	last := 0
	for i := range v.reader.flow.len() {
		if b := v.reader.flow.block(i); b.Kind == scene.Heading && strings.Contains(copied, b.Text+"\n") {
			last = i
		}
	}
	if last < mostCopied-51 || last >= mostCopied || said == v.h.Printer().N("shell.copiedLetters", len([]rune(copied))) || said == "" {
		t.Errorf("%d letters, to the heading of block %d; %q", len(copied), last, said)
	}
}

// Selecting costs what is in sight, not what is on the page.
func BenchmarkSelectAll(b *testing.B) {
	v, _ := open(b, uitest.Opening(), pane)
	v.reader.show(longPage(100_000, -1), "", false)
	defer cputime.PerOp(b)()
	for b.Loop() {
		v.reader.choose(selection{})
		v.SelectAll()
	}
}

func BenchmarkSelectedText(b *testing.B) {
	v, _ := open(b, uitest.Opening(), pane)
	v.reader.show(longPage(100_000, -1), "", false)
	v.SelectAll()
	defer cputime.PerOp(b)()
	for b.Loop() {
		v.reader.flow.text()
	}
}
