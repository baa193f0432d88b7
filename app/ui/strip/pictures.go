package strip

import (
	"context"
	"encoding/json"
	"errors"
	"image"
	"strconv"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/work"
)

// picture is a scene as its slide, small, and what it is called.
type picture struct {
	image *image.RGBA
	title string
	fault string // why one of its texts cannot be filled, with the hole; else ""
	gone  bool   // it names something that the data have not
}

// job asks for a picture.
type job struct {
	key   string
	room  *scene.Room
	scene export.LessonScene
	by    state.Person
	n, of int // its number in the lesson, from 1
	side  int // pixels of the longer side
}

// picturesKept is how many bytes of pictures are kept: some hundred of the strip.
const picturesKept = 16 << 20

// pictures draws scenes one after the other, away from the window.
type pictures struct {
	kept   *work.Cache[string, picture]
	latest *work.Latest[*job, picture]
}

// newPictures returns pictures that tell done of each that is ready.
func newPictures(scope *host.Scope, done func()) *pictures {
	x := &pictures{kept: work.NewCache[string](picturesKept, func(p picture) int64 {
		if p.image == nil {
			return 100
		}
		return int64(len(p.image.Pix))
	})}
	x.latest = host.Latest(scope, drawScene, func(j *job, p picture, err error) {
		if err != nil && !errors.Is(err, context.Canceled) {
			scope.Log.WithError(err).Warn("picture of a scene")
		}
		if !errors.Is(err, context.Canceled) {
			x.kept.Put(j.key, p) // one that cannot be drawn is not tried again
		}
		done()
	})
	return x
}

// jobOf is what a scene's picture depends on.
func jobOf(h *host.Host, l export.Lesson, i, side int) *job {
	s := h.State()
	j := &job{room: h.Room, scene: l.Scenes[i], by: s.Person, n: i + 1, of: len(l.Scenes), side: side}
	body, err := json.Marshal(j.scene)
	if err != nil {
		body = nil // plain values
	}
	j.key = h.Room.Data.Hash + " " + s.Lang + " " + s.SecondLang + " " + string(s.Theme) + " " + strconv.Itoa(side) + string(body)
	return j
}

// drawScene draws the slide of a scene.
func drawScene(ctx context.Context, j *job) (picture, error) {
	p := i18n.With(j.by.Lang, j.by.SecondLang)
	one := export.Lesson{Scenes: []export.LessonScene{j.scene}}
	steps, err := one.Presented(j.room, p)
	step, out := steps[0], picture{gone: len(goneIn(j)) > 0}
	if fault, ok := errors.AsType[*export.CaptionError](err); ok {
		out.fault = fault.Err.Error()
	}
	out.title = step.Title
	v := state.Default()
	v.View, v.Person = step.View, j.by
	v.TextSize = 1
	out.image, err = export.Preview(ctx, j.room, v, export.Options{Kind: export.Slide, Size: export.SlideSize(), Scene: &export.SceneOf{Step: step, N: j.n, Total: j.of}}, j.side)
	return out, err
}

// goneIn lists what a scene names and the data have not.
func goneIn(j *job) []scene.Reference {
	out := scene.Unknown(j.room.Data, j.scene.View)
	if j.scene.Panes.Twice() {
		out = append(out, scene.Unknown(j.room.Data, j.scene.Beside)...)
	}
	return out
}
