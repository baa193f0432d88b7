package scene

import (
	"cmp"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// Title says what the chart of s counts.
func Title(r *Room, s state.State, p *i18n.Printer) string {
	x := SpecFor(r, s)
	if x.Kind == state.Chronology && onlyMeetings(r.Data) {
		return p.T("scene.titleChronologyMeetings")
	}
	title := p.T(x.title, i18n.Args{"What": what(r.Data, s.Status, p)})
	if s.Share && x.Share {
		return p.T("scene.titleShare", i18n.Args{"Title": title})
	}
	return title
}

// MapTitle heads a map that leaves the program.
func MapTitle(r *Room, s state.State, p *i18n.Printer) string {
	if onlyMeetings(r.Data) {
		return p.T("scene.titleMapMeetings")
	}
	return p.T("scene.titleMap", i18n.Args{"What": what(r.Data, s.Status, p)})
}

// WindowTitle says what a window shows, what is most its own first, for only the
// beginning is seen in a list of windows: the filters and what is lit, and what the
// charts count or, without charts, the map.
func WindowTitle(r *Room, s state.State, p *i18n.Printer) string {
	title := Title(r, s, p)
	if s.HideCharts {
		title = MapTitle(r, s, p)
	}
	of := s
	if _, ok := PresetOf(r.Data, s.Status); ok { // the title names it
		of.Status = r.Opening().Status
	}
	var own []string
	for _, c := range Chips(r, of, p) {
		own = append(own, c.Text)
	}
	if len(own) == 0 {
		return title
	}
	return strings.Join(own, " · ") + " – " + title
}

// onlyMeetings reports a package that is a chronology: nothing in it is coded, so
// that its meetings are what there is to count.
func onlyMeetings(d *dataset.Dataset) bool { return len(d.Statements) == 0 && len(d.Meetings) > 0 }

// Subtitle says how many statements are shown, what more is counted, what is lit,
// and through which filters.
func Subtitle(r *Room, sel *Selection, s state.State, p *i18n.Printer, more ...string) string {
	of := p.T("scene.nOfN", i18n.Args{"N": p.Int(len(sel.Statements)), "Total": p.Int(sel.Total)})
	if onlyMeetings(r.Data) {
		of = p.N("scene.meetings", len(sel.Meetings)) + " · " + p.T("scene.legendHollow")
	}
	return strings.Join(slices.Concat([]string{of}, more, litWords(r, sel, s, p), leftOut(r, p), filterWords(r, s, p)), " · ")
}

// leftOut says how many rows of the package could not be used; nothing if all
// could.
func leftOut(r *Room, p *i18n.Printer) []string {
	if n := r.Data.RowsLeftOut(); n > 0 {
		return []string{p.N("scene.rowsLeftOut", n)}
	}
	return nil
}

// Subtitle is that of the chart: of a comparison it counts only its two
// sides, of a chart by state also what the marks sum to, and it names what is
// lit.
func (n *Tally) Subtitle() string { return n.subtitle(n.s) }

// SubtitleUnlit is the same without what is lit, for a window that names this
// elsewhere: lighting a mark then moves nothing.
func (n *Tally) SubtitleUnlit() string {
	s := n.s
	s.Focus = s.Unlit()
	return n.subtitle(s)
}

func (n *Tally) subtitle(s state.State) string {
	var more []string
	if n.spec.Many() && (n.spec.Mark != charts.Compare || n.sum() != len(n.sel.Statements)) {
		more = append(more, n.p.N("scene.entries", n.sum()))
	}
	r := n.r
	if n.spec.timed() { // the years of its axis
		x := *r
		x.years = x.calendar
		r = &x
	}
	return Subtitle(r, n.sel, s, n.p, more...)
}

// litWords names what is lit, and counts it; nothing if all is alike.
func litWords(r *Room, sel *Selection, s state.State, p *i18n.Printer) []string {
	if !s.Lights() {
		return nil
	}
	return []string{p.T("scene.lit", i18n.Args{"List": focusWords(r, s.Focus, p), "Statements": p.N("scene.statements", len(sel.Lit))})}
}

// filterWords puts the filters of s into words: states and dates always, the
// others if they are in force.
func filterWords(r *Room, s state.State, p *i18n.Printer) []string {
	var parts []string
	if _, preset := PresetOf(r.Data, s.Status); !preset && s.Status != "" {
		parts = append(parts, p.T("scene.onlyStatus", i18n.Args{"List": labels(s.Status, func(c string) string { return label(r.Data, dataset.StatusList, c, p) })}))
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
		parts = append(parts, labels(s.Levels, func(c string) string { return lowerFirst(label(r.Data, dataset.LevelList, c, p)) }))
	}
	if s.OnlyNaming {
		parts = append(parts, onlyNaming(r, p))
	}
	if when := period(r, s, p); when != "" {
		parts = append(parts, when)
	}
	if s.Query != "" {
		parts = append(parts, p.T("scene.query", i18n.Args{"Query": s.Query}))
	}
	return parts
}

// period is the time window in words, or the years that the statements cover.
func period(r *Room, s state.State, p *i18n.Printer) string {
	if s.From != "" || s.To != "" {
		return p.DateRange(s.From, s.To)
	}
	return p.DateRange(r.years[0], r.years[1])
}

// yearsOf is the first and the last year of meetings, or of those with statements.
func yearsOf(d *dataset.Dataset, coded bool) (years [2]string) {
	for i := range d.Meetings {
		if when, ok := d.When(d.Meetings[i].ID); ok && (!coded || d.Coded(d.Meetings[i].ID)) {
			first, last := when.First.Format("2006"), when.Last.Format("2006")
			if years[0] == "" || first < years[0] {
				years[0] = first
			}
			years[1] = max(years[1], last)
		}
	}
	return years
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

// shortCountry is a state's name where the full one has no room: the package's short one, or the
// name itself where it needs none; the code only in a package that has no short names.
func shortCountry(d *dataset.Dataset, code string, p *i18n.Printer) string {
	x := d.Country(code)
	if x == nil || !slices.ContainsFunc(d.Countries, func(c dataset.Country) bool { return c.Short.ShortOf(c.Name, p.Lang()) != "" }) {
		return code
	}
	if short := x.Short.ShortOf(x.Name, p.Lang()); short != "" {
		return short
	}
	return x.Name.In(p.Lang())
}

// onlyNaming words the filter for statements that do not concern all states, as
// part of a line.
func onlyNaming(r *Room, p *i18n.Printer) string {
	return p.N("scene.onlyNaming", len(r.Data.Countries))
}

// countryNames lists states, or says "all 6".
func countryNames(d *dataset.Dataset, codes []string, p *i18n.Printer) string {
	if len(codes) == len(d.Countries) {
		return p.T("scene.allOf", i18n.Args{"N": p.Int(len(codes))})
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
	more := 0
	for i := range r.Data.Documents {
		x := &r.Data.Documents[i]
		switch {
		case len(sel.Documents) > 0 && sel.ByDocument.Of(x.ID) == 0:
		case len(names) < maxSources:
			names = append(names, lead(x, p))
		default:
			more++
		}
	}
	if more > 0 {
		names = append(names, p.N("scene.moreSources", more))
	}
	if len(names) == 0 {
		return credited(r, p.T("scene.sourcesPages"), p)
	}
	return credited(r, p.T("scene.sources", i18n.Args{"List": strings.Join(names, "; ")}), p)
}

// shortSource is SourceLine with the documents counted, not named.
func shortSource(r *Room, sel *Selection, p *i18n.Printer) string {
	if len(r.Data.Documents) == 0 {
		return credited(r, p.T("scene.sourcesPages"), p)
	}
	return credited(r, p.T("scene.sources", i18n.Args{"List": p.N("scene.documents", len(sel.Documents))}), p)
}

// credited adds who coded the data.
func credited(r *Room, source string, p *i18n.Printer) string {
	if by := r.Data.Profile.Credit.In(p.Lang()); by != "" {
		source += " " + sentence(by)
	}
	if own := OwnData(r, p); own != "" {
		source += " " + sentence(p.T("scene.ownData", i18n.Args{"Data": own}))
	}
	return source
}

// OwnData names the data a person brought, by their title and their file; "" for
// those that ship.
func OwnData(r *Room, p *i18n.Printer) string {
	if r.Data.File == "" {
		return ""
	}
	return r.Data.Profile.Title.In(p.Lang()) + " (" + r.Data.File + ")"
}

// DataVersion names the data at hand, for the foot of a picture.
func DataVersion(r *Room, p *i18n.Printer) string {
	v := p.T("scene.dataVersion", i18n.Args{"Title": r.Data.Profile.ShortTitle.In(p.Lang()), "Version": r.Data.Version})
	if r.Data.Created != "" {
		v += ", " + p.Date(r.Data.Created)
	}
	return v
}

// BoundaryNote stands on every map.
func BoundaryNote(r *Room, p *i18n.Printer) string {
	return cmp.Or(r.Data.Profile.BoundaryPolicy.In(p.Lang()), p.T("scene.boundaryNote"))
}

// caveat is a text of the profile, or what holds of any package, with the number
// of its documents.
func caveat(r *Room, own dataset.Text, key string, p *i18n.Printer) string {
	return cmp.Or(own.In(p.Lang()), p.N(key, len(r.Data.Documents)))
}

// SampleNote says what the documents are not.
func SampleNote(r *Room, p *i18n.Printer) string {
	return caveat(r, r.Data.Profile.SampleNote, "scene.noteSample", p)
}

// MapSource credits the base map.
func MapSource(p *i18n.Printer) string { return p.T("scene.mapSource") }

// StatusLine is the line at the foot of the window.
func StatusLine(r *Room, sel *Selection, s state.State, p *i18n.Printer) string {
	parts := []string{
		p.T("scene.nOfN", i18n.Args{"N": p.Int(len(sel.Statements)), "Total": p.Int(sel.Total)}),
		p.N("scene.documents", len(sel.Documents)),
	}
	if onlyMeetings(r.Data) {
		parts = []string{p.N("scene.meetings", len(sel.Meetings))}
	}
	parts = append(parts, leftOut(r, p)...)
	n := 0
	for k, off := range r.off() {
		if off && sel.shown[k] {
			n++
		}
	}
	if n > 0 {
		parts = append(parts, p.N("scene.withoutPlace", n))
	}
	parts = append(parts, p.T("scene.boundaryShort"), DataVersion(r, p))
	if own := OwnData(r, p); own != "" {
		parts = append([]string{own}, parts...) // first: a narrow window cuts the end
	}
	return strings.Join(parts, " · ")
}

// EmptyChart is Empty of the chart of s: "" for one that shows meetings even where
// none has a statement.
func EmptyChart(r *Room, sel *Selection, s state.State, p *i18n.Printer) string {
	if SpecFor(r, s).Mark == charts.Lanes && len(sel.Meetings) > 0 {
		return ""
	}
	return Empty(r, sel, s, p)
}

// Uncoded says in a few words that the chart of s counts what the data have not: a
// chronology has no statements. "" of all others.
func Uncoded(r *Room, s state.State, p *i18n.Printer) string {
	if !onlyMeetings(r.Data) || SpecFor(r, s).Mark == charts.Lanes {
		return ""
	}
	return p.T("scene.legendHollow")
}

// Empty is "" if the view shows a statement; else one sentence that says which
// filters hide everything, or which meetings alone a search finds.
func Empty(r *Room, sel *Selection, s state.State, p *i18n.Printer) string {
	if len(sel.Statements) > 0 {
		return ""
	}
	if lost := leftOut(r, p); len(r.Data.Statements) == 0 && lost != nil {
		return p.T("scene.noneUsable", i18n.Args{"Rows": lost[0]})
	}
	if onlyMeetings(r.Data) && len(sel.Meetings) > 0 {
		return p.T("scene.noneCoded")
	}
	if sel.Total == 0 {
		return p.T("scene.noData")
	}
	if n := len(sel.Meetings); n > 0 && s.Query != "" {
		var list []string
		for _, id := range sel.Meetings[:min(n, mostNamed)] {
			list = append(list, byPair.category(r, id, p).Label)
		}
		if n > mostNamed {
			list = append(list, p.N("scene.moreSources", n-mostNamed))
		}
		return sentence(p.N("scene.emptyNamed", n, i18n.Args{"List": strings.Join(list, "; ")}))
	}
	return sentence(p.T("scene.empty", i18n.Args{"Filters": strings.Join(append([]string{what(r.Data, s.Status, p)}, filterWords(r, s, p)...), " · ")}))
}
