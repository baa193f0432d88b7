package strip

import (
	"c5atlas.org/c5atlas/app/authoring"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// Choose chooses a scene.
func (d *Desk) Choose(i int) {
	if i = max(min(i, len(d.Lesson().Scenes)-1), 0); i != d.at {
		d.at = i
		d.changed()
	}
}

// Show chooses a scene and has the window show its view.
func (d *Desk) Show(i int) {
	d.Choose(i)
	if s, ok := d.chosen(); ok {
		d.h.Store.Break()
		d.h.Dispatch(state.Show(scene.Known(d.h.Room.Data, s.View)))
	}
}

func (d *Desk) chosen() (export.LessonScene, bool) {
	l := d.Lesson()
	if d.at >= len(l.Scenes) {
		return export.LessonScene{}, false
	}
	return l.Scenes[d.at], true
}

// AddView puts the present view behind the scene that is chosen, in a lesson that it
// begins if none is open, and says where.
func (d *Desk) AddView() {
	if !d.Is() {
		d.Begin()
	}
	n := len(d.Lesson().Scenes)
	if n >= export.MaxScenes {
		d.h.Say(d.h.T("strip.full"))
		return
	}
	at := min(d.at+1, n)
	d.lesson.Break()
	d.lesson.Do(authoring.Insert{At: at, Scene: d.ofView()})
	d.at = at
	d.turned()
	d.h.Say(d.h.T("strip.added", i18n.Args{"N": at + 1, "Total": n + 1}))
}

// ofView is the present view as a scene: its words are holes, so that they say in
// every language what the view is, and go on to do so when it changes.
func (d *Desk) ofView() export.LessonScene {
	v := d.h.Store.State()
	s := export.LessonScene{View: v.View, Panes: scene.MapAndChart, Caption: dataset.Text{"": "{{finding}}"}, Title: dataset.Text{"": "{{title}}"}}
	if v.HideCharts {
		s.Panes, s.Title = scene.MapPane, dataset.Text{"": `{{title "map"}}`}
	}
	if v.Statement != "" && !v.HideDocuments {
		s.Panes = scene.ChartDocument
	}
	if id := v.At(); id != "" {
		s.Title = dataset.Text{"": `{{name "meeting" "` + id + `"}}`}
		when := `{{date "meeting" "` + id + `"}}`
		if place := ` · {{place "meeting" "` + id + `"}}`; d.fills(v, place) {
			when += place
		}
		s.When = dataset.Text{"": when}
		// Never what the whole chart says: under the name of a meeting it would be read as said there.
		s.Caption = dataset.Text{"": `{{finding "meeting" "` + id + `"}}`}
		for _, t := range []*dataset.Text{&s.Title, &s.When, &s.Caption} {
			if !d.fills(v, (*t)[""]) {
				*t = nil
			}
		}
	}
	return s
}

func (d *Desk) fills(v state.State, text string) bool {
	_, err := scene.Fill(d.h.Room, v, text, d.h.Printer())
	return err == nil
}

// UpdateView gives the scene that is chosen the present view.
func (d *Desk) UpdateView() {
	if !d.Differs() {
		return
	}
	d.Break()
	d.Do(authoring.Look{At: d.at, View: d.h.Store.State().View})
	d.h.Say(d.h.T("strip.updated", i18n.Args{"N": d.at + 1}))
}

// Differs reports whether the window shows another view than the scene that is chosen.
func (d *Desk) Differs() bool {
	s, ok := d.chosen()
	return ok && scene.Known(d.h.Room.Data, s.View) != d.h.Store.State().View
}

// Move moves the scene that is chosen by so many places.
func (d *Desk) Move(by int) { d.MoveTo(d.at + by) }

// MoveTo moves the scene that is chosen to a place.
func (d *Desk) MoveTo(to int) {
	if n := len(d.Lesson().Scenes); to < 0 || to >= n || to == d.at {
		return
	}
	from := d.at
	d.at = to
	d.Break()
	d.Do(authoring.Move{From: from, To: to})
}

// Duplicate copies the scene that is chosen, and chooses the copy.
func (d *Desk) Duplicate() {
	if n := len(d.Lesson().Scenes); n == 0 || n >= export.MaxScenes {
		return
	}
	at := d.at
	d.at++
	d.Break()
	d.Do(authoring.Duplicate{At: at})
}

// Delete takes the scene that is chosen away.
func (d *Desk) Delete() {
	d.Break()
	d.Do(authoring.Delete{At: d.at})
}
