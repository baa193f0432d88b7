package scene

import (
	"slices"

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
	DocumentLink                    // Text, Label; Action lights it
	MeetingLink                     // Text, Label; Action lights it
	ButtonBlock                     // Text; Action is what it does
	PersonLink                      // Text, Label; Action opens the page, Tip has the spellings
	TermLink                        // Text, Label; Action opens the page
	ListItem                        // Mark, Text
	PassageBlock                    // Text of an original; Label says what is coded there, Badges where that is
)

// Block is one piece of a page of the documents pane.
type Block struct {
	Kind        BlockKind
	Label, Text string
	Lead        string // the first words of Text if they are bold
	Mark        string // of a list item: "•", "3."
	Tip         string // shown on hover
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

// Page is what the documents pane shows: blocks, each made when it is asked for,
// since of a hundred thousand statements few are in sight at once. It belongs to
// one goroutine at a time.
type Page struct {
	Key   string // changes when another thing is shown, not when a filter changes
	items []item
	fixed []Block
	w     *pageWriter

	lit   int // of an original: the block that is lit, -1 if none is, and for what
	litID string
}

// item is a block that may not be made yet.
type item struct {
	kind itemKind
	n    int32 // of fixed blocks, statements, documents or meetings
}

type itemKind int8

const (
	fixedItem     itemKind = iota
	statementItem          // one of a page's statements
	documentItem           // heads the statements of a document
	chainItem              // says how these came to us
	linkedItem             // links to a document
	meetingItem            // links to a meeting
	passageItem            // a part of an original
)

// NewPage returns a page of blocks that are all made.
func NewPage(key string, blocks ...Block) Page {
	page := Page{Key: key, fixed: blocks, items: make([]item, len(blocks))}
	for i := range blocks {
		page.items[i].n = int32(i)
	}
	return page
}

// Len is the number of blocks.
func (page Page) Len() int { return len(page.items) }

// Block makes block i.
func (page Page) Block(i int) Block {
	it := page.items[i]
	switch it.kind {
	case statementItem:
		return page.w.statement(int(it.n))
	case documentItem:
		return page.w.documentHead(int(it.n))
	case chainItem:
		return page.w.chainOf(int(it.n))
	case linkedItem:
		return page.w.documentLink(&page.w.r.Data.Documents[it.n])
	case meetingItem:
		return page.w.meetingOf(&page.w.r.Data.Meetings[it.n])
	case passageItem:
		return page.w.piece(int(it.n))
	}
	return page.fixed[it.n]
}

// Selected is the place and the id of the selected statement, or, in an original,
// of its paragraph; -1 if none is.
func (page Page) Selected() (i int, id string) {
	if page.w != nil && page.w.reading != nil {
		return page.lit, page.litID
	}
	if page.w == nil || page.w.s.Statement == "" {
		for i, b := range page.fixed {
			if b.Selected && b.Kind == StatementBlock {
				return i, b.ID
			}
		}
		return -1, ""
	}
	id = page.w.s.Statement
	if n, ok := page.w.r.Data.StatementIndex(id); ok {
		if i := slices.Index(page.items, item{statementItem, int32(n)}); i >= 0 {
			return i, id
		}
	}
	return -1, ""
}

// DocumentRow is a document in the list above the reader.
type DocumentRow struct {
	ID, Lead, Publisher string
	Count, Total        int // statements left by the filters, and in all
	Lit                 int // those of Count that are lit
	Selected            bool
	Muted               bool // other things are lit
}

// Documents is all documents in the order of the data, each with the number of
// statements left. A row is made when it is asked for.
type Documents struct {
	r   *Room
	sel *Selection
	s   state.State
	p   *i18n.Printer
}

// DocumentList lists the documents of a view.
func DocumentList(r *Room, sel *Selection, s state.State, p *i18n.Printer) Documents {
	return Documents{r, sel, s, p}
}

// Len counts the documents.
func (l Documents) Len() int { return len(l.r.Data.Documents) }

// Row returns a document by its index.
func (l Documents) Row(i int) DocumentRow {
	x := &l.r.Data.Documents[i]
	lit, itself := l.sel.LitByDocument.Of(x.ID), l.s.LitDocuments.Has(x.ID)
	return DocumentRow{
		ID: x.ID, Lead: lead(x, l.p), Publisher: x.Publisher.In(l.p.Lang()),
		Count: l.sel.ByDocument.Of(x.ID), Total: len(l.r.Data.Index.Document.Statements(i)), Lit: lit,
		Selected: l.s.Document == x.ID || itself || l.s.Lights() && lit > 0, Muted: l.s.Lights() && lit == 0 && !itself,
	}
}

// Reader is the page of the documents pane: the document, the meeting or the state that
// alone is lit, else what is lit, if anything is, else the selected document, else the
// selected meeting, else the statements that the filters leave, else, if nothing is
// filtered, an overview.
func Reader(r *Room, sel *Selection, s state.State, p *i18n.Printer) Page {
	w := &pageWriter{r: r, sel: sel, s: s, p: p, left: marked(r.Data, sel.Statements)}
	w.page.w = w
	document, meeting := s.Only(state.ByDocument), s.Only(state.ByMeeting)
	if !s.Lights() {
		document, meeting = s.Document, s.Meeting
	}
	number, _ := r.Data.Index.Document.Number(document)
	of, _ := r.Data.Index.Meeting.Number(meeting)
	switch {
	case s.Page != "" && w.special(s.Page):
	case r.Data.Document(document) != nil:
		w.document(number)
	case r.Data.Meeting(meeting) != nil:
		w.meeting(of)
	case r.Data.Country(s.Only(state.ByState)) != nil:
		w.profile(s.Only(state.ByState))
	case s.Lights():
		w.focus()
	case s.Filtered(r.Opening().Subject):
		w.selection()
	default:
		w.overview()
	}
	return w.page
}
