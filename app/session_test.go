package app

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/exportdialog"
	"c5atlas.org/c5atlas/assets"
)

func sample() session {
	s := state.Default()
	s.Lang, s.Theme, s.Domains, s.Query, s.TextSize = "uk", state.Dark, "SEC,TRD", "вода", 1.3
	s.Camera = state.Camera{Lon: 71.4, Lat: 51.1, Span: 2600}
	return session{View: s, Width: 1024, Height: 740, Export: exportdialog.Choices{Format: "pdf", Size: "page", Scale: 2, Theme: state.Print}}
}

func TestSessionComesBack(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "session.json")
	k := &keeper{path: path, after: time.Hour, fail: func(err error) { t.Error(err) }}
	want := sample()
	k.keep(want)
	k.flush()
	got, err := readSession(path)
	if err != nil || got != want {
		t.Fatalf("got %+v, %v", got, err)
	}
}

func TestSessionOpensOutsideALesson(t *testing.T) {
	t.Parallel()
	s := sample()
	s.View.Scene = 4
	got, err := parseSession(s.encode())
	if err != nil || got.View.Scene != 0 {
		t.Fatalf("scene %d, %v", got.View.Scene, err)
	}
}

func TestDamagedSessionIsSetAside(t *testing.T) {
	t.Parallel()
	for name, data := range map[string][]byte{
		"empty":       {},
		"cut":         sample().encode()[:40],
		"not JSON":    []byte("\x00\x01\x02"),
		"other JSON":  []byte(`[1,2,3]`),
		"bad view":    []byte(`{"view":{"chart":1},"width":800,"height":600}`),
		"no view":     []byte(`{"width":800,"height":600}`),
		"huge window": []byte(`{"view":{},"width":1e30,"height":600}`),
		"large":       bytes.Repeat([]byte("x"), 10<<20),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "session.json")
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := readSession(path); !errors.Is(err, errDamaged) {
				t.Fatalf("error %v", err)
			}
			if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
				t.Error("the damaged file is still in the way")
			}
			aside, err := os.ReadFile(path + ".damaged")
			if err != nil || !bytes.Equal(aside, data) {
				t.Errorf("it was not kept aside: %d bytes, %v", len(aside), err)
			}
		})
	}
}

// What a later version keeps besides is no damage: the choices stay.
func TestSessionOfALaterVersion(t *testing.T) {
	t.Parallel()
	s, err := parseSession([]byte(`{"view":{"glow":1,"domains":"SEC"},"width":800,"height":600,"colour":"red"}`))
	if err != nil || s.View.Domains != "SEC" || s.Width != 800 {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestMissingSession(t *testing.T) {
	t.Parallel()
	if _, err := readSession(filepath.Join(t.TempDir(), "session.json")); !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
}

func TestKnown(t *testing.T) {
	t.Parallel()
	d, _, err := dataset.Open(assets.Data())
	if err != nil {
		t.Fatal(err)
	}
	x := d.Statements[0]
	good := state.Default().View
	good.Meeting, good.Document, good.Statement, good.Domains, good.States = x.Meeting, x.Document, x.ID, state.NewSet(x.Domain), "KAZ"
	if got := scene.Known(d, good); got != good {
		t.Errorf("%+v lost something: %+v", good, got)
	}
	old := good // a statement that the third edition retired
	old.Statement = "000-16"
	if got := scene.Known(d, old); got.Statement != "000-08" || got.Document != "000" {
		t.Errorf("a retired statement opens %+v, want 000-08", got)
	}
	bad := good
	bad.Meeting, bad.Against, bad.Document, bad.Domains, bad.States, bad.Levels = "no", "no", "no", "ZZZ,"+good.Domains, "ABC", "kings"
	got := scene.Known(d, bad)
	if got.Meeting+got.Against+got.Document+got.Statement != "" || got.Domains != good.Domains || got.States != "" || got.Levels != "" {
		t.Errorf("kept what the data does not have: %+v", got)
	}
}

func FuzzSession(f *testing.F) {
	f.Add(sample().encode())
	f.Add([]byte(`{"view":{},"width":-0,"height":1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := parseSession(data)
		if err != nil {
			return
		}
		again, err := parseSession(s.encode())
		if err != nil || again.View != s.View {
			t.Fatalf("%+v came back as %+v, %v", s, again, err)
		}
	})
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	env := func(m map[string]string) func(string) string { return func(k string) string { return m[k] } }
	desktop := func() string { return "uk-UA-Cyrl" } // as Fyne writes locales
	want := map[string]string{"windows": "uk", "darwin": "uk"}[runtime.GOOS]
	if got := language(env(nil), desktop); got != cmp.Or(want, "en") {
		t.Errorf("asked by nobody but the desktop: %s", got)
	}
	if got := language(env(map[string]string{"LANG": "ru_RU.UTF-8"}), desktop); got != "ru" {
		t.Errorf("the environment goes first: %s", got)
	}
}

func TestMarkReady(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "ready")
	if err := markReady(path); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("somebody's"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := markReady(path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v", err)
	}
	if got, err := os.ReadFile(path); string(got) != "somebody's" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}
