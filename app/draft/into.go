package draft

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/internal/pattern"
)

// RefusedError says that the reader of packages would not take a row as it is.
type RefusedError struct {
	Row     int             // of the draft; -1: it is no single row's fault
	Finding dataset.Finding // what is wrong
}

// Error implements error, in English.
func (e *RefusedError) Error() string { return e.Finding.String() }

// ErrNoDocument says that the package has no document of that id any more.
var ErrNoDocument = errors.New("the package has no such document")

// Into returns the files that change when the statements of a draft come into the
// package at the root of fsys, and the id of its document. The rows are read once
// more as any package is read, and are refused with a [*RefusedError] unless all
// of them come back as they went. Of the text nothing is written but the numbers
// and fingerprints of the paragraphs.
func Into(fsys fs.FS, dr Draft, t *original.Text) (changed map[string]string, document string, err error) {
	d, was, err := dataset.Open(fsys)
	if err != nil {
		return nil, "", err
	}
	document = dr.Key.Document
	rows := map[string][]dataset.Cells{}
	if document == "" {
		document = nextID(documentIDs(d))
		rows["documents"] = []dataset.Cells{dr.New.cells(document, t.SHA256)}
	} else if d.Document(document) == nil {
		return nil, "", ErrNoDocument
	}
	x := d.Document(document)
	places := NewPlaces(d, x, t)
	ids := statementIDs(d, document, len(dr.Rows))
	noted := map[int]bool{}
	for i, r := range dr.Rows {
		if r.To >= len(t.Paragraphs) {
			return nil, "", fmt.Errorf("%w: paragraph %d of %d", ErrDraft, r.To+1, len(t.Paragraphs))
		}
		rows["statements"] = append(rows["statements"], r.statement(ids[i], document, places))
		for p := r.From; p <= r.To; p++ {
			if !noted[p] && !places.known(p) {
				rows["paragraphs"] = append(rows["paragraphs"], places.paragraph(document, p))
			}
			noted[p] = true
		}
	}
	if changed, err = dataset.Append(fsys, rows); err != nil {
		return nil, "", err
	}
	return changed, document, check(fsys, changed, dr, ids, dataset.Faults(was))
}

// check reads the package as it would be.
func check(fsys fs.FS, changed map[string]string, dr Draft, ids []string, faults int) error {
	with, err := dataset.With(fsys, changed)
	if err != nil {
		return err
	}
	d, found, err := dataset.Open(with)
	if err != nil {
		return err
	}
	var fault dataset.Finding
	if dataset.Faults(found) > faults {
		for _, f := range found {
			if !f.Note {
				fault = f // the last: rows are added at the end
			}
		}
	}
	for i, id := range ids {
		s := d.Statement(id)
		if r := dr.Rows[i].tidied(); s == nil || s.ID != id || s.Domain != r.Domain || s.Status != r.Status || s.Meeting != r.Meeting || strings.Join(s.States, " ") != r.States {
			return &RefusedError{i, fault}
		}
	}
	if fault.Fault.Key != "" {
		return &RefusedError{-1, fault}
	}
	return nil
}

// statement is the row as a table has it.
func (r Row) statement(id, document string, p *Places) dataset.Cells {
	r = r.tidied()
	return dataset.Cells{
		"id": id, "document": document, "meeting": r.Meeting, "paragraph": p.Passage(r.From, r.To), "stated_by": r.StatedBy, "speaker": r.Speaker,
		"states": r.States, "scope": r.Scope, "status": r.Status, "basis": r.Basis, "domain": r.Domain, "amount": r.Amount, "currency": r.Currency, "text": r.Text,
	}
}

var trailing = pattern.Late(`^(.*?)(\d+)$`)

// statementIDs are n ids that no statement has or had, in the manner of those of
// the document.
func statementIDs(d *dataset.Dataset, document string, n int) []string {
	prefix, width := document+"-", 2
	var all []string
	for i := range d.Statements {
		s := &d.Statements[i]
		all = append(all, s.ID)
		if m := trailing().FindStringSubmatch(s.ID); m != nil && s.Document == document {
			prefix, width = m[1], len(m[2])
		}
	}
	for _, r := range d.Retired {
		all = append(all, r.ID)
	}
	return freeIDs(all, prefix, width, n)
}

func documentIDs(d *dataset.Dataset) []string {
	var out []string
	for i := range d.Documents {
		out = append(out, d.Documents[i].ID)
	}
	slices.Sort(out)
	return out
}

// nextID is an id in the manner of the last one that ends in a number.
func nextID(ids []string) string {
	prefix, width := "d", 1
	for _, id := range ids {
		if m := trailing().FindStringSubmatch(id); m != nil && len(m[2]) < 9 {
			prefix, width = m[1], len(m[2])
		}
	}
	return freeIDs(ids, prefix, width, 1)[0]
}

// freeIDs are n ids after the highest of that prefix, none of which is taken. Their
// numbers have width digits or more.
func freeIDs(ids []string, prefix string, width, n int) []string {
	taken, last := make(map[string]bool, len(ids)), 0
	for _, id := range ids {
		taken[id] = true
		if rest, ok := strings.CutPrefix(id, prefix); ok {
			if k, err := strconv.Atoi(rest); err == nil && k < 1_000_000_000 {
				last = max(last, k)
			}
		}
	}
	var out []string
	for len(out) < n {
		last++
		if id := fmt.Sprintf("%s%0*d", prefix, width, last); !taken[id] {
			out = append(out, id)
		}
	}
	return out
}
