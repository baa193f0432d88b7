package dataset

import (
	"slices"
	"strings"
	"testing"
)

// Every party of a meeting that was held is accounted for, with a post that
// holds on that day. Who sat there is as research/facts.md, section C, has it.
func TestShippedParticipants(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	for i := range d.Meetings {
		m := &d.Meetings[i]
		if m.Planned {
			continue
		}
		var states []string
		for _, x := range d.Participants(m.ID) {
			states = append(states, x.State)
			if x.Person == nil {
				continue
			}
			if day := strings.TrimSuffix(m.Date, "~"); day != "" && (day < x.Person.From || day > x.Person.To) {
				t.Errorf("%s: %s holds the post from %s to %s", m.ID, x.Person.ID, x.Person.From, x.Person.To)
			}
			if x.Person.State != x.State {
				t.Errorf("%s: %s is of %s", m.ID, x.Person.ID, x.Person.State)
			}
		}
		slices.Sort(states)
		if want := slices.Sorted(slices.Values(m.Parties)); !slices.Equal(slices.Compact(states), want) {
			t.Errorf("%s: participants of %v, parties %v", m.ID, states, want)
		}
	}
	for meeting, want := range map[string]string{
		"2020-07-16-fm1": "wang-yi tleuberdi aidarbekov muhriddin meredov kamilov",
		"2022-06-08-fm3": "tleuberdi wang-yi kulubaev azim-ibrohim meredov norov",
		"2023-04-27-fm4": "qin-gang nurtleu kulubaev muhriddin hajiyev saidov",
		"2025-04-26-fm6": "nurtleu wang-yi kulubaev muhriddin durdyev saidov",
	} {
		var got []string
		for _, x := range d.Participants(meeting) {
			got = append(got, x.Person.Person)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", meeting, got, want)
		}
	}
	for i := range d.People {
		x := &d.People[i]
		for _, lang := range []string{"", "uk", "ru"} {
			if x.Name[lang] == "" || x.Post[lang] == "" {
				t.Errorf("%s lacks a text in %q", x.ID, lang)
			}
		}
	}
}

func TestShippedTerms(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	if n := len(d.Terms); n < 25 || n > 40 {
		t.Errorf("%d terms, want 25 to 40", n)
	}
	for _, x := range d.Terms {
		for _, lang := range []string{"", "uk", "ru"} {
			if x.Name[lang] == "" || x.Definition[lang] == "" || len(x.Forms[lang]) == 0 || len(x.Source) == 0 {
				t.Errorf("%s lacks a text or a source in %q", x.ID, lang)
			}
		}
	}
}

func TestShippedContext(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	for i := range d.Meetings {
		m := &d.Meetings[i]
		for _, lang := range []string{"", "uk", "ru"} {
			if n := strings.Count(m.Context[lang]+" ", ". "); n < 1 || n > 4 {
				t.Errorf("%s: %d sentences of context in %q", m.ID, n, lang)
			}
		}
		if len(m.Links)+len(m.Addresses) == 0 {
			t.Errorf("%s has nothing that a reader can look up", m.ID)
		}
	}
}
