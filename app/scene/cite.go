package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/cite"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
)

// Cited is something that can be quoted.
type Cited struct {
	Text    string    // what it says, to be copied
	Source  string    // what it is cited by, in sentences
	Item    cite.Item // the same for programs
	Address string    // "" if none is known
}

// Quote is the text with what it is cited by.
func (c Cited) Quote() string { return strings.Join(nonEmpty(c.Text, c.Source), "\n") }

// CiteData is how the data as a whole are cited.
func CiteData(r *Room, p *i18n.Printer) Cited {
	x := citeItem(r, p)
	return Cited{Source: sentences(append(dataWords(r, x.Title, p), r.Data.Profile.Rights.In(p.Lang()))...), Item: x}
}

// citeItem is the data set.
func citeItem(r *Room, p *i18n.Printer) cite.Item {
	d := r.Data
	return cite.Item{
		Key: d.Name, Kind: cite.Data, Authors: d.Authors, Title: d.Profile.Title.In(p.Lang()), Language: p.Lang(), Version: d.Version,
		Issued: d.Created, Notes: ended(d.Profile.Rights.In(p.Lang())),
	}
}

func dataWords(r *Room, title string, p *i18n.Printer) []string {
	version := p.T("scene.citeData", i18n.Args{"Version": r.Data.Version})
	return []string{strings.Join(r.Data.Authors, ", "), title, strings.Join(nonEmpty(version, p.Date(r.Data.Created)), ", ")}
}

// CiteMeeting is how an entry of the calendar is cited.
func CiteMeeting(r *Room, id string, p *i18n.Printer) (Cited, bool) {
	m := r.Data.Meeting(id)
	if m == nil {
		return Cited{}, false
	}
	x := citeItem(r, p)
	whole := x.Title
	x.Key += "-" + m.ID
	x.Within, x.Title = whole, strings.Join(nonEmpty(m.Title.In(p.Lang()), when(m, p), where(r.Data, m, p)), ", ")
	c := Cited{Text: x.Title, Item: x, Address: first1(m.Links)}
	words := dataWords(r, whole, p)
	c.Source = sentences(words[0], x.Title, p.T("scene.citeIn", i18n.Args{"Title": whole}), words[2])
	return c, true
}

// CiteDocument is how a document is cited.
func CiteDocument(r *Room, id string, p *i18n.Printer) (Cited, bool) {
	d := r.Data.Document(id)
	if d == nil {
		return Cited{}, false
	}
	x := work(r, d, p)
	return Cited{Text: x.Title, Source: source(r, d, x, p), Item: x, Address: x.URL}, true
}

// CiteStatement is how a statement is cited: the passage of the document, and who
// put it into these words.
func CiteStatement(r *Room, id string, p *i18n.Printer) (Cited, bool) {
	s := r.Data.Statement(id)
	if s == nil {
		return Cited{}, false
	}
	d := r.Data.Document(s.Document)
	x := work(r, d, p)
	x.Key = r.Data.Name + "-" + s.ID
	x.Locator = passage(d, s.Paragraph, s.Section, p)
	evidence := nonEmpty(lowerFirst(label(r.Data, dataset.StatusList, s.Status, p)), s.Speaker.In(p.Lang()), label(r.Data, dataset.BasisList, s.Basis, p))
	quoted := p.T("scene.citeStatement", i18n.Args{
		"Text": strings.TrimSuffix(s.Text.In(p.Lang()), "."), "Evidence": strings.Join(evidence, "; "), "Data": DataVersion(r, p), "ID": s.ID,
	})
	x.Notes = append([]string{quoted}, x.Notes...)
	return Cited{Text: quoted, Source: source(r, d, x, p), Item: x, Address: x.URL}, true
}

// work is a document as programs for references take it. The parties are the
// authors of what they adopted together, and its date is that of their meeting.
// Of a report the publisher is the author.
func work(r *Room, d *dataset.Document, p *i18n.Printer) cite.Item {
	lang, kind := p.Lang(), r.Data.Code(dataset.KindList, d.Kind)
	x := cite.Item{
		Key: r.Data.Name + "-" + d.ID, Title: d.Title, Language: d.Language, Publisher: d.Publisher.In(lang), Issued: d.Published,
		URL: first1(d.Links), Accessed: r.Data.Created, Notes: ended(via(r, d, p)),
	}
	if d.Title == "" {
		x.Title, x.Language = "["+kind.Label(lang)+"]", lang
	}
	if d.Language != lang {
		x.Gloss = d.TitleGloss.In(lang)
	}
	meeting := r.Data.Meeting(first1(d.Meetings))
	switch {
	case kind.Has(dataset.FlagAdopted) && meeting != nil:
		x.Kind = cite.Adopted
		for _, c := range meeting.Parties {
			x.Authors = append(x.Authors, countryName(r.Data, c, p))
		}
		if x.Issued == "" {
			x.Issued = meeting.Date
		}
		return x
	case kind.Has(dataset.FlagNews):
		x.Kind = cite.News
	}
	if x.Publisher != "" {
		x.Authors, x.Publisher = []string{x.Publisher}, ""
	}
	return x
}

// via is the chain of attribution; nobody stands between the parties and what they
// adopted.
func via(r *Room, d *dataset.Document, p *i18n.Printer) string {
	if r.Data.Code(dataset.KindList, d.Kind).Has(dataset.FlagAdopted) {
		return ""
	}
	return chain(d, p)
}

// source is what a document is cited by, in sentences.
func source(r *Room, d *dataset.Document, x cite.Item, p *i18n.Printer) string {
	title := x.Title
	if x.Gloss != "" {
		title += " [" + x.Gloss + "]"
	}
	kind := label(r.Data, dataset.KindList, d.Kind, p)
	if d.Title == "" {
		kind = ""
	}
	date := p.T("scene.dateUnknown")
	if x.Issued != "" {
		date = p.Date(x.Issued)
		if x.Issued == d.Published && d.PublishedBy != "" {
			date = p.T("scene.dateKnown", i18n.Args{"Date": date, "How": label(r.Data, dataset.KnownHowList, d.PublishedBy, p)})
		}
	}
	address := x.URL
	if address != "" && x.Accessed != "" {
		address = p.T("scene.citeAddress", i18n.Args{"URL": address, "Date": p.Date(x.Accessed)})
	}
	list := []string{strings.Join(x.Authors, ", "), title, strings.Join(nonEmpty(kind, date, x.Locator), ", "), x.Publisher}
	return sentences(append(list, address, via(r, d, p))...)
}

// sentences ends each text with a full stop, unless it ends otherwise, and joins
// those that say anything.
func sentences(list ...string) string { return strings.Join(ended(list...), " ") }

func ended(list ...string) []string {
	list = nonEmpty(list...)
	for i, s := range slices.Clone(list) {
		if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "…") {
			list[i] = s + "."
		}
	}
	return list
}
