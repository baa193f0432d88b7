package scene

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// Map is the map of a view as v shows it, as a picture of its own: its legend
// explains only what stands there. A run of frames is better made of one [Symbols].
func Map(r *Room, sel *Selection, s state.State, p *i18n.Printer, pal *Palette, v geo.Viewport) *maps.Map {
	x := NewSymbols(r, sel, s, p)
	x.still = true
	return x.Map(s, pal, v)
}

// mapDate is the date that names on the map follow: that of the meeting in hand, else
// the end of the time window, else today's names.
func mapDate(d *dataset.Dataset, s state.State) string {
	if m := d.Meeting(s.At()); m != nil {
		return m.Date
	}
	return s.To
}

// aTown is how far from the middle of a town, in degrees of a meridian, a package may have
// put it, and namesake how far if it has the name as well: what a person takes for the middle
// of a large town differs.
const aTown, namesake = 0.05, 0.5

// besides reports whether two places are no more than degrees of a meridian apart to either
// side, wherever on the earth: there are fewer kilometres to a degree of longitude in the
// north.
func besides(degrees float64, a, b orb.Point) bool {
	return math.Abs(a[1]-b[1]) < degrees && math.Abs(a[0]-b[0])*math.Cos(a[1]*math.Pi/180) < degrees
}

// labelsBeside leaves out the names that markers write themselves: those of a
// place by its id, and of a town where a package has a place of its own.
func labelsBeside(markers []maps.Marker, labels []names.Label) []names.Label {
	written := make(map[string]bool, len(markers))
	for i := range markers {
		written[markers[i].ID] = markers[i].Label != ""
	}
	return slices.DeleteFunc(labels, func(l names.Label) bool {
		town := l.Kind == names.Capital || l.Kind == names.City
		return written[l.ID] || town && slices.ContainsFunc(markers, func(m maps.Marker) bool {
			return m.Label != "" && (besides(aTown, m.LonLat, l.LonLat) || m.Label == l.Text && besides(namesake, m.LonLat, l.LonLat))
		})
	})
}

// foremost puts the names of the region's states and of their capitals first,
// those of no other state, and gives the states of the package their short names,
// for maps too small for the full ones. A short name that is not in the language of
// the map, or not in its script, is no name for its reader.
func foremost(labels []names.Label, d *dataset.Dataset, lang string) {
	ours := map[string]bool{}
	for _, iso := range d.Profile.Region {
		ours[iso] = true
	}
	for i := range d.Countries { // the members of a union are named where there is room
		for _, iso := range d.Countries[i].Members {
			delete(ours, iso)
		}
	}
	short := map[string]string{}
	for i := range d.Countries {
		c := &d.Countries[i]
		ours[c.ISO2] = true
		short[c.ISO2] = c.Short.ShortOf(c.Name, lang)
	}
	for i := range labels {
		l := &labels[i]
		switch {
		case l.Kind == names.Country && ours[l.ISO]:
			l.Rank, l.Short = 0, short[l.ISO]
		case l.Kind == names.Capital && ours[l.ISO]:
			l.Rank = 0
		case l.Kind == names.Country:
			l.Rank = max(l.Rank, 1)
		case l.Kind == names.Capital:
			l.Rank = max(l.Rank, 3)
		}
	}
}

// largestPlace is the number of statements of the largest place under any
// filter, or of meetings in a chronology, so that a symbol means the same number in
// every view.
func largestPlace(d *dataset.Dataset) float64 {
	n := map[string]int{}
	top := 1
	if onlyMeetings(d) {
		for i := range d.Meetings {
			if m := &d.Meetings[i]; spot(d, m) != nil {
				n[m.Place]++
				top = max(top, n[m.Place])
			}
		}
	}
	for i := range d.Statements {
		if m := d.Meeting(d.Statements[i].Meeting); spot(d, m) != nil {
			n[m.Place]++
			top = max(top, n[m.Place])
		}
	}
	return float64(top)
}

// litAreas is the areas of the states that are lit or, if the meeting in hand was
// online, of its parties, alike: such a meeting had no place, and no hub.
func litAreas(d *dataset.Dataset, f state.Focus) []string {
	codes := f.LitStates.Codes()
	if m := d.Meeting(f.At()); len(codes) == 0 && m != nil && m.Online() {
		codes = m.Parties
	}
	var out []string
	for _, c := range codes {
		if x := d.Country(c); x != nil && x.ISO2 != "" {
			out = append(out, x.Areas()...)
		}
	}
	return out
}

// visits joins the capital of the party that came to each meeting of two that is
// shown: of every party that it did not meet at home. Meetings at one place with
// visitors from one capital share a line, which is the broader for it.
func visits(d *dataset.Dataset, sel *Selection, s state.State) []maps.Link {
	at := map[[2]string]int{}
	var out []maps.Link
	for _, id := range sel.Meetings {
		m := d.Meeting(id)
		place := spot(d, m)
		if place == nil || !d.Code(dataset.LevelList, m.Level).Has(dataset.FlagVisits) {
			continue
		}
		for _, c := range m.Parties {
			capital := d.Place(d.Country(c).Capital)
			if c == place.Country || capital == nil {
				continue
			}
			key := [2]string{place.ID, capital.ID}
			i, ok := at[key]
			if !ok {
				i = len(out)
				at[key] = i
				out = append(out, maps.Link{From: capital.LonLat, To: place.LonLat})
			}
			out[i].Weight++
			out[i].Selected = out[i].Selected || chosen(sel, s, id)
		}
	}
	return out
}

// AreaFocus lights the state of the package that an area of the map belongs to;
// nothing if it is of none.
func AreaFocus(r *Room, id string) (f state.Focus) {
	for i := range r.Data.Countries {
		if x := &r.Data.Countries[i]; slices.Contains(x.Areas(), id) {
			f.LitStates = state.NewSet(x.Code)
		}
	}
	return f
}

// AreaTip names what lies under the pointer: a state, or a disputed area with
// who administers and who claims it. "" if the map has nothing to say.
func AreaTip(r *Room, id string, p *i18n.Printer) string {
	list := r.Names()
	for i := range list {
		n := &list[i]
		if n.Kind == names.Disputed && n.ID == id {
			return n.In(p.Lang()) + "\n" + n.NoteIn(p.Lang())
		}
	}
	for i := range list {
		if n := &list[i]; n.Kind == names.Country && (n.ISO == id || n.ID == id) {
			return n.In(p.Lang())
		}
	}
	return ""
}
