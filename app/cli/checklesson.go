package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// checked is a finding as check-lesson --json prints it.
type checked struct {
	Scene    int     `json:"scene"`          // from 1
	Look     string  `json:"look,omitempty"` // in which alone it is so
	Kind     string  `json:"kind"`
	Object   string  `json:"object,omitempty"`
	Eye      string  `json:"eye,omitempty"`
	Measured float64 `json:"measured,omitempty"`
	Wanted   float64 `json:"wanted,omitempty"`
	Text     string  `json:"text"`
}

// checkLesson says what the back row of a room cannot read on the scenes of a lesson.
func (c *call) checkLesson(ctx context.Context) error {
	size, err := export.ParseSize(cmp.Or(c.value("size"), "slide"), 1, 0)
	if err != nil {
		return &fault{Wrong, err}
	}
	room, err := c.room(true)
	if err != nil {
		return err
	}
	s := export.View(room.Opening())
	s.Lang = cmp.Or(c.value("lang"), i18n.System())
	p := i18n.For(s.Lang)
	var steps []scene.Step
	if name := c.words[0]; name == builtIn {
		steps = scene.Deck(room, s, p)
	} else {
		l, err := lessonAt(room, name)
		if err != nil {
			return err
		}
		if steps, err = l.Steps(room, p); err != nil {
			return &fault{Findings, fmt.Errorf("%s: %w", name, err)}
		}
	}
	looks := export.RoomLooks()
	if c.has("theme") {
		looks = []state.Theme{state.Theme(c.value("theme"))}
	}
	list, err := export.Legibility(ctx, room, steps, s.Person, export.Options{Size: size}, looks...)
	if err != nil {
		return fmt.Errorf("check the lesson: %w", err)
	}
	out := make([]checked, len(list))
	for i, x := range list {
		out[i] = checked{x.Scene, string(x.Look), string(x.Kind), x.Object, x.Vision, x.Measured, x.Wanted, x.In(p)}
	}
	if c.on("json") {
		err = c.printJSON(out)
	} else {
		for _, x := range out {
			err = cmp.Or(err, c.print(fmt.Sprintf("scene %d: %s", x.Scene, x.Text)))
		}
	}
	if err != nil {
		return err
	}
	if len(out) > 0 {
		return &fault{Findings, errors.New("")}
	}
	if c.on("json") {
		return nil
	}
	return c.print(fmt.Sprintf("clean: %d scenes", len(steps)))
}
