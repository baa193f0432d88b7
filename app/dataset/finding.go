package dataset

import (
	"slices"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/i18n"
)

// Finding is one fault of a data package, with what a person needs to mend it.
type Finding struct {
	File        string
	Row         int    // counted from 1 as a spreadsheet does, the header is row 1; 0 if the file as a whole
	Column      string // field name
	Value       string // the offending text, at most 80 characters
	Fault, Mend Phrase // what is wrong, never empty, and what to do
	Note        bool   // no fault: what the reader filled in or took otherwise
	Rows        int    // how many more rows of the table have the very same
	Also        []int  // numbers of the first of them
	Then        []Then // what only follows from it, by table
	More        int    // of the last: faults that are not listed
}

// Then is rows that are left out, or lack something, for no fault but the one
// that they stand under.
type Then struct {
	File string
	Rows int
	Also []int // numbers of the first of them
}

// maxAlso bounds the rows of a finding that are named.
const maxAlso = 50

// idle is the mending of a note about which there is nothing to do.
const idle = "finding.ownLists"

// Idle reports whether there is nothing to do about the finding, as it says itself:
// a list of them has it, and nobody is called to look.
func (f *Finding) Idle() bool { return f.Mend.Key == idle }

// Faults counts the findings that are no notes, with those that are not listed.
func Faults(list []Finding) int {
	n := 0
	for i := range list {
		switch {
		case list[i].More > 0:
			n += list[i].More
		case !list[i].Note:
			n++
		}
	}
	return n
}

// String gives the finding as one line of English.
func (f Finding) String() string { return f.Line(i18n.For(i18n.English)) }

// Line gives the finding as one line of a language.
func (f *Finding) Line(p *i18n.Printer) string {
	if f.More > 0 {
		return f.Fault.In(p)
	}
	var b strings.Builder
	if f.Note {
		b.WriteString(p.T("finding.note") + " ")
	}
	b.WriteString(f.Where(p) + ": " + f.Fault.In(p))
	if f.Value != "" {
		b.WriteString(" " + p.T("finding.value", i18n.Args{"Name": f.Value}))
	}
	for _, s := range append([]string{f.Mend.In(p)}, f.Follows(p)...) {
		if s != "" {
			b.WriteString("; " + s)
		}
	}
	return b.String()
}

// Where names file, row and column.
func (f *Finding) Where(p *i18n.Printer) string {
	parts := []string{f.File}
	row := i18n.Args{"Row": strconv.Itoa(f.Row)} // no number of anything, so without groups of digits
	switch {
	case f.Row > 0 && f.Rows > 0:
		parts = append(parts, p.N("finding.rows", f.Rows, row))
	case f.Row > 0:
		parts = append(parts, p.T("finding.row", row))
	}
	if f.Column != "" {
		parts = append(parts, p.T("finding.column", i18n.Args{"Name": f.Column}))
	}
	return strings.Join(parts, ", ")
}

// Follows says, table by table, what only follows from the fault.
func (f *Finding) Follows(p *i18n.Printer) []string {
	var out []string
	for _, t := range f.Then {
		out = append(out, p.N("finding.then", t.Rows, i18n.Args{"Name": t.File}))
	}
	return out
}

// maxFindings bounds the list; a file with more faults is described by its
// first ones.
const maxFindings = 10_000

// findings gathers what is found; past maxFindings it only counts. What a later
// row of a table has in the same column with the same text is counted with the
// first: it is one fault, and one mend. So is what only follows from a fault.
type findings struct {
	kept   []Finding
	faults int // that are no notes, counted beyond the bound too
	same   map[sameness]int
	at     map[place]int     // the fault of a row, in kept
	gone   map[[2]string]int // the fault for which a table has lost a key, in kept
	then   map[place]bool    // rows that stand under a fault already
}

// sameness is what equal faults have in common.
type sameness struct {
	file, column, value string
	fault, mend         Phrase
	note                bool
}

// place is a row of a file.
type place struct {
	file string
	row  int
}

func (fs *findings) add(f Finding) {
	if f.Value == "" && len(fs.kept) >= maxFindings { // a million such rows are soon counted
		if !f.Note {
			fs.faults++
		}
		return
	}
	f = f.tidied()
	key := sameness{f.File, f.Column, f.Value, f.Fault, f.Mend, f.Note}
	at, again := fs.same[key]
	switch again = again && f.Row > 0 && f.Value != ""; {
	case again:
		x := &fs.kept[at]
		if x.Rows++; len(x.Also) < maxAlso {
			x.Also = append(x.Also, f.Row)
		}
	case len(fs.kept) < maxFindings:
		at = len(fs.kept)
		fs.kept = append(fs.kept, f)
		if fs.same == nil {
			fs.same, fs.at = map[sameness]int{}, map[place]int{}
		}
		fs.same[key] = at
	default:
		at = -1
	}
	if !f.Note {
		if !again {
			fs.faults++
		}
		if _, ok := fs.at[place{f.File, f.Row}]; !ok && at >= 0 && f.Row > 0 {
			fs.at[place{f.File, f.Row}] = at
		}
	}
}

// lose takes note that a table has lost the key of a row that was left out.
func (fs *findings) lose(table, key string, from place) {
	at, ok := fs.at[from]
	if !ok || key == "" {
		return
	}
	if fs.gone == nil {
		fs.gone = map[[2]string]int{}
	}
	fs.gone[[2]string{table, key}] = at
}

// lost reports whether a table has lost a key.
func (fs *findings) lost(table, key string) bool {
	_, ok := fs.gone[[2]string{table, key}]
	return ok
}

// follow puts a row that refers to a lost key of a table under the fault for
// which it was lost; false if it was not.
func (fs *findings) follow(row place, table, key string) bool {
	at, ok := fs.gone[[2]string{table, key}]
	if !ok {
		return false
	}
	if _, own := fs.at[row]; !own {
		fs.at[row] = at // so that what follows from this row follows from that fault
	}
	if fs.then == nil {
		fs.then = map[place]bool{}
	}
	if fs.then[row] {
		return true
	}
	fs.then[row] = true
	x := &fs.kept[at]
	i := slices.IndexFunc(x.Then, func(t Then) bool { return t.File == row.file })
	if i < 0 {
		i = len(x.Then)
		x.Then = append(x.Then, Then{File: row.file})
	}
	t := &x.Then[i]
	if t.Rows++; len(t.Also) < maxAlso {
		t.Also = append(t.Also, row.row)
	}
	return true
}

// tidied is the finding in one plain line, whatever the file holds.
func (f Finding) tidied() Finding {
	f.File, f.Column, f.Value = tidyLine(f.File, 100), tidyLine(f.Column, 120), tidyLine(f.Value, 80)
	for _, x := range []*Phrase{&f.Fault, &f.Mend} {
		x.Name, x.Other = tidyLine(x.Name, 300), tidyLine(x.Other, 80)
	}
	return f
}

// inBook says where the finding is as a person finds it in a workbook: by its
// sheets, and in the sheet "package" by the row of a field.
func (f *Finding) inBook(m *memory) {
	if f.File == descriptorFile && m.called(f.File) != f.File {
		f.Column = strings.TrimPrefix(f.Column, "profile.")
		if row, ok := m.fields[f.Column]; ok {
			f.Row, f.Column = row, ""
		}
	}
	f.File, f.Fault.Name, f.Mend.Name = m.called(f.File), m.called(f.Fault.Name), m.called(f.Mend.Name)
	for i := range f.Then {
		f.Then[i].File = m.called(f.Then[i].File)
	}
}

// list returns the findings; the last says how many more there are.
func (fs *findings) list() []Finding {
	if n := fs.faults - Faults(fs.kept); n > 0 {
		return append(slices.Clip(fs.kept), Finding{Fault: Phrase{Key: "finding.more", N: n}, More: n})
	}
	return fs.kept
}
