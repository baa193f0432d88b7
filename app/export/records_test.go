package export_test

import (
	"fmt"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// Meetings, places, remarks and bases are counted as the raw tables have them,
// meetings also where nothing is coded of them.
func TestCaptionsCountRecords(t *testing.T) {
	meetings, statements := rows(t, "meetings.csv"), rows(t, "statements.csv")
	s := room().Opening()
	s.Status = state.AllStatuses
	p := i18n.For("en")
	same := func(text string, want any) {
		t.Helper()
		if got, err := scene.Fill(room(), s, text, p); err != nil || got != fmt.Sprint(want) {
			t.Errorf("%s: %s (%v), want %v", text, got, err, want)
		}
	}
	inXian := 0
	level, kazakh, places := map[string]int{}, 0, map[string]bool{}
	for _, m := range meetings {
		level[m["level"]]++
		if m["place"] == "xian" {
			inXian++
		}
		if strings.Contains(m["parties"], "KAZ") && m["level"] == "bilateral" {
			kazakh++
		}
		if m["place"] != "" {
			places[m["place"]] = true
		}
	}
	for l, n := range level {
		same(`{{count "meetings" "level" "`+l+`"}}`, n)
	}
	same(`{{count "meetings" "level" "bilateral" "state" "KAZ"}}`, kazakh)
	same(`{{count "places"}}`, len(places))
	same(`{{count "meetings" "place" "xian"}}`, inXian)
	same(`{{count "meetings" "meeting" "2020-07-16-fm1,2027-summit3"}}`, 2)
	of, remarks := map[string]int{}, rows(t, "comments.csv")
	for _, x := range remarks {
		of[x["document"]]++
	}
	same(`{{all "comments"}}`, len(remarks))
	same(`{{all "comments" "document" "002"}}`, of["002"])
	basis := map[string]int{}
	for _, x := range statements {
		basis[x["basis"]]++
	}
	for b, n := range basis {
		same(`{{count "basis" "`+b+`"}}`, n)
		s.Focus = state.Focus{LitBases: state.NewSet(b)}
		same(`{{count "lit"}}`, n)
	}
	for _, text := range []string{`{{count "meetings" "domain" "TRD"}}`, `{{all "comments" "status" "agreed"}}`} {
		if _, err := scene.Fill(room(), s, text, p); err == nil {
			t.Errorf("%s is filled", text)
		}
	}
}
