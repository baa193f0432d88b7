// Package strip is where a lesson is written in the window: the desk that the
// open lesson lies on, the strip of its scenes, and the form of a scene's words.
package strip

import (
	"cmp"
	"context"
	"path/filepath"
	"reflect"
	"strings"
	"sync"

	"c5atlas.org/c5atlas/app/authoring"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
)

// Desk is what the lesson that is open lies on: one or none. It belongs to the UI
// goroutine. Copies go to the folder while somebody writes.
type Desk struct {
	h      *host.Host
	scope  *host.Scope
	folder string // of the copies; "" keeps none

	lesson  *authoring.History // nil: none is open
	path    string             // "" if it has no file yet
	mark    authoring.Mark
	keeper  *authoring.Keeper
	left    sync.WaitGroup // files and copies that are being written
	at      int            // the scene that is chosen
	saving  bool           // a file is being written
	next    []func()       // saves that were asked for meanwhile
	failing bool           // copies fail
	seen    []func()

	filled   filled // the lesson as it was last presented
	readings *readings
	form     func() // hears of changes, too; nil: no scene is open
}

// NewDesk returns an empty desk. When its scope closes, what was closed or saved before
// is written to the end: the program may end then.
func NewDesk(scope *host.Scope, folder string) *Desk {
	d := &Desk{h: scope.Host, scope: scope, folder: folder}
	d.readings = newReadings(scope, d.changed)
	scope.OnClose(func() {
		if d.keeper != nil {
			d.keeper.Close()
		}
		d.left.Wait()
	})
	return d
}

// OnChange calls f after each change of the lesson, of what is chosen, and of how it
// is kept.
func (d *Desk) OnChange(f func()) { d.seen = append(d.seen, f) }

func (d *Desk) changed() {
	d.h.Deck = nil
	if d.Is() && len(d.Lesson().Scenes) > 0 {
		d.h.Deck = d.deck
	}
	for _, f := range d.seen {
		f()
	}
	if d.form != nil {
		d.form()
	}
}

// filled is a lesson in words, and what these depend on.
type filled struct {
	room         *scene.Room
	lang, second string
	steps        []scene.Step
	err          error
}

// Steps is the lesson as it is presented: what the data have not is left out. It is
// filled once for a language, until it changes; who asks must not modify it. The error
// is that of [export.Lesson.Steps].
func (d *Desk) Steps(p *i18n.Printer) ([]scene.Step, error) {
	if f := &d.filled; f.room != d.h.Room || f.lang != p.Lang() || f.second != p.Second() {
		l := d.Lesson()
		steps, err := l.Presented(d.h.Room, p)
		*f = filled{d.h.Room, p.Lang(), p.Second(), steps, err}
	}
	return d.filled.steps, d.filled.err
}

func (d *Desk) deck(p *i18n.Printer) []scene.Step {
	steps, _ := d.Steps(p) // the strip says what cannot be filled
	return steps
}

// Is reports whether a lesson is open.
func (d *Desk) Is() bool { return d.lesson != nil }

// Lesson returns the lesson that is open, or an empty one.
func (d *Desk) Lesson() export.Lesson {
	if d.lesson == nil {
		return export.Lesson{}
	}
	return d.lesson.Now()
}

// Dirty reports whether the lesson has what its file has not.
func (d *Desk) Dirty() bool { return d.lesson != nil && d.lesson.Dirty() }

// Path is the lesson's file, "" if it has none yet.
func (d *Desk) Path() string { return d.path }

// At is the scene that is chosen, from 0.
func (d *Desk) At() int { return d.at }

// Title is what the lesson is called: by its title, its first scene that has one
// without holes, or its file.
func (d *Desk) Title() string {
	p, l := d.h.Printer(), d.Lesson()
	title := l.Title.In(p.Lang())
	for _, s := range l.Scenes {
		if t := s.Title.In(p.Lang()); title == "" && !strings.Contains(t, "{{") {
			title = t
		}
	}
	name := filepath.Base(d.path)
	if d.path == "" {
		name = d.h.T("strip.untitled")
	}
	return cmp.Or(title, strings.TrimSuffix(name, filepath.Ext(name)))
}

// Open lays a lesson on the desk, as its file has it. One that is there must have
// been closed.
func (d *Desk) Open(path string, l export.Lesson, m authoring.Mark) {
	d.put(path, m, authoring.Begin(l))
}

// Restore opens a copy in place of its lesson's file, which stays as it is until
// the lesson is saved, and tells done. The file, which may lie where nothing answers, is
// read away from the UI goroutine; if the desk has another lesson by then, nothing is done.
func (d *Desk) Restore(c authoring.Copy, done func()) {
	if d.Is() && d.path == c.Of {
		d.Do(authoring.Replace{By: c.Lesson})
		done()
		return
	}
	d.fetch(c.Of, func(has export.Lesson, m authoring.Mark, err error) {
		if err != nil {
			has, m = export.Lesson{Data: c.Lesson.Data}, authoring.Mark{}
		}
		d.put(c.Of, m, authoring.Begin(has))
		d.Do(authoring.Replace{By: c.Lesson})
		done()
	})
}

// Reload opens what another program wrote to the lesson's file, away from the UI
// goroutine; what was here stays among the copies. done hears the errors of
// [authoring.Read], with which all stays as it is.
func (d *Desk) Reload(done func(error)) {
	path := d.path
	d.fetch(path, func(l export.Lesson, m authoring.Mark, err error) {
		if err == nil {
			d.Close()
			d.Open(path, l, m)
		}
		done(err)
	})
}

// fetch reads a lesson's file, and gives it to then unless the desk has another lesson
// by then.
func (d *Desk) fetch(path string, then func(export.Lesson, authoring.Mark, error)) {
	of := d.lesson
	go func() {
		l, m, err := authoring.Read(path)
		d.scope.Do(func() {
			if of == d.lesson {
				then(l, m, err)
			}
		})
	}()
}

// Begin lays an empty lesson on the desk.
func (d *Desk) Begin() {
	d.put("", authoring.Mark{}, authoring.Begin(*export.LessonOf(d.h.Room, "", nil, d.h.Printer().Lang())))
}

func (d *Desk) put(path string, m authoring.Mark, l *authoring.History) {
	if d.keeper != nil {
		d.left.Go(d.keeper.Close)
	}
	d.lesson, d.path, d.mark, d.at, d.failing, d.filled = l, path, m, 0, false, filled{}
	d.keep()
	d.changed()
}

// keep begins the copies of the lesson at its path.
func (d *Desk) keep() {
	var k *authoring.Keeper
	k = authoring.NewKeeper(authoring.NewRing(d.folder, d.path), func(err error) {
		d.scope.Do(func() {
			if k != d.keeper {
				return
			}
			if d.failing = err != nil; d.failing {
				d.h.Log.WithError(err).Warn("copy of the lesson")
				d.h.Say(d.h.T("strip.copyFails"))
			}
			d.changed()
		})
	})
	d.keeper = k
}

// Close takes the lesson from the desk. What its file has not is not offered again, but
// stays among the copies.
func (d *Desk) Close() {
	if k := d.keeper; k != nil {
		d.left.Go(func() { _ = k.Settle(); k.Close() }) // tell has heard of what fails
	}
	d.lesson, d.keeper, d.path, d.filled = nil, nil, "", filled{}
	d.changed()
}

// Do applies an action.
func (d *Desk) Do(a authoring.Action) {
	if d.lesson != nil && d.lesson.Do(a) {
		d.turned()
	}
}

// Undo returns to the lesson before the last action.
func (d *Desk) Undo() {
	if d.CanUndo() {
		d.back(d.lesson.Undo)
	}
}

// Redo takes back the last Undo.
func (d *Desk) Redo() {
	if d.CanRedo() {
		d.back(d.lesson.Redo)
	}
}

// back takes a step of the history. The scene that was chosen stays so where it is in
// another place then; one that comes back is chosen.
func (d *Desk) back(step func()) {
	was, at := d.Lesson().Scenes, d.at
	step()
	now := d.Lesson().Scenes
	same := func(i, k int) bool { return i < len(was) && k < len(now) && reflect.DeepEqual(was[i], now[k]) }
	switch {
	case len(now) > len(was):
		for d.at = 0; same(d.at, d.at); d.at++ {
		}
	case len(now) == len(was) && !same(at, at):
		for k := range now {
			if same(at, k) {
				d.at = k
			}
		}
	}
	d.turned()
}

// CanUndo reports whether Undo would change anything.
func (d *Desk) CanUndo() bool { return d.lesson != nil && d.lesson.CanUndo() }

// CanRedo reports whether Redo would change anything.
func (d *Desk) CanRedo() bool { return d.lesson != nil && d.lesson.CanRedo() }

func (d *Desk) turned() {
	d.at, d.filled = max(min(d.at, len(d.Lesson().Scenes)-1), 0), filled{}
	d.keeper.Keep(d.Lesson())
	d.changed()
}

// Break ends a run of typing that would be one step of undo.
func (d *Desk) Break() {
	if d.lesson != nil {
		d.lesson.Break()
	}
}

// Save writes the lesson to path, which becomes its file, away from the UI goroutine,
// and tells done. Its errors are those of [authoring.Save]; force takes the place of
// what another program wrote. One save follows the other; of a lesson that is gone by
// then the error is [context.Canceled].
func (d *Desk) Save(path string, force bool, done func(error)) {
	of := d.lesson
	if d.saving {
		d.next = append(d.next, func() {
			if d.lesson != of {
				done(context.Canceled)
				return
			}
			d.Save(path, force, done)
		})
		return
	}
	if of == nil {
		done(context.Canceled)
		return
	}
	l, k, was := d.Lesson(), d.keeper, d.mark
	if path != d.path {
		was = authoring.Mark{}
	}
	d.saving = true
	k.Keep(l)
	d.left.Go(func() {
		m, err := k.Save(path, l, was, force)
		d.scope.Do(func() {
			d.saving = false
			if of == d.lesson && err == nil {
				of.Saved(l)
				d.mark = m
				if path != d.path {
					d.path = path
					d.left.Go(k.Close)
					d.keep()
					if d.Dirty() {
						d.keeper.Keep(d.Lesson())
					}
				}
				d.changed()
			}
			done(err)
			if len(d.next) > 0 {
				next := d.next[0]
				d.next = d.next[1:]
				next()
			}
		})
	})
}

// Copies lists the copies of the open lesson, the newest first; of all lessons the
// newest one if none is open. It may take a while, on any goroutine.
func (d *Desk) Copies() func() []authoring.Copy {
	if k := d.keeper; k != nil {
		return k.Ring().Copies
	}
	folder := d.folder
	return func() []authoring.Copy {
		var out []authoring.Copy
		for _, r := range authoring.Rings(folder) {
			if c := r.Copies(); len(c) > 0 {
				out = append(out, c[0])
			}
		}
		return out
	}
}
