package work_test

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"c5atlas.org/c5atlas/app/work"
)

// queue is an injected dispatcher: the test decides when results arrive.
type queue struct{ in chan func() }

func newQueue() *queue { return &queue{make(chan func(), 1000)} }

func (q *queue) do(f func()) { q.in <- f }

func (q *queue) run() (n int) {
	for ; ; n++ {
		select {
		case f := <-q.in:
			f()
		default:
			return n
		}
	}
}

// slowly takes a second and obeys its context.
func slowly(ctx context.Context, k int) (int, error) {
	select {
	case <-ctx.Done():
		return 0, ctx.Err()
	case <-time.After(time.Second):
		return 10 * k, nil
	}
}

func TestLatestDeliversTheNewest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		q := newQueue()
		var got []int
		l := work.NewLatest(ctx, q.do, slowly, func(k, v int, err error) {
			if err != nil || v != 10*k {
				t.Errorf("deliver(%d, %d, %v)", k, v, err)
			}
			got = append(got, k)
		})
		for k := range 300 {
			l.Request(k)
			time.Sleep(10 * time.Millisecond) // each is outdated before it is done
		}
		time.Sleep(2 * time.Second)
		synctest.Wait()
		q.run()
		if !slices.Equal(got, []int{299}) {
			t.Errorf("delivered %v, want only the last", got)
		}
		cancel()
		synctest.Wait() // the bubble fails if the worker is still there
	})
}

func TestLatestDropsWhatIsOnItsWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		q := newQueue()
		var got []int
		l := work.NewLatest(ctx, q.do, slowly, func(k, _ int, _ error) { got = append(got, k) })
		l.Request(1)
		time.Sleep(2 * time.Second) // done, and waiting in the queue
		synctest.Wait()
		l.Request(2)
		if n := q.run(); n != 1 {
			t.Errorf("%d results on their way, want 1", n)
		}
		if len(got) != 0 {
			t.Errorf("delivered %v although 2 was asked for", got)
		}
		time.Sleep(2 * time.Second)
		synctest.Wait()
		q.run()
		if !slices.Equal(got, []int{2}) {
			t.Errorf("delivered %v, want 2", got)
		}

		l.Request(3)
		time.Sleep(2 * time.Second)
		l.Drop()
		l.Request(4)
		l.Drop()
		time.Sleep(2 * time.Second)
		q.run()
		if !slices.Equal(got, []int{2}) {
			t.Errorf("delivered %v after Drop", got)
		}
	})
}

func TestPollDeliversOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		q := newQueue()
		var got []int
		l := work.NewLatest(ctx, q.do, slowly, func(k, _ int, _ error) { got = append(got, k) })
		l.Poll()
		l.Request(1)
		l.Poll()
		time.Sleep(2 * time.Second)
		synctest.Wait()
		l.Poll()
		l.Poll()
		q.run()
		if !slices.Equal(got, []int{1}) {
			t.Errorf("delivered %v, want 1 once", got)
		}
		l.Request(2)
		time.Sleep(2 * time.Second)
		synctest.Wait()
		l.Request(3) // outdates the one on its way
		l.Poll()
		if !slices.Equal(got, []int{1}) {
			t.Errorf("delivered %v", got)
		}
	})
}

func TestLatestRunsOneAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		q := newQueue()
		var running, most, ran atomic.Int32
		deaf := func(context.Context, int) (int, error) { // does not obey its context
			most.Store(max(most.Load(), running.Add(1)))
			time.Sleep(time.Second)
			running.Add(-1)
			ran.Add(1)
			return 0, nil
		}
		got := 0
		l := work.NewLatest(ctx, q.do, deaf, func(k, _ int, _ error) { got = k })
		for k := range 50 {
			l.Request(k + 1)
			time.Sleep(100 * time.Millisecond)
		}
		time.Sleep(3 * time.Second)
		q.run()
		if most.Load() != 1 || got != 50 {
			t.Errorf("%d at a time, delivered %d; want 1 and 50", most.Load(), got)
		}
		if n := ran.Load(); n > 7 {
			t.Errorf("%d computations in 6 seconds of one second each", n)
		}
	})
}

func TestLatestEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		q := newQueue()
		l := work.NewLatest(ctx, q.do, slowly, func(k, _ int, err error) { t.Errorf("delivered %d, %v", k, err) })
		l.Request(1)
		time.Sleep(100 * time.Millisecond)
		cancel()
		synctest.Wait()
		l.Request(2)
		time.Sleep(2 * time.Second)
		q.run()
	})
}

func TestLatestDeliversErrors(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		q := newQueue()
		broken := errors.New("broken")
		var got error
		l := work.NewLatest(ctx, q.do, func(context.Context, int) (int, error) { return 0, broken },
			func(_, _ int, err error) { got = err })
		l.Request(1)
		synctest.Wait()
		q.run()
		if !errors.Is(got, broken) {
			t.Errorf("got %v", got)
		}
	})
}

func TestRequestDoesNotAllocate(t *testing.T) {
	block := make(chan struct{})
	defer close(block)
	l := work.NewLatest(t.Context(), func(func()) {},
		func(context.Context, int) (int, error) { <-block; return 0, nil }, func(int, int, error) {})
	l.Request(0)
	if n := testing.AllocsPerRun(100, func() { l.Request(1) }); n > 0 {
		t.Errorf("%v allocations in a request", n)
	}
}
