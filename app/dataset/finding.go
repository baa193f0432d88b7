package dataset

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Finding is one fault of a data package, with what a person needs to mend it.
type Finding struct {
	File   string `json:"file"`
	Row    int    `json:"row,omitempty"`    // counted from 1, the header is row 1; 0 if the file as a whole
	Column string `json:"column,omitempty"` // field name
	Value  string `json:"value,omitempty"`  // the offending text, at most 80 characters
	Fault  string `json:"fault"`
	Mend   string `json:"mend,omitempty"`
	Note   bool   `json:"note,omitempty"` // no fault: what the reader filled in or took otherwise
	Rows   int    `json:"rows,omitempty"` // how many more rows of the table have the very same
	More   int    `json:"more,omitempty"` // of the last: faults that are not listed
}

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

// String gives the finding as one line.
func (f Finding) String() string {
	if f.More > 0 {
		return f.Fault
	}
	var b strings.Builder
	if f.Note {
		b.WriteString("note: ")
	}
	b.WriteString(f.File)
	if f.Row > 0 {
		fmt.Fprintf(&b, ", row %d", f.Row)
	}
	if f.Rows > 0 {
		fmt.Fprintf(&b, " and %d more", f.Rows)
	}
	if f.Column != "" {
		fmt.Fprintf(&b, ", column %s", f.Column)
	}
	b.WriteString(": " + f.Fault)
	if f.Value != "" {
		fmt.Fprintf(&b, " (%q)", f.Value)
	}
	if f.Mend != "" {
		b.WriteString("; " + f.Mend)
	}
	return b.String()
}

// refusal is a finding for which a whole table cannot be read.
type refusal Finding

func (r *refusal) Error() string { return Finding(*r).String() }

// ErrPackage says that a data package cannot be read at all. The error that
// comes with it is one sentence for a person.
var ErrPackage = errors.New("not a readable data package")

// ErrUnsafe says that a package was refused because it looks made to do harm,
// or is larger than the program reads. It comes together with [ErrPackage].
var ErrUnsafe = errors.New("refused for safety")

// failure is an error that wraps [ErrPackage], and [ErrUnsafe] if unsafe,
// without their words.
type failure struct {
	error
	unsafe bool
}

// Is reports whether target is one of the two.
func (f failure) Is(target error) bool {
	return target == ErrPackage || f.unsafe && target == ErrUnsafe
}

// Unwrap returns the cause.
func (f failure) Unwrap() error { return f.error }

func unreadable(format string, args ...any) error { return failure{fmt.Errorf(format, args...), false} }

func refused(format string, args ...any) error { return failure{fmt.Errorf(format, args...), true} }

// maxFindings bounds the list; a file with more faults is described by its
// first ones.
const maxFindings = 500

// findings gathers what is found; past maxFindings it only counts. What a later
// row of a table has in the same column with the same text is counted with the
// first: it is one fault, and one mend.
type findings struct {
	kept   []Finding
	faults int // that are no notes, counted beyond the bound too
	same   map[Finding]int
}

func (fs *findings) add(f Finding) {
	f = f.tidied()
	key := f
	key.Row = 0
	if at, ok := fs.same[key]; ok && f.Row > 0 && f.Value != "" {
		fs.kept[at].Rows++
		return
	}
	if !f.Note {
		fs.faults++
	}
	if len(fs.kept) >= maxFindings {
		return
	}
	if fs.same == nil {
		fs.same = map[Finding]int{}
	}
	fs.same[key] = len(fs.kept)
	fs.kept = append(fs.kept, f)
}

// tidied is the finding in one plain line, whatever the file holds.
func (f Finding) tidied() Finding {
	f.File, f.Column, f.Value = tidyLine(f.File, 100), tidyLine(f.Column, 120), tidyLine(f.Value, 80)
	f.Fault, f.Mend = tidyLine(f.Fault, 400), tidyLine(f.Mend, 200)
	return f
}

// list returns the findings; the last says how many more there are.
func (fs *findings) list() []Finding {
	if n := fs.faults - Faults(fs.kept); n > 0 {
		return append(slices.Clip(fs.kept), Finding{Fault: fmt.Sprintf("and %d more", n), More: n})
	}
	return fs.kept
}

// first is the first fault in words, or otherwise.
func (fs *findings) first(otherwise string) string {
	for i := range fs.kept {
		if !fs.kept[i].Note {
			return fs.kept[i].String()
		}
	}
	return otherwise
}
