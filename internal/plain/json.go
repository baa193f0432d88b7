package plain

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Fault is what is wrong with a JSON text, for who wrote it.
type Fault struct {
	Line  int    // of the text, from 1, in which it is no JSON; else 0
	Field string // that cannot have a value of the kind, "the whole" for all; else ""
	Kind  string // string, array, object, number or bool
	cause error
}

// Error says the fault in English.
func (f *Fault) Error() string {
	switch {
	case f.Line > 0:
		return fmt.Sprintf("is not JSON: fault in line %d", f.Line)
	case f.Field != "":
		return f.Field + " cannot be " + kinds[f.Kind]
	}
	return cut(Line(f.cause.Error()), 120)
}

// Unwrap returns the decoder's own error.
func (f *Fault) Unwrap() error { return f.cause }

// Unmarshal is [json.Unmarshal] with errors for who wrote the JSON, not for who
// wrote the program: "is not JSON: fault in line 3", "profile.region cannot be a
// number". They are [*Fault].
func Unmarshal(data []byte, v any) error {
	err := json.Unmarshal(data, v)
	if err == nil {
		return nil
	}
	f := &Fault{cause: err}
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		at := data[:min(int(syntax.Offset), len(data))]
		f.Line = 1 + bytes.Count(at, []byte{'\n'})
	} else if kind, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		f.Kind, _, _ = strings.Cut(kind.Value, " ") // a number may stand after it
		f.Field = "the whole"
		if field := key(kind.Field); field != "" {
			f.Field = cut(Line(field), 60)
		}
	}
	return f
}

// key is the place of a value as its JSON has it: the path that the decoder
// gives also names the parts of the program's own types, which begin with a
// capital.
func key(field string) string {
	parts := strings.Split(field, ".")
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" || s[0] >= 'A' && s[0] <= 'Z' }), ".")
}

// kinds are JSON's kinds of values as a person says them.
var kinds = map[string]string{"string": "a text", "array": "a list", "object": "a group in braces", "number": "a number", "bool": "true or false"}

// cut leaves the first letters of a text.
func cut(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "…"
}
