package dataset

import (
	"slices"
	"testing"
)

// A column gives back what the statements say, from both sides.
func TestColumn(t *testing.T) {
	t.Parallel()
	cells := [][]string{{"b"}, {"a", "b", "a"}, {}, {"z", "a"}}
	c := newColumn([]string{"a", "b", "c"}, len(cells), true, func(i int) []string { return cells[i] })
	if !slices.Equal(c.Codes, []string{"a", "b", "c", "z"}) {
		t.Errorf("codes %v: one that is not listed comes last", c.Codes)
	}
	for i, want := range [][]int32{{1}, {0, 1}, {}, {3, 0}} {
		if got := c.Of(i); !slices.Equal(got, want) {
			t.Errorf("statement %d has %v, want %v", i, got, want)
		}
	}
	for k, want := range [][]int32{{1, 3}, {0, 1}, {}, {3}} {
		if got := c.Statements(k); !slices.Equal(got, want) {
			t.Errorf("%s has the statements %v, want %v", c.Codes[k], got, want)
		}
	}
	if k, ok := c.Number("c"); k != 2 || !ok {
		t.Errorf("c is number %d, %t", k, ok)
	}
	if _, ok := c.Number("y"); ok {
		t.Error("y has a number")
	}
}

func TestIndex(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	for i := range d.Statements {
		x := &d.Statements[i]
		one := func(c *Column, want string) {
			if of := c.Of(i); len(of) != 1 || c.Codes[of[0]] != want || !slices.Contains(c.Statements(int(of[0])), int32(i)) {
				t.Errorf("%s has %v, want %q", x.ID, of, want)
			}
		}
		one(&d.Index.Domain, x.Domain)
		one(&d.Index.Status, x.Status)
		one(&d.Index.Meeting, x.Meeting)
		one(&d.Index.Document, x.Document)
		one(&d.Index.Level, d.Meeting(x.Meeting).Level)
		var states []string
		for _, k := range d.Index.State.Of(i) {
			states = append(states, d.Index.State.Codes[k])
		}
		if !slices.Equal(states, x.States) {
			t.Errorf("%s has the states %v, want %v", x.ID, states, x.States)
		}
	}
}
