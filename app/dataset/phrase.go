package dataset

import (
	"errors"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/internal/plain"
)

// Phrase is what a finding says, before any language: the key of a text, and
// what fills its placeholders, {{.Name}}, {{.Other}} and {{.N}}. The zero
// Phrase says nothing. As an error it speaks English.
type Phrase struct {
	Key         string
	Name, Other string
	N           int
}

// In puts the phrase into words.
func (x Phrase) In(p *i18n.Printer) string {
	args := i18n.Args{"Name": x.Name, "Other": x.Other}
	switch {
	case x.Key == "":
		return ""
	case x.N != 0:
		return p.N(x.Key, x.N, args)
	}
	return p.T(x.Key, args)
}

// Error is the phrase in English.
func (x Phrase) Error() string { return x.In(i18n.For(i18n.English)) }

// phrase is an error as a finding says it, without the words of the system.
func phrase(err error) Phrase {
	if x, ok := errors.AsType[Phrase](err); ok {
		return x
	}
	switch f, ok := errors.AsType[*plain.Fault](err); {
	case ok && f.Line > 0:
		return Phrase{Key: "finding.notJSON", N: f.Line}
	case ok && wrongKinds[f.Kind] != "":
		return Phrase{Key: wrongKinds[f.Kind], Name: f.Field}
	}
	return Phrase{Key: "finding.unreadable"}
}

// wrongKinds is what is said of JSON that has a value of that kind where it
// has no place.
var wrongKinds = map[string]string{
	"string": "finding.noText", "array": "finding.noList", "object": "finding.noGroup", "number": "finding.noNumber", "bool": "finding.noTruth",
}
