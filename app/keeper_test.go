package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"
)

func TestKeeperWritesTheNewest(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "session.json")
	k := &keeper{path: path, after: time.Millisecond, fail: func(err error) { t.Error(err) }}
	s := sample()
	for w := float32(700); w < 800; w++ {
		s.Width = w
		k.keep(s)
	}
	k.close()
	if got, err := readSession(path); err != nil || got.Width != 799 {
		t.Fatalf("width %v, %v", got.Width, err)
	}
}

// What cannot be saved is tried again until it can, and said once.
func TestKeeperTriesAgain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		folder := filepath.Join(t.TempDir(), "none yet")
		said := 0
		k := &keeper{path: filepath.Join(folder, "session.json"), after: time.Second, again: time.Minute, fail: func(err error) {
			if said++; !errors.Is(err, fs.ErrNotExist) {
				t.Error(err)
			}
		}}
		k.keep(sample())
		time.Sleep(10 * time.Minute)
		synctest.Wait()
		if said != 1 {
			t.Errorf("said %d times", said)
		}
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		time.Sleep(2 * time.Minute)
		synctest.Wait()
		if got, err := readSession(k.path); err != nil || got != sample() {
			t.Errorf("%+v, %v", got, err)
		}

		// A new trouble is said anew.
		if err := os.RemoveAll(folder); err != nil {
			t.Fatal(err)
		}
		s := sample()
		s.Width = 900
		k.keep(s)
		time.Sleep(10 * time.Minute)
		k.close()
		time.Sleep(10 * time.Minute)
		synctest.Wait()
		if said != 2 {
			t.Errorf("said %d times in all", said)
		}
	})
}
