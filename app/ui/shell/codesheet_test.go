package shell

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/agreement"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The second coder's answers, shown: the figures of the coding book, and the
// rows in dispute, which leave as CSV.
func TestAgreementIsShown(t *testing.T) {
	s := open(t, opening(), large)
	body, err := os.ReadFile("../../agreement/testdata/second-coder.csv")
	if err != nil {
		t.Fatal(err)
	}
	units, err := s.host.Room.Data.ReadSheet(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r := agreement.Compare(s.host.Room.Data, units)
	s.ShowAgreement(r)
	said := strings.Join(uitest.Texts(s.window.Canvas().Overlays().Top()), "\n")
	for _, want := range []string{"87 in the sheet, 87 in the atlas; matched: 87", "0.94", "97%", "4 rows in dispute"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q: %.900s", want, said)
		}
	}
	var out bytes.Buffer
	if err := writeRows(&out, s.disputedHead(), s.disputed(r)); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 5 || !strings.HasPrefix(lines[1], "001,\"§\u00a0") || !strings.Contains(out.String(), "Intended") && !strings.Contains(out.String(), "intended") {
		t.Errorf("the rows: %q", lines)
	}
	for i, line := range marked(r) {
		if len(line) != len(s.disputedHead()) {
			t.Errorf("row %d has %d marks", i, len(line))
		}
	}
}
