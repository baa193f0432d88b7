package scene

import (
	"slices"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
)

// Reference is a field of a view that names something of the data, called as
// the command line calls it: "meeting", "focus domain".
type Reference struct {
	Field, Value string
	Valid        []string // what the data have
}

// held is such a field: one id, or a set of codes.
type held struct {
	field string
	one   *string
	set   *state.Set
	valid []string
}

func heldBy(d *dataset.Dataset, s *state.View) []held {
	x := d.Index
	statements := func() []string {
		if s.Statement == "" || d.Statement(s.Statement) != nil {
			return []string{s.Statement} // the list may be long
		}
		out := make([]string, len(d.Statements))
		for i := range out {
			out[i] = d.Statements[i].ID
		}
		return out
	}
	return []held{
		{"meeting", &s.Meeting, nil, x.Meeting.Codes},
		{"against", &s.Against, nil, againstCodes(d, *s)},
		{"document", &s.Document, nil, x.Document.Codes},
		{"statement", &s.Statement, nil, statements()},
		{"domains", nil, &s.Domains, x.Domain.Codes},
		{"states", nil, &s.States, x.State.Codes},
		{"status", nil, &s.Status, x.Status.Codes},
		{"level", nil, &s.Levels, x.Level.Codes},
		{"focus domain", nil, &s.LitDomains, x.Domain.Codes},
		{"focus state", nil, &s.LitStates, x.State.Codes},
		{"focus status", nil, &s.LitStatuses, x.Status.Codes},
		{"focus meeting", nil, &s.LitMeetings, x.Meeting.Codes},
		{"focus document", nil, &s.LitDocuments, x.Document.Codes},
		{"focus basis", nil, &s.LitBases, x.Basis.Codes},
	}
}

// Unknown lists what a view names and the data have not.
func Unknown(d *dataset.Dataset, s state.View) []Reference {
	var out []Reference
	for _, h := range heldBy(d, &s) {
		var values []string
		if h.one != nil {
			values = []string{*h.one}
		} else {
			values = h.set.Codes()
		}
		for _, v := range values {
			if v != "" && !slices.Contains(h.valid, v) {
				out = append(out, Reference{h.field, v, h.valid})
			}
		}
	}
	return out
}

// Known is the view without what the data have not. Statuses of which the data
// have none become those of the opening view.
func Known(d *dataset.Dataset, s state.View) state.View {
	status := s.Status
	for _, h := range heldBy(d, &s) {
		switch {
		case h.one != nil && !slices.Contains(h.valid, *h.one):
			*h.one = ""
		case h.set != nil:
			*h.set = state.NewSet(slices.DeleteFunc(h.set.Codes(), func(c string) bool { return !slices.Contains(h.valid, c) })...)
		}
	}
	if status != "" && s.Status == "" {
		s.Status = members(d.DefaultPreset())
	}
	if !hasPage(d, s.Page) {
		s.Page = ""
	}
	if x := d.Statement(s.Statement); x == nil || x.Document != s.Document {
		s.Statement = ""
	} else {
		s.Statement = x.ID // a retired id opens the statement that took it in
	}
	return s
}
