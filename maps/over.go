package maps

import (
	"slices"
	"strings"
)

// over writes what stands above the base map and returns where it is.
func (p *painter) over() *Placement {
	place := &Placement{View: p.view}
	all := spots(p.m)
	names := p.place(all)
	f := p.furniture()
	p.links()
	place.named = p.names(names, f.taken)
	place.markers = p.markers(all)
	place.grid = newHitGrid(place.markers, p.view.Width, p.view.Height)
	p.pic.Steps = append(p.pic.Steps, f.steps...)
	place.layers = p.base
	place.Notes, place.ScaleBar, place.Legend, place.Inset = f.notes.box(), f.scaleBar.box(), f.legend.box(), f.inset.box()
	return place
}

// names draws the names that are wholly in the window and clear of furniture. It
// returns the labels that it writes in full.
func (p *painter) names(l *placer, taken []rect) (named map[string]bool) {
	if l == nil {
		return nil
	}
	window := rect{3, 3, p.view.Width - 3, p.view.Height - 3}
	layout := affine{sx: 1 / p.view.Scale, sy: -1 / p.view.Scale}
	layout.tx, layout.ty = p.view.PlaneToScreen([2]float64{})
	shown := map[*Label]bool{}
	var drawn []*written
	show := func(w *written) (box rect, ok bool) {
		if !w.bound.Intersects(p.win) {
			return rect{}, false
		}
		if k := w.label.Kind; (k == NameCity || k == NameCapital) && !p.win.Contains(w.anchor) {
			return rect{}, false // a name without its place
		}
		box = unionOf(w.boxes(layout)).pad(1)
		if !box.within(window) || slices.ContainsFunc(taken, box.overlaps) {
			return rect{}, false
		}
		drawn = append(drawn, w)
		return box, true
	}
	for _, w := range l.out {
		if _, ok := show(w); ok {
			shown[w.label] = true
		}
	}
	for _, w := range l.copiesIn(p.win, shown) {
		if box, ok := show(w); ok {
			taken = append(taken, box) // copies do not know of each other
		}
	}
	named = make(map[string]bool, len(drawn))
	// Lower ranks lie below.
	for _, w := range slices.Backward(drawn) {
		named[w.label.ID] = w.lines[0] != w.label.Short
		kind := kindNames[w.label.Kind]
		if w.dot > 0 {
			p.dot(kind, w)
		}
		text := strings.Join(w.lines, "")
		halo := p.style.Halo
		switch w.label.Kind {
		case NameSea, NameLake:
			halo = p.style.Background
			halo.A = 150
		case NameCountry, NameRegion:
			halo.A = uint8(int(halo.A) * 6 / 10)
		}
		p.step(Step{Kind: StepText, Layer: "label " + kind, Color: w.look.color, Text: &Text{
			String: text, Face: w.look.face, Bold: w.look.bold, Size: w.look.size * p.px, Slant: w.look.slant,
			Halo: halo, HaloWidth: 1.6 * p.px, Letters: w.letters(p.to, p.px),
		}})
	}
	return named
}

var kindNames = [...]string{
	NameCity: "city", NameCapital: "capital", NameCountry: "country", NameLake: "lake", NameRiver: "river",
	NameSea: "sea", NameRegion: "region", NameDisputed: "disputed",
}

// dot draws the symbol of a town: a ring for a capital.
func (p *painter) dot(kind string, w *written) {
	at := p.to.apply(w.anchor)
	r := w.dot * p.px
	p.disc("dot "+kind, p.style.Halo, at[0], at[1], r+1.2*p.px)
	if w.label.Kind == NameCapital {
		p.disc("dot "+kind, p.style.Ink, at[0], at[1], r)
		p.disc("dot "+kind, p.style.Halo, at[0], at[1], r-1.1*p.px)
		p.disc("dot "+kind, p.style.Ink, at[0], at[1], r-1.9*p.px)
		return
	}
	p.disc("dot "+kind, p.style.Ink, at[0], at[1], r)
	p.disc("dot "+kind, p.style.Halo, at[0], at[1], r-1.1*p.px)
}
