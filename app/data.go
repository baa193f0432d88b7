package app

import (
	"cmp"
	"path/filepath"
	"time"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// openIn opens what a person chose or dropped on the window: a picture brings
// back its view, a lesson is ready to be presented, and a data package takes the
// place of the one that shows. Of several that are asked for, the last counts.
func (p *program) openIn(path string) {
	if original.Is(path) {
		p.attach(path)
		return
	}
	p.openAs(path, "shell.openedData", nil)
}

// saved goes on with a copy of the data that show, and with the view.
func (p *program) saved(path string) {
	v := p.host.Store.State().View
	p.openAs(path, "shell.savedData", &v)
}

// openAs is openIn with what is said of a package, and the view that it begins
// with; nil is the one that it was left with.
func (p *program) openAs(path, said string, with *state.View) {
	p.asked++
	asked, ground := p.asked, p.ground
	go func() { // a package may be large
		part := partOf(path)
		f, data, err := find(part)
		var o opened
		var left state.View
		if data {
			if o, err = openData(ground, part); err == nil {
				if left = p.left(&o); with != nil {
					left = scene.Known(o.room.Data, *with)
				}
			}
		}
		p.host.Do(func() {
			switch {
			case p.host.Context.Err() != nil || asked != p.asked:
			case err != nil:
				p.cfg.Log.WithError(err).Warn("open")
				p.warn(path, err)
			case f.view != nil:
				p.show(f.evidence, *f.view)
				p.shell.Returned(nameOf(path), f.drawn)
			case f.lesson != nil:
				p.teach(path, f.lesson, f.mark)
			default:
				p.take(o, left, said)
			}
		})
	}()
}

// shut returns to the data that ship.
func (p *program) shut() {
	if !p.foreign {
		return
	}
	p.asked++
	asked, ground := p.asked, p.ground
	go func() {
		o, err := openData(ground, "")
		left := state.View{}
		if err == nil {
			left = p.left(&o)
		}
		p.host.Do(func() {
			switch {
			case p.host.Context.Err() != nil || asked != p.asked:
			case err != nil:
				p.cfg.Log.WithError(err).Error("open")
			default:
				p.take(o, left, "shell.closedData")
			}
		})
	}()
}

// left is the view that a person left the data with, or their opening one.
func (p *program) left(o *opened) state.View {
	v := o.room.Opening().View
	if s, err := readSession(p.sessionPath(o)); err == nil {
		v = s.View.View
	}
	return scene.Known(o.room.Data, v)
}

// sessionPath is where the session on the data is kept; "" if nowhere.
func (p *program) sessionPath(o *opened) string {
	if p.folder == "" {
		return ""
	}
	return filepath.Join(p.folder, sessionOf(o))
}

// take puts other data in place of those that show, with a view of them, and
// says so by the key. What is a person's stays. A lesson that is on is not
// disturbed: the data wait for its end.
func (p *program) take(o opened, left state.View, said string) {
	if p.shell.Presenting() {
		asked := p.asked
		p.data.After(idle, func() {
			if asked == p.asked {
				p.take(o, left, said)
			}
		})
		return
	}
	was := p.room
	p.keep()
	if said == "shell.savedData" {
		p.carry(was.Data, o.room.Data)
	}
	p.keeper.turn(p.sessionPath(&o))
	p.shell.Leave()
	p.opened = o
	p.host.SetData(o.room, func(st *state.Store) {
		s := st.State()
		s.View = left
		st.Begin(s)
	})
	p.follow()
	pr := p.host.Printer()
	p.host.Say(pr.T(said, i18n.Args{"Data": cmp.Or(scene.OwnData(p.room, pr), scene.OwnData(was, pr))}))
	p.shell.Findings(o.findings)
}

// idle is how long the program waits before it looks again whether it disturbs.
const idle = 300 * time.Millisecond

// openData opens the package at path, "" for the one that ships, on the ground.
func openData(ground func() (*scene.Ground, error), path string) (opened, error) {
	o := opened{path: path, foreign: path != ""}
	if o.foreign {
		o.stamp = dataset.Stamp(path)
	}
	d, err := o.read()
	if err != nil {
		return o, err
	}
	laid, err := ground()
	if err != nil {
		return o, err
	}
	o.ground = func() (*scene.Ground, error) { return laid, nil }
	if o.foreign {
		astray, err := laid.Astray(d)
		if err != nil {
			return o, err
		}
		o.findings = append(o.findings, astray...)
	}
	o.room, err = laid.Room(d)
	return o, err
}
