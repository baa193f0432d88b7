package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// packages are those that the exporter's goldens are made of.
func packaged(name string) string {
	return filepath.Join("export", "testdata", "packages", name)
}

// opens waits until the data of that file show.
func (r *rig) opens(file string) {
	r.t.Helper()
	r.until("opened "+file, func() bool { return r.room.Data.File == file })
}

// run runs the UI goroutine for a while.
func (r *rig) run(d time.Duration) {
	for end := time.After(d); ; {
		select {
		case f := <-r.queue:
			f()
		case <-end:
			return
		}
	}
}

// Data that are opened take the place of those that show, in every pane and in
// the title; closed, the atlas's own are back as they were left. Language, look
// and window are the person's throughout.
func TestDataTakeThePlace(t *testing.T) {
	r := start(t, "")
	r.host.Dispatch(state.SetLang("en"))
	r.host.Dispatch(state.SetTextSize(1.3))
	r.host.Dispatch(state.SetDomains("SEC"))
	r.host.Dispatch(state.SelectMeeting(r.room.Data.Meetings[3].ID))
	left := r.host.Store.State()
	title := r.shell.Window().Title()

	r.openIn(packaged("c5plus1"))
	r.opens("c5plus1")
	s := r.host.Store.State()
	if s.View != r.room.Opening().View || s.Person != left.Person || s.Layout != left.Layout {
		t.Errorf("opens as %+v", s)
	}
	if r.host.Store.CanUndo() {
		t.Error("undo leads back to a view of other data")
	}
	own := "The United States and the five Central Asian states (c5plus1)"
	if !strings.HasPrefix(title, "Security") || !strings.HasSuffix(title, " – "+scene.Title(r.room, left, r.host.Printer())+" – C+C5 Atlas") {
		t.Errorf("the title of the atlas's own data is %q", title)
	}
	if got := r.shell.Window().Title(); !strings.HasSuffix(got, " – "+own+" – C+C5 Atlas") || strings.HasPrefix(got, "Security") {
		t.Errorf("the title is %q", got)
	}
	if !r.saysAll(own, "Samarkand", "Washington", "2015") || r.saysAll("Tian Shan") {
		t.Errorf("the window says %q", r.says())
	}
	if got := scene.StatusLine(r.host.Room, r.host.Selection(), r.host.State(), r.host.Printer()); !strings.HasPrefix(got, own) {
		t.Errorf("the status line is %q", got)
	}

	// Another takes the place of this one; of two asked for at once, the last counts.
	r.host.Dispatch(state.SetStates("KAZ"))
	r.openIn(packaged("asean"))
	r.openIn(packaged("eu"))
	r.opens("eu")
	if s := r.host.Store.State(); s.States != "" {
		t.Errorf("the filters of other data stay: %+v", s.Subject)
	}
	r.keeper.left.Wait() // until the view of the first is kept
	r.openIn(packaged("c5plus1"))
	r.opens("c5plus1")
	if s := r.host.Store.State(); s.States != "KAZ" {
		t.Errorf("comes back as %+v", s.Subject)
	}

	r.host.Dispatch(state.SetLang("uk"))
	r.shell.CloseData()
	r.opens("")
	if s := r.host.Store.State(); s.View != left.View || s.Lang != "uk" || s.TextSize != 1.3 {
		t.Errorf("the atlas's own came back as %+v, not %+v", s, left)
	}
	if got := r.shell.Window().Title(); !strings.HasPrefix(got, "Безпека") || !strings.HasSuffix(got, " – Атлас C+C5") || strings.Contains(got, own) || r.foreign() {
		t.Errorf("the title is %q", got)
	}
	if !r.saysAll("c5plus1") { // that it was closed
		t.Errorf("the window says %q", r.says())
	}
}

// What does not open leaves the data that show, and says why.
func TestDataThatDoNotOpen(t *testing.T) {
	r := start(t, packaged("asean"))
	r.openIn(t.TempDir())
	r.until("said", func() bool { return r.saysAll("not a whole data package") || r.saysAll("пакет") })
	if r.room.Data.File != "asean" || !r.foreign() {
		t.Error("the data went")
	}
}

// No lesson is disturbed: data that are opened meanwhile come after it.
func TestDataWaitForTheLesson(t *testing.T) {
	r := start(t, "")
	r.press(fyne.KeyF5)
	r.openIn(packaged("c5plus1"))
	r.run(time.Second)
	if r.room.Data.File != "" || r.host.Store.State().Scene != 1 {
		t.Fatal("the lesson was disturbed")
	}
	r.press(fyne.KeyEscape)
	r.opens("c5plus1")
}

// The sessions of both are kept, each in its own file.
func TestSessionsOfDataThatWereClosed(t *testing.T) {
	folder := t.TempDir()
	r := again(t, "", folder)
	r.host.Dispatch(state.SetDomains("SEC"))
	r.openIn(packaged("c5plus1"))
	r.opens("c5plus1")
	r.host.Dispatch(state.SetStates("KAZ"))
	r.close()
	for _, o := range []string{sessionName, sessionOf(&r.opened)} {
		if _, err := os.Stat(filepath.Join(folder, o)); err != nil {
			t.Error(err)
		}
	}
	if s := again(t, "", folder).host.Store.State(); s.Domains != "SEC" {
		t.Errorf("the atlas's own came back as %+v", s.Subject)
	}
	if s := again(t, packaged("c5plus1"), folder).host.Store.State(); s.States != "KAZ" {
		t.Errorf("the others came back as %+v", s.Subject)
	}
}
