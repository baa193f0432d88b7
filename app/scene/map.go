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

// Map is the map of a view as v shows it. mark is the id of a marker under the
// pointer, or "".
func Map(r *Room, sel *Selection, s state.State, p *i18n.Printer, pal *Palette, v geo.Viewport) *maps.Map {
	m := &maps.Map{
		Atlas: r.Atlas, View: v, Style: r.mapStyleFor(pal), TypeScale: mapType(s.TextSize, v.Height), Cluster: true,
		Markers: markers(r, sel, s, p),
		Links:   links(r.Data, s),
	}
	if s.CapitalLinks {
		m.Links = append(m.Links, visits(r.Data, sel, s)...)
	}
	m.Labels = labelsBeside(m.Markers, names.Labels(r.Names, p.Lang(), mapDate(r.Data, s)))
	foremost(m.Labels, r.Data)
	m.Furniture = maps.Furniture{
		Graticule: true, ScaleBar: true, Kilometres: p.T("scene.km"),
		Note: BoundaryNote(r, p), Attribution: MapSource(p),
	}
	if v.Projection != r.Region.Projection {
		m.Style.ReliefStrength = 0 // from afar it is noise
	}
	if !s.Camera.Fits() {
		m.Furniture.Inset = r.Region.Corners
	}
	if s.Legend != state.LegendOff {
		m.Furniture.Legend = mapLegend(r, sel, s, p, v, len(m.Links) > 0)
	}
	return m
}

// mapType is the factor on the type of a map of that height: notes and names
// as large as a person wants them, but not so large that they hide a low map.
func mapType(size, height float64) float64 { return min(size, max(1, height/320)) }

// mapDate is the date that names on the map follow: that of the selected
// meeting, else the end of the time window, else today's names.
func mapDate(d *dataset.Dataset, s state.State) string {
	if m := d.Meeting(s.Meeting); m != nil {
		return m.Date
	}
	return s.To
}

// markers groups the meetings shown by place. A place takes the shape of its
// highest level and the sum of its statements; it is hollow if none of the
// documents speaks of a meeting there.
func markers(r *Room, sel *Selection, s state.State, p *i18n.Printer) []maps.Marker {
	d, date := r.Data, mapDate(r.Data, s)
	rank := map[string]int{}
	for i, level := range d.Order(dataset.LevelList) {
		rank[level] = i + 1
	}
	at := map[string]int{}
	var out []maps.Marker
	var level []int
	for _, id := range sel.Meetings {
		m := d.Meeting(id)
		place := d.Place(m.Place)
		if place == nil {
			continue
		}
		i, ok := at[m.Place]
		if !ok {
			i = len(out)
			at[m.Place] = i
			out = append(out, maps.Marker{
				ID: m.Place, LonLat: place.LonLat, Precision: precision(d, place), Hollow: true,
				MaxWeight: r.largest,
			})
			if out[i].Precision != maps.Country { // the country has its own name on the map
				out[i].Label = d.NameAt(m.Place, date).In(p.Lang())
			}
			level = append(level, len(rank)+1)
		}
		k := &out[i]
		k.Members++
		k.Weight += float64(sel.ByMeeting[id])
		k.Hollow = k.Hollow && !d.Coded(id)
		k.Selected = k.Selected || s.Meeting == id
		if l := rank[m.Level]; l > 0 && l < level[i] {
			level[i], k.Shape = l, shapes[d.Code(dataset.LevelList, m.Level).Shape]
		}
	}
	return out
}

// labelsBeside leaves out the names that markers write themselves; the ids of
// places are those of the names on the map.
func labelsBeside(markers []maps.Marker, labels []names.Label) []names.Label {
	written := make(map[string]bool, len(markers))
	for i := range markers {
		written[markers[i].ID] = markers[i].Label != ""
	}
	return slices.DeleteFunc(labels, func(l names.Label) bool { return written[l.ID] })
}

// foremost puts the names of the region's states and of their capitals first,
// those of no other state, and gives the states of the package their codes, for
// maps too small for their names.
func foremost(labels []names.Label, d *dataset.Dataset) {
	code := map[string]string{}
	for _, iso := range d.Profile.Region {
		code[iso] = ""
	}
	for i := range d.Countries {
		code[d.Countries[i].ISO2] = d.Countries[i].Code
	}
	for i := range labels {
		l := &labels[i]
		short, ours := code[l.ISO]
		switch {
		case l.Kind == names.Country && ours:
			l.Rank, l.Short = 0, short
		case l.Kind == names.Capital && ours:
			l.Rank = 0
		case l.Kind == names.Country:
			l.Rank = max(l.Rank, 1)
		case l.Kind == names.Capital:
			l.Rank = max(l.Rank, 3)
		}
	}
}

// largestPlace is the number of statements of the largest place under any
// filter, so that a symbol means the same number in every view.
func largestPlace(d *dataset.Dataset) float64 {
	n := map[string]int{}
	top := 1
	for i := range d.Statements {
		if m := d.Meeting(d.Statements[i].Meeting); m.Place != "" {
			n[m.Place]++
			top = max(top, n[m.Place])
		}
	}
	return float64(top)
}

// links joins a selected online meeting to the capitals of its parties: from
// the place of its chair, else from the capital of the focal state, else from
// that of the first party.
func links(d *dataset.Dataset, s state.State) []maps.Link {
	m := d.Meeting(s.Meeting)
	if m == nil || !m.Online() {
		return nil
	}
	capitals := make([]orb.Point, 0, len(m.Parties))
	for _, c := range m.Parties {
		if pl := d.Place(d.Country(c).Capital); pl != nil {
			capitals = append(capitals, pl.LonLat)
		}
	}
	if len(capitals) < 2 {
		return nil
	}
	hub := capitals[0]
	if c := d.Country(d.Profile.Focal); c != nil && slices.Contains(m.Parties, c.Code) && d.Place(c.Capital) != nil {
		hub = d.Place(c.Capital).LonLat
	}
	if pl := d.Place(m.Chair); pl != nil {
		hub = pl.LonLat
	}
	var out []maps.Link
	for _, c := range capitals {
		if c != hub {
			out = append(out, maps.Link{From: hub, To: c, Selected: true})
		}
	}
	return out
}

// visits joins each meeting of two that is shown to the capital of the party that
// came: of every party that it did not meet at home. Meetings at one place with
// visitors from one capital share a line.
func visits(d *dataset.Dataset, sel *Selection, s state.State) []maps.Link {
	at := map[[2]string]int{}
	var out []maps.Link
	for _, id := range sel.Meetings {
		m := d.Meeting(id)
		place := d.Place(m.Place)
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
				out = append(out, maps.Link{From: place.LonLat, To: capital.LonLat})
			}
			out[i].Selected = out[i].Selected || s.Meeting == id
		}
	}
	return out
}

// mapLegend explains the symbols in sight.
func mapLegend(r *Room, sel *Selection, s state.State, p *i18n.Printer, v geo.Viewport, links bool) *maps.Legend {
	d := r.Data
	used := map[string]bool{}
	hollow, country := false, false
	for _, id := range sel.Meetings {
		m := d.Meeting(id)
		place := d.Place(m.Place)
		if place == nil || !r.Region.shows(place, s.Camera.Fits(), v) {
			continue
		}
		used[m.Level] = true
		hollow = hollow || !d.Coded(id)
		country = country || precision(d, place) == maps.Country
	}
	top := r.largest
	l := &maps.Legend{Title: p.T("scene.legendMap")}
	for _, level := range d.Order(dataset.LevelList) {
		if used[level] {
			l.Rows = append(l.Rows, maps.LegendRow{Kind: maps.LegendMarker, Text: label(d, dataset.LevelList, level, p), Shape: shapes[d.Code(dataset.LevelList, level).Shape], Weight: top / 4, MaxWeight: top})
		}
	}
	if hollow {
		l.Rows = append(l.Rows, maps.LegendRow{Kind: maps.LegendMarker, Text: p.T("scene.legendHollow"), Shape: maps.Disc, Weight: top / 4, MaxWeight: top, Hollow: true})
	}
	if country {
		l.Rows = append(l.Rows, maps.LegendRow{Kind: maps.LegendMarker, Text: p.T("scene.legendCountry"), Shape: maps.Disc, Precision: maps.Country, Weight: top / 16, MaxWeight: top, Hollow: true})
	}
	if links {
		l.Rows = append(l.Rows, maps.LegendRow{Kind: maps.LegendLink, Text: p.T("scene.legendLink")})
	}
	if s.Camera.Fits() { // also while the window moves on: a legend keeps its rows
		v = Viewport(r, s, v.Width, v.Height, v.Density)
	}
	found := r.Atlas.Disputed(v)
	for _, row := range []struct {
		class, key string
		kind       maps.LegendKind
	}{
		{"disputed", "scene.legendDisputed", maps.LegendDisputed},
		{"control", "scene.legendControl", maps.LegendControl},
		{"area", "scene.legendHatch", maps.LegendHatch},
	} {
		if found[row.class] {
			l.Rows = append(l.Rows, maps.LegendRow{Kind: row.kind, Text: p.T(row.key)})
		}
	}
	if len(used) > 0 {
		sizes := maps.LegendRow{Kind: maps.LegendSize, Text: p.N("scene.legendSize", int(top)), Weight: top, MaxWeight: top}
		// A quarter of the area is half as wide.
		for _, n := range []int{int(math.Round(top / 4)), 1} {
			if w := float64(n); w < top && n > 0 && (len(sizes.Smaller) == 0 || w < sizes.Smaller[0].Weight) {
				sizes.Smaller = append(sizes.Smaller, maps.SizeMark{Weight: w, Text: p.Int(n)})
			}
		}
		l.Rows = append(l.Rows, sizes)
	}
	return l
}

// AreaTip names what lies under the pointer: a state, or a disputed area with
// who administers and who claims it. "" if the map has nothing to say.
func AreaTip(r *Room, id string, p *i18n.Printer) string {
	for i := range r.Names {
		n := &r.Names[i]
		if n.Kind == names.Disputed && n.ID == id {
			return n.In(p.Lang()) + "\n" + n.NoteIn(p.Lang())
		}
	}
	for i := range r.Names {
		if n := &r.Names[i]; n.Kind == names.Country && (n.ISO == id || n.ID == id) {
			return n.In(p.Lang())
		}
	}
	return ""
}
