package docview

import (
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// Words searched for are marked in any of their forms, and stepped through from
// the first passage to the last and on to the first.
func TestFoundIsMarkedAndStepped(t *testing.T) {
	s := uitest.Opening()
	s.Lang, s.Status = "uk", state.AllStatuses
	v, _ := open(t, s, pane)
	said := ""
	v.OnFound = func(text string) { said = text }
	v.h.Dispatch(state.SelectDocument("001"))
	v.h.Dispatch(state.Search("безпека"))
	q, has := dataset.NewQuery("безпека"), []int{}
	for i, x := range blocks(v) {
		note := strings.ToLower(x.b.Note)
		in := strings.Contains(note, "безпек") || strings.Contains(note, "безпец") // a remark is opened where it has the word
		for _, c := range x.pieces {
			p, ok := c.object.(*parts.Paragraph)
			if !ok {
				continue
			}
			low := strings.ToLower(p.Text())
			in = in || strings.Contains(low, "безпек") || strings.Contains(low, "безпец")
			if got, want := p.Marked(), v.h.Room.Data.Marks(q, p.Text()); len(got) != len(want) {
				t.Errorf("%q has marks %v, want %v", p.Text(), got, want)
			}
		}
		if in {
			has = append(has, i)
		}
	}
	if len(has) < 2 {
		t.Fatalf("%d passages", len(has))
	}
	total := v.h.Printer().Int(len(has))
	for i := range len(has) + 1 {
		v.Step(1)
		x := v.reader.flow.at(has[i%len(has)])
		if want := v.h.Printer().Int(i%len(has)+1) + " з " + total; said != want {
			t.Errorf("step %d says %q, want %q", i, said, want)
		}
		top, offset := x.Position().Y, v.reader.scroll.Offset.Y
		if !x.marked.here || top+x.Size().Height < offset || top > offset+v.reader.scroll.Size().Height {
			t.Errorf("step %d is not in view, or not where one is", i)
		}
	}
	v.Step(-1)
	if want := total + " з " + total; said != want {
		t.Errorf("a step back says %q, want %q", said, want)
	}
	v.h.Dispatch(state.Search(""))
	for _, x := range blocks(v) {
		for _, c := range x.pieces {
			if p, ok := c.object.(*parts.Paragraph); ok && len(p.Marked()) > 0 {
				t.Errorf("%q is still marked", p.Text())
			}
		}
	}
	if v.Step(1); said != "" {
		t.Errorf("without a search it says %q", said)
	}
}
