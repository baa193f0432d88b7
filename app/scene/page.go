package scene

import (
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// BlockKind says how a block of a page is set.
type BlockKind int

// The kinds of block.
const (
	Overline       BlockKind = iota // small line above a title
	TitleBlock                      // Text
	Meta                            // Label: Text
	Heading                         // Text, Count
	Paragraph                       // Text
	StatementBlock                  // Text with Status, Badges, Speaker, Note
	CommentBlock                    // Label says whose, Text
	NoteBlock                       // Text, ours
	LinkBlock                       // ID is the address
	DocumentLink                    // Text, Label; Action opens it
	MeetingLink                     // Text, Label; Action selects it
)

// Block is one piece of a page of the documents pane.
type Block struct {
	Kind        BlockKind
	Label, Text string
	ID          string // statement, document or meeting id, or an address
	Status      string // code
	StatusLabel string
	Badges      []string // paragraph, basis, states, amount
	Speaker     string
	Note        string
	Since       string // later outcome, from outside sources
	Selected    bool
	Muted       bool         // a statement that the filters leave out
	Action      state.Action // what a click does; nil is nothing
}

// Page is what the documents pane shows.
type Page struct {
	Key    string // changes when another thing is shown, not when a filter changes
	Blocks []Block
}

// DocumentRow is a document in the list above the reader.
type DocumentRow struct {
	ID, Lead, Publisher string
	Count, Total        int // statements left by the filters, and in all
	Selected            bool
}

// DocumentList lists all documents with the number of statements left.
func DocumentList(r *Room, sel *Selection, s state.State, p *i18n.Printer) []DocumentRow {
	total := map[string]int{}
	for i := range r.Data.Statements {
		total[r.Data.Statements[i].Document]++
	}
	out := make([]DocumentRow, len(r.Data.Documents))
	for i := range r.Data.Documents {
		x := &r.Data.Documents[i]
		out[i] = DocumentRow{
			ID: x.ID, Lead: x.Lead.In(p.Lang()), Publisher: x.Publisher.In(p.Lang()),
			Count: sel.ByDocument[x.ID], Total: total[x.ID], Selected: s.Document == x.ID,
		}
	}
	return out
}

// Reader is the page of the documents pane: the selected document, else the
// selected meeting, else the statements that the filters leave, else, if
// nothing is filtered, an overview.
func Reader(r *Room, sel *Selection, s state.State, p *i18n.Printer) Page {
	w := &pageWriter{r: r, sel: sel, s: s, p: p, shown: make(map[string]bool, len(sel.Statements))}
	for _, i := range sel.Statements {
		w.shown[r.Data.Statements[i].ID] = true
	}
	switch {
	case r.Data.Document(s.Document) != nil:
		w.document(r.Data.Document(s.Document))
	case r.Data.Meeting(s.Meeting) != nil:
		w.meeting(r.Data.Meeting(s.Meeting))
	case s.Filtered(w.r.Opening().Subject):
		w.selection()
	default:
		w.overview()
	}
	return w.page
}

type pageWriter struct {
	r     *Room
	sel   *Selection
	s     state.State
	p     *i18n.Printer
	shown map[string]bool
	page  Page
}

func (w *pageWriter) add(b Block) {
	if b.Text != "" || b.Kind == LinkBlock {
		w.page.Blocks = append(w.page.Blocks, b)
	}
}

func (w *pageWriter) meta(key, text string) {
	w.add(Block{Kind: Meta, Label: w.p.T(key), Text: text})
}

func (w *pageWriter) paragraphs(text string) {
	for part := range strings.SplitSeq(text, "\n\n") {
		w.add(Block{Kind: Paragraph, Text: strings.TrimSpace(part)})
	}
}

// knownKeys say how a date is known.
var knownKeys = map[string]string{
	"stated": "scene.dateStated", "inferred": "scene.dateInferred", "address": "scene.dateAddress", "unknown": "scene.dateNotStated",
}

func (w *pageWriter) document(x *dataset.Document) {
	d, p, lang := w.r.Data, w.p, w.p.Lang()
	w.page.Key = "document " + x.ID
	w.add(Block{Kind: Overline, Text: p.T("scene.documentKind", i18n.Args{"Kind": p.T(kindKeys[x.Kind]), "ID": x.ID})})
	if x.Title != "" {
		w.add(Block{Kind: TitleBlock, Text: x.Title})
	} else {
		w.add(Block{Kind: TitleBlock, Text: x.Lead.In(lang)})
		w.meta("scene.metaTitle", p.T("scene.noTitle"))
	}
	w.add(Block{Kind: NoteBlock, Text: x.TitleNote.In(lang)})
	publisher := x.Publisher.In(lang)
	if note := x.PublisherNote.In(lang); note != "" {
		publisher += " — " + note
	}
	w.meta("scene.metaPublisher", publisher)
	w.meta("scene.metaChain", x.Chain.In(lang))
	published := p.T("scene.dateNotStated")
	if x.Published != "" {
		published = p.T("scene.dateKnown", i18n.Args{"Date": p.Date(x.Published), "How": p.T(knownKeys[x.PublishedBy])})
	}
	w.meta("scene.metaPublished", published)
	if main := d.Meeting(first1(x.Meetings)); main != nil {
		event := when(main, p)
		if x.EventBy != "" && knownKeys[x.EventBy] != "" {
			event = p.T("scene.dateKnown", i18n.Args{"Date": event, "How": p.T(knownKeys[x.EventBy])})
		}
		w.meta("scene.metaEvent", event)
	}
	w.meta("scene.metaDateNote", x.DateNote.In(lang))
	w.meta("scene.metaPlace", x.Place.In(lang))
	w.meta("scene.metaLanguage", p.T(languageKeys[x.Language]))
	for _, id := range x.Meetings {
		w.meetingLink(d.Meeting(id))
	}
	w.add(Block{Kind: Heading, Text: p.T("scene.summary")})
	w.paragraphs(x.Summary.In(lang))
	for _, n := range x.Notes {
		w.add(Block{Kind: NoteBlock, Text: n.In(lang)})
	}
	w.statements(func(s *dataset.Statement) bool { return s.Document == x.ID }, false)
	if len(x.Commentary) > 0 {
		w.add(Block{Kind: Heading, Text: p.T("scene.commentary")})
		w.add(Block{Kind: Paragraph, Text: p.T("scene.commentaryNote"), Muted: true})
		for _, c := range x.Commentary {
			w.add(Block{Kind: CommentBlock, Label: c.Who.In(lang), Text: c.Text.In(lang), Badges: nonEmpty(c.Paragraph)})
		}
	}
	w.links(x.Links, "scene.linksCopy")
}

var languageKeys = map[string]string{"uk": "scene.languageUk", "ru": "scene.languageRu", "en": "scene.languageEn"}

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

func (w *pageWriter) meeting(m *dataset.Meeting) {
	d, p, lang := w.r.Data, w.p, w.p.Lang()
	w.page.Key = "meeting " + m.ID
	w.add(Block{Kind: Overline, Text: LevelLabel(m.Level, p)})
	w.add(Block{Kind: TitleBlock, Text: m.Title.In(lang)})
	w.meta("scene.metaDate", when(m, p))
	w.meta("scene.metaDateNote", m.DateNote.In(lang))
	w.meta("scene.metaPlace", where(d, m, p))
	w.meta("scene.metaParties", countryNames(d, m.Parties, p))
	if m.Outside() {
		w.add(Block{Kind: NoteBlock, Text: p.T("scene.outside")})
	}
	w.add(Block{Kind: NoteBlock, Text: m.Note.In(lang)})
	for i := range d.Documents {
		x := &d.Documents[i]
		for _, id := range x.Meetings {
			if id == m.ID {
				w.add(Block{
					Kind: DocumentLink, ID: x.ID, Label: x.Publisher.In(lang), Text: x.Lead.In(lang), Action: state.SelectDocument(x.ID),
				})
			}
		}
	}
	if d.Coded(m.ID) {
		w.statements(func(s *dataset.Statement) bool { return s.Meeting == m.ID }, true)
	} else {
		w.add(Block{Kind: Paragraph, Text: p.T("scene.notCoveredLong"), Muted: true})
	}
	w.links(m.Links, "scene.linksOutside")
}

func (w *pageWriter) meetingLink(m *dataset.Meeting) {
	if m == nil {
		return
	}
	w.add(Block{
		Kind: MeetingLink, ID: m.ID, Label: when(m, w.p) + " · " + where(w.r.Data, m, w.p), Text: m.Title.In(w.p.Lang()),
		Selected: w.s.Meeting == m.ID,
		Action:   state.Func(func(s state.State) state.State { s.Meeting = m.ID; return s }),
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

// statements adds the statements that of picks, grouped by domain in the order
// of the code list; those that the filters leave out are left out here too,
// and counted.
func (w *pageWriter) statements(of func(*dataset.Statement) bool, withDocument bool) {
	d, p, lang := w.r.Data, w.p, w.p.Lang()
	groups := map[string][]*dataset.Statement{}
	kept, hidden := 0, 0
	for i := range d.Statements {
		x := &d.Statements[i]
		switch {
		case !of(x):
		case w.shown[x.ID] || x.ID == w.s.Statement:
			groups[x.Domain] = append(groups[x.Domain], x)
			kept++
		default:
			hidden++
		}
	}
	if kept+hidden == 0 {
		return
	}
	w.add(Block{Kind: Heading, Text: p.N("scene.statementsHeading", kept)})
	if hidden > 0 {
		w.add(Block{Kind: Paragraph, Text: p.N("scene.hidden", hidden), Muted: true})
	}
	for i := range d.Domains {
		list := groups[d.Domains[i].Code]
		if len(list) == 0 {
			continue
		}
		w.add(Block{Kind: Heading, Label: d.Domains[i].Code, Text: d.Domains[i].Name.In(lang) + " · " + p.Int(len(list))})
		for _, x := range list {
			w.add(w.statement(x, withDocument))
		}
	}
}

func (w *pageWriter) statement(x *dataset.Statement, withDocument bool) Block {
	d, p, lang := w.r.Data, w.p, w.p.Lang()
	b := Block{
		Kind: StatementBlock, ID: x.ID, Text: x.Text.In(lang), Status: x.Status, StatusLabel: StatusLabel(x.Status, p),
		Speaker: x.Speaker.In(lang), Note: x.Note.In(lang), Selected: w.s.Statement == x.ID, Muted: !w.shown[x.ID],
		Badges: nonEmpty(x.Paragraph, p.T(basisKeys[x.Basis]), countryNames(d, x.States, p)),
		Action: state.SelectStatement{Document: x.Document, Meeting: x.Meeting, Statement: x.ID},
	}
	if withDocument {
		b.Badges = append([]string{p.T("scene.inDocument", i18n.Args{"ID": x.Document})}, b.Badges...)
	}
	if amount := w.amount(x); amount != "" {
		b.Badges = append(b.Badges, amount)
	}
	if since := x.Since.In(lang); since != "" {
		b.Since = p.T("scene.since", i18n.Args{"Text": since})
	}
	return b
}

// selection lists exactly the statements that the filters leave, each under
// its document and that document's chain of attribution.
func (w *pageWriter) selection() {
	d, p, lang := w.r.Data, w.p, w.p.Lang()
	w.page.Key = "selection"
	w.add(Block{Kind: Overline, Text: strings.Join(filterWords(w.r, w.s, p), " · ")})
	title := p.N("scene.statements", len(w.sel.Statements))
	if of := what(w.s.Status, p); of != p.T("scene.whatAll") {
		title += " · " + of
	}
	w.add(Block{Kind: TitleBlock, Text: title})
	if e := Empty(w.r, w.sel, w.s, p); e != "" {
		w.add(Block{Kind: Paragraph, Text: e})
	}
	last := ""
	for _, i := range w.sel.Statements {
		x := &d.Statements[i]
		if x.Document != last {
			last = x.Document
			doc := d.Document(x.Document)
			w.add(Block{Kind: Heading, Text: doc.Lead.In(lang) + " · " + p.Int(w.sel.ByDocument[doc.ID])})
			w.add(Block{Kind: Paragraph, Text: doc.Chain.In(lang), Muted: true})
		}
		b := w.statement(x, true)
		b.Badges = append([]string{domainName(d, x.Domain, p)}, b.Badges...)
		w.add(b)
	}
}

// overview is what stands in the pane before anything is chosen.
func (w *pageWriter) overview() {
	p := w.p
	w.page.Key = "overview"
	w.add(Block{Kind: TitleBlock, Text: p.T("scene.overviewTitle")})
	w.paragraphs(p.T("scene.overviewText"))
	w.add(Block{Kind: NoteBlock, Text: p.T("scene.noteSample")})
	w.add(Block{Kind: Heading, Text: p.T("scene.overviewMeetings")})
	for i := range w.r.Data.Meetings {
		if m := &w.r.Data.Meetings[i]; w.r.Data.Coded(m.ID) && w.sel.Shows(m.ID) {
			w.page.Blocks = append(w.page.Blocks, Block{
				Kind: MeetingLink, ID: m.ID, Label: when(m, p) + " · " + where(w.r.Data, m, p), Text: m.Title.In(p.Lang()),
				Action: state.SelectMeeting(m.ID),
			})
		}
	}
}
