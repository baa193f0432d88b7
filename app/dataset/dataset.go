package dataset

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"io/fs"
	"regexp"
	"strings"
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

// reader reads one package: its files within one budget, each table once.
type reader struct {
	files
	found  findings
	desc   descriptor
	tables map[string]*table
	sums   map[string][sha256.Size]byte // of the tables' files
	sets   map[string]map[string]bool   // keys that others refer to
	slab   []string

	patterns  map[string]*regexp.Regexp // by their texts, which many columns share
	summaries map[string][]string       // languages of the summaries, by document
	fetched   map[string]fetched        // these, until their documents are read
}

func newReader(fsys fs.FS) *reader {
	return &reader{
		files: newFiles(fsys), tables: map[string]*table{}, sums: map[string][sha256.Size]byte{}, sets: map[string]map[string]bool{},
		patterns: map[string]*regexp.Regexp{},
	}
}

// called is what a person calls a file of the package.
func (in *reader) called(file string) string {
	if m, ok := in.fsys.(*memory); ok {
		return m.called(file)
	}
	return file
}

// Open reads the package at the root of fsys. Faults in single rows are
// findings, and the rest still opens; rows that had to be left out are counted
// in LeftOut. The error is [ErrPackage] when there is no descriptor, when a
// table is missing that everything needs, or when any table cannot be read, so
// that no count is ever made of half a table.
func Open(fsys fs.FS) (*Dataset, []Finding, error) {
	return newReader(fsys).open()
}

func (in *reader) open() (*Dataset, []Finding, error) {
	d, err := in.dataset()
	found := in.found.list()
	if book, ok := in.fsys.(*memory); ok && book.sheets != nil {
		for i := range found {
			found[i].inBook(book)
		}
		if r, ok := errors.AsType[*refusal](err); ok {
			(*Finding)(r).inBook(book)
		}
	}
	return d, found, err
}

// maxAuthors bounds those of a package.
const maxAuthors = 100

func (in *reader) dataset() (*Dataset, error) {
	if in.desc.byName == nil { // else it is read
		if err := in.readDescriptor(); err != nil {
			return nil, err
		}
	}
	var err error
	if in.summaries, err = in.findSummaries(); err != nil {
		return nil, err
	}
	wait := in.fetchSummaries()
	err = in.loadAll()
	wait()
	if err != nil {
		return nil, err
	}
	in.restoreIDs()
	in.checkKeys()
	desc := &in.desc
	d := &Dataset{
		Name: tidyLine(desc.Name, 100), Title: tidyLine(desc.Title, 300), Version: tidyLine(desc.Version, 40),
		dates: map[string]edtf.Date{}, spoken: map[string]bool{}, LeftOut: map[string]int{},
	}
	for _, c := range desc.Contributors {
		if name := tidyLine(c.Title, 100); name != "" && len(d.Authors) < maxAuthors {
			d.Authors = append(d.Authors, name)
		}
	}
	for _, l := range desc.Licenses[:min(len(desc.Licenses), maxAuthors)] {
		x := Licence{Name: tidyLine(l.Name, 100), Title: tidyLine(l.Title, 300)}
		if u, err := Link(tidyLine(l.Path, 300)); err == nil {
			x.Address = u.String()
		}
		d.Licences = append(d.Licences, x)
	}
	if day, _, _ := strings.Cut(desc.Created, "T"); day != "" { // RFC 3339
		if _, err := edtf.Parse(day); err == nil {
			d.Created = day
		}
	}
	if d.Version == "" {
		in.found.add(Finding{File: descriptorFile, Column: "version", Fault: Phrase{Key: "finding.missing"}, Mend: Phrase{Key: "finding.addVersion"}})
	}
	d.readCodes(in)
	d.readLists(in)
	d.readProfile(in)
	d.readMeetings(in)
	if err := d.readDocuments(in); err != nil {
		return nil, err
	}
	d.readParagraphs(in)
	d.readStatements(in)
	d.dress(&in.found)
	d.readRetired(in)
	d.readHistory(in)
	d.readPeople(in)
	d.readTerms(in)
	if err := d.readCoding(in); err != nil {
		return nil, err
	}
	if err := d.readLessons(in); err != nil {
		return nil, err
	}
	if err := in.checkRest(); err != nil {
		return nil, err
	}
	for _, spec := range tables {
		in.tables[spec.name].tellAll(&in.found)
		if !in.vouched {
			in.tables[spec.name].tellLetters(&in.found)
		}
	}
	d.Hash = in.tableHash()
	for name, t := range in.tables {
		if t.left > 0 {
			d.LeftOut[name] = t.left
		}
		d.hear(t)
	}
	if len(d.Countries) == 0 || len(d.Domains) == 0 || len(d.Meetings) == 0 {
		for _, f := range in.found.kept {
			if !f.Note {
				return nil, failure{(*refusal)(&f), false}
			}
		}
		return nil, in.refuse(Finding{File: descriptorFile, Fault: Phrase{Key: "finding.nothing"}})
	}
	d.findLanguages(desc.Languages)
	d.index()
	return d, nil
}

// loadAll reads the tables. All are tried, so that every cause is named.
func (in *reader) loadAll() error {
	var first *refusal
	for _, spec := range tables {
		t, err := in.load(spec)
		var refused *refusal
		switch {
		case errors.As(err, &refused):
			in.found.add(Finding(*refused))
			first = cmp.Or(first, refused)
		case err != nil:
			return err
		case t != nil:
			in.tables[spec.name] = t
		}
	}
	if first != nil {
		return failure{first, false}
	}
	return nil
}

// hear takes note of the languages of a table's columns.
func (d *Dataset) hear(t *table) {
	for _, langs := range t.text {
		for lang := range langs {
			if languagePattern().MatchString(lang) {
				d.spoken[lang] = true
			}
		}
	}
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
