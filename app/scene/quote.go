package scene

import (
	"slices"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// Thing is what a context menu is about.
type Thing struct {
	Cited
	Only state.Action // leaves nothing but it; nil: nothing does
	Show state.Action // shows it on the map; nil: it has no place
}

// StatementThing is a statement.
func StatementThing(r *Room, id string, p *i18n.Printer) (Thing, bool) {
	c, ok := CiteStatement(r, id, p)
	if !ok {
		return Thing{}, false
	}
	s := r.Data.Statement(id)
	return Thing{Cited: c, Show: onMap(r, s.Meeting, state.SelectStatement{Document: s.Document, Meeting: s.Meeting, Statement: s.ID})}, true
}

// DocumentThing is a document.
func DocumentThing(r *Room, id string, p *i18n.Printer) (Thing, bool) {
	c, ok := CiteDocument(r, id, p)
	if !ok {
		return Thing{}, false
	}
	first := first1(r.Data.Document(id).Meetings)
	return Thing{
		Cited: c, Only: only(LightDocument(id, false)),
		Show: onMap(r, first, goTo(func(f state.Focus) state.Focus { f.Meeting, f.Document = first, id; return f })),
	}, true
}

// MeetingThing is a meeting.
func MeetingThing(r *Room, id string, p *i18n.Printer) (Thing, bool) {
	c, ok := CiteMeeting(r, id, p)
	if !ok {
		return Thing{}, false
	}
	return Thing{
		Cited: c, Only: only(LightMeetings(false, id)),
		Show: onMap(r, id, goTo(func(f state.Focus) state.Focus { f.Meeting = id; return f })),
	}, true
}

// MeetingsThing is the meetings at the places of a marker: the one, or, of
// several, their list, cited as the data.
func MeetingsThing(r *Room, sel *Selection, s state.State, p *i18n.Printer, markers []string) (Thing, bool) {
	list := Cards(r, sel, s, p, markers)
	if len(list) == 0 {
		return Thing{}, false
	}
	if len(list) == 1 {
		return MeetingThing(r, list[0].ID, p)
	}
	x := Thing{Cited: CiteData(r, p)}
	var ids []string
	x.Text = PlaceNames(r, s, p, markers)
	for _, c := range list {
		ids = append(ids, c.ID)
		x.Text += "\n" + c.When + " · " + c.Title + " · " + c.CountText(p)
	}
	x.Show = LightMeetings(false, ids...)
	return x, true
}

// MarkThing is a mark of the chart of s: its name and number, cited as the data.
func MarkThing(r *Room, s state.State, p *i18n.Printer, m charts.Mark) Thing {
	x := Thing{Cited: CiteData(r, p)}
	x.Text = Title(r, s, p) + ": " + m.Name
	f := markFocus(r, s, m)
	if m.Folded > 0 || !f.Lights() {
		return x
	}
	if f.Filters() {
		x.Only = only(state.FocusOn{Codes: f})
	}
	if ids := f.LitMeetings.Codes(); len(ids) > 0 && slices.ContainsFunc(ids, func(id string) bool { return onMap(r, id, state.LetGo{}) != nil }) {
		x.Show = LightMeetings(false, ids...)
	}
	return x
}

// only lights something, whatever is lit, and makes it a filter.
func only(light state.Action) state.Action {
	return state.Func(func(s state.State) state.State { return state.OnlyFocus{}.Apply(light.Apply(state.LetGo{}.Apply(s))) })
}

// onMap is the action if the meeting has a place on the map, else nil.
func onMap(r *Room, meeting string, a state.Action) state.Action {
	if m := r.Data.Meeting(meeting); m == nil || r.Spot(m) == nil {
		return nil
	}
	return a
}

// ThingOf is what a block of a page is about; ok is false of one that is no more
// than its words.
func ThingOf(r *Room, b Block, p *i18n.Printer) (x Thing, ok bool) {
	switch b.Kind {
	case StatementBlock:
		return StatementThing(r, b.ID, p)
	case DocumentLink:
		return DocumentThing(r, b.ID, p)
	case MeetingLink:
		return MeetingThing(r, b.ID, p)
	case LinkBlock:
		return Thing{Cited: Cited{Text: b.ID, Address: b.ID}}, true
	case Overline, TitleBlock:
		if r.Data.Document(b.ID) != nil {
			return DocumentThing(r, b.ID, p)
		}
		return MeetingThing(r, b.ID, p)
	}
	return Thing{}, false
}
