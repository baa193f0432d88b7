package maps

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// graticuleStep is the distance of meridians and parallels in degrees, so that
// they are about 150 layout pixels apart.
func (v Viewport) graticuleStep() float64 {
	deg := 150 * v.Scale / (EarthRadius * math.Pi / 180)
	for _, s := range []float64{0.25, 0.5, 1, 2, 5, 10, 15} {
		if s >= deg*0.75 {
			return s
		}
	}
	return 20
}

// extent is a box in degrees round all that the window shows.
func (v Viewport) extent() orb.Bound {
	const n = 24
	b := orb.Bound{Min: v.FromScreen(0, 0), Max: v.FromScreen(0, 0)}
	for i := range n + 1 {
		t := float64(i) / n
		for _, q := range []orb.Point{
			v.FromScreen(t*v.Width, 0), v.FromScreen(t*v.Width, v.Height),
			v.FromScreen(0, t*v.Height), v.FromScreen(v.Width, t*v.Height),
		} {
			b = b.Extend(q)
		}
	}
	return b
}

// grid is the meridians and parallels that cross the window.
func (p *painter) grid() (lons, lats []float64) {
	step := p.view.graticuleStep()
	v := p.view // with what half a line's width reaches into the window
	v.Width, v.Height = v.Width+2, v.Height+2
	b := v.extent()
	for x := math.Ceil(b.Min[0]/step) * step; x <= b.Max[0]; x += step {
		lons = append(lons, x)
	}
	for y := math.Ceil(math.Max(b.Min[1], -80)/step) * step; y <= math.Min(b.Max[1], 84); y += step {
		lats = append(lats, y)
	}
	return lons, lats
}

func (p *painter) graticule() {
	lons, lats := p.grid()
	b, step := p.view.extent(), p.view.graticuleStep()
	lines := &shape{}
	add := func(from, to float64, at func(v float64) orb.Point) {
		// From crossing to crossing, so that a line bends alike in every window.
		var line []orb.Point
		for k := math.Floor(from / step); (k-1)*step < to; k++ {
			line = append(line, at(k*step))
		}
		if len(line) > 0 { // none beyond the last parallel
			lines.add(projectLine(p.view.Projection, line, false, p.view.Scale/4))
		}
	}
	for _, lon := range lons {
		add(math.Max(b.Min[1], -84), math.Min(b.Max[1], 84), func(v float64) orb.Point { return orb.Point{lon, math.Min(math.Max(v, -85), 85)} })
	}
	for _, lat := range lats {
		add(b.Min[0], b.Max[0], func(v float64) orb.Point { return orb.Point{v, lat} })
	}
	if len(lines.parts) > 0 {
		p.stroke("graticule", p.style.Graticule, 0.6, nil, []*shape{lines})
	}
}

// degrees labels meridians along the upper edge and parallels along the left
// one.
func (p *painter) degrees(f *furnished) {
	size := smallest * p.typeScale()
	lons, lats := p.grid()
	label := func(text string, x, y float64) {
		w := p.style.Regular.width(text, size, 0)
		r := rect{x - w/2, y - size, x + w/2, y + 2}
		if r.x0 < 4 || r.x1 > p.view.Width-4 || r.y0 < 2 || r.y1 > p.view.Height-2 || slices.ContainsFunc(f.taken, r.pad(4).overlaps) {
			return
		}
		f.taken = append(f.taken, r.pad(2))
		p.haloed("graticule label", text, size, p.style.InkWater, 1.4, x-w/2, y)
	}
	upper := p.edge(func(t float64) (x, y float64) { return t * p.view.Width, 0 })
	for _, lon := range lons {
		if t, ok := upper.crossing(0, lon); ok {
			label(degreeText(lon), t*p.view.Width, size+3)
		}
	}
	left := p.edge(func(t float64) (x, y float64) { return 0, t * p.view.Height })
	for _, lat := range lats {
		if t, ok := left.crossing(1, lat); ok {
			w := p.style.Regular.width(degreeText(lat), size, 0)
			label(degreeText(lat), w/2+6, t*p.view.Height-3)
		}
	}
}

// edge is a side of the window, t from 0 to 1, in degrees.
type edge struct {
	p      *painter
	at     func(t float64) (x, y float64)
	places [33]orb.Point
}

func (p *painter) edge(at func(t float64) (x, y float64)) *edge {
	e := &edge{p: p, at: at}
	for i := range e.places {
		e.places[i] = e.place(float64(i) / float64(len(e.places)-1))
	}
	return e
}

func (e *edge) place(t float64) orb.Point { return e.p.view.FromScreen(e.at(t)) }

// crossing finds where the edge has a longitude (axis 0) or latitude (axis 1)
// on the sheet that the layers fill.
func (e *edge) crossing(axis int, want float64) (t float64, ok bool) {
	steps := len(e.places) - 1
	for i := range steps {
		a, b := e.places[i][axis]-want, e.places[i+1][axis]-want
		// The other side of the earth, where longitudes jump, is no crossing.
		if (a < 0) == (b < 0) || math.Abs(a-b) > 90 {
			continue
		}
		lo, hi := float64(i)/float64(steps), float64(i+1)/float64(steps)
		for range 20 {
			mid := (lo + hi) / 2
			if (e.place(mid)[axis] < want) == (a < 0) {
				lo = mid
			} else {
				hi = mid
			}
		}
		if e.p.base == nil || e.p.base.bound.Contains(e.place(lo)) {
			return lo, true
		}
	}
	return 0, false
}

// degreeText is a longitude or latitude without its letter; the sign tells.
func degreeText(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), "-", "−", 1) + "°"
}
