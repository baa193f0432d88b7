package scene

import (
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
)

// The ids of the rows of a legend that name meetings; that of a level has its code
// behind it.
const (
	levelRow   = "level "
	severalRow = "several"
	hollowRow  = "hollow"
	plannedRow = "planned"
)

// legendRow is a kind of symbol, with the places where it may stand under some
// filter, so that a legend keeps its rows, and those where it stands now.
type legendRow struct {
	maps.LegendRow
	may, now []*dataset.Place
	lit      bool // it stands for a meeting in focus
}

// legendRows explains the symbols of meetings, each once, in the order of levels.
func legendRows(r *Room, sel *Selection, s state.State, p *i18n.Printer) []legendRow {
	d := r.Data
	var rows []legendRow
	for _, level := range d.Order(dataset.LevelList) {
		rows = append(rows, legendRow{LegendRow: maps.LegendRow{ID: levelRow + level, Text: label(d, dataset.LevelList, level, p), Shape: shapes[d.Code(dataset.LevelList, level).Shape]}})
	}
	for _, x := range []maps.LegendRow{
		{ID: severalRow, Text: p.T("scene.legendSeveral"), Short: p.T("scene.legendSeveralShort"), Also: lesser(d)},
		{ID: hollowRow, Text: p.T("scene.legendHollow"), Short: p.T("scene.legendHollowShort"), Hollow: true},
		{ID: plannedRow, Text: p.T("scene.legendPlanned"), Planned: true},
	} {
		rows = append(rows, legendRow{LegendRow: x})
	}
	if onlyMeetings(d) { // no symbol is hollow: a meeting is what there is to count
		rows = slices.DeleteFunc(rows, func(x legendRow) bool { return x.ID == hollowRow })
	}
	may, now := r.visits(nil), r.visits(sel)
	for i := range rows {
		x := &rows[i]
		x.Kind, x.MaxWeight, x.Weight = maps.LegendMarker, r.largest, r.largest/8
		x.may, x.now = r.standing(x.ID, may, false), r.standing(x.ID, now, true)
		x.lit = !s.Lights() || slices.ContainsFunc(named(r, sel, x.ID), sel.Lights)
	}
	return rows
}

// lesser is the shapes of all levels but the highest.
func lesser(d *dataset.Dataset) []maps.Shape {
	all := map[string]bool{}
	for _, level := range d.Order(dataset.LevelList) {
		all[level] = true
	}
	_, also := shapesOf(d, all)
	return also
}

// visited is a place and what its symbol follows from.
type visited struct {
	place          *dataset.Place
	levels         map[string]bool
	coded, planned bool // something is, everything is
	hollow         bool // nothing is coded of one of its meetings
}

// visits gathers the places of all meetings, or of those of a selection.
func (r *Room) visits(sel *Selection) (order []*visited) {
	d := r.Data
	at := map[string]*visited{}
	for i := range d.Meetings {
		m := &d.Meetings[i]
		place := spot(d, m)
		if place == nil || sel != nil && !sel.Shows(m.ID) {
			continue
		}
		x := at[place.ID]
		if x == nil {
			x = &visited{place: place, levels: map[string]bool{}, planned: true}
			at[place.ID] = x
			order = append(order, x)
		}
		x.levels[m.Level] = true
		x.coded = x.coded || d.Coded(m.ID)
		x.hollow = x.hollow || !d.Coded(m.ID)
		x.planned = x.planned && m.Planned
	}
	return order
}

// standing is those of the places that may have the symbol of a row or, of the places
// of a selection, have it.
func (r *Room) standing(row string, all []*visited, selected bool) (out []*dataset.Place) {
	chronology := onlyMeetings(r.Data)
	level, isLevel := strings.CutPrefix(row, levelRow)
	for _, x := range all {
		ok := false
		switch {
		case isLevel:
			// Of a place of which nothing is coded only the outline shows: that of a square says which level.
			outlined := len(x.levels) == 1 && shapes[r.Data.Code(dataset.LevelList, level).Shape] == maps.Square
			ok = (x.coded || chronology || outlined) && x.levels[level] && (!x.planned || !chronology && x.coded)
		case row == severalRow:
			ok = (x.coded || chronology) && len(x.levels) > 1
		case row == hollowRow:
			ok = x.hollow && !x.planned && (!selected || !x.coded)
		case row == plannedRow:
			ok = x.planned
		}
		if ok {
			out = append(out, x.place)
		}
	}
	return out
}

// named is the meetings shown that a row of the legend names.
func named(r *Room, sel *Selection, row string) (out []string) {
	d := r.Data
	several := map[string]bool{}
	if row == severalRow {
		for _, x := range r.standing(row, r.visits(sel), true) {
			several[x.ID] = true
		}
	}
	level, ofLevel := strings.CutPrefix(row, levelRow)
	for m := range sel.meetings(d) {
		ok := false
		switch {
		case ofLevel:
			ok = m.Level == level
		case row == severalRow:
			ok = several[m.Place]
		case row == hollowRow:
			ok = !d.Coded(m.ID) && !m.Planned
		case row == plannedRow:
			ok = m.Planned
		}
		if ok {
			out = append(out, m.ID)
		}
	}
	return out
}

// LegendFocus is the codes of what a row of the map's legend names, by the row's
// id; the zero Focus where that is nothing that can be lit.
func LegendFocus(r *Room, sel *Selection, row string) state.Focus {
	return MeetingFocus(named(r, sel, row)...)
}

// legend explains what may stand in sight under some filter; what the filters
// leave out, or is out of focus, is muted.
func (x *Symbols) legend(s state.State, v geo.Viewport) *maps.Legend {
	r, p := x.r, x.p
	inSight := func(list []*dataset.Place) bool {
		for _, place := range list {
			if r.Region().shows(place, s.Camera.Fits(), v) {
				return true
			}
		}
		return false
	}
	l := &maps.Legend{Title: p.T("scene.legendMap")}
	if onlyMeetings(r.Data) {
		l.Title = p.T("scene.legendMapMeetings")
	}
	for _, row := range x.rows {
		if now := inSight(row.now); now || !x.still && inSight(row.may) {
			row.Muted = !row.lit || !now
			l.Rows = append(l.Rows, row.LegendRow)
		}
	}
	symbols := len(l.Rows) > 0
	if s.CapitalLinks && (x.linked(s, v) || !x.still && len(x.links) == 0) {
		l.Rows = append(l.Rows, maps.LegendRow{Kind: maps.LegendLink, Text: p.T("scene.legendLink"), Short: p.T("scene.legendLinkShort"), Muted: len(x.links) == 0})
	}
	if s.Camera.Fits() { // also while the window moves on: a legend keeps its rows
		v = Viewport(r, s, v.Width, v.Height, v.Density)
	}
	found := r.Atlas.Disputed(v)
	for _, row := range []struct {
		class, key string
		kind       maps.LegendKind
	}{
		{"area", "scene.legendHatch", maps.LegendHatch},
		{"disputed", "scene.legendDisputed", maps.LegendDisputed},
		{"control", "scene.legendControl", maps.LegendControl},
	} {
		if found[row.class] {
			l.Rows = append(l.Rows, maps.LegendRow{Kind: row.kind, Text: p.T(row.key)})
		}
	}
	sizes := x.sizes(s, v)
	if symbols && !s.Hidden.Has(state.HideValues) && (!x.still || sizes.Weight > 0) { // last: its figures change with the filters, and what follows would move
		sizes.Weight = max(sizes.Weight, 1)
		l.Rows = append(l.Rows, sizes)
	}
	if len(l.Rows) == 0 {
		return nil // a heading over nothing
	}
	return l
}

// linked says that a line between capital and meeting comes into sight.
func (x *Symbols) linked(s state.State, v geo.Viewport) bool {
	if s.Camera.Fits() {
		v = Viewport(x.r, s, v.Width, v.Height, v.Density)
	}
	window := orb.Bound{Max: orb.Point{v.Width, v.Height}}
	return slices.ContainsFunc(x.links, func(k maps.Link) bool {
		var line orb.LineString
		for _, at := range geo.GreatCircle(k.From, k.To) {
			px, py := v.ToScreen(at)
			line = append(line, orb.Point{px, py})
		}
		return len(clip.LineString(window, line)) > 0
	})
}

// sizes explains the area of symbols by the largest in sight and two smaller
// ones, on the scale that all views share. Its weight is 0 if none is in sight.
func (x *Symbols) sizes(s state.State, v geo.Viewport) maps.LegendRow {
	r, p := x.r, x.p
	top := 0
	for i := range x.markers {
		m := &x.markers[i]
		if n := int(m.Weight); n > top && r.Region().shows(r.Data.Place(m.ID), s.Camera.Fits(), v) {
			top = n
		}
	}
	counted := "scene.legendSize"
	if onlyMeetings(r.Data) {
		counted = "scene.meetings"
	}
	row := maps.LegendRow{Kind: maps.LegendSize, Text: p.N(counted, max(top, 1)), Weight: float64(top), MaxWeight: r.largest}
	last := top
	// A quarter of the area is half as wide.
	for _, n := range []int{int(math.Round(float64(top) / 4)), 1} {
		if n > 0 && n < last {
			row.Smaller = append(row.Smaller, maps.SizeMark{Weight: float64(n), Text: p.Int(n), Words: p.N(counted, n)})
			last = n
		}
	}
	return row
}
