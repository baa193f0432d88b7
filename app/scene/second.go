package scene

import (
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/maps/names"
)

// second is a name in the second language that a person reads, "" if there is
// none or it is the same as the first.
func second(t dataset.Text, p *i18n.Printer) string {
	lang := p.Second()
	if lang == "" {
		return ""
	}
	name := t[lang]
	if name == "" && lang == i18n.English {
		name = t[""]
	}
	if name == t.In(p.Lang()) {
		return ""
	}
	return name
}

// beside is a name with the second one after it, for a line of a list.
func beside(t dataset.Text, p *i18n.Printer) string {
	name := t.In(p.Lang())
	if other := second(t, p); other != "" {
		name += " (" + other + ")"
	}
	return name
}

// secondLabels gives the names of states and capitals their second ones: those
// of the package, and of the map where the package has none.
func secondLabels(labels []names.Label, r *Room, date string, p *i18n.Printer) {
	if p.Second() == "" {
		return
	}
	known := map[string]dataset.Text{}
	list := r.Names()
	for i := range list {
		if n := &list[i]; n.At(date) && (n.Kind == names.Country || n.Kind == names.Capital) {
			known[n.ID] = n.Text
		}
	}
	for i := range r.Data.Countries {
		known[r.Data.Countries[i].ISO2] = r.Data.Countries[i].Name
	}
	for i := range labels {
		l := &labels[i]
		switch l.Kind {
		case names.Country:
			l.Second = second(known[l.ID], p)
			if c := union(r.Data, l.ISO); c != nil {
				l.Second = second(c.Name, p)
			}
		case names.Capital:
			if l.Second = second(r.Data.NameAt(l.ID, date), p); l.Second == "" {
				l.Second = second(known[l.ID], p)
			}
		}
	}
}

// SecondLanguages lists the languages that names can stand in a second time: those
// that the package has besides those of the interface, and these but for the one
// in use.
func SecondLanguages(d *dataset.Dataset, lang string) []string {
	var out []string
	for _, l := range d.Languages {
		if !i18n.Known(l) {
			out = append(out, l)
		}
	}
	for _, l := range i18n.Languages() {
		if l != lang {
			out = append(out, l)
		}
	}
	return out
}
