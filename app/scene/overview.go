package scene

import (
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// overview is what stands in the pane before anything is chosen.
func (w *pageWriter) overview() {
	p := w.p
	w.page.Key = "overview"
	w.add(Block{Kind: TitleBlock, Text: w.r.Data.Profile.Title.In(p.Lang())})
	w.paragraphs(w.r.Data.Profile.Introduction.In(p.Lang()))
	for _, said := range dataSay(w.r, w.sel, w.s, p) {
		w.add(Block{Kind: Paragraph, Text: said})
	}
	w.add(Block{Kind: NoteBlock, Text: sampleNote(w.r, p)})
	chronology, head := onlyMeetings(w.r.Data), "scene.overviewMeetings"
	if chronology {
		head = "scene.overviewChronology"
	}
	w.add(Block{Kind: Heading, Text: p.T(head)})
	for i := range w.r.Data.Meetings {
		if w.sel.shown[i] && (chronology || len(w.r.Data.AboutMeeting(i)) > 0) {
			w.put(meetingItem, i)
		}
	}
}

// wholeData is what is counted of all the data, whatever a view leaves of them.
type wholeData struct {
	status, kinds               map[string]int // statements of each, documents of each
	documents, points, passages int            // those with a statement; firm statements and where they stand
}

func countWhole(d *dataset.Dataset) *wholeData {
	w := &wholeData{status: map[string]int{}, kinds: map[string]int{}}
	documents, all := map[string]bool{}, make([]int, len(d.Statements))
	for i := range d.Statements {
		all[i] = i
		w.status[d.Statements[i].Status]++
		documents[d.Statements[i].Document] = true
	}
	w.documents = len(documents)
	for i := range d.Documents {
		w.kinds[d.Documents[i].Kind]++
	}
	if preset, ok := firmPreset(d); ok {
		w.points, w.passages, _ = countFirm(d, all, preset)
	}
	return w
}

// dataSay says in three sentences what the data hold: how many statements of
// which status, what of them is shown and which domain leads there, and how much
// is firm in which kinds of text. Of data without a statement it says nothing.
func dataSay(r *Room, sel *Selection, s state.State, p *i18n.Printer) []string {
	d := r.Data
	if len(d.Statements) == 0 {
		return nil
	}
	whole := r.whole()
	s.Kind, s.Split, s.Against = state.Domains, false, ""
	shown := Count(r, sel, s, p)
	total := len(d.Statements)
	first := p.N("scene.findDocuments", whole.documents, i18n.Args{"Statements": p.N("scene.statements", total)}) + ": " + counted(d, dataset.StatusList, whole.status, p)
	n := len(sel.Statements)
	second := []string{shown.leads(n < total)}
	if n < total {
		second = []string{p.T("scene.findOf", i18n.Args{"What": what(d, s.Status, p), "N": n, "Total": total}), second[0]}
	}
	third := []string{firmSays(d, whole.points, whole.passages, total, p)}
	if list := counted(d, dataset.KindList, whole.kinds, p); list != "" {
		third = append(third, p.T("scene.findKinds", i18n.Args{"List": list}))
	}
	var out []string
	for _, clauses := range [][]string{{first}, second, third} {
		if said := strings.Join(nonEmpty(clauses...), "; "); said != "" {
			out = append(out, sentence(upperFirst(said)))
		}
	}
	return out
}

// counted lists the codes of a list with their numbers, in its order; those that
// have none are left out.
func counted(d *dataset.Dataset, list string, n map[string]int, p *i18n.Printer) string {
	var out []string
	for _, code := range d.Order(list) {
		if n[code] > 0 {
			out = append(out, lowerFirst(label(d, list, code, p))+"\u00a0"+p.Int(n[code])) // its number never begins a line
		}
	}
	return strings.Join(out, ", ")
}
