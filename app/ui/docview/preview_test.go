package docview

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The pointer on a document lights what shares its statements, here and elsewhere,
// as long as it is there.
func TestDocumentsPreview(t *testing.T) {
	h, in := uitest.Host(t, uitest.Opening())
	v := New(uitest.Open(t, h))
	w := uitest.Show(t, v, pane)
	rows := func() (out []*row) {
		uitest.Walk(w.Content(), func(o fyne.CanvasObject) {
			if r, ok := o.(*row); ok && r.doc.ID != "" {
				out = append(out, r)
			}
		})
		return out
	}
	hinted := func() (ids []string) {
		for _, r := range rows() {
			if r.wash.FillColor == h.Palette().Hover {
				ids = append(ids, r.doc.ID)
			}
		}
		return ids
	}
	r := rows()[0]
	r.MouseIn(nil)
	if got := h.Preview(); got != scene.DocumentFocus(r.doc.ID) {
		t.Errorf("the pointer on %s previews %+v", r.doc.ID, got)
	}
	r.MouseOut()
	if h.Preview().Lights() {
		t.Error("the preview stays")
	}
	h.SetPreview(state.Focus{LitMeetings: "2020-07-16-fm1"})
	in.Until(t, func() bool { return len(hinted()) > 0 })
	if got := hinted(); !slices.Equal(got, []string{"001"}) {
		t.Errorf("the first meeting of foreign ministers lights %v", got)
	}
	h.SetPreview(state.Focus{})
	if got := hinted(); len(got) != 0 {
		t.Errorf("%v stay lit", got)
	}
}
