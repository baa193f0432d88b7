package app

import (
	"fmt"
	"os"
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

	writing sync.Mutex     // one write at a time, the newest last
	left    sync.WaitGroup // the sessions that turn leaves
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

// turn goes on at another path, without waiting for what is to be saved at the
// one before.
func (k *keeper) turn(path string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.timer != nil {
		k.timer.Stop()
	}
	if was, s := k.path, k.latest; k.dirty {
		k.left.Go(func() {
			k.writing.Lock()
			defer k.writing.Unlock()
			if err := s.write(was); err != nil {
				k.fail(fmt.Errorf("save session: %w", err))
			}
		})
	}
	k.path, k.latest, k.dirty, k.failing = path, session{}, false, false
}

// move goes on at another path in place of the one before.
func (k *keeper) move(path string) {
	k.mu.Lock()
	was := k.path
	if was != path {
		k.dirty = false
	}
	k.mu.Unlock()
	if was == path {
		return
	}
	k.turn(path)
	k.left.Go(func() {
		k.writing.Lock()
		defer k.writing.Unlock()
		_ = os.Remove(was) // one more does no harm
	})
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
	k.left.Wait()
	k.flush()
}

// flush saves what is not saved yet.
func (k *keeper) flush() {
	k.writing.Lock()
	defer k.writing.Unlock()
	k.mu.Lock()
	path, s, dirty := k.path, k.latest, k.dirty
	k.dirty = false
	k.mu.Unlock()
	if !dirty {
		return
	}
	err := s.write(path)
	k.mu.Lock()
	if k.path != path { // it has turned to another
		k.mu.Unlock()
		return
	}
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

// write saves s at path, whole or not at all.
func (s session) write(path string) error {
	return atomicfile.Bytes(path, true, s.encode())
}
