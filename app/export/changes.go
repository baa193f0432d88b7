package export

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/scene"
)

// Change is a cell of a picture's table beside what it is in the data at hand.
type Change struct {
	Codes, Labels []string // of the dimensions
	Was, Now      string   // whole numbers; a cell without a row is "0"
}

// Changed reports whether the number is another one.
func (c Change) Changed() bool { return c.Was != c.Now }

// Changes is a table of a picture beside the same table counted anew: the rows
// of the picture in their order, then those that are new.
type Changes struct {
	Name  string
	Dims  []string // names of the dimensions
	Cells []Change
}

// Count is how many cells changed.
func (c Changes) Count() int {
	n := 0
	for _, x := range c.Cells {
		if x.Changed() {
			n++
		}
	}
	return n
}

// errOther says that two tables have not the same dimensions.
var errOther = errors.New("the tables have other dimensions")

// Compare counts a picture's tables anew in the data at hand, which are another
// version of those that it was made from; labels are in lang where the data
// still have the code. The last of the tables counts the statements of each
// document. It is an error if the picture was made from other data altogether
// or cannot be counted.
func Compare(room *scene.Room, e *Evidence, lang string) ([]Changes, error) {
	if e.Data.Name != room.Data.Name {
		return nil, fmt.Errorf("compare: the picture was made from %.80q, not from %q", e.Data.Name, room.Data.Name)
	}
	s, err := e.State()
	if err != nil {
		return nil, err
	}
	s.View, s.Lang = scene.Known(room.Data, s.View), lang
	j, err := newJob(room, s, Options{Kind: e.Picture.Kind, Size: Size{Width: 1, Height: 1, Density: 1}, Scene: &SceneOf{}})
	if err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	now := j.evidence()
	if len(e.Tables) != len(now.Tables) {
		return nil, fmt.Errorf("compare: %d tables, not %d", len(e.Tables), len(now.Tables))
	}
	var out []Changes
	for i, t := range e.Tables {
		c, err := t.beside(now.Tables[i])
		if err != nil {
			return nil, fmt.Errorf("compare table %.40q: %w", t.Name, err)
		}
		out = append(out, c)
	}
	of := func(sources []Source) Table {
		t := Table{Name: "documents", Columns: []string{"document", "count", "document_label"}}
		for _, x := range sources {
			t.Rows = append(t.Rows, []string{x.ID, strconv.Itoa(x.Count), x.Lead})
		}
		return t
	}
	c, err := of(e.Sources).beside(of(now.Sources))
	return append(out, c), err
}

// beside sets a table beside another of the same dimensions.
func (t Table) beside(now Table) (Changes, error) {
	count := slices.Index(t.Columns, "count")
	if count < 0 || count != slices.Index(now.Columns, "count") || !slices.Equal(t.Columns[:count], now.Columns[:count]) {
		return Changes{}, errOther
	}
	out := Changes{Name: t.Name, Dims: t.Columns[:count]}
	at := map[string]int{}
	key := func(row []string) string { return strings.Join(row[:count], "\x00") }
	labels := func(t Table, row []string) []string {
		if from := t.numbers(); from+count <= len(row) {
			return row[from : from+count]
		}
		return row[:count]
	}
	for _, row := range t.Rows {
		at[key(row)] = len(out.Cells)
		out.Cells = append(out.Cells, Change{row[:count], labels(t, row), row[count], "0"})
	}
	for _, row := range now.Rows {
		i, ok := at[key(row)]
		if !ok {
			i = len(out.Cells)
			at[key(row)] = i
			out.Cells = append(out.Cells, Change{Codes: row[:count], Was: "0"})
		}
		out.Cells[i].Now, out.Cells[i].Labels = row[count], labels(now, row)
	}
	return out, nil
}
