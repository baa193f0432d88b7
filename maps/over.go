package maps

import (
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
	place.named = p.names(placed, f.taken)
	place.markers = p.markers(all)
	place.grid = newHitGrid(place.markers, p.view.Width, p.view.Height)
	p.pic.Steps = append(p.pic.Steps, f.steps...)
	place.layers = p.base
	place.rows = f.rows
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
		s.Sites[i] = names.Site{At: k.at, R: k.r, Shoulder: p.shoulder(k), ID: m.ID}
		switch len(k.members) {
		case 1:
			s.Sites[i].Label, s.Sites[i].Second = m.Label, m.Second
		case 2:
			s.Sites[i].Label, s.Sites[i].Second = both(m, &p.m.Markers[k.members[1]])
		}
		if k.room >= 0.5 { // a row of shapes may stand below it
			below := orb.Point{k.at[0], k.at[1] - (k.r+pipOff)*s.Bucket.Coarse}
			s.Sites = append(s.Sites, names.Site{At: below, R: pipRoom * p.m.markerScale()})
		}
	}
	return s
}

// both names a cluster of two markers, the heavier one first; "" if either has
// no name. Of more there is no room to name all.
func both(a, b *Marker) (label, second string) {
	if a.Label == "" || b.Label == "" {
		return "", ""
	}
	if math.Max(b.Room, b.Weight) > math.Max(a.Room, a.Weight) {
		a, b = b, a
	}
	if a.Second != "" && b.Second != "" {
		second = a.Second + ", " + b.Second
	}
	return a.Label + ", " + b.Label, second
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

// names draws the names that are wholly in the window and clear of furniture. It
// returns the labels that it writes in full.
func (p *painter) names(l *names.Layout, taken []draw.Box) (named map[string]bool) {
	if l == nil {
		return nil
	}
	window := draw.Box{X0: 3, Y0: 3, X1: p.view.Width - 3, Y1: p.view.Height - 3}
	layout := draw.Affine{SX: 1 / p.view.Scale, SY: -1 / p.view.Scale}
	layout.TX, layout.TY = p.view.PlaneToScreen([2]float64{})
	shown := map[*names.Label]bool{}
	var drawn, seconds []*names.Placed
	show := func(w *names.Placed) (box draw.Box, ok bool) {
		if !w.Bound.Intersects(p.win) {
			return draw.Box{}, false
		}
		if k := w.Label.Kind; (k == names.City || k == names.Capital) && !p.win.Contains(w.Anchor) {
			return draw.Box{}, false // a name without its place
		}
		box = draw.UnionOf(w.Boxes(layout)).Pad(1)
		if !box.Within(window) || slices.ContainsFunc(taken, box.Overlaps) {
			return draw.Box{}, false
		}
		if w.Second != nil {
			if under := draw.UnionOf(w.Second.Boxes(layout)).Pad(1); under.Within(window) && !slices.ContainsFunc(taken, under.Overlaps) {
				seconds = append(seconds, w.Second)
				box = box.Union(under)
			}
		}
		drawn = append(drawn, w)
		return box, true
	}
	for _, w := range l.Placed {
		if _, ok := show(w); ok {
			shown[w.Label] = true
		}
	}
	for _, w := range l.CopiesIn(p.win, shown) {
		if shown[w.Label] {
			continue // one name a country
		}
		if box, ok := show(w); ok {
			shown[w.Label] = true
			taken = append(taken, box) // copies do not know of each other
		}
	}
	drawn, seconds = p.evenHanded(drawn, seconds)
	for _, w := range seconds {
		p.letters("label second", w, p.style.InkMuted, p.style.Halo)
	}
	named = make(map[string]bool, len(drawn))
	// Lower ranks lie below.
	for _, w := range slices.Backward(drawn) {
		named[w.Label.ID] = w.Lines[0] != w.Label.Short
		kind := kindNames[w.Label.Kind]
		if w.Dot > 0 {
			p.dot(kind, w)
		}
		halo := p.style.Halo
		switch w.Label.Kind {
		case names.Sea, names.Lake:
			halo = p.style.Background
			halo.A = 150
		case names.Country, names.Region:
			halo.A = uint8(int(halo.A) * 6 / 10)
		}
		p.letters("label "+kind, w, p.nameInk(w.Label), halo)
	}
	return named
}

// evenHanded leaves the names of all parties to a disputed area in the window, or
// of none but the states in focus where the map names them once for all windows:
// these are what it is about, and keep their names on a picture too low for all.
func (p *painter) evenHanded(drawn, seconds []*names.Placed) (_, _ []*names.Placed) {
	if p.base == nil {
		return drawn, seconds
	}
	labels := map[string]*names.Placed{} // of countries, nil of those that are not named
	for i := range p.m.Labels {
		if l := &p.m.Labels[i]; l.Kind == names.Country {
			labels[l.ID] = nil
		}
	}
	for _, w := range drawn {
		if w.Label.Kind == names.Country {
			labels[w.Label.ID] = w
		}
	}
	gone := map[string]bool{}
	for again := true; again; {
		again = false
		for _, area := range p.base.Areas {
			named, missing := 0, 0
			parties := names.Parties(area)
			for _, iso := range parties {
				switch w, known := labels[iso]; {
				case w != nil && !gone[iso]:
					named++
				case known:
					missing++
				}
			}
			if named == 0 || missing == 0 || !names.InFrame(area, p.win, p.view.Scale) {
				continue
			}
			for _, iso := range parties {
				w := labels[iso]
				if _, focus := p.style.CountryFill[iso]; w != nil && !gone[iso] && !(focus && !w.IsCopy()) {
					gone[iso], again = true, true
				}
			}
		}
	}
	lost := func(w *names.Placed) bool { return w.Label.Kind == names.Country && gone[w.Label.ID] }
	return slices.DeleteFunc(drawn, lost), slices.DeleteFunc(seconds, lost)
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
