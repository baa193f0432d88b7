// Package work does slow things off the goroutine that asks for them: the
// newest request wins, older ones are cancelled, and results come back on the
// goroutine that the caller chose. [Cache] keeps what is worth keeping.
package work

import (
	"context"
	"sync"
)

// Latest computes a value for the newest key it was asked for. At most one
// computation runs at a time; the newest request is the next. It may be used
// from many goroutines.
type Latest[K comparable, V any] struct {
	ctx     context.Context
	do      func(func())
	compute func(context.Context, K) (V, error)
	deliver func(K, V, error)
	wake    chan struct{}

	mu     sync.Mutex
	key    K
	age    uint64             // counts requests; a result is good if no other came since
	begun  uint64             // age of the request that the worker took last
	cancel context.CancelFunc // of the computation that runs, else nil
	ready  *result[K, V]      // on its way through do, else nil
}

type result[K comparable, V any] struct {
	key   K
	age   uint64
	value V
	err   error
}

// NewLatest starts a worker that lives until ctx ends. For every request that
// is not outdated by a newer one, compute runs on the worker, and then deliver
// runs with its result through do, which must run functions one after the
// other on the goroutine that calls Request. compute should end soon after its
// context does. A request that is outdated, or that ctx ended, is never
// delivered, also when its result was already on its way through do.
func NewLatest[K comparable, V any](ctx context.Context, do func(func()),
	compute func(context.Context, K) (V, error), deliver func(K, V, error),
) *Latest[K, V] {
	l := &Latest[K, V]{ctx: ctx, do: do, compute: compute, deliver: deliver, wake: make(chan struct{}, 1)}
	go l.work()
	return l
}

// Request asks for the value of k. It outdates the request before and cancels
// its computation. It does not block and does not allocate.
func (l *Latest[K, V]) Request(k K) {
	l.mu.Lock()
	l.key = k
	l.age++
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
	l.mu.Unlock()
	select {
	case l.wake <- struct{}{}:
	default: // the worker has not taken the last call yet and will see this key
	}
}

// Drop outdates the last request without making a new one.
func (l *Latest[K, V]) Drop() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.age++
	l.begun = l.age
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}

func (l *Latest[K, V]) work() {
	for {
		select {
		case <-l.ctx.Done():
			return
		case <-l.wake:
			l.one()
		}
	}
}

// one computes the newest request, if it was not computed yet.
func (l *Latest[K, V]) one() {
	ctx, cancel := context.WithCancel(l.ctx)
	defer cancel()
	l.mu.Lock()
	if l.begun == l.age || ctx.Err() != nil {
		l.mu.Unlock()
		return
	}
	k, age := l.key, l.age
	l.begun, l.cancel = age, cancel
	l.mu.Unlock()

	v, err := l.compute(ctx, k)

	l.mu.Lock()
	fresh := l.age == age
	if fresh {
		l.cancel = nil
		l.ready = &result[K, V]{k, age, v, err}
	}
	l.mu.Unlock()
	if fresh {
		l.do(l.Poll)
	}
}

// Poll delivers at once a result that is finished but still on its way through
// do. It belongs to the goroutine that do runs on. A window that is about to
// paint calls it, lest it paint once more what is outdated.
func (l *Latest[K, V]) Poll() {
	l.mu.Lock()
	r := l.ready
	l.ready = nil
	good := r != nil && r.age == l.age && l.ctx.Err() == nil
	l.mu.Unlock()
	if good {
		l.deliver(r.key, r.value, r.err)
	}
}
