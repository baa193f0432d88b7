package authoring

import (
	"reflect"
	"sync"
	"time"

	"c5atlas.org/c5atlas/app/export"
)

// How long writing must rest before a copy is made, how long a change waits for one
// at most, and after which time one that failed is tried again.
const (
	restful = 1500 * time.Millisecond
	longest = 4 * time.Second
	again   = 5 * time.Second
)

// Keeper makes copies of a lesson while it is written. It may be used from any
// goroutine.
type Keeper struct {
	ring *Ring
	rest time.Duration // of quiet before it copies
	most time.Duration // that a change waits
	tell func(error)   // hears of each copy that fails, and with nil of the first that does not again; on any goroutine

	mu      sync.Mutex
	latest  export.Lesson
	dirty   bool
	waiting time.Time // since when a change waits; zero: none does
	timer   *time.Timer
	failing bool
	closed  bool

	writing sync.Mutex
}

// NewKeeper returns a keeper for a ring.
func NewKeeper(r *Ring, tell func(error)) *Keeper {
	return &Keeper{ring: r, rest: restful, most: longest, tell: tell}
}

// Ring returns the ring, which the keeper alone writes to.
func (k *Keeper) Ring() *Ring { return k.ring }

// Keep remembers l, and copies it after a while.
func (k *Keeper) Keep(l export.Lesson) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.latest, k.dirty = l, true
	wait := k.rest
	if k.waiting.IsZero() {
		k.waiting = time.Now()
	} else {
		wait = min(wait, max(0, k.most-time.Since(k.waiting)))
	}
	k.later(wait)
}

// later copies after a while. The lock must be held.
func (k *Keeper) later(after time.Duration) {
	if k.timer != nil {
		k.timer.Stop()
	}
	if !k.closed {
		k.timer = time.AfterFunc(after, func() { _ = k.Flush() })
	}
}

// Flush copies at once what is not copied yet.
func (k *Keeper) Flush() error {
	k.writing.Lock()
	defer k.writing.Unlock()
	k.mu.Lock()
	l, dirty := k.latest, k.dirty
	k.dirty, k.waiting = false, time.Time{}
	k.mu.Unlock()
	if !dirty {
		return nil
	}
	err := k.ring.Keep(l)
	k.mu.Lock()
	tell := err != nil || k.failing
	k.failing = err != nil
	if err != nil {
		k.dirty = true
		k.later(again)
	}
	k.mu.Unlock()
	if tell && k.tell != nil {
		k.tell(err)
	}
	return err
}

// Settle copies what is not copied yet, and says that it needs no rescue.
func (k *Keeper) Settle() error {
	err := k.Flush()
	k.writing.Lock()
	defer k.writing.Unlock()
	if s := k.ring.Settle(); err == nil {
		err = s
	}
	return err
}

// Save copies what is not copied yet and then writes l, which was kept before, to
// its file, as [Save] does. So the newest copy is never older than the file.
func (k *Keeper) Save(path string, l export.Lesson, was Mark, force bool) (Mark, error) {
	_ = k.Flush() // tell has heard of it; the file matters more
	m, err := Save(path, l, was, force)
	if err != nil {
		return m, err
	}
	k.mu.Lock()
	newest := !k.dirty && reflect.DeepEqual(k.latest, l)
	k.mu.Unlock()
	if newest {
		_ = k.Settle() // else the copy is offered once more, no more than that
	}
	return m, nil
}

// Close copies what is not copied yet, for the last time.
func (k *Keeper) Close() {
	k.mu.Lock()
	k.closed = true
	if k.timer != nil {
		k.timer.Stop()
	}
	k.mu.Unlock()
	_ = k.Flush()
}
