package export_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// A note of any length is in the handout as a whole, a long address too; it goes
// on to as many pages as it needs. Where poppler is installed, it reads it back.
func TestHandoutHoldsNotes(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed: notes were not read back")
	}
	s := room().Opening()
	step := scene.Deck(room(), s, i18n.For("en"))[0]
	address := "https://example.org/" + strings.Repeat("abcdefghij", 20)
	step.Note = strings.Repeat("Слово за словом. ", 500) + "\n\nSee " + address + " and the end."
	path := filepath.Join(t.TempDir(), "handout.pdf")
	o := export.Options{Size: export.Size{Width: 640, Height: 360, Density: 1, DPI: 96}}
	if err := export.WriteScript(t.Context(), path, false, room(), &export.Script{Steps: []scene.Step{step}, By: s.Person}, export.LessonOptions{Options: o}); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(strings.Fields(string(out)), "")
	for _, word := range []string{"Слово", "за", "словом."} { // a page may end within a sentence
		if n := strings.Count(all, word); n != 500 {
			t.Errorf("%d of 500 times %q", n, word)
		}
	}
	if !strings.Contains(all, "See"+address+"andtheend.") {
		t.Error("the address is not whole")
	}
	if pages := strings.Count(string(out), "\f"); pages < 3 || pages > 6 {
		t.Errorf("%d pages", pages)
	}
}

// On request the terms of a lesson are explained under its slides and in its handout.
func TestHandoutDefinitions(t *testing.T) {
	t.Parallel()
	pdftotext := tool(t, "pdftotext")
	s := room().Opening()
	deck := scene.Deck(room(), s, i18n.For("en"))[:2]
	dir := filepath.Join(t.TempDir(), "lesson")
	o := export.Options{Size: size(t, "640x360", 1), Extras: export.Extras{Definitions: true}}
	if err := export.WriteScript(t.Context(), dir, false, room(), &export.Script{Steps: deck, By: s.Person}, export.LessonOptions{Options: o}); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(pdftotext(nil, filepath.Join(dir, "handout.pdf"), "-"))), " ")
	explained := 0
	for i := range room().Data.Terms {
		x := &room().Data.Terms[i]
		if strings.Contains(text, strings.Join(strings.Fields(x.Definition.In("en")), " ")) {
			explained++
		}
	}
	if explained < 3 {
		t.Errorf("the handout explains %d terms", explained)
	}
	alt, err := os.ReadFile(filepath.Join(dir, "scene-01.alt.txt"))
	if err != nil || len(alt) == 0 {
		t.Error(err)
	}
}

// A scene that hides something has two pictures and one note.
func TestHandoutSaysANoteOnce(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed: notes were not read back")
	}
	s := room().Opening()
	step := scene.Deck(room(), s, i18n.For("en"))[0]
	step.Note, step.Hidden = "Ask first.", state.HideValues
	next := step
	next.Title, next.Hidden = "Another scene", ""
	path := filepath.Join(t.TempDir(), "handout.pdf")
	o := export.LessonOptions{Options: export.Options{Size: export.Size{Width: 640, Height: 360, Density: 1, DPI: 96}}, Form: ".pdf", Handout: export.Handout{PerPage: 3}}
	if err := export.WriteScript(t.Context(), path, false, room(), &export.Script{Steps: []scene.Step{step, next}, By: s.Person}, o); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(out), "Ask first."); n != 2 {
		t.Errorf("the notes of two scenes are said %d times", n)
	}
}
