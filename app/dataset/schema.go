package dataset

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"sync"

	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/plain"
)

// schema is a Table Schema, version 2, as far as it is enforced.
type schema struct {
	Fields        []*field     `json:"fields"`
	FieldsMatch   oneOrMore    `json:"fieldsMatch"`
	MissingValues *missing     `json:"missingValues"`
	PrimaryKey    oneOrMore    `json:"primaryKey"`
	UniqueKeys    [][]string   `json:"uniqueKeys"`
	ForeignKeys   []foreignKey `json:"foreignKeys"`

	byName map[string]*field
	raw    json.RawMessage // of a shipped one, what it was read from
}

// field is one column. Delimiter, References and CodeList of a string are an
// addition of this package: a cell may be a list, whose items are keys of
// another table or codes of a list in codes.csv.
type field struct {
	Name        string      `json:"name"`
	Type        string      `json:"type"`
	Format      string      `json:"format"`
	Example     any         `json:"example"`
	Constraints constraints `json:"constraints"`

	MissingValues *missing `json:"missingValues"`
	TrueValues    []string `json:"trueValues"`
	FalseValues   []string `json:"falseValues"`
	DecimalChar   string   `json:"decimalChar"`
	GroupChar     string   `json:"groupChar"`
	BareNumber    *bool    `json:"bareNumber"`

	Delimiter  string `json:"delimiter"`
	CodeList   string `json:"codeList"`
	References *struct {
		Resource string `json:"resource"`
		Field    string `json:"field"`
	} `json:"references"`

	lent  bool // not the package's own
	dated bool // holds dates
}

type constraints struct {
	Required  bool              `json:"required"`
	Unique    bool              `json:"unique"`
	Enum      []json.RawMessage `json:"enum"`
	Pattern   string            `json:"pattern"`
	MinLength *int              `json:"minLength"`
	MaxLength *int              `json:"maxLength"`
	Minimum   limit             `json:"minimum"`
	Maximum   limit             `json:"maximum"`
	Above     limit             `json:"exclusiveMinimum"`
	Below     limit             `json:"exclusiveMaximum"`
}

type foreignKey struct {
	Fields    oneOrMore `json:"fields"`
	Reference struct {
		Resource string    `json:"resource"`
		Fields   oneOrMore `json:"fields"`
	} `json:"reference"`
}

// limit is a bound, a number or a text; "" is none.
type limit string

// UnmarshalJSON reads 5 or "5".
func (l *limit) UnmarshalJSON(data []byte) error {
	*l = limit(strings.Trim(string(data), `"`))
	return nil
}

// oneOrMore is "a" or ["a", "b"].
type oneOrMore []string

// UnmarshalJSON reads either.
func (o *oneOrMore) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '[' {
		return json.Unmarshal(data, (*[]string)(o))
	}
	var s string
	err := json.Unmarshal(data, &s)
	*o = oneOrMore{s}
	return err
}

// missing lists the cells that mean that there is no value: texts, or, since
// version 2 of the standard, texts with labels.
type missing []string

// UnmarshalJSON reads ["", "-"] or [{"value": "-", "label": "none"}].
func (m *missing) UnmarshalJSON(data []byte) error {
	if json.Unmarshal(data, (*[]string)(m)) == nil {
		return nil
	}
	var labelled []struct {
		Value string `json:"value"`
	}
	err := json.Unmarshal(data, &labelled)
	*m = nil
	for _, x := range labelled {
		*m = append(*m, x.Value)
	}
	return err
}

// shippedDescriptor is the program's own without its schemas; nil if it has faults,
// which a test would tell.
var shippedDescriptor = sync.OnceValue(func() *descriptor {
	in := newReader(assets.Data())
	if plain.Unmarshal(assets.Descriptor(), &in.desc) != nil {
		return nil
	}
	if in.checkResources(); len(in.found.list()) > 0 {
		return nil
	}
	return &in.desc
})

// shippedReader reads the program's own package, whose descriptor is read once.
func shippedReader() *reader {
	in := newReader(assets.Data())
	if d := shippedDescriptor(); d != nil {
		in.desc, in.vouched = d.clone(), true
	}
	return in
}

// shippedSchemas are those of the program's own descriptor. They stand in for
// a schema that a package has not, and always say what the reader must know of
// a column: its type, whether it is a list, and what it refers to.
var shippedSchemas = sync.OnceValue(func() map[string]*schema {
	in, out := newReader(assets.Data()), map[string]*schema{}
	if in.readDescriptor() != nil {
		return out
	}
	for _, t := range tables {
		if r := in.desc.byName[t.name]; r != nil {
			var s schema
			if plain.Unmarshal(r.Schema, &s) == nil {
				s.index()
				s.raw = r.Schema
				out[t.name] = &s
			}
		}
	}
	return out
})

func (s *schema) index() {
	s.byName = make(map[string]*field, len(s.Fields))
	for _, f := range s.Fields {
		if f != nil && s.byName[f.Name] == nil {
			f.dated = f.isDated()
			s.byName[f.Name] = f
		}
	}
}

// schemaOf returns the schema that a table is checked with: the package's own,
// completed by what the reader must know; else the shipped one, of which no
// column need be there.
func (in *reader) schemaOf(name string, r *resource) *schema {
	if in.vouched {
		return &schema{FieldsMatch: oneOrMore{"partial"}}
	}
	shipped := shippedSchemas()[name]
	raw := r.Schema
	if ref := ""; bytes.HasPrefix(raw, []byte{'"'}) && json.Unmarshal(raw, &ref) == nil && ref != "" { // a file of its own
		text, _, err := in.read(ref, maxDescriptor)
		if err != nil {
			in.found.add(Finding{File: descriptorFile, Column: "schema", Value: ref, Fault: unread(err)})
			raw = nil
		} else {
			raw = json.RawMessage(text)
		}
	}
	var own schema
	if shipped != nil && bytes.Equal(raw, shipped.raw) { // as the shipped package's own is: not read a second time
		own = *shipped
		if len(own.FieldsMatch) == 0 {
			own.FieldsMatch = oneOrMore{"exact"}
		}
		return &own
	}
	if len(raw) > 0 && string(raw) != "null" {
		err := shallow(raw)
		if err == nil {
			err = plain.Unmarshal(raw, &own)
		}
		if err != nil {
			in.found.add(Finding{File: descriptorFile, Column: "schema", Value: name, Fault: phrase(err)})
			own = schema{}
		}
	}
	own.index()
	if len(own.byName) == 0 {
		if shipped == nil {
			return &own
		}
		own = *shipped
		own.FieldsMatch = oneOrMore{"partial"}
		return &own
	}
	if len(own.FieldsMatch) == 0 {
		own.FieldsMatch = oneOrMore{"exact"}
	}
	if shipped == nil {
		return &own
	}
	for _, f := range shipped.Fields {
		mine := own.byName[f.Name]
		if mine == nil {
			mine = &field{Name: f.Name, Type: f.Type, lent: true}
			own.Fields, own.byName[f.Name] = append(own.Fields, mine), mine
		}
		mine.dated = mine.dated || f.dated
		mine.Delimiter, mine.CodeList, mine.References = f.Delimiter, f.CodeList, f.References
		if mine.Type == "" || mine.Type == "string" || mine.Type == "any" {
			mine.Type = f.Type
		}
	}
	own.PrimaryKey = shipped.PrimaryKey
	own.ForeignKeys = append(own.ForeignKeys, shipped.ForeignKeys...)
	return &own
}

// maxPattern bounds a regular expression; those of Go take linear time.
const maxPattern = 1000

// pattern compiles a constraint, which must match the whole cell; once for all
// columns that have it.
func (in *reader) pattern(text string) (*regexp.Regexp, error) {
	if re := in.patterns[text]; re != nil {
		return re, nil
	}
	if len(text) > maxPattern {
		return nil, Phrase{Key: "finding.patternLong", N: maxPattern}
	}
	re, err := regexp.Compile(`^(?:` + text + `)$`)
	if err != nil {
		return nil, Phrase{Key: "finding.patternBad"}
	}
	in.patterns[text] = re
	return re, nil
}
