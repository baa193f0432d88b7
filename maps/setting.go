package maps

import (
	"maps"
	"slices"

	"github.com/paulmach/orb"
)

// setting is all that the places of names depend on. Maps of one setting write
// the same names at the same places, wherever their windows lie.
type setting struct {
	projection Projection
	bucket     bucket
	typeScale  float64
	style      Style
	base       *projected // nil: names heed no borders
	labels     []Label
	sites      []site
}

// site is a marker as names see it.
type site struct {
	at        orb.Point // metres
	r         float64   // layout pixels
	shoulder  float64   // layout pixels by which the figure beside it stands out
	id, label string    // label is written beside it if it is not empty
}

// box is what a site covers when drawn with to and layout pixels of 1.
func (s *site) box(to affine) rect {
	q := to.apply(s.at)
	r := s.r + 2
	return rect{q[0] - r, q[1] - r - s.shoulder, q[0] + r + s.shoulder, q[1] + r}
}

func (p *painter) setting(all []spot) *setting {
	s := &setting{
		projection: p.view.Projection, bucket: bucketOf(p.view.Scale), typeScale: p.typeScale(),
		style: *p.style, base: p.base, labels: p.m.Labels, sites: make([]site, len(all)),
	}
	for i := range all {
		k := &all[i]
		m := &p.m.Markers[k.first()]
		s.sites[i] = site{at: k.at, r: k.r, shoulder: p.shoulder(k), id: m.ID}
		if len(k.members) == 1 {
			s.sites[i].label = m.Label
		}
	}
	return s
}

func (s *setting) equal(o *setting) bool {
	return s.projection == o.projection && s.bucket == o.bucket && s.typeScale == o.typeScale && s.base == o.base &&
		sameHand(&s.style, &o.style) && slices.Equal(s.sites, o.sites) && slices.EqualFunc(s.labels, o.labels, sameLabel)
}

// sameHand says that names are written alike in two styles.
func sameHand(a, b *Style) bool {
	return a.Regular == b.Regular && a.Bold == b.Bold && a.Ink == b.Ink && a.InkMuted == b.InkMuted && a.InkWater == b.InkWater &&
		maps.Equal(a.CountryFill, b.CountryFill)
}

// sameLabel takes lines for equal only if they are the same in memory.
func sameLabel(a, b Label) bool {
	if a.ID != b.ID || a.Text != b.Text || a.Short != b.Short || a.Kind != b.Kind || a.LonLat != b.LonLat || a.Rank != b.Rank || len(a.Line) != len(b.Line) {
		return false
	}
	return len(a.Line) == 0 || &a.Line[0] == &b.Line[0]
}

// settings is how many settings an atlas remembers the names of: those of a
// map and its neighbours while one zooms, and of a second map.
const settings = 8

// names is the names of a setting in their places, from memory if they were
// drawn lately.
func (a *Atlas) names(s *setting) *placer {
	a.naming.Lock()
	defer a.naming.Unlock()
	i := slices.IndexFunc(a.named, func(l *placer) bool { return l.equal(s) })
	if i < 0 {
		own := *s // the caller may change its labels and style later, but not the points of lines
		own.labels, own.style.CountryFill = slices.Clone(s.labels), maps.Clone(s.style.CountryFill)
		a.named = append(a.named, newPlacer(&own))
		if i = len(a.named) - 1; i == settings {
			a.named = slices.Delete(a.named, 0, 1)
			i--
		}
	}
	l := a.named[i] // the last is the newest
	a.named = append(slices.Delete(a.named, i, i+1), l)
	return l
}

// place is the names of the map in their places, nil if it writes none.
func (p *painter) place(all []spot) *placer {
	if p.style.Regular == nil {
		return nil
	}
	s := p.setting(all)
	if p.m.Atlas == nil {
		return newPlacer(s)
	}
	return p.m.Atlas.names(s)
}
