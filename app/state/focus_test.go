package state

import "testing"

func TestFocusOn(t *testing.T) {
	t.Parallel()
	mark := func(domains, statuses Set) Focus { return Focus{LitDomains: domains, LitStatuses: statuses} }
	for _, c := range []struct {
		name      string
		was, mark Focus
		add       bool
		want      Focus
	}{
		{"a mark", Focus{Meeting: "m"}, mark("SEC", "agreed"), false, Focus{Meeting: "m", LitDomains: "SEC", LitStatuses: "agreed"}},
		{"another mark", mark("TRD", "agreed"), mark("SEC", ""), false, mark("SEC", "")},
		{"the same mark", mark("SEC", "agreed"), mark("SEC", "agreed"), false, Focus{}},
		{"one more", mark("TRD", ""), mark("SEC", ""), true, mark("SEC,TRD", "")},
		{"one less", mark("SEC,TRD", ""), mark("SEC", ""), true, mark("TRD", "")},
		{"one more of another dimension", mark("TRD", ""), mark("", "agreed"), true, mark("TRD", "agreed")},
		{"a mark beside", mark("TRD", "agreed"), mark("SEC", "agreed"), true, mark("SEC,TRD", "agreed")},
		{"the mark beside again", mark("SEC,TRD", "agreed"), mark("SEC", "agreed"), true, mark("TRD", "agreed")},
		{"the last mark", mark("TRD", "agreed"), mark("TRD", "agreed"), true, Focus{}},
		{"the selection is no mark", Focus{}, Focus{Meeting: "m", LitStates: "KAZ"}, false, Focus{LitStates: "KAZ"}},
	} {
		s := Default()
		s.Focus = c.was
		if got := (FocusOn{c.mark, c.add}).Apply(s).Focus; got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestOnlyFocus(t *testing.T) {
	t.Parallel()
	s := Default()
	s.LitDomains, s.LitStates, s.LitMeetings, s.LitDocuments = "SEC", "KAZ,UZB", "m", "000,001"
	got := OnlyFocus{}.Apply(s)
	want := Default()
	want.Domains, want.States, want.Meeting, want.LitDocuments = "SEC", "KAZ,UZB", "m", "000,001"
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got = (LetGo{}).Apply(got); got.Lights() || got.Meeting != "m" || got.Domains != "SEC" {
		t.Errorf("let go: %+v", got)
	}
}
