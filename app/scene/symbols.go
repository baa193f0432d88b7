package scene

import (
	"slices"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// Symbols is what of a map follows the filters, the selection and the language:
// markers, lines, names, and what a legend may have to explain. Where the map
// looks changes none of it, so that all frames of a drag share one. It must not
// be modified and may be read by many goroutines.
type Symbols struct {
	r       *Room
	p       *i18n.Printer
	markers []maps.Marker
	links   []maps.Link
	labels  []names.Label
	rows    []legendRow
	still   bool // no other view follows: the legend need not keep its rows
}

// NewSymbols gathers the symbols of a view.
func NewSymbols(r *Room, sel *Selection, s state.State, p *i18n.Printer) *Symbols {
	x := &Symbols{r: r, p: p, markers: markers(r, sel, s, p)}
	if s.CapitalLinks {
		x.links = visits(r.Data, sel, s)
	}
	x.rows = legendRows(r, sel, s, p)
	if s.Hidden.Panes() {
		x.hide(s.Hidden)
	}
	x.labels = labelsBeside(x.markers, names.Labels(r.Names(), p.Lang(), mapDate(r.Data, s)))
	x.labels = slices.DeleteFunc(x.labels, func(l names.Label) bool {
		return s.Hidden.Has(state.HideStates) && l.Kind == names.Country || s.Hidden.Has(state.HideNames) && l.Kind != names.Country && l.Kind != names.Disputed
	})
	unions(x.labels, r.Data, p.Lang())
	foremost(x.labels, r.Data, p.Lang())
	secondLabels(x.labels, r, mapDate(r.Data, s), p)
	return x
}

// hide leaves out what a class is not to see yet.
func (x *Symbols) hide(h state.Hidden) {
	if h.Has(state.HideMarkers) {
		x.markers, x.links, x.rows = nil, nil, nil
	}
	for i := range x.markers {
		if m := &x.markers[i]; h.Has(state.HideNames) {
			m.Label, m.Second = "", ""
		}
	}
}

// Map is the map as v shows it; of s only the camera, the focus, the legend and the
// size of type count.
func (x *Symbols) Map(s state.State, pal *Palette, v geo.Viewport) *maps.Map {
	m := Foot(x.r, s, x.p, pal, v)
	m.Atlas, m.Cluster, m.Furniture.Graticule = x.r.Atlas, true, true
	m.Markers, m.Links, m.Labels = x.markers, x.links, x.labels
	if lit := litAreas(x.r.Data, s.Focus); lit != nil {
		m.Areas = maps.Areas{Lit: lit, Strength: 1}
		if s.Lights() {
			m.Areas.Dim = 1
		}
	}
	if v.Projection != x.r.Region().Projection {
		m.Style.ReliefStrength = 0 // from afar it is noise
	}
	if !s.Camera.Fits() {
		m.Furniture.Inset = x.r.Region().Corners
	}
	m.Figureless = s.Hidden.Has(state.HideValues)
	m.Pins = x.pins(s)
	if s.Legend != state.LegendOff && !s.Hidden.Has(state.HideMarkers) {
		m.Furniture.Legend = x.legend(s, v)
	}
	return m
}

// Foot is a map of nothing but what stands along its lower edge: note, source and scale bar.
func Foot(r *Room, s state.State, p *i18n.Printer, pal *Palette, v geo.Viewport) *maps.Map {
	return &maps.Map{
		View: v, Style: r.mapStyleFor(pal), TypeScale: s.TextSize,
		Furniture: maps.Furniture{
			ScaleBar: true, Kilometres: p.T("scene.km"), Number: p.Number,
			Note: BoundaryNote(r, p), Attribution: MapSource(p),
			Brief:    p.T("scene.boundaryShort") + ". " + p.T("scene.mapSourceShort"),
			Briefest: p.T("scene.boundaryShort") + ".",
		},
	}
}

// From has the markers grow from what they weigh in x0.
func (x *Symbols) From(x0 *Symbols) {
	was := make(map[string]float64, len(x0.markers))
	for i := range x0.markers {
		was[x0.markers[i].ID] = x0.markers[i].Weight
	}
	for i := range x.markers {
		x.markers[i].Before = was[x.markers[i].ID]
	}
}

// Preview shows on m, lightly, what a click on what the pointer is on would light:
// sel is the selection of that focus.
func (x *Symbols) Preview(m *maps.Map, sel *Selection, codes state.Focus) {
	if lit := litAreas(x.r.Data, codes); lit != nil && len(m.Areas.Lit) == 0 {
		m.Areas = maps.Areas{Lit: lit, Strength: 0.5, Dim: 0.5}
	}
	m.Markers, m.Preview = slices.Clone(m.Markers), true
	at := make(map[string]*maps.Marker, len(m.Markers))
	for i := range m.Markers {
		at[m.Markers[i].ID] = &m.Markers[i]
	}
	for _, id := range sel.Meetings {
		if k := at[x.r.Data.Meeting(id).Place]; k != nil && sel.Lights(id) {
			k.Hinted = true
		}
	}
}

// markers groups the meetings by place. A place has the sum of the statements left
// of its meetings, the shape of the highest of their levels, and those of the
// others besides; it is hollow if nothing is coded of any of them. In a chronology it has
// the number of its meetings instead. Where the filters leave no meeting its room
// stays: nothing moves because of them.
func markers(r *Room, sel *Selection, s state.State, p *i18n.Printer) []maps.Marker {
	d, date, chronology := r.Data, mapDate(r.Data, s), onlyMeetings(r.Data)
	at := map[string]int{}
	var out []maps.Marker
	var levels []map[string]bool // of the meetings shown
	for i := range d.Meetings {
		m := &d.Meetings[i]
		place := spot(d, m)
		if place == nil || !onLand(place) {
			continue
		}
		i, ok := at[m.Place]
		if !ok {
			i = len(out)
			at[m.Place] = i
			levels = append(levels, map[string]bool{})
			name := d.NameAt(m.Place, date)
			out = append(out, maps.Marker{
				ID: m.Place, LonLat: place.LonLat, Absent: true, Hollow: true, Planned: true, Muted: true,
				MaxWeight: r.largest, Label: name.In(p.Lang()), Second: second(name, p), Foremost: place.Capital,
			})
		}
		k := &out[i]
		if chronology {
			k.Room++
		}
		k.Room += float64(d.StatementsOf(m.ID))
		if !sel.Shows(m.ID) {
			continue
		}
		k.Absent = false
		levels[i][m.Level] = true
		if chronology { // a meeting is what there is to count
			k.Weight++
			if !s.Lights() || sel.Lights(m.ID) {
				k.Lit++
			}
		}
		k.Weight += float64(sel.ByMeeting.Of(m.ID))
		k.Lit += float64(sel.LitByMeeting.Of(m.ID))
		k.Hollow = k.Hollow && !chronology && !d.Coded(m.ID)
		k.Planned = k.Planned && m.Planned
		k.Selected = k.Selected || chosen(sel, s, m.ID)
		k.Muted = k.Muted && !sel.Lights(m.ID)
		k.Partly = s.Lights()
	}
	for i, have := range levels {
		out[i].Shape, out[i].Also = shapesOf(d, have)
	}
	return out
}

// shapesOf is the shape of the highest of some levels, and those of the others.
func shapesOf(d *dataset.Dataset, have map[string]bool) (first maps.Shape, also []maps.Shape) {
	n := 0
	for _, level := range d.Order(dataset.LevelList) {
		if !have[level] {
			continue
		}
		if x := shapes[d.Code(dataset.LevelList, level).Shape]; n == 0 {
			first = x
		} else if x != first && !slices.Contains(also, x) {
			also = append(also, x)
		}
		n++
	}
	return first, also
}
