package scene

import (
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
)

// A document lights what it is about also where the filters leave none of its
// statements: its row, and its meetings on map, axis and tray.
func TestDocumentLights(t *testing.T) {
	r, p := room(t), i18n.For("en")
	for _, c := range []struct{ document, meeting, other string }{
		{"003", "2025-06-16-kaz", "2020-07-16-fm1"}, // all positions
		{"001", "2020-07-16-fm1", "2025-06-16-kaz"},
		{"004", "2024-03-30-talks", "2020-07-16-fm1"},
	} {
		if r.Data.Meeting(c.meeting) == nil {
			c.meeting = r.Data.Document(c.document).Meetings[0]
		}
		s := LightDocument(c.document, false).Apply(r.Opening())
		sel := Select(r.Data, s)
		if !sel.Lights(c.meeting) || sel.Lights(c.other) {
			t.Errorf("%s: %s lit: %v, %s lit: %v", c.document, c.meeting, sel.Lights(c.meeting), c.other, sel.Lights(c.other))
		}
		list := DocumentList(r, sel, s, p)
		for i := range list.Len() {
			if row := list.Row(i); row.Selected != (row.ID == c.document) || row.Muted == row.Selected {
				t.Errorf("%s: row %s selected %v, dimmed %v", c.document, row.ID, row.Selected, row.Muted)
			}
		}
		for _, k := range Ticks(r, sel, s) {
			if k.ID == c.meeting && (!k.Selected || k.Muted) {
				t.Errorf("%s: the axis does not light %s", c.document, k.ID)
			}
		}
	}
}
