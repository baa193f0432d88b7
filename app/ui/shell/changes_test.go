package shell

import (
	"os"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// A picture of 0.1.0 opens with its numbers beside those of now, and with the
// statements that were retired since. Copying takes all.
func TestPictureOf010ShowsWhatChanged(t *testing.T) {
	for name, says := range map[string][]string{
		"chart.png": {"The data have changed since", "version 1.0.0", "10", "9", "−1", "001-19 → 001-18"},
		"map.png":   {"The data have changed since", "Meeting", "Documents"},
	} {
		s := open(t, opening(), large)
		f, err := os.Open("../../testdata/0.1.0/" + name)
		if err != nil {
			t.Fatal(err)
		}
		in, err := export.Read(f)
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if err != nil {
			t.Fatal(err)
		}
		s.ShowEvidence(in.Evidence)
		top := s.window.Canvas().Overlays().Top()
		if top == nil {
			t.Fatal("no dialog")
		}
		said := strings.Join(uitest.Texts(top), "\n")
		for _, want := range says {
			if !strings.Contains(said, want) {
				t.Errorf("%s: it does not say %q: %.900s", name, want, said)
			}
		}
	}
}
