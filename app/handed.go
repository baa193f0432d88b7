package app

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"c5atlas.org/c5atlas/app/handover"
	"c5atlas.org/c5atlas/app/original"
)

// meeting is where windows of this person on this screen meet.
func meeting() string {
	settings, _ := os.UserConfigDir() // "" without a home
	return handover.Place(os.Getenv, settings)
}

// handed reports whether a window that is open takes what was to be opened.
func handed(place string, cfg Config) bool {
	if cfg.Path == "" || cfg.NewWindow {
		return false
	}
	path, err := filepath.Abs(cfg.Path)
	return err == nil && handover.Hand(place, handover.Asked{Path: path, Present: cfg.Present})
}

// hear lets the window hear of what is opened elsewhere, once it is up. A window
// that does not hear is better than none; while another one hears, it waits for
// its turn.
func (p *program) hear(place string) {
	door, taken := p.knock(place)
	if taken {
		p.waiting = place
	}
	p.door = door
}

// knock opens the door, unless another window has it or the system refuses, which
// is logged.
func (p *program) knock(place string) (door *handover.Door, taken bool) {
	door, err := handover.Open(place)
	if errors.Is(err, handover.ErrTaken) {
		return nil, true
	}
	if err != nil {
		p.cfg.Log.WithError(err).Info("each file opens a window of its own")
		return nil, false
	}
	return door, false
}

// turn is how often a window that waits looks whether the one that hears is gone: one
// that was killed tells nobody.
const turn = time.Second

// wait takes the place of the window that hears when that closes, so that a double
// click still finds one that is open. It ends with the window.
func (p *program) wait(place string) {
	look := time.NewTicker(turn)
	defer look.Stop()
	for {
		select {
		case <-p.host.Context.Done():
			return
		case <-look.C:
		}
		door, taken := p.knock(place)
		if taken {
			continue
		}
		if door == nil {
			return
		}
		p.do(func() {
			p.door = door
			if p.host.Context.Err() != nil {
				p.deaf()
				return
			}
			p.listen()
		})
		return
	}
}

// deaf ends that.
func (p *program) deaf() {
	if p.door != nil {
		p.door.Close()
	}
}

// listen takes what is handed over until the window closes, from its turn on.
func (p *program) listen() {
	if p.door == nil {
		if p.waiting != "" {
			go p.wait(p.waiting)
		}
		return
	}
	go p.door.Serve(p.free, func(a handover.Asked) { p.do(func() { p.receive(a) }) })
}

// free reports whether the window may be given something to open. It asks the
// window, which may be busy: then it is not.
func (p *program) free() bool {
	answer := make(chan bool, 1)
	p.do(func() { answer <- p.shell.Takes() })
	select {
	case free := <-answer:
		return free
	case <-p.host.Context.Done():
	case <-time.After(time.Second):
	}
	return false
}

// receive opens what was handed over, and comes to the front.
func (p *program) receive(a handover.Asked) {
	p.cfg.Log.WithField("path", a.Path).Info("handed over")
	p.shell.Window().RequestFocus()
	if original.Is(a.Path) {
		p.attach(a.Path)
		return
	}
	p.openAs(a.Path, "shell.openedData", func() { p.begin(a.Present) })
}
