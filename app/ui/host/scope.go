package host

import (
	"context"
	"slices"
	"time"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/work"
)

// Scope is how long a view lives. What the view watches, computes and waits for
// belongs to its scope and ends with it, and so do the scopes of its parts. A
// scope is a host as well; its Do and Context are bound to its life, those of
// the host to the program's.
//
// Like the rest of a host it belongs to the UI goroutine, except Do and
// Context.
type Scope struct {
	*Host
	// Context ends with the scope. No goroutine of the view outlives it.
	Context context.Context

	cancel context.CancelFunc
	ends   []*ending // in the order of their beginning
}

// ending is what is to be done about one thing when the scope closes.
type ending struct{ do func() }

// Open begins a scope of its own.
func (h *Host) Open() *Scope {
	h.shared()
	s := &Scope{Host: h}
	s.Context, s.cancel = context.WithCancel(h.Context)
	return s
}

// Open begins a scope within s, which ends no later than s.
func (s *Scope) Open() *Scope { return s.hold(s.Host) }

// Lesson begins a scope within s for a lesson's views: the same store and data,
// with a scale of its own.
func (s *Scope) Lesson() *Scope {
	h := *s.Host
	h.Present = true
	return s.hold(&h)
}

// Beside begins a scope within s for a view of its own beside that of the store.
// What a person chose for themselves it follows.
func (s *Scope) Beside(v state.View) *Scope {
	h := *s.Host
	now := s.Store.State()
	now.View = v
	h.Store, h.common = state.NewStore(now), &common{dark: s.shared().dark}
	child := s.hold(&h)
	end := state.Watch(s.Store, func(v state.State) state.Person { return v.Person }, func(p state.Person) {
		h.Store.Dispatch(state.Func(func(v state.State) state.State { v.Person = p; return v }))
	})
	child.OnClose(end)
	return child
}

func (s *Scope) hold(h *Host) *Scope {
	child := &Scope{Host: h}
	child.Context, child.cancel = context.WithCancel(s.Context)
	forget := s.OnClose(child.Close)
	child.OnClose(forget)
	return child
}

// Close ends everything that is left, the last begun first. It may be called
// twice.
func (s *Scope) Close() {
	s.cancel()
	for len(s.ends) > 0 {
		e := s.ends[len(s.ends)-1]
		s.ends = s.ends[:len(s.ends)-1]
		e.do()
	}
}

// Closed reports whether the scope has ended.
func (s *Scope) Closed() bool { return s.Context.Err() != nil }

// OnClose calls f when the scope closes, or at once if it has, unless forget
// is called before.
func (s *Scope) OnClose(f func()) (forget func()) {
	if s.Closed() {
		f()
		return func() {}
	}
	e := &ending{f}
	s.ends = append(s.ends, e)
	return func() {
		if i := slices.Index(s.ends, e); i >= 0 {
			s.ends = slices.Delete(s.ends, i, i+1)
		}
	}
}

// Do runs f on the UI goroutine, unless the scope has closed by then. It may
// be called on any goroutine.
func (s *Scope) Do(f func()) {
	s.Host.Do(func() {
		if !s.Closed() {
			f()
		}
	})
}

// After runs f on the UI goroutine when d has passed, unless stop was called or
// the scope has closed before. stop may be called twice.
func (s *Scope) After(d time.Duration, f func()) (stop func()) {
	if s.Closed() {
		return func() {}
	}
	timer := s.Timer
	if timer == nil {
		timer = func(d time.Duration, f func()) func() { return work.After(s.Host.Do, d, f) }
	}
	forget := func() {}
	end := timer(d, func() { forget(); f() })
	forget = s.OnClose(end)
	return func() { forget(); end() }
}

// Watch calls fn with the part of the shown view ([Host.State]) that sel
// picks: once now, and then whenever that part changes, be it by an action, by
// the desktop's look or by the host's scale, until the scope closes.
func Watch[T comparable](s *Scope, sel func(state.State) T, fn func(T)) {
	if s.Closed() {
		return
	}
	h := s.Host
	var last T
	fresh := true
	see := func(v state.State) {
		if now := sel(h.shown(v)); fresh || now != last {
			last, fresh = now, false
			fn(now)
		}
	}
	h.common.watchers.Add(s, func() { see(h.Store.State()) })
	s.OnClose(state.Watch(h.Store, func(v state.State) state.State { return v }, see))
}

// Latest returns a worker, as [work.NewLatest] does, that lives as long as the
// scope.
func Latest[K comparable, V any](s *Scope, compute func(context.Context, K) (V, error), deliver func(K, V, error)) *work.Latest[K, V] {
	if s.Hold == nil {
		return work.NewLatest(s.Context, s.Host.Do, compute, deliver)
	}
	return work.NewLatest(s.Context, s.Host.Do, func(ctx context.Context, k K) (v V, err error) {
		if s.Hold(ctx); ctx.Err() != nil {
			return v, ctx.Err()
		}
		return compute(ctx, k)
	}, deliver)
}
