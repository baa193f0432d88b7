package dataset

import (
	"errors"
	"fmt"
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
	Note   bool   `json:"note,omitempty"` // no fault: what the reader filled in itself
}

// Faults counts the findings that are no notes.
func Faults(list []Finding) int {
	n := 0
	for i := range list {
		if !list[i].Note {
			n++
		}
	}
	return n
}

// String gives the finding as one line.
func (f Finding) String() string {
	var b strings.Builder
	if f.Note {
		b.WriteString("note: ")
	}
	b.WriteString(f.File)
	if f.Row > 0 {
		fmt.Fprintf(&b, ", row %d", f.Row)
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

// ErrPackage says that a data package cannot be read at all.
var ErrPackage = errors.New("dataset: not a readable data package")

// maxFindings bounds the list; a file with more faults is described by its
// first ones.
const maxFindings = 500

type findings []Finding

func (fs *findings) add(f Finding) {
	if len(*fs) >= maxFindings {
		return
	}
	if r := []rune(f.Value); len(r) > 80 {
		f.Value = string(r[:79]) + "…"
	}
	*fs = append(*fs, f)
}
