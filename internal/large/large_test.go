package large

import (
	"bytes"
	"maps"
	"slices"
	"testing"
)

// Equal sizes give equal bytes, and each table has a line for each record.
func TestPackage(t *testing.T) {
	t.Parallel()
	n := Size{Statements: 500, Documents: 50, Meetings: 20, Places: 30}
	a, b := Package(n), Package(n)
	if !slices.Equal(slices.Sorted(maps.Keys(a)), slices.Sorted(maps.Keys(b))) {
		t.Fatal("other files")
	}
	for name := range a {
		if !bytes.Equal(a[name].Data, b[name].Data) {
			t.Errorf("%s differs", name)
		}
	}
	for name, want := range map[string]int{"statements.csv": n.Statements, "documents.csv": n.Documents, "meetings.csv": n.Meetings, "places.csv": n.Places} {
		if got := bytes.Count(a[name].Data, []byte("\n")) - 1; got != want {
			t.Errorf("%s has %d records, want %d", name, got, want)
		}
	}
}
