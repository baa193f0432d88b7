package app

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

// foreign is the program's own package with another statement: other data.
func foreign(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, assets.Data()); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(filepath.Join(dir, "comments.csv"), os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteString("\n"); err != nil {
		t.Fatal(err)
	}
	return dir
}

// close ends the window as a person does: the session is saved.
func (r *rig) close() state.State {
	r.t.Helper()
	s := r.host.Store.State()
	r.keep()
	r.keeper.close()
	time.Sleep(20 * time.Millisecond) // files have times of their own
	return s
}

// Each data package comes back as it was left; language, look and window are
// the person's on whatever data.
func TestSessionBelongsToItsData(t *testing.T) {
	folder, other := t.TempDir(), foreign(t)

	own := again(t, "", folder)
	own.host.Dispatch(state.SetLang("uk"))
	own.host.Dispatch(state.SetTextSize(1.5))
	own.host.Dispatch(state.SetTheme(state.Dark))
	own.host.Dispatch(state.SetDomains("SEC"))
	own.host.Dispatch(state.SelectMeeting(own.room.Data.Meetings[3].ID))
	left := own.close()

	// Other data open at their own opening view, in this person's language.
	r := again(t, other, folder)
	opening := r.room.Opening()
	if !r.foreign() || r.room.Data.Hash == own.room.Data.Hash {
		t.Fatal("these are the program's own data")
	}
	if s := r.host.Store.State(); s.View != opening.View || s.Person != left.Person || s.Layout != left.Layout {
		t.Errorf("other data open as %+v", s)
	}
	r.host.Dispatch(state.SetStates("KAZ"))
	r.host.Dispatch(state.SetLang("ru"))
	there := r.close()

	// The program's own come back as they were, in the language chosen last.
	own = again(t, "", folder)
	if s := own.host.Store.State(); s.View != left.View || s.Person != there.Person {
		t.Errorf("own data came back as %+v, want %+v", s, left)
	}
	own.close()
	if s := again(t, other, folder).host.Store.State(); s.View != there.View {
		t.Errorf("other data came back as %+v, want %+v", s, there)
	}
}

// A picture brings its view and nothing of a person's.
func TestPictureKeepsThePerson(t *testing.T) {
	folder := t.TempDir()
	r := again(t, "", folder)
	r.host.Dispatch(state.SetLang("uk"))
	r.host.Dispatch(state.SetTextSize(1.5))
	r.host.Dispatch(state.SetReduceMotion(true))
	left := r.close()
	if s := again(t, filepath.Join("testdata", "0.1.0", "chart.png"), folder).host.Store.State(); s.Person != left.Person || s.View == left.View {
		t.Errorf("the picture opens as %+v", s)
	}
}

// The session of 0.1.0 is the one on the program's own data.
func TestSessionOfTheFirstVersion(t *testing.T) {
	folder := t.TempDir()
	data, err := os.ReadFile(filepath.Join("testdata", "0.1.0", "session.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "session.json"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	want, err := parseSession(data)
	if err != nil {
		t.Fatal(err)
	}
	if s := again(t, "", folder).host.Store.State(); s.Person != want.View.Person || s.Subject != want.View.Subject {
		t.Errorf("%+v, want %+v", s, want.View)
	}
}

// Sessions on data that nobody opens any more go.
func TestOldSessionsGo(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	write := func(name string, age time.Duration) {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
			t.Fatal(err)
		}
		when := time.Now().Add(-age)
		if err := os.Chtimes(path, when, when); err != nil {
			t.Fatal(err)
		}
	}
	write("session.json", 1000*time.Hour)
	write("session-of-mine.json", 1000*time.Hour)
	write("session.json.damaged", 1000*time.Hour)
	for i := range maxSessions + 20 {
		write(fmt.Sprintf("session-%016x.json", i), time.Duration(i+1)*time.Hour)
	}
	got := sessions(folder)
	if len(got) > maxSessions+2 || filepath.Base(got[0]) != "session-0000000000000000.json" {
		t.Errorf("%d kept, first %s", len(got), got[0])
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != len(got)+2 {
		t.Errorf("%d files, want %d, %v", len(entries), len(got)+2, err)
	}
	for _, name := range []string{"session.json", "session-of-mine.json", "session.json.damaged"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
}

// remaking makes a folder as Fyne makes those of its settings: it watches them, and
// makes each anew that goes.
func remaking(t *testing.T, folder string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "preferences.json"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, at := range []string{folder, filepath.Dir(folder)} {
		w, err := fsnotify.NewWatcher()
		if err != nil {
			t.Skip(err)
		}
		t.Cleanup(func() { w.Close() })
		if err := w.Add(at); err != nil {
			t.Fatal(err)
		}
		go func() {
			for event := range w.Events {
				if event.Op.Has(fsnotify.Remove) && os.MkdirAll(at, 0o700) == nil {
					_ = w.Add(at) // as Fyne does, whatever comes of it
				}
			}
		}()
	}
}

// A home that is no whole path is none; where no folder can be made among what is
// temporary, nothing is kept anywhere.
func TestShelterWithoutPlaces(t *testing.T) {
	if runtime.GOOS != "linux" {
		return // the system has other names for them
	}
	there := t.TempDir()
	for _, x := range []struct{ home, temporary, at string }{
		{"home", there, there},
		{"home", filepath.Join(there, "none"), os.DevNull},
		{"", filepath.Join(there, "none"), os.DevNull},
	} {
		t.Setenv("XDG_CONFIG_HOME", "")
		t.Setenv("XDG_CACHE_HOME", "")
		t.Setenv("HOME", x.home)
		t.Setenv("TMPDIR", x.temporary)
		homeless, leave := shelter()
		for _, name := range []string{"XDG_CONFIG_HOME", "XDG_CACHE_HOME"} {
			if at := os.Getenv(name); !homeless || at != x.at && filepath.Dir(at) != x.at {
				t.Errorf("HOME=%q, TMPDIR=%q: %v, %s is %q", x.home, x.temporary, homeless, name, at)
			}
		}
		leave()
		if left, err := os.ReadDir(there); err != nil || len(left) > 0 {
			t.Errorf("left: %v, %v", left, err)
		}
	}
}

// Without a home nothing is left where the program was started, and the window
// says that it keeps nothing.
func TestNoFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	if homeless, _ := shelter(); homeless {
		t.Error("a home is not seen")
	}
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"} {
		t.Setenv(name, "")
	}
	if runtime.GOOS == "linux" {
		homeless, leave := shelter()
		folder, err := os.UserConfigDir()
		cache, noCache := os.UserCacheDir()
		if !homeless || err != nil || noCache != nil || cache != folder {
			t.Fatalf("without a home: %v, %v, %v", homeless, err, noCache)
		}
		remaking(t, filepath.Join(folder, "fyne", "id"))
		leave()
		time.Sleep(settled)
		if left, err := filepath.Glob(folder + "*"); err != nil || len(left) > 0 {
			t.Errorf("left: %v, %v", left, err)
		}
	}
	r := again(t, "", "")
	r.host.Dispatch(state.SetDomains("SEC"))
	r.keep()
	r.keeper.flush()
	r.until("said", func() bool { return r.saysAll(i18n.For(r.host.Store.State().Lang).T("shell.sessionUnsaved")) })
	if entries, err := os.ReadDir("."); err != nil || len(entries) > 0 {
		t.Errorf("left %v, %v", entries, err)
	}
}
