package scene

import (
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Where the filters hide what was searched for, the reader has the button that
// shows it; and what it shows is as many as it says.
func TestReaderOffersHidden(t *testing.T) {
	r := room(t)
	for _, query := range []string{"sovereignty", "security", "trade", "Taiwan"} {
		s := r.Opening()
		s.Query = query
		sel := Select(r.Data, s)
		all := s
		all.Status = state.AllStatuses
		hidden := len(Select(r.Data, all).Statements) - len(sel.Statements)
		var button *Block
		for _, b := range blocks(Reader(r, sel, s, i18n.For("en"))) {
			if b.Kind == ButtonBlock {
				button = &b
			}
		}
		switch {
		case hidden == 0 && button != nil && len(sel.Statements) > 0:
			t.Errorf("%s: nothing is hidden, and there is %q", query, button.Text)
		case hidden > 0 && button == nil:
			t.Errorf("%s: %d are hidden, and there is no button", query, hidden)
		case hidden > 0:
			if got := len(Select(r.Data, button.Action.Apply(s)).Statements); got != len(sel.Statements)+hidden {
				t.Errorf("%s: the button shows %d, want %d", query, got, len(sel.Statements)+hidden)
			}
		}
	}
	s := r.Opening()
	s.Domains, s.From, s.To = "ENE", "2026-01-01", "2026-02-01"
	for _, b := range blocks(Reader(r, Select(r.Data, s), s, i18n.For("uk"))) {
		if b.Kind == ButtonBlock && len(Select(r.Data, b.Action.Apply(s)).Statements) > 0 {
			return
		}
	}
	t.Error("the empty reader has no way out")
}

// What the search box finds is in the reader, too, when no statement has it.
func TestReaderHasWhatElseIsFound(t *testing.T) {
	r := room(t)
	for _, query := range []string{"залізниц", "Tokayev", "Xi'an", "Укрінформ"} {
		s := r.Opening()
		s.Query = query
		found := r.Data.Find(dataset.NewQuery(query))
		sel := Select(r.Data, s)
		want := map[string]bool{}
		for _, i := range found.Meetings {
			want[r.Data.Meetings[i].ID] = true
		}
		for _, i := range found.Documents {
			want[r.Data.Documents[i].ID] = true
		}
		if len(want) == 0 {
			t.Fatalf("%s finds nothing", query)
		}
		for _, i := range sel.Statements { // their documents head them
			delete(want, r.Data.Statements[i].Document)
		}
		for _, b := range blocks(Reader(r, sel, s, i18n.For("uk"))) {
			if b.Kind == MeetingLink || b.Kind == DocumentLink {
				if got := b.Action.Apply(s); got.Focus == s.Focus {
					t.Errorf("%s: %q leads nowhere", query, b.Text)
				}
				delete(want, b.ID)
			}
		}
		if len(want) > 0 {
			t.Errorf("%s: the reader lacks %v", query, want)
		}
	}
}

// A name stands a second time in headings and in the lists of filters.
func TestSecondNamesInLists(t *testing.T) {
	r := room(t)
	p := i18n.With("uk", "zh")
	s := r.Opening()
	f := Options(r, s, p)
	for _, list := range [][]Option{f.Status, f.Domains, f.States, f.Levels} {
		for _, o := range list {
			if o.Second == "" || o.Second == o.Label {
				t.Errorf("%s has the second name %q", o.Label, o.Second)
			}
		}
	}
	for _, o := range f.States {
		if o.Code == "KAZ" && o.Second != "哈萨克斯坦" {
			t.Errorf("Kazakhstan is %q", o.Second)
		}
	}
	if o := Options(r, s, i18n.For("uk")).States[0]; o.Second != "" {
		t.Errorf("%q without a second language", o.Second)
	}
}
