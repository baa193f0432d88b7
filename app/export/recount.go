package export

import (
	"errors"
	"fmt"
	"slices"

	"c5atlas.org/c5atlas/app/scene"
)

// ErrRows says that the rows inside a picture are not those that its view gives
// of the data it names.
var ErrRows = errors.New("the rows inside do not match the data that it names")

// Recount counts once more what a picture of the room's data says: nil if the
// numbers and the sources are the same. Labels are not compared: they may have
// other words in another version. It is an error to ask for a picture of other
// data.
func Recount(room *scene.Room, e *Evidence) error {
	if e.Data.Hash != room.Data.Hash {
		return fmt.Errorf("recount: the picture was made from %s %s, not from %s %s", e.Data.Name, e.Data.Version, room.Data.Name, room.Data.Version)
	}
	s, err := e.State()
	if err != nil {
		return err
	}
	j, err := newJob(room, s, Options{Kind: e.Picture.Kind, Size: Size{Width: 1, Height: 1, Density: 1}, Scene: &SceneOf{}})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrRows, err)
	}
	want := j.evidence()
	if len(e.Tables) != len(want.Tables) {
		return fmt.Errorf("%w: %d tables, not %d", ErrRows, len(e.Tables), len(want.Tables))
	}
	for i, t := range e.Tables {
		if err := t.compare(want.Tables[i]); err != nil {
			return fmt.Errorf("%w: table %.40q, %w", ErrRows, t.Name, err)
		}
	}
	if n := max(len(e.Sources), e.SourcesInAll); n != len(want.Sources) {
		return fmt.Errorf("%w: %d sources, not %d", ErrRows, n, len(want.Sources))
	}
	for i, x := range e.Sources {
		if y := want.Sources[i]; x.ID != y.ID || x.Count != y.Count {
			return fmt.Errorf("%w: source %.40q with %d statements, not %q with %d", ErrRows, x.ID, x.Count, y.ID, y.Count)
		}
	}
	return nil
}

// compare finds the first difference of the codes and numbers of two tables.
func (t Table) compare(want Table) error {
	n := t.numbers()
	if !slices.Contains(t.Columns, percent) { // as versions up to 0.1.0 wrote it
		want = want.without(percent)
	}
	if max(len(t.Rows), t.RowsInAll) != len(want.Rows) { // nor meetings without a statement
		want = want.counted()
	}
	if t.Name != want.Name || n != want.numbers() || !slices.Equal(t.Columns[:n], want.Columns[:n]) {
		return fmt.Errorf("columns %.80q, not %q", t.Columns, want.Columns)
	}
	if rows := max(len(t.Rows), t.RowsInAll); rows != len(want.Rows) {
		return fmt.Errorf("%d rows, not %d", rows, len(want.Rows))
	}
	for i, row := range t.Rows {
		if !slices.Equal(row[:n], want.Rows[i][:n]) {
			return fmt.Errorf("row %d: %.80q, not %q", i+1, row[:n], want.Rows[i][:n])
		}
	}
	return nil
}

// numbers is how many columns are codes and numbers; labels follow.
func (t Table) numbers() int {
	n := slices.Index(t.Columns, "count") + 1
	for n > 0 && n < len(t.Columns) && (t.Columns[n] == "lit" || t.Columns[n] == percent) {
		n++
	}
	return n
}

// counted returns the table without rows that count nothing.
func (t Table) counted() Table {
	count := slices.Index(t.Columns, "count")
	out := Table{Name: t.Name, Columns: t.Columns}
	for _, row := range t.Rows {
		if row[count] != "0" {
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}

// without returns the table without a column.
func (t Table) without(name string) Table {
	i := slices.Index(t.Columns, name)
	if i < 0 {
		return t
	}
	out := Table{Name: t.Name, Columns: slices.Delete(slices.Clone(t.Columns), i, i+1)}
	for _, row := range t.Rows {
		out.Rows = append(out.Rows, slices.Delete(slices.Clone(row), i, i+1))
	}
	return out
}
