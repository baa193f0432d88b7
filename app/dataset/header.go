package dataset

import (
	"slices"
	"strconv"
	"strings"
)

// addHead takes a row of the header; several are joined.
func (t *table) addHead(rec []string, d dialect) {
	join := " "
	if d.HeaderJoin != nil {
		join = *d.HeaderJoin
	}
	for i, h := range rec {
		h = tidyLine(h, 100)
		if i == len(t.head) {
			t.head = append(t.head, h)
		} else if h != "" {
			t.head[i] += join + h
		}
	}
}

// names reports whether a row names any column that the table must have.
func (t *table) names(rec []string) bool {
	return slices.ContainsFunc(rec, func(h string) bool {
		name, _, _ := strings.Cut(tidyLine(h, 100), "@")
		return slices.ContainsFunc(t.spec.columns, func(c string) bool { return strings.EqualFold(c, name) })
	})
}

// columns finds the columns in the header; a finding is a table without one
// that everything needs.
func (t *table) columns(f *findings, at int) *Finding {
	for len(t.head) > 0 && t.head[len(t.head)-1] == "" {
		t.head = t.head[:len(t.head)-1]
	}
	t.cols, t.text = map[string]int{}, map[string]map[string]int{}
	switch {
	case len(t.head) == 0 && t.titled > 0:
		return &Finding{Row: t.titled, Column: t.spec.columns[0], Fault: Phrase{Key: "finding.columnMissing"}, Mend: Phrase{Key: "finding.firstRow"}}
	case len(t.head) == 0:
		return &Finding{Fault: Phrase{Key: "finding.noHeader"}}
	case t.titled > 0:
		f.add(Finding{File: t.file, Row: t.titled, Fault: Phrase{Key: "finding.titleOver"}, Mend: Phrase{Key: "finding.beginsAt", Name: strconv.Itoa(at)}, Note: true})
	}
	fields := map[string]string{}
	for name := range t.schema.byName {
		fields[strings.ToLower(name)] = name
	}
	for i, h := range t.head {
		if name, ok := fields[strings.ToLower(h)]; ok {
			h = name // headers are read without regard to case
		}
		if h == "" {
			f.add(Finding{File: t.file, Row: at, Fault: Phrase{Key: "finding.noName", Name: strconv.Itoa(i + 1)}, Mend: Phrase{Key: "finding.nameIt"}})
			continue
		}
		if _, twice := t.cols[h]; twice {
			f.add(Finding{File: t.file, Row: at, Column: h, Fault: Phrase{Key: "finding.columnTwice"}, Mend: Phrase{Key: "finding.keepOne"}})
			continue
		}
		t.cols[h] = i
		name, lang, _ := strings.Cut(h, "@")
		if t.text[name] == nil {
			t.text[name] = map[string]int{}
		}
		t.text[name][lang] = i
	}
	for _, c := range t.spec.columns {
		if len(t.text[c]) == 0 {
			return &Finding{Row: at, Column: c, Fault: Phrase{Key: "finding.columnMissing"}, Mend: Phrase{Key: "finding.firstRow"}}
		}
	}
	t.match(f, at)
	return nil
}

// match compares the columns with the schema, as its fieldsMatch says.
func (t *table) match(f *findings, at int) {
	how := ""
	if len(t.schema.FieldsMatch) > 0 {
		how = t.schema.FieldsMatch[0]
	}
	var lacks, more []string
	for _, x := range t.schema.Fields {
		if x == nil || x.lent {
			continue
		}
		if _, ok := t.cols[x.Name]; !ok {
			lacks = append(lacks, tidyLine(x.Name, 60))
		}
	}
	for _, h := range t.head {
		if x := t.schema.byName[h]; h != "" && (x == nil || x.lent) {
			more = append(more, h)
		}
	}
	if len(lacks) > 0 && how != "partial" && how != "superset" {
		f.add(Finding{File: t.file, Row: at, Column: strings.Join(lacks, ", "), Fault: Phrase{Key: "finding.notInTable"}, Mend: Phrase{Key: "finding.addColumns"}})
	}
	if len(more) > 0 && how != "partial" && how != "subset" {
		f.add(Finding{File: t.file, Row: at, Column: strings.Join(more, ", "), Fault: Phrase{Key: "finding.notInSchema"}, Mend: Phrase{Key: "finding.declareColumns"}})
	}
}
