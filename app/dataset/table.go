package dataset

import (
	"errors"
	"fmt"
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
	vouched    bool                      // see files
	titled     int                       // the first row of a title over the header; 0 if there is none
	habits     map[habitKey]*told        // cells read otherwise than they are written
	bad        []uint64                  // a bit for each cell with a finding, and one for each row

	alike   map[string]Text  // texts of a field that several rows have
	ordered map[string][]int // the columns of a field, for these
	cells   []byte           // of the field at hand
}

// load reads a table; nil, nil is one that the package has not. The error is a
// [refusal] of the table, or [ErrUnsafe] of the package.
func (in *reader) load(spec tableSpec) (*table, error) {
	r := in.desc.byName[spec.name]
	if r == nil {
		r = &resource{Name: spec.name, Path: onePath(spec.name + ".csv")}
	}
	t := &table{name: spec.name, file: string(r.Path), spec: spec, vouched: in.vouched}
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
	if text, err = in.decode(raw, r.Encoding); err != nil && r.Encoding == "" {
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
	t.check(in)
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
