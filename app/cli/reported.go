package cli

import (
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
)

// reported is a finding as validate --json prints it: in English, and by the
// keys of what it says, which stay as they are, with what fills them.
type reported struct {
	File     string        `json:"file"`
	Row      int           `json:"row,omitempty"` // counted from 1, the header is row 1
	Column   string        `json:"column,omitempty"`
	Value    string        `json:"value,omitempty"`
	Fault    string        `json:"fault"`
	Mend     string        `json:"mend,omitempty"`
	Key      string        `json:"key"`
	Args     *arguments    `json:"args,omitempty"`
	MendKey  string        `json:"mendKey,omitempty"`
	MendArgs *arguments    `json:"mendArgs,omitempty"`
	Note     bool          `json:"note,omitempty"`
	Rows     int           `json:"rows,omitempty"` // how many more rows have the very same
	Also     []int         `json:"also,omitempty"` // the first of them
	Then     []consequence `json:"then,omitempty"` // what only follows from it
	More     int           `json:"more,omitempty"` // of the last: faults that are not listed
}

// arguments fill the placeholders of a text.
type arguments struct {
	Name  string `json:"name,omitempty"`
	Other string `json:"other,omitempty"`
	N     int    `json:"n,omitempty"`
}

// consequence is rows of a table that follow from a fault elsewhere.
type consequence struct {
	File string `json:"file"`
	Rows int    `json:"rows"`
	Also []int  `json:"also"` // the first of them
}

func asReported(f *dataset.Finding) reported {
	args := func(x dataset.Phrase) *arguments {
		if a := (arguments{x.Name, x.Other, x.N}); a != (arguments{}) {
			return &a
		}
		return nil
	}
	english := i18n.For(i18n.English)
	out := reported{
		File: f.File, Row: f.Row, Column: f.Column, Value: f.Value, Fault: f.Fault.In(english), Mend: f.Mend.In(english),
		Key: f.Fault.Key, Args: args(f.Fault), MendKey: f.Mend.Key, MendArgs: args(f.Mend), Note: f.Note, Rows: f.Rows, Also: f.Also, More: f.More,
	}
	for _, t := range f.Then {
		out.Then = append(out.Then, consequence(t))
	}
	return out
}
