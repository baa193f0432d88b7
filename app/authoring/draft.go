// Package authoring is the lesson that a person writes: a value, what can be done to
// it, the list of values that undo returns to, its file, and the ring of copies
// from which nothing that was written is lost.
//
// A lesson is never changed in place: an [Action] makes another of it, which
// shares what stays the same. So any goroutine may keep one.
package authoring

import (
	"reflect"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/scene"
)

// History is the lesson as it is now, and those from before. All its methods
// belong to one goroutine, the window's.
type History struct {
	now        export.Lesson
	saved      export.Lesson // as its file has it
	undo, redo []export.Lesson
	lastKey    string
}

// maxHistory bounds the list of lessons that undo can return to.
const maxHistory = 200

// Begin returns the history of a lesson as its file has it.
func Begin(l export.Lesson) *History { return &History{now: l, saved: l} }

// Now returns the lesson. It must not be modified.
func (h *History) Now() export.Lesson { return h.now }

// Do applies an action and reports whether that changed anything. Actions one
// after the other that write at the same place are one step of undo.
func (h *History) Do(a Action) bool {
	next := a.Apply(h.now)
	if reflect.DeepEqual(next, h.now) {
		return false
	}
	key := ""
	if w, ok := a.(Write); ok {
		key = w.place()
	}
	if key == "" || key != h.lastKey {
		h.undo = append(h.undo, h.now)
		if len(h.undo) > maxHistory {
			h.undo = h.undo[1:]
		}
	}
	h.now, h.lastKey, h.redo = next, key, nil
	return true
}

// CanUndo reports whether Undo would change anything.
func (h *History) CanUndo() bool { return len(h.undo) > 0 }

// CanRedo reports whether Redo would change anything.
func (h *History) CanRedo() bool { return len(h.redo) > 0 }

// Undo returns to the lesson before the last action.
func (h *History) Undo() { h.step(&h.undo, &h.redo) }

// Redo takes back the last Undo.
func (h *History) Redo() { h.step(&h.redo, &h.undo) }

func (h *History) step(from, to *[]export.Lesson) {
	if n := len(*from); n > 0 {
		*to = append(*to, h.now)
		h.now, *from, h.lastKey = (*from)[n-1], (*from)[:n-1], ""
	}
}

// Break ends a run of actions that would be one step of undo.
func (h *History) Break() { h.lastKey = "" }

// Saved says that the file now has this lesson, which may be older than that of
// now.
func (h *History) Saved(l export.Lesson) { h.saved = l }

// Dirty reports whether the file has another lesson than this.
func (h *History) Dirty() bool { return !reflect.DeepEqual(h.now, h.saved) }

// Replace puts another lesson in place of that of now, as one step of undo.
type Replace struct{ By export.Lesson }

// Apply implements Action.
func (a Replace) Apply(export.Lesson) export.Lesson { return a.By }

// Gone lists the scenes, from 1, that name something which the data have not.
func Gone(d *dataset.Dataset, l export.Lesson) []int {
	var out []int
	for i, s := range l.Scenes {
		if len(scene.Unknown(d, s.View)) > 0 || s.Panes.Twice() && len(scene.Unknown(d, s.Beside)) > 0 {
			out = append(out, i+1)
		}
	}
	return out
}
