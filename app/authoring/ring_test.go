package authoring

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/export"
)

// clocked is a ring whose clock the test turns.
func clocked(folder, path string) (*Ring, *time.Time) {
	now := time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC)
	r := NewRing(folder, path)
	r.now = func() time.Time { return now }
	return r, &now
}

func TestRing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "a"+Ending)
	r, now := clocked(filepath.Join(dir, "lessons"), file)
	if err := r.Keep(export.Lesson{}); err != nil || len(r.names()) != 0 {
		t.Errorf("a lesson of nothing: %v, %v", r.names(), err)
	}
	keep := func(n int) {
		t.Helper()
		if err := r.Keep(lesson(n)); err != nil {
			t.Fatal(err)
		}
	}
	keep(1)
	keep(2)
	if c := r.Copies(); len(c) != 1 || len(c[0].Lesson.Scenes) != 2 || c[0].Of != file {
		t.Fatalf("within a minute: %+v", c)
	}
	for n := range 30 {
		*now = now.Add(2 * oneCopy)
		keep(n + 3)
	}
	c := r.Copies()
	if len(c) != RingSize || len(c[0].Lesson.Scenes) != 32 || len(c[RingSize-1].Lesson.Scenes) != 13 {
		t.Fatalf("%d copies", len(c))
	}
	*now = now.Add(-24 * time.Hour) // the clock was set back
	keep(5)
	if c := r.Copies(); len(c[0].Lesson.Scenes) != 5 {
		t.Errorf("the newest has %d scenes", len(c[0].Lesson.Scenes))
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("the person's file was touched")
	}
}

// What the person's file has not is offered once: until it is saved, or they do
// not want it.
func TestLost(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	folder, file := filepath.Join(dir, "lessons"), filepath.Join(dir, "a"+Ending)
	lost := func(want int) {
		t.Helper()
		c, _, ok := LostIn(folder)
		if n := len(c.Lesson.Scenes); ok != (want > 0) || ok && n != want {
			t.Errorf("lost: %v with %d scenes, want %d", ok, n, want)
		}
	}
	lost(0)
	k := NewKeeper(NewRing(folder, file), nil)
	write := func(n int) {
		k.Keep(lesson(n))
		if err := k.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	write(3)
	lost(3)
	m, err := k.Save(file, lesson(3), Mark{}, false)
	if err != nil {
		t.Fatal(err)
	}
	lost(0)
	write(4)
	lost(4)
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(file, later, later); err != nil {
		t.Fatal(err)
	}
	lost(0) // the file is newer
	if err := os.Chtimes(file, later, later.Add(-2*time.Hour)); err != nil {
		t.Fatal(err)
	}
	lost(4)
	if err := k.Settle(); err != nil {
		t.Fatal(err)
	}
	lost(0)
	if _, err := k.Save(file, lesson(4), m, false); err != nil {
		t.Fatal(err)
	}
	_ = os.Remove(file)
	lost(0) // saved, and then thrown away by the person
	fresh := NewKeeper(NewRing(folder, ""), nil)
	fresh.Keep(lesson(2))
	fresh.Close()
	lost(2)
	if n := len(Rings(folder)); n != 2 {
		t.Errorf("%d rings", n)
	}
}

// A copy that fails is told at once, and so is the first that does not.
func TestFailingCopies(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	folder := filepath.Join(dir, "lessons")
	if err := os.WriteFile(folder, nil, 0o600); err != nil { // where the folder should be
		t.Fatal(err)
	}
	said := make(chan error, 9)
	k := NewKeeper(NewRing(folder, ""), func(err error) { said <- err })
	k.rest = time.Millisecond
	began := time.Now()
	k.Keep(lesson(1))
	select {
	case err := <-said:
		if err == nil {
			t.Fatal("nothing failed")
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it was not said within ten seconds")
	}
	if restful+longest+time.Since(began) > 10*time.Second {
		t.Error("with its own waits it would be said too late")
	}
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	if err := k.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := <-said; err != nil {
		t.Errorf("mended: %v", err)
	}
	k.Close()
}

func FuzzCopy(f *testing.F) {
	f.Add([]byte(`{"of":"/a","lesson":{"scenes":[{"title":"a","view":{}}]}}`))
	f.Add([]byte(`{"lesson":[{"view":{}}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		c, err := parseCopy(body)
		if err != nil {
			if !errors.Is(err, export.ErrLesson) {
				t.Errorf("%v is no ErrLesson", err)
			}
			return
		}
		var b bytes.Buffer
		if err := export.WriteLesson(&b, &c.Lesson); err != nil {
			t.Fatal(err)
		}
		if _, err := export.ReadLesson(&b); err != nil {
			t.Errorf("what was read is not read again: %v", fmt.Errorf("%w in %q", err, body))
		}
	})
}
