package shell

import (
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// Findings says how many faults the data have, until that is closed, and lists
// them on demand. Without a fault it says nothing.
func (s *Shell) Findings(list []dataset.Finding) {
	n := dataset.Faults(list)
	if n == 0 {
		return
	}
	s.panes.notice.say(func() string { return s.host.Printer().N("shell.findings", n) }, func() {
		var lines []string
		for i := range list {
			lines = append(lines, parts.Clip(list[i].Line(s.host.Printer()), findingMost))
		}
		x := &sheet{s: s}
		x.add(0, s.newWords(strings.Join(lines, "\n")))
		x.show(s.host.T("shell.findingsTitle"), 760)
	})
}

// findingMost is the most runes that are shown of one fault.
const findingMost = 400
