// Package agreement compares two codings of the same documents: how many units
// each found, and how far the codes of those that match agree beyond chance.
package agreement

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/internal/sorts"
)

// Kappa is Cohen's kappa of pairs of answers, and the share of pairs whose
// answers are equal. Kappa is NaN where chance alone would give full agreement,
// as with a single category; both are NaN without pairs.
func Kappa(pairs [][2]string) (equal, kappa float64) {
	n := float64(len(pairs))
	if n == 0 {
		return math.NaN(), math.NaN()
	}
	same := 0.0
	first, second := map[string]float64{}, map[string]float64{}
	for _, p := range pairs {
		first[p[0]]++
		second[p[1]]++
		if p[0] == p[1] {
			same++
		}
	}
	byChance := 0.0 // times n squared, so that whole numbers stay whole
	for code, k := range first {
		byChance += k * second[code]
	}
	equal = same / n
	if byChance == n*n {
		return equal, math.NaN()
	}
	return equal, (same*n - byChance) / (n*n - byChance)
}

// Field is one field of the statements as both coders have it.
type Field struct {
	Name         Name
	Pairs, Equal int
	Share, Kappa float64 // see [Kappa]
}

// Name names a field.
type Name string

// The fields that are compared.
const (
	Status Name = "status"
	Domain Name = "domain"
	Basis  Name = "basis"
	Scope  Name = "scope"
	States Name = "states"
)

// Names lists the fields in the order in which they are shown.
func Names() []Name { return []Name{Status, Domain, Basis, Scope, States} }

// Of returns a field of a statement; of states, their codes in the order of the alphabet.
func (f Name) Of(s *dataset.Statement) string {
	switch f {
	case Status:
		return s.Status
	case Domain:
		return s.Domain
	case Basis:
		return s.Basis
	case States:
		return strings.Join(slices.Sorted(slices.Values(s.States)), " ")
	}
	return s.Scope
}

// OfUnit returns a field of a unit; "" if the coder left it empty.
func (f Name) OfUnit(u *dataset.Unit) string {
	switch f {
	case Status:
		return u.Status
	case Domain:
		return u.Domain
	case Basis:
		return u.Basis
	case States:
		return strings.Join(slices.Sorted(strings.FieldsSeq(u.States)), " ")
	}
	return u.Scope
}

// Row is a statement of the package beside the unit of a sheet that matches it;
// one of them is nil where the other coder has none.
type Row struct {
	Document, Paragraph string
	Ours                *dataset.Statement
	Theirs              *dataset.Unit
}

// Differs reports whether both have the field, with other codes.
func (r Row) Differs(f Name) bool {
	return r.Ours != nil && r.Theirs != nil && f.OfUnit(r.Theirs) != "" && f.Of(r.Ours) != f.OfUnit(r.Theirs)
}

// Disputed reports whether the row differs in a field, or has one side only.
func (r Row) Disputed() bool {
	return r.Ours == nil || r.Theirs == nil || slices.ContainsFunc(Names(), r.Differs)
}

// Result is a sheet compared with a package.
type Result struct {
	Rows                  []Row   // by passage, in the order of the sheet
	Ours, Theirs, Matched int     // units in the passages that the sheet codes
	Fields                []Field // of the matched units; those that the sheet has
}

// Compare compares the units of a sheet with the statements of a package, in
// the passages where the sheet has a unit that is not blank. Within a passage
// units match in order, so that as many codes as possible are equal: that
// flatters, and who reads the figures must know it.
func Compare(d *dataset.Dataset, units []dataset.Unit) Result {
	var order []passage
	seen := map[passage]bool{}
	for i := range units {
		if u := &units[i]; !u.Blank() {
			if k := (passage{u.Document, u.Paragraph}); !seen[k] {
				seen[k], order = true, append(order, k)
			}
		}
	}
	return compare(d, units, order)
}

// CompareDocument is [Compare] for somebody who coded a whole document: what they
// found nothing in is compared, too. Passages come in the order of their numbers.
func CompareDocument(d *dataset.Dataset, document string, units []dataset.Unit) Result {
	var order []passage
	seen := map[passage]bool{}
	add := func(k passage) {
		if k.document == document && !seen[k] {
			seen[k], order = true, append(order, k)
		}
	}
	for i := range units {
		add(passage{units[i].Document, units[i].Paragraph})
	}
	for i := range d.Statements {
		add(passage{d.Statements[i].Document, dataset.Passage(d.Statements[i].Paragraph)})
	}
	number := func(k passage) int {
		n, _ := strconv.Atoi(strings.TrimPrefix(k.paragraph, "P"))
		return n
	}
	sorts.Stable(order, func(a, b passage) int { return number(a) - number(b) })
	return compare(d, units, order)
}

type passage struct{ document, paragraph string }

func compare(d *dataset.Dataset, units []dataset.Unit, order []passage) Result {
	theirs := map[passage][]*dataset.Unit{}
	for i := range units {
		if u := &units[i]; !u.Blank() {
			k := passage{u.Document, u.Paragraph}
			theirs[k] = append(theirs[k], u)
		}
	}
	ours := map[passage][]*dataset.Statement{}
	for i := range d.Statements {
		s := &d.Statements[i]
		k := passage{s.Document, dataset.Passage(s.Paragraph)}
		ours[k] = append(ours[k], s)
	}
	var r Result
	pairs := map[Name][][2]string{}
	for _, k := range order {
		for _, row := range align(ours[k], theirs[k]) {
			row.Document, row.Paragraph = k.document, k.paragraph
			r.Rows = append(r.Rows, row)
			if row.Ours != nil {
				r.Ours++
			}
			if row.Theirs != nil {
				r.Theirs++
			}
			if row.Ours == nil || row.Theirs == nil {
				continue
			}
			r.Matched++
			for _, f := range Names() {
				if code := f.OfUnit(row.Theirs); code != "" {
					pairs[f] = append(pairs[f], [2]string{f.Of(row.Ours), code})
				}
			}
		}
	}
	for _, name := range Names() {
		list := pairs[name]
		if len(list) == 0 {
			continue
		}
		f := Field{Name: name, Pairs: len(list)}
		for _, p := range list {
			if p[0] == p[1] {
				f.Equal++
			}
		}
		f.Share, f.Kappa = Kappa(list)
		r.Fields = append(r.Fields, f)
	}
	return r
}

// alike is how many codes two units share, and a little for being a pair at
// all.
func alike(s *dataset.Statement, u *dataset.Unit) int {
	n := 1
	for _, f := range Names() {
		if f.Of(s) == f.OfUnit(u) {
			n += 2
		}
	}
	return n
}

// mostAligned bounds the table of a passage; one with more units, which no text
// has, is matched one by one.
const mostAligned = 400

// align matches the units of a passage in order, with gaps where one coder has
// more, so that the codes agree most.
func align(ours []*dataset.Statement, theirs []*dataset.Unit) []Row {
	n, m := len(ours), len(theirs)
	if n > mostAligned || m > mostAligned {
		var out []Row
		for i := range max(n, m) {
			var row Row
			if i < n {
				row.Ours = ours[i]
			}
			if i < m {
				row.Theirs = theirs[i]
			}
			out = append(out, row)
		}
		return out
	}
	best := make([][]int, n+1) // of what is left from i and j on
	for i := range best {
		best[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j+1]+alike(ours[i], theirs[j]), best[i+1][j], best[i][j+1])
		}
	}
	var out []Row
	i, j := 0, 0
	for i < n || j < m {
		switch {
		case i < n && j < m && best[i][j] == best[i+1][j+1]+alike(ours[i], theirs[j]):
			out = append(out, Row{Ours: ours[i], Theirs: theirs[j]})
			i, j = i+1, j+1
		case j == m || i < n && best[i][j] == best[i+1][j]:
			out = append(out, Row{Ours: ours[i]})
			i++
		default:
			out = append(out, Row{Theirs: theirs[j]})
			j++
		}
	}
	return out
}
