package scene

import (
	"cmp"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Deck is the lesson that every view can be taught from: an opening, the
// meetings shown in order of time, a closing that counts. Undated meetings are
// left out.
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
	for _, id := range sel.Meetings {
		m := r.Data.Meeting(id)
		if _, ok := r.Data.When(id); !ok {
			continue
		}
		v := base.View
		v.Meeting = id
		if pl := spot(r.Data, m); pl != nil && !r.Region.Beyond(pl.ID) {
			v.Camera = state.Camera{Lon: pl.LonLat[0], Lat: pl.LonLat[1], Span: r.Region.near()}
		}
		steps = append(steps, lessonStep(r.Data, sel, best, m, v, p))
	}
	closing := base
	closing.Kind = state.Domains
	return append(steps, Step{
		View: closing.View, Title: Title(r, closing, p), Caption: lessonClosing(r, sel, closing, p), When: subtitle, Note: asking("", about.Closing, p),
	})
}

// lessonStep is the step of a meeting. One that no document speaks of has its
// context for a caption, and says beside its date that none does; the others
// have it in their note.
func lessonStep(d *dataset.Dataset, sel *Selection, firmest []int, m *dataset.Meeting, v state.View, p *i18n.Printer) Step {
	s := Step{View: v, Title: m.Title.In(p.Lang()), When: when(m, p) + " · " + where(d, m, p), Note: m.Note.In(p.Lang())}
	context := m.Context.In(p.Lang())
	if context != "" && !d.Coded(m.ID) && len(d.About(m.ID)) == 0 {
		s.When += " · " + p.T("scene.notCovered")
		s.Caption = context
		s.Note = asking(s.Note, m.Questions, p)
		return s
	}
	s.Caption = lessonCaption(d, sel, firmest, m, p)
	s.Note = asking(strings.TrimSpace(context+" "+s.Note), m.Questions, p)
	return s
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
		k := d.Index.Meeting.Of(i)[0]
		if best[k] < 0 || status.Of(i)[0] < status.Of(best[k])[0] {
			best[k] = i
		}
	}
	return best
}

// mentioned says that documents only mention a meeting.
func mentioned(d *dataset.Dataset, ids []string, p *i18n.Printer) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = lead(d.Document(id), p)
	}
	return p.T("scene.mentionedLong", i18n.Args{"List": strings.Join(names, "; ")})
}

// lessonCaption says what the documents give of a meeting: its firmest
// statement left by the filters, and how many there are.
func lessonCaption(d *dataset.Dataset, sel *Selection, firmest []int, m *dataset.Meeting, p *i18n.Printer) string {
	switch ids := d.About(m.ID); {
	case d.Coded(m.ID):
	case len(ids) > 0:
		return mentioned(d, ids, p)
	default:
		return p.N("scene.lessonOutside", len(d.Documents))
	}
	k, _ := d.Index.Meeting.Number(m.ID)
	if firmest[k] < 0 {
		return hidden(d, d.Index.Meeting.Statements(k), p)
	}
	best := &d.Statements[firmest[k]]
	return p.T("scene.lessonCaption", i18n.Args{
		"Count": p.N("scene.statements", sel.ByMeeting[m.ID]), "Status": label(d, dataset.StatusList, best.Status, p), "Text": best.Text.In(p.Lang()),
	})
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
	return Count(r, sel, s, p).Finding() + " " + SampleNote(r, p)
}
