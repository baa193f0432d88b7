package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
)

// concerned says which states all of the statements concern, and which of the
// others most.
func (n *Tally) concerned(codes []string, sums []int, total int) string {
	var every []string
	rest := slices.Clone(sums)
	for j, k := range sums {
		if k == total {
			every, rest[j] = append(every, codes[j]), 0
		}
	}
	if len(every) == 0 {
		return n.leaders(byState, codes, sums)
	}
	said := n.p.T("scene.findEvery", i18n.Args{"N": total, "List": n.names(byState, every)})
	if next := n.leaders(byState, codes, rest); next != "" {
		said += "; " + n.p.T("scene.findNext", i18n.Args{"Clause": next})
	}
	return said
}

// single says what the one statement of a chart is.
func (n *Tally) single() []string {
	x := &n.r.Data.Statements[n.sel.Statements[0]]
	var where []string
	for _, d := range []*Dimension{n.spec.Row, n.spec.Column} {
		if d == byStatus {
			continue
		}
		if d == byState {
			where = append(where, countryNames(n.r.Data, x.States, n.p))
			continue
		}
		c := d.column(n.r.Data.Index)
		where = append(where, n.called(d, c.Codes[c.Of(n.sel.Statements[0])[0]]))
	}
	return []string{n.p.T("scene.findSingle", i18n.Args{
		"Statements": n.p.N("scene.statements", 1), "Where": strings.Join(where, ", "), "Status": lowerFirst(label(n.r.Data, dataset.StatusList, x.Status, n.p)),
	})}
}

// records says from how many records of a dimension the statements are, and
// which has the most.
func (n *Tally) records(key string, d *Dimension, codes []string, sums []int) []string {
	total, some := 0, 0
	for _, k := range sums {
		total += k
		if k > 0 {
			some++
		}
	}
	statements := i18n.Args{"Statements": n.p.N("scene.statements", total)}
	if some == 1 {
		return []string{n.p.T("scene.findFromOne", statements, i18n.Args{"List": n.names(d, pick(codes, leading(sums)))})}
	}
	return []string{n.p.N(key, some, statements), n.leaders(d, codes, sums)}
}

// leaders says which codes have the most, and whether others have any.
func (n *Tally) leaders(d *Dimension, codes []string, sums []int) string {
	top := leading(sums)
	if len(top) == 0 {
		return ""
	}
	some := 0
	for _, k := range sums {
		if k > 0 {
			some++
		}
	}
	args := i18n.Args{"List": n.names(d, pick(codes, top)), "Most": sums[top[0]]}
	record := d.record != nil // a text or a meeting leads nobody
	switch {
	case some == 1 && d != byState: // a state has not all for being the only one
		return n.p.T("scene.findOnly", args)
	case len(top) == some && some > 1 && record:
		return n.p.T("scene.findAlikeRecord", args)
	case len(top) == some && some > 1:
		return n.p.T("scene.findAlike", args)
	case len(top) > 1 && record:
		return n.p.T("scene.findTieRecord", args)
	case len(top) > 1:
		return n.p.T("scene.findTie", args)
	case record:
		return n.p.T("scene.findLeadsRecord", args)
	}
	return n.p.T("scene.findLeads", args)
}

// leading is the places of the largest number; none if that is 0.
func leading(sums []int) (at []int) {
	for i, k := range sums {
		switch {
		case k == 0 || len(at) > 0 && k < sums[at[0]]:
		case len(at) > 0 && k == sums[at[0]]:
			at = append(at, i)
		default:
			at = []int{i}
		}
	}
	return at
}

func pick(codes []string, at []int) []string {
	out := make([]string, len(at))
	for i, k := range at {
		out[i] = codes[k]
	}
	return out
}

// mostNamed is how many codes are named in a sentence; more are counted.
const mostNamed = 3

// countKeys are the texts that count codes of a dimension.
var countKeys = map[string]string{byDomain.Name: "scene.domains", byState.Name: "scene.states", byTime.Name: "scene.meetings", byDocument.Name: "scene.documents"}

// names lists codes of a dimension, as part of a sentence.
func (n *Tally) names(d *Dimension, codes []string) string {
	if len(codes) > mostNamed {
		return n.p.N(countKeys[d.Name], len(codes))
	}
	out := make([]string, len(codes))
	for i, code := range codes {
		out[i] = n.called(d, code)
	}
	return listed(out, n.p)
}

// listed joins names as a sentence does.
func listed(names []string, p *i18n.Printer) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return p.T("scene.and", i18n.Args{"List": strings.Join(names[:last], ", "), "Last": names[last]})
}

// called is the name of a code in a sentence: a meeting's has its date, since
// many are called alike.
func (n *Tally) called(d *Dimension, code string) string {
	if d.dated || d == byPair {
		return byPair.category(n.r, code, n.p).Label
	}
	return d.words(n.r, code, n.p)
}
