package dataset

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// Excerpt is a row of a table as the file has it now, with those around it.
type Excerpt struct {
	Table string     // by its name, such as "statements"
	Head  []string   // the names of the columns
	Rows  [][]string // as long as Head at least
	First int        // number of the first of Rows, as a finding counts
}

// Row is the row of that number; nil if the excerpt has it not.
func (x *Excerpt) Row(n int) []string {
	if i := n - x.First; i >= 0 && i < len(x.Rows) {
		return x.Rows[i]
	}
	return nil
}

// Cell is the cell of a column in the row of that number, "" if there is none.
func (x *Excerpt) Cell(n int, column string) string {
	row := x.Row(n)
	if i := slices.IndexFunc(x.Head, func(h string) bool { return strings.EqualFold(h, column) }); i >= 0 && i < len(row) {
		return tidy(row[i])
	}
	return ""
}

// ReadExcerpt reads a row of a table in a package again, and as many rows on
// either side. A row that is not there, or a file that is no table, gives an
// excerpt without rows. The errors are those of [Open].
func ReadExcerpt(fsys fs.FS, file string, row, around int) (Excerpt, error) {
	if book, ok := fsys.(*memory); ok {
		file = book.file(file)
	}
	in := newReader(fsys)
	var x Excerpt
	if err := in.readDescriptor(); errors.Is(err, ErrUnsafe) {
		return x, err
	}
	r := &resource{Name: strings.TrimSuffix(file, ".csv"), Path: onePath(file)}
	for _, known := range in.desc.byName {
		if string(known.Path) == file {
			r = known
		}
	}
	i := slices.IndexFunc(tables, func(s tableSpec) bool { return s.name == r.Name || s.name+".csv" == file })
	if i < 0 || row < 1 {
		return x, nil
	}
	x.Table = tables[i].name
	raw, _, err := in.read(file, maxFile)
	if err != nil {
		return x, err
	}
	text, err := DecodeText(raw, r.Encoding)
	if err != nil {
		return x, err
	}
	d := in.dialectOf(r)
	if d.Delimiter == "" {
		text, d.Delimiter = sniff(text)
	}
	t := &table{spec: tables[i]}
	csv := newCSVReader(text, d)
	for n := 1; n <= row+around; n++ {
		rec, more, err := csv.next(nil)
		if !more || errors.Is(err, errQuoteOpen) {
			break
		}
		if x.Head == nil && (t.names(rec) || n > maxTitle) {
			for _, h := range rec {
				x.Head = append(x.Head, tidyLine(h, 100))
			}
		}
		if n < row-around {
			continue
		}
		if x.Rows == nil {
			x.First = n
		}
		for len(rec) < len(x.Head) {
			rec = append(rec, "")
		}
		x.Rows = append(x.Rows, rec)
	}
	return x, nil
}
