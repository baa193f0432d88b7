package scene

import (
	"math"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Differs says in one sentence or two what the picture of a scene shows that the
// scene before does not, and what it shows no more, for a person who hears the
// pictures one after the other.
func Differs(r *Room, before, now Step, p *i18n.Printer) string {
	was, is := features(r, before, p), features(r, now, p)
	less := func(list, other []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(t string) bool { return slices.Contains(other, t) })
	}
	var said []string
	if fresh := less(is, was); len(fresh) > 0 {
		said = append(said, p.T("scene.differsNew", i18n.Args{"List": strings.Join(fresh, "; ")}))
	}
	if gone := less(was, is); len(gone) > 0 {
		said = append(said, p.T("scene.differsGone", i18n.Args{"List": strings.Join(gone, "; ")}))
	}
	if len(said) == 0 {
		return p.T("scene.differsSame")
	}
	return strings.Join(ended(said...), " ")
}

// features are what can be said of the picture of a scene, each in a few words:
// equal words, equal look.
func features(r *Room, step Step, p *i18n.Printer) []string {
	var out []string
	add := func(texts ...string) {
		for _, t := range texts {
			if t != "" && !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	for i, part := range step.Panes.Parts() {
		s := state.Default()
		s.View, s.Lang = step.View, p.Lang()
		if i > 0 && step.Panes.Twice() {
			s.View = step.Beside
		}
		sel := Select(r.Data, s)
		switch part {
		case "chart":
			add(p.T("scene.featureChart", i18n.Args{"Title": Title(r, s, p)}))
		case "document":
			add(p.T("scene.featureDocument"))
			for _, x := range Passages(r, sel, s, p) {
				add(x.Reference)
			}
		default:
			add(p.T("scene.featureMap"), lookWords(r, s.Camera, p))
		}
		add(litWords(r, sel, s, p)...)
		add(filterWords(r, s, p)...)
	}
	if len(out) == 0 {
		add(p.T("scene.featureWords"))
	}
	return out
}

// lookWords says where a map looks: at the whole region, or round a place.
func lookWords(r *Room, c state.Camera, p *i18n.Printer) string {
	if c.Fits() {
		return p.T("scene.featureWhole")
	}
	var near *dataset.Place
	least := math.Inf(1)
	for i := range r.Data.Places {
		x := &r.Data.Places[i]
		dx, dy := (x.LonLat[0]-c.Lon)*math.Cos(c.Lat*math.Pi/180), x.LonLat[1]-c.Lat
		if d := dx*dx + dy*dy; d < least {
			near, least = x, d
		}
	}
	if near == nil {
		return p.T("scene.featureCloser")
	}
	return p.T("scene.featureNear", i18n.Args{"Place": near.Name.In(p.Lang())})
}
