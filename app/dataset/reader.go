package dataset

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"io/fs"
	"regexp"
	"strings"

	"c5atlas.org/c5atlas/app/edtf"
)

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
