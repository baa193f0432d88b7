package scene

import (
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
	sites   []site
}

// site is a place where meetings were held.
type site struct {
	place  *dataset.Place
	levels map[string]bool // of its meetings
	hollow bool            // none of the documents speaks of one of them
}

// NewSymbols gathers the symbols of a view.
func NewSymbols(r *Room, sel *Selection, s state.State, p *i18n.Printer) *Symbols {
	x := &Symbols{r: r, p: p, markers: markers(r, sel, s, p), links: links(r.Data, s), sites: sites(r.Data, sel)}
	if s.CapitalLinks {
		x.links = append(x.links, visits(r.Data, sel, s)...)
	}
	x.labels = labelsBeside(x.markers, names.Labels(r.Names, p.Lang(), mapDate(r.Data, s)))
	foremost(x.labels, r.Data)
	secondLabels(x.labels, r, mapDate(r.Data, s), p)
	return x
}

// Map is the map as v shows it; of s only the camera, the legend and the size of
// type count.
func (x *Symbols) Map(s state.State, pal *Palette, v geo.Viewport) *maps.Map {
	m := &maps.Map{
		Atlas: x.r.Atlas, View: v, Style: x.r.mapStyleFor(pal), TypeScale: mapType(s.TextSize, v.Height), Cluster: true,
		Markers: x.markers, Links: x.links, Labels: x.labels,
	}
	m.Furniture = maps.Furniture{
		Graticule: true, ScaleBar: true, Kilometres: x.p.T("scene.km"),
		Note: BoundaryNote(x.r, x.p), Attribution: MapSource(x.p),
	}
	if v.Projection != x.r.Region.Projection {
		m.Style.ReliefStrength = 0 // from afar it is noise
	}
	if !s.Camera.Fits() {
		m.Furniture.Inset = x.r.Region.Corners
	}
	if s.Legend != state.LegendOff {
		m.Furniture.Legend = x.legend(s, v)
	}
	return m
}

// sites lists the places of the meetings shown.
func sites(d *dataset.Dataset, sel *Selection) []site {
	at := map[string]int{}
	var out []site
	for _, id := range sel.Meetings {
		m := d.Meeting(id)
		place := spot(d, m)
		if place == nil {
			continue
		}
		i, ok := at[m.Place]
		if !ok {
			i = len(out)
			at[m.Place] = i
			out = append(out, site{place: place, levels: map[string]bool{}})
		}
		out[i].levels[m.Level] = true
		out[i].hollow = out[i].hollow || !d.Coded(id)
	}
	return out
}

// markers groups the meetings by place. A place has the sum of the statements left
// of its meetings, and the shape of their level, if it is one; it is hollow if
// nothing is coded of any of them. Where the filters leave no meeting its room
// stays: nothing moves because of them.
func markers(r *Room, sel *Selection, s state.State, p *i18n.Printer) []maps.Marker {
	d, date := r.Data, mapDate(r.Data, s)
	at := map[string]int{}
	var out []maps.Marker
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
			name := d.NameAt(m.Place, date)
			out = append(out, maps.Marker{
				ID: m.Place, LonLat: place.LonLat, Absent: true, Hollow: true, Planned: true, Muted: true,
				MaxWeight: r.largest, Label: name.In(p.Lang()), Second: second(name, p),
			})
		}
		k := &out[i]
		k.Room += float64(d.StatementsOf(m.ID))
		if !sel.Shows(m.ID) {
			continue
		}
		if shape := shapes[d.Code(dataset.LevelList, m.Level).Shape]; k.Absent {
			k.Shape = shape
		} else if k.Shape != shape {
			k.Shape = maps.Several
		}
		k.Absent = false
		k.Weight += float64(sel.ByMeeting[m.ID])
		k.Lit += float64(sel.LitByMeeting[m.ID])
		k.Hollow = k.Hollow && !d.Coded(m.ID)
		k.Planned = k.Planned && m.Planned
		k.Selected = k.Selected || chosen(sel, s, m.ID)
		k.Muted = k.Muted && !sel.Lights(m.ID)
		k.Partly = s.Lights()
	}
	return out
}
