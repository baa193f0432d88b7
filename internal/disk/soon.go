package disk

import (
	"fmt"
	"io/fs"
	"os"
	"time"
)

// patience is how long a window may stand still for a file: a person hardly sees it.
const patience = 200 * time.Millisecond

// Soon is what [os.Stat] says of path, for a goroutine that nothing may hold up. A folder
// of a network that is gone answers after minutes, or never: then the error is
// [os.ErrDeadlineExceeded].
func Soon(path string) (fs.FileInfo, error) {
	return soon(path, patience, os.Stat)
}

func soon(path string, within time.Duration, stat func(string) (fs.FileInfo, error)) (fs.FileInfo, error) {
	type answer struct {
		info fs.FileInfo
		err  error
	}
	said := make(chan answer, 1) // so that a late one is not waited for
	go func() {
		info, err := stat(path)
		said <- answer{info, err}
	}()
	select {
	case a := <-said:
		return a.info, a.err
	case <-time.After(within):
		return nil, fmt.Errorf("look at %s: %w", path, os.ErrDeadlineExceeded)
	}
}
