package i18n

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
)

// text is one message. Few have plurals: a map for each would be half a megabyte.
type text struct {
	other   form
	plurals map[plural.Form]form // for each category that it has but Other
}

// form returns the form of a category, false if the text has none for it.
func (t text) form(f plural.Form) (form, bool) {
	if f == plural.Other {
		return t.other, t.other.words != nil
	}
	x, ok := t.plurals[f]
	return x, ok
}

// forms are the plural categories as files name them.
var forms = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two, "few": plural.Few, "many": plural.Many, "other": plural.Other,
}

// form is a text cut at its placeholders: words[0], names[0], words[1], …
// len(words) == len(names)+1.
type form struct {
	words, names []string
}

// texts are messages by their key.
type texts map[string]text

// plain returns the text of key if it has neither plurals nor placeholders,
// else "".
func (t texts) plain(key string) string {
	if f := t[key].other; len(f.words) == 1 {
		return f.words[0]
	}
	return ""
}

// read returns the texts of every file in fsys that pattern matches.
func read(fsys fs.FS, pattern string) (texts, error) {
	names, err := fs.Glob(fsys, pattern)
	if err != nil {
		return nil, err
	}
	files, size := make([]map[string]any, len(names)), 0
	for i, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(data, &files[i]); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		size += len(files[i])
	}
	all := make(texts, size)
	for i, file := range files {
		for key, message := range file {
			if _, ok := all[key]; ok {
				return nil, fmt.Errorf("read %s: key %q exists already", names[i], key)
			}
			if all[key], err = compile(message); err != nil {
				return nil, fmt.Errorf("read %s, key %q: %w", names[i], key, err)
			}
		}
	}
	return all, nil
}

// compile makes a text of a message, which is a string or an object of plural
// forms.
func compile(message any) (t text, err error) {
	switch message := message.(type) {
	case string:
		if message != "" {
			t.other, err = cut(message)
		}
	case map[string]any:
		for name, v := range message {
			category, known := forms[name]
			s, ok := v.(string)
			if !known || !ok {
				return t, fmt.Errorf("%q is no plural form with a text", name)
			}
			if s == "" {
				continue
			}
			x, err := cut(s)
			if err != nil {
				return t, err
			}
			if category == plural.Other {
				t.other = x
				continue
			}
			if t.plurals == nil {
				t.plurals = map[plural.Form]form{}
			}
			t.plurals[category] = x
		}
	default:
		err = fmt.Errorf("%v is neither a text nor its plural forms", message)
	}
	return t, err
}

// cut splits a text at its placeholders.
func cut(s string) (form, error) {
	var f form
	for rest := s; ; {
		words, after, more := strings.Cut(rest, "{{")
		f.words = append(f.words, words)
		if !more {
			return f, nil
		}
		var name string
		var dot, end bool
		name, rest, end = strings.Cut(after, "}}")
		if name, dot = strings.CutPrefix(name, "."); !dot || !end || !isName(name) {
			return form{}, fmt.Errorf("%q holds more than {{.Name}}", s)
		}
		f.names = append(f.names, name)
	}
}

// isName reports whether s is a letter and then letters and digits, of ASCII.
func isName(s string) bool {
	for i := range len(s) {
		c := s[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

// fill puts the values into f; the last of args that has a name gives its value.
func (f form) fill(p *Printer, args []Args) string {
	if len(f.names) == 0 {
		return strings.Join(f.words, "") // one word, or none in the zero form; copies nothing
	}
	var b strings.Builder
	stopped := false // a value that ends with a full stop, as years do in some languages, ends the sentence as well
	for i, words := range f.words {
		if stopped {
			words = strings.TrimPrefix(words, ".")
		}
		b.WriteString(words)
		if i < len(f.names) {
			v := p.value(f.names[i], args)
			b.WriteString(v)
			stopped = strings.HasSuffix(v, ".")
		}
	}
	return b.String()
}

func (p *Printer) value(name string, args []Args) string {
	for _, a := range slices.Backward(args) {
		switch v := a[name].(type) {
		case nil:
		case string:
			return v
		case int:
			return p.Int(v)
		case float64:
			return p.Number(v)
		default:
			return fmt.Sprint(v)
		}
	}
	return "{{." + name + "}}"
}
