package coding

import (
	"context"
	"sync"

	"c5atlas.org/c5atlas/app/draft"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/work"
)

// keeper saves a draft whenever it has changed, off the UI goroutine, the newest
// last.
type keeper struct {
	shelf *draft.Shelf
	later *work.Latest[numbered, struct{}]
	last  numbered

	mu   sync.Mutex
	done int // the newest that was saved
}

// numbered is the n-th state of a draft.
type numbered struct {
	n     int
	draft *draft.Draft
}

func newKeeper(scope *host.Scope, shelf *draft.Shelf, fail func(error)) *keeper {
	k := &keeper{shelf: shelf}
	failing := false // of several failures in a row the first is told
	k.later = host.Latest(scope, func(_ context.Context, x numbered) (struct{}, error) {
		return struct{}{}, k.save(x)
	}, func(_ numbered, _ struct{}, err error) {
		if err != nil && !failing {
			fail(err)
		}
		failing = err != nil
	})
	return k
}

// keep saves a draft soon.
func (k *keeper) keep(d draft.Draft) {
	k.last = numbered{k.last.n + 1, &d}
	k.later.Request(k.last)
}

// flush saves at once what is not saved yet.
func (k *keeper) flush() error {
	if k.last.draft == nil {
		return nil
	}
	return k.save(k.last)
}

// forget takes the draft away: it is in the package now.
func (k *keeper) forget(of draft.Key) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.done, k.last.draft = k.last.n, nil
	return k.shelf.Forget(of)
}

func (k *keeper) save(x numbered) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if x.n <= k.done {
		return nil
	}
	err := k.shelf.Save(*x.draft)
	if err == nil {
		k.done = x.n
	}
	return err
}
