package maps

// over writes what stands above the base map and returns where it is.
func (p *painter) over() *Placement {
	place := &Placement{View: p.view}
	all := spots(p.m)
	p.links()
	place.markers = p.markers(all)
	place.grid = newHitGrid(place.markers, p.view.Width, p.view.Height)
	p.areas(place)
	return place
}

// areas remembers the shapes that answer [Placement.Area].
func (p *painter) areas(place *Placement) {
	if p.m.Atlas == nil {
		return
	}
	l, err := p.m.Atlas.level(p.view)
	if err != nil {
		return
	}
	for _, s := range l.areas {
		place.areas, place.names = append(place.areas, s), append(place.names, s.props["id"])
	}
	for _, s := range l.countries {
		place.areas, place.names = append(place.areas, s), append(place.names, s.props["iso"])
	}
}
