package scene

import (
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// TestCompareFindsAPair checks the pair for every coded meeting, with none
// selected, with another and with itself.
func TestCompareFindsAPair(t *testing.T) {
	t.Parallel()
	r, p := room(t), i18n.For("en")
	s := room(t).Opening()
	s.Status, s.Split = state.AllStatuses, true
	sel := Select(r.Data, s)
	options := Comparable(r, sel, s, p)
	if len(options) != 6 { // research/check-tables.md: six meetings with statements
		t.Fatalf("%d meetings to compare with", len(options))
	}
	sum := 0
	for _, o := range options {
		sum += o.Count
		for _, selected := range []string{"", o.Code, "2020-07-16-fm1", "2021-05-11-uzb"} {
			from := state.SelectMeeting(selected).Apply(s)
			now := Compare(r, o.Code).Apply(from)
			if !Comparing(r, now) || now.Against != o.Code || now.Split {
				t.Errorf("%s with %q selected: %+v", o.Code, selected, now)
			}
			if len(Comparable(r, sel, now, p)) != 5 {
				t.Errorf("%s: the selected meeting is among the others", o.Code)
			}
			if now = Compare(r, "").Apply(now); Comparing(r, now) {
				t.Errorf("%s: no way back", o.Code)
			}
		}
	}
	if sum != 87 {
		t.Errorf("the meetings have %d statements", sum)
	}
	for id, want := range map[string]string{"2025-06-16-kaz": "2024-03-29-kaz", "2023-04-27-fm4": "2020-07-16-fm1"} {
		if now := Compare(r, id).Apply(s); now.Meeting != want {
			t.Errorf("%s is compared with %s, not %s", id, now.Meeting, want)
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
