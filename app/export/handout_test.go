package export_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
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
	dir := filepath.Join(t.TempDir(), "lesson")
	o := export.Options{Size: export.Size{Width: 640, Height: 360, Density: 1, DPI: 96}}
	if err := export.WriteLessonFolder(t.Context(), dir, false, room(), []scene.Step{step}, s.Person, o); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", filepath.Join(dir, "handout.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(strings.Fields(string(out)), "")
	if n := strings.Count(all, "Словозасловом."); n != 500 {
		t.Errorf("%d of 500 sentences", n)
	}
	if !strings.Contains(all, "See"+address+"andtheend.") {
		t.Error("the address is not whole")
	}
	if pages := strings.Count(string(out), "\f"); pages < 3 || pages > 6 {
		t.Errorf("%d pages", pages)
	}
}
