package scene

import (
	"cmp"
	"slices"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// Spec is all that makes one chart: counting, words, table, files, what a click
// does and which buttons the pane has follow from it.
type Spec struct {
	Kind        state.ChartKind
	Mark        charts.Kind
	Row, Column *Dimension
	Panel       *Dimension // nil: one panel
	Share       bool       // rows can be shown as shares of their total
	Split       *Spec      // the same as one small chart for each code of a third dimension; nil: none
	Compare     *Spec      // the same for two things set against each other, see [state.Pair]; nil: none

	tab, title string // keys of its texts
	listed     bool   // the table has a line for each column
	finding    finding
	notes      []note
}

// note is a sentence that the numbers of a chart need to be read rightly; "" if
// these do not.
type note func(*Tally) string

// specs is the charts, in the order of their tabs.
var specs = []*Spec{
	{
		Kind: state.Domains, Mark: charts.Bars, Row: byDomain, Column: byStatus, Share: true,
		tab: "scene.chartDomains", title: "scene.titleDomains", finding: ofDomains, notes: []note{firmness, agreed, sample},
		Split: &Spec{
			Kind: state.Domains, Mark: charts.Multiples, Row: byDomain, Column: byStatus, Panel: byState, Share: true,
			tab: "scene.chartDomains", title: "scene.titleSplit", finding: ofPanels, notes: []note{entries, sample, firmness, agreed},
		},
		Compare: &Spec{
			Kind: state.Domains, Mark: charts.Compare, Row: byDomain, Column: byPair,
			tab: "scene.chartDomains", title: "scene.titleCompare", finding: ofPair, notes: []note{firmness, agreed},
		},
	},
	{
		Kind: state.States, Mark: charts.Bars, Row: byState, Column: byStatus, Share: true,
		tab: "scene.chartStates", title: "scene.titleStates", finding: ofStates, notes: []note{entries, sample, firmness, agreed},
	},
	{
		Kind: state.Timeline, Mark: charts.Timeline, Row: byTime, Column: byStatus,
		tab: "scene.chartTimeline", title: "scene.titleTimeline", finding: ofMeetings, notes: []note{withoutDate, covered, firmness, agreed, sample},
	},
	{
		Kind: state.Documents, Mark: charts.Grid, Row: byDocument, Column: byDomain,
		tab: "scene.chartDocuments", title: "scene.titleDocuments", finding: ofDocuments, notes: []note{firmness, agreed, sample},
	},
	{
		Kind: state.Matrix, Mark: charts.Grid, Row: byDomain, Column: byState,
		tab: "scene.chartMatrix", title: "scene.titleMatrix", finding: ofMatrix, notes: []note{entries, sample, firmness, agreed},
	},
	{
		Kind: state.Chronology, Mark: charts.Lanes, Row: byLevel, Column: byMeeting, listed: true,
		tab: "scene.chartChronology", title: "scene.titleChronology", finding: ofChronology, notes: []note{offAxis, covered},
	},
}

// compareTexts is the chart of domains for two documents.
var compareTexts = &Spec{
	Kind: state.Domains, Mark: charts.Texts, Row: byDomain, Column: byDocument,
	tab: "scene.chartDomains", title: "scene.titleCompareTexts", finding: ofTexts, notes: []note{fewer, firmness, agreed},
}

// Specs lists the charts in the order of their tabs. They must not be modified.
func Specs() []*Spec { return slices.Clone(specs) }

// SpecOf returns a kind of chart, whatever a view makes of it; the first for an
// unknown one.
func SpecOf(kind state.ChartKind) *Spec {
	for _, x := range specs {
		if x.Kind == kind {
			return x
		}
	}
	return specs[0]
}

// SpecFor returns the chart that a view shows: of its kind the comparison or
// the split one where the view asks for it.
func SpecFor(r *Room, s state.State) *Spec {
	x := SpecOf(s.Kind)
	if x.Compare != nil {
		if pair, ok := pairOf(r.Data, s.View); ok {
			return x.Compare.of(r, pair)
		}
	}
	if x.Split != nil && s.Split {
		return x.Split
	}
	return x
}

// Comparing reports whether the chart of s sets two things against each other.
func Comparing(r *Room, s state.State) bool {
	_, ok := pairOf(r.Data, s.View)
	return ok && SpecOf(s.Kind).Compare != nil
}

// Splitting reports whether the chart of s is one small chart for each state.
func Splitting(r *Room, s state.State) bool { return SpecFor(r, s) == SpecOf(s.Kind).Split }

// Label names the chart, as on its tab.
func (x *Spec) Label(p *i18n.Printer) string { return p.T(x.tab) }

// Many reports whether the chart counts a statement once for each of several
// codes, so that its numbers add up to more than the statements.
func (x *Spec) Many() bool {
	return slices.ContainsFunc(x.dimensions(), func(d *Dimension) bool { return d.many })
}

// timed reports whether the chart has an axis of time.
func (x *Spec) timed() bool { return x.Mark == charts.Timeline || x.Mark == charts.Lanes }

// dimensions lists the panel's, if there is one, the row's and the column's.
func (x *Spec) dimensions() []*Dimension {
	if x.Panel != nil {
		return []*Dimension{x.Panel, x.Row, x.Column}
	}
	return []*Dimension{x.Row, x.Column}
}

func entries(n *Tally) string {
	return n.p.T("scene.noteStates", i18n.Args{"Statements": n.p.N("scene.statements", len(n.sel.Statements)), "Entries": n.p.N("scene.entries", n.sum())})
}

func sample(n *Tally) string { return sampleNote(n.r, n.p) }

func covered(n *Tally) string {
	return caveat(n.r, n.r.Data.Profile.CoverageNote, "scene.noteCovered", n.p)
}

// withoutDate counts the statements that have no place on an axis of time.
func withoutDate(n *Tally) string {
	undated := 0
	for _, id := range n.sel.ByMeeting.codes() {
		if _, ok := n.r.Data.When(id); !ok {
			undated += n.sel.ByMeeting.Of(id)
		}
	}
	if undated == 0 {
		return ""
	}
	return n.p.N("scene.noteUndated", undated)
}

// offAxis counts the meetings that have no place on an axis of time.
func offAxis(n *Tally) string {
	undated := 0
	for _, id := range n.cols {
		if _, ok := n.r.Data.When(id); !ok {
			undated++
		}
	}
	if undated == 0 {
		return ""
	}
	return n.p.N("scene.noteMeetingsUndated", undated)
}

// agreed says from how few passages the firmest points come, those of the first
// preset, so that their number is not taken for one of treaties.
func agreed(n *Tally) string { return n.agreed("scene.noteAgreed") }

// agreed says so in the words of a key.
func (n *Tally) agreed(key string) string {
	firm, ok := firmPreset(n.r.Data)
	if !ok {
		return ""
	}
	points, passages, documents := countFirm(n.r.Data, n.sel.Statements, firm)
	if points == 0 {
		return ""
	}
	what := cmp.Or(firm.Noun.In(n.p.Lang()), firm.Label(n.p.Lang())) // as titles call them
	return n.p.T(key, i18n.Args{"What": what, "Points": n.p.Int(points), "Passages": n.p.Int(passages), "Documents": n.p.Int(documents)})
}
