package names

import (
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/maps/geo"
)

// part is a part of the plane in which names look for other places than their
// own, and what they found.
type part struct {
	bound  orb.Bound
	places map[elsewhere][]place
	ground *ground // for a name that others heed: it is the same for all of them
}

// place is a choice, and the name there if it is clear of markers, once that was
// asked.
type place struct {
	choice
	below         bool // its line runs under markers
	asked, judged bool
	w             *Placed // nil if it is not clear, or judged to lie in a disputed area
}

// elsewhere is a name that looks for another place: a label, of a disputed area
// with the area and a line below.
type elsewhere struct {
	label *Label
	area  *geo.Shape
	below string
}

// Elsewhere is where in a window a name may stand whose own place does not show
// there: the first place that take wants, nil for none. A state in focus may stand
// short, or with a line that leads to it. The places lie on a lattice of the plane,
// so that a name does not run with the window.
func (l *Layout) Elsewhere(label *Label, win orb.Bound, take func(*Placed) bool) *Placed {
	return l.elsewhere(elsewhere{label: label}, win, take)
}

// AreaElsewhere is Elsewhere for the name of a disputed area, or of its group, by
// one area; below is written below it.
func (l *Layout) AreaElsewhere(label *Label, area *geo.Shape, below string, win orb.Bound, take func(*Placed) bool) *Placed {
	return l.elsewhere(elsewhere{label, area, below}, win, take)
}

func (l *Layout) elsewhere(key elsewhere, win orb.Bound, take func(*Placed) bool) *Placed {
	if l.Base == nil {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.part == nil || !within(win, l.part.bound) || width(l.part.bound) > 4*width(win) {
		l.part = &part{bound: win.Pad(width(win) / 4), places: map[elsewhere][]place{}}
	}
	places, ok := l.part.places[key]
	if !ok {
		places = l.placesIn(key)
		l.part.places[key] = places
	}
	for i := range places {
		p := &places[i]
		if !p.asked {
			p.asked = true
			w := p.placed(l, key.label)
			if w.below = p.below; l.clear(&w, l.firm) {
				w.body = body{} // it stands in no crowd, and there are thousands of such places
				p.w = &w
			}
		}
		if p.w == nil || !take(p.w) {
			continue
		}
		if !p.judged { // after it is known that it shows, for this takes longer
			if p.judged = true; l.disputed(p.w) {
				p.w = nil
				continue
			}
		}
		return p.w
	}
	return nil
}

// forget lets go of what was found for the windows until now.
func (l *Layout) forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.part = nil
}

func width(b orb.Bound) float64 { return b.Max[0] - b.Min[0] }

// within says that one box lies in another.
func within(a, b orb.Bound) bool { return b.Contains(a.Min) && b.Contains(a.Max) }

// groundFor is the ground of the part for a name of one country.
func (l *Layout) groundFor(own string) *ground {
	if !l.heeds(own) {
		return l.groundOf(l.part.bound, own)
	}
	if l.part.ground == nil {
		l.part.ground = l.groundOf(l.part.bound, own)
	}
	return l.part.ground
}

// placesIn lists the places for a name in the part, the best first.
func (l *Layout) placesIn(key elsewhere) []place {
	bound := l.part.bound
	var choices *ranking
	switch home := l.country(key.label); {
	case key.area != nil:
		choices = l.areaChoices(key, bound)
	case home == nil || !home.Bound.Intersects(bound):
		return nil
	default:
		choices = l.choices(key.label, l.groundFor(key.label.ID), true, anywhere)
	}
	l.spare = nil
	out := make([]place, 0, choices.len())
	for _, below := range []bool{false, true} {
		for i := range choices.len() {
			if c := choices.at(i); !below || c.led && l.State(key.label) {
				out = append(out, place{choice: *c, below: below})
			}
		}
	}
	return out
}
