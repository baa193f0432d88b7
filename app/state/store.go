package state

import "slices"

// Store keeps the current view. All its methods belong to one goroutine, the
// window's; there is no lock. A Dispatch made inside a watcher waits until the
// watchers have all heard of the change before it.
type Store struct {
	now      State
	watchers []*watcher
	queue    []change
	busy     bool
	back     bool // the change under way is Undo's or Redo's

	undo, redo []State
	lastKey    string
	held       string // the key of all changes, while there is one
}

type watcher struct {
	see  func(State)
	gone bool
}

// change is an action on its way into the store.
type change struct {
	action Action
	key    string
	past   bool // becomes a step of undo
}

// maxHistory bounds the list of views that undo can return to.
const maxHistory = 200

// NewStore returns a store that shows s, made valid.
func NewStore(s State) *Store { return &Store{now: s.Valid()} }

// State returns the current view.
func (st *Store) State() State { return st.now }

// Dispatch applies a and tells the watchers whose part changed. A change of
// the view becomes a step of undo.
func (st *Store) Dispatch(a Action) {
	c := change{action: a, past: true}
	if k, ok := a.(Coalescer); ok {
		c.key = k.CoalesceKey()
	}
	st.run(c)
}

// Amend applies a like Dispatch, but as part of the step before: Undo takes
// back both. It is for what follows from a gesture by itself, such as the
// flight to what was selected. A view that Undo or Redo returns to has that
// already: while its watchers hear of it, Amend does nothing.
func (st *Store) Amend(a Action) {
	if !st.back {
		st.run(change{action: a})
	}
}

// Watchers counts those that watch the view.
func (st *Store) Watchers() int { return len(st.watchers) }

// CanUndo reports whether Undo would change anything.
func (st *Store) CanUndo() bool { return len(st.undo) > 0 }

// CanRedo reports whether Redo would change anything.
func (st *Store) CanRedo() bool { return len(st.redo) > 0 }

// Undo returns to the view before the last change. Language, look, size of
// type and layout stay as they are: they are not what a person wants back.
func (st *Store) Undo() { st.step(&st.undo, &st.redo) }

// Redo takes back the last Undo.
func (st *Store) Redo() { st.step(&st.redo, &st.undo) }

// Begin shows s as a window does that has just opened: there is nothing to undo.
func (st *Store) Begin(s State) {
	st.undo, st.redo, st.lastKey = nil, nil, ""
	st.run(change{action: Func(func(State) State { return s })})
}

// Revise changes the view, and each that Undo and Redo return to, without a step
// of undo: what f takes away does not come back.
func (st *Store) Revise(f func(State) State) {
	for _, list := range [][]State{st.undo, st.redo} {
		for i := range list {
			list[i] = f(list[i]).Valid()
		}
	}
	st.run(change{action: Func(f)})
}

// Break ends a run of changes that would be one step of undo.
func (st *Store) Break() {
	if st.held == "" {
		st.lastKey = ""
	}
}

// Hold makes all changes that follow one step of undo, with those before that have
// the key, whatever they are and whatever breaks them, until Release.
func (st *Store) Hold(key string) { st.held = key }

// Release ends what Hold began.
func (st *Store) Release() { st.held = "" }

func (st *Store) step(from, to *[]State) {
	if len(*from) == 0 {
		return
	}
	old := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, st.now)
	st.lastKey = ""
	st.back = true
	defer func() { st.back = false }()
	st.run(change{action: ShowScene{N: old.Scene, View: old.View}})
}

func (st *Store) run(c change) {
	if st.busy {
		st.queue = append(st.queue, c)
		return
	}
	st.busy = true
	defer func() { st.busy, st.queue = false, nil }() // a panic in a watcher must not lock the store
	st.apply(c)
	for len(st.queue) > 0 {
		next := st.queue[0]
		st.queue = st.queue[1:]
		st.apply(next)
	}
}

func (st *Store) apply(c change) {
	was := st.now
	now := c.action.Apply(was).Valid() // whatever an action does, no watcher sees what could not be saved
	if now == was {
		return
	}
	if c.past {
		st.remember(was, now, c.key)
	}
	st.now = now
	// Those that come while the others are told have seen the new view already;
	// those that leave are skipped.
	for _, w := range slices.Clip(st.watchers) {
		if !w.gone {
			w.see(now)
		}
	}
}

func (st *Store) remember(was, now State, key string) {
	if personal(was, now) {
		return
	}
	if st.held != "" {
		key = st.held
	}
	if key == "" || key != st.lastKey {
		st.undo = append(st.undo, was)
		if len(st.undo) > maxHistory {
			st.undo = st.undo[1:]
		}
	}
	st.lastKey, st.redo = key, nil
}

// personal reports whether the two views differ only in what Undo leaves
// alone.
func personal(a, b State) bool { return a.View == b.View && a.Scene == b.Scene }

// Watch calls fn with the part of the view that sel picks: once now, and then
// whenever that part changes. cancel ends it and may be called twice.
func Watch[T comparable](st *Store, sel func(State) T, fn func(T)) (cancel func()) {
	last := sel(st.now)
	w := &watcher{}
	w.see = func(s State) {
		if v := sel(s); v != last {
			last = v
			fn(v)
		}
	}
	st.watchers = append(st.watchers, w)
	fn(last)
	return func() {
		if w.gone {
			return
		}
		w.gone = true
		kept := make([]*watcher, 0, len(st.watchers)) // a new list: the old one may be in the middle of a round
		for _, x := range st.watchers {
			if x != w {
				kept = append(kept, x)
			}
		}
		st.watchers = kept
	}
}
