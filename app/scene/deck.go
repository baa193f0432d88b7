package scene

import (
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Step is one scene of a lesson: a view and what is said with it.
type Step struct {
	View    state.View
	Title   string
	When    string // date and place, in one line
	Caption string // one or two sentences for the room
	Note    string // for the teacher
}

// Deck is the lesson that every view can be taught from: an opening, the
// meetings shown in order of time, a closing that counts. Undated meetings are
// left out.
func Deck(r *Room, s state.State, p *i18n.Printer) []Step {
	base := s
	base.Focus, base.Camera = state.Focus{}, state.Camera{}
	sel := Select(r.Data, base)
	subtitle := Subtitle(r, sel, base, p)
	steps := []Step{{View: base.View, Title: p.T("scene.lessonTitle"), Caption: p.T("scene.lessonOpening"), When: subtitle}}
	for _, id := range sel.Meetings {
		m := r.Data.Meeting(id)
		if _, ok := r.Data.When(id); !ok {
			continue
		}
		v := base.View
		v.Meeting = id
		if pl := r.Data.Place(m.Place); pl != nil {
			v.Camera = state.Camera{Lon: pl.LonLat[0], Lat: pl.LonLat[1], Span: r.Region.near()}
		}
		steps = append(steps, Step{
			View: v, Title: m.Title.In(p.Lang()), When: when(m, p) + " · " + where(r.Data, m, p),
			Caption: lessonCaption(r.Data, sel, m, p), Note: m.Note.In(p.Lang()),
		})
	}
	closing := base
	closing.Kind = state.Domains
	return append(steps, Step{View: closing.View, Title: Title(r, closing, p), Caption: lessonClosing(r, sel, closing, p), When: subtitle})
}

// lessonCaption says what the documents give of a meeting: its firmest
// statement left by the filters, and how many there are.
func lessonCaption(d *dataset.Dataset, sel *Selection, m *dataset.Meeting, p *i18n.Printer) string {
	if !d.Coded(m.ID) {
		return p.T("scene.lessonOutside")
	}
	firm := map[string]int{}
	for i, c := range state.Statuses() {
		firm[c] = i
	}
	var best *dataset.Statement
	for _, i := range sel.Statements {
		x := &d.Statements[i]
		if x.Meeting == m.ID && (best == nil || firm[x.Status] < firm[best.Status]) {
			best = x
		}
	}
	if best == nil {
		return p.N("scene.statements", 0)
	}
	return p.T("scene.lessonCaption", i18n.Args{
		"Count": p.N("scene.statements", sel.ByMeeting[m.ID]), "Status": StatusLabel(best.Status, p), "Text": best.Text.In(p.Lang()),
	})
}

// lessonClosing says what is largest, and what the numbers are not.
func lessonClosing(r *Room, sel *Selection, s state.State, p *i18n.Printer) string {
	if e := Empty(r, sel, s, p); e != "" {
		return e
	}
	return Count(r, sel, s, p).most() + " " + p.T("scene.noteSample")
}
