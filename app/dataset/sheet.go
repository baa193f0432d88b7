package dataset

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/internal/sorts"
)

// maxSheet is the longest code sheet that is read, in bytes.
const maxSheet = 4 << 20

// maxUnits is the most units of a code sheet.
const maxUnits = 20_000

// ErrSheet says that a file is no code sheet: it cannot be read as a table with
// document, paragraph and codes.
var ErrSheet = errors.New("this is no code sheet")

// Unit is one row of a code sheet: one act that a coder found in a passage.
type Unit struct {
	Document, Paragraph          string // "001", "P27"
	Number                       int    // within the passage, from 1
	States                       string // codes separated by blanks, in the order of the package; "" if left empty
	Status, Basis, Domain, Scope string // codes of the package, what was written if it is none, "" if left empty
	Note                         string
}

// Blank reports whether the coder left the row empty.
func (u Unit) Blank() bool { return u.Status+u.Basis+u.Domain+u.Scope+u.States == "" }

// ReadSheet reads a code sheet that a person filled in, in the order of its
// rows. It takes commas, semicolons and tabs, UTF-8 and UTF-16, columns in any
// order, short rows, and codes by their names in any language. What is no code
// stays as written. The error is [ErrSheet].
func (d *Dataset) ReadSheet(from io.Reader) ([]Unit, error) {
	data, err := io.ReadAll(io.LimitReader(from, maxSheet+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSheet, err)
	}
	if len(data) > maxSheet {
		return nil, fmt.Errorf("%w: it is longer than %d MiB", ErrSheet, maxSheet>>20)
	}
	text, err := decode(string(data), "")
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSheet, err)
	}
	var dia dialect
	text, dia.Delimiter = sniff(strings.TrimLeft(text, "\r\n"))
	r := newCSVReader(text, dia)
	var head map[string]int
	var out []Unit
	numbers := map[string]int{} // units met, by passage
	names := d.names()
	for n := 1; ; n++ {
		rec, more, err := r.next(nil)
		if !more {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%w: row %d: %w", ErrSheet, n, err)
		}
		if !slices.ContainsFunc(rec, func(c string) bool { return strings.TrimSpace(c) != "" }) {
			continue
		}
		if head == nil {
			head = map[string]int{}
			for i, c := range rec {
				head[strings.ToLower(strings.TrimSpace(c))] = i
			}
			for _, need := range []string{"document", "paragraph", "status", "domain"} {
				if _, ok := head[need]; !ok {
					return nil, fmt.Errorf("%w: it has no column %q", ErrSheet, need)
				}
			}
			continue
		}
		cell := func(column string) string {
			if i, ok := head[column]; ok && i < len(rec) {
				return tidyLine(rec[i], 400)
			}
			return ""
		}
		u := Unit{
			Document: documentID(d, cell("document")), Paragraph: Passage(cell("paragraph")),
			Status: names.code(StatusList, cell("status")), Basis: names.code(BasisList, cell("basis")),
			Scope: names.code(scopes, cell("scope")), Domain: names.code(domainNames, cell("domain")), Note: cell("note"),
			States: d.inOrder(strings.Fields(strings.ToUpper(strings.NewReplacer(",", " ", ";", " ").Replace(cell("states"))))),
		}
		if u.Document == "" || u.Paragraph == "" {
			continue
		}
		key := u.Document + " " + u.Paragraph
		numbers[key]++
		u.Number = numbers[key]
		if len(out) == maxUnits {
			return nil, fmt.Errorf("%w: it has more than %d rows", ErrSheet, maxUnits)
		}
		out = append(out, u)
	}
	if head == nil {
		return nil, fmt.Errorf("%w: it is empty", ErrSheet)
	}
	return out, nil
}

// inOrder is codes of states separated by blanks, in the order of the package,
// whatever the order in which they were written.
func (d *Dataset) inOrder(codes []string) string {
	at := func(code string) int {
		i := slices.IndexFunc(d.Countries, func(c Country) bool { return c.Code == code })
		if i < 0 {
			return len(d.Countries)
		}
		return i
	}
	sorts.Stable(codes, func(a, b string) int { return at(a) - at(b) })
	return strings.Join(slices.Compact(codes), " ")
}

// Passage is the passage that a statement's paragraph names first: "P3" of
// "P3 (P1)", since what stands in brackets says the same again.
func Passage(paragraph string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(paragraph), " ")
	return strings.ToUpper(strings.Trim(first, ",;."))
}

// documentID is the id that a person wrote, which a spreadsheet may have made a
// number: "1" for "001".
func documentID(d *Dataset, text string) string {
	if d.Document(text) != nil {
		return text
	}
	if n, err := strconv.Atoi(text); err == nil {
		for i := range d.Documents {
			if id := d.Documents[i].ID; len(id) > len(text) && strings.TrimLeft(id, "0") == strings.TrimLeft(strconv.Itoa(n), "0") {
				return id
			}
		}
	}
	return text
}

// The lists among [codeNames] that are no code lists of a package.
const (
	domainNames = "domain"
	scopes      = "scope"
)

// codeNames is codes by what a person may call them, folded, by list.
type codeNames map[string]map[string]string

func (d *Dataset) names() codeNames {
	out := codeNames{}
	put := func(list, code string, name Text) {
		if out[list] == nil {
			out[list] = map[string]string{}
		}
		out[list][Fold(code)] = code
		for _, n := range name {
			if key := Fold(n); out[list][key] == "" {
				out[list][key] = code
			}
		}
	}
	for _, list := range []string{StatusList, BasisList} {
		for _, c := range d.Codes(list) {
			put(list, c.Code, c.Name)
		}
	}
	for i := range d.Statements {
		put(scopes, d.Statements[i].Scope, nil)
	}
	for i := range d.Domains {
		put(domainNames, d.Domains[i].Code, d.Domains[i].Name)
	}
	return out
}

// code is the code that a person means, or what was written.
func (n codeNames) code(list, text string) string {
	if c, ok := n[list][Fold(text)]; ok {
		return c
	}
	return text
}
