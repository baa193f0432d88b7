package scene

import (
	"testing"
)

// A view keeps what the data have, and every field that names something of the
// data is looked at: what Known leaves, Unknown has nothing to say of.
func TestKnown(t *testing.T) {
	t.Parallel()
	d := room(t).Data
	good := Opening(d).View
	good.Meeting, good.Against, good.Document, good.Statement = "2023-04-27-fm4", "2020-07-16-fm1", "000", "000-01"
	good.Domains, good.States, good.Levels = "SEC,TRD", "KAZ,UZB", "bilateral"
	good.LitDomains, good.LitStates, good.LitStatuses, good.LitMeetings, good.LitDocuments = "SEC", "KAZ", "agreed", "2023-04-27-fm4", "000"
	if got := Known(d, good); got != good || len(Unknown(d, good)) > 0 {
		t.Errorf("%+v, %v", got, Unknown(d, good))
	}
	bad := good
	bad.Meeting, bad.Against, bad.Document, bad.Statement = "x", "x", "x", "x"
	bad.Domains, bad.States, bad.Status, bad.Levels = "SEC,x", "x", "x", "x"
	bad.LitDomains, bad.LitStates, bad.LitStatuses, bad.LitMeetings, bad.LitDocuments = "x", "KAZ,x", "x", "x", "x"
	if n := len(Unknown(d, bad)); n != 13 {
		t.Errorf("%d references are unknown, want 13: %v", n, Unknown(d, bad))
	}
	got := Known(d, bad)
	want := Opening(d).View
	want.Domains, want.LitStates = "SEC", "KAZ"
	if got != want || len(Unknown(d, got)) > 0 {
		t.Errorf("%+v, want %+v", got, want)
	}
	elsewhere := good
	elsewhere.Document = "001" // the statement is of another document
	if got := Known(d, elsewhere); got.Statement != "" || got.Document != "001" {
		t.Errorf("%+v", got.Focus)
	}
}
