package exportdialog

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// A name that was typed stays when the choices change; the suggested one
// follows them.
func TestNameFollowsUntilItIsTyped(t *testing.T) {
	d, _ := openDialog(t)
	d.choice.kind = export.Map
	d.follow()
	if !strings.Contains(d.target.path(), "c5atlas_map_") {
		t.Errorf("path %q", d.target.path())
	}
	dir := filepath.Dir(d.target.path())
	d.target.entry.SetText(filepath.Join(dir, "lecture 3"))
	d.choice.kind = export.Dashboard
	d.follow()
	if got := d.target.path(); got != filepath.Join(dir, "lecture 3.png") {
		t.Errorf("path %q", got)
	}
}

// The button beside the path chooses its folder, by keys alone; Escape leaves it.
func TestFolderIsChosen(t *testing.T) {
	d, q := openDialog(t)
	at := filepath.Dir(d.target.path())
	name := filepath.Base(d.target.path())
	if err := os.Mkdir(filepath.Join(at, "lectures"), 0o700); err != nil {
		t.Fatal(err)
	}
	over := func() int { return len(d.window.Canvas().Overlays().List()) }
	before := over()
	test.Tap(d.target.browse)
	if over() != before+1 {
		t.Fatalf("%d dialogs are open, %d before", over(), before)
	}
	uitest.Press(d.window, fyne.KeyEscape)
	if over() != before || filepath.Dir(d.target.path()) != at {
		t.Fatal("Escape does not leave it")
	}
	test.Tap(d.target.browse)
	q.Until(t, func() bool {
		uitest.Press(d.window, fyne.KeyDown)
		return strings.Contains(strings.Join(uitest.Texts(d.window.Canvas().Overlays().Top()), " "), "Folder: "+filepath.Join(at, "lectures")[:20])
	})
	q.Run()
	take, ok := uitest.Find(d.window.Canvas().Overlays().Top(), func(b *parts.Button) bool { return b.Text == d.h.T("shell.exportFolderTake") })
	if !ok {
		t.Fatal("no button takes it")
	}
	test.Tap(take)
	q.Until(t, func() bool { return over() == before })
	if want := filepath.Join(at, "lectures", name); d.target.path() != want {
		t.Errorf("%s, want %s", d.target.path(), want)
	}
}

// A name that was typed gets the ending of a format that is chosen later.
func TestTypedNameChangesItsEnding(t *testing.T) {
	d, _ := openDialog(t)
	dir := filepath.Dir(d.target.path())
	d.target.entry.SetText(filepath.Join(dir, "lecture 3.png"))
	d.choice.Format = "pdf"
	d.follow()
	if got := d.target.path(); got != filepath.Join(dir, "lecture 3.pdf") {
		t.Errorf("path %q", got)
	}
}

// A name without a folder goes where the dialog shows, and ~ is the home folder.
func TestNamesAsPeopleTypeThem(t *testing.T) {
	d, _ := openDialog(t)
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	shown := filepath.Dir(d.target.path())
	for typed, want := range map[string]string{
		"chart1":                 filepath.Join(shown, "chart1.png"),
		"chart1.PNG":             filepath.Join(shown, "chart1.PNG"),
		"sub/chart1":             filepath.Join(shown, "sub", "chart1.png"),
		"~/x.png":                filepath.Join(home, "x.png"),
		"~x":                     filepath.Join(shown, "~x.png"),
		filepath.Join(home, "y"): filepath.Join(home, "y.png"),
	} {
		d.target.entry.SetText(filepath.Join(shown, "before.png"))
		d.target.entry.SetText(typed)
		if got := d.target.path(); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
	d.target.entry.SetText("")
	d.target.entry.SetText("chart2")
	test.Tap(d.save)
	if d.stop == nil {
		t.Fatal("nothing is written")
	}
}
