package scene

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps"
)

// label names a code of a list of the package; an unknown code shows itself.
func label(d *dataset.Dataset, list, code string, p *i18n.Printer) string {
	return d.Code(list, code).Label(p.Lang())
}

// CodeName names a code of a field of statements, as the command line calls the
// field; an unknown code, and one of a field without names, shows itself, none a
// dash.
func CodeName(r *Room, field, code string, p *i18n.Printer) string {
	switch {
	case code == "":
		return "–"
	case field == byDomain.Name:
		return domainName(r.Data, code, p)
	case field == "states":
		return countryNames(r.Data, strings.Fields(code), p)
	}
	return label(r.Data, field, code, p)
}

// lead names a document in lists: by its label, its title, or its id.
func lead(x *dataset.Document, p *i18n.Printer) string {
	for _, s := range []string{x.Lead.In(p.Lang()), x.Title} {
		if s != "" {
			return s
		}
	}
	return x.ID
}

// members is the statuses of a preset as a view holds them.
func members(c dataset.Code) state.Set { return state.NewSet(c.Members...) }

// Preset returns the statuses of a preset of the package, also of one that is
// not offered any more.
func Preset(d *dataset.Dataset, code string) (state.Set, bool) {
	c := d.Code(dataset.PresetList, code)
	return members(c), c.Listed
}

// PresetOf returns the preset that a view's statuses are; false if they are no
// preset's.
func PresetOf(d *dataset.Dataset, status state.Set) (dataset.Code, bool) {
	for _, c := range d.Codes(dataset.PresetList) {
		if members(c) == status {
			return c, true
		}
	}
	return dataset.Code{}, false
}

// StatusPresets lists the usual choices of status. None is On if the view has
// another.
func StatusPresets(r *Room, s state.State, p *i18n.Printer) []Option {
	var out []Option
	for _, c := range r.Data.Codes(dataset.PresetList) {
		out = append(out, Option{Code: c.Code, Label: c.Label(p.Lang()), Tip: c.Definition.In(p.Lang()), On: members(c) == s.Status})
	}
	return out
}

// what says what is counted under a status filter: what the package calls the
// statements of that preset or status, never more than they are.
func what(d *dataset.Dataset, status state.Set, p *i18n.Printer) string {
	if onlyMeetings(d) {
		return p.T("scene.whatAll")
	}
	c, ok := PresetOf(d, status)
	if !ok && status.Len() == 1 {
		c, ok = d.Code(dataset.StatusList, string(status)), true
	}
	if ok {
		if s := c.Noun.In(p.Lang()); s != "" {
			return s
		}
	}
	return p.T("scene.whatAll")
}

// firmness says what a preset that leaves out statuses holds.
func firmness(n *Tally) string {
	c, ok := PresetOf(n.r.Data, n.s.Status)
	said := c.Definition.In(n.p.Lang())
	if !ok || len(c.Members) == 0 || said == "" || onlyMeetings(n.r.Data) {
		return ""
	}
	return what(n.r.Data, n.s.Status, n.p) + ": " + sentence(lowerFirst(said))
}

func lowerFirst(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(c)) + s[n:]
}

func upperFirst(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + s[n:]
}

// shapes are the outlines that a level of meeting may have.
var shapes = map[string]maps.Shape{"ring": maps.Ring, "disc": maps.Disc, "half": maps.HalfDisc, "square": maps.Square}

// spot is the place on the map where a meeting was held: nil if it is not known,
// or only which country: a marker in the middle of that would say what is not so.
func spot(d *dataset.Dataset, m *dataset.Meeting) *dataset.Place {
	if x := d.Place(m.Place); x != nil && !d.Code(dataset.PrecisionList, x.Precision).Has(dataset.FlagArea) {
		return x
	}
	return nil
}
