package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A folder that does not answer is not waited for; others are what they are.
func TestSoon(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if info, err := Soon(dir); err != nil || !info.IsDir() {
		t.Errorf("a folder: %v, %v", info, err)
	}
	if _, err := Soon(filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing: %v", err)
	}
	gone := make(chan struct{})
	defer close(gone)
	_, err := soon(dir, time.Millisecond, func(string) (fs.FileInfo, error) {
		<-gone
		return nil, nil
	})
	if !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("a network that is gone: %v", err)
	}
}
