package host

import "slices"

// Listeners are those that hear of one thing, in the order in which they came. The
// zero value has none. It belongs to the UI goroutine.
type Listeners struct{ list []*listener }

type listener struct {
	hear func()
	gone bool
}

// Add has f called by each Tell until the scope closes. In a closed scope it is never called.
func (l *Listeners) Add(s *Scope, f func()) {
	if s.Closed() {
		return
	}
	x := &listener{hear: f}
	l.list = append(l.list, x)
	s.OnClose(func() {
		x.gone = true // it may be in the middle of a round
		l.list = slices.DeleteFunc(slices.Clone(l.list), func(y *listener) bool { return y == x })
	})
}

// Tell calls those that listen now. Those that come meanwhile are not called, those that
// leave are left out.
func (l *Listeners) Tell() {
	for _, x := range slices.Clip(l.list) {
		if !x.gone {
			x.hear()
		}
	}
}

// Len is how many listen.
func (l *Listeners) Len() int { return len(l.list) }
