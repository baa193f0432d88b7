package dataset

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// column is a field of the schema made ready to check one column of a table.
type column struct {
	*field
	at      int
	langs   []int // columns of the same field in other languages
	missing []string
	enum    []string
	oneOf   Phrase // the fault of a value outside it
	pattern *regexp.Regexp
	parse   func(*field, string) (string, bool) // of its type; nil takes a cell as it is
	seen    map[string]bool                     // values so far, of a unique column
}

// verdict is what a check says of a cell: the value as the reader takes it, and
// what is wrong with it. A cell that breaks a constraint keeps its value; one
// that is not of its type is read as empty.
type verdict struct {
	value            string
	fault, mend, how Phrase
}

// check applies the schema to every cell and to the primary key. Keys of other
// tables are checked by [reader.checkKeys].
func (t *table) check(in *reader) {
	f, cols := &in.found, t.ready(in)
	for i, rec := range t.rows {
		for k := range cols {
			c := &cols[k]
			v := c.check(rec)
			switch {
			case v.fault.Key != "":
				t.fault(f, i, c.Name, rec[c.at], v.fault, v.mend)
			case v.how.Key != "":
				t.tell(i, c.Name, rec[c.at], v.value, v.how)
			}
			rec[c.at] = v.value
			if c.seen == nil || v.value == "" {
				continue
			}
			if c.seen[v.value] {
				t.fault(f, i, c.Name, v.value, Phrase{Key: "finding.usedTwice"}, Phrase{Key: "finding.anotherValue"})
			}
			c.seen[v.value] = true
		}
	}
	for _, key := range append([][]string{t.schema.PrimaryKey}, t.schema.UniqueKeys...) {
		t.checkUnique(f, key)
	}
}

// ready compiles the constraints of the columns that the table has.
func (t *table) ready(in *reader) []column {
	var out []column
	wrong := func(x *field, fault Phrase) {
		in.found.add(Finding{File: descriptorFile, Column: "schema", Value: t.name + "." + x.Name, Fault: fault})
	}
	for _, x := range t.schema.Fields {
		if x == nil || t.schema.byName[x.Name] != x {
			continue
		}
		at, ok := t.cols[x.Name]
		if !ok {
			continue
		}
		c := column{field: x, at: at, missing: []string{""}, parse: types[x.Type]}
		switch {
		case x.MissingValues != nil:
			c.missing = *x.MissingValues
		case t.schema.MissingValues != nil:
			c.missing = *t.schema.MissingValues
		}
		if !knownTypes[x.Type] {
			wrong(x, Phrase{Key: "finding.unknownType", Name: x.Type})
		}
		if p := x.Constraints.Pattern; p != "" {
			re, err := in.pattern(p)
			if err != nil {
				wrong(x, phrase(err))
			}
			c.pattern = re
		}
		for _, raw := range x.Constraints.Enum {
			c.enum = append(c.enum, strings.Trim(string(raw), `"`))
		}
		c.oneOf = Phrase{Key: "finding.notOneOf", Name: strings.Join(c.enum, ", ")}
		if x.Constraints.Unique && !slices.Equal(t.schema.PrimaryKey, []string{x.Name}) {
			c.seen = map[string]bool{}
		}
		for lang, i := range t.text[x.Name] {
			if lang != "" {
				c.langs = append(c.langs, i)
			}
		}
		out = append(out, c)
	}
	return out
}

func (c *column) check(rec []string) verdict {
	v := strings.TrimSpace(rec[c.at])
	if slices.Contains(c.missing, v) || v == "" {
		if c.Constraints.Required && !slices.ContainsFunc(c.langs, func(i int) bool { return strings.TrimSpace(rec[i]) != "" }) {
			return verdict{fault: Phrase{Key: "finding.empty"}, mend: Phrase{Key: "finding.mayNotBe"}}
		}
		return verdict{}
	}
	out := c.judge(v)
	if out.fault.Key == "" {
		return out
	}
	x, ok := c.habit(v)
	switch {
	case !ok:
		return out
	case x.fault.Key != "":
		return verdict{fault: x.fault, mend: x.mend}
	}
	if as := c.judge(x.value); as.fault.Key == "" {
		as.how = x.how
		return as
	}
	return out
}

// judge is check of a cell that is not empty, as it is written.
func (c *column) judge(v string) verdict {
	out := verdict{value: v}
	if c.parse != nil {
		var ok bool
		if out.value, ok = c.parse(c.field, v); !ok {
			return verdict{fault: Phrase{Key: typeFaults[c.Type]}, mend: c.mend()}
		}
	}
	out.fault, out.mend = c.breaks(v, out.value)
	if c.Type == "boolean" && out.fault.Key == "" && !c.declares(v) {
		out.fault, out.mend = Phrase{Key: "finding.notOneOf", Name: strings.Join(slices.Concat(c.TrueValues, c.FalseValues), ", ")}, c.mend()
	}
	return out
}

// breaks says which constraint the value breaks, if any.
func (c *column) breaks(raw, value string) (fault, mend Phrase) {
	k := &c.Constraints
	n := -1
	if k.MinLength != nil || k.MaxLength != nil {
		n = utf8.RuneCountInString(raw)
	}
	switch {
	case len(c.enum) > 0 && !slices.Contains(c.enum, value) && !slices.Contains(c.enum, raw):
		return c.oneOf, Phrase{Key: "finding.useOne"}
	case c.pattern != nil && !c.pattern.MatchString(raw):
		return Phrase{Key: "finding.notWritten"}, c.like(raw)
	case k.MinLength != nil && n < *k.MinLength:
		return Phrase{Key: "finding.shorter", N: *k.MinLength}, Phrase{}
	case k.MaxLength != nil && n > *k.MaxLength:
		return Phrase{Key: "finding.longer", N: *k.MaxLength}, Phrase{}
	case k.Minimum != "" && !c.atLeast(value, string(k.Minimum)):
		return Phrase{Key: "finding.below", Name: string(k.Minimum)}, Phrase{}
	case k.Maximum != "" && !c.atLeast(string(k.Maximum), value):
		return Phrase{Key: "finding.above", Name: string(k.Maximum)}, Phrase{}
	case k.Above != "" && (!c.atLeast(value, string(k.Above)) || value == string(k.Above)):
		return Phrase{Key: "finding.notAbove", Name: string(k.Above)}, Phrase{}
	case k.Below != "" && (!c.atLeast(string(k.Below), value) || value == string(k.Below)):
		return Phrase{Key: "finding.notBelow", Name: string(k.Below)}, Phrase{}
	}
	return Phrase{}, Phrase{}
}

// like shows how the cell is written: by the field's example, else by its pattern.
// Of a cell with Cyrillic letters it says that the example's are Latin, for they may
// look the same.
func (c *column) like(raw string) Phrase {
	if s, ok := c.Example.(string); ok && s != "" {
		if strings.ContainsFunc(raw, func(r rune) bool { return unicode.IsLetter(r) && r > unicode.MaxLatin1 }) && !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) {
			return Phrase{Key: "finding.writeLatin", Name: s}
		}
		return Phrase{Key: "finding.writeLike", Name: s}
	}
	return Phrase{Key: "finding.mustMatch", Name: c.Constraints.Pattern}
}

// atLeast compares numbers as numbers, and everything else (dates, years) as
// text. NaN is at least nothing.
func (c *column) atLeast(a, b string) bool {
	if c.Type == "number" || c.Type == "integer" || c.Type == "year" {
		x, err1 := strconv.ParseFloat(a, 64)
		y, err2 := strconv.ParseFloat(b, 64)
		return err1 == nil && err2 == nil && x >= y
	}
	return a >= b
}

func (f *field) mend() Phrase {
	switch f.Type {
	case "boolean":
		t, n := f.bools()
		return Phrase{Key: "finding.writeOr", Name: t[0], Other: n[0]}
	case "number":
		return Phrase{Key: "finding.onlyDigits"}
	case "date":
		return Phrase{Key: "finding.writeLike", Name: "2023-04-27"}
	}
	return Phrase{}
}

// usual truths of Table Schema, which spreadsheets write.
var (
	trueWords  = []string{"true", "True", "TRUE", "1"}
	falseWords = []string{"false", "False", "FALSE", "0"}
)

func (f *field) bools() (yes, no []string) {
	yes, no = f.TrueValues, f.FalseValues
	if len(yes) == 0 {
		yes = trueWords
	}
	if len(no) == 0 {
		no = falseWords
	}
	return yes, no
}

func (f *field) declares(v string) bool {
	yes, no := f.bools()
	return slices.Contains(yes, v) || slices.Contains(no, v)
}

// types holds, for each type, how a cell is read: into a form that the reader
// of the table understands, or not at all.
var types = map[string]func(*field, string) (string, bool){
	"boolean": func(f *field, v string) (string, bool) {
		yes, no := f.bools()
		switch {
		case slices.Contains(yes, v), !slices.Contains(no, v) && slices.Contains(trueWords, v):
			return "true", true // a word that the schema has not is read, and reported
		case slices.Contains(no, v), slices.Contains(falseWords, v):
			return "false", true
		}
		return "", false
	},
	"number":  func(f *field, v string) (string, bool) { return f.number(v, true) },
	"integer": func(f *field, v string) (string, bool) { return f.number(v, false) },
	"date":    dateIn("2006-01-02"), "year": dateIn("2006"), "yearmonth": dateIn("2006-01"), "time": dateIn("15:04:05"), "datetime": dateIn(time.RFC3339),
}

var typeFaults = map[string]string{
	"boolean": "finding.notTruth", "number": "finding.notNumber", "integer": "finding.notWhole", "date": "finding.notDate", "year": "finding.notYear",
	"yearmonth": "finding.notMonth", "time": "finding.notTime", "datetime": "finding.notDateTime",
}

// knownTypes are those of the standard; cells of the others are taken as they
// are.
var knownTypes = map[string]bool{
	"": true, "any": true, "string": true, "number": true, "integer": true, "boolean": true, "date": true, "time": true, "datetime": true,
	"year": true, "yearmonth": true, "duration": true, "list": true, "object": true, "array": true, "geopoint": true, "geojson": true,
}

func (f *field) number(v string, fraction bool) (string, bool) {
	if f.GroupChar != "" {
		v = strings.ReplaceAll(v, f.GroupChar, "")
	}
	if f.DecimalChar != "" && f.DecimalChar != "." {
		if strings.Contains(v, ".") {
			return "", false
		}
		v = strings.Replace(v, f.DecimalChar, ".", 1)
	}
	if f.BareNumber != nil && !*f.BareNumber {
		v = strings.TrimFunc(v, func(c rune) bool { return !strings.ContainsRune("+-.0123456789", c) })
	}
	x, err := strconv.ParseFloat(v, 64)
	if err != nil || strings.ContainsAny(v, "xX_pP") || !fraction && (x != math.Trunc(x) || strings.ContainsAny(v, ".eEnN")) {
		return "", false
	}
	return v, true
}

// dateIn reads a time in the standard's own format; another format is not
// checked.
func dateIn(layout string) func(*field, string) (string, bool) {
	return func(f *field, v string) (string, bool) {
		if f.Format != "" && f.Format != "default" {
			return v, true
		}
		_, err := time.Parse(layout, v)
		return v, err == nil
	}
}
