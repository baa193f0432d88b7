// Package handover gives what is opened to a window that is open already. They
// talk through a socket that lies in a folder of this person alone; no network
// is touched.
package handover

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// Asked is what a second start wants to see.
type Asked struct {
	Path    string // an absolute one
	Present bool   // the lesson there is to begin at once
}

// Place is where windows on this screen and with these settings meet. "": there
// is no folder that nobody else can write to, and each start has its window.
func Place(getenv func(string) string, settings string) string {
	folder := private(getenv)
	if !filepath.IsAbs(folder) || !ours(folder) {
		return ""
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{getenv("DISPLAY"), getenv("WAYLAND_DISPLAY"), settings}, "\x00")))
	return filepath.Join(folder, fmt.Sprintf("c5atlas-%x", sum[:8]))
}

const (
	greeting = "c5atlas 1\n" // before all that is asked; the number is that of this way to ask
	taken    = "taken\n"     // the answer of a window that takes it
	longest  = 64 << 10      // bytes of what is asked
	patience = 3 * time.Second
)

var verbs = map[bool]string{false: "open\n", true: "present\n"}

// Hand reports whether a window at the place takes what is asked. If not, or if
// it is silent for some seconds, the caller opens one.
func Hand(place string, a Asked) bool {
	if place == "" {
		return false
	}
	yield()
	c, err := net.DialTimeout("unix", place, patience)
	if err != nil {
		return false
	}
	defer c.Close() //nolint:errcheck // all has been said
	if err := c.SetDeadline(time.Now().Add(patience)); err != nil {
		return false
	}
	if _, err := io.WriteString(c, greeting+verbs[a.Present]+a.Path); err != nil {
		return false
	}
	if u, ok := c.(*net.UnixConn); !ok || u.CloseWrite() != nil {
		return false
	}
	answer, err := io.ReadAll(io.LimitReader(c, int64(len(taken))))
	return err == nil && string(answer) == taken
}

// understood reads what is asked. Everything else than an absolute path is
// refused.
func understood(b []byte) (Asked, bool) {
	b, ok := bytes.CutPrefix(b, []byte(greeting))
	if !ok || len(b) > longest {
		return Asked{}, false
	}
	for present, verb := range verbs {
		if path, ok := bytes.CutPrefix(b, []byte(verb)); ok {
			return Asked{Path: string(path), Present: present}, filepath.IsAbs(string(path)) && !bytes.ContainsRune(path, 0)
		}
	}
	return Asked{}, false
}

// ErrTaken says that another window is at the place.
var ErrTaken = errors.New("another window hears of files that are opened")

// Door is where a window hears of what is opened.
type Door struct {
	listener *net.UnixListener
	place    string
	made     fs.FileInfo
	close    sync.Once
}

// Open makes a door at the place. What a window left there that ended in no good
// way is taken away; anything else there is an error, and [ErrTaken] if a window
// still hears.
func Open(place string) (*Door, error) {
	if place == "" {
		return nil, errors.New("there is no private folder for a socket")
	}
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: place, Net: "unix"})
	if err != nil {
		if left := clear(place); left != nil {
			return nil, left
		}
		if l, err = net.ListenUnix("unix", &net.UnixAddr{Name: place, Net: "unix"}); err != nil {
			return nil, fmt.Errorf("hear of files that are opened: %w", err)
		}
	}
	l.SetUnlinkOnClose(false) // it may be another's by then
	d := &Door{listener: l, place: place}
	if d.made, err = os.Lstat(place); err != nil {
		d.Close()
		return nil, fmt.Errorf("hear of files that are opened: %w", err)
	}
	return d, nil
}

// clear removes a socket at which nobody listens.
func clear(place string) error {
	info, err := os.Lstat(place)
	if errors.Is(err, fs.ErrNotExist) { // the system has no such sockets
		return nil
	}
	if err != nil || info.Mode().Type() != fs.ModeSocket {
		return fmt.Errorf("hear of files that are opened: %s is no socket of ours", place)
	}
	c, err := net.DialTimeout("unix", place, patience)
	if err == nil {
		c.Close() //nolint:errcheck,gosec // nothing was said
		return ErrTaken
	}
	if late, ok := errors.AsType[net.Error](err); ok && late.Timeout() {
		return ErrTaken
	}
	if err := os.Remove(place); err != nil {
		return fmt.Errorf("remove what an earlier window left: %w", err)
	}
	return nil
}

// Serve hears until the door closes: one after the other, each for some seconds
// at most. If the window is free, whoever asks is told so, and open is called
// with what they want. Both run on this goroutine.
func (d *Door) Serve(free func() bool, open func(Asked)) {
	for {
		c, err := d.listener.AcceptUnix()
		if err != nil {
			return
		}
		if a, ok := hear(c, free); ok {
			open(a)
		}
	}
}

// hear reads what is asked and answers. Who no longer waits has opened it
// already.
func hear(c *net.UnixConn, free func() bool) (Asked, bool) {
	defer c.Close() //nolint:errcheck // the answer is written, or lost
	if err := c.SetDeadline(time.Now().Add(patience / 2)); err != nil {
		return Asked{}, false
	}
	b, err := io.ReadAll(io.LimitReader(c, int64(len(greeting)+longest+1)))
	if err != nil {
		return Asked{}, false
	}
	a, ok := understood(b)
	if !ok || !free() {
		return Asked{}, false
	}
	_, err = io.WriteString(c, taken)
	return a, err == nil
}

// Close ends Serve and takes the socket away, unless it is another's by now.
func (d *Door) Close() {
	d.close.Do(func() {
		d.listener.Close() //nolint:errcheck,gosec // the window closes
		if now, err := os.Lstat(d.place); err == nil && d.made != nil && os.SameFile(now, d.made) {
			os.Remove(d.place) //nolint:errcheck,gosec // the next window clears it
		}
	})
}
