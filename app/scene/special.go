package scene

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/pattern"
	"c5atlas.org/c5atlas/internal/sorts"
)

// The pages of the documents pane that stand in place of the selection, as
// [state.OpenPage] takes them.
const (
	CodingPage   = "coding"   // how the data are coded
	GlossaryPage = "glossary" // all terms
)

// Pages of one term and of one person are called by the id behind these.
const (
	termPage   = "term:"
	personPage = "person:"
)

// TermPage names the page of a term.
func TermPage(id string) string { return termPage + id }

// PersonPage names the page of a person.
func PersonPage(person string) string { return personPage + person }

// special writes the page that stands in place of the selection, and reports
// whether the data have it.
func (w *pageWriter) special(name string) bool {
	d := w.r.Data
	w.page.Key = "page " + name
	if id, ok := strings.CutPrefix(name, termPage); ok {
		i := slices.IndexFunc(d.Terms, func(t dataset.Term) bool { return t.ID == id })
		if i >= 0 {
			w.term(&d.Terms[i])
		}
		return i >= 0
	}
	if id, ok := strings.CutPrefix(name, personPage); ok {
		posts := d.Posts(id)
		if len(posts) > 0 {
			w.person(posts)
		}
		return len(posts) > 0
	}
	if document, paragraph, ok := passagePlace(d, name); ok {
		w.passage(document, paragraph)
		return true
	}
	switch {
	case name == CodingPage && d.Coding != nil:
		w.markdown(d.Coding.In(w.p.Lang()))
		if HasPage(w.r, HistoryPage) {
			w.add(Block{Kind: TermLink, Text: w.p.T("scene.history"), Action: state.OpenPage(HistoryPage)})
		}
	case name == HistoryPage && len(d.Revisions("")) > 0:
		w.history()
	case name == GlossaryPage && len(d.Terms) > 0:
		w.glossary()
	default:
		return false
	}
	return true
}

// HasPage reports whether the data have something for a page.
func HasPage(r *Room, name string) bool { return hasPage(r.Data, name) }

func hasPage(d *dataset.Dataset, name string) bool {
	if id, ok := strings.CutPrefix(name, termPage); ok {
		return slices.ContainsFunc(d.Terms, func(t dataset.Term) bool { return t.ID == id })
	}
	if id, ok := strings.CutPrefix(name, personPage); ok {
		return len(d.Posts(id)) > 0
	}
	if _, _, ok := passagePlace(d, name); ok {
		return true
	}
	switch name {
	case CodingPage:
		return d.Coding != nil
	case GlossaryPage:
		return len(d.Terms) > 0
	case HistoryPage:
		return len(d.Revisions("")) > 0
	}
	return false
}

func (w *pageWriter) glossary() {
	p := w.p
	w.add(Block{Kind: TitleBlock, Text: p.T("scene.glossary")})
	w.add(Block{Kind: Paragraph, Text: p.T("scene.glossaryText"), Muted: true})
	terms := slices.Clone(w.r.Data.Terms)
	sorts.Stable(terms, func(a, b dataset.Term) int {
		return p.Compare(a.Name.In(p.Lang()), b.Name.In(p.Lang()))
	})
	for i := range terms {
		w.termLink(&terms[i])
	}
}

func (w *pageWriter) termLink(t *dataset.Term) {
	w.add(Block{
		Kind: TermLink, ID: t.ID, Text: t.Name.In(w.p.Lang()), Label: t.Definition.In(w.p.Lang()),
		Action: state.OpenPage(TermPage(t.ID)),
	})
}

// term says what a term means, by which source, and where it occurs.
func (w *pageWriter) term(t *dataset.Term) {
	d, p, lang := w.r.Data, w.p, w.p.Lang()
	w.add(Block{Kind: Overline, Text: p.T("scene.glossary")})
	w.add(Block{Kind: TitleBlock, Text: t.Name.In(lang)})
	w.add(Block{Kind: Paragraph, ID: t.ID, Text: t.Definition.In(lang)})
	w.sources(t.Source)
	u := w.r.Glossary(lang).uses()[t.ID]
	if len(u.statements) > 0 {
		w.list(u.statements)
	}
	var meetings []*dataset.Meeting
	for _, i := range u.meetings {
		meetings = append(meetings, &d.Meetings[i])
	}
	w.meetings(meetings)
	w.add(Block{Kind: TermLink, Text: p.T("scene.glossaryAll"), Action: state.OpenPage(GlossaryPage)})
}

// person says who somebody is: names, posts, meetings.
func (w *pageWriter) person(posts []*dataset.Person) {
	d, p, lang := w.r.Data, w.p, w.p.Lang()
	x := posts[0]
	w.add(Block{Kind: Overline, Text: countryName(d, x.State, p)})
	w.add(Block{Kind: TitleBlock, Text: beside(x.Name, p)})
	if other := spellings(w.r, posts, lang); other != "" {
		w.meta("scene.spellings", other)
	}
	for _, x := range posts {
		w.add(Block{Kind: ListItem, Lead: p.DateRange(x.From, x.To), Mark: "•", Text: p.DateRange(x.From, x.To) + ": " + x.Post.In(lang)})
		w.sources(x.Source)
	}
	w.add(Block{Kind: Paragraph, Text: p.T("scene.postsNote"), Muted: true})
	w.meetings(d.Attended(x.Person))
}

// spellings is the other names of a person, each once, in all scripts that the faces
// have.
func spellings(r *Room, posts []*dataset.Person, lang string) string {
	var out []string
	add := func(name string) {
		if name != "" && name != posts[0].Name.In(lang) && r.regular.Has(name) && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	for _, x := range posts {
		add(x.Native)
		for _, l := range slices.Sorted(maps.Keys(x.Name)) {
			add(x.Name[l])
		}
		for _, s := range x.Spellings {
			add(s)
		}
	}
	return strings.Join(out, ", ")
}

func (w *pageWriter) meetings(list []*dataset.Meeting) {
	if len(list) == 0 {
		return
	}
	w.add(Block{Kind: Heading, Text: w.p.N("scene.meetings", len(list))})
	for _, m := range list {
		w.add(w.meetingOf(m))
	}
}

// passages names a document, whose id is the word at i, by the paragraphs that
// follow: "paragraphs 5, 7 of the joint statement". last is the word of the last
// one; x is nil if there is no such document.
func (w *pageWriter) passages(words []string, i int) (x *dataset.Document, ref string, last int) {
	last = i
	for last+1 < len(words) && strings.HasPrefix(words[last+1], "P") {
		last++
	}
	if x = w.r.Data.Document(words[i]); x == nil {
		return nil, words[i], last
	}
	return x, reference(x, passageList(x, words[i+1:last+1], w.p), w.p), last
}

// sources adds where something is from: "document 001 P5", "coding", and addresses,
// apart by spaces. Documents and the coding book are opened here, addresses outside if
// they are https.
func (w *pageWriter) sources(list string) {
	words := strings.Fields(list)
	for i := 0; i < len(words); i++ {
		switch word := words[i]; {
		case word == "document" && i+1 < len(words):
			var x *dataset.Document
			var ref string
			if x, ref, i = w.passages(words, i+1); x != nil {
				w.add(Block{Kind: DocumentLink, ID: x.ID, Label: x.Publisher.In(w.p.Lang()), Text: ref, Action: LightDocument(x.ID, false)})
			}
		case strings.HasPrefix(word, "https://"):
			w.add(Block{Kind: LinkBlock, ID: word, Text: word})
		case word == CodingPage && HasPage(w.r, CodingPage):
			w.add(Block{Kind: TermLink, Text: w.p.T("panes.coding"), Action: state.OpenPage(CodingPage)})
		default:
			w.add(Block{Kind: NoteBlock, Text: word})
		}
	}
}

var (
	itemPattern = pattern.Late(`^(?:-|(\d+\.)) +`)
	boldLead    = pattern.Late(`^\*\*([^*]+)\*\*`)
	plainMarks  = strings.NewReplacer("**", "", "*", "", "`", "")
)

// markdown sets a text of headings, paragraphs and lists. Bold words at the
// beginning of a block stay bold; other marks are left out.
func (w *pageWriter) markdown(text string) {
	var paragraph []string
	flush := func() {
		w.run(Block{Kind: Paragraph}, strings.Join(paragraph, " "))
		paragraph = nil
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch item := itemPattern().FindStringSubmatch(line); {
		case line == "":
			flush()
		case strings.HasPrefix(line, "# "):
			flush()
			w.add(Block{Kind: TitleBlock, Text: plainMarks.Replace(line[2:])})
		case strings.HasPrefix(line, "## "):
			flush()
			w.add(Block{Kind: Heading, Text: plainMarks.Replace(line[3:])})
		case item != nil:
			flush()
			mark := item[1]
			if mark == "" {
				mark = "•"
			}
			w.run(Block{Kind: ListItem, Mark: mark}, line[len(item[0]):])
		default:
			paragraph = append(paragraph, line)
		}
	}
	flush()
}

// run adds a block of running text.
func (w *pageWriter) run(b Block, text string) {
	if m := boldLead().FindStringSubmatch(text); m != nil {
		b.Lead = plainMarks.Replace(m[1])
	}
	b.Text = plainMarks.Replace(text)
	w.add(b)
}

// sourceNames names what a list of sources holds: documents with their
// paragraphs, and hosts of addresses.
func (w *pageWriter) sourceNames(list string) []string {
	var out []string
	words := strings.Fields(list)
	for i := 0; i < len(words); i++ {
		if words[i] == CodingPage {
			out = append(out, w.p.T("panes.coding"))
			continue
		}
		if words[i] != "document" || i+1 == len(words) {
			host := words[i]
			if u, err := url.Parse(host); err == nil && u.Host != "" {
				host = u.Host
			}
			out = append(out, host)
			continue
		}
		var ref string
		_, ref, i = w.passages(words, i+1)
		out = append(out, ref)
	}
	return out
}

// found lists the people and the terms that a search finds besides statements.
func (w *pageWriter) found(q dataset.Query) {
	d, p := w.r.Data, w.p
	found := d.Find(q)
	if len(found.People) > 0 {
		w.add(Block{Kind: Heading, Text: p.T("scene.foundPeople")})
		for _, i := range found.People {
			id := d.People[i].Person
			posts := d.Posts(id)
			last := posts[len(posts)-1]
			w.add(Block{
				Kind: PersonLink, ID: last.ID, Text: last.Name.In(p.Lang()), Tip: spellings(w.r, posts, p.Lang()),
				Label:  strings.Join(nonEmpty(countryName(d, last.State, p), last.Post.In(p.Lang()), p.N("scene.meetings", len(d.Attended(id)))), " · "),
				Action: state.OpenPage(PersonPage(id)),
			})
		}
	}
	if len(found.Terms) > 0 {
		w.add(Block{Kind: Heading, Text: p.T("scene.foundTerms")})
		for _, i := range found.Terms {
			w.termLink(&d.Terms[i])
		}
	}
}
