package state

// Dimension names what a statement can be sorted by. The values are those of
// the command line.
type Dimension string

// The dimensions that a person can light.
const (
	ByDomain   Dimension = "domain"
	ByStatus   Dimension = "status"
	ByState    Dimension = "state"
	ByMeeting  Dimension = "meeting"
	ByDocument Dimension = "document"
	ByBasis    Dimension = "basis"
)

// Dimensions lists them in the order in which a focus is put into words.
func Dimensions() []Dimension {
	return []Dimension{ByDomain, ByStatus, ByState, ByMeeting, ByDocument, ByBasis}
}

// Focus says what of the subject is lit and what is open in the reader. It
// hides nothing: what is not lit is dimmed, and every scale stays.
type Focus struct {
	// Meeting, Document and Statement are the selected records' ids; "" is none.
	Meeting   string `json:"meeting,omitempty"`
	Document  string `json:"document,omitempty"`
	Statement string `json:"statement,omitempty"`
	// Page is what the reader shows in place of the selection, such as the
	// glossary; "" is the selection. Choosing anything turns the page back.
	Page string `json:"page,omitempty"`

	// The lit codes of each dimension; the empty set lights all. Dimensions
	// narrow together, codes of one dimension widen.
	LitDomains   Set `json:"focusDomains,omitempty"`
	LitStatuses  Set `json:"focusStatuses,omitempty"`
	LitStates    Set `json:"focusStates,omitempty"`
	LitMeetings  Set `json:"focusMeetings,omitempty"`
	LitDocuments Set `json:"focusDocuments,omitempty"`
	LitBases     Set `json:"focusBases,omitempty"`
}

// lit is where the codes of a dimension are kept; nil for an unknown one.
func (f *Focus) lit(d Dimension) *Set {
	switch d {
	case ByDomain:
		return &f.LitDomains
	case ByStatus:
		return &f.LitStatuses
	case ByState:
		return &f.LitStates
	case ByMeeting:
		return &f.LitMeetings
	case ByDocument:
		return &f.LitDocuments
	case ByBasis:
		return &f.LitBases
	}
	return nil
}

// Lit returns the lit codes of a dimension; the empty set lights all of them.
func (f Focus) Lit(d Dimension) Set {
	if s := f.lit(d); s != nil {
		return *s
	}
	return ""
}

// WithLit returns f with these codes of a dimension lit. An unknown dimension
// changes nothing.
func (f Focus) WithLit(d Dimension, codes Set) Focus {
	if s := f.lit(d); s != nil {
		*s = codes
	}
	return f
}

// Lights reports whether anything is lit apart from the rest.
func (f Focus) Lights() bool {
	for _, d := range Dimensions() {
		if f.Lit(d) != "" {
			return true
		}
	}
	return false
}

// Only returns the one code of a dimension that is lit and nothing else with it;
// "" if none, several or codes of other dimensions are.
func (f Focus) Only(d Dimension) string {
	if f.Lit(d).Len() != 1 || f.WithLit(d, "").Lights() {
		return ""
	}
	return string(f.Lit(d))
}

// At is the meeting that a person has before them: the one that alone is lit, else
// the selected one; "" is none.
func (f Focus) At() string {
	if m := f.Only(ByMeeting); m != "" {
		return m
	}
	return f.Meeting
}

// Unlit returns f with everything lit alike and the selection as it was.
func (f Focus) Unlit() Focus {
	return Focus{Meeting: f.Meeting, Document: f.Document, Statement: f.Statement}
}

// FocusOn lights one mark: the codes that it stands for, one of each dimension
// that it has. What was lit before goes, unless Add: then the codes join those
// that are lit; if all of them were, they go from each dimension that has others.
// Lighting what alone is lit lets it go.
type FocusOn struct {
	Codes Focus // only its lit codes count
	Add   bool
}

// Apply lights the mark.
func (a FocusOn) Apply(s State) State {
	was := s.Focus
	s.Focus = was.Unlit()
	if a.Add {
		s.Focus = was.with(a.Codes)
		if s.Focus == was {
			s.Focus = was.without(a.Codes)
		}
		return s
	}
	for _, d := range Dimensions() {
		s.Focus = s.WithLit(d, NewSet(string(a.Codes.Lit(d))))
	}
	if s.Focus == was {
		s.Focus = was.Unlit()
	}
	return s
}

// with returns f with the lit codes of another focus lit, too.
func (f Focus) with(o Focus) Focus {
	for _, d := range Dimensions() {
		f = f.WithLit(d, NewSet(string(f.Lit(d)), string(o.Lit(d))))
	}
	return f
}

// without returns f without the lit codes of another focus. A dimension of which
// nothing would be left keeps its codes, unless that is so of all.
func (f Focus) without(o Focus) Focus {
	less, rest := f, f
	for _, d := range Dimensions() {
		if o.Lit(d) == "" {
			continue
		}
		rest = rest.WithLit(d, f.Lit(d).Without(o.Lit(d)))
		if rest.Lit(d) != "" {
			less = less.WithLit(d, rest.Lit(d))
		}
	}
	if less == f {
		return rest
	}
	return less
}

// LetGo lets go of everything that is lit and keeps the selection.
type LetGo struct{}

// Apply lets go.
func (LetGo) Apply(s State) State { s.Focus = s.Unlit(); return s }

// OnlyFocus makes what is lit a filter. Meetings and documents are no filters:
// a single lit one is selected instead. A basis stays lit.
type OnlyFocus struct{}

// Filters reports whether a part of what is lit can be made a filter.
func (f Focus) Filters() bool { return f.LitDomains != "" || f.LitStatuses != "" || f.LitStates != "" }

// Apply turns the focus into filters.
func (OnlyFocus) Apply(s State) State {
	for _, f := range []struct{ lit, filter *Set }{{&s.LitDomains, &s.Domains}, {&s.LitStatuses, &s.Status}, {&s.LitStates, &s.States}} {
		if *f.lit != "" {
			*f.filter, *f.lit = *f.lit, ""
		}
	}
	if s.LitMeetings.Len() == 1 {
		s.Meeting, s.LitMeetings = string(s.LitMeetings), ""
	}
	if s.LitDocuments.Len() == 1 {
		s.Document, s.Statement, s.LitDocuments = string(s.LitDocuments), "", ""
	}
	return s
}
