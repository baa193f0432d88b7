package dataset

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/internal/plain"
)

// tableSpec is what the reader needs of a table that it knows.
type tableSpec struct {
	name    string
	needed  bool     // no package without it
	columns []string // that must be there, in any language
	keys    []string // that no row may leave empty
}

// tables lists the tables that make up the content of a package, in the order
// in which they are read. The order of [tableHash] is its own.
var tables = []tableSpec{
	{"codes", false, []string{"list", "code", "name"}, []string{"list", "code"}},
	{"places", false, []string{"id", "lon", "lat", "name"}, []string{"id"}},
	{"place_names", false, []string{"place", "name"}, []string{"place"}},
	{"domains", true, []string{"code", "name"}, []string{"code"}},
	{"states", true, []string{"code", "iso2", "name"}, []string{"code", "iso2"}},
	{"meetings", true, []string{"id", "date", "mode", "level", "title", "parties"}, []string{"id"}},
	{"documents", true, []string{"id", "kind", "meetings"}, []string{"id"}},
	{"paragraphs", false, []string{"document", "paragraph", "fingerprint", "letters"}, []string{"document", "paragraph", "fingerprint"}},
	{"comments", false, []string{"id", "document", "text"}, []string{"document"}},
	{"notes", false, []string{"id", "document", "text"}, []string{"document"}},
	{"statements", true, []string{"id", "document", "meeting", "states", "status", "basis", "domain", "text"}, []string{"id", "document", "meeting", "states", "status", "domain"}},
	{"retired", false, []string{"id", "into"}, []string{"id", "into"}},
	{"history", false, []string{"version", "statement", "field", "was"}, []string{"version", "statement", "field"}},
	{"people", false, []string{"id", "person", "state", "name", "post"}, []string{"id", "person"}},
	{"participants", false, []string{"meeting", "state", "person", "rank"}, []string{"meeting", "state"}},
	{"terms", false, []string{"id", "term", "definition"}, []string{"id"}},
}

func isTable(name string) bool {
	return slices.ContainsFunc(tables, func(t tableSpec) bool { return t.name == name })
}

func isNeeded(name string) bool {
	return slices.ContainsFunc(tables, func(t tableSpec) bool { return t.name == name && t.needed })
}

// table is a CSV file read whole.
type table struct {
	name, file string
	spec       tableSpec
	schema     *schema
	head       []string
	cols       map[string]int
	text       map[string]map[string]int // field, language, column
	rows       [][]string                // nil is a row left out
	nums       []int                     // number of each row in the file, the header is row 1
	left       int                       // rows left out
	titled     int                       // the first row of a title over the header; 0 if there is none
	habits     map[habitKey]*told        // cells read otherwise than they are written
	bad        []uint64                  // a bit for each cell with a finding, and one for each row

	alike   map[string]Text  // texts of a field that several rows have
	ordered map[string][]int // the columns of a field, for these
	cells   []byte           // of the field at hand
}

// row is one record of a table with its number in the file.
type row struct {
	t *table
	i int // in t.rows
	f *findings
}

// load reads a table; nil, nil is one that the package has not. The error is a
// [refusal] of the table, or [ErrUnsafe] of the package.
func (in *reader) load(spec tableSpec) (*table, error) {
	r := in.desc.byName[spec.name]
	if r == nil {
		r = &resource{Name: spec.name, Path: onePath(spec.name + ".csv")}
	}
	t := &table{name: spec.name, file: string(r.Path), spec: spec}
	refuse := func(f Finding) (*table, error) {
		f.File = t.file
		f = f.tidied()
		return nil, (*refusal)(&f)
	}
	switch {
	case in.has(t.file):
	case spec.needed:
		return refuse(Finding{Fault: Phrase{Key: "finding.missing"}})
	default:
		return nil, nil
	}
	text, sum, err := in.read(t.file, maxFile)
	if errors.Is(err, ErrUnsafe) {
		return nil, err
	}
	r.read = true
	if err != nil {
		return refuse(Finding{Fault: unread(err)})
	}
	in.sums[spec.name] = sum
	in.checkHash(r, sum[:])
	raw := text
	if text, err = decode(raw, r.Encoding); err != nil && r.Encoding == "" {
		if as, name, ok := guess(raw); ok {
			text, err = as, nil
			in.found.add(Finding{File: t.file, Fault: Phrase{Key: "finding.notText", Name: "UTF-8"}, Mend: Phrase{Key: "finding.readAsSave", Name: name}, Note: true})
		}
	}
	if err != nil {
		return refuse(Finding{Fault: phrase(err), Mend: Phrase{Key: "finding.saveOrDeclare"}})
	}
	t.schema = in.schemaOf(spec.name, r)
	if fault, err := in.parse(t, text, in.dialectOf(r)); err != nil {
		return nil, err
	} else if fault != nil {
		return refuse(*fault)
	}
	t.check(&in.found)
	return t, nil
}

func (in *reader) dialectOf(r *resource) dialect {
	var d dialect
	if len(r.Dialect) > 0 {
		err := shallow(r.Dialect)
		if err == nil {
			err = plain.Unmarshal(r.Dialect, &d)
		}
		if err != nil {
			in.found.add(Finding{File: descriptorFile, Column: "dialect", Value: r.Name, Fault: phrase(err)})
			d = dialect{}
		}
	}
	if d.Delimiter == "" && (strings.EqualFold(r.Format, "tsv") || strings.EqualFold(path.Ext(string(r.Path)), ".tsv")) {
		d.Delimiter = "\t"
	}
	return d
}

// parse splits the text of a table into header and rows. A finding is a table
// that cannot be used; the error is [ErrUnsafe].
func (in *reader) parse(t *table, text string, d dialect) (*Finding, error) {
	if d.Delimiter == "" {
		text, d.Delimiter = sniff(text)
		if d.Delimiter != "," {
			in.found.add(Finding{File: t.file, Row: 1, Fault: Phrase{Key: "finding.separated", Name: strconv.Quote(d.Delimiter)}, Mend: Phrase{Key: "finding.declareDelimiter"}, Note: true})
		}
	}
	r := newCSVReader(text, d)
	first, last := 1, 1 // rows of the header
	if len(d.HeaderRows) > 0 {
		first, last = slices.Min(d.HeaderRows), slices.Max(d.HeaderRows)
	}
	if d.Header != nil && !*d.Header {
		for _, f := range t.schema.Fields {
			if f != nil && !f.lent {
				t.head = append(t.head, f.Name)
			}
		}
		last = 0
	}
	var rec []string
	for n := 1; ; n++ {
		var more bool
		var err error
		rec, more, err = r.next(rec[:0])
		if !more {
			break
		}
		if errors.Is(err, errQuoteOpen) {
			return &Finding{Row: n, Fault: phrase(err), Mend: Phrase{Key: "finding.checkQuotes"}}, nil
		}
		if in.rowsLeft--; in.rowsLeft < 0 {
			return nil, over(fmt.Sprintf("%d rows", maxRows))
		}
		blank := err == nil && !slices.ContainsFunc(rec, func(c string) bool { return strings.TrimSpace(c) != "" })
		switch {
		case blank && len(t.head) == 0 && len(d.HeaderRows) == 0 && last > 0: // before the header
			last = n + 1
			continue
		case n <= last && (n < first || len(d.HeaderRows) > 0 && !slices.Contains(d.HeaderRows, n)):
			continue
		case n <= last && errors.Is(err, errWide):
			return &Finding{Row: n, Fault: Phrase{Key: "finding.columnsMost", N: maxCols}}, nil
		case n <= last && len(t.head) == 0 && len(d.HeaderRows) == 0 && n <= maxTitle && !t.names(rec): // a title over the table
			if t.titled == 0 {
				t.titled = n
			}
			last = n + 1
			continue
		case n <= last:
			t.addHead(rec, d)
			continue
		}
		if t.cols == nil {
			if f := t.columns(&in.found, last); f != nil {
				return f, nil
			}
		}
		if blank || slices.Contains(d.CommentRows, n) {
			continue
		}
		for len(rec) > len(t.head) && strings.TrimSpace(rec[len(rec)-1]) == "" {
			rec = rec[:len(rec)-1]
		}
		if err == nil && len(rec) != len(t.head) {
			err = Phrase{Key: "finding.cells", Name: strconv.Itoa(len(rec)), Other: strconv.Itoa(len(t.head))}
		}
		if err != nil {
			in.found.add(Finding{File: t.file, Row: n, Fault: phrase(err), Mend: Phrase{Key: "finding.leftOut"}})
			if c, ok := t.cols[t.spec.keys[0]]; ok && c < len(rec) {
				in.found.lose(t.name, tidy(rec[c]), place{t.file, n})
			}
			t.left++
			continue
		}
		if in.cellLeft -= len(rec); in.cellLeft < 0 {
			return nil, over(fmt.Sprintf("%d cells", maxCells))
		}
		t.rows, t.nums = append(t.rows, in.keep(rec)), append(t.nums, n)
	}
	if t.cols == nil {
		return t.columns(&in.found, last), nil
	}
	return nil, nil
}

// maxTitle is the last row of a table that may be a title over it.
const maxTitle = 5

// keep copies a record into a slab, for many small slices cost more.
func (in *reader) keep(rec []string) []string {
	if len(in.slab) < len(rec) {
		in.slab = make([]string, 1<<14)
	}
	out := in.slab[:len(rec):len(rec)]
	in.slab = in.slab[len(rec):]
	copy(out, rec)
	return out
}

// count is how many rows there are, with those that were left out.
func (t *table) count() int {
	if t == nil {
		return 0
	}
	return len(t.rows)
}

// each calls fn for every row that was kept; false leaves the row out.
func (t *table) each(f *findings, fn func(row) bool) {
	if t == nil {
		return
	}
	for i := range t.rows {
		if t.rows[i] == nil {
			continue
		}
		r := row{t, i, f}
		if r.complete() && fn(r) {
			continue
		}
		t.drop(f, i)
	}
}

// complete reports a row that lacks one of the table's keys.
func (r row) complete() bool {
	ok := true
	for _, k := range r.t.spec.keys {
		if r.str(k) == "" {
			r.fault(k, Phrase{Key: "finding.empty"}, Phrase{})
			ok = false
		}
	}
	return ok
}

func (t *table) drop(f *findings, i int) {
	f.lose(t.name, t.key(i), place{t.file, t.nums[i]})
	t.rows[i] = nil
	t.left++
}

func (r row) str(col string) string {
	if i, ok := r.t.cols[col]; ok {
		return tidy(r.t.rows[r.i][i])
	}
	return ""
}

// list splits a cell of keys; one that is named twice counts once.
func (r row) list(col string) []string { return once(strings.Fields(r.str(col))) }

// once drops repeated items; the lists are short.
func once(list []string) []string {
	if len(list) > 64 {
		seen := make(map[string]bool, len(list))
		return slices.DeleteFunc(list, func(x string) bool {
			twice := seen[x]
			seen[x] = true
			return twice
		})
	}
	out := list[:0]
	for _, x := range list {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// txt gathers a field in all its languages; nil if every cell is empty. Rows whose
// cells are the same and short, such as names, share one Text.
func (r row) txt(field string) Text {
	t, rec := r.t, r.t.rows[r.i]
	langs := t.text[field]
	size := 0
	for _, i := range langs {
		size += len(rec[i])
	}
	if size == 0 {
		return nil
	}
	alike := size <= maxAlike && len(langs) > 0
	if alike {
		t.cells = append(append(t.cells[:0], field...), 0)
		for _, i := range t.order(field) {
			t.cells = append(append(t.cells, rec[i]...), 0)
		}
		if text, ok := t.alike[string(t.cells)]; ok {
			return text
		}
	}
	var text Text
	for lang, i := range langs {
		if s := tidy(rec[i]); s != "" {
			if text == nil {
				text = Text{}
			}
			text[lang] = s
		}
	}
	if alike && len(t.alike) < maxTexts {
		if t.alike == nil {
			t.alike = map[string]Text{}
		}
		t.alike[string(t.cells)] = text
	}
	return text
}

// Texts that rows share: of at most so many bytes, and so many of a table.
const (
	maxAlike = 128
	maxTexts = 4096
)

// order is the columns of a field in all its languages.
func (t *table) order(field string) []int {
	if t.ordered == nil {
		t.ordered = map[string][]int{}
	}
	list, ok := t.ordered[field]
	if !ok {
		list = slices.Sorted(maps.Values(t.text[field]))
		t.ordered[field] = list
	}
	return list
}

// key is what other tables name a row by.
func (t *table) key(i int) string {
	if c, ok := t.cols[t.spec.keys[0]]; ok {
		return tidy(t.rows[i][c])
	}
	return ""
}

// follows takes note of a cell that refers to a row of a table that was left
// out, for which there is a fault already.
func (r row) follows(col, table, key string) {
	at := place{r.t.file, r.t.nums[r.i]}
	if !r.f.follow(at, table, key) {
		r.f.add(Finding{File: at.file, Row: at.row, Column: col, Value: key, Fault: Phrase{Key: "finding.refersToLeftOut"}, Note: true})
	}
}

// fault reports a cell, unless it has been reported.
func (r row) fault(col string, fault, mend Phrase) { r.t.fault(r.f, r.i, col, r.str(col), fault, mend) }

func (t *table) fault(f *findings, i int, col, value string, fault, mend Phrase) {
	if t.report(i, col) {
		f.add(Finding{File: t.file, Row: t.nums[i], Column: col, Value: value, Fault: fault, Mend: mend})
	}
}

// report marks a cell as reported; false if it has been.
func (t *table) report(i int, col string) bool {
	c, ok := t.cols[col]
	if !ok {
		c = len(t.head)
	}
	if t.bad == nil {
		t.bad = make([]uint64, len(t.rows)*(len(t.head)+1)/64+1)
	}
	bit := i*(len(t.head)+1) + c
	first := t.bad[bit/64]&(1<<(bit%64)) == 0
	t.bad[bit/64] |= 1 << (bit % 64)
	return first
}
