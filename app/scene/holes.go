package scene

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// dimensionOf returns a dimension that a caption can ask for.
func dimensionOf(name string) (*Dimension, error) {
	for _, d := range []*Dimension{byDomain, byStatus, byState, byLevel, byTime, byDocument, byBasis} {
		if d.Name == name {
			return d, nil
		}
	}
	return nil, fmt.Errorf("%q is no dimension: domain, status, state, level, meeting, document and basis are", name)
}

// codes are the codes of a dimension, by number, that a word means: one, several
// with commas between, a preset of statuses, or "largest".
func (f *filling) codes(sel *Selection, dimension, word string) (c *dataset.Column, on []bool, err error) {
	d, err := dimensionOf(dimension)
	if err != nil {
		return nil, nil, err
	}
	c = d.column(f.r.Data.Index)
	on = make([]bool, len(c.Codes))
	if word == "largest" {
		counts := countBy(c, sel.Statements)
		most := slices.Max(append(counts, 1))
		for k := range on {
			on[k] = counts[k] == most
		}
		return c, on, nil
	}
	set := state.NewSet(strings.Split(word, ",")...)
	if d == byStatus {
		if preset, ok := Preset(f.r.Data, word); ok {
			set = preset
		}
	}
	for _, code := range set.Codes() {
		k, ok := c.Number(code)
		if !ok {
			return nil, nil, fmt.Errorf("there is no %s %q", dimension, code)
		}
		on[k] = true
	}
	return c, on, nil
}

// share is a part of the view's statements in per cent.
func (f *filling) share(h hole) (string, error) {
	n, err := f.number(f.left(), h.words)
	if err != nil {
		return "", err
	}
	total := len(f.left().Statements)
	if total == 0 {
		return "", errors.New("the view has no statements to have a share of")
	}
	return f.p.Percent(float64(n) / float64(total)), nil
}

// name is what codes are called.
func (f *filling) name(h hole) (string, error) {
	c, on, err := f.codes(f.left(), h.words[0], h.words[1])
	if err != nil {
		return "", err
	}
	d, _ := dimensionOf(h.words[0])
	var names []string
	for k, code := range c.Codes {
		if on[k] {
			names = append(names, d.words(f.r, code, f.p))
		}
	}
	if len(names) == 0 {
		return "", errors.New("the view has no statements")
	}
	return strings.Join(names, ", "), nil
}

// date is the days of a record, or an end of the view's time.
func (f *filling) date(h hole) (string, error) {
	if len(h.words) == 1 {
		switch end := map[string]string{"from": f.s.From, "to": f.s.To}[h.words[0]]; {
		case h.words[0] != "from" && h.words[0] != "to":
			return "", fmt.Errorf("%q is no date: from and to are, and those of a meeting or a document", h.words[0])
		case end == "":
			return "", fmt.Errorf("the view's time has no end of the name %q", h.words[0])
		default:
			return f.p.Date(end), nil
		}
	}
	switch kind, id := h.words[0], h.words[1]; kind {
	case string(state.ByMeeting):
		if m := f.r.Data.Meeting(id); m != nil {
			return when(m, f.p), nil
		}
		return "", fmt.Errorf("there is no meeting %q", id)
	case string(state.ByDocument):
		if x := f.r.Data.Document(id); x != nil {
			return f.p.Date(x.Published), nil
		}
		return "", fmt.Errorf("there is no document %q", id)
	default:
		return "", fmt.Errorf("a meeting and a document have a date, %q has none", kind)
	}
}

// place is where a meeting was.
func (f *filling) place(h hole) (string, error) {
	m := f.r.Data.Meeting(h.words[1])
	if h.words[0] != string(state.ByMeeting) || m == nil {
		return "", fmt.Errorf("there is no %s %q with a place", h.words[0], h.words[1])
	}
	return where(f.r.Data, m, f.p), nil
}

// statement is the words of a statement.
func (f *filling) statement(h hole) (string, error) {
	x := f.r.Data.Statement(h.words[0])
	if x == nil {
		return "", fmt.Errorf("there is no statement %q", h.words[0])
	}
	return x.Text.In(f.p.Lang()), nil
}

// reference is where a statement stands.
func (f *filling) reference(h hole) (string, error) {
	x := f.r.Data.Statement(h.words[0])
	if x == nil {
		return "", fmt.Errorf("there is no statement %q", h.words[0])
	}
	return standing(f.r, x, f.p), nil
}

// standing says where a statement stands.
func standing(r *Room, x *dataset.Statement, p *i18n.Printer) string {
	return reference(r.Data.Document(x.Document), passage(r.Data.Document(x.Document), x.Paragraph, x.Section, p), p)
}

// title is what the program calls the view's chart, or its map.
func (f *filling) title(h hole) (string, error) {
	switch {
	case len(h.words) == 0:
		return Title(f.r, f.s, f.p), nil
	case h.words[0] == "map":
		return MapTitle(f.r, f.s, f.p), nil
	}
	return "", fmt.Errorf("%q has no title: the chart does, and the map", h.words[0])
}
