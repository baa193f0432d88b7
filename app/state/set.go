package state

import (
	"slices"
	"strings"
)

// Set is a set of codes in one comparable value: sorted, without repeats,
// joined by commas. The empty set means "no restriction" in a filter.
type Set string

// NewSet makes a set of codes. Empty codes and surrounding spaces are dropped.
func NewSet(codes ...string) Set {
	if len(codes) == 1 && sorted(codes[0]) {
		return Set(codes[0])
	}
	var out []string
	for _, c := range codes {
		for part := range strings.SplitSeq(c, ",") {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
	}
	slices.Sort(out)
	return Set(strings.Join(slices.Compact(out), ","))
}

// sorted reports whether codes is a set's text already.
func sorted(codes string) bool {
	last := ""
	for c := range strings.SplitSeq(codes, ",") {
		if c <= last || c != strings.TrimSpace(c) {
			return codes == ""
		}
		last = c
	}
	return true
}

// Codes returns the members in order; nil for the empty set.
func (s Set) Codes() []string {
	if s == "" {
		return nil
	}
	return strings.Split(string(s), ",")
}

// Has reports whether code is a member.
func (s Set) Has(code string) bool {
	for c := range strings.SplitSeq(string(s), ",") {
		if c == code && c != "" {
			return true
		}
	}
	return false
}

// Allows reports whether a filter by s lets code through: the empty set lets
// everything through.
func (s Set) Allows(code string) bool { return s == "" || s.Has(code) }

// Toggle returns s with code added, or removed if it was there.
func (s Set) Toggle(code string) Set {
	if !s.Has(code) {
		return NewSet(append(s.Codes(), code)...)
	}
	return NewSet(slices.DeleteFunc(s.Codes(), func(c string) bool { return c == code })...)
}

// Without returns s without the codes of other.
func (s Set) Without(other Set) Set {
	return NewSet(slices.DeleteFunc(s.Codes(), other.Has)...)
}

// Len counts the members.
func (s Set) Len() int { return len(s.Codes()) }
