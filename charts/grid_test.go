package charts

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/internal/backrow"
)

// A table turned on its side has the same keys, names and numbers.
func TestTurnedTable(t *testing.T) {
	t.Parallel()
	c := matrixChart()
	plain := table{rows: c.Rows, columns: c.Columns, values: c.Values}
	side := table{rows: c.Columns, columns: c.Rows, turned: true, values: c.Values}
	for i := range c.Rows {
		for j := range c.Columns {
			if plain.at(i, j) != side.at(j, i) || plain.key(i, j) != side.key(j, i) || plain.name(i, j, "7") != side.name(j, i, "7") {
				t.Fatalf("row %d, column %d: %v %v %q, turned %v %v %q", i, j,
					plain.at(i, j), plain.key(i, j), plain.name(i, j, "7"), side.at(j, i), side.key(j, i), side.name(j, i, "7"))
			}
		}
		if got, want := side.key(-1, i), (MarkKey{Row: c.Rows[i].Key}); got != want {
			t.Errorf("total of a turned row: %v, want %v", got, want)
		}
		if got, want := side.name(-1, i, "7"), c.Rows[i].Label+": 7"; got != want {
			t.Errorf("total of a turned row: %q, want %q", got, want)
		}
	}
	if got, want := plain.key(-1, 2), (MarkKey{Series: c.Columns[2].Key}); got != want {
		t.Errorf("total of a column: %v, want %v", got, want)
	}
}

// Every total is the sum of its row or column, and every cell is under the name
// of its column, whichever way the table lies.
func TestGridTotals(t *testing.T) {
	t.Parallel()
	for name, sample := range map[string]func() *Chart{"matrix": matrixChart, "documents": documentsChart} {
		for _, s := range []Size{{960, 600, 1}, {620, 420, 1}, {420, 700, 1}, {1880, 400, 1}} {
			c := sample()
			r, l := record(c, s)
			sums := map[MarkKey]float64{}
			for i, row := range c.Rows {
				for j, column := range c.Columns {
					v := cell(c.Values, i, j)
					sums[MarkKey{Row: row.Key}] += v
					sums[MarkKey{Series: column.Key}] += v
					sums[MarkKey{}] += v
				}
			}
			for _, m := range l.Marks {
				if want, ok := sums[m.Key()]; m.Total && (!ok || m.Value != want) {
					t.Errorf("%s %v: %s, want %v", name, s, m.Name, want)
				}
				if m.Total || m.Folded > 0 || m.Value == 0 || m.W < 30 {
					continue
				}
				if !slices.ContainsFunc(r.texts, func(text recordedText) bool {
					return text.text == strconv.Itoa(int(m.Value)) && math.Abs(text.x+text.w/2-m.X-m.W/2) < 1 && text.y > m.Y && text.bottom() < m.Y+m.H
				}) {
					t.Errorf("%s %v: %s is not in its cell", name, s, m.Name)
				}
			}
		}
	}
}

// A cell is the darker the larger its value, and equal ones are equal.
func TestHeatGrows(t *testing.T) {
	t.Parallel()
	c := matrixChart()
	c.Values = nil
	for i := range c.Rows {
		var row []float64
		for j := range c.Columns {
			row = append(row, float64(1+i*len(c.Columns)+j))
		}
		c.Values = append(c.Values, row)
	}
	r, _ := record(c, Size{960, 600, 1})
	last, cells := 2.0, 0
	for _, f := range r.fills {
		if !strings.Contains(f.name, ": ") {
			continue
		}
		cells++
		if l := backrow.Luminance(f.ink); l > last {
			t.Errorf("%s is lighter than the cell before", f.name)
		} else {
			last = l
		}
	}
	if cells != len(c.Rows)*len(c.Columns) {
		t.Errorf("%d cells", cells)
	}
	p := newPen(r.pic, c, 960, 600, 1)
	if p.heat(1, 9) != c.Style.HeatLow || p.heat(9, 9) != c.Style.HeatHigh || p.heat(1, 1) != c.Style.HeatLow {
		t.Errorf("heat from %v to %v; of all ones %v", p.heat(1, 9), p.heat(9, 9), p.heat(1, 1))
	}
}

// Names of columns are all short or all full.
func TestSameLength(t *testing.T) {
	t.Parallel()
	f := font{regular, 12, black}
	list := []Category{{Label: "Uzbekistan and more", Short: "UZB"}, {Label: "China", Short: "CHN"}}
	for width, want := range map[float64]string{300: "China", 40: "CHN"} {
		if got := sameLength(f, list, width, 1)[1].Label; got != want {
			t.Errorf("in %v: %q, want %q", width, got, want)
		}
	}
	list[0].Short = ""
	if got := sameLength(f, list, 40, 1)[1].Label; got != "China" {
		t.Errorf("one has no short name, the other is %q", got)
	}
}

// A table without totals has none, neither written nor named.
func TestGridWithoutTotals(t *testing.T) {
	t.Parallel()
	c := matrixChart()
	c.TotalLabel = ""
	r, l := record(c, Size{960, 600, 1})
	if r.has("Total") {
		t.Error("there is a total")
	}
	for _, m := range l.Marks {
		if m.Total && m.Row == "" && strings.Contains(m.Name, ":") {
			t.Errorf("mark %+v", m)
		}
	}
}
