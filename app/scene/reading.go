package scene

import (
	"slices"
	"strings"
	"unicode"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/state"
)

// Reading is an original that a person has attached to a document, compared with
// the data: what its page is made of. It does not change, and no export knows it.
type Reading struct {
	Document string
	Text     *original.Attached
	Report   original.Report

	pieces []textPiece
	links  map[int]*original.Link // by paragraph; only what may be lit
}

// textPiece is a part of a paragraph that stands in a block of its own: all of
// it, unless it is very long.
type textPiece struct {
	paragraph int
	text      string
	first     bool
}

// mostPiece is the most bytes of a block: what is set in lines at once must not
// stop the window.
const mostPiece = 4000

// NewReading compares a text with what the data say of the document. It may take
// a while, and may run on any goroutine; nil if there is no such document.
func NewReading(r *Room, document string, a *original.Attached) *Reading {
	x := r.Data.Document(document)
	if x == nil || a == nil {
		return nil
	}
	t := &Reading{Document: document, Text: a, Report: original.Compare(r.Data, x, &a.Text), links: map[int]*original.Link{}}
	for i := range t.Report.Links {
		if l := &t.Report.Links[i]; l.Lit() {
			t.links[l.At] = l
		}
	}
	for i, text := range a.Paragraphs {
		for first := true; text != ""; first = false {
			var piece string
			piece, text = cutPiece(text)
			t.pieces = append(t.pieces, textPiece{i, piece, first})
		}
	}
	return t
}

// cutPiece takes a block's worth of text off, up to a blank if there is one.
func cutPiece(text string) (piece, rest string) {
	if len(text) <= mostPiece {
		return text, ""
	}
	at := strings.LastIndexFunc(text[:mostPiece], unicode.IsSpace)
	if at < mostPiece/2 {
		for at = mostPiece; at > 0 && text[at]&0xc0 == 0x80; at-- { // in the middle of a letter
		}
	}
	return strings.TrimSpace(text[:at]), strings.TrimSpace(text[at:])
}

// Pages of one paragraph are called by document and paragraph behind this.
const passagePage = "passage:"

// PassagePage names the page of a paragraph, "P13", of a document.
func PassagePage(document, paragraph string) string {
	return passagePage + document + " " + paragraph
}

// passagePlace is the document and the paragraph of a page; false if it is none of
// that kind, or of nothing that the data name.
func passagePlace(d *dataset.Dataset, page string) (document, paragraph string, ok bool) {
	rest, ok := strings.CutPrefix(page, passagePage)
	document, paragraph, _ = strings.Cut(rest, " ")
	return document, paragraph, ok && len(statementsAt(d, document, paragraph)) > 0
}

// statementsAt is the statements that are coded at a paragraph.
func statementsAt(d *dataset.Dataset, document, paragraph string) []int32 {
	k, ok := d.Index.Document.Number(document)
	if !ok {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(d.Index.Document.Statements(k)), func(i int32) bool {
		return dataset.Passage(d.Statements[i].Paragraph) != paragraph
	})
}

// passage writes the page of a paragraph: what was coded there, and what the
// publisher says there.
func (w *pageWriter) passage(document, paragraph string) {
	x := w.r.Data.Document(document)
	w.add(Block{Kind: TitleBlock, Text: upperFirst(reference(x, passage(x, paragraph, "", w.p), w.p))})
	w.add(w.documentLink(x))
	w.statements(statementsAt(w.r.Data, document, paragraph))
	for i := range x.Commentary {
		if c := &x.Commentary[i]; dataset.Passage(c.Paragraph) == paragraph {
			w.comment(x, c)
		}
	}
}

// comment is what a publisher or an analyst says.
func (w *pageWriter) comment(x *dataset.Document, c *dataset.Comment) {
	lang := w.p.Lang()
	w.add(Block{Kind: CommentBlock, Label: c.Who.In(lang), Text: c.Text.In(lang), Badges: nonEmpty(passage(x, c.Paragraph, "", w.p))})
}

// ReadDocument is the document whose text a person has before them: that of the
// page of a paragraph, of the selected statement, or the one that is shown; "" is
// none.
func ReadDocument(r *Room, s state.State) string {
	document := s.Only(state.ByDocument)
	if !s.Lights() || s.Statement != "" {
		document = s.Document
	}
	if of, _, ok := passagePlace(r.Data, s.Page); ok {
		document = of
	}
	if r.Data.Document(document) == nil {
		return ""
	}
	return document
}

// Page is the text with its coded paragraphs marked, and above it how far it
// agrees with the data. Only a paragraph that was found is lit.
func (t *Reading) Page(r *Room, s state.State, p *i18n.Printer) Page {
	w := &pageWriter{r: r, s: s, p: p, reading: t}
	w.page = Page{Key: "original " + t.Document + " " + t.Text.SHA256, w: w, lit: -1}
	w.health()
	lit := -1
	if _, paragraph, ok := passagePlace(r.Data, s.Page); ok {
		lit = t.at(func(l *original.Link) bool { return l.Paragraph == paragraph })
		w.page.litID = s.Page
	} else if s.Statement != "" {
		lit = t.at(func(l *original.Link) bool { return slices.Contains(l.Statements, s.Statement) })
		w.page.litID = s.Statement
	}
	for i := range t.pieces {
		if t.pieces[i].paragraph == lit && t.pieces[i].first {
			w.page.lit = len(w.page.items)
		}
		w.put(passageItem, i)
	}
	w.lit = lit
	return w.page
}

// at is where the paragraph of a link stands; -1 if it was not found.
func (t *Reading) at(is func(*original.Link) bool) int {
	for i := range t.Report.Links {
		if l := &t.Report.Links[i]; l.Lit() && is(l) {
			return l.At
		}
	}
	return -1
}

// piece is a part of the text. Where statements are coded it says in which
// domains and how firm the firmest is, and a click lists them.
func (w *pageWriter) piece(i int) Block {
	t, d := w.reading, w.r.Data
	x := t.pieces[i]
	b := Block{Kind: PassageBlock, Text: x.text, Selected: x.paragraph == w.lit}
	l := t.links[x.paragraph]
	if l == nil {
		return b
	}
	doc := d.Document(t.Document)
	var head []string
	if len(l.Statements) > 0 {
		order := d.Order(dataset.StatusList)
		firm := len(order)
		for _, id := range l.Statements {
			s := d.Statement(id)
			if name := domainName(d, s.Domain, w.p); !slices.Contains(head, name) {
				head = append(head, name)
			}
			if k := slices.Index(order, s.Status); k >= 0 {
				firm = min(firm, k)
			}
		}
		if firm < len(order) {
			b.Status = order[firm]
		}
		b.Action, b.Tip = state.OpenPage(PassagePage(t.Document, l.Paragraph)), w.p.N("scene.statementsHere", len(l.Statements))
	} else {
		b.Muted = true
		for i := range doc.Commentary {
			if c := &doc.Commentary[i]; dataset.Passage(c.Paragraph) == l.Paragraph {
				head = append(head, c.Who.In(w.p.Lang()))
			}
		}
	}
	if x.first {
		b.Label = strings.Join(head, ", ")
		b.Badges = nonEmpty(passage(doc, l.Paragraph, "", w.p))
	}
	return b
}

// health says how far the text agrees with the data, and names each paragraph
// that is not where the data have it.
func (w *pageWriter) health() {
	t, p := w.reading, w.p
	r := &t.Report
	said := p.T("scene.originalDiffers")
	if r.Verified {
		said = p.T("scene.originalVerified")
	} else if t.Text.Vouched != "" {
		said = p.T("scene.originalVouched", i18n.Args{"Date": p.Date(t.Text.Vouched)})
	}
	found := r.Count(original.Exact) + r.Count(original.Moved)
	w.add(Block{Kind: NoteBlock, Text: said + " " + p.N("scene.originalFound", found, i18n.Args{"Total": len(r.Links)})})
	for i := range r.Links {
		l := &r.Links[i]
		if l.Fate == original.Exact {
			continue
		}
		b := Block{Kind: NoteBlock, Text: upperFirst(PassageName(w.r, t.Document, l.Paragraph, p)) + ": " + FateWords(l, p)}
		if len(l.Statements) > 0 {
			b.Kind, b.Action = ButtonBlock, state.OpenPage(PassagePage(t.Document, l.Paragraph))
		}
		w.add(b)
	}
}

// FateWords says what became of a paragraph in a file, and why.
func FateWords(l *original.Link, p *i18n.Printer) string {
	said := p.T(fates[l.Fate])
	if why := reasons[l.Reason]; why != "" {
		said += " — " + p.T(why, i18n.Args{"N": p.Int(max(l.At, l.Near) + 1)})
	}
	return said
}

var fates = map[original.Fate]string{
	original.Exact: "scene.fateExact", original.Moved: "scene.fateMoved", original.Ambiguous: "scene.fateAmbiguous", original.Lost: "scene.fateLost",
}

var reasons = map[original.Reason]string{
	original.Elsewhere: "scene.whyElsewhere", original.Repeated: "scene.whyRepeated", original.Unprinted: "scene.whyUnprinted",
	original.Unnumbered: "scene.whyUnnumbered", original.Beyond: "scene.whyBeyond", original.Merged: "scene.whyMerged",
	original.Split: "scene.whySplit", original.Changed: "scene.whyChanged", original.Gone: "scene.whyGone",
}

// ShowDocument turns the reader to a document, and lets go of what is lit.
func ShowDocument(id string) state.Action {
	return state.Func(func(s state.State) state.State {
		s.Focus = state.Focus{Meeting: s.Meeting, Document: id}
		s.HideDocuments = false
		return s
	})
}

// DocumentName is what lists call a document.
func DocumentName(r *Room, id string, p *i18n.Printer) string { return lead(r.Data.Document(id), p) }
