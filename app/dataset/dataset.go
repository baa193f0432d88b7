package dataset

import (
	"cmp"
	"sync"

	"c5atlas.org/c5atlas/app/edtf"
	"c5atlas.org/c5atlas/internal/sorts"
)

// Dataset is a package in memory. Its slices are in a fixed order: meetings by
// date, documents by id, statements by document and number, code lists as
// written. Nothing of it may be changed.
type Dataset struct {
	Name, Title, Version string
	File                 string   // what the package lies in on the disk, without its folder; "" for one that ships
	Created              string   // EDTF date of this version, or ""
	Authors              []string // who made it
	Licences             []Licence
	Profile              Profile
	Languages            []string       // of its texts, as columns and summaries have them
	LeftOut              map[string]int // rows that could not be used, by table; those of "statements" are missing in every count
	Hash                 string         // SHA-256 over the package's tables, hex; two packages with equal content have equal hashes

	Meetings   []Meeting
	Documents  []Document // in order of time
	Statements []Statement
	Retired    []Retired  // ids of earlier editions
	History    []Revision // what was coded otherwise before, the oldest first
	People     []Person
	Terms      []Term
	Coding     Text   // how the package is coded, Markdown; nil if it does not say
	CodeSheet  string // CSV to code a document blind; "" if it has none
	Lessons    []LessonFile
	Domains    []Domain
	Countries  []Country
	Places     []Place

	Index *Index // the statements sorted by everything

	recent recent // searches

	meeting   map[string]*Meeting
	document  map[string]*Document
	statement map[string]int
	domain    map[string]*Domain
	country   map[string]*Country
	place     map[string]*Place
	codes     map[string][]Code // by list, in order
	code      map[[2]string]Code
	unlisted  map[string]int       // codes that rows use and the list has not
	lent      []string             // lists that the package has not, and has from the program's own
	spoken    map[string]bool      // languages met while reading
	dates     map[string]edtf.Date // by meeting
	coded     map[string]int       // statements of each meeting
	days      []spanOf             // of the meetings, by number
	about     [][]string           // documents that speak of each meeting, by number

	participants map[string][]Participant // by meeting

	indexed sync.Once
	search  searchIndex
}

// Meeting returns the meeting with that id, or nil.
func (d *Dataset) Meeting(id string) *Meeting { return d.meeting[id] }

// Document returns the document with that id, or nil.
func (d *Dataset) Document(id string) *Document { return d.document[id] }

// CodedFrom returns the document that was coded from the file with that SHA-256, in
// lower-case hex; nil if none was.
func (d *Dataset) CodedFrom(sum string) *Document {
	for i := range d.Documents {
		if x := &d.Documents[i]; x.SHA256 != "" && x.SHA256 == sum {
			return x
		}
	}
	return nil
}

// Statement returns the statement with that id, or nil. A retired id returns
// the statement that took it in, whose ID differs.
func (d *Dataset) Statement(id string) *Statement {
	if i, ok := d.statement[id]; ok {
		return &d.Statements[i]
	}
	return nil
}

// StatementIndex returns where in Statements the one with that id is; false if
// there is none.
func (d *Dataset) StatementIndex(id string) (int, bool) {
	i, ok := d.statement[id]
	return i, ok
}

// Domain returns the domain with that code, or nil.
func (d *Dataset) Domain(code string) *Domain { return d.domain[code] }

// Country returns the state with that code, or nil.
func (d *Dataset) Country(code string) *Country { return d.country[code] }

// Place returns the place with that id, or nil.
func (d *Dataset) Place(id string) *Place { return d.place[id] }

// RowsLeftOut is the number of rows of all tables that could not be used.
func (d *Dataset) RowsLeftOut() int {
	n := 0
	for _, k := range d.LeftOut {
		n += k
	}
	return n
}

// When returns the days of a meeting; false if its date is not known.
func (d *Dataset) When(id string) (edtf.Date, bool) {
	x, ok := d.dates[id]
	return x, ok
}

// spanOf is when a meeting was, if that is known.
type spanOf struct {
	edtf.Date

	known bool
}

// Day is [Dataset.When] of meeting k of Meetings.
func (d *Dataset) Day(k int) (edtf.Date, bool) { return d.days[k].Date, d.days[k].known }

// NameAt returns the name of a place as it was on an EDTF date; the present
// name if the date is empty or no other name held then.
func (d *Dataset) NameAt(id, date string) Text {
	p := d.place[id]
	if p == nil {
		return nil
	}
	if len(p.Periods) == 0 {
		return p.Name
	}
	if when, err := edtf.Parse(date); err == nil {
		for _, n := range p.Periods {
			from, err1 := edtf.Parse(n.From)
			to, err2 := edtf.Parse(n.To)
			if err1 == nil && err2 == nil && when.Overlaps(from.First, to.Last) {
				return n.Name
			}
		}
	}
	return p.Name
}

// lookup maps ids to the records of a slice; a repeated id keeps its first.
func lookup[T any](list []T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(list))
	for i := range list {
		if k := id(&list[i]); m[k] == nil {
			m[k] = &list[i]
		}
	}
	return m
}

func (d *Dataset) index() {
	sorts.Stable(d.Meetings, func(a, b Meeting) int { return d.byDate(a.ID, b.ID) })
	d.meeting = lookup(d.Meetings, func(m *Meeting) string { return m.ID })
	for _, r := range d.Retired {
		if i, ok := d.statement[r.Into]; ok {
			d.statement[r.ID] = i
		}
	}
	d.days = make([]spanOf, len(d.Meetings))
	for k := range d.Meetings {
		d.days[k].Date, d.days[k].known = d.When(d.Meetings[k].ID)
	}
	d.coded = make(map[string]int, len(d.Meetings))
	for i := range d.Statements {
		d.coded[d.Statements[i].Meeting]++
	}
	d.Index = newIndex(d)
	d.about = make([][]string, len(d.Index.Meeting.Codes))
	for i := range d.Documents {
		for _, id := range d.Documents[i].Meetings {
			if k, ok := d.Index.Meeting.Number(id); ok {
				d.about[k] = append(d.about[k], d.Documents[i].ID)
			}
		}
	}
}

// byDate orders meetings by their first day, then by their last; those
// without a date come last but for planned ones, which have one.
func (d *Dataset) byDate(a, b string) int {
	x, okX := d.dates[a]
	y, okY := d.dates[b]
	if okX != okY {
		if okX {
			return -1
		}
		return 1
	}
	return cmp.Or(x.First.Compare(y.First), x.Last.Compare(y.Last), countedOrder(a, b))
}

// About lists the documents that speak of a meeting, by id, whether or not a
// statement is coded for it.
func (d *Dataset) About(meeting string) []string {
	if k, ok := d.Index.Meeting.Number(meeting); ok {
		return d.about[k]
	}
	return nil
}

// AboutMeeting is [Dataset.About] of meeting k of Meetings.
func (d *Dataset) AboutMeeting(k int) []string { return d.about[k] }

// Coded reports whether any statement is about the meeting.
func (d *Dataset) Coded(meeting string) bool { return d.coded[meeting] > 0 }

// StatementsOf counts the statements about the meeting.
func (d *Dataset) StatementsOf(meeting string) int { return d.coded[meeting] }
