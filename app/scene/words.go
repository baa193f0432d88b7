package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// statusKeys are the texts of the status codes.
var statusKeys = map[string]string{
	state.Agreed: "scene.statusAgreed", state.ToBeSigned: "scene.statusToBeSigned", state.Announced: "scene.statusAnnounced",
	state.Intended: "scene.statusIntended", state.Position: "scene.statusPosition",
}

// StatusLabel names a status.
func StatusLabel(code string, p *i18n.Printer) string { return p.T(statusKeys[code]) }

var statusTipKeys = map[string]string{
	state.Agreed: "scene.statusAgreedTip", state.ToBeSigned: "scene.statusToBeSignedTip", state.Announced: "scene.statusAnnouncedTip",
	state.Intended: "scene.statusIntendedTip", state.Position: "scene.statusPositionTip",
}

var levelKeys = map[string]string{
	"heads of state": "scene.levelHeads", "foreign ministers": "scene.levelMinisters", "bilateral": "scene.levelBilateral", "other": "scene.levelOther",
}

// LevelLabel names a level of meeting.
func LevelLabel(level string, p *i18n.Printer) string { return p.T(levelKeys[level]) }

var basisKeys = map[string]string{"T": "scene.basisText", "Q": "scene.basisQuote", "R": "scene.basisReport"}

var kindKeys = map[string]string{
	"joint statement": "scene.kindJointStatement", "news report": "scene.kindNewsReport", "wire report": "scene.kindWireReport",
}

// what says what is counted under a status filter: never "agreements" unless
// nothing softer is among them.
func what(status state.Set, p *i18n.Printer) string {
	switch status {
	case state.Agreements:
		return p.T("scene.whatAgreements")
	case state.Commitments:
		return p.T("scene.whatCommitments")
	case state.AllStatuses:
		return p.T("scene.whatAll")
	}
	if status.Len() == 1 {
		if key, ok := whatKeys[string(status)]; ok {
			return p.T(key)
		}
	}
	return p.T("scene.whatAll")
}

var whatKeys = map[string]string{
	state.Agreed: "scene.whatAgreed", state.ToBeSigned: "scene.whatToBeSigned", state.Announced: "scene.whatAnnounced",
	state.Intended: "scene.whatIntended", state.Position: "scene.whatPosition",
}

// Title says what the chart of s counts.
func Title(r *Room, s state.State, p *i18n.Printer) string {
	return p.T(SpecFor(r, s).title, i18n.Args{"What": what(s.Status, p)})
}

// MapTitle heads a map that leaves the program.
func MapTitle(s state.State, p *i18n.Printer) string {
	return p.T("scene.titleMap", i18n.Args{"What": what(s.Status, p)})
}

// Subtitle says how many statements are shown, what more is counted, and
// through which filters.
func Subtitle(r *Room, sel *Selection, s state.State, p *i18n.Printer, more ...string) string {
	of := p.T("scene.nOfN", i18n.Args{"N": p.Int(len(sel.Statements)), "Total": p.Int(sel.Total)})
	return strings.Join(slices.Concat([]string{of}, more, filterWords(r, s, p)), " · ")
}

// Subtitle is that of the chart: of a comparison it counts only the two
// meetings, of a chart by state also what the marks sum to, and it names what is
// lit.
func (n *Tally) Subtitle() string {
	var more []string
	if n.spec.Many() {
		more = append(more, n.p.N("scene.entries", n.sum()))
	}
	if n.s.Lights() {
		more = append(more, n.p.T("scene.lit", i18n.Args{"List": focusWords(n.r, n.s.Focus, n.p), "Statements": n.p.N("scene.statements", len(n.sel.Lit))}))
	}
	return Subtitle(n.r, n.sel, n.s, n.p, more...)
}

// filterWords puts the filters of s into words: states and dates always, the
// others if they are in force.
func filterWords(r *Room, s state.State, p *i18n.Printer) []string {
	var parts []string
	if preset := s.Status == state.Agreements || s.Status == state.Commitments || s.Status == state.AllStatuses; !preset {
		parts = append(parts, p.T("scene.onlyStatus", i18n.Args{"List": labels(s.Status, func(c string) string { return StatusLabel(c, p) })}))
	}
	if s.Domains != "" {
		parts = append(parts, labels(s.Domains, func(c string) string { return domainName(r.Data, c, p) }))
	}
	if s.States != "" {
		parts = append(parts, labels(s.States, func(c string) string { return countryName(r.Data, c, p) }))
	} else {
		parts = append(parts, p.T("scene.allStates"))
	}
	if s.Levels != "" {
		parts = append(parts, labels(s.Levels, func(c string) string { return strings.ToLower(LevelLabel(c, p)) }))
	}
	if s.OnlyNaming {
		parts = append(parts, p.T("scene.onlyNaming"))
	}
	parts = append(parts, period(r.Data, s, p))
	if s.Query != "" {
		parts = append(parts, p.T("scene.query", i18n.Args{"Query": s.Query}))
	}
	return parts
}

// period is the time window in words, or the years that the statements cover.
func period(d *dataset.Dataset, s state.State, p *i18n.Printer) string {
	if s.From != "" || s.To != "" {
		return p.DateRange(s.From, s.To)
	}
	var first, last string
	for i := range d.Meetings {
		if when, ok := d.When(d.Meetings[i].ID); ok && d.Coded(d.Meetings[i].ID) {
			a, b := when.First.Format("2006"), when.Last.Format("2006")
			if first == "" || a < first {
				first = a
			}
			last = max(last, b)
		}
	}
	return p.DateRange(first, last)
}

func labels(set state.Set, name func(string) string) string {
	var out []string
	for _, c := range set.Codes() {
		out = append(out, name(c))
	}
	return strings.Join(out, ", ")
}

func domainName(d *dataset.Dataset, code string, p *i18n.Printer) string {
	if x := d.Domain(code); x != nil {
		return x.Name.In(p.Lang())
	}
	return code
}

func countryName(d *dataset.Dataset, code string, p *i18n.Printer) string {
	if x := d.Country(code); x != nil {
		return x.Name.In(p.Lang())
	}
	return code
}

// countryNames lists states, or says "all six".
func countryNames(d *dataset.Dataset, codes []string, p *i18n.Printer) string {
	if len(codes) == len(d.Countries) {
		return p.T("scene.allSix")
	}
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = countryName(d, c, p)
	}
	return strings.Join(out, ", ")
}

// maxSources is how many documents a source line names.
const maxSources = 6

// SourceLine names the documents behind the numbers shown; all of them if
// nothing is shown.
func SourceLine(r *Room, sel *Selection, p *i18n.Printer) string {
	var names []string
	for i := range r.Data.Documents {
		if x := &r.Data.Documents[i]; len(sel.Documents) == 0 || sel.ByDocument[x.ID] > 0 {
			names = append(names, x.Lead.In(p.Lang()))
		}
	}
	if n := len(names) - maxSources; n > 0 {
		names = append(names[:maxSources], p.N("scene.moreSources", n))
	}
	return p.T("scene.sources", i18n.Args{"List": strings.Join(names, "; ")})
}

// shortSource is SourceLine with the documents counted, not named.
func shortSource(sel *Selection, p *i18n.Printer) string {
	return p.T("scene.sources", i18n.Args{"List": p.N("scene.documents", len(sel.Documents))})
}

// DataVersion names the data at hand, for the foot of a picture.
func DataVersion(r *Room, p *i18n.Printer) string {
	v := p.T("scene.dataVersion", i18n.Args{"Version": r.Data.Version})
	if r.Data.Created != "" {
		v += ", " + p.Date(r.Data.Created)
	}
	return v
}

// BoundaryNote stands on every map.
func BoundaryNote(p *i18n.Printer) string { return p.T("scene.boundaryNote") }

// MapSource credits the base map.
func MapSource(p *i18n.Printer) string { return p.T("scene.mapSource") }

// StatusLine is the line at the foot of the window.
func StatusLine(r *Room, sel *Selection, s state.State, p *i18n.Printer) string {
	parts := []string{
		p.T("scene.nOfN", i18n.Args{"N": p.Int(len(sel.Statements)), "Total": p.Int(sel.Total)}),
		p.N("scene.documents", len(sel.Documents)),
	}
	left := 0
	for _, n := range r.Data.LeftOut {
		left += n
	}
	if left > 0 {
		parts = append(parts, p.N("scene.rowsLeftOut", left))
	}
	if n := len(Tray(r, sel, s, p)); n > 0 {
		parts = append(parts, p.N("scene.withoutPlace", n))
	}
	return strings.Join(append(parts, p.T("scene.boundaryShort"), DataVersion(r, p)), " · ")
}

// Empty is "" if the view shows a statement; else one sentence that says which
// filters hide everything.
func Empty(r *Room, sel *Selection, s state.State, p *i18n.Printer) string {
	if len(sel.Statements) > 0 {
		return ""
	}
	if sel.Total == 0 {
		return p.T("scene.noData")
	}
	return sentence(p.T("scene.empty", i18n.Args{"Filters": strings.Join(append([]string{what(s.Status, p)}, filterWords(r, s, p)...), " · ")}))
}
