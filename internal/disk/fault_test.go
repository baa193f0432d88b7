package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

func TestFaults(t *testing.T) {
	t.Parallel()
	// As the systems' own headers number them: errno.h, winerror.h.
	numbers := map[string]map[string]syscall.Errno{
		"linux":   {"full": 28, "readOnly": 30, "noFolder": 20},
		"darwin":  {"full": 28, "readOnly": 30, "noFolder": 20},
		"windows": {"full": 112, "readOnly": 19, "noFolder": 3},
	}[runtime.GOOS]
	for what, is := range map[string]func(error) bool{"full": Full, "readOnly": ReadOnly, "noFolder": NoFolder} {
		for name, n := range numbers {
			err := fmt.Errorf("save: %w", &fs.PathError{Op: "write", Path: "x", Err: n})
			if got := is(err); got != (name == what) {
				t.Errorf("%s of %v: %v", what, err, got)
			}
		}
		if is(nil) || is(errors.New("other")) {
			t.Errorf("%s of nothing of the kind", what)
		}
	}
	if _, err := os.Create(filepath.Join(t.TempDir(), "none", "x")); !NoFolder(err) {
		t.Errorf("%v", err)
	}
}
