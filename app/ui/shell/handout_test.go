package shell

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The menu hands out the lesson that is being written, under its title.
func TestExportLessonFromMenu(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	s, in := writing(t, fyne.NewSize(1366, 768), "")
	s.AddView()
	in.Run()
	lesson := s.menu.main.Items[3]
	i := slices.IndexFunc(lesson.Items, func(i *fyne.MenuItem) bool { return strings.HasPrefix(i.Label, "Export the lesson") })
	if i < 0 {
		t.Fatal("the menu has no such entry")
	}
	lesson.Items[i].Action()
	top := s.window.Canvas().Overlays().Top()
	path, ok := uitest.Find(top, func(e *parts.Entry) bool { return strings.HasPrefix(e.Text, dir) })
	if !ok {
		t.Fatalf("no place to save at in %v", uitest.Texts(top))
	}
	want := filepath.Join(dir, "one.odp")
	path.SetText(filepath.Join(dir, "one"))
	segments, ok := uitest.Find(top, func(c *parts.Choices) bool { return slices.Contains(uitest.Texts(c), "LibreOffice") })
	if !ok {
		t.Fatal("no forms")
	}
	segments.OnChosen(".odp")
	path.OnSubmitted("")
	in.Until(t, func() bool { return s.window.Canvas().Overlays().Top() == nil })
	if body, err := os.ReadFile(want); err != nil || !strings.Contains(string(body[:90]), "opendocument.presentation") {
		t.Errorf("%v", err)
	}
}
