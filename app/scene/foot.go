package scene

import (
	"cmp"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
)

// maxSources is how many documents a source line names.
const maxSources = 6

// SourceLine names the documents behind the numbers shown; all of them if
// nothing is shown.
func SourceLine(r *Room, sel *Selection, p *i18n.Printer) string {
	var names []string
	more := 0
	for i := range r.Data.Documents {
		x := &r.Data.Documents[i]
		switch {
		case len(sel.Documents) > 0 && sel.ByDocument.Of(x.ID) == 0:
		case len(names) < maxSources:
			names = append(names, lead(x, p))
		default:
			more++
		}
	}
	if more > 0 {
		names = append(names, p.N("scene.moreSources", more))
	}
	if len(names) == 0 {
		return credited(r, p.T("scene.sourcesPages"), p)
	}
	return credited(r, p.T("scene.sources", i18n.Args{"List": strings.Join(names, "; ")}), p)
}

// shortSource is SourceLine with the documents counted, not named.
func shortSource(r *Room, sel *Selection, p *i18n.Printer) string {
	if len(r.Data.Documents) == 0 {
		return credited(r, p.T("scene.sourcesPages"), p)
	}
	return credited(r, p.T("scene.sources", i18n.Args{"List": p.N("scene.documents", len(sel.Documents))}), p)
}

// credited adds who coded the data.
func credited(r *Room, source string, p *i18n.Printer) string {
	if by := r.Data.Profile.Credit.In(p.Lang()); by != "" {
		source += " " + sentence(by)
	}
	if own := OwnData(r, p); own != "" {
		source += " " + sentence(p.T("scene.ownData", i18n.Args{"Data": own}))
	}
	return source
}

// OwnData names the data a person brought, by their title and their file; "" for
// those that ship.
func OwnData(r *Room, p *i18n.Printer) string {
	if r.Data.File == "" {
		return ""
	}
	return r.Data.Profile.Title.In(p.Lang()) + " (" + r.Data.File + ")"
}

// DataVersion names the data at hand, for the foot of a picture.
func DataVersion(r *Room, p *i18n.Printer) string {
	v := p.T("scene.dataVersion", i18n.Args{"Title": r.Data.Profile.ShortTitle.In(p.Lang()), "Version": r.Data.Version})
	if r.Data.Created != "" {
		v += ", " + p.Date(r.Data.Created)
	}
	return v
}

// BoundaryNote stands on every map.
func BoundaryNote(r *Room, p *i18n.Printer) string {
	return cmp.Or(r.Data.Profile.BoundaryPolicy.In(p.Lang()), p.T("scene.boundaryNote"))
}

// caveat is a text of the profile, or what holds of any package, with the number
// of its documents.
func caveat(r *Room, own dataset.Text, key string, p *i18n.Printer) string {
	return cmp.Or(own.In(p.Lang()), p.N(key, len(r.Data.Documents)))
}

// sampleNote says what the documents are not.
func sampleNote(r *Room, p *i18n.Printer) string {
	return caveat(r, r.Data.Profile.SampleNote, "scene.noteSample", p)
}

// MapSource credits the base map.
func MapSource(p *i18n.Printer) string { return p.T("scene.mapSource") }
