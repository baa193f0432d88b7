package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// selection lists exactly the statements that the filters leave.
func (w *pageWriter) selection() {
	p := w.p
	w.page.Key = "selection"
	w.add(Block{Kind: Overline, Text: strings.Join(filterWords(w.r, w.s, p), " · ")})
	title := p.N("scene.statements", len(w.sel.Statements))
	if of := what(w.r.Data, w.s.Status, p); of != p.T("scene.whatAll") {
		title += " · " + of
	}
	w.add(Block{Kind: TitleBlock, Text: title})
	if e := Empty(w.r, w.sel, w.s, p); e != "" {
		w.add(Block{Kind: Paragraph, Text: e})
	}
	w.unfound()
	q := dataset.NewQuery(w.s.Query)
	w.found(q)
	w.list(w.sel.Statements)
	w.foundBeside(q)
}

// foundBeside lists below the statements what else the words find: meetings, and
// documents of which no statement is listed. What the search box found is not lost
// because no statement has it.
func (w *pageWriter) foundBeside(q dataset.Query) {
	found := w.r.Data.Find(q)
	documents := slices.DeleteFunc(slices.Clone(found.Documents), func(k int) bool { return w.counts[k] > 0 })
	for _, g := range []struct {
		key  string
		kind itemKind
		list []int
	}{{"scene.hitDocuments", linkedItem, documents}, {"scene.hitMeetings", meetingItem, found.Meetings}} {
		if len(g.list) > 0 {
			w.add(Block{Kind: Heading, Text: w.p.T(g.key) + " · " + w.p.Int(len(g.list))})
		}
		for _, k := range g.list {
			w.put(g.kind, k)
		}
	}
}

// unfound offers what the words asked for find and the filters hide; where nothing
// is left for another reason, it offers to reset the filters.
func (w *pageWriter) unfound() {
	if w.s.Query != "" {
		var h Hits
		h.hide(w.r.Data, newFilter(w.r.Data, w.s), w.left, w.p)
		if h.Hidden > 0 {
			w.add(Block{Kind: ButtonBlock, Text: h.Words, Action: h.Show})
			return
		}
	}
	if len(w.sel.Statements) == 0 && w.sel.Total > 0 {
		w.add(Block{Kind: ButtonBlock, Text: w.p.T("scene.resetFilters"), Action: state.Reset{To: w.r.Opening().Subject}})
	}
}

// focus lists exactly the statements that are lit.
func (w *pageWriter) focus() {
	p := w.p
	w.page.Key = "focus"
	w.add(Block{Kind: Overline, Text: strings.Join(filterWords(w.r, w.s, p), " · ")})
	w.add(Block{Kind: TitleBlock, Text: p.N("scene.statements", len(w.sel.Lit)) + " · " + focusWords(w.r, w.s.Focus, p)})
	if w.s.Filters() {
		w.add(Block{Kind: ButtonBlock, Text: p.T("scene.onlyThis"), Action: state.OnlyFocus{}})
	}
	if len(w.sel.Lit) == 0 {
		w.add(Block{Kind: Paragraph, Text: p.T("scene.litNone")})
	}
	w.list(w.sel.Lit)
}

// list adds statements, each under its document and that document's chain of
// attribution, the documents in order of time, as everywhere.
func (w *pageWriter) list(statements []int) {
	of := &w.r.Data.Index.Document
	w.names.document, w.names.domain = true, true
	w.counts = countBy(of, statements)
	listed := marked(w.r.Data, statements)
	items := slices.Grow(w.page.items, len(statements)+2*min(len(statements), len(of.Codes)))
	for k, n := range w.counts {
		if n == 0 {
			continue
		}
		items = append(items, item{documentItem, int32(k)})
		if len(w.r.Data.Documents[k].Chain) > 0 {
			items = append(items, item{chainItem, int32(k)})
		}
		for _, i := range of.Statements(k) {
			if listed[i] {
				items = append(items, item{statementItem, i})
			}
		}
	}
	w.page.items = items
}

func (w *pageWriter) documentHead(k int) Block {
	return Block{Kind: Heading, Text: lead(&w.r.Data.Documents[k], w.p) + " · " + w.p.Int(w.counts[k])}
}

// documentLink links to a document.
func (w *pageWriter) documentLink(x *dataset.Document) Block {
	return Block{Kind: DocumentLink, ID: x.ID, Label: x.Publisher.In(w.p.Lang()), Text: lead(x, w.p), Action: LightDocument(x.ID, false)}
}

func (w *pageWriter) chainOf(k int) Block {
	return Block{Kind: Paragraph, Text: chain(&w.r.Data.Documents[k], w.p), Muted: true}
}

// meetingOf links to a meeting, which it lights.
func (w *pageWriter) meetingOf(m *dataset.Meeting) Block {
	return Block{
		Kind: MeetingLink, ID: m.ID, Label: when(m, w.p) + " · " + where(w.r.Data, m, w.p), Text: m.Title.In(w.p.Lang()),
		Action: LightMeetings(false, m.ID),
	}
}

// mentioned says that documents only mention a meeting.
func mentioned(d *dataset.Dataset, ids []string, p *i18n.Printer) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = lead(d.Document(id), p)
	}
	return p.T("scene.mentionedLong", i18n.Args{"List": strings.Join(names, "; ")})
}
