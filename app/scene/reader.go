package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// pageWriter sets a page.
type pageWriter struct {
	r     *Room
	sel   *Selection
	s     state.State
	p     *i18n.Printer
	left  []bool // by statement: the filters leave it
	page  Page
	names struct{ document, domain bool } // what a statement's badges say besides

	counts []int // by document: statements listed

	reading *Reading // the original that the page is of; nil if it is none
	lit     int      // its paragraph that is lit, -1 if none is
}

func (w *pageWriter) add(b Block) {
	if b.Text != "" || b.Kind == LinkBlock {
		w.put(fixedItem, len(w.page.fixed))
		w.page.fixed = append(w.page.fixed, b)
	}
}

func (w *pageWriter) put(kind itemKind, n int) {
	w.page.items = append(w.page.items, item{kind, int32(n)})
}

func (w *pageWriter) meta(key, text string) {
	w.add(Block{Kind: Meta, Label: w.p.T(key), Text: text})
}

func (w *pageWriter) paragraphs(text string) {
	for part := range strings.SplitSeq(text, "\n\n") {
		w.add(Block{Kind: Paragraph, Text: strings.TrimSpace(part)})
	}
}

func (w *pageWriter) document(k int) {
	d, p, lang := w.r.Data, w.p, w.p.Lang()
	x := &d.Documents[k]
	w.page.Key = "document " + x.ID
	w.add(Block{Kind: Overline, ID: x.ID, Text: label(d, dataset.KindList, x.Kind, p)})
	if x.Title != "" {
		w.add(Block{Kind: TitleBlock, ID: x.ID, Text: x.Title})
	} else {
		w.add(Block{Kind: TitleBlock, ID: x.ID, Text: lead(x, p)})
		if x.TitleNote.In(lang) == "" {
			w.meta("scene.metaTitle", p.T("scene.noTitle"))
		}
	}
	if lang != x.Language {
		w.add(Block{Kind: NoteBlock, Text: gloss(x, lang)})
	}
	w.add(Block{Kind: NoteBlock, Text: x.TitleNote.In(lang)})
	publisher := x.Publisher.In(lang)
	if note := x.PublisherNote.In(lang); note != "" {
		publisher = sentence(publisher) + " " + note
	}
	w.meta("scene.metaPublisher", publisher)
	w.meta("scene.metaChain", chain(x, p))
	published := p.T("scene.dateNotStated")
	if x.Published != "" {
		published = p.Date(x.Published)
		if x.PublishedBy != "" {
			published = p.T("scene.dateKnown", i18n.Args{"Date": published, "How": label(d, dataset.KnownHowList, x.PublishedBy, p)})
		}
	}
	w.meta("scene.metaPublished", published)
	if main := d.Meeting(first1(x.Meetings)); main != nil {
		event := when(main, p)
		if x.EventBy != "" {
			event = p.T("scene.dateKnown", i18n.Args{"Date": event, "How": label(d, dataset.KnownHowList, x.EventBy, p)})
		}
		w.meta("scene.metaEvent", event)
	}
	w.meta("scene.metaDateNote", x.DateNote.In(lang))
	w.meta("scene.metaPlace", x.Place.In(lang))
	w.meta("scene.metaLanguage", label(d, dataset.LanguageList, x.Language, p))
	for _, id := range x.Meetings {
		w.meetingLink(d.Meeting(id))
	}
	w.add(Block{Kind: Heading, Text: p.T("scene.summary")})
	w.markdown(x.Summary.In(lang))
	for _, n := range x.Notes {
		w.add(Block{Kind: NoteBlock, Text: n.In(lang)})
	}
	w.statements(d.Index.Document.Statements(k))
	if len(x.Commentary) > 0 {
		w.add(Block{Kind: Heading, Text: p.T("scene.commentary")})
		w.add(Block{Kind: Paragraph, Text: p.T("scene.commentaryNote"), Muted: true})
		for _, c := range x.Commentary {
			w.comment(x, &c)
		}
	}
	w.links(x.Links, "scene.linksCopy")
}

func first1(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

func nonEmpty(list ...string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (w *pageWriter) meeting(k int) {
	d, p, lang := w.r.Data, w.p, w.p.Lang()
	m := &d.Meetings[k]
	w.page.Key = "meeting " + m.ID
	w.add(Block{Kind: Overline, ID: m.ID, Text: label(d, dataset.LevelList, m.Level, p)})
	w.add(Block{Kind: TitleBlock, ID: m.ID, Text: m.Title.In(lang)})
	w.meta("scene.metaDate", when(m, p))
	w.meta("scene.metaDateNote", m.DateNote.In(lang))
	w.meta("scene.metaPlace", where(d, m, p))
	w.meta("scene.metaParties", countryNames(d, m.Parties, p))
	w.paragraphs(m.Context.In(lang))
	if m.Outside() {
		w.add(Block{Kind: NoteBlock, Text: p.N("scene.outside", len(d.Documents))})
	}
	w.add(Block{Kind: NoteBlock, Text: m.Note.In(lang)})
	for i := range d.Documents {
		x := &d.Documents[i]
		for _, id := range x.Meetings {
			if id == m.ID {
				w.add(w.documentLink(x))
			}
		}
	}
	w.participants(m.ID)
	switch {
	case d.Coded(m.ID):
		w.names.document = true
		w.statements(d.Index.Meeting.Statements(k))
	case len(d.About(m.ID)) > 0 || !m.Outside(): // else it has been said
		w.add(Block{Kind: Paragraph, Text: nothingCoded(d, m, p), Muted: true})
	}
	w.links(m.Links, "scene.linksOutside")
	if len(m.Addresses) > 0 {
		w.add(Block{Kind: Heading, Text: p.T("scene.addresses")})
		for _, a := range m.Addresses {
			w.add(Block{Kind: Paragraph, Text: a, Muted: true})
		}
	}
	w.add(Block{Kind: NoteBlock, Text: caveat(w.r, d.Profile.CoverageNote, "scene.noteCovered", p)})
}

// gloss is the title translated, in brackets.
func gloss(x *dataset.Document, lang string) string {
	if t := x.TitleGloss.In(lang); t != "" {
		return "[" + t + "]"
	}
	return ""
}

// participants says who took part in a meeting, with the post at that time; of a
// state whose representative is not named, that.
func (w *pageWriter) participants(meeting string) {
	d, p, lang := w.r.Data, w.p, w.p.Lang()
	list := d.Participants(meeting)
	if len(list) == 0 {
		return
	}
	w.add(Block{Kind: Heading, Text: p.T("scene.metaParticipants")})
	for _, x := range list {
		country, note := countryName(d, x.State, p), x.Note.In(lang)
		if x.Person == nil {
			w.add(Block{Kind: Paragraph, Text: strings.Join(nonEmpty(p.T("scene.notNamed", i18n.Args{"State": country}), note), ". "), Muted: true})
			continue
		}
		name := x.Person.Name.In(lang)
		if x.Role == "chair" {
			name += " " + p.T("scene.chair")
		}
		tip := name
		if other := spellings(w.r, d.Posts(x.Person.Person), lang); other != "" {
			tip += "\n" + other
		}
		w.add(Block{
			Kind: PersonLink, ID: x.Person.ID, Text: name, Label: strings.Join(nonEmpty(country, x.Person.Post.In(lang), note), " · "), Tip: tip,
			Action: state.OpenPage(PersonPage(x.Person.Person)),
		})
	}
	var from []string
	for _, x := range list {
		for _, s := range w.sourceNames(x.Source) {
			if !slices.Contains(from, s) {
				from = append(from, s)
			}
		}
	}
	if len(from) > 0 {
		w.add(Block{Kind: NoteBlock, Text: p.T("scene.sources", i18n.Args{"List": strings.Join(from, "; ")})})
	}
}

// meetingLink links to a meeting, which it selects; nil is none.
func (w *pageWriter) meetingLink(m *dataset.Meeting) {
	if m == nil {
		return
	}
	w.add(Block{
		Kind: MeetingLink, ID: m.ID, Label: when(m, w.p) + " · " + where(w.r.Data, m, w.p), Text: m.Title.In(w.p.Lang()),
		Selected: w.s.Meeting == m.ID,
		Action:   state.Func(func(s state.State) state.State { s.Meeting, s.Page = m.ID, ""; return s }),
	})
}

func (w *pageWriter) links(list []string, headKey string) {
	if len(list) == 0 {
		return
	}
	w.add(Block{Kind: Heading, Text: w.p.T(headKey)})
	for _, u := range list {
		w.add(Block{Kind: LinkBlock, ID: u, Text: u})
	}
}

// statements adds statements, grouped by domain in the order of the code list;
// those that the filters leave out are left out here too, and counted.
func (w *pageWriter) statements(list []int32) {
	d, p := w.r.Data, w.p
	groups := make([][]int32, len(d.Index.Domain.Codes))
	kept, left := 0, []int32(nil)
	for _, i := range inTime(d, list) {
		if w.left[i] || d.Statements[i].ID == w.s.Statement {
			k := d.Index.Domain.One(int(i))
			groups[k] = append(groups[k], i)
			kept++
		} else {
			left = append(left, i)
		}
	}
	if kept+len(left) == 0 {
		return
	}
	head, more := p.N("scene.statementsHeading", kept), p.N("scene.hidden", len(left))
	if kept == 0 {
		head, more = strings.TrimSuffix(hidden(d, list, p), "."), p.T("scene.hiddenShow")
	}
	w.add(Block{Kind: Heading, Text: head})
	if len(left) > 0 {
		w.add(Block{Kind: ButtonBlock, Text: more, Action: unhide(w.r, left)})
	}
	for k := range d.Domains {
		if len(groups[k]) == 0 {
			continue
		}
		w.add(Block{Kind: Heading, Label: d.Domains[k].Code, Text: beside(d.Domains[k].Name, p) + " · " + p.Int(len(groups[k]))})
		for _, i := range groups[k] {
			w.put(statementItem, int(i))
		}
	}
}

// statement is one statement with its chain.
func (w *pageWriter) statement(i int) Block {
	d, p, lang := w.r.Data, w.p, w.p.Lang()
	x := &d.Statements[i]
	where := passage(d.Document(x.Document), x.Paragraph, x.Section, p)
	if k, ok := d.Index.Document.Number(x.Document); ok && w.names.document {
		where = reference(&d.Documents[k], where, p)
	}
	b := Block{
		Kind: StatementBlock, ID: x.ID, Text: x.Text.In(lang), Status: x.Status, StatusLabel: label(d, dataset.StatusList, x.Status, p),
		Speaker: x.Speaker.In(lang), Note: x.Note.In(lang), Selected: w.s.Statement == x.ID, Muted: !w.left[i],
		Badges: nonEmpty(where, label(d, dataset.BasisList, x.Basis, p), countryNames(d, x.States, p)),
		Action: state.SelectStatement{Document: x.Document, Meeting: x.Meeting, Statement: x.ID},
	}
	if w.names.domain {
		b.Badges = append([]string{domainName(d, x.Domain, p)}, b.Badges...)
	}
	if amount := w.amount(x); amount != "" {
		b.Badges = append(b.Badges, amount)
	}
	if since := x.Since.In(lang); since != "" {
		b.Since = p.T("scene.since", i18n.Args{"Text": since})
	}
	return b
}
