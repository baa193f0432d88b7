package scene

import (
	"math"
	"slices"
	"strconv"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// pins are the guesses of a class, with their numbers; once the place is revealed,
// that place, and how far each guess is from it.
func pins(r *Room, s state.State, p *i18n.Printer) []maps.Pin {
	var out []maps.Pin
	place := r.Data.Place(s.Found)
	for i, at := range s.Guesses.List() {
		pin := maps.Pin{LonLat: orb.Point(at), Sign: strconv.Itoa(i + 1)}
		if place != nil {
			to := place.LonLat
			pin.To, pin.Label = &to, kilometres(pin.LonLat, to, p)
		}
		out = append(out, pin)
	}
	if place != nil {
		out = append(out, maps.Pin{LonLat: place.LonLat, Found: true, Label: r.Data.NameAt(place.ID, mapDate(r.Data, s)).In(p.Lang())})
	}
	return out
}

// pins are those of the map, on which no name stands twice.
func (x *Symbols) pins(s state.State) []maps.Pin {
	out := pins(x.r, s, x.p)
	for i := range out {
		k := &out[i]
		if k.Found && (slices.ContainsFunc(x.markers, func(m maps.Marker) bool { return m.ID == s.Found && m.Label != "" }) ||
			slices.ContainsFunc(x.labels, func(l names.Label) bool {
				return besides(aTown, l.LonLat, k.LonLat)
			})) {
			k.Label = ""
		}
	}
	return out
}

// Guessed says how far each guess is from the place that was asked for, one to a
// line; nil while it is not revealed.
func Guessed(r *Room, s state.State, p *i18n.Printer) []string {
	var out []string
	for _, x := range pins(r, s, p) {
		if x.To != nil {
			out = append(out, x.Sign+": "+x.Label)
		}
	}
	return out
}

// kilometres says how far two places are from each other on the sphere: nearer than
// ten kilometres to one, else to ten, for a click is no more exact.
func kilometres(a, b orb.Point, p *i18n.Printer) string {
	d := kmBetween(a, b)
	if d >= 10 {
		d = math.Round(d/10) * 10
	}
	return p.Int(int(math.Round(d))) + "\u00a0" + p.T("scene.km")
}

// kmBetween is the kilometres along the great circle.
func kmBetween(a, b orb.Point) float64 { return geo.EarthRadius / 1000 * geo.Arc(a, b) }
