package docview

import (
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/internal/large"
)

// The page of a term of large data comes when all texts have been read for it beside
// the window; until then the page before stands. It lists each statement with the
// term.
func TestTermOfLargeData(t *testing.T) {
	files := large.Package(large.Size{Statements: 3000, Documents: 100, Meetings: 20, Places: 20})
	files["terms.csv"] = &fstest.MapFile{Data: []byte("id,term,definition\nrail,railway,A way of rails.\n")}
	h, q := on(t, files)
	d := h.Room.Data
	v := New(uitest.Open(t, h))
	uitest.Show(t, v, fyne.NewSize(420, 660))
	before := v.reader.flow.block(0).Text
	h.Dispatch(state.OpenPage(scene.TermPage("rail")))
	if got := v.reader.flow.block(0).Text; got != before {
		t.Errorf("%q comes before the texts have been read", got)
	}
	q.Until(t, func() bool { return v.reader.flow.block(1).Text == "railway" })
	want := 0
	for i := range d.Statements {
		if strings.Contains(strings.ToLower(d.Statements[i].Text.In("en")), "railway") {
			want++
		}
	}
	got := 0
	for i := range v.reader.flow.page.Len() {
		if v.reader.flow.block(i).Kind == scene.StatementBlock {
			got++
		}
	}
	if got != want || want == 0 {
		t.Errorf("the page lists %d statements, want %d", got, want)
	}
	h.Dispatch(state.OpenPage(scene.GlossaryPage))
	h.Dispatch(state.OpenPage(scene.TermPage("rail")))
	if got := v.reader.flow.block(1).Text; got != "railway" {
		t.Errorf("the second time it begins with %q", got)
	}
}
