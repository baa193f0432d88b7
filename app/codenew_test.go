package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/draft"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// dialog is all that the dialog on top says.
func (r *rig) dialog() string {
	if top := r.shell.Window().Canvas().Overlays().Top(); top != nil {
		return strings.Join(uitest.Texts(top), " ")
	}
	return ""
}

// describes fills the dialog in: the entries from the first on, and the last of each
// list.
func (r *rig) describes(entries ...string) {
	r.t.Helper()
	top, n := r.shell.Window().Canvas().Overlays().Top(), 0
	uitest.Walk(top, func(o fyne.CanvasObject) {
		switch x := o.(type) {
		case *parts.Entry:
			if n < len(entries) && entries[n] != "" {
				x.SetText("")
				test.Type(x, entries[n])
			}
			n++
		case *parts.Select:
			if x.SelectedIndex() < 0 || x.Selected == "–" {
				x.SetSelectedIndex(len(x.Options) - 1)
			}
		}
	})
}

// A text that the package has not becomes one of its documents: what is said of it is
// held to the rules of the package, can be changed and taken back while it is coded,
// and comes into the tables with the statements.
func TestCodeNewDocument(t *testing.T) {
	folder, _ := codedFolder(t)
	text := filepath.Join(t.TempDir(), "new.txt")
	if err := os.WriteFile(text, []byte("A communiqué\nThey agree on a railway.\nThey mean to build it.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	kept := t.TempDir()
	r := again(t, folder, kept)
	r.work()
	r.host.Dispatch(state.SetLang("en"))
	documents, statements := len(r.room.Data.Documents), len(r.room.Data.Statements)
	r.shell.CodeFile(text)
	r.until("asked", func() bool { return strings.Contains(r.dialog(), "new to the package") })
	r.keys(fyne.KeyReturn) // with the title alone, which is the first line
	r.until("refused", func() bool { return strings.Contains(r.dialog(), "is empty") })
	r.describes("", "A ministry", "2 May 2024", "ftp://example.org")
	r.keys(fyne.KeyReturn)
	r.until("refused", func() bool {
		return strings.Contains(r.dialog(), "is not a date") && strings.Contains(r.dialog(), "https")
	})
	r.describes("", "", "2024-05-02", "https://example.org/communique")
	r.keys(fyne.KeyReturn)
	r.until("coding", func() bool { return r.saysAll("Coding: A communiqué", "Paraphrase") })

	r.codeTwo()
	v := r.shell.Coding()
	if v.Draft().Rows[0].Meeting != v.Draft().New.Meeting || v.Draft().New.Published != "2024-05-02" {
		t.Errorf("%+v", v.Draft().Value)
	}
	about, ok := uitest.Find(r.shell.Window().Content(), func(b *parts.Button) bool { return b.Text == "Document…" })
	if !ok {
		t.Fatal("what was said cannot be changed")
	}
	test.Tap(about)
	r.describes("Another title")
	r.keys(fyne.KeyReturn)
	r.until("changed", func() bool { return r.saysAll("Coding: Another title") })
	v.Undo()
	if !r.saysAll("Coding: A communiqué", "2 statements coded here") {
		t.Errorf("taken back, it says %q", r.says())
	}
	v.Redo()
	r.keys(fyne.KeyEscape)
	r.shell.CodeFile(text) // goes on
	r.until("asked again", func() bool { return strings.Contains(r.dialog(), "new to the package") })
	r.keys(fyne.KeyReturn)
	r.until("coding", func() bool { return r.saysAll("Coding: Another title", "2 statements coded here") })
	r.shell.Coding().Finish()
	r.until("saved", func() bool { return r.saysAll("2 statements are in") })

	d, found, err := dataset.OpenPath(folder)
	if err != nil || dataset.Faults(found) > 0 || len(d.Documents) != documents+1 || len(d.Statements) != statements+2 {
		t.Fatalf("%v, %v, %d documents", err, found, len(d.Documents))
	}
	var x *dataset.Document
	for i := range d.Documents {
		if d.Documents[i].Title == "Another title" {
			x = &d.Documents[i]
		}
	}
	if x == nil || x.Publisher.In("en") != "A ministry" || x.Published != "2024-05-02" || x.Language == "" || len(x.Links) != 1 || len(x.Meetings) != 1 {
		t.Fatalf("the package has %+v", x)
	}
	if r.host.State().Document != x.ID {
		t.Errorf("shown is %q", r.host.State().Document)
	}
	r.until("attached", func() bool { return r.shell.Documents().Original() != nil })
	if dr, _ := r.drafts.Load(draft.Key{Package: d.Name, Text: x.SHA256}); len(dr.Rows) > 0 {
		t.Error("the draft stays")
	}
}
