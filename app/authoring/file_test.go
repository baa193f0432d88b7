package authoring

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/export"
)

// What another program writes in between is noticed, by what is in the file and
// not by its time alone.
func TestTwoWriters(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a"+Ending)
	m, err := Save(path, lesson(2), Mark{}, false)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := os.ReadFile(path)
	if !strings.HasPrefix(string(body), "{\n \"c5lesson\": 1,") {
		t.Errorf("the file begins with %.30q", body)
	}
	if _, err := Save(path, lesson(3), Mark{}, false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a new file over another: %v", err)
	}
	if err := os.Chtimes(path, time.Now(), time.Now().Add(-time.Hour)); err != nil {
		t.Fatal(err)
	}
	if m, err = Save(path, lesson(3), m, false); err != nil {
		t.Errorf("touched alone: %v", err)
	}
	if _, err := Save(path, lesson(9), Mark{}, true); err != nil { // the other
		t.Fatal(err)
	}
	if _, err := Save(path, lesson(4), m, false); !errors.Is(err, ErrChanged) {
		t.Errorf("written by another: %v", err)
	}
	if l, _, err := Read(path); err != nil || len(l.Scenes) != 9 {
		t.Errorf("the other's is gone: %d scenes, %v", len(l.Scenes), err)
	}
	if m, err = Save(path, lesson(4), m, true); err != nil {
		t.Errorf("by force: %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := Save(path, lesson(5), m, false); err != nil {
		t.Errorf("removed meanwhile: %v", err)
	}
	if _, err := Save(path, export.Lesson{}, m, true); !errors.Is(err, export.ErrLesson) {
		t.Errorf("nothing at all: %v", err)
	}
	if l, _, err := Read(path); err != nil || len(l.Scenes) != 5 {
		t.Errorf("%d scenes, %v", len(l.Scenes), err)
	}
}
