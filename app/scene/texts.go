package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// verdict says what comes of two texts in one row, seen from one of them.
type verdict string

// The verdicts. How many statements a text has does not matter: fewer are not softer.
const (
	onlyHere  verdict = "only"     // the other has no statement there at all
	unshown   verdict = "filtered" // the other has some, and the filters leave none of them
	firmer    verdict = "firmer"   // by the order of statuses, each text by its firmest statement
	softer    verdict = "softer"
	sameFirm  verdict = "same"
	noVerdict verdict = "" // this text has none here
)

// textSide is what a document says in one row.
type textSide struct {
	count  int // statements that the filters leave
	hidden int // and those that they do not
	best   int // the firmest of the former, the first of equals; an index into Statements
	firm   int // the place of its status in the order of these, 0 the firmest
}

// texts is what the two documents of a comparison say in each row.
type texts map[[2]string]textSide

// newTexts reads what two documents say. Of equally firm statements it takes the first
// as the data have them, which is the order of the text.
func newTexts(r *Room, sel *Selection, pair state.Pair) texts {
	x := r.Data.Index
	left := marked(r.Data, sel.Statements)
	out := texts{}
	for _, document := range []string{pair.A, pair.B} {
		k, ok := x.Document.Number(document)
		if !ok {
			continue
		}
		for _, i := range x.Document.Statements(k) {
			key := [2]string{x.Domain.Codes[x.Domain.One(int(i))], document}
			at, firm := out[key], int(x.Status.One(int(i)))
			switch {
			case !left[i]:
				at.hidden++
			case at.count == 0 || firm < at.firm:
				at.best, at.firm = int(i), firm
				fallthrough
			default:
				at.count++
			}
			out[key] = at
		}
	}
	return out
}

// verdict compares what two documents say in a row, seen from here.
func (t texts) verdict(row, here, there string) verdict {
	a, b := t[[2]string{row, here}], t[[2]string{row, there}]
	switch {
	case a.count == 0:
		return noVerdict
	case b.count == 0 && b.hidden > 0:
		return unshown
	case b.count == 0:
		return onlyHere
	case a.firm < b.firm:
		return firmer
	case a.firm > b.firm:
		return softer
	}
	return sameFirm
}

// between is the verdict of a row as the last column says it: of the second text
// beside the first, and which of the two it speaks of.
func (n *Tally) between(row string) (v verdict, second bool) {
	if v = n.texts.verdict(row, n.cols[1], n.cols[0]); v != noVerdict {
		return v, true
	}
	return n.texts.verdict(row, n.cols[0], n.cols[1]), false
}

// verdictWords are the keys of the words of a verdict on the first and on the second text.
var verdictWords = map[verdict][2]string{
	onlyHere: {"scene.onlyFirst", "scene.onlySecond"},
	unshown:  {"scene.filteredSecond", "scene.filteredFirst"},
	firmer:   {"scene.softerSecond", "scene.firmerSecond"},
	softer:   {"scene.firmerSecond", "scene.softerSecond"},
	sameFirm: {"scene.equallyFirm", "scene.equallyFirm"},
}

// verdictIn puts the verdict of a row into words.
func (n *Tally) verdictIn(row string) string {
	v, second := n.between(row)
	switch {
	case v == noVerdict:
		return ""
	case second:
		return n.p.T(verdictWords[v][1])
	}
	return n.p.T(verdictWords[v][0])
}

// said is what column j says in a row: how firm the firmest statement is, where it
// stands, and our words for it.
func (n *Tally) said(row, document string) (head, words, status string) {
	d, p := n.r.Data, n.p
	at := n.texts[[2]string{row, document}]
	switch {
	case at.count == 0 && at.hidden > 0:
		return "", p.N("scene.textHidden", at.hidden), ""
	case at.count == 0:
		return "", p.T("scene.textSilent"), ""
	}
	x := &d.Statements[at.best]
	where := passage(d.Document(x.Document), x.Paragraph, x.Section, p)
	head = strings.Join(nonEmpty(label(d, dataset.StatusList, x.Status, p), where), " · ")
	return head, x.Text.In(p.Lang()), x.Status
}

// sayTexts fills in what the texts say.
func (n *Tally) sayTexts(c *charts.Chart, rows []string, pal *Palette) {
	for _, row := range rows {
		cells := make([]charts.Said, len(n.cols))
		for j, document := range n.cols {
			head, words, status := n.said(row, document)
			cells[j] = charts.Said{Head: head, Text: words}
			if head != "" {
				cells[j].Fill = byStatus.fill(pal, n.r.Data, status)
			}
		}
		c.Said = append(c.Said, cells)
		c.Verdicts = append(c.Verdicts, n.verdictIn(row))
	}
}

// plotText is a cell as a row of a file: besides domain and document the firmest
// statement, its status, where it stands, and the verdict.
func (n *Tally) plotText(row *PlottedRow, code, document string) {
	at := n.texts[[2]string{code, document}]
	x := &n.r.Data.Statements[at.best]
	other := n.cols[0]
	if other == document {
		other = n.cols[1]
	}
	v := n.texts.verdict(code, document, other)
	row.Codes = append(row.Codes, x.Status, x.ID, x.Paragraph, string(v))
	row.Labels = append(row.Labels, label(n.r.Data, dataset.StatusList, x.Status, n.p), x.Text.In(n.p.Lang()),
		passage(n.r.Data.Document(document), x.Paragraph, x.Section, n.p), n.verdictIn(code))
}

// textDims are the columns that plotText adds.
var textDims = []string{string(state.ByStatus), "statement", "paragraph", "verdict"}

// textLine is a line of the table.
func (n *Tally) textLine(i int) []string {
	out := []string{n.spec.Row.words(n.r, n.rows[i], n.p)}
	for _, document := range n.cols {
		head, words, _ := n.said(n.rows[i], document)
		out = append(out, strings.Join(nonEmpty(head, words), ". "))
	}
	return append(out, n.verdictIn(n.rows[i]))
}

// textRank is what a cell of the table is sorted by: how firm, the firmest last, as
// numbers are; the verdict from softer to firmer.
func (n *Tally) textRank(i, col int) (float64, bool) {
	switch row := n.rows[i]; {
	case col == 0:
		return 0, false
	case col <= len(n.cols):
		at := n.texts[[2]string{row, n.cols[col-1]}]
		if at.count == 0 {
			return -float64(len(n.r.Data.Index.Status.Codes)), true
		}
		return -float64(at.firm), true
	default:
		v, second := n.between(row)
		k := 2 * slices.Index([]verdict{onlyHere, unshown, softer, sameFirm, firmer}, v)
		if second {
			k++
		}
		return float64(k), true
	}
}

// ofTexts says how many rows both texts have, in which of these the second is firmer
// or softer, and how many only one has.
func ofTexts(n *Tally) []string {
	if n.texts == nil || len(n.cols) != 2 {
		return nil
	}
	at := map[string][]string{}
	both := 0
	for _, row := range n.rows {
		v, second := n.between(row)
		key := verdictWords[v][0]
		if second {
			key = verdictWords[v][1]
		}
		at[key] = append(at[key], row)
		if v != onlyHere {
			both++
		}
	}
	out := []string{n.p.N("scene.findTexts", len(n.rows), i18n.Args{"Both": both})}
	for _, key := range []string{"scene.firmerSecond", "scene.softerSecond", "scene.filteredFirst", "scene.filteredSecond", "scene.onlyFirst", "scene.onlySecond"} {
		if rows := at[key]; len(rows) > 0 {
			out = append(out, n.p.T("scene.findVerdict", i18n.Args{"Verdict": n.p.T(key), "List": n.names(n.spec.Row, rows)}))
		}
	}
	return out
}

// fewer says what the verdicts do not say.
func fewer(n *Tally) string {
	var order []string
	for _, code := range n.r.Data.Index.Status.Codes {
		order = append(order, lowerFirst(label(n.r.Data, dataset.StatusList, code, n.p)))
	}
	return n.p.T("scene.noteTexts", i18n.Args{"List": strings.Join(order, ", ")})
}

// CompareTexts sets two documents against each other, and shows the chart that does:
// in a low window as its line of the strip, which takes no room from the map.
func CompareTexts(r *Room, a, b string) state.Action {
	return state.Func(func(s state.State) state.State {
		s = Compare(r, state.Pair{By: state.ByDocument, A: a, B: b}).Apply(state.SetChart(state.Domains).Apply(s))
		s.HideCharts = false
		return s
	})
}

// ComparableTexts lists the documents that one can be compared with, each with its
// statements, in order of time; none if it has no statement itself.
func ComparableTexts(r *Room, document string, p *i18n.Printer) (out []Option) {
	of := &r.Data.Index.Document
	if k, ok := of.Number(document); !ok || len(of.Statements(k)) == 0 {
		return nil
	}
	for k, id := range of.Codes {
		if n := len(of.Statements(k)); n > 0 && id != document {
			out = append(out, Option{Code: id, Label: lead(r.Data.Document(id), p), Count: n})
		}
	}
	return out
}
