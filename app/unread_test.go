package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// A package that cannot be read leaves the data that show, and what was found in it is
// listed as what is found in any: the badge stays, the list says file, row, column and
// mend, and shows the row.
func TestFindingsOfUnreadable(t *testing.T) {
	good, _ := codedFolder(t)
	bad, _ := codedFolder(t)
	table := filepath.Join(bad, "meetings.csv")
	text, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(text), "\n")
	if err := os.WriteFile(table, []byte(strings.Replace(head, "date", "day", 1)+"\n"+rest), 0o600); err != nil {
		t.Fatal(err)
	}
	listed := func(r *rig) {
		t.Helper()
		r.until("said", func() bool { return r.saysAll("package cannot be read as a data package", "fault in the data") })
		r.press(fyne.KeyF8)
		r.until("listed", func() bool {
			said := r.dialog()
			return strings.Contains(said, "Why package cannot be read") && strings.Contains(said, "meetings.csv") && strings.Contains(said, "date") && strings.Contains(said, "is missing")
		})
		r.press(fyne.KeyEscape)
	}
	r := start(t, good)
	r.openIn(bad)
	listed(r)
	if r.path != good || len(r.room.Data.Meetings) == 0 {
		t.Errorf("the data that show lie at %q", r.path)
	}
	r.openIn(good) // again
	r.until("gone", func() bool { return !r.saysAll("fault in the data") })

	r = start(t, bad)
	if r.foreign() {
		t.Error("the data that cannot be read show")
	}
	listed(r)
}
