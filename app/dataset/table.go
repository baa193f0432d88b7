package dataset

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits on what is read from a package; a file over one of them is refused.
const (
	maxFile = 64 << 20 // bytes, after unpacking
	maxRows = 1 << 20
	maxCols = 500
	maxCell = 1 << 20 // bytes
)

// readFile reads one file of a package through the size limit.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read from
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("%s is over %d MiB", name, maxFile>>20)
	}
	return data, nil
}

// table is a CSV file read whole.
type table struct {
	file string
	cols map[string]int
	text map[string]map[string]int // field, language, column
	rows [][]string
}

// row is one record of a table with its number in the file.
type row struct {
	t *table
	n int // 1 is the header
	v []string
	f *findings
}

var errRefused = errors.New("dataset: table refused")

// readTable reads name. What is wrong goes to f; an error means that there is
// no table at all. A row that is too short or too long is left out.
func readTable(fsys fs.FS, name string, required []string, f *findings) (*table, error) {
	data, err := readFile(fsys, name)
	if err != nil {
		fault := "cannot be read: " + err.Error()
		if errors.Is(err, fs.ErrNotExist) {
			fault = "is missing"
		}
		f.add(Finding{File: name, Fault: fault})
		return nil, errRefused
	}
	if rest, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		data = rest
	}
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		f.add(Finding{File: name, Fault: "is not UTF-8 text", Mend: "save it as CSV, UTF-8"})
		return nil, errRefused
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	r.ReuseRecord = false
	head, err := r.Read()
	if err != nil {
		f.add(Finding{File: name, Fault: "has no header row"})
		return nil, errRefused
	}
	if len(head) > maxCols {
		f.add(Finding{File: name, Row: 1, Fault: fmt.Sprintf("has %d columns, more than %d", len(head), maxCols)})
		return nil, errRefused
	}
	t := &table{file: name, cols: map[string]int{}, text: map[string]map[string]int{}}
	for i, h := range head {
		h = strings.TrimSpace(h)
		if _, twice := t.cols[h]; twice {
			f.add(Finding{File: name, Row: 1, Column: h, Fault: "column stands twice", Mend: "keep one"})
			continue
		}
		t.cols[h] = i
		field, lang, _ := strings.Cut(h, "@")
		if t.text[field] == nil {
			t.text[field] = map[string]int{}
		}
		t.text[field][lang] = i
	}
	for _, c := range required {
		if _, ok := t.cols[c]; !ok {
			f.add(Finding{File: name, Row: 1, Column: c, Fault: "column is missing"})
			return nil, errRefused
		}
	}
	for n := 2; ; n++ {
		rec, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if err != nil {
			f.add(Finding{File: name, Row: n, Fault: "is not CSV: " + err.Error(), Mend: "check the quotation marks"})
			return t, nil //nolint:nilerr // the finding says it; the rows before stay
		}
		switch {
		case len(rec) == 1 && strings.TrimSpace(rec[0]) == "":
			t.rows = append(t.rows, nil)
			continue
		case len(rec) != len(head):
			f.add(Finding{File: name, Row: n, Fault: fmt.Sprintf("has %d cells, the header has %d", len(rec), len(head))})
			t.rows = append(t.rows, nil)
			continue
		case slices.ContainsFunc(rec, func(c string) bool { return len(c) > maxCell }):
			f.add(Finding{File: name, Row: n, Fault: "has a cell over 1 MiB"})
			t.rows = append(t.rows, nil)
			continue
		}
		if len(t.rows) >= maxRows {
			f.add(Finding{File: name, Row: n, Fault: fmt.Sprintf("has more than %d rows", maxRows)})
			return t, nil
		}
		t.rows = append(t.rows, rec)
	}
}

// each calls fn for every row that was kept.
func (t *table) each(f *findings, fn func(row)) {
	if t == nil {
		return
	}
	for i, v := range t.rows {
		if v != nil {
			fn(row{t, i + 2, v, f})
		}
	}
}

func (r row) str(col string) string {
	if i, ok := r.t.cols[col]; ok {
		return tidy(r.v[i])
	}
	return ""
}

// list splits a cell of codes at spaces.
func (r row) list(col string) []string { return strings.Fields(r.str(col)) }

// txt gathers a field in all its languages; nil if every cell is empty.
func (r row) txt(field string) Text {
	var t Text
	for lang, i := range r.t.text[field] {
		if s := tidy(r.v[i]); s != "" {
			if t == nil {
				t = Text{}
			}
			t[lang] = s
		}
	}
	return t
}

func (r row) fault(col, fault, mend string) {
	r.f.add(Finding{File: r.t.file, Row: r.n, Column: col, Value: r.str(col), Fault: fault, Mend: mend})
}

// tidy trims a cell and drops what could deceive the eye: control characters
// and marks that reorder text.
func tidy(s string) string {
	s = strings.TrimSpace(s)
	if !strings.ContainsFunc(s, deceptive) {
		return s
	}
	return strings.Map(func(c rune) rune {
		if deceptive(c) {
			return -1
		}
		return c
	}, s)
}

func deceptive(c rune) bool {
	return c < ' ' && c != '\n' && c != '\t' || c == 0x7f ||
		c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f || c == 0xfeff
}
