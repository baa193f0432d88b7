package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/large"
)

// codedFolder is a package as a folder, with the text that it was coded from
// beside it.
func codedFolder(t *testing.T) (folder, text string) {
	t.Helper()
	files, words := large.Coded(30)
	folder = filepath.Join(t.TempDir(), "package")
	if err := os.CopyFS(folder, files); err != nil {
		t.Fatal(err)
	}
	text = filepath.Join(t.TempDir(), "copy of the text.txt")
	if err := os.WriteFile(text, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	return folder, text
}

// A text that is dropped goes to the document that was coded from it, is there
// after a new start, and is kept nowhere but in the person's own folder.
func TestAttachOriginal(t *testing.T) {
	folder, text := codedFolder(t)
	kept := t.TempDir()
	r := again(t, folder, kept)
	r.work()
	r.openIn(text)
	r.until("attached", func() bool { return r.shell.Documents().Original() != nil })
	if s := r.host.State(); s.Document != "d" {
		t.Errorf("the document is not shown: %+v", s.Focus)
	}
	r.until("said", func() bool { return r.saysAll("This is the very text that was coded", "30 of 30 coded paragraphs") })
	if !r.saysAll("Domain SOV, Domain SEC") {
		t.Errorf("no paragraph is marked: %s", r.says())
	}
	r.keeper.flush()

	again := again(t, folder, kept)
	again.work()
	again.host.Dispatch(state.SelectDocument("d"))
	again.until("there after a new start", func() bool { return again.shell.Documents().Original() != nil })

	other := start(t, "")
	other.work()
	other.openIn(text)
	other.until("refused", func() bool { return other.saysAll("Choose a document first") })
	other.host.Dispatch(state.SelectDocument(other.room.Data.Documents[0].ID))
	other.openIn(text)
	other.until("attached all the same", func() bool { return other.saysAll("This file is not the one that was coded. 0 of") })
}

func TestAttachRefuses(t *testing.T) {
	r := start(t, "")
	r.host.Dispatch(state.SelectDocument(r.room.Data.Documents[0].ID))
	for name, data := range map[string]string{"a.docx": "no zip", "empty.txt": " \n", "a.pdf": "%PDF-1.7\n"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		r.openIn(path)
		r.until(name+" refused", func() bool { return r.saysAll(name) })
		if strings.Contains(r.says(), "zip:") || r.shell.Documents().Original() != nil {
			t.Errorf("%s: %s", name, r.says())
		}
	}
	entries, _ := os.ReadDir(r.shelf.Folder)
	if len(entries) != 0 {
		t.Error("what was refused is kept")
	}
}
