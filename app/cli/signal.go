package cli

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"slices"
	"sync/atomic"
	"syscall"
	"time"

	"c5atlas.org/c5atlas/app/atomicfile"
)

// How long an interrupted command may take to leave things tidy. A window
// saves its session; a command that draws looks at its context between
// drawings; what waits for a disk may wait for ever.
const (
	patience       = 300 * time.Millisecond
	windowPatience = 5 * time.Second
)

// unhurried lets the first gathering of garbage wait until there are some 80 MB: what a
// picture takes is less, and so is what a window takes until its map is on the screen; a
// sixth of their time went into gathering. From then on garbage is gathered as it usually is.
func unhurried() {
	usual := debug.SetGCPercent(2000)
	first := new([16]byte)
	runtime.AddCleanup(first, func(percent int) { debug.SetGCPercent(percent) }, usual)
}

// ends is the signals that ask a program to end: an interrupt, a request, and that its
// terminal is gone, if who started it did not want that last one passed over, as nohup does.
var ends = func() []os.Signal {
	all := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		all = append(all, syscall.SIGHUP)
	}
	return all
}()

// Ends is the signals that end the program, for a window, which hears them itself.
func Ends() []os.Signal { return slices.Clone(ends) }

// Main is [Run] as a whole program: an interrupt, a request to end or a terminal that
// is gone, SIGINT, SIGTERM or SIGHUP, ends it, tidily if that is soon done and at once if not; a
// half-written lesson goes either way. A second one ends it at once.
func Main(p *Program, args []string) int {
	unhurried()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var window atomic.Bool
	open := p.Window
	p.Window = func(ctx context.Context, asked Asked, unopened func(error)) error {
		window.Store(true)
		return open(ctx, asked, unopened)
	}
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, ends...)
	go func() {
		<-signals
		cancel()
		wait := patience
		if window.Load() {
			wait = windowPatience
		}
		select {
		case <-signals:
		case <-time.After(wait):
		}
		atomicfile.Abandon()
		os.Exit(Report(p.Stderr, failed("interrupted; nothing was written")))
	}()
	return Run(ctx, p, args)
}
