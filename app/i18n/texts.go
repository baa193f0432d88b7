package i18n

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/feature/plural"
)

// text is one message: a form for each plural category that it has. A text
// without plurals has the form Other alone.
type text map[plural.Form]form

// form is a text cut at its placeholders: words[0], names[0], words[1], …
// len(words) == len(names)+1.
type form struct {
	words, names []string
}

var placeholder = regexp.MustCompile(`\{\{\.([A-Za-z][A-Za-z0-9]*)\}\}`)

// texts are messages by their key.
type texts map[string]text

// plain returns the text of key if it has neither plurals nor placeholders,
// else "".
func (t texts) plain(key string) string {
	if f := t[key][plural.Other]; len(f.words) == 1 {
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
	all := texts{}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		file, err := i18n.ParseMessageFileBytes(data, name, nil)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		for _, m := range file.Messages {
			if _, ok := all[m.ID]; ok {
				return nil, fmt.Errorf("read %s: key %q exists already", name, m.ID)
			}
			if all[m.ID], err = compile(m); err != nil {
				return nil, fmt.Errorf("read %s, key %q: %w", name, m.ID, err)
			}
		}
	}
	return all, nil
}

func compile(m *i18n.Message) (text, error) {
	t := text{}
	for f, s := range map[plural.Form]string{
		plural.Zero: m.Zero, plural.One: m.One, plural.Two: m.Two, plural.Few: m.Few, plural.Many: m.Many, plural.Other: m.Other,
	} {
		if s == "" {
			continue
		}
		var err error
		if t[f], err = cut(s); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// cut splits a text at its placeholders.
func cut(s string) (form, error) {
	var f form
	end := 0
	for _, at := range placeholder.FindAllStringSubmatchIndex(s, -1) {
		f.words = append(f.words, s[end:at[0]])
		f.names = append(f.names, s[at[2]:at[3]])
		end = at[1]
	}
	f.words = append(f.words, s[end:])
	for _, w := range f.words {
		if strings.Contains(w, "{{") {
			return form{}, fmt.Errorf("%q holds more than {{.Name}}", s)
		}
	}
	return f, nil
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
