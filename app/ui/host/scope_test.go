package host

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"c5atlas.org/c5atlas/app/state"
)

// Whatever a scope began ends with it: watches, timers, work, and what is on
// its way to the UI goroutine; also what belongs to its parts.
func TestScopeEndsAllThatItBegan(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHost(t)
		in := make(chan func(), 100)
		h.Do = func(f func()) { in <- f }
		run := func() {
			for len(in) > 0 {
				(<-in)()
			}
		}
		heard, rang, came, did := 0, 0, 0, 0
		whole := h.Open()
		for _, s := range []*Scope{whole, whole.Open(), whole.Lesson()} {
			Watch(s, func(v state.State) string { return v.Query }, func(string) { heard++ })
			s.After(time.Second, func() { rang++ })
			l := Latest(s, func(ctx context.Context, k int) (int, error) { return k, ctx.Err() }, func(int, int, error) { came++ })
			l.Request(1)
			s.Do(func() { did++ })
		}
		synctest.Wait()
		if n := h.Watchers(); n != 3 || heard != 3 {
			t.Errorf("%d watchers, %d heard", n, heard)
		}
		whole.Close()
		whole.Close()
		h.Dispatch(state.Search("x"))
		h.SetDark(true)
		time.Sleep(2 * time.Second)
		synctest.Wait()
		run()
		if heard != 3 || rang+came+did > 0 || h.Watchers() > 0 || !whole.Closed() {
			t.Errorf("after the end: heard %d, rang %d, came %d, did %d, %d watchers", heard-3, rang, came, did, h.Watchers())
		}
		// The bubble ends only if no worker is left.
	})
}

func TestScopeWithin(t *testing.T) {
	t.Parallel()
	h := newHost(t)
	whole := h.Open()
	part := whole.Open()
	var order []string
	whole.OnClose(func() { order = append(order, "first") })
	forget := whole.OnClose(func() { order = append(order, "forgotten") })
	whole.OnClose(func() { order = append(order, "last") })
	part.OnClose(func() { order = append(order, "part") })
	forget()
	forget()
	part.Close()
	if whole.Closed() || whole.Context.Err() != nil {
		t.Error("a part ends the whole")
	}
	whole.Close()
	whole.OnClose(func() { order = append(order, "late") })
	Watch(whole, func(s state.State) state.State { return s }, func(state.State) { t.Error("watches after the end") })
	whole.After(0, func() { t.Error("waits after the end") })()
	want := []string{"part", "last", "first", "late"}
	if len(order) != len(want) {
		t.Fatalf("ended %q, want %q", order, want)
	}
	for i := range want {
		if order[i] != want[i] {
			t.Fatalf("ended %q, want %q", order, want)
		}
	}
	if len(whole.ends) > 0 {
		t.Errorf("%d left", len(whole.ends))
	}
}

// A timer that has rung, or was stopped, is not kept.
func TestScopeForgetsTimers(t *testing.T) {
	t.Parallel()
	h := newHost(t)
	s := h.Open()
	defer s.Close()
	before := len(s.ends)
	var ring func()
	stopped := 0
	h.Timer = func(_ time.Duration, f func()) func() { ring = f; return func() { stopped++ } }
	rang := 0
	s.After(time.Hour, func() { rang++ })
	ring()
	stop := s.After(time.Hour, func() { rang++ })
	stop()
	if rang != 1 || stopped != 1 || len(s.ends) != before {
		t.Errorf("rang %d, stopped %d, %d kept", rang, stopped, len(s.ends)-before)
	}
}
