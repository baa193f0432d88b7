package maps

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// over writes what stands above the base map and returns where it is.
func (p *painter) over() *Placement {
	place := &Placement{View: p.view}
	all := spots(p.m)
	placed := p.place(all)
	f := p.furniture()
	p.areas()
	p.links()
	n := p.naming(placed, f.taken)
	n.foremost()
	p.furnish(&f, func() {
		if p.m.Furniture.Graticule && p.style.Regular != nil {
			p.degrees(&f, n.held)
		}
	})
	n.taken = f.taken
	n.rest()
	place.named = n.write()
	var beside []hitItem
	place.markers, beside = p.markers(all)
	place.grid = newHitGrid(targets(place.markers), p.view.Width, p.view.Height)
	place.beside = newHitGrid(beside, p.view.Width, p.view.Height)
	p.pic.Steps = append(p.pic.Steps, f.steps...)
	p.pins()
	place.layers = p.base
	place.rows, place.within = f.rows, f.within
	place.Notes, place.ScaleBar, place.Legend, place.Inset = f.notes, f.scaleBar, f.legend, f.inset
	return place
}

// setting is what the names of the map depend on.
func (p *painter) setting(all []spot) *names.Setting {
	s := &names.Setting{
		Projection: p.view.Projection, Bucket: geo.BucketOf(p.view.Scale), TypeScale: p.typeScale(),
		Regular: p.style.Regular, Bold: p.style.Bold, Base: p.base, Labels: p.m.Labels, Sites: make([]names.Site, len(all)),
		Focus: make(map[string]bool, len(p.style.CountryFill)),
	}
	for iso := range p.style.CountryFill {
		s.Focus[iso] = true
	}
	for i := range all {
		k := &all[i]
		m := &p.m.Markers[k.first()]
		s.Sites[i] = names.Site{At: k.at, R: k.r, ID: m.ID}
		x := &s.Sites[i]
		x.Shoulder, x.Figure = p.shoulder(k)
		for _, at := range k.members {
			x.Foremost = x.Foremost || p.m.Markers[at].Foremost
		}
		switch len(k.members) {
		case 1:
			x.Label, x.Second = m.Label, m.Second
		case 2:
			x.Label, x.Short, x.Second = both(m, &p.m.Markers[k.members[1]])
		default:
			x.Label, x.Short = p.foremost(k)
		}
		if k.room >= 0.5 { // a row of shapes may stand below it
			below := orb.Point{k.at[0], k.at[1] - (k.r+pipOff)*s.Bucket.Coarse}
			s.Sites = append(s.Sites, names.Site{At: below, R: pipRoom * p.m.markerScale()})
		}
	}
	return s
}

// both names a cluster of two markers, the heavier one first; "" if either has
// no name. Short has only one of them, a foremost one if there is one.
func both(a, b *Marker) (label, short, second string) {
	if a.Label == "" || b.Label == "" {
		return "", "", ""
	}
	if math.Max(b.Room, b.Weight) > math.Max(a.Room, a.Weight) {
		a, b = b, a
	}
	if a.Second != "" && b.Second != "" {
		second = a.Second + ", " + b.Second
	}
	short = a.Label + andOthers
	if b.Foremost && !a.Foremost {
		short = b.Label + andOthers
	}
	return a.Label + ", " + b.Label, short, second
}

// andOthers follows the name of one marker where it stands for several.
const andOthers = ", …"

// foremost names a cluster of three and more by the heaviest of its markers, if that is
// half of it, and by the heaviest of its foremost ones, which alone is short; without the
// first by two of the latter; "" if it has neither.
func (p *painter) foremost(k *spot) (label, short string) {
	weight := func(m *Marker) float64 { return math.Max(m.Room, m.Weight) }
	var half *Marker
	var first []*Marker
	for _, i := range k.members {
		m := &p.m.Markers[i]
		if m.Label == "" {
			continue
		}
		if half == nil && weight(m) >= max(k.room/2, 0.5) {
			half = m
		}
		if m.Foremost {
			first = append(first, m)
		}
	}
	slices.SortStableFunc(first, func(a, b *Marker) int { return cmp.Compare(weight(b), weight(a)) })
	list := func(some []*Marker) string {
		if len(some) == 0 {
			return ""
		}
		said := make([]string, len(some))
		for i, m := range some {
			said[i] = m.Label
		}
		if len(some) == len(k.members) {
			return strings.Join(said, ", ")
		}
		return strings.Join(said, ", ") + andOthers
	}
	if half != nil && !slices.Contains(first, half) {
		first = first[:min(len(first), 1)]
		return list(append([]*Marker{half}, first...)), list(first)
	}
	if len(first) > 1 {
		return list(first[:2]), list(first[:1])
	}
	return list(first), ""
}

// place is the names of the map in their places, nil if it writes none.
func (p *painter) place(all []spot) *names.Layout {
	if p.style.Regular == nil {
		return nil
	}
	s := p.setting(all)
	if p.m.Atlas == nil {
		return names.Place(s)
	}
	return p.m.Atlas.names.Place(s)
}

// leader draws the line that leads from a name to its land, if it has one.
func (p *painter) leader(w *names.Placed) {
	from, at, ok := w.Line(p.to, p.px)
	if !ok {
		return
	}
	ink := p.nameInk(w.Label)
	line := &draw.Path{}
	line.Add([]orb.Point{from, at})
	p.pic.Stroke("name line", p.style.Halo, 3*p.px, line)
	p.pic.Stroke("name line", ink, p.px, line)
	p.disc("name line", ink, at[0], at[1], 1.8*p.px)
}

// letters writes a name in its place.
func (p *painter) letters(layer string, w *names.Placed, ink, halo color.NRGBA) {
	p.pic.Add(draw.Step{Kind: draw.StepText, Layer: layer, Color: ink, Text: &draw.Text{
		String: strings.Join(w.Lines, ""), Face: w.Type.Face, Size: w.Type.Size * p.px, Slant: w.Type.Slant,
		Halo: halo, HaloWidth: 1.6 * p.px, Letters: w.Letters(p.to, p.px), Anchor: w.Held,
	}})
}

// nameInk is the colour of a name.
func (p *painter) nameInk(l *names.Label) color.NRGBA {
	switch l.Kind {
	case names.Country:
		if _, focus := p.style.CountryFill[l.ID]; focus {
			return mix(p.style.Ink, p.style.InkMuted, 0.35)
		}
		return p.style.InkMuted
	case names.Sea, names.Lake, names.River:
		return p.style.InkWater
	case names.Region, names.Disputed:
		return p.style.InkMuted
	}
	return p.style.Ink
}

var kindNames = [...]string{
	names.City: "city", names.Capital: "capital", names.Country: "country", names.Lake: "lake", names.River: "river",
	names.Sea: "sea", names.Region: "region", names.Disputed: "disputed",
}

// dot draws the symbol of a town: a ring for a capital.
func (p *painter) dot(kind string, w *names.Placed) {
	at := p.to.Apply(w.Anchor)
	r := w.Dot * p.px
	if w.Label.Kind == names.Capital {
		p.disc("dot "+kind, p.style.Halo, at[0], at[1], r+1.2*p.px)
		p.disc("dot "+kind, p.style.Ink, at[0], at[1], r)
		p.disc("dot "+kind, p.style.Halo, at[0], at[1], r-1.1*p.px)
		p.disc("dot "+kind, p.style.Ink, at[0], at[1], r-1.9*p.px)
		return
	}
	p.town("dot "+kind, at[0], at[1], r)
}

// town draws the symbol of a town that is no capital, in device pixels.
func (p *painter) town(layer string, x, y, r float64) {
	p.disc(layer, p.style.Halo, x, y, r+1.2*p.px)
	p.disc(layer, p.style.Ink, x, y, r)
	p.disc(layer, p.style.Halo, x, y, r-1.1*p.px)
}
