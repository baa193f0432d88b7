package maps

import (
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

func (p *painter) graticule() {
	if lines := p.view.GraticuleLines(); len(lines.Parts) > 0 {
		p.stroke("graticule", p.style.Graticule, 0.6, nil, []*draw.Path{lines})
	}
}

// degrees labels meridians along the upper edge and parallels along the left
// one, where they are clear of furniture and of the names that were there before.
func (p *painter) degrees(f *furnished, held []draw.Box) {
	size := names.Smallest * p.typeScale()
	lons, lats := p.view.Graticule()
	label := func(text string, x, y float64) {
		w := p.style.Regular.Width(text) * size
		r := draw.Box{X0: x - w/2, Y0: y - size, X1: x + w/2, Y1: y + 2}
		if r.X0 < 4 || r.X1 > p.view.Width-4 || r.Y0 < 2 || r.Y1 > p.view.Height-2 || slices.ContainsFunc(f.taken, r.Pad(4).Overlaps) || slices.ContainsFunc(held, r.Pad(2).Overlaps) {
			return
		}
		f.taken = append(f.taken, r.Pad(2))
		p.haloed("graticule label", text, size, p.style.InkWater, 1.4, x, y, draw.Middle)
	}
	var sheet *orb.Bound
	if p.base != nil {
		sheet = &p.base.Bound
	}
	if lg := p.m.Furniture.Legend; lg != nil && lg.Strip > 0 {
		lons = nil // the legend stands there
	}
	upper := p.view.Edge(func(t float64) (x, y float64) { return t * p.view.Width, 0 })
	for _, lon := range lons {
		if t, ok := upper.Crossing(0, lon, sheet); ok {
			if lon = geo.WrapLon(lon); lon == -180 {
				lon = 180
			}
			label(degreeText(lon), t*p.view.Width, size+3)
		}
	}
	left := p.view.Edge(func(t float64) (x, y float64) { return 0, t * p.view.Height })
	for _, lat := range lats {
		if t, ok := left.Crossing(1, lat, sheet); ok {
			w := p.style.Regular.Width(degreeText(lat)) * size
			label(degreeText(lat), w/2+6, t*p.view.Height-3)
		}
	}
}

// degreeText is a longitude or latitude without its letter; the sign tells. Zero
// has none, which adding it takes away.
func degreeText(v float64) string {
	return strings.Replace(strconv.FormatFloat(v+0, 'f', -1, 64), "-", "−", 1) + "°"
}
