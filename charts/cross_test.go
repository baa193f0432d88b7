package charts

import (
	"math/rand/v2"
	"strconv"
	"testing"
)

// A row is on if any of its cells is lit; none is off if all that have a number
// are on.
func TestCrossOfRandomTables(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(2, 3))
	some := 0
	for range 500 {
		h, w := 1+random.IntN(5), 1+random.IntN(5)
		x := table{rows: make([]Category, h), columns: make([]Category, w), turned: random.IntN(2) == 0}
		deep, wide := h, w
		if x.turned {
			deep, wide = w, h
		}
		for range deep {
			var values, lit []float64
			for range wide {
				values = append(values, float64(random.IntN(3)))
				lit = append(lit, float64(random.IntN(2)))
			}
			x.values, x.lit = append(x.values, values), append(x.lit, lit)
		}
		cellAt := func(i, j int) (value, share float64) {
			if x.turned {
				i, j = j, i
			}
			return x.values[i][j], x.lit[i][j]
		}
		rows, columns := x.cross()
		for _, side := range []struct {
			got   cross
			n, m  int
			at    func(k, o int) (float64, float64)
			named string
		}{
			{rows, h, w, cellAt, "row"},
			{columns, w, h, func(k, o int) (float64, float64) { return cellAt(o, k) }, "column"},
		} {
			allOn := true
			on := make([]bool, side.n)
			for k := range side.n {
				any := false
				for o := range side.m {
					v, share := side.at(k, o)
					any = any || v > 0
					on[k] = on[k] || v > 0 && share > 0
				}
				allOn = allOn && (on[k] || !any)
			}
			if (side.got == nil) != allOn {
				t.Fatalf("%+v: %ss are %v, all on: %t", x, side.named, side.got, allOn)
			}
			for k := range side.got {
				some++
				if side.got[k] != on[k] {
					t.Fatalf("%+v: %s %d is %t, want %t", x, side.named, k, side.got[k], on[k])
				}
			}
		}
	}
	if some < 200 {
		t.Errorf("%d rows and columns told apart: too few", some)
	}
	if rows, columns := (table{rows: make([]Category, 2), columns: make([]Category, 2)}).cross(); rows != nil || columns != nil {
		t.Error("a table of which nothing is lit has a cross")
	}
}

// One lit cell: its figure is strong, those of its row and its column have the full
// ink, and all others less.
func TestCrossIsSeen(t *testing.T) {
	t.Parallel()
	c := matrixChart()
	c.Values = nil
	for i := range c.Rows {
		var row []float64
		for j := range c.Columns {
			row = append(row, float64(100+10*i+j)) // a figure of its own for each cell
		}
		c.Values = append(c.Values, row)
	}
	const litRow, litColumn = 3, 2
	c.Lit = make([][]float64, len(c.Rows))
	for i := range c.Lit {
		c.Lit[i] = make([]float64, len(c.Columns))
	}
	c.Lit[litRow][litColumn] = 1
	r, _ := record(c, Size{1280, 900, 1})
	seen := 0
	for _, s := range r.texts {
		n, err := strconv.Atoi(s.text)
		if err != nil || n < 100 || n >= 100+10*len(c.Rows) || (n-100)%10 >= len(c.Columns) {
			continue
		}
		i, j := (n-100)/10, (n-100)%10
		strong := r.pic.Steps[s.step].Text.Face == c.Style.Bold
		if want := i == litRow && j == litColumn; strong != want {
			t.Errorf("row %d, column %d: strong is %t", i, j, strong)
		}
		seen++
	}
	if seen < len(c.Rows)*len(c.Columns) {
		t.Errorf("%d figures of %d", seen, len(c.Rows)*len(c.Columns))
	}
}
