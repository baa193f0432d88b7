package dataset

import "strings"

// Posts lists the posts of a person, by [Person.Person], as the package orders
// them.
func (d *Dataset) Posts(person string) []*Person {
	var out []*Person
	for i := range d.People {
		if d.People[i].Person == person {
			out = append(out, &d.People[i])
		}
	}
	return out
}

// Attended lists the meetings, by date, at which a person sat, by
// [Person.Person].
func (d *Dataset) Attended(person string) []*Meeting {
	var out []*Meeting
	for i := range d.Meetings {
		for _, x := range d.participants[d.Meetings[i].ID] {
			if x.Person != nil && x.Person.Person == person {
				out = append(out, &d.Meetings[i])
				break
			}
		}
	}
	return out
}

// FindPeople lists the persons, by [Person.Person], of whom q finds a name: in
// any language, script or spelling. An empty query finds nobody.
func (d *Dataset) FindPeople(q Query) []string {
	if q.Empty() {
		return nil
	}
	var out []string
	seen := map[string]bool{}
	for i := range d.People {
		x := &d.People[i]
		if seen[x.Person] {
			continue
		}
		names := append([]string{x.Native}, x.Spellings...)
		for _, n := range x.Name {
			names = append(names, n)
		}
		if q.in(names) {
			seen[x.Person] = true
			out = append(out, x.Person)
		}
	}
	return out
}

// FindTerms lists the terms of whose name in any language q finds all words.
func (d *Dataset) FindTerms(q Query) []*Term {
	if q.Empty() {
		return nil
	}
	var out []*Term
	for i := range d.Terms {
		var names []string
		for _, n := range d.Terms[i].Name {
			names = append(names, n)
		}
		for _, forms := range d.Terms[i].Forms {
			names = append(names, forms...)
		}
		if q.in(names) {
			out = append(out, &d.Terms[i])
		}
	}
	return out
}

// in reports whether one of the names has every word.
func (q Query) in(names []string) bool {
	for _, n := range names {
		n = Fold(n)
		all := true
		for _, w := range q.words {
			all = all && beginsWord(n, w)
		}
		if all && n != "" {
			return true
		}
	}
	return false
}

// beginsWord reports whether a word of the text begins with w, which a short
// name in the middle of another does not. Han has no words: there w may stand
// anywhere.
func beginsWord(text, w string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], w)
		if i < 0 {
			return false
		}
		if i += at; i == 0 || strings.ContainsAny(text[i-1:i], " -,.;(«“\"") || w[0] >= 0xe3 {
			return true
		}
		at = i + 1
	}
}
