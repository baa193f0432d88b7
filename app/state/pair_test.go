package state

import "testing"

// What a view says that it compares, and what it can not mean.
func TestPairOfAView(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		meeting, against string
		want             Pair
		ok               bool
	}{
		{"fm1", "fm4", Pair{ByMeeting, "fm1", "fm4"}, true},
		{"", "state=KAZ,UZB", Pair{ByState, "KAZ", "UZB"}, true},
		{"fm1", "state=KAZ,UZB", Pair{ByState, "KAZ", "UZB"}, true}, // whatever meeting is selected
		{"", "period=2020/2022,2023/..", Pair{ByPeriod, "2020/2022", "2023/.."}, true},
		{"", "document=000,001", Pair{ByDocument, "000", "001"}, true},
		{"fm1", "a=b", Pair{ByMeeting, "fm1", "a=b"}, true}, // an id may have any sign

		{"", "", Pair{}, false},
		{"fm1", "", Pair{}, false},
		{"", "fm4", Pair{}, false},
		{"fm1", "fm1", Pair{}, false},
		{"", "state=KAZ", Pair{}, false},
		{"", "state=KAZ,", Pair{}, false},
		{"", "state=,KAZ", Pair{}, false},
		{"", "state=KAZ,KAZ", Pair{}, false},
		{"", "state=KAZ,UZB,TJK", Pair{}, false},
		{"", "state=", Pair{}, false},
		{"", "State=KAZ,UZB", Pair{}, false},
	} {
		v := Default().View
		v.Meeting, v.Against = c.meeting, c.against
		got, ok := v.Pair()
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%q against %q: %+v, %t; want %+v, %t", c.meeting, c.against, got, ok, c.want, c.ok)
		}
		if !ok {
			continue
		}
		v.Against = got.Against()
		if again, _ := v.Pair(); again != got {
			t.Errorf("%+v written as %q is %+v", got, v.Against, again)
		}
	}
}

// Selecting another meeting keeps a comparison sensible: the two change places, and
// without a meeting there is nothing to compare. Other comparisons do not notice.
func TestSelectingKeepsTheComparison(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ meeting, against, choose, wantMeeting, wantAgainst string }{
		{"fm1", "fm4", "fm4", "fm4", "fm1"},
		{"fm1", "fm4", "fm2", "fm2", "fm4"},
		{"fm1", "fm4", "fm1", "fm1", "fm4"},
		{"fm1", "fm4", "", "", ""},
		{"fm1", "", "fm4", "fm4", ""},
		{"fm1", "state=KAZ,UZB", "", "", "state=KAZ,UZB"},
		{"", "period=2020,2024", "fm1", "fm1", "period=2020,2024"},
	} {
		s := Default()
		s.Meeting, s.Against = c.meeting, c.against
		s = SelectMeeting(c.choose).Apply(s)
		if s.Meeting != c.wantMeeting || s.Against != c.wantAgainst {
			t.Errorf("%s against %s, choosing %q: %s against %s", c.meeting, c.against, c.choose, s.Meeting, s.Against)
		}
	}
	// Swapping twice is where one began.
	s := Default()
	s.Meeting, s.Against = "fm1", "fm4"
	if got := SelectMeeting("fm1").Apply(SelectMeeting("fm4").Apply(s)); got != s {
		t.Errorf("there and back: %+v", got.Focus)
	}
	for against, want := range map[string]string{"fm4": "", "document=000,001": "document=000,001"} {
		s.Against = against
		if got := (ClearSelection{}).Apply(s); got.Against != want || got.Focus != (Focus{}) {
			t.Errorf("nothing selected: %q is compared as %q", against, got.Against)
		}
	}
}
