package dataset

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/edtf"
)

// date reads an EDTF cell; an empty one is no date.
func (r row) date(col string) string {
	s := r.str(col)
	if s == "" {
		return ""
	}
	if _, err := edtf.Parse(s); err != nil {
		r.fault(col, "is not a date", "write 2023-04-27, 2023-04 or 2023")
		return ""
	}
	return s
}

// known keeps the codes that has knows and reports the others.
func (r row) known(col string, has func(string) bool) []string {
	return slices.DeleteFunc(r.list(col), func(c string) bool {
		if has(c) {
			return false
		}
		r.f.add(Finding{File: r.t.file, Row: r.n, Column: col, Value: c, Fault: "is not known", Mend: "add it to its list or correct it"})
		return true
	})
}

func (d *Dataset) hasCountry(c string) bool { return d.country[c] != nil }

func (r row) links() []string {
	return slices.DeleteFunc(r.list("links"), func(u string) bool {
		if strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "doi:") {
			return false
		}
		r.f.add(Finding{File: r.t.file, Row: r.n, Column: "links", Value: u, Fault: "is not an https address", Mend: "only https and doi are opened"})
		return true
	})
}

func (d *Dataset) readMeetings(fsys fs.FS, f *findings) {
	t, err := d.table(fsys, "meetings.csv", []string{"id", "date", "mode", "level", "title", "parties"}, f)
	if err != nil {
		return
	}
	used := map[string]bool{}
	t.each(f, func(r row) {
		id, ok := r.id("id", used)
		if !ok {
			return
		}
		mode, ok1 := d.codeIn(r, "mode", ModeList)
		level, ok2 := d.codeIn(r, "level", LevelList)
		source, ok3 := d.codeIn(r, "source", SourceList)
		if !ok1 || !ok2 || !ok3 {
			return
		}
		m := Meeting{
			ID: id, Date: r.date("date"), DateEnd: r.date("date_end"), DateNote: r.txt("date_note"), Place: r.str("place"),
			Mode: mode, Level: level, Title: r.txt("title"), ShortName: r.txt("short"), Parties: r.known("parties", d.hasCountry),
			Source: source, Links: r.links(), Chair: r.str("chair"), Note: r.txt("note"), Planned: r.str("planned") == "true",
			online: d.Code(ModeList, mode).Has(FlagOnline), outside: d.Code(SourceList, source).Has(FlagOutside),
		}
		if m.Place != "" && d.place[m.Place] == nil {
			r.fault("place", "is not in places.csv", "add the place, or leave the cell empty")
			m.Place = ""
		}
		if m.online && m.Place != "" {
			r.fault("place", "an online meeting has no place", "name the host under chair")
			m.Chair, m.Place = m.Place, ""
		}
		if when, err := edtf.Parse(m.Date); err == nil {
			if end, err := edtf.Parse(m.DateEnd); err == nil {
				if end.Last.Before(when.First) {
					r.fault("date_end", "is before the start", "")
				} else {
					when.Last = end.Last
				}
			}
			d.dates[id] = when
		}
		d.Meetings = append(d.Meetings, m)
	})
	d.meeting = lookup(d.Meetings, func(m *Meeting) string { return m.ID })
}

var languagePattern = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// table reads a table and takes note of the languages of its columns.
func (d *Dataset) table(fsys fs.FS, name string, required []string, f *findings) (*table, error) {
	t, err := readTable(fsys, name, required, f)
	if err != nil {
		return nil, err
	}
	for _, langs := range t.text {
		for lang := range langs {
			if languagePattern.MatchString(lang) {
				d.spoken[lang] = true
			}
		}
	}
	return t, nil
}

// findSummaries lists the languages of the summaries documents/ID.LANG.md, by
// id, and takes note of them.
func (d *Dataset) findSummaries(fsys fs.FS) map[string][]string {
	out := map[string][]string{}
	entries, err := fs.ReadDir(fsys, "documents")
	if err != nil {
		return out // a package may have none
	}
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".md")
		dot := strings.LastIndexByte(name, '.')
		if !ok || dot < 1 || !languagePattern.MatchString(name[dot+1:]) {
			continue
		}
		out[name[:dot]] = append(out[name[:dot]], name[dot+1:])
		d.spoken[name[dot+1:]] = true
	}
	return out
}

func (d *Dataset) readDocuments(fsys fs.FS, f *findings) {
	t, err := d.table(fsys, "documents.csv", []string{"id", "kind", "meetings"}, f)
	if err != nil {
		return
	}
	used := map[string]bool{}
	summaries := d.findSummaries(fsys)
	t.each(f, func(r row) {
		id, ok := r.id("id", used)
		if !ok {
			return
		}
		kind, _ := d.codeIn(r, "kind", KindList)
		language, _ := d.codeIn(r, "language", LanguageList)
		publishedBy, _ := d.codeIn(r, "published_by", KnownHowList)
		eventBy, _ := d.codeIn(r, "event_by", KnownHowList)
		doc := Document{
			ID: id, Kind: kind, Title: r.str("title"), TitleNote: r.txt("title_note"), Lead: r.txt("lead"),
			Meetings: r.known("meetings", func(m string) bool { return d.meeting[m] != nil }), Language: language,
			Publisher: r.txt("publisher"), PublisherNote: r.txt("publisher_note"), Chain: r.txt("chain"),
			Published: r.date("published"), PublishedBy: publishedBy, EventBy: eventBy,
			DateNote: r.txt("date_note"), Place: r.txt("place"), SHA256: r.str("sha256"), Links: r.links(), Summary: Text{},
		}
		for _, lang := range summaries[id] {
			name := "documents/" + id + "." + lang + ".md"
			text, err := readFile(fsys, name)
			if err != nil {
				f.add(Finding{File: name, Fault: "cannot be read: " + err.Error()})
				continue
			}
			doc.Summary[lang] = strings.TrimSpace(strings.ToValidUTF8(string(text), "�"))
		}
		d.Documents = append(d.Documents, doc)
	})
	slices.SortFunc(d.Documents, func(a, b Document) int { return strings.Compare(a.ID, b.ID) })
	d.document = lookup(d.Documents, func(x *Document) string { return x.ID })
	for _, id := range slices.Sorted(maps.Keys(summaries)) {
		if d.document[id] == nil {
			f.add(Finding{File: "documents/" + id + "." + summaries[id][0] + ".md", Fault: "belongs to no document", Mend: "name it after an id of documents.csv"})
		}
	}
	extra := func(name string, add func(r row, doc *Document)) {
		if _, err := fs.Stat(fsys, name); err != nil {
			return
		}
		t, err := d.table(fsys, name, []string{"id", "document", "text"}, f)
		if err != nil {
			return
		}
		t.each(f, func(r row) {
			doc := d.document[r.str("document")]
			if doc == nil {
				r.fault("document", "is not in documents.csv", "")
				return
			}
			add(r, doc)
		})
	}
	extra("comments.csv", func(r row, doc *Document) {
		doc.Commentary = append(doc.Commentary, Comment{Paragraph: r.str("paragraph"), Who: r.txt("who"), Text: r.txt("text")})
	})
	extra("notes.csv", func(r row, doc *Document) { doc.Notes = append(doc.Notes, r.txt("text")) })
}

func (d *Dataset) readStatements(fsys fs.FS, f *findings) {
	t, err := d.table(fsys, "statements.csv", []string{"id", "document", "meeting", "states", "status", "basis", "domain", "text"}, f)
	if err != nil {
		return
	}
	used := map[string]bool{}
	t.each(f, func(r row) {
		id, ok := r.id("id", used)
		if !ok {
			return
		}
		status, ok1 := d.codeIn(r, "status", StatusList)
		basis, ok2 := d.codeIn(r, "basis", BasisList)
		currency, _ := d.codeIn(r, "currency", CurrencyList)
		s := Statement{
			ID: id, Document: r.str("document"), Meeting: r.str("meeting"), Paragraph: r.str("paragraph"),
			StatedBy: r.known("stated_by", d.hasCountry), Speaker: r.txt("speaker"), States: r.known("states", d.hasCountry),
			Scope: r.str("scope"), Status: status, Basis: basis, Domain: r.str("domain"), Amount: r.str("amount"),
			Currency: currency, AmountNote: r.txt("amount_note"), Text: r.txt("text"), Note: r.txt("note"),
			Since: r.txt("since"), OptIn: r.str("opt_in") == "true",
		}
		if s.Amount != "" {
			if _, err := strconv.ParseFloat(s.Amount, 64); err != nil {
				r.fault("amount", "is not a number", "digits and a decimal point only")
				s.Amount = ""
			}
		}
		switch {
		case !ok1 || !ok2:
		case d.document[s.Document] == nil:
			r.fault("document", "is not in documents.csv", "")
		case d.meeting[s.Meeting] == nil:
			r.fault("meeting", "is not in meetings.csv", "")
		case d.domain[s.Domain] == nil:
			r.fault("domain", "is not in domains.csv", "")
		case len(s.States) == 0:
			r.fault("states", "names no state", "")
		default:
			d.Statements = append(d.Statements, s)
		}
	})
	slices.SortStableFunc(d.Statements, func(a, b Statement) int { return strings.Compare(a.Document, b.Document) })
}
