package shell

import (
	"io/fs"

	"c5atlas.org/c5atlas/app/dataset"
)

// Findings takes what was found in the data at hand, in place of what was found
// before. The status line counts it until there is nothing; of faults a sentence
// over the map says, too, until it is closed, when there are more than before.
func (s *Shell) Findings(list []dataset.Finding) {
	n := dataset.Faults(list)
	more := n > dataset.Faults(s.findings)
	s.findings, s.unread = list, nil
	s.status.badge.set(n, notes(list))
	s.menu.rebuild()
	switch {
	case more, n > 0 && s.panes.notice.said != nil && s.panes.notice.ofFindings: // fewer, once some were mended
		s.panes.notice.say(func() string { return s.host.Printer().N("shell.findings", n) }, s.ShowFindings)
		s.panes.notice.ofFindings = true
	case n == 0 && s.panes.notice.ofFindings:
		s.panes.notice.close()
	}
}

// unread is a package that was to be opened and cannot be read.
type unread struct {
	path  string
	files func() (fs.FS, func(), error)
}

// Unread says over the map that the package at path, whose files are given, cannot be
// read, and takes what was found in it in place of what was found in the data at hand,
// until other data are opened or these are read again.
func (s *Shell) Unread(path string, files func() (fs.FS, func(), error), list []dataset.Finding, text func() string) {
	s.findings, s.unread = list, &unread{path, files}
	s.status.badge.set(dataset.Faults(list), notes(list))
	s.menu.rebuild()
	s.panes.notice.say(text, s.ShowFindings)
	s.panes.notice.ofFindings = true
}

// notes counts those about which there is something to do: the others call nobody.
func notes(list []dataset.Finding) int {
	n := 0
	for i := range list {
		if list[i].Note && !list[i].Idle() {
			n++
		}
	}
	return n
}
