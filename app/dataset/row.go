package dataset

import (
	"maps"
	"slices"
	"strings"
)

// row is one record of a table with its number in the file.
type row struct {
	t *table
	i int // in t.rows
	f *findings
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
		return r.t.tidy(r.t.rows[r.i][i])
	}
	return ""
}

// tidy is tidy of a cell.
func (t *table) tidy(cell string) string {
	if t.vouched {
		return cell
	}
	return tidy(cell)
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
		if s := t.tidy(rec[i]); s != "" {
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
