package work_test

import (
	"math/rand/v2"
	"testing"

	"c5atlas.org/c5atlas/app/work"
)

func TestCacheLetsGoOfTheOldest(t *testing.T) {
	t.Parallel()
	c := work.NewCache[string](10, func(v string) int64 { return int64(len(v)) })
	c.Put("a", "1234")
	c.Put("b", "1234")
	if _, ok := c.Get("a"); !ok { // now b is the older one
		t.Fatal("a is gone")
	}
	c.Put("c", "1234")
	if _, ok := c.Get("b"); ok {
		t.Error("b was unused for longest and is still there")
	}
	for _, k := range []string{"a", "c"} {
		if v, ok := c.Get(k); !ok || v != "1234" {
			t.Errorf("Get(%s) = %q, %v", k, v, ok)
		}
	}
	c.Put("huge", "12345678901")
	if _, ok := c.Get("huge"); ok || c.Len() != 2 {
		t.Error("a value over the limit was kept, or pushed others out")
	}
	c.Put("a", "1") // replaces
	if c.Bytes() != 5 || c.Len() != 2 {
		t.Errorf("%d bytes in %d values, want 5 in 2", c.Bytes(), c.Len())
	}
	c.Clear()
	if c.Bytes() != 0 || c.Len() != 0 {
		t.Error("not empty after Clear")
	}
}

func TestCacheStaysWithinItsLimit(t *testing.T) {
	t.Parallel()
	const limit = 1000
	c := work.NewCache[int](limit, func(v int) int64 { return int64(v) })
	held := map[int]int{}
	r := rand.New(rand.NewPCG(1, 2))
	for range 10000 {
		k, v := r.IntN(60), r.IntN(120)
		c.Put(k, v)
		held[k] = v
		if c.Bytes() > limit {
			t.Fatalf("%d bytes", c.Bytes())
		}
		if got, ok := c.Get(k); !ok || got != v {
			t.Fatalf("Get(%d) = %d, %v right after Put(%d)", k, got, ok, v)
		}
	}
	var sum int64
	for k, v := range held {
		if got, ok := c.Get(k); ok {
			if got != v {
				t.Errorf("Get(%d) = %d, want %d", k, got, v)
			}
			sum += int64(v)
		}
	}
	if sum != c.Bytes() {
		t.Errorf("Bytes() = %d, values have %d", c.Bytes(), sum)
	}
}
