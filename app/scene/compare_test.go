package scene

import (
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// What can be compared is offered with its statements; one in hand is the first
// side, and without one no partner is chosen unasked.
func TestCanCompare(t *testing.T) {
	t.Parallel()
	r, p := room(t), i18n.For("en")
	s := r.Opening()
	s.Status = state.AllStatuses
	offered := func(s state.State, by state.Dimension) Comparables {
		for _, c := range CanCompare(r, s, p) {
			if c.By == by {
				return c
			}
		}
		t.Fatalf("no %s", by)
		return Comparables{}
	}
	sum := 0
	meetings := offered(s, state.ByMeeting)
	for _, o := range meetings.Options {
		sum += o.Count
	}
	if len(meetings.Options) != 6 || sum != 87 || meetings.Hand != "" { // research/check-tables.md
		t.Errorf("%d meetings with %d statements, %q in hand", len(meetings.Options), sum, meetings.Hand)
	}
	if n := len(offered(s, state.ByState).Options); n != 6 {
		t.Errorf("%d states", n)
	}
	var years []string
	for _, o := range offered(s, state.ByPeriod).Options {
		years = append(years, o.Code)
	}
	if strings.Join(years, " ") != "2020 2022 2023 2024 2025" {
		t.Errorf("years %v", years)
	}
	lit := state.FocusOn{Codes: state.Focus{LitStates: "KAZ"}}.Apply(s)
	filtered, window := s, s
	filtered.States = "UZB"
	window.To = "2022"
	for name, want := range map[string]string{"KAZ": offered(lit, state.ByState).Hand, "UZB": offered(filtered, state.ByState).Hand, "../2022": offered(window, state.ByPeriod).Hand} {
		if name != want {
			t.Errorf("%q in hand, want %q", want, name)
		}
	}
	for _, pair := range []state.Pair{{By: state.ByMeeting, A: "2020-07-16-fm1", B: "2024-03-29-kaz"}, {By: state.ByState, A: "KAZ", B: "UZB"}, {By: state.ByPeriod, A: "../2022", B: "2023/.."}, {By: state.ByPeriod, A: "2020", B: "2024"}, {By: state.ByDocument, A: "003", B: "001"}} {
		for _, from := range []state.State{s, lit, filtered, window} {
			from.Split = true
			now := Compare(r, pair).Apply(from)
			got, ok := now.Pair()
			if !ok || got != pair || !Comparing(r, now) || now.Split || now.Lights() {
				t.Errorf("%+v: %+v", pair, now.View)
			}
			if Known(r.Data, now.View) != now.View || len(Unknown(r.Data, now.View)) > 0 {
				t.Errorf("%+v is not known", pair)
			}
			if back, _, err := state.Decode(state.Encode(now)); err != nil || back != now {
				t.Errorf("%+v does not survive encoding", pair)
			}
			if now = Compare(r, state.Pair{}).Apply(now); Comparing(r, now) {
				t.Errorf("%+v: no way back", pair)
			}
		}
	}
	for _, bad := range []string{"state=KAZ", "state=KAZ,KAZ", "state=KAZ,XXX", "period=2020/2022", "period=soon,2020", "period=2023/2020,2024", "state=KAZ,UZB,TJK", "document=001", "document=001,009", "nothing"} {
		v := s
		v.Meeting, v.Against = "2020-07-16-fm1", bad
		if Comparing(r, v) {
			t.Errorf("%q is compared", bad)
		}
	}
}

// A comparison counts its two meetings, says so once, and says so too when the
// filters leave none of them; the map and the lesson go on counting all.
func TestCompareCountsTwoMeetings(t *testing.T) {
	t.Parallel()
	r, p := room(t), i18n.For("en")
	s := room(t).Opening()
	s.Status, s.Meeting, s.Against = state.AllStatuses, "2024-03-29-kaz", "2020-07-16-fm1"
	sel := Select(r.Data, s)
	c := Count(r, sel, s, p).Chart(PaletteFor(state.Light))
	if !strings.HasPrefix(c.Subtitle, "61 of 87 statements · ") || strings.Contains(strings.Join(c.Notes, " "), "61") {
		t.Errorf("%q, notes %q", c.Subtitle, c.Notes)
	}
	if all := Subtitle(r, sel, s, p); !strings.HasPrefix(all, "87 of 87 statements · ") {
		t.Error(all)
	}
	s.From, s.To = "2023", "2023"
	sel = Select(r.Data, s)
	n := Count(r, sel, s, p)
	if c = n.Chart(PaletteFor(state.Light)); len(sel.Statements) == 0 || c.Empty == "" || !strings.Contains(n.Describe(), c.Empty) {
		t.Errorf("of %d statements, none of the two meetings: %q", len(sel.Statements), c.Empty)
	}
}

// A comparison of two texts unfolds no charts: that is the window's, in which a low one
// keeps its map; charts that are put away come back.
func TestCompareTextsLeavesTheWindow(t *testing.T) {
	t.Parallel()
	r := room(t)
	for _, shown := range []bool{false, true} {
		s := r.Opening()
		s.HideCharts, s.ShowCharts = true, shown
		got := CompareTexts(r, "000", "001").Apply(s)
		want := s.Layout
		want.HideCharts = false
		if got.Layout != want || got.Against != "document=000,001" {
			t.Errorf("the window is %+v, want %+v; against %q", got.Layout, want, got.Against)
		}
	}
}
