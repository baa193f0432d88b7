package work_test

import (
	"testing"
	"testing/synctest"
	"time"

	"c5atlas.org/c5atlas/app/work"
)

func TestAfter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := newQueue()
		ran := 0
		stop := work.After(q.do, time.Second, func() { ran++ })
		time.Sleep(500 * time.Millisecond)
		synctest.Wait()
		if q.run(); ran != 0 {
			t.Error("ran early")
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if q.run(); ran != 1 {
			t.Errorf("ran %d times, want once", ran)
		}
		stop()

		stop = work.After(q.do, time.Second, func() { ran++ })
		time.Sleep(2 * time.Second) // on its way
		synctest.Wait()
		stop()
		stop()
		if n := q.run(); n != 1 || ran != 1 {
			t.Errorf("ran after stop, although %d was on its way", n)
		}
	})
}
