package exportdialog

import (
	"bytes"
	"context"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/sirupsen/logrus"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/assets"
)

// uiQueue is what background goroutines hand to the UI goroutine, the test's.
type uiQueue chan func()

func (w uiQueue) until(t *testing.T, done func() bool) {
	t.Helper()
	late := time.After(30 * time.Second)
	for !done() {
		select {
		case f := <-w:
			f()
		case <-late:
			t.Fatal("it did not happen")
		}
	}
}

func openDialog(t *testing.T) (*Dialog, uiQueue) {
	t.Helper()
	d, _, err := dataset.Open(assets.Data())
	if err != nil {
		t.Fatal(err)
	}
	room, err := scene.NewRoom(d)
	if err != nil {
		t.Fatal(err)
	}
	a := test.NewTempApp(t)
	q := make(uiQueue, 100)
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	log := logrus.New()
	log.SetOutput(io.Discard)
	h := &host.Host{Store: state.NewStore(state.Default()), Room: room, Log: log, Do: func(f func()) { q <- f }, Context: ctx}
	a.Settings().SetTheme(theme.New(h.Palette(), 1))
	w := a.NewWindow("")
	w.SetContent(widget.NewLabel(""))
	w.Resize(fyne.NewSize(1280, 800))
	lastFolder = t.TempDir()
	dialog := newDialog(h, w, "C+C5 Atlas test")
	dialog.dialog.Show()
	return dialog, q
}

func (d *Dialog) sentence() string { return d.message.Text() }

func TestSaveWritesThePictureOfTheCommandLine(t *testing.T) {
	d, q := openDialog(t)
	d.choice.size, d.choice.lang, d.choice.theme = custom, "uk", state.Dark
	d.width.SetText("640")
	d.height.SetText("360")
	q.until(t, func() bool { return d.preview.Image != nil })
	path := d.target.path()
	if want := "c5atlas_domains_commitments_uk_" + time.Now().Format(time.DateOnly) + ".png"; filepath.Base(path) != want {
		t.Errorf("suggests %q, want %q", filepath.Base(path), want)
	}
	test.Tap(d.save)
	q.until(t, func() bool { return d.sentence() != "" })
	if !strings.Contains(d.sentence(), path) {
		t.Errorf("says %q", d.sentence())
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	v := state.Default()
	v.Lang, v.Theme = "uk", state.Dark
	size, err := export.ParseSize("640x360", 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	pic, err := export.Draw(context.Background(), d.h.Room, v, export.Options{Kind: export.Chart, Size: size, Software: "C+C5 Atlas test"})
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := pic.WritePNG(&want); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Error("the file differs from what the command line writes")
	}
	if _, err := png.Decode(bytes.NewReader(got)); err != nil {
		t.Error(err)
	}
}

func TestSaveAsksBeforeItReplaces(t *testing.T) {
	d, q := openDialog(t)
	d.choice.size = custom
	d.width.SetText("300")
	d.height.SetText("200")
	path := d.target.path()
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	over := func() int { return len(d.window.Canvas().Overlays().List()) }
	before := over()
	test.Tap(d.save)
	if over() != before+1 {
		t.Fatal("it does not ask")
	}
	d.window.Canvas().Overlays().Top().Hide()
	if data, err := os.ReadFile(path); err != nil || string(data) != "mine" {
		t.Fatalf("a file that was not to be replaced holds %d bytes, %v", len(data), err)
	}
	_ = q
}

func TestSaveSaysWhatIsWrong(t *testing.T) {
	d, q := openDialog(t)
	d.choice.size = custom
	d.width.SetText("300")
	d.height.SetText("200")
	d.target.entry.SetText(filepath.Join(t.TempDir(), "none", "x.png"))
	test.Tap(d.save)
	q.until(t, func() bool { return d.sentence() != "" })
	if !strings.Contains(d.sentence(), "none") {
		t.Errorf("says %q", d.sentence())
	}
	d.width.SetText("12")
	if !d.save.Disabled() || d.sentence() == "" {
		t.Errorf("a picture of 12 pixels can be saved: %q", d.sentence())
	}
	d.width.SetText("300")
	if d.save.Disabled() {
		t.Error("a good size does not help")
	}
}

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

func TestFolderIsChosen(t *testing.T) {
	d, _ := openDialog(t)
	before := len(d.window.Canvas().Overlays().List())
	test.Tap(d.target.browse)
	if got := len(d.window.Canvas().Overlays().List()); got != before+1 {
		t.Errorf("%d dialogs are open, %d before", got, before)
	}
}

func TestData(t *testing.T) {
	d, q := openDialog(t)
	d.dialog.Hide()
	target := newTarget(d.h, d.window, ".csv")
	target.suggest("x.csv")
	s := export.View(state.Default())
	said := ""
	target.save(func(w io.Writer) error { return export.WriteCSV(w, d.h.Room, s, export.Chart) }, func() {}, func(sentence string, _ bool) { said = sentence })
	q.until(t, func() bool { return said != "" })
	data, err := os.ReadFile(target.path())
	if err != nil || !strings.HasPrefix(string(data), "domain,status,count") {
		t.Errorf("%.60q, %v", data, err)
	}
}
