package strip

import (
	"context"
	"encoding/json"
	"errors"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/work"
)

// reading asks what the back row cannot read on a scene.
type reading struct {
	key    string
	room   *scene.Room
	scenes []export.LessonScene // the one before, if there is one, and the scene
	by     state.Person
}

// readings looks at scenes one after the other, away from the window, in the looks in
// which a class sees them.
type readings struct {
	kept   *work.Cache[string, []export.Illegible]
	latest *work.Latest[*reading, []export.Illegible]
	wanted string // what is looked at
}

// readingsKept is how many bytes of findings are kept, about.
const readingsKept = 1 << 20

// newReadings returns readings that tell done of each that is ready.
func newReadings(scope *host.Scope, done func()) *readings {
	x := &readings{kept: work.NewCache[string](readingsKept, func(list []export.Illegible) int64 { return int64(200 * (1 + len(list))) })}
	x.latest = host.Latest(scope, read, func(r *reading, list []export.Illegible, err error) {
		if errors.Is(err, context.Canceled) {
			return
		}
		if err != nil {
			scope.Log.WithError(err).Warn("read a scene from the back row")
		}
		x.wanted = ""
		x.kept.Put(r.key, list) // one that cannot be read is not tried again
		done()
	})
	return x
}

// readingOf is what the findings of a scene depend on.
func readingOf(h *host.Host, l export.Lesson, i int) *reading {
	s := h.State()
	r := &reading{room: h.Room, scenes: l.Scenes[max(i-1, 0) : i+1], by: s.Person}
	r.by.TextSize = 1 // a room's type has the size of its screen
	body, err := json.Marshal(r.scenes)
	if err != nil {
		body = nil // plain values
	}
	r.key = h.Room.Data.Hash + " " + s.Lang + " " + s.SecondLang + " " + string(body)
	return r
}

// read lists what is hard to read on the last of the scenes.
func read(ctx context.Context, r *reading) ([]export.Illegible, error) {
	l := export.Lesson{Scenes: r.scenes}
	steps, _ := l.Presented(r.room, i18n.With(r.by.Lang, r.by.SecondLang)) // the picture says what cannot be filled
	list, err := export.Legibility(ctx, r.room, steps, r.by, export.Options{Size: export.SlideSize()}, export.RoomLooks()...)
	var out []export.Illegible
	for _, x := range list {
		if x.Scene == len(steps) {
			out = append(out, x)
		}
	}
	return out, err
}

// Illegible lists what the back row cannot read on a scene, as far as it is known.
func (d *Desk) Illegible(i int) []export.Illegible {
	if i >= len(d.Lesson().Scenes) {
		return nil
	}
	list, _ := d.readings.kept.Get(readingOf(d.h, d.Lesson(), i).key)
	return list
}

// read has the scenes looked at, that which is chosen first.
func (d *Desk) read() {
	l := d.Lesson()
	n := len(l.Scenes)
	for k := range n {
		r := readingOf(d.h, l, (d.at+k)%n)
		if _, ok := d.readings.kept.Get(r.key); ok {
			continue
		}
		if d.readings.wanted != r.key {
			d.readings.wanted = r.key
			d.readings.latest.Request(r)
		}
		return
	}
}

// found is how many things the back row cannot read in the lesson, and the next scene
// behind the chosen one that has any.
func (d *Desk) found() (n, next int) {
	scenes := len(d.Lesson().Scenes)
	next = d.at
	for k := scenes; k > 0; k-- {
		i := (d.at + k) % scenes
		if list := d.Illegible(i); len(list) > 0 {
			n, next = n+len(list), i
		}
	}
	return n, next
}
