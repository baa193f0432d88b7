package cli

import (
	"context"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"
)

// How long an interrupted command may take to leave things tidy. A window
// saves its session; a command that draws looks at its context between
// drawings; what waits for a disk may wait for ever.
const (
	patience       = 300 * time.Millisecond
	windowPatience = 5 * time.Second
)

// Main is [Run] as a whole program: an interrupt or a request to end, SIGINT
// or SIGTERM, ends it, tidily if that is soon done and at once if not. A
// second one ends it at once.
func Main(p *Program, args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var window atomic.Bool
	open := p.Window
	p.Window = func(path string, unopened func(error)) error {
		window.Store(true)
		return open(path, unopened)
	}
	undo := context.AfterFunc(ctx, func() {
		stop() // a second signal does what signals do
		if window.Load() {
			time.Sleep(windowPatience)
		} else {
			time.Sleep(patience)
		}
		os.Exit(Report(p.Stderr, failed("interrupted; nothing was written")))
	})
	defer undo()
	return Run(ctx, p, args)
}
