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

// Unmarshal is [json.Unmarshal] with errors for who wrote the JSON, not for who
// wrote the program: "is not JSON: fault in line 3", "profile.region cannot be a
// number".
func Unmarshal(data []byte, v any) error {
	err := json.Unmarshal(data, v)
	if err == nil {
		return nil
	}
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		at := data[:min(int(syntax.Offset), len(data))]
		return fmt.Errorf("is not JSON: fault in line %d", 1+bytes.Count(at, []byte{'\n'}))
	}
	if kind, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		what := "the whole"
		if field := key(kind.Field); field != "" {
			what = cut(Line(field), 60)
		}
		return fmt.Errorf("%s cannot be %s", what, kinds[kind.Value])
	}
	return errors.New(cut(Line(err.Error()), 120))
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
