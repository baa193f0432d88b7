package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/charts"
)

// Finding is one sentence that says what the chart shows: how many of its
// statements are of which kind, and which rows have the most. It speaks of all
// that is counted, whatever is lit. Of an empty chart it says nothing.
func (n *Tally) Finding() string {
	long, _ := n.Findings()
	return long
}

// Unsay leaves out of a chart the finding that words beside it say.
func Unsay(c *charts.Chart, words string) {
	if c.Finding != "" && strings.Contains(words, c.Finding) {
		c.Finding, c.ShortFinding = "", ""
	}
	if c.Whole != nil {
		Unsay(c.Whole, words)
	}
}

// Findings is the finding and, if that has several clauses, the first of them alone,
// where there is no room for all; "" if there is none.
func (n *Tally) Findings() (long, short string) {
	if len(n.sel.Statements) == 0 || n.spec.finding == nil {
		return "", ""
	}
	clauses := nonEmpty(n.spec.finding(n)...)
	if len(clauses) == 0 {
		return "", ""
	}
	if len(clauses) > 1 {
		short = sentence(upperFirst(clauses[0]))
	}
	return sentence(upperFirst(strings.Join(clauses, "; "))), short
}

// finding is the clauses of a chart's sentence; "" are left out.
type finding func(*Tally) []string

// ofDomains says how much of a chart is firm, and which rows lead.
func ofDomains(n *Tally) []string {
	if len(n.sel.Statements) == 1 {
		return n.single()
	}
	said, part := n.firm()
	return []string{said, n.leads(part)}
}

// leads says which rows lead; after a clause on a part of the statements, that it
// speaks of all of them again.
func (n *Tally) leads(part bool) string {
	sums := n.sums()
	said := n.leaders(n.spec.Row, n.rows, sums)
	if one := slices.ContainsFunc(sums, func(k int) bool { return k == len(n.sel.Statements) }); part && said != "" && !one {
		said = n.p.T("scene.findOfAll", i18n.Args{"N": len(n.sel.Statements), "Clause": said})
	}
	return said
}

// ofStates says how much concerns all states alike, and which is concerned by
// the most.
func ofStates(n *Tally) []string {
	if len(n.sel.Statements) == 1 {
		return n.single()
	}
	all, rest := n.concernAll()
	if len(rest) == 0 {
		return []string{all} // which says it of each state
	}
	return []string{all, n.concerned(n.rows, n.sums(), len(n.sel.Statements))}
}

// ofMatrix says how much concerns all states alike, and which of them is
// concerned by the most of the rest.
func ofMatrix(n *Tally) []string {
	if len(n.sel.Statements) == 1 {
		return n.single()
	}
	all, rest := n.concernAll()
	states := &n.r.Data.Index.State
	count := countBy(states, rest)
	sums := make([]int, len(n.cols))
	for j, code := range n.cols {
		if k, ok := states.Number(code); ok {
			sums[j] = count[k]
		}
	}
	most := n.concerned(n.cols, sums, len(rest))
	switch {
	case len(rest) == 0:
		return []string{all}
	case len(rest) == 1:
		most = n.p.T("scene.findOther", i18n.Args{"List": n.names(byState, pick(n.cols, leading(sums)))})
	case len(rest) < len(n.sel.Statements):
		most = n.p.T("scene.findAmong", i18n.Args{"N": len(rest), "Clause": most})
	}
	return []string{all, most}
}

// ofPanels says how much concerns all states alike, and which row leads in how
// many of the panels.
func ofPanels(n *Tally) []string {
	if len(n.sel.Statements) == 1 {
		return n.single()
	}
	all, _ := n.concernAll()
	first, panels, tied := make([]int, len(n.rows)), 0, false
	for k := range n.panels {
		sums := make([]int, len(n.rows))
		for i := range n.rows {
			for j := range n.cols {
				sums[i] += n.at(k, i, j)
			}
		}
		top := leading(sums)
		for _, i := range top {
			first[i]++
		}
		if len(top) > 0 {
			panels++
		}
		tied = tied || len(top) > 1
	}
	best := leading(first)
	key := "scene.findPanels"
	if len(best) > 1 {
		key = "scene.findPanelsEach"
	}
	said := n.p.N(key, panels, i18n.Args{"List": n.names(n.spec.Row, pick(n.rows, best)), "First": first[best[0]]})
	if tied {
		said += ", " + n.p.T("scene.findTied")
	}
	return []string{all, said}
}

// ofMeetings says on how many meetings the statements are, and which has the
// most. Those of a meeting without a date are not on the axis.
func ofMeetings(n *Tally) []string {
	dated := n.keep(func(meeting string) bool { _, ok := n.r.Data.When(meeting); return ok })
	sums := (&Tally{crosstab: dated}).sums()
	switch total := dated.sum(); {
	case total == 0:
		return nil
	case len(n.sel.Statements) == 1:
		return n.single()
	default:
		return n.records("scene.findMeetings", n.spec.Row, dated.rows, sums)
	}
}

// ofDocuments says from how many documents the statements are, and which has
// the most.
func ofDocuments(n *Tally) []string {
	if len(n.sel.Statements) == 1 {
		return n.single()
	}
	return n.records("scene.findDocuments", n.spec.Row, n.rows, n.sums())
}

// ofChronology counts the meetings, those with statements, and those of which
// nothing is coded.
func ofChronology(n *Tally) []string {
	some, bare := 0, 0
	sums := make([]int, len(n.cols))
	for j, id := range n.cols {
		for i := range n.rows {
			sums[j] += n.at(0, i, j)
		}
		if sums[j] > 0 {
			some++
		}
		if !n.r.Data.Coded(id) {
			bare++
		}
	}
	if len(n.cols) == 1 {
		return n.records("", n.spec.Column, n.cols, sums)
	}
	out := []string{n.p.T("scene.findChronology", i18n.Args{"Meetings": n.p.N("scene.meetings", len(n.cols)), "N": some}), "", ""}
	if some > 1 {
		out[1] = n.leaders(n.spec.Column, n.cols, sums)
	}
	if bare > 0 {
		out[2] = n.p.T("scene.findBare", i18n.Args{"N": bare})
	}
	return out
}

// sums is how many statements each row has.
func (n *Tally) sums() []int {
	out := make([]int, len(n.rows))
	for i := range out {
		out[i] = n.rowSum(i)
	}
	return out
}

// firm says how many of the statements are of the firmest statuses, those of the
// first preset, and from how few passages; "" where the filters leave none of
// these out of the question. part reports whether that is a part of all.
func (n *Tally) firm() (said string, part bool) {
	preset, ok := firmPreset(n.r.Data)
	if !ok {
		return "", false
	}
	isFirm := func(status string) bool { return slices.Contains(preset.Members, status) }
	allowed := n.s.Status.Codes()
	if len(allowed) > 0 && !slices.ContainsFunc(allowed, isFirm) { // the filter has left them out
		return "", false
	}
	points, passages, _ := countFirm(n.r.Data, n.sel.Statements, preset)
	if len(allowed) > 0 && !slices.ContainsFunc(allowed, func(s string) bool { return !isFirm(s) }) {
		return n.p.N("scene.findPassages", passages, i18n.Args{"Statements": n.p.N("scene.statements", points)}), false
	}
	return firmSays(n.r.Data, points, passages, len(n.sel.Statements), n.p), true
}

// firmPreset is the first preset; false if the data have none with a status.
func firmPreset(d *dataset.Dataset) (dataset.Code, bool) {
	presets := d.Codes(dataset.PresetList)
	if len(presets) == 0 || len(presets[0].Members) == 0 {
		return dataset.Code{}, false
	}
	return presets[0], true
}

// firmSays says that so many of all statements are firm.
func firmSays(d *dataset.Dataset, points, passages, total int, p *i18n.Printer) string {
	preset, ok := firmPreset(d)
	if !ok {
		return ""
	}
	what := what(d, members(preset), p)
	if points == 0 {
		return p.T("scene.findNone", i18n.Args{"What": what, "Total": total})
	}
	return p.N("scene.findFirm", passages, i18n.Args{"What": what, "Points": points, "Total": total})
}

// countFirm counts the statements of a preset, and the passages and documents that
// they are from.
func countFirm(d *dataset.Dataset, statements []int, preset dataset.Code) (points, passages, documents int) {
	x := d.Index
	firm := make([]bool, len(x.Status.Codes))
	for k, status := range x.Status.Codes {
		firm[k] = slices.Contains(preset.Members, status)
	}
	of := make([]int, 0, len(statements))
	for _, i := range statements {
		if firm[x.Status.One(i)] {
			of = append(of, i)
		}
	}
	return len(of), distinct(of, x.Passages, func(i int) int32 { return x.Passage[i] }), distinct(of, len(x.Document.Codes), func(i int) int32 { return x.Document.One(i) })
}

// concernAll says how many of the statements concern all states, and returns the
// others. Where the filters leave only others it says nothing.
func (n *Tally) concernAll() (said string, rest []int) {
	states := len(n.r.Data.Countries)
	for _, i := range n.sel.Statements {
		if len(n.r.Data.Index.State.Of(i)) < states {
			rest = append(rest, i)
		}
	}
	if n.s.OnlyNaming {
		return "", rest
	}
	args := i18n.Args{"Total": len(n.sel.Statements), "States": states}
	if all := len(n.sel.Statements) - len(rest); all > 0 {
		return n.p.N("scene.findAll", all, args), rest
	}
	return n.p.T("scene.findAllNone", args), rest
}
