package app

import (
	"os"
	"os/signal"

	"fyne.io/fyne/v2"
)

// heed ends the program as its menu does when the system asks it to. Fyne would only
// stop its driver: what watches its settings goes on then, and falls over the window
// system that is gone as soon as their folder is touched, as where a person has no
// home. It begins when Fyne hears the signals itself, which is certain once the window
// shows, and until then leaves them to Fyne. (Without a list package signal would mean
// all signals that there are.)
func (p *program) heed() {
	ends := p.cfg.Ends
	if len(ends) == 0 {
		return
	}
	asked := make(chan os.Signal, 1)
	signal.Reset(ends...)
	signal.Notify(asked, ends...)
	go func() {
		defer signal.Stop(asked)
		select {
		case <-asked:
			p.do(p.app.Quit)
		case <-p.host.Context.Done():
		}
	}()
}

// noLastWords leaves Fyne nothing to run when its driver has stopped: what there is to do
// is done after it. Fyne 2.8.1 has such words run on another goroutine, which hands them
// back to the driver's; if that has gone on by then, each waits for the other, and the
// program never ends (one of some hundred ends on a busy machine). Its own are to save
// preferences, of which the program has none.
func noLastWords(a fyne.App) {
	if l, ok := a.Lifecycle().(interface{ SetOnStoppedHookExecuted(hook func()) }); ok {
		l.SetOnStoppedHookExecuted(nil)
	}
}
