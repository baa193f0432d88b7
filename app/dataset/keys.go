package dataset

import (
	"slices"
	"strings"
)

// checkUnique leaves out the rows whose primary key another has, and reports
// those that repeat another unique key.
func (t *table) checkUnique(f *findings, key []string) {
	at := t.indices(key)
	if at == nil {
		return
	}
	primary := strings.Join(key, "\x00") == strings.Join(t.schema.PrimaryKey, "\x00")
	seen := make(map[string]bool, len(t.rows))
	for i, rec := range t.rows {
		k := joined(rec, at)
		if rec == nil || strings.Trim(k, "\x00") == "" {
			continue
		}
		if seen[k] {
			t.fault(f, i, key[0], strings.ReplaceAll(k, "\x00", " "), Phrase{Key: "finding.usedTwice"}, Phrase{Key: "finding.giveAnother"})
			if primary {
				t.rows[i] = nil // another row has the key
				t.left++
			}
		}
		seen[k] = true
	}
}

// indices finds the columns of a key; nil if the table has not all of them.
func (t *table) indices(key []string) []int {
	if t == nil || len(key) == 0 || len(key) > maxCols {
		return nil
	}
	var at []int
	for _, k := range key {
		i, ok := t.cols[k]
		if !ok {
			return nil
		}
		at = append(at, i)
	}
	return at
}

func joined(rec []string, at []int) string {
	if rec == nil {
		return ""
	}
	if len(at) == 1 {
		return tidy(rec[at[0]])
	}
	parts := make([]string, len(at))
	for i, k := range at {
		parts[i] = tidy(rec[k])
	}
	return strings.Join(parts, "\x00")
}

// keySet is the values of some columns of a table, made once.
func (in *reader) keySet(name string, key []string) map[string]bool {
	t := in.tables[name]
	at := t.indices(key)
	if at == nil {
		return nil
	}
	id := name + "\x00" + strings.Join(key, "\x00")
	if set := in.sets[id]; set != nil {
		return set
	}
	set := make(map[string]bool, len(t.rows))
	for _, rec := range t.rows {
		if rec != nil {
			set[joined(rec, at)] = true
		}
	}
	in.sets[id] = set
	return set
}

// checkKeys reports the cells that refer to nothing, and empties them; of a
// list it takes out the items.
func (in *reader) checkKeys() {
	for _, spec := range tables {
		t := in.tables[spec.name]
		if t == nil {
			continue
		}
		for _, x := range t.schema.Fields {
			if x != nil && x.References != nil {
				in.checkItems(t, x)
			}
		}
		for _, k := range t.schema.ForeignKeys {
			in.checkForeign(t, k)
		}
	}
}

func (in *reader) checkForeign(t *table, k foreignKey) {
	name := k.Reference.Resource
	if name == "" {
		name = t.name
	}
	at := t.indices(k.Fields)
	set := in.keySet(name, k.Reference.Fields)
	if at == nil || len(k.Fields) != len(k.Reference.Fields) || set == nil {
		return
	}
	like := resembling(set)
	for i, rec := range t.rows {
		v := joined(rec, at)
		if strings.Trim(v, "\x00") == "" || set[v] {
			continue
		}
		if as := like(v); len(at) == 1 && as != "" {
			t.tell(i, k.Fields[0], v, as, Phrase{Key: "finding.otherwiseIn", Name: in.tables[name].file})
			rec[at[0]] = as
			continue
		}
		if in.found.follow(place{t.file, t.nums[i]}, name, v) {
			t.report(i, k.Fields[0])
		} else {
			t.fault(&in.found, i, k.Fields[0], strings.ReplaceAll(v, "\x00", " "), Phrase{Key: "finding.notIn", Name: in.tables[name].file}, Phrase{Key: "finding.addThere"})
		}
		for _, c := range at {
			rec[c] = ""
		}
	}
}

// checkItems checks a column whose cells are lists of keys.
func (in *reader) checkItems(t *table, x *field) {
	at := t.indices([]string{x.Name})
	set := in.keySet(x.References.Resource, []string{x.References.Field})
	if at == nil || set == nil || x.Delimiter == "" {
		return
	}
	target := in.tables[x.References.Resource].file
	like := resembling(set)
	good := map[string]bool{} // whole cells, which repeat
	for i, rec := range t.rows {
		if rec == nil || rec[at[0]] == "" || good[rec[at[0]]] {
			continue
		}
		cell := tidy(rec[at[0]])
		known, unknown := 0, []string{}
		items := splitList(cell, x.Delimiter)
		as := ""
		for _, v := range items {
			if !set[v] {
				if as = like(v); as == "" {
					unknown = append(unknown, v)
					continue
				}
				v = as
			}
			items[known] = v
			known++
		}
		if len(unknown) == 0 && as != "" {
			rec[at[0]] = strings.Join(items[:known], x.Delimiter)
			t.tell(i, x.Name, cell, rec[at[0]], Phrase{Key: "finding.otherwiseIn", Name: target})
			continue
		}
		if len(unknown) == 0 {
			if len(good) < 1000 {
				good[rec[at[0]]] = true
			}
			continue
		}
		if parts := strings.FieldsFunc(cell, func(c rune) bool { return strings.ContainsRune(" ,;", c) }); strings.ContainsAny(cell, ",;") && all(parts, set) {
			rec[at[0]] = strings.Join(parts, x.Delimiter)
			t.tell(i, x.Name, cell, rec[at[0]], Phrase{Key: "finding.otherSigns"})
			continue
		}
		lost := slices.DeleteFunc(unknown, func(v string) bool {
			return in.found.follow(place{t.file, t.nums[i]}, x.References.Resource, v)
		})
		if len(lost) == 0 {
			t.report(i, x.Name)
		} else {
			t.fault(&in.found, i, x.Name, strings.Join(lost, " "), Phrase{Key: "finding.notIn", Name: target}, Phrase{Key: "finding.addThere"})
		}
		rec[at[0]] = strings.Join(items[:known], x.Delimiter)
	}
}

func all(list []string, set map[string]bool) bool {
	for _, v := range list {
		if !set[v] {
			return false
		}
	}
	return true
}
