package app

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/sirupsen/logrus"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/shell"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// rig is a program whose window a test drives.
type rig struct {
	*program
	t     *testing.T
	queue chan func()   // for the UI goroutine, which is the test's
	works chan struct{} // closed: what is worked out beside the window is
}

// start opens the window with what is at path, as Run does, for the first time. No
// picture is drawn and nothing else worked out beside it until a test asks for that:
// most look at what the window says.
func start(t *testing.T, path string) *rig {
	t.Helper()
	return again(t, path, t.TempDir())
}

// again opens the window with the sessions in a folder.
func again(t *testing.T, path, folder string) *rig {
	t.Helper()
	for _, name := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} { // tests wait for sentences, whatever the desktop speaks
		t.Setenv(name, "C")
	}
	log := logrus.New()
	log.SetOutput(io.Discard)
	r := &rig{t: t, queue: make(chan func(), 1000), works: make(chan struct{})}
	r.program = &program{cfg: Config{Name: "C+C5 Atlas", Path: path, Log: log}, app: fyne.CurrentApp(), hold: r.hold, do: func(f func()) { r.queue <- f }, rendered: func() {}}
	var err error
	if r.opened, err = openAnyway(path); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	r.window = r.app.NewWindow(shell.Title)
	first := r.begun(ctx, folder)
	shell.Open(r.window, fyne.NewSize(first.Width, first.Height), func() { r.build(ctx, first) }, r.fill)
	r.keeper.after = time.Hour
	t.Cleanup(func() {
		cancel()
		r.keeper.close()
		r.memory.Wait()
		r.shell.Close()
		r.shell.Window().Close()
	})
	r.started()
	return r
}

// openAnyway opens what is at path as the window does that is not in a hurry.
func openAnyway(path string) (opened, error) {
	done := make(chan arrival, 1)
	done <- <-read(path)
	o, _, err := first(context.Background(), path, done)
	return o, err
}

// hold holds back what is worked out beside the window until somebody wants it.
func (r *rig) hold(ctx context.Context) {
	select {
	case <-r.works:
	case <-ctx.Done():
	}
}

// work has pictures drawn, texts compared and whatever else waits to be worked out.
func (r *rig) work() { close(r.works) }

// until runs the UI goroutine until it is so.
func (r *rig) until(what string, is func() bool) {
	r.t.Helper()
	late := time.After(30 * time.Second)
	look := time.NewTicker(20 * time.Millisecond) // not all that is waited for comes through the queue
	defer look.Stop()
	for !is() {
		select {
		case f := <-r.queue:
			f()
		case <-look.C:
		case <-late:
			r.t.Fatalf("never %s: the window says %q", what, r.says())
		}
	}
}

func (r *rig) press(name fyne.KeyName) {
	uitest.Press(r.shell.Window(), name)
}

// says is all that the window says.
func (r *rig) says() string {
	return strings.Join(uitest.Texts(r.shell.Window().Content()), " ")
}

func (r *rig) saysAll(words ...string) bool {
	said := r.says()
	for _, w := range words {
		if !strings.Contains(said, w) {
			return false
		}
	}
	return true
}

// teacher is a lesson as a person might write it for other data than these.
func teacher(t *testing.T) (path string, steps []scene.Step) {
	t.Helper()
	a, b := state.Default().View, state.Default().View
	a.Domains, a.Camera = "SEC", state.Camera{Lon: 70, Lat: 45, Span: 1500}
	b.Meeting, b.Against, b.Document, b.Statement = "1999-01-01-x", "no", "099", "099-01"
	b.Domains, b.States, b.Levels, b.From, b.To, b.Kind = "ZZZ", "XYZ", "kings", "yesterday", "9999-99-99", state.Matrix
	steps = []scene.Step{{View: a, Title: "Water and borders", Caption: "Who shares which river?", Note: "Ask first."}, {View: b, Title: "Elsewhere"}, {View: b}}
	var body bytes.Buffer
	if err := export.WriteLesson(&body, export.LessonOf(uitest.Room(t), "", steps, "en")); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "lesson.json")
	if err := os.WriteFile(path, body.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path, steps
}

// A lesson waits for F5, however it came: as a file or its folder, at the start
// or into a window that is open.
func TestWindowWithLesson(t *testing.T) {
	path, _ := teacher(t)
	for name, open := range map[string]func() *rig{
		"start":  func() *rig { return start(t, path) },
		"folder": func() *rig { return start(t, filepath.Dir(path)) },
		"openIn": func() *rig {
			r := start(t, "")
			r.openIn(path)
			return r
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := open()
			before := r.host.Store.State()
			r.until("ready", func() bool { return r.saysAll("F5", "3 scenes", "Water and borders") })
			if r.host.Store.State() != before {
				t.Errorf("opening it changed the view to %+v", r.host.Store.State())
			}
			r.press(fyne.KeyF5)
			if s := r.host.Store.State(); s.Scene != 1 || s.Domains != "SEC" || s.Camera.Span != 1500 {
				t.Errorf("F5 shows %+v", s)
			}
			r.until("shown", func() bool { return r.saysAll("Water and borders", "Who shares which river?", "1 of 3") })
			r.press(fyne.KeyRight)
			if s := r.host.Store.State(); s.Scene != 2 || s.Meeting+s.Against+s.Document+s.Statement+string(s.Domains+s.States+s.Levels) != "" {
				t.Errorf("the second scene keeps what the data do not have: %+v", s)
			}
			r.press(fyne.KeyRight)
			r.press(fyne.KeyEscape)
			if r.host.Store.State() != before {
				t.Errorf("the lesson left the view at %+v", r.host.Store.State())
			}
		})
	}
}

// What cannot be opened leaves a window that says so until it is told to stop.
func TestWindowWithBadFile(t *testing.T) {
	dir := t.TempDir()
	cut := filepath.Join(dir, "cut.json")
	if err := os.WriteFile(cut, []byte("[{"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{"missing": filepath.Join(dir, "none.png"), "empty folder": dir, "lesson": cut} {
		t.Run(name, func(t *testing.T) {
			r := start(t, path)
			if r.unopened == nil {
				t.Fatal("it was opened")
			}
			if r.foreign() || len(r.room.Data.Statements) == 0 {
				t.Error("the window has no data of its own")
			}
			for _, lang := range i18n.Languages() {
				r.host.Dispatch(state.SetLang(lang))
				want := i18n.For(lang).T(openFault(r.unopened), i18n.Args{"Name": filepath.Base(path)})
				if said := r.says(); !strings.Contains(strings.Join(strings.Fields(said), " "), want) {
					t.Errorf("%s: %q does not say %q", lang, said, want)
				}
			}
			r.press(fyne.KeyEscape)
			if r.saysAll(filepath.Base(path)) {
				t.Errorf("after Escape it still says %q", r.says())
			}
		})
	}
	r := start(t, "")
	r.openIn(cut)
	r.until("warned", func() bool { return r.saysAll("cut.json is not a lesson") })
}

// A picture that is opened keeps the person's language and look, says in which it was
// drawn, and is undone in one step.
func TestWindowKeepsThePerson(t *testing.T) {
	r := start(t, "")
	r.host.Dispatch(state.SetLang("en"))
	before := r.host.Store.State()
	v := before
	v.States, v.Lang, v.Theme = "KAZ", "uk", state.Print
	size, err := export.ParseSize("600x400", 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	pic, err := export.Draw(t.Context(), r.room, v, export.Options{Kind: export.Chart, Size: size, Software: "test"})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "chart.png")
	var b bytes.Buffer
	if err := pic.WritePNG(&b); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	r.openIn(path)
	r.until("opened", func() bool { return r.host.Store.State().States == "KAZ" })
	if now := r.host.Store.State(); now.Person != before.Person || now.Layout != before.Layout {
		t.Errorf("the picture changes the person's %+v, %+v", now.Person, now.Layout)
	}
	if !r.saysAll("chart.png", "Українська", r.host.T("shell.themePrint")) {
		t.Errorf("the window says %q", r.says())
	}
	r.host.Store.Undo()
	if now := r.host.Store.State(); now != before {
		t.Errorf("undo leaves %+v", now)
	}
}

// A program that starts with a picture shows its view, and Ctrl+Z brings back what the
// person had when they left.
func TestStartWithAPictureIsUndone(t *testing.T) {
	folder := t.TempDir()
	r := again(t, "", folder)
	r.host.Dispatch(state.SetLang("uk"))
	r.host.Dispatch(state.SetChart(state.Matrix))
	left := r.host.Store.State()
	v := r.room.Opening()
	v.States, v.Theme = "KAZ", state.Print
	pic, err := export.Draw(t.Context(), r.room, v, export.Options{Kind: export.Chart, Size: export.Size{Width: 600, Height: 400, Density: 1}, Software: "test"})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := pic.WritePNG(&b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "chart.png")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	r.leave()
	r.keeper.close()

	r = again(t, path, folder)
	if now := r.host.Store.State(); now.States != "KAZ" || now.Kind != state.Domains || now.Lang != "uk" {
		t.Fatalf("it starts with %+v", now)
	}
	r.host.Store.Undo()
	if now := r.host.Store.State(); now.View != left.View || now.Person != left.Person {
		t.Errorf("undo leaves %+v, the person had %+v", now.View, left.View)
	}
	if r.host.Store.CanUndo() {
		t.Error("there is more to undo")
	}
}
