package state

import "math"

// Action is one change a person makes. Apply is pure: it returns the new view
// and touches nothing else.
type Action interface{ Apply(State) State }

// Coalescer is an Action whose repetitions are one step of undo: those that
// follow each other with the same non-empty key.
type Coalescer interface{ CoalesceKey() string }

// Func makes an Action of a function. It is for changes of one field that need
// no name of their own.
type Func func(State) State

// Apply calls f.
func (f Func) Apply(s State) State { return f(s) }

// SelectMeeting shows a meeting: its marker is ringed and the document pane
// turns to it. An empty id clears the selection.
type SelectMeeting string

// Apply selects the meeting and drops a selected document and statement, and lit
// meetings. The meeting that it is compared with changes places with it if it is
// the same, and goes if there is none.
func (a SelectMeeting) Apply(s State) State {
	switch {
	case !s.comparesMeetings():
	case a == "":
		s.Against = ""
	case string(a) == s.Against:
		s.Against = s.Meeting
	}
	s.Meeting, s.Document, s.Statement, s.Page, s.LitMeetings = string(a), "", "", "", ""
	return s
}

// SelectDocument opens a document in the reader. An empty id clears.
type SelectDocument string

// Apply selects the document, keeps the meeting, and lets go of lit documents.
func (a SelectDocument) Apply(s State) State {
	s.Document, s.Statement, s.Page, s.LitDocuments = string(a), "", "", ""
	return s
}

// SelectStatement points at one statement of a document.
type SelectStatement struct{ Document, Meeting, Statement string }

// Apply selects statement, document and, if given, meeting.
func (a SelectStatement) Apply(s State) State {
	s.Document, s.Statement, s.Page = a.Document, a.Statement, ""
	if a.Meeting != "" {
		s.Meeting = a.Meeting
	}
	return s
}

// OpenPage turns the reader to a page of its own, and shows the reader; "" turns
// back to what is selected.
type OpenPage string

// Apply opens the page. What is selected and lit stays.
func (a OpenPage) Apply(s State) State {
	s.Page = string(a)
	s.HideDocuments = s.HideDocuments && a == ""
	return s
}

// ClearSelection drops meeting, document and statement, and lets go of what is
// lit.
type ClearSelection struct{}

// Apply clears the focus, and with it a comparison of meetings.
func (ClearSelection) Apply(s State) State {
	s.Focus = Focus{}
	if s.comparesMeetings() {
		s.Against = ""
	}
	return s
}

type (
	// SetDomains replaces the filter by domain.
	SetDomains Set
	// SetStates replaces the filter by state.
	SetStates Set
	// SetStatus replaces the filter by status.
	SetStatus Set
	// SetLevels replaces the filter by level of meeting.
	SetLevels Set
)

// Apply replaces the filter by domain.
func (a SetDomains) Apply(s State) State { s.Domains = NewSet(string(a)); return s }

// Apply replaces the filter by state.
func (a SetStates) Apply(s State) State { s.States = NewSet(string(a)); return s }

// Apply replaces the filter by status.
func (a SetStatus) Apply(s State) State { s.Status = NewSet(string(a)); return s }

// Apply replaces the filter by level of meeting.
func (a SetLevels) Apply(s State) State { s.Levels = NewSet(string(a)); return s }

// SetOnlyNaming keeps only statements that concern fewer than all states of the data.
type SetOnlyNaming bool

// Apply sets the filter.
func (a SetOnlyNaming) Apply(s State) State { s.OnlyNaming = bool(a); return s }

// SetTime keeps the meetings from From to To, EDTF dates, both inclusive, ""
// for open.
type SetTime struct{ From, To string }

// Apply sets the time window. One that begins later than the axis is no longer
// "up to", whatever set it.
func (a SetTime) Apply(s State) State {
	s.From, s.To = a.From, a.To
	s.TimeMode = s.timeMode()
	return s
}

// CoalesceKey makes a drag of the time window one step of undo.
func (SetTime) CoalesceKey() string { return "time" }

// Search sets the text to look for.
type Search string

// Apply sets the query.
func (a Search) Apply(s State) State { s.Query = string(a); return s }

// CoalesceKey makes typing a query one step of undo.
func (Search) CoalesceKey() string { return "search" }

// Reset returns to the opening subject and drops the focus. It keeps chart,
// camera, language, theme and layout.
type Reset struct{ To Subject }

// Apply returns to the opening filters.
func (a Reset) Apply(s State) State {
	s.Subject, s.Focus, s.Against = a.To, Focus{}, ""
	return s
}

// SetChart turns to a chart.
type SetChart ChartKind

// Apply sets the chart; another's table has other columns to be sorted by.
func (a SetChart) Apply(s State) State {
	if s.Kind != ChartKind(a) {
		s.Kind, s.Sort = ChartKind(a), ""
	}
	return s
}

// SetCamera looks at a part of the map.
type SetCamera Camera

// Apply sets the camera; one that is not on the globe is ignored.
func (a SetCamera) Apply(s State) State {
	if c := Camera(a); c.valid() {
		s.Camera = c
	}
	return s
}

// CoalesceKey makes a drag or a run of wheel steps one step of undo.
func (SetCamera) CoalesceKey() string { return "camera" }

// SetLang switches the language.
type SetLang string

// Apply sets what can be a language's code.
func (a SetLang) Apply(s State) State {
	if isLanguage(string(a)) {
		s.Lang = string(a)
	}
	return s
}

// SetSecondLang writes names in a second language, too; "" writes none.
type SetSecondLang string

// Apply sets what can be a language's code, or none.
func (a SetSecondLang) Apply(s State) State {
	if a == "" || isLanguage(string(a)) {
		s.SecondLang = string(a)
	}
	return s
}

// SetTheme switches the look.
type SetTheme Theme

// Apply sets the theme if it is one of [Themes].
func (a SetTheme) Apply(s State) State { s.Theme = valid(Theme(a), Themes(), s.Theme); return s }

// SetTextSize scales all type.
type SetTextSize float64

// Apply sets the factor, kept between 0.8 and 2.
func (a SetTextSize) Apply(s State) State {
	if f := float64(a); finite(f) {
		s.TextSize = min(max(f, 0.8), 2)
	}
	return s
}

// SetReduceMotion leaves out flights, glides and easing.
type SetReduceMotion bool

// Apply sets the choice.
func (a SetReduceMotion) Apply(s State) State { s.ReduceMotion = bool(a); return s }

// ShowScene shows step N (from 1) of a lesson: View in this person's language,
// look and layout.
type ShowScene struct {
	N      int
	View   View
	Hidden Hidden // as the scene begins
	Found  string // the place that its question asks for, if nothing is hidden any more
}

// Apply turns to the scene.
func (a ShowScene) Apply(s State) State {
	s.View, s.Scene, s.Asking = a.View, a.N, Asking{Hidden: a.Hidden, Found: a.Found}
	return s.Valid()
}

// Show puts a view in place of the present one, as of a picture that is opened.
// Language, look, size of type and layout stay the person's.
type Show View

// Apply returns to the view, made valid.
func (a Show) Apply(s State) State {
	s.View = View(a)
	return s.Valid()
}

func finite(vs ...float64) bool {
	for _, v := range vs {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
