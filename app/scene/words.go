package scene

import (
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
