package charts

import (
	"strings"
	"testing"

	"c5atlas.org/c5atlas/internal/draw"
)

// written is the texts of a chart's picture.
func written(c *Chart, s Size) []string {
	r, _ := record(c, s)
	var out []string
	for i := range r.pic.Steps {
		if s := &r.pic.Steps[i]; s.Kind == draw.StepText {
			out = append(out, s.Text.String)
		}
	}
	return out
}

// TestSecondNamesCostNoFirst: rows, columns and key have the same first names and
// numbers with second ones, at any size, and second ones where there is room.
func TestSecondNamesCostNoFirst(t *testing.T) {
	t.Parallel()
	for name, draws := range map[string]func() *Chart{"domains": domainsChart, "matrix": matrixChart} {
		seconds := 0
		for _, size := range []Size{{Width: 1920, Height: 1080}, {Width: 960, Height: 540}, {Width: 790, Height: 268}, {Width: 420, Height: 300}, {Width: 300, Height: 160}} {
			first := map[string]int{}
			for _, s := range written(draws(), size) {
				first[s]++
			}
			c := draws()
			for i := range c.Rows {
				c.Rows[i].Second = "§" + c.Rows[i].Key
			}
			for i := range c.Columns {
				c.Columns[i].Second = "§" + c.Columns[i].Key
			}
			for i := range c.Series {
				c.Series[i].Second = "§" + c.Series[i].Key
			}
			for _, s := range written(c, size) {
				if strings.HasPrefix(s, "§") {
					seconds++
				}
				first[s]--
			}
			for _, row := range append(append([]Category{}, c.Rows...), c.Columns...) {
				if first[row.Label] > 0 {
					t.Errorf("%s at %v: %q is lost", name, size, row.Label)
				}
			}
		}
		if seconds < 20 {
			t.Errorf("%s: only %d second names", name, seconds)
		}
	}
}
