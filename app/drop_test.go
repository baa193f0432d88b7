package app

import (
	"os"
	"path/filepath"
	"testing"
)

// Of several files that are dropped at once each goes where it belongs; one sentence
// names those that do not.
func TestDropSeveral(t *testing.T) {
	folder, text := codedFolder(t)
	lesson, _ := teacher(t)
	other := filepath.Join(t.TempDir(), "other.txt")
	if err := os.WriteFile(other, []byte("Nobody has coded this."), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(t.TempDir(), "broken.zip")
	if err := os.WriteFile(broken, []byte("PK"), 0o600); err != nil {
		t.Fatal(err)
	}

	r := start(t, "")
	r.work()
	r.openIn(other, text, folder, packaged("asean"), lesson, broken, filepath.Join(t.TempDir(), "none.png"))
	r.opens("package")
	r.until("attached", func() bool { return r.shell.Documents().Original() != nil })
	r.until("refused", func() bool {
		return r.saysAll("Not opened: asean (one of a kind at a time), broken.zip (one of a kind at a time), none.png (cannot be read), other.txt (none of the texts that were coded).")
	})
	if s := r.host.State(); s.Document != "d" {
		t.Errorf("shown is %+v", s.Focus)
	}
	if r.host.Deck == nil || len(r.memory.Files()) != 3 {
		t.Errorf("no lesson is ready; remembered: %v", r.memory.Files())
	}

	// Texts alone go to the data that show.
	r = start(t, folder)
	r.work()
	r.openIn(text, other)
	r.until("attached", func() bool { return r.shell.Documents().Original() != nil })
	r.until("refused", func() bool { return r.saysAll("Not opened: other.txt (none of the texts that were coded).") })

	// A package that cannot be read leaves the data, and the rest is opened.
	r.openIn(broken, lesson)
	r.until("refused", func() bool { return r.saysAll("Not opened: broken.zip (cannot be read).") })
	if r.room.Data.File != "package" || r.host.Deck == nil {
		t.Error("the data went, or the lesson did not come")
	}
}
