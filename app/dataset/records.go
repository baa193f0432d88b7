package dataset

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"time"

	"c5atlas.org/c5atlas/app/edtf"
	"c5atlas.org/c5atlas/internal/sorts"
)

// date reads an EDTF cell; an empty one is no date.
func (r row) date(col string) string {
	s := r.str(col)
	if s == "" {
		return ""
	}
	if _, err := edtf.Parse(s); err != nil {
		switch as, ok := day(s); {
		case ok && as.value != "":
			r.t.tell(r.i, col, s, as.value, as.how)
			return as.value
		case ok:
			r.fault(col, as.fault, as.mend)
			return ""
		}
		r.fault(col, Phrase{Key: "finding.notDate"}, Phrase{Key: "finding.writeDate"})
		return ""
	}
	return s
}

// known keeps the codes that has knows; those that point to a row left out are
// reported, the others have been.
func (r row) known(col, table string, has func(string) bool) []string {
	return slices.DeleteFunc(r.list(col), func(c string) bool {
		if has(c) {
			return false
		}
		r.follows(col, table, c)
		return true
	})
}

// ref reads one such code.
func (r row) ref(col, table string, has func(string) bool) string {
	v := r.str(col)
	if v != "" && !has(v) {
		r.follows(col, table, v)
		return ""
	}
	return v
}

func (d *Dataset) hasCountry(c string) bool  { return d.country[c] != nil }
func (d *Dataset) hasPlace(c string) bool    { return d.place[c] != nil }
func (d *Dataset) hasMeeting(c string) bool  { return d.meeting[c] != nil }
func (d *Dataset) hasDocument(c string) bool { return d.document[c] != nil }
func (d *Dataset) hasDomain(c string) bool   { return d.domain[c] != nil }

func (r row) links() []string {
	return slices.DeleteFunc(r.list("links"), func(u string) bool {
		_, err := Link(u)
		if err != nil {
			r.fault("links", Phrase{Key: "finding.notLink"}, Phrase{Key: "finding.writeLink"})
		}
		return err != nil
	})
}

// precision compares what a row says of its date's precision with the date,
// which says it itself: other programs filter by the column.
func (r row) precision(date string) {
	want := map[edtf.Precision]string{edtf.Day: "day", edtf.Month: "month", edtf.Year: "year"}
	said, is := r.str("precision"), "unknown"
	switch d, err := edtf.Parse(date); {
	case err == nil:
		is = want[d.Precision]
	case r.str("date") != "": // which is a fault already
		return
	}
	if said != "" && is != "" && said != is {
		r.fault("precision", Phrase{Key: "finding.notWithDate", Name: date}, Phrase{Key: "finding.writeOrOmit", Name: is})
	}
}

func (d *Dataset) readMeetings(in *reader) {
	used := map[string]bool{}
	d.checkCodes(in, "meetings")
	in.tables["meetings"].each(&in.found, func(r row) bool {
		id, ok := r.id("id", used)
		if !ok {
			return false
		}
		m := Meeting{
			ID: id, Date: r.date("date"), DateEnd: r.date("date_end"), DateNote: r.txt("date_note"), Place: r.ref("place", "places", d.hasPlace),
			Mode: r.str("mode"), Level: r.str("level"), Title: r.txt("title"), ShortName: r.txt("short"), Parties: r.known("parties", "states", d.hasCountry),
			Source: r.str("source"), Links: r.links(), Chair: r.ref("chair", "places", d.hasPlace), Note: r.txt("note"), Context: r.txt("context"), Questions: r.txt("questions"), Addresses: r.list("addresses"), Planned: r.str("planned") == "true",
		}
		m.online, m.outside = d.Code(ModeList, m.Mode).Has(FlagOnline), d.Code(SourceList, m.Source).Has(FlagOutside)
		if m.online && m.Place != "" {
			r.fault("place", Phrase{Key: "finding.onlinePlace"}, Phrase{Key: "finding.underChair"})
			m.Chair, m.Place = m.Place, ""
		}
		if when, err := edtf.Parse(m.Date); err == nil {
			if end, err := edtf.Parse(m.DateEnd); err == nil {
				if end.Last.Before(when.First) {
					r.fault("date_end", Phrase{Key: "finding.beforeStart"}, Phrase{})
				} else {
					when.Last = end.Last
				}
			}
			d.dates[id] = when
		}
		r.precision(m.Date)
		d.Meetings = append(d.Meetings, m)
		return true
	})
	d.meeting = lookup(d.Meetings, func(m *Meeting) string { return m.ID })
}

// dateOf is the day by which a document has its place among the others: that on
// which it was published, else the first of its meetings; zero if neither is known.
func (d *Dataset) dateOf(x *Document) time.Time {
	if at, err := edtf.Parse(x.Published); err == nil {
		return at.First
	}
	var first time.Time
	for _, id := range x.Meetings {
		if at, ok := d.When(id); ok && (first.IsZero() || at.First.Before(first)) {
			first = at.First
		}
	}
	return first
}

func (d *Dataset) readDocuments(in *reader) error {
	used := map[string]bool{}
	var err error
	listed := in.desc.listed()
	d.checkCodes(in, "documents")
	in.tables["documents"].each(&in.found, func(r row) bool {
		id, ok := r.id("id", used)
		if !ok {
			return false
		}
		doc := Document{
			ID: id, Kind: r.str("kind"), Title: r.str("title"), TitleGloss: r.txt("title_gloss"), TitleNote: r.txt("title_note"), Lead: r.txt("lead"), Short: r.txt("short"), CitedAs: r.txt("cited_as"),
			Meetings: r.known("meetings", "meetings", d.hasMeeting), Language: r.str("language"),
			Publisher: r.txt("publisher"), PublisherNote: r.txt("publisher_note"), Chain: r.txt("chain"),
			Published: r.date("published"), PublishedBy: r.str("published_by"), EventBy: r.str("event_by"),
			DateNote: r.txt("date_note"), Place: r.txt("place"), SHA256: r.str("sha256"), Links: r.links(), Summary: Text{},
		}
		for _, lang := range in.summaries[id] {
			text, rerr := in.readSummary(summaryFile(id, lang), listed)
			if rerr != nil {
				err = rerr
				return false
			}
			if text != "" {
				doc.Summary[lang] = text
			}
		}
		d.Documents = append(d.Documents, doc)
		return true
	})
	if err != nil {
		return err
	}
	when := make(map[string]time.Time, len(d.Documents))
	for i := range d.Documents {
		when[d.Documents[i].ID] = d.dateOf(&d.Documents[i])
	}
	sorts.Stable(d.Documents, func(a, b Document) int {
		return cmp.Or(when[a.ID].Compare(when[b.ID]), countedOrder(a.ID, b.ID))
	})
	d.document = lookup(d.Documents, func(x *Document) string { return x.ID })
	for _, id := range slices.Sorted(maps.Keys(in.summaries)) {
		if d.document[id] == nil && !in.found.lost("documents", id) {
			in.found.add(Finding{File: summaryFile(id, in.summaries[id][0]), Fault: Phrase{Key: "finding.noDocument"}, Mend: Phrase{Key: "finding.nameAfter", Name: "documents.csv"}})
		}
		for _, lang := range in.summaries[id] {
			d.spoken[lang] = true
		}
	}
	in.tables["comments"].each(&in.found, func(r row) bool {
		doc := d.document[r.ref("document", "documents", d.hasDocument)]
		if doc != nil {
			doc.Commentary = append(doc.Commentary, Comment{Paragraph: r.str("paragraph"), Who: r.txt("who"), Text: r.txt("text")})
		}
		return doc != nil
	})
	in.tables["notes"].each(&in.found, func(r row) bool {
		doc := d.document[r.ref("document", "documents", d.hasDocument)]
		if doc != nil {
			doc.Notes = append(doc.Notes, r.txt("text"))
		}
		return doc != nil
	})
	return nil
}

func (d *Dataset) readStatements(in *reader) {
	rows := in.tables["statements"].count()
	used := make(map[string]bool, rows)
	d.Statements = make([]Statement, 0, rows)
	d.checkCodes(in, "statements")
	in.tables["statements"].each(&in.found, func(r row) bool {
		id, ok := r.id("id", used)
		if !ok {
			return false
		}
		s := Statement{
			ID: id, Document: r.ref("document", "documents", d.hasDocument), Meeting: r.ref("meeting", "meetings", d.hasMeeting), Paragraph: r.str("paragraph"), Section: r.str("section"),
			StatedBy: r.known("stated_by", "states", d.hasCountry), Speaker: r.txt("speaker"), States: r.known("states", "states", d.hasCountry),
			Scope: r.str("scope"), Status: r.str("status"), Basis: r.str("basis"), Domain: r.ref("domain", "domains", d.hasDomain), Amount: r.amount(),
			Currency: r.str("currency"), AmountNote: r.txt("amount_note"), Text: r.txt("text"), Note: r.txt("note"),
			Since: r.txt("since"), OptIn: r.str("opt_in") == "true",
		}
		if s.Document == "" || s.Meeting == "" || s.Domain == "" || len(s.States) == 0 {
			return false
		}
		d.Statements = append(d.Statements, s)
		return true
	})
	d.Statements = byDocument(d.Statements)
	d.number()
}

// byDocument puts statements in the order in which the ids of their documents count;
// those of one stay as they are. Each is moved once: there may be many.
func byDocument(list []Statement) []Statement {
	if slices.IsSortedFunc(list, func(a, b Statement) int { return countedOrder(a.Document, b.Document) }) {
		return list
	}
	many := map[string]int{}
	for i := range list {
		many[list[i].Document]++
	}
	ids := slices.Collect(maps.Keys(many))
	sorts.Func(ids, countedOrder)
	next, n := map[string]int{}, 0
	for _, id := range ids {
		next[id] = n
		n += many[id]
	}
	out := make([]Statement, len(list))
	for i := range list {
		at := next[list[i].Document]
		out[at] = list[i]
		next[list[i].Document]++
	}
	return out
}

// number finds the statements by their ids. Retired ids join them in index.
func (d *Dataset) number() {
	d.statement = make(map[string]int, len(d.Statements))
	for i := range d.Statements {
		d.statement[d.Statements[i].ID] = i
	}
}

// live reports whether there is a statement of that id.
func (d *Dataset) live(id string) bool {
	_, ok := d.statement[id]
	return ok
}

// amount reads a sum of money; what is no finite number is none.
func (r row) amount() string {
	s := r.str("amount")
	if x, err := strconv.ParseFloat(s, 64); s != "" && (err != nil || math.IsInf(x, 0) || math.IsNaN(x)) {
		r.fault("amount", Phrase{Key: "finding.notNumber"}, Phrase{Key: "finding.digits"})
		return ""
	}
	return s
}
