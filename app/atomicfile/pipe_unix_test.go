//go:build unix

package atomicfile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/atomicfile"
)

// A pipe is written to if somebody reads it, and is an error at once if not.
func TestPipe(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	write := func(w io.Writer) error {
		_, err := w.Write(make([]byte, 1<<20)) // more than a pipe holds
		return err
	}
	unread := make(chan error, 1)
	go func() { unread <- atomicfile.Write(path, true, write) }()
	select {
	case err := <-unread:
		if !errors.Is(err, atomicfile.ErrUnread) {
			t.Errorf("without a reader: %v", err)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("waits for a reader")
	}

	r, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	got := make(chan int, 1)
	go func() {
		n := 0
		for n < 1<<20 { // nothing is there before the writer is
			data, _ := io.ReadAll(r)
			n += len(data)
		}
		got <- n
	}()
	if err := atomicfile.Write(path, false, write); err != nil {
		t.Fatal(err)
	}
	select {
	case n := <-got:
		if n != 1<<20 {
			t.Errorf("read %d bytes", n)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("the bytes did not come")
	}
}
