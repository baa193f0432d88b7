package charts

import (
	"slices"
	"testing"

	"c5atlas.org/c5atlas/internal/draw"
)

// briefChart is a table of documents whose rows and columns all have short names, as in
// the pane of a laptop.
func briefChart() *Chart {
	c := documentsChart()
	c.Rows, c.Columns = slices.Clone(c.Rows), slices.Clone(c.Columns)
	for i, s := range []string{"Ukrinform 2023", "Statement 2020", "Kazinform 2023", "Talks 2024", "Ministers 2024"} {
		c.Rows[i].Short = s
	}
	for j, s := range []string{"Politics", "Security", "Trade", "Transport", "Energy", "", "Education", "", "Environment", "Digital", "Migration", "Organisations"} {
		c.Columns[j].Short = s
	}
	return c
}

// Names of columns that do not fit side by side stand by turns at two heights, each
// over its column, and none is turned or touches another.
func TestHeadsInSteps(t *testing.T) {
	t.Parallel()
	for _, w := range []float64{740, 794, 850, 960} {
		c := briefChart()
		r, l := record(c, Size{w, 232, 1})
		for i := range r.pic.Steps {
			if s := &r.pic.Steps[i]; s.Kind == draw.StepText && s.Text.Letters[0].Sin != 0 {
				t.Errorf("in %v %q is turned", w, s.Text.String)
			}
		}
		tops := map[float64]bool{}
		for _, column := range c.Columns {
			at := slices.IndexFunc(l.Marks, func(m Mark) bool { return m.Total && m.Row == "" && m.Series == column.Key })
			head := l.Marks[at]
			center := head.X + head.W/2
			first := slices.IndexFunc(r.texts, func(x recordedText) bool {
				return x.x < center && x.right() > center && x.y >= head.Y-2 && x.bottom() <= head.Y+head.H
			})
			if first < 0 {
				t.Fatalf("in %v %s has no name over it", w, column.Label)
			}
			tops[r.texts[first].bottom()] = true
		}
		if len(tops) < 2 {
			t.Errorf("in %v all names are at one height", w)
		}
		for i, a := range r.texts {
			for _, b := range r.texts[:i] {
				if a.x < b.right()-1 && b.x < a.right()-1 && a.y < b.bottom()-3 && b.y < a.bottom()-3 {
					t.Errorf("in %v %q stands on %q", w, a.text, b.text)
				}
			}
		}
	}
}

// Where one row has its short name, all have.
func TestRowsAllShort(t *testing.T) {
	t.Parallel()
	c := briefChart()
	r, _ := record(c, Size{700, 232, 1})
	short, full := 0, 0
	for _, row := range c.Rows {
		if r.has(row.Short) {
			short++
		}
		if r.has(row.Label) {
			full++
		}
	}
	if short != len(c.Rows) || full != 0 {
		t.Errorf("%d short names, %d full ones", short, full)
	}
}
