package dataset

import "testing"

// Past the bound rows that are too short are counted, though none is kept.
func TestFindingsBeyondTheBound(t *testing.T) {
	t.Parallel()
	var fs findings
	for n := range maxFindings + 50 { // each a fault and a note
		fs.add(Finding{File: "a.csv", Row: n + 2, Fault: Phrase{Key: "finding.cells"}})
		fs.add(Finding{File: "a.csv", Row: n + 2, Fault: Phrase{Key: "finding.cells"}, Note: true})
	}
	if len(fs.kept) != maxFindings || fs.faults != maxFindings+50 {
		t.Errorf("%d kept of %d faults", len(fs.kept), fs.faults)
	}
}
