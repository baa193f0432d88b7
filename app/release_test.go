package app

import (
	"os"
	"path/filepath"
	"testing"

	"c5atlas.org/c5atlas/app/state"
)

// Every version that was released stays readable: testdata has a folder for
// each, with what it wrote.

func released(t *testing.T, version, name string) string {
	t.Helper()
	// A session that cannot be read is renamed: never the fixture itself.
	data, err := os.ReadFile(filepath.Join("testdata", version, name))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// view010 is the view in the session and the view file of 0.1.0, as it was
// chosen there.
func view010() state.State {
	s := state.Default()
	s.Meeting, s.Domains, s.Status, s.OnlyNaming = "2025-06-17-summit2", "SEC,TRD", "agreed", true
	s.From, s.TimeMode, s.Loop, s.Query = "2023", state.Within, true, "вода"
	s.Kind, s.Camera = state.Timeline, state.Camera{Lon: 71.2, Lat: 41.5, Span: 1800}
	s.Legend, s.CapitalLinks = state.LegendOn, true
	s.Lang, s.Theme, s.TextSize, s.ReduceMotion = "uk", state.Dark, 1.25, true
	s.HideDocuments, s.SplitMap = true, 0.7
	return s
}

func TestSessionOf010(t *testing.T) {
	t.Parallel()
	s, err := readSession(released(t, "0.1.0", "session.json"))
	if err != nil || s.View != view010() || s.Width != 1366 || s.Height != 720 {
		t.Errorf("%v\ngot  %+v\nwant %+v", err, s.View, view010())
	}
}

func TestViewOf010(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(released(t, "0.1.0", "view.json"))
	if err != nil {
		t.Fatal(err)
	}
	if s, later, err := state.Decode(data); err != nil || later || s != view010() {
		t.Errorf("%v, later %t\ngot  %+v\nwant %+v", err, later, s, view010())
	}
}

func TestPicturesOf010(t *testing.T) {
	t.Parallel()
	chart, onMap := state.Default().View, state.Default().View
	chart.Kind, chart.Status, chart.States = state.Matrix, state.AllStatuses, "KAZ,UZB"
	onMap.Status = "agreed,announced,intended,to be signed"
	onMap.Meeting, onMap.From, onMap.TimeMode = "2023-04-27-fm4", "2022", state.Within
	for name, want := range map[string]state.View{"chart.png": chart, "map.png": onMap} {
		o, err := open(released(t, "0.1.0", name))
		if err != nil || o.view == nil || *o.view != want || o.evidence.Later {
			t.Errorf("%s: %v, %+v", name, err, o.view)
		}
	}
}

func TestLessonOf010(t *testing.T) {
	t.Parallel()
	o, err := open(released(t, "0.1.0", "lesson.json"))
	if err != nil || len(o.lesson.Scenes) != 14 {
		t.Fatalf("%+v, %v", o.lesson, err)
	}
	s := o.lesson.Scenes[1]
	if s.Title.In("en") != "Second China–Kazakhstan strategic dialogue of foreign ministers" || s.View.Meeting != "2025-04-25-kaz" || s.View.From != "2025" {
		t.Errorf("the second scene is %+v", s)
	}
}

// A picture may claim to belong to a lesson, or to suit other eyes: neither
// reaches the window.
func TestAPictureDoesNotChangeThePerson(t *testing.T) {
	s := start(t, released(t, "forged", "scene.png")).host.Store.State()
	if s.Scene != 0 {
		t.Errorf("the picture starts a lesson at scene %d", s.Scene)
	}
	if d := state.Default(); s.Theme != d.Theme || s.TextSize != d.TextSize {
		t.Errorf("the picture sets %+v", s.Person)
	}
}

func TestAPictureOfALaterVersionOpens(t *testing.T) {
	t.Parallel()
	o, err := open(released(t, "later", "chart.png"))
	if err != nil || o.view == nil || !o.evidence.Later {
		t.Fatalf("%v, %+v", err, o.evidence)
	}
}
