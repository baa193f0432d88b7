// Package draft is the coding of one document, before it is in a package: the
// statements that a coder has found in the paragraphs of a text, what is being
// written, and how to go back. A [Draft] is a value that [Shelf] keeps in the
// person's own folder, and that [Into] turns into rows of a package. It holds no
// word of the publisher's text.
package draft

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/internal/sorts"
)

// Limits of a draft.
const (
	maxRows      = 2000
	maxBack      = 1000 // steps that can be taken back
	maxCell      = 4000 // bytes of a paraphrase, or of another cell
	maxParagraph = 1_000_000
)

// ErrFull says that a draft has as many statements as one can have.
var ErrFull = errors.New("the draft has as many statements as one can have")

// Key says of what a draft is. Two packages of one name are one package in two
// copies, so that a draft goes on with a copy of its data.
type Key struct {
	Package  string `json:"package"`            // its name
	Document string `json:"document,omitempty"` // its id; "" for one that the package has not yet
	Text     string `json:"text"`               // SHA-256 of the file that is coded, hex
	Blind    bool   `json:"blind,omitempty"`    // coded without a look at what is coded there already
}

// Row is a statement as a coder has it. Codes are those of the package, "" where
// the coder has not chosen.
type Row struct {
	From     int    `json:"from"` // first paragraph of the text, counted from 0
	To       int    `json:"to"`   // last
	Domain   string `json:"domain,omitempty"`
	Status   string `json:"status,omitempty"`
	Basis    string `json:"basis,omitempty"`
	Scope    string `json:"scope,omitempty"`
	Meeting  string `json:"meeting,omitempty"`
	States   string `json:"states,omitempty"`   // codes separated by blanks
	StatedBy string `json:"statedBy,omitempty"` // likewise
	Speaker  string `json:"speaker,omitempty"`
	Amount   string `json:"amount,omitempty"`
	Currency string `json:"currency,omitempty"`
	Text     string `json:"text,omitempty"` // the coder's paraphrase
}

// Value is all that a coder has made at one moment. Rows are in the order of
// their paragraphs, and are never changed in place.
type Value struct {
	Rows []Row
	Form Row      // what is being written
	At   int      // the row that Form stands in place of; -1: it is a new one
	New  Document // what is coded, where the package has it not yet
}

// Draft is a coding in progress. The zero Draft is not one; see [New].
type Draft struct {
	Key Key
	Value

	past, future []Value
}

// New returns a draft without a statement.
func New(k Key) Draft { return Draft{Key: k, Value: Value{At: -1}} }

// Action makes another value out of one. It is a step that can be taken back.
type Action interface{ Apply(Value) (Value, error) }

// Put adds the form to the rows, or puts it in place of the row that it was taken
// from. What usually stays from one statement to the next stays in the form. The
// error is [ErrFull].
type Put struct{}

// Apply implements Action.
func (Put) Apply(v Value) (Value, error) {
	rows := slices.Clone(v.Rows)
	if v.At >= 0 && v.At < len(rows) {
		rows = slices.Delete(rows, v.At, v.At+1)
	}
	if len(rows) >= maxRows {
		return v, ErrFull
	}
	row := v.Form.tidied()
	at := len(rows)
	for at > 0 && inText(rows[at-1], row) > 0 {
		at--
	}
	next := row
	next.Domain, next.Status, next.Amount, next.Currency, next.Text = "", "", "", "", ""
	return Value{slices.Insert(rows, at, row), next, -1, v.New}, nil
}

// inText compares where rows stand in the text.
func inText(a, b Row) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) }

// Remove takes a row out.
type Remove int

// Apply implements Action.
func (i Remove) Apply(v Value) (Value, error) {
	at := int(i)
	if at < 0 || at >= len(v.Rows) {
		return v, nil
	}
	out := Value{slices.Delete(slices.Clone(v.Rows), at, at+1), v.Form, v.At, v.New}
	switch {
	case v.At == at:
		out.At = -1
		out.Form.Text = ""
	case v.At > at:
		out.At--
	}
	return out, nil
}

// Do returns the draft after an action. One that changes no row, and nothing of a new
// document, is no step.
func (d Draft) Do(a Action) (Draft, error) {
	v, err := a.Apply(d.Value)
	if err != nil || v.New == d.New && slices.Equal(v.Rows, d.Rows) {
		return d, err
	}
	past := append(slices.Clip(d.past), d.Value)
	if len(past) > maxBack {
		past = past[len(past)-maxBack:]
	}
	return Draft{d.Key, v, past, nil}, nil
}

// Undo takes the last step back, to the very value before it; ok is false if
// there is none.
func (d Draft) Undo() (_ Draft, ok bool) {
	n := len(d.past)
	if n == 0 {
		return d, false
	}
	return Draft{d.Key, d.past[n-1], d.past[:n-1], append(slices.Clip(d.future), d.Value)}, true
}

// Redo takes the last step that was taken back once more.
func (d Draft) Redo() (_ Draft, ok bool) {
	n := len(d.future)
	if n == 0 {
		return d, false
	}
	return Draft{d.Key, d.future[n-1], append(slices.Clip(d.past), d.Value), d.future[:n-1]}, true
}

// Write returns the draft with another form, which is no step. Cells that are too
// long are cut.
func (d Draft) Write(form Row) Draft {
	for _, cell := range form.cells() {
		*cell = cut(*cell)
	}
	form.From = min(max(form.From, 0), maxParagraph)
	form.To = min(max(form.From, form.To), maxParagraph)
	d.Form = form
	return d
}

// cut is a cell that is not too long, and whole letters.
func cut(cell string) string {
	cell = strings.ToValidUTF8(cell, "")
	if len(cell) <= maxCell {
		return cell
	}
	return strings.ToValidUTF8(cell[:maxCell], "")
}

// Edit returns the draft with a row in the form; -1 turns to a new row.
func (d Draft) Edit(i int) Draft {
	if d.At = i; i < 0 || i >= len(d.Rows) {
		d.At = -1
		d.Form.Text = ""
		return d
	}
	d.Form = d.Rows[i]
	return d
}

// Of lists the rows that begin in a paragraph.
func (v Value) Of(paragraph int) []int {
	var out []int
	for i, r := range v.Rows {
		if r.From == paragraph {
			out = append(out, i)
		}
	}
	return out
}

// tidied is the row without blanks around its words, each on one line.
func (r Row) tidied() Row {
	for _, cell := range r.cells() {
		*cell = strings.Join(strings.Fields(*cell), " ")
	}
	r.To = max(r.From, r.To)
	return r
}

// cells is all that is written in words or codes.
func (r *Row) cells() []*string {
	return []*string{&r.Domain, &r.Status, &r.Basis, &r.Scope, &r.Meeting, &r.States, &r.StatedBy, &r.Speaker, &r.Amount, &r.Currency, &r.Text}
}

// Toggled is a list of codes with one more, or without it, in the order given.
func Toggled(list, code string, order []string) string {
	has := strings.Fields(list)
	if i := slices.Index(has, code); i >= 0 {
		has = slices.Delete(has, i, i+1)
	} else {
		has = append(has, code)
	}
	sorts.Stable(has, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
	return strings.Join(has, " ")
}
