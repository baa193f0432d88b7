package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// profile is the page of a state that alone is lit: the statements that name it
// alone and with others, who spoke for it, and its meetings.
func (w *pageWriter) profile(code string) {
	d, p := w.r.Data, w.p
	w.page.Key = "state " + code
	w.names.document, w.names.domain = true, true
	w.add(Block{Kind: Overline, Text: strings.Join(filterWords(w.r, w.s, p), " · ")})
	name := code
	if x := d.Country(code); x != nil {
		name = beside(x.Name, p)
	}
	w.add(Block{Kind: TitleBlock, Text: name + " · " + p.N("scene.statements", len(w.sel.Lit))})
	w.add(Block{Kind: ButtonBlock, Text: p.T("scene.onlyThis"), Action: state.OnlyFocus{}})
	if len(w.sel.Lit) == 0 {
		w.add(Block{Kind: Paragraph, Text: p.T("scene.litNone")})
	}
	var alone, others []int
	var spoke []string
	for _, i := range w.sel.Lit {
		x := &d.Statements[i]
		if len(x.States) == 1 {
			alone = append(alone, i)
		} else {
			others = append(others, i)
		}
		if who := x.Speaker.In(p.Lang()); who != "" && len(x.StatedBy) == 1 && x.StatedBy[0] == code && !slices.Contains(spoke, who) {
			spoke = append(spoke, who)
		}
	}
	w.meta("scene.profileSpoke", strings.Join(spoke, "; "))
	for _, part := range []struct {
		key  string
		list []int
	}{{"scene.profileAlone", alone}, {"scene.profileOthers", others}} {
		if len(part.list) == 0 {
			continue
		}
		w.add(Block{Kind: Heading, Text: p.T(part.key, i18n.Args{"N": p.Int(len(part.list))})})
		for _, i := range inTime(d, part.list) {
			w.put(statementItem, i)
		}
	}
	first := true
	for i := range d.Meetings {
		if m := &d.Meetings[i]; slices.Contains(m.Parties, code) && w.sel.Shows(m.ID) {
			if first {
				w.add(Block{Kind: Heading, Text: p.T("scene.profileMeetings")})
				first = false
			}
			w.put(meetingItem, i)
		}
	}
}

// inTime puts statements in the order of their documents, which is that of time; those
// of one document stay as they are.
func inTime[T int | int32](d *dataset.Dataset, statements []T) []T {
	of := &d.Index.Document
	next := make([]int, len(of.Codes)+1) // where the next statement of each document stands
	for _, i := range statements {
		next[of.One(int(i))+1]++
	}
	for k := 1; k < len(next); k++ {
		next[k] += next[k-1]
	}
	out := make([]T, len(statements))
	for _, i := range statements {
		k := of.One(int(i))
		out[next[k]] = i
		next[k]++
	}
	return out
}
