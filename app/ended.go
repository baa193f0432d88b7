package app

import (
	"os"
	"os/signal"
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
