package cli

import (
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

func TestFocus(t *testing.T) {
	t.Parallel()
	d, _, err := dataset.Open(assets.Data())
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]state.Focus{
		"domain=TRD":                                  {LitDomains: "TRD"},
		"domain=trd,SEC , status=to be signed":        {LitDomains: "SEC,TRD", LitStatuses: "to be signed"},
		"state=KAZ,document=001,domain=TRD,state=UZB": {LitStates: "KAZ,UZB", LitDocuments: "001", LitDomains: "TRD"},
		"meeting=2020-07-16-fm1":                      {LitMeetings: "2020-07-16-fm1"},
	} {
		if got, err := focus(state.Focus{}, text, d); err != nil || got != want {
			t.Errorf("%q lights %+v, %v; want %+v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "TRD", "colour=red", "domain=", "domain=TRD,,status="} {
		if got, err := focus(state.Focus{}, text, d); err == nil {
			t.Errorf("%q lights %+v", text, got)
		}
	}
}
