package shell

import (
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// notice says over the map what must not be missed, until it is closed; else
// why nothing is shown, with the button that helps, when the charts, which say
// it too, are hidden or folded.
type notice struct {
	*parts.Notice

	h                 *host.Host
	reset, shut, more *parts.Button
	said              func() string // in the language of the moment; nil: nothing
	show              func()        // shows more about it; nil: there is no more
	alone             func() bool   // no chart is on the screen
	width             float32
	ofFindings        bool // what is said is of findings in the data
	loading           *loading
	leave             *parts.Button
}

// loading is something that is being read beside the window.
type loading struct {
	text  func() string // in the language of the moment
	leave func()
}

func newNotice(scope *host.Scope, alone func() bool) *notice {
	h := scope.Host
	n := &notice{Notice: parts.NewNotice(h, true), h: h, alone: alone}
	n.reset = parts.NewButton(h, nil, "", "", h.Reset)
	n.shut = parts.NewButton(h, nil, "", "", func() { n.close() })
	n.more = parts.NewButton(h, nil, "", "", func() { n.show() })
	n.leave = parts.NewButton(h, nil, "", "", func() { n.stop() })
	n.Notice.Hide()
	type part struct {
		state.Subject
		state.Person
	}
	host.Watch(scope, func(s state.State) part {
		return part{s.Subject, s.Person}
	}, func(part) { n.follow() })
	host.WatchData(scope, n.follow)
	return n
}

func (n *notice) follow() {
	sign, text, buttons := parts.CueNothing, empty(n.h), []*parts.Button{n.reset}
	if len(n.h.Room.Data.Statements) == 0 { // no filter hides what is not there
		buttons = nil
	}
	if n.said != nil {
		sign, text, buttons = parts.CueFault, n.said(), []*parts.Button{n.shut}
		if n.show != nil {
			buttons = []*parts.Button{n.more, n.shut}
		}
	}
	if n.loading != nil { // what was said before waits
		sign, text, buttons = parts.CueBusy, n.loading.text(), []*parts.Button{n.leave}
	}
	n.leave.Text = n.h.T("shell.cancel")
	n.reset.Text, n.shut.Text, n.more.Text = n.h.T("shell.resetFilters"), n.h.T("shell.close"), n.h.T("shell.showMore")
	n.Say(sign, text, buttons...)
	n.place(n.width)
	parts.SetShown(n.Notice, n.loading != nil || n.said != nil || text != "" && n.alone())
}

// say shows a sentence until it is closed; more, if not nil, shows what there is
// to know besides.
func (n *notice) say(text func() string, more func()) {
	n.said, n.show, n.ofFindings = text, more, false
	n.follow()
}

// close takes the sentence away, and reports whether there was one.
func (n *notice) close() bool {
	if n.said == nil {
		return false
	}
	n.said, n.show = nil, nil
	n.follow()
	return true
}

// load says that something is being read.
func (n *notice) load(l *loading) {
	n.loading = l
	n.follow()
}

// loaded ends that, unless something else is being read by now.
func (n *notice) loaded(l *loading) {
	if n.loading == l {
		n.loading = nil
		n.follow()
	}
}

// stop leaves what is being read, and reports whether there was anything.
func (n *notice) stop() bool {
	l := n.loading
	if l == nil {
		return false
	}
	n.loading = nil
	l.leave()
	n.follow()
	return true
}

// place lays the notice over the top of a map of the width, from edge to edge, so
// that it covers no half of a legend.
func (n *notice) place(width float32) {
	n.width = width
	if width > 0 {
		n.Resize(n.Fit(width))
	}
}
