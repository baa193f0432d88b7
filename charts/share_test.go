package charts

import (
	"strings"
	"testing"
)

// A chart of shares says them: in the pane of a laptop, where rows are low and no
// scale has room, too, every part that is wide enough for its figure has it, inside.
func TestSharesHaveFigures(t *testing.T) {
	t.Parallel()
	for _, size := range []Size{{794, 232, 1}, {794, 250, 1.5}, {1180, 340, 1}, {960, 600, 2}} {
		c := domainsChart()
		c.Share = true
		r, l := record(c, size)
		named := 0
		for _, m := range l.Marks {
			label := m.Name[strings.LastIndexByte(m.Name, '(')+1:]
			if m.Series == "" || m.W < 40 || !strings.HasSuffix(label, ")") {
				continue
			}
			label = strings.TrimSuffix(label, ")")
			found := false
			for _, s := range r.texts {
				found = found || s.text == label && s.x >= m.X && s.right() <= m.X+m.W && s.y >= m.Y && s.bottom() <= m.Y+m.H
			}
			if !found {
				t.Errorf("%v: %q has no figure inside", size, m.Name)
			}
			named++
		}
		if named < len(c.Rows) {
			t.Errorf("%v: %d parts for %d rows", size, named, len(c.Rows))
		}
	}
}
