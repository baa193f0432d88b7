package app

import (
	"context"
	"time"
)

// patient is how long the window waits for what it is to open before it shows without.
const patient = 300 * time.Millisecond

// read begins to read what is at path, and gives it.
func read(path string) <-chan arrival {
	out := make(chan arrival, 1)
	go func() {
		o, err := open(path)
		out <- arrival{opened: o, err: err}
	}()
	return out
}

// first is what the window begins with: what is being read of path, or the embedded data
// if that does not open. If it takes long they are there first, and late will give it.
func first(ctx context.Context, path string, reading <-chan arrival) (o opened, late <-chan arrival, err error) {
	var enough <-chan time.Time
	if path != "" {
		enough = time.After(patient)
	}
	select {
	case a := <-reading:
		if a.err != nil && path != "" {
			o, err = instead(a)
			return o, nil, err
		}
		return a.opened, nil, a.err
	case <-enough:
		o, err = open("")
		return o, reading, err
	case <-ctx.Done():
		return opened{}, nil, ctx.Err()
	}
}

// arrive goes on with what was late.
func (p *program) arrive() {
	late := p.late
	p.load(p.cfg.Path, "shell.openedData", func() { p.begin(p.cfg.Present) }, func() arrival {
		a := <-late
		switch {
		case a.err != nil:
			p.do(func() { p.cfg.Unopened(a.err) })
		case a.foreign():
			a.left = p.left(&a.opened)
		}
		return a
	})
}

// begin begins the lesson that was opened if that was asked. With a question on the
// screen, such as whether to save, the person decides.
func (p *program) begin(asked bool) {
	if asked && !p.shell.Busy() {
		p.shell.Present(false)
	}
}
