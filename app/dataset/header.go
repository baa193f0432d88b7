package dataset

import (
	"fmt"
	"slices"
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
		return &Finding{Row: t.titled, Column: t.spec.columns[0], Fault: "column is missing", Mend: "the first row must name the columns"}
	case len(t.head) == 0:
		return &Finding{Fault: "has no header row"}
	case t.titled > 0:
		f.add(Finding{File: t.file, Row: t.titled, Fault: "is a title over the table", Mend: fmt.Sprintf("read as if the table began with row %d", at), Note: true})
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
			f.add(Finding{File: t.file, Row: at, Fault: fmt.Sprintf("column %d has no name", i+1), Mend: "name it, or take it out"})
			continue
		}
		if _, twice := t.cols[h]; twice {
			f.add(Finding{File: t.file, Row: at, Column: h, Fault: "column stands twice", Mend: "keep one"})
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
			return &Finding{Row: at, Column: c, Fault: "column is missing", Mend: "the first row must name the columns"}
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
		f.add(Finding{File: t.file, Row: at, Column: strings.Join(lacks, ", "), Fault: "is in the schema and not in the table", Mend: "add the columns, or take them out of datapackage.json"})
	}
	if len(more) > 0 && how != "partial" && how != "subset" {
		f.add(Finding{File: t.file, Row: at, Column: strings.Join(more, ", "), Fault: "is not in the schema", Mend: "declare the columns in datapackage.json"})
	}
}
