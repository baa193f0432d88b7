package scene

import (
	"cmp"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Deck is the lesson that every view can be taught from: an opening, what the
// data say, a scene for each meeting with statements in order of time, the other
// meetings as one, the chart, and a closing. Undated meetings are left out.
func Deck(r *Room, s state.State, p *i18n.Printer) []Step {
	base := s
	base.Focus, base.Camera = state.Focus{}, state.Camera{}
	sel := Select(r.Data, base)
	best := firmest(r.Data, sel)
	subtitle := Subtitle(r, sel, base, p)
	about := &r.Data.Profile
	steps := []Step{{
		View: base.View, Title: about.Title.In(p.Lang()), Caption: caveat(r, about.Introduction, "scene.lessonOpening", p), When: subtitle,
		Note: asking("", about.Opening, p),
	}}
	if said := dataSay(r, sel, base, p); len(said) > 0 {
		steps = append(steps, Step{View: base.View, Panes: WordsAlone, Title: p.T("scene.lessonFindings"), Caption: strings.Join(said, "\n\n")})
	}
	var others []string
	for _, id := range sel.Meetings {
		m := r.Data.Meeting(id)
		if _, dated := r.Data.When(id); !dated {
			continue
		}
		if !r.Data.Coded(id) {
			others = append(others, id)
			continue
		}
		v := base.View
		v.Focus, v.Kind = MeetingFocus(id), state.Domains
		v.Meeting = id
		if pl := spot(r.Data, m); pl != nil && !r.Region().Beyond(pl.ID) {
			v.Camera = state.Camera{Lon: pl.LonLat[0], Lat: pl.LonLat[1], Span: r.Region().near()}
		}
		steps = append(steps, Step{
			View: v, Panes: MapAndChart, Title: m.Title.In(p.Lang()), When: when(m, p) + " · " + where(r.Data, m, p),
			Caption: lessonCaption(r, sel, best, m, p), Note: asking(strings.TrimSpace(m.Context.In(p.Lang())+" "+m.Note.In(p.Lang())), m.Questions, p),
		})
	}
	if len(others) > 0 {
		v := base
		v.Kind, v.Focus = state.Chronology, MeetingFocus(others...)
		steps = append(steps, Step{
			View: v.View, Panes: ChartPane, Title: p.T("scene.lessonOthers"), When: subtitle,
			Caption: p.N("scene.lessonOthersText", len(others)) + " " + caveat(r, about.CoverageNote, "scene.noteCovered", p),
		})
	}
	if len(sel.Statements) > 0 {
		steps = append(steps, Step{View: base.View, Panes: ChartPane, Title: Title(r, base, p), When: subtitle, Caption: Count(r, sel, base, p).Finding()})
	}
	closing := base
	closing.Kind = state.Domains
	return append(steps, Step{
		View: closing.View, Panes: WordsAlone, Title: p.T("scene.lessonClosing"), Caption: lessonClosing(r, sel, closing, p), When: subtitle,
		Note: asking("", about.Closing, p),
	})
}

// asking adds questions for the class to a note for the teacher, in a paragraph
// of their own.
func asking(note string, questions dataset.Text, p *i18n.Printer) string {
	if q := questions.In(p.Lang()); q != "" {
		return strings.TrimSpace(note + "\n\n" + p.T("scene.questions", i18n.Args{"Text": q}))
	}
	return note
}

// firmest is, for each meeting by number, its first statement of the firmest
// status that the filters leave; -1 for none.
func firmest(d *dataset.Dataset, sel *Selection) []int {
	best := make([]int, len(d.Meetings))
	for k := range best {
		best[k] = -1
	}
	status := &d.Index.Status
	for _, i := range sel.Statements {
		k := d.Index.Meeting.One(i)
		if best[k] < 0 || status.One(i) < status.One(best[k]) {
			best[k] = i
		}
	}
	return best
}

// lessonCaption says what the documents give of a coded meeting: how many
// statements are left by the filters, and the firmest of them with where it stands.
func lessonCaption(r *Room, sel *Selection, firmest []int, m *dataset.Meeting, p *i18n.Printer) string {
	d := r.Data
	k, _ := d.Index.Meeting.Number(m.ID)
	if firmest[k] < 0 {
		return hidden(d, d.Index.Meeting.Statements(k), p)
	}
	best := &d.Statements[firmest[k]]
	return p.T("scene.lessonCaption", i18n.Args{
		"Count": p.N("scene.statements", sel.ByMeeting.Of(m.ID)), "Status": label(d, dataset.StatusList, best.Status, p), "Text": best.Text.In(p.Lang()),
		"Where": standing(r, best, p),
	})
}

// nothingCoded says why no statement is counted for a meeting of which nothing is coded.
func nothingCoded(d *dataset.Dataset, m *dataset.Meeting, p *i18n.Printer) string {
	switch about := d.About(m.ID); {
	case len(about) > 0:
		return mentioned(d, about, p)
	case m.Outside():
		return p.N("scene.outside", len(d.Documents))
	}
	return p.N("scene.notCoveredLong", len(d.Documents))
}

// hidden says what is coded where the filters leave nothing of it: a meeting of
// which only positions are coded has not no statements.
func hidden(d *dataset.Dataset, statements []int32, p *i18n.Printer) string {
	return p.T("scene.lessonHidden", i18n.Args{"Count": p.N("scene.statements", len(statements)), "Status": strings.Join(statusNouns(d, statements, p), ", ")})
}

// statusNouns names the statuses of statements, from firm to soft, each by its
// noun in lower case; one alone by its status.
func statusNouns(d *dataset.Dataset, statements []int32, p *i18n.Printer) []string {
	has := map[string]bool{}
	for _, i := range statements {
		has[d.Statements[i].Status] = true
	}
	var nouns []string
	for _, c := range d.Codes(dataset.StatusList) {
		noun := c.Noun.In(p.Lang())
		if len(statements) == 1 {
			noun = ""
		}
		if has[c.Code] {
			nouns = append(nouns, strings.ToLower(cmp.Or(noun, c.Label(p.Lang()))))
		}
	}
	return nouns
}

// lessonClosing says what is largest, and what the numbers are not.
func lessonClosing(r *Room, sel *Selection, s state.State, p *i18n.Printer) string {
	if e := Empty(r, sel, s, p); e != "" {
		return e
	}
	return Count(r, sel, s, p).Finding() + " " + sampleNote(r, p)
}
