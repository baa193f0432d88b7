package draft

import (
	"io/fs"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
)

// Document is what a coder says of a text that is no document of the package.
type Document struct {
	Title     string `json:"title,omitempty"`     // as published
	Publisher string `json:"publisher,omitempty"` // its name
	Published string `json:"published,omitempty"` // EDTF
	Language  string `json:"language,omitempty"`  // a code of the package
	Kind      string `json:"kind,omitempty"`      // likewise
	Meeting   string `json:"meeting,omitempty"`   // its id
	Address   string `json:"address,omitempty"`   // where it was found; several are separated by blanks
}

// Describe says other words of a new document. Rows and form that belong to the
// meeting that it was of go with it to another one.
type Describe Document

// Apply implements Action.
func (x Describe) Apply(v Value) (Value, error) {
	to := Document(x)
	for _, cell := range to.words() {
		*cell = strings.Join(strings.Fields(cut(*cell)), " ")
	}
	if was := v.New.Meeting; was != to.Meeting {
		rows := make([]Row, len(v.Rows))
		for i, r := range v.Rows {
			if rows[i] = r; r.Meeting == was {
				rows[i].Meeting = to.Meeting
			}
		}
		if v.Rows = rows; v.Form.Meeting == was {
			v.Form.Meeting = to.Meeting
		}
	}
	v.New = to
	return v, nil
}

// words is all that is said.
func (x *Document) words() []*string {
	return []*string{&x.Title, &x.Publisher, &x.Published, &x.Language, &x.Kind, &x.Meeting, &x.Address}
}

// Lead is what the document is called in lists: its title, else publisher and date;
// "" if it has none of them.
func (x Document) Lead() string {
	if x.Title != "" {
		return x.Title
	}
	return strings.Trim(x.Publisher+", "+x.Published, ", ")
}

func (x Document) cells(id, sum string) dataset.Cells {
	return dataset.Cells{
		"id": id, "kind": x.Kind, "meetings": x.Meeting, "title": x.Title, "lead": x.Lead(), "language": x.Language, "publisher": x.Publisher, "published": x.Published, "sha256": sum,
		"links": x.Address,
	}
}

// Check reads the package at the root of fsys as it would be with the document,
// and returns the faults that it would then have besides those that it has: they
// are those of the document. sum is the hash of its text.
func (x Document) Check(fsys fs.FS, sum string) ([]dataset.Finding, error) {
	d, was, err := dataset.Open(fsys)
	if err != nil {
		return nil, err
	}
	id := nextID(documentIDs(d))
	changed, err := dataset.Append(fsys, map[string][]dataset.Cells{"documents": {x.cells(id, sum)}})
	if err != nil {
		return nil, err
	}
	with, err := dataset.With(fsys, changed)
	if err != nil {
		return nil, err
	}
	_, now, err := dataset.Open(with)
	if err != nil {
		return nil, err
	}
	type fault struct{ file, column, key string }
	rows := map[fault]int{}
	for i := range was {
		rows[fault{was[i].File, was[i].Column, was[i].Fault.Key}] += 1 + was[i].Rows
	}
	var out []dataset.Finding
	for i := range now {
		f := fault{now[i].File, now[i].Column, now[i].Fault.Key}
		if rows[f] -= 1 + now[i].Rows; rows[f] < 0 && !now[i].Note {
			out = append(out, now[i])
		}
	}
	return out, nil
}
