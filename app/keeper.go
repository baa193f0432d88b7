package app

import (
	"fmt"
	"io"
	"sync"
	"time"

	"c5atlas.org/c5atlas/app/atomicfile"
)

// keeper saves the newest session, a while after it last changed and when it
// is flushed. What cannot be saved is tried again. It may be used from any
// goroutine.
type keeper struct {
	path  string
	after time.Duration // of quiet before it saves
	again time.Duration // after which it tries once more
	fail  func(error)   // called for the first of several failures in a row, on any goroutine

	mu      sync.Mutex
	timer   *time.Timer
	latest  session
	dirty   bool
	failing bool
	closed  bool

	writing sync.Mutex // one write at a time, the newest last
}

// keep remembers s and saves it after a while of quiet.
func (k *keeper) keep(s session) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.latest == s {
		return
	}
	k.latest, k.dirty = s, true
	k.later(k.after)
}

// later flushes after a while. The lock must be held.
func (k *keeper) later(after time.Duration) {
	if k.timer != nil {
		k.timer.Stop()
	}
	if !k.closed {
		k.timer = time.AfterFunc(after, k.flush)
	}
}

// close saves what is not saved yet, for the last time.
func (k *keeper) close() {
	k.mu.Lock()
	k.closed = true
	if k.timer != nil {
		k.timer.Stop()
	}
	k.mu.Unlock()
	k.flush()
}

// flush saves what is not saved yet.
func (k *keeper) flush() {
	k.writing.Lock()
	defer k.writing.Unlock()
	k.mu.Lock()
	s, dirty := k.latest, k.dirty
	k.dirty = false
	k.mu.Unlock()
	if !dirty {
		return
	}
	err := atomicfile.Write(k.path, true, func(w io.Writer) error {
		_, err := w.Write(s.encode())
		return err
	})
	k.mu.Lock()
	first := err != nil && !k.failing
	k.failing = err != nil
	if err != nil {
		k.dirty = true
		k.later(k.again)
	}
	k.mu.Unlock()
	if first {
		k.fail(fmt.Errorf("save session: %w", err))
	}
}
