package app

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// openIn opens what a person chose or dropped on the window: a picture brings
// back its view, a lesson is ready to be presented, a data package takes the
// place of the one that shows, and a text goes to its document. Of several that are
// asked for one after another, the last counts; see [program.openAll] for several at
// once.
func (p *program) openIn(paths ...string) {
	if len(paths) != 1 {
		p.openAll(paths)
		return
	}
	path := paths[0]
	if original.Is(path) {
		p.attach(path)
		return
	}
	p.openAs(path, "shell.openedData", func() {})
}

// saved goes on with a copy of the data that show, and with the view and the texts that
// are attached.
func (p *program) saved(path string) {
	v, from := p.host.Store.State().View, p.room.Data
	p.load(path, "shell.savedData", func() {}, func() arrival {
		a := p.reach(path, &v)
		if a.err == nil && a.foreign() {
			p.carry(from, a.room.Data)
		}
		return a
	})
}

// openAs is openIn of one path with what is said of a package. Then comes what follows
// when it is open.
func (p *program) openAs(path, said string, then func()) {
	p.load(path, said, then, func() arrival { return p.reach(path, nil) })
}

// reach reads what is at a path, with the view that data begin with; nil is the one that
// they were left with. It may run on any goroutine.
func (p *program) reach(path string, with *state.View) (a arrival) {
	part := partOf(path)
	var data bool
	if a.found, data, a.err = find(part); data {
		f := a.found
		a.opened, a.left, a.err = p.fetch(origin{path: part}, with)
		a.found = f
	}
	return a
}

// arrival is what was read of a path, beside the window.
type arrival struct {
	opened // if it is data; else what was found in it alone
	left   state.View
	err    error
}

// ask counts that other data are asked for; what was being opened is not waited for any more.
func (p *program) ask() int {
	p.loaded()
	p.asked++
	return p.asked
}

// opening is ask with the window saying, until loaded is called, that what is at path is
// being opened; a person may leave it.
func (p *program) opening(path string) (asked int, loaded func()) {
	asked = p.ask()
	p.loaded = p.shell.Loading(nameOf(path), func() { p.asked++ })
	return asked, p.loaded
}

// load reads what is at a path, which may be large, beside the window.
func (p *program) load(path, said string, then func(), read func() arrival) {
	asked, loaded := p.opening(path)
	go func() {
		a := read()
		_, missing := os.Stat(path)
		p.life.Do(func() {
			loaded()
			switch {
			case asked != p.asked:
				return
			case a.err != nil:
				p.cfg.Log.WithError(a.err).Warn("open")
				p.unopen(path, a.err, errors.Is(missing, fs.ErrNotExist), a.findings)
				return
			case a.foreign():
				p.take(a.opened, a.left, said)
				p.shell.Opened(recent.Data, a.path)
			default:
				p.bring(path, a.found)
			}
			then()
		})
	}()
}

// bring shows the view of a picture, or makes a lesson ready: what find found in a
// file that is no data.
func (p *program) bring(path string, f found) {
	switch {
	case f.view != nil:
		p.show(f.evidence, *f.view)
		p.shell.Returned(nameOf(path), f.drawn)
		p.shell.Opened(recent.Picture, path)
	case f.lesson != nil:
		p.teach(path, f.lesson, f.mark)
		p.shell.Opened(recent.Lesson, path)
	}
}

// fetch reads data, and the view to begin with: that one if it is not nil, else the
// one that they were left with. It may run on any goroutine.
func (p *program) fetch(from origin, with *state.View) (o opened, left state.View, err error) {
	if o, err = openData(from); err != nil {
		return o, left, err
	}
	if with != nil {
		return o, scene.Known(o.room.Data, *with), nil
	}
	return o, p.left(&o), nil
}

// unopen says why something did not open, and what was found in a package that cannot
// be read. What is gone leaves the list of recent files.
func (p *program) unopen(path string, err error, gone bool, found []dataset.Finding) {
	if n := dataset.Faults(found); n > 0 && found[0].Fault.Key != "finding.noDescriptor" { // a folder of anything
		part := partOf(path)
		p.shell.Unread(part, origin{path: part}.source, found, func() string {
			return p.host.Printer().N("shell.openFaults", n, i18n.Args{"Name": nameOf(path)})
		})
		return
	}
	if gone && p.shell.Forget(path) {
		p.shell.Warn(func() string { return p.host.T("shell.openGone", i18n.Args{"Name": nameOf(path)}) })
		return
	}
	p.warn(path, err)
}

// shut returns to the data that ship.
func (p *program) shut() {
	if p.foreign() {
		p.turn(origin{}, "shell.closedData")
	}
}

// openSample puts a sample in place of the data that show.
func (p *program) openSample(name string) { p.turn(origin{sample: name}, "shell.openedSample") }

// turn puts data that ship in place of those that show.
func (p *program) turn(to origin, said string) {
	asked := p.ask()
	go func() {
		o, left, err := p.fetch(to, nil)
		p.life.Do(func() {
			switch {
			case asked != p.asked:
			case err != nil:
				p.cfg.Log.WithError(err).Error("open")
			default:
				p.take(o, left, said)
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

// openData opens data, and lays the ground under them meanwhile.
func openData(from origin) (opened, error) {
	ground := scene.Laying(true)
	o := opened{origin: from}
	if o.path != "" {
		o.stamp = dataset.Stamp(o.path)
	}
	d, err := o.read()
	if err != nil {
		return o, err
	}
	laid, err := ground()
	if err != nil {
		return o, err
	}
	if o.foreign() {
		astray, err := laid.Astray(d)
		if err != nil {
			return o, err
		}
		o.findings = append(o.findings, astray...)
	}
	o.room = laid.Room(d)
	o.room.Region() // here, not on the window's goroutine
	return o, nil
}

// shipped opens the data that ship, beside those that show. It may be called on any
// goroutine.
func (p *program) shipped() (*scene.Room, error) {
	o, err := openData(origin{})
	return o.room, err
}
