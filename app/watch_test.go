package app

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

// begun is the template as a person has it, in a folder or a file of that name.
func begun(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := export.WriteData(t.Context(), path, false, assets.Template()); err != nil {
		t.Fatal(err)
	}
	return path
}

func rewritten(t *testing.T, path, was, now string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), was) {
		t.Fatalf("%s has no %q: %v", path, was, err)
	}
	return []byte(strings.Replace(string(text), was, now, 1))
}

// Editors save in two ways: over the file, and beside it with its name taken
// afterwards. Either is seen, and nothing of the view is lost.
func TestWatchSeesWhatIsSaved(t *testing.T) {
	path := begun(t, "mine")
	r := start(t, path)
	r.host.Dispatch(state.SetLang("en"))
	d := r.room.Data
	m := d.Meetings[0]
	r.host.Dispatch(state.SetStates("EST"))
	r.host.Dispatch(state.SelectDocument(d.Documents[0].ID))
	r.host.Dispatch(state.SetCamera{Lon: 25, Lat: 58, Span: 700})
	view := r.host.Store.State()
	file := filepath.Join(path, "meetings.csv")
	for i, save := range []func([]byte){
		func(text []byte) { // over it
			if err := os.WriteFile(file, text, 0o600); err != nil {
				t.Fatal(err)
			}
		},
		func(text []byte) { // beside it
			if err := os.WriteFile(file+".new", text, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(file+".new", file); err != nil {
				t.Fatal(err)
			}
		},
	} {
		was := r.room.Data.Meeting(m.ID).Title.In("en")
		now := was + strings.Repeat("!", i+1)
		begun := time.Now()
		save(rewritten(t, file, was, now))
		r.until("seen", func() bool { return r.room.Data.Meeting(m.ID).Title.In("en") == now })
		t.Logf("seen after %v", time.Since(begun).Round(time.Millisecond))
		if s := r.host.Store.State(); s != view {
			t.Errorf("the view became %+v, not %+v", s, view)
		}
		if !r.saysAll("mine was saved") {
			t.Errorf("the window says %q", r.says())
		}
	}
	if !r.host.Store.CanUndo() {
		t.Error("nothing can be undone any more")
	}
}

// States that are taken for others, far off, are framed; a look that somebody took
// stays while it shows something of them.
func TestWatchFramesOtherStates(t *testing.T) {
	path := begun(t, "mine")
	r := start(t, path)
	save := func(states string) {
		t.Helper()
		text := "code,iso2,name\n" + states
		if err := os.WriteFile(filepath.Join(path, "states.csv"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		n := strings.Count(states, "\n")
		r.until("seen", func() bool { return len(r.room.Data.Countries) == n && r.room.Data.Country(states[:3]) != nil })
	}
	inSight := func(lon, lat float64) bool {
		v := scene.Viewport(r.room, r.host.Store.State(), 800, 600, 1)
		x, y := v.ToScreen(orb.Point{lon, lat})
		return x >= 0 && y >= 0 && x <= 800 && y <= 600
	}
	if !inSight(24.7, 59.4) || inSight(-58.4, -34.6) {
		t.Fatal("the template is not about the Baltic states")
	}
	const baltic, south = "EST,EE,Estonia\nLVA,LV,Latvia\nLTU,LT,Lithuania\n", "ARG,AR,Argentina\nCHL,CL,Chile\n"
	r.host.Dispatch(state.SetCamera(state.Camera{Lon: 25, Lat: 58, Span: 400}))
	save("EST,EE,Estonia\nLVA,LV,Latvia\n")
	if s := r.host.Store.State(); s.Camera.Span != 400 {
		t.Errorf("a look at Estonia became %+v when Lithuania went", s.Camera)
	}
	save(south)
	if s := r.host.Store.State(); !s.Camera.Fits() || !inSight(-58.4, -34.6) || !inSight(-70.7, -33.4) {
		t.Errorf("Buenos Aires and Santiago are out of sight: %+v", s.Camera)
	}
	save(baltic) // a camera that fits goes on to fit
	if !inSight(24.7, 59.4) || !inSight(25.3, 54.7) {
		t.Errorf("Tallinn and Vilnius are out of sight: %+v", r.host.Store.State().Camera)
	}
}

// What lies beside a package while it is edited changes nothing.
func TestWatchIgnoresLocks(t *testing.T) {
	path := begun(t, "mine")
	before := dataset.Stamp(path)
	for _, name := range []string{".~lock.meetings.csv#", "~$meetings.csv", "meetings.csv~", ".meetings.csv.swp", "#meetings.csv#", "notes.docx"} {
		if err := os.WriteFile(filepath.Join(path, name), []byte("me"), 0o600); err != nil {
			t.Fatal(err)
		}
		if now := dataset.Stamp(path); now != before {
			t.Errorf("%s makes other data of it", name)
		}
	}
	if dataset.Stamp(filepath.Join(path, "datapackage.json")) != before || dataset.Stamp(filepath.Join(path, "none")) != 0 {
		t.Error("a descriptor is not its package, or nothing has a stamp")
	}
	if err := os.MkdirAll(filepath.Join(path, "documents"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(path, "documents", "D1.en.md"), []byte("Summary"), 0o600); err != nil {
		t.Fatal(err)
	}
	if dataset.Stamp(path) == before {
		t.Error("a new summary is not seen")
	}
}

// A broken save leaves the last good data, and says so until it is mended; what is
// gone from mended data leaves the view, too, with a word.
func TestWatchKeepsTheLastGoodData(t *testing.T) {
	path := begun(t, "mine")
	r := start(t, path)
	r.host.Dispatch(state.SetLang("en"))
	was := r.room
	last := r.room.Data.Meetings[len(r.room.Data.Meetings)-1].ID
	first := r.room.Data.Meetings[0].ID
	r.host.Dispatch(state.SelectMeeting(first))
	r.host.Dispatch(state.SelectMeeting(last))
	file := filepath.Join(path, "meetings.csv")
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, broken := range map[string]func() error{
		"cut":     func() error { return os.WriteFile(file, good[:len(good)-20], 0o600) },
		"quoted":  func() error { return os.WriteFile(file, append(good, `"`...), 0o600) },
		"gone":    func() error { return os.Remove(file) },
		"emptied": func() error { return os.WriteFile(file, nil, 0o600) },
	} {
		if err := broken(); err != nil {
			t.Fatal(err)
		}
		if name == "cut" {
			r.until("cut", func() bool { return r.room != was })
		} else {
			r.until(name, func() bool { return r.saysAll("cannot be read as it was saved last") })
			if r.room != was || r.host.Store.State().Meeting != last {
				t.Errorf("%s: the data that were good are gone", name)
			}
			if r.saysAll("left out") { // nothing of what shows is
				t.Errorf("%s: the window says %q", name, r.says())
			}
		}
		if err := os.WriteFile(file, good, 0o600); err != nil {
			t.Fatal(err)
		}
		r.until("mended", func() bool { return r.room != was && !r.saysAll("cannot be read") && len(r.room.Data.Meetings) == 3 })
		was = r.room
		r.host.Dispatch(state.SelectMeeting(last))
	}

	// The row of the meeting goes: view, history and note.
	var kept []string
	for line := range strings.Lines(string(good)) {
		if !strings.HasPrefix(line, last+",") {
			kept = append(kept, line)
		}
	}
	if err := os.WriteFile(file, []byte(strings.Join(kept, "")), 0o600); err != nil {
		t.Fatal(err)
	}
	r.until("without it", func() bool { return len(r.room.Data.Meetings) == 2 })
	if s := r.host.Store.State(); s.Meeting != "" || !r.saysAll("No longer in it", last) {
		t.Errorf("the view has %q, the window says %q", s.Meeting, r.says())
	}
	for r.host.Store.CanUndo() {
		if r.host.Store.Undo(); len(scene.Unknown(r.room.Data, r.host.Store.State().View)) > 0 {
			t.Errorf("undo leads to %+v", r.host.Store.State().View)
		}
	}
}

// A workbook that is put in the place of the open one is seen, too; no lesson is
// disturbed by that.
func TestWatchWaitsForTheLesson(t *testing.T) {
	path := begun(t, "mine.xlsx")
	r := start(t, path)
	was := r.room
	r.press(fyne.KeyF5)
	if err := export.WriteData(context.Background(), path, true, os.DirFS(packaged("c5plus1"))); err != nil {
		t.Fatal(err)
	}
	r.run(20 * lookEvery)
	if r.room != was || r.host.Store.State().Scene != 1 {
		t.Fatal("the lesson was disturbed")
	}
	r.press(fyne.KeyEscape)
	r.until("seen", func() bool { return r.room.Data.Name == "c5plus1" || r.room != was })
	if r.room.Data.File != "mine.xlsx" {
		t.Errorf("it is called %q", r.room.Data.File)
	}
}

// The data that ship are not watched, and a watch dies with its package.
func TestWatchDiesWithItsPackage(t *testing.T) {
	watches := func() int {
		all := make([]byte, 4<<20)
		return strings.Count(string(all[:runtime.Stack(all, true)]), "c5atlas/app.watch(")
	}
	r := start(t, "")
	if n := watches(); n != 0 {
		t.Fatalf("%d watches of the data that ship", n)
	}
	for range 3 {
		r.openIn(begun(t, "mine"))
		r.opens("mine")
		r.openIn(packaged("asean"))
		r.opens("asean")
	}
	r.until("one left", func() bool { return watches() == 1 })
	r.shell.CloseData()
	r.opens("")
	r.until("none left", func() bool { return watches() == 0 })
}

// One session is kept of a package, however often it was saved.
func TestWatchKeepsOneSession(t *testing.T) {
	folder, path := t.TempDir(), begun(t, "mine")
	r := again(t, path, folder)
	r.host.Dispatch(state.SetStates("EST"))
	file := filepath.Join(path, "meetings.csv")
	m := r.room.Data.Meetings[0]
	for i := range 3 {
		was := r.room
		title := was.Data.Meeting(m.ID).Title.In("en")
		if err := os.WriteFile(file, rewritten(t, file, title, title+strings.Repeat("?", i+1)), 0o600); err != nil {
			t.Fatal(err)
		}
		r.until("seen", func() bool { return r.room != was })
		r.keeper.flush()
	}
	r.close()
	if got := sessions(folder); len(got) != 1 {
		t.Errorf("%d sessions: %v", len(got), got)
	}
	if s := again(t, path, folder).host.Store.State(); s.States != "EST" {
		t.Errorf("comes back as %+v", s.Subject)
	}
}
