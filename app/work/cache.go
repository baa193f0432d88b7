package work

import (
	"container/list"
	"sync"
)

// Cache keeps the values used last, up to a number of bytes. It may be used
// from many goroutines.
type Cache[K comparable, V any] struct {
	limit int64
	size  func(V) int64

	mu    sync.Mutex
	bytes int64
	order *list.List // of entry[K, V], the newest first
	at    map[K]*list.Element
}

type entry[K comparable, V any] struct {
	key   K
	value V
	bytes int64
}

// NewCache returns a cache of at most limit bytes, with size telling the bytes
// of a value. A limit of 0 or less keeps nothing.
func NewCache[K comparable, V any](limit int64, size func(V) int64) *Cache[K, V] {
	return &Cache[K, V]{limit: limit, size: size, order: list.New(), at: map[K]*list.Element{}}
}

// Get returns the value of k and marks it as just used.
func (c *Cache[K, V]) Get(k K) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.at[k]
	if !ok {
		var none V
		return none, false
	}
	c.order.MoveToFront(e)
	return e.Value.(entry[K, V]).value, true
}

// Put keeps v for k and lets go of the values unused for longest until all fit.
// A value that is larger than the whole cache is not kept.
func (c *Cache[K, V]) Put(k K, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.at[k]; ok {
		c.remove(e)
	}
	n := max(c.size(v), 0)
	if n > c.limit || c.limit <= 0 {
		return
	}
	for c.bytes > c.limit-n {
		c.remove(c.order.Back())
	}
	c.at[k] = c.order.PushFront(entry[K, V]{k, v, n})
	c.bytes += n
}

// Clear lets go of everything.
func (c *Cache[K, V]) Clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.bytes = 0
	c.order.Init()
	clear(c.at)
}

// Bytes returns the size of what is kept.
func (c *Cache[K, V]) Bytes() int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.bytes
}

// Len counts the values kept.
func (c *Cache[K, V]) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.at)
}

func (c *Cache[K, V]) remove(e *list.Element) {
	x := c.order.Remove(e).(entry[K, V])
	delete(c.at, x.key)
	c.bytes -= x.bytes
}
