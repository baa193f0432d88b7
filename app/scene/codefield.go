package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
)

// CodeField is a field of a statement in which a coder chooses: what it is
// called, and the codes that the package has for it, in its order.
type CodeField struct {
	Field   string // as the tables call it
	Label   string
	Options []Option // Code, Label and Tip
	Many    bool     // several codes can be chosen
}

// CodeFields lists the fields in which a coder of a document about the meetings
// chooses, those that are asked first coming first. A field for which the package
// has no codes is left out.
func CodeFields(r *Room, meetings []string, p *i18n.Printer) []CodeField {
	d, lang := r.Data, p.Lang()
	codes := func(list string) (out []Option) {
		for _, c := range d.Codes(list) {
			out = append(out, Option{Code: c.Code, Label: upperFirst(c.Label(lang)), Tip: c.Definition.In(lang)})
		}
		return out
	}
	var domains, states, at []Option
	for i := range d.Domains {
		x := &d.Domains[i]
		domains = append(domains, Option{Code: x.Code, Label: domainName(d, x.Code, p), Tip: x.Text.In(lang)})
	}
	for i := range d.Countries {
		states = append(states, Option{Code: d.Countries[i].Code, Label: countryName(d, d.Countries[i].Code, p)})
	}
	for _, id := range meetings {
		if m := d.Meeting(id); m != nil {
			label := m.ShortName.In(lang)
			if label == "" {
				label = m.Title.In(lang)
			}
			at = append(at, Option{Code: id, Label: strings.Join(nonEmpty(label, p.DateShort(m.Date)), " · "), Tip: m.Title.In(lang)})
		}
	}
	var out []CodeField
	for _, f := range []CodeField{
		{"domain", p.T("scene.fieldDomain"), domains, false},
		{"status", p.T("scene.fieldStatus"), codes(dataset.StatusList), false},
		{"basis", p.T("scene.fieldBasis"), codes(dataset.BasisList), false},
		{"states", p.T("scene.fieldStates"), states, true},
		{"scope", p.T("scene.fieldScope"), codes(dataset.ScopeList), false},
		{"stated_by", p.T("scene.fieldSpeaker"), states, true},
		{"meeting", p.T("scene.fieldMeeting"), at, false},
		{"currency", p.T("coder.currency"), codes(dataset.CurrencyList), false},
	} {
		if len(f.Options) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// DocumentFields are the choices for a document that is new to the package.
type DocumentFields struct {
	Languages, Kinds, Meetings []Option // Code and Label; no two labels of a field are equal. The first language is none
}

// NewDocumentFields lists them: languages and kinds in the package's order, meetings
// from the last to the first.
func NewDocumentFields(r *Room, p *i18n.Printer) DocumentFields {
	d, lang := r.Data, p.Lang()
	codes := func(list string) (out []Option) {
		for _, c := range d.Codes(list) {
			out = append(out, Option{Code: c.Code, Label: upperFirst(c.Label(lang))})
		}
		return out
	}
	f := DocumentFields{Languages: append([]Option{{Label: "–"}}, codes(dataset.LanguageList)...), Kinds: codes(dataset.KindList)}
	for i := range slices.Backward(d.Meetings) {
		m := &d.Meetings[i]
		f.Meetings = append(f.Meetings, Option{Code: m.ID, Label: strings.Join(nonEmpty(p.DateShort(m.Date), m.Title.In(lang)), " · ")})
	}
	for _, list := range [][]Option{f.Languages, f.Kinds, f.Meetings} {
		seen := map[string]bool{}
		for i := range list {
			if seen[list[i].Label] {
				list[i].Label += " (" + list[i].Code + ")"
			}
			seen[list[i].Label] = true
		}
	}
	return f
}
