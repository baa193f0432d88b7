package app

import (
	"context"
	"errors"
	"time"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// How the files of a package are watched. They are looked at, not listened to:
// that is one way for every system, holds on sticks and shares where the system
// tells nothing, and survives editors that put a new file in the old one's
// place. A look at a package of a teacher's takes some microseconds.
var lookEvery = 250 * time.Millisecond // tests do not wait so long

const (
	lookShare = 20              // at most one part in so many of the time is spent with looking,
	lookMost  = 5 * time.Second // unless that would be longer from look to look: one may have been slow by chance
	tryAgain  = 2 * time.Second // what the system refused, such as a file that Excel holds
)

// follow begins the life of the data that show: until others take their place,
// what is saved in their files appears here. What ships is not watched.
func (p *program) follow() {
	if p.data != nil {
		p.data.Close()
	}
	p.data = p.host.Open()
	p.read, p.broken = time.Now(), ""
	p.shell.Broken(nil)
	if scope := p.data; p.path != "" {
		go watch(scope.Context, p.opened, func(o opened, err error) { scope.Do(func() { p.saw(o, err) }) })
	}
}

// watch reads the package once more whenever its files look otherwise than when
// they were read, and then alike twice: who is writing is waited for.
func watch(ctx context.Context, o opened, tell func(opened, error)) {
	read, before, pause := o.stamp, o.stamp, lookEvery
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		begun := time.Now()
		now := dataset.Stamp(o.path)
		pause = min(max(lookEvery, lookShare*time.Since(begun)), lookMost)
		if now != before || now == read {
			before = now
			continue
		}
		fresh, err := openData(o.origin)
		if read = fresh.stamp; err != nil && !errors.Is(err, dataset.ErrPackage) && !errors.Is(err, dataset.ErrUnsafe) {
			read, pause = ^fresh.stamp, tryAgain
		}
		tell(fresh, err)
	}
}

// saw takes what was read anew. What is broken leaves the last good data, and is
// said until it is mended; a lesson or a dialog is not disturbed.
func (p *program) saw(o opened, err error) {
	p.seen++
	if err != nil {
		if p.broken != err.Error() {
			p.broken = err.Error()
			p.cfg.Log.WithError(err).Warn("read the data again")
			words := p.brokenWords(o.path, err, p.read)
			p.shell.Broken(words)
			if dataset.Faults(o.findings) > 0 { // of what is not shown
				p.shell.Unread(o.path, o.source, o.findings, words)
			} else {
				p.shell.Findings(o.findings)
			}
		}
		return
	}
	p.renew(o, p.seen)
}

// brokenWords says which data are broken, why if that is the system's doing, and
// what shows instead.
func (p *program) brokenWords(path string, err error, good time.Time) func() string {
	return func() string {
		args := i18n.Args{"Name": nameOf(path), "When": good.Format("15:04")}
		said := p.host.T("shell.brokenData", args)
		if !errors.Is(err, dataset.ErrPackage) {
			said = p.host.T(openFault(err), args) + " " + p.host.T("shell.brokenKept", args)
		}
		return said
	}
}

// renew shows what was saved, in the view that shows. seen tells whether it is
// still the newest.
func (p *program) renew(o opened, seen int) {
	switch {
	case seen != p.seen:
		return
	case p.shell.Busy():
		p.data.After(idle, func() { p.renew(o, seen) })
		return
	}
	d := o.room.Data
	was := p.room
	gone := scene.Unknown(d, p.host.Store.State().View)
	p.keeper.move(p.sessionPath(&o))
	p.opened, p.read, p.broken = o, time.Now(), ""
	p.host.SetData(o.room, func(st *state.Store) {
		st.Revise(func(s state.State) state.State { s.View = scene.Framed(was, o.room, scene.Known(d, s.View)); return s })
	})
	p.keep()
	pr := p.host.Printer()
	args := i18n.Args{"Name": nameOf(o.path), "Statements": pr.N("scene.statements", len(d.Statements)), "Meetings": pr.N("scene.meetings", len(d.Meetings))}
	if args["List"] = named(gone); args["List"] == "" {
		p.host.Say(pr.T("shell.renewedData", args))
	} else {
		p.host.Say(pr.T("shell.renewedWithout", args))
	}
	p.shell.Broken(nil)
	p.shell.Findings(o.findings)
}

// named lists what a view names, each once.
func named(list []scene.Reference) string {
	out, seen := "", map[string]bool{}
	for _, r := range list {
		if !seen[r.Value] {
			seen[r.Value] = true
			if out != "" {
				out += ", "
			}
			out += r.Value
		}
	}
	return out
}
