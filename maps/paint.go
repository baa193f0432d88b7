package maps

import (
	"image/color"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// painter writes the steps of one map.
type painter struct {
	m     *Map
	view  geo.Viewport
	style *Style
	to    draw.Affine // projected metres to device pixels
	px    float64
	win   orb.Bound // window in projected metres
	pic   *draw.Picture
	base  *geo.Projected // the level of detail drawn, nil before it is
	shade *draw.Texture  // the relief drawn, nil for none
}

func newPainter(m *Map) *painter {
	v := m.View.Snapped()
	w, h := v.Pixels()
	to := v.Device()
	to.TX, to.TY = math.Round(to.TX), math.Round(to.TY) // rid of a trace of rounding
	return &painter{
		m: m, view: v, style: &m.Style, to: to, px: v.Density, win: v.Bound(),
		pic: &draw.Picture{Width: w, Height: h, Density: v.Density},
	}
}

// visible keeps the shapes that touch the window widened by margin layout
// pixels.
func (p *painter) visible(shapes []*geo.Shape, margin float64, keep func(*geo.Shape) bool) []*geo.Shape {
	win := p.win.Pad(margin * p.view.Scale)
	var out []*geo.Shape
	for _, s := range shapes {
		if s.Bound.Intersects(win) && (keep == nil || keep(s)) {
			out = append(out, s)
		}
	}
	return out
}

func (p *painter) fill(layer string, c color.NRGBA, shapes []*draw.Path) {
	if len(shapes) > 0 {
		p.pic.Add(draw.Step{Kind: draw.StepFill, Layer: layer, Color: c, Paths: shapes, To: p.to, Keep: layer == "land"})
	}
}

// stroke draws lines of a width in layout pixels, with dashes in layout pixels.
func (p *painter) stroke(layer string, c color.NRGBA, width float64, dash []float64, shapes []*draw.Path) {
	if len(shapes) == 0 {
		return
	}
	var scaled []float64
	for _, d := range dash {
		scaled = append(scaled, d*p.px)
	}
	p.pic.Add(draw.Step{Kind: draw.StepStroke, Layer: layer, Color: c, Width: width * p.px, Dash: scaled, Paths: shapes, To: p.to})
}

// faded is a colour with its opacity multiplied by k.
func faded(c color.NRGBA, k float64) color.NRGBA {
	c.A = uint8(math.Round(float64(c.A) * min(max(k, 0), 1)))
	return c
}

// sea fills the picture.
func (p *painter) sea() {
	c := p.style.Background
	c.A = 255
	w, h := float64(p.pic.Width), float64(p.pic.Height)
	p.pic.Fill("sea", c, draw.Rectangle(0, 0, w, h))
}

// below writes everything that lies below the names.
func (p *painter) below() error {
	p.sea()
	if p.m.Atlas == nil {
		return nil
	}
	l, err := p.m.Atlas.Level(p.view)
	if err != nil {
		return err
	}
	p.base = l
	p.glow(l)
	p.land(l)
	p.relief()
	p.hatching(l)
	p.water(l)
	if p.m.Furniture.Graticule {
		p.graticule()
	}
	p.lines(l)
	p.sheet(l)
	return nil
}

// sheet covers what lies beyond the bound of the layers, or beyond the earth,
// with paper, so that where the map ends looks like the edge of a sheet and not
// like a coast.
func (p *painter) sheet(l *geo.Projected) {
	b := l.Bound
	if p.view.Within(b) {
		return
	}
	middle := b.Center()[0]
	edge := &draw.Path{Closed: true}
	geo.ProjectPath(edge, p.view.Projection, []orb.Point{
		b.Min, {middle, b.Min[1]}, {b.Max[0], b.Min[1]}, b.Max, {middle, b.Max[1]}, {b.Min[0], b.Max[1]},
	}, true, p.view.Scale/4)
	out := &draw.Path{Closed: true}
	for _, ring := range edge.Parts {
		out.Add(ring)
	}
	w := p.win.Pad(p.view.Scale * 4)
	// Round the window against the ring: inside it the two cancel.
	out.Add([]orb.Point{w.Min, {w.Min[0], w.Max[1]}, w.Max, {w.Max[0], w.Min[1]}})
	c := p.style.Paper
	c.A = 255
	p.fill("sheet", c, []*draw.Path{out})
	p.stroke("sheet edge", faded(p.style.InkMuted, 0.5), 0.8, nil, []*draw.Path{edge})
}

// glow is the light band of water along the coast of printed atlases.
func (p *painter) glow(l *geo.Projected) {
	// From afar it would be a cloud round every islet.
	c := faded(p.style.CoastGlow, 2-p.view.Scale/12000)
	if c.A == 0 {
		return
	}
	coast := p.visible(l.Coast, 8, nil)
	p.stroke("coast glow", c, 7, nil, geo.Paths(coast))
}

func (p *painter) land(l *geo.Projected) {
	shapes := p.visible(l.Countries, 1, nil)
	p.fill("land", p.style.Land, geo.Paths(shapes))
	byColor := map[color.NRGBA][]*geo.Shape{}
	var order []color.NRGBA
	for _, s := range shapes {
		c, ok := p.style.CountryFill[s.Props["iso"]]
		if !ok {
			continue
		}
		if byColor[c] == nil {
			order = append(order, c)
		}
		byColor[c] = append(byColor[c], s)
	}
	for _, c := range order {
		p.fill("country", c, geo.Paths(byColor[c]))
	}
}

func (p *painter) relief() {
	if p.style.ReliefStrength <= 0 {
		return
	}
	g := p.m.Atlas.Shading(p.view.Projection)
	if g == nil {
		return
	}
	p.shade = g
	// Enlarged, the relief is a blur: let it go.
	k := min(max(p.view.Scale/p.px/3600, 0.2), 1) * p.style.ReliefStrength
	p.pic.Add(draw.Step{Kind: draw.StepShade, Layer: "relief", Color: p.style.Shadow, Width: k, Texture: g, To: p.to})
}

func (p *painter) hatching(l *geo.Projected) {
	areas := p.visible(l.Areas, 1, nil)
	if len(areas) == 0 {
		return
	}
	period := p.hatchPeriod()
	// A line x + y = const stays on the same ground when the map moves.
	origin := int(math.Floor(p.to.TX + p.to.TY))
	phase := ((-origin)%period + period) % period
	p.pic.Add(draw.Step{
		Kind: draw.StepHatch, Layer: "disputed area", Color: p.style.Hatch, Width: 0.9 * p.px,
		Paths: geo.Paths(areas), To: p.to, Phase: float64(phase), Period: period,
	})
}

func (p *painter) hatchPeriod() int { return max(int(math.Round(6*p.px)), 3) }

func (p *painter) water(l *geo.Projected) {
	s := p.style
	maxRank := p.riverRank()
	for rank := 0; rank <= maxRank; rank += 2 {
		rivers := p.visible(l.Rivers, 2, func(g *geo.Shape) bool { return g.Rank/2 == rank/2 && g.Rank <= maxRank })
		p.stroke("river", s.River, p.riverWidth(rank), nil, geo.Paths(rivers))
	}
	lakes := p.visible(l.Lakes, 1, func(g *geo.Shape) bool {
		// A lake of under three pixels is a speck.
		return (g.Bound.Max[0] - g.Bound.Min[0]) > 3*p.view.Scale
	})
	p.fill("lake", s.Lake, geo.Paths(lakes))
	p.stroke("lake shore", s.Coast, 0.6, nil, geo.Paths(lakes))
}

// riverRank is the least important rank drawn at this scale.
func (p *painter) riverRank() int {
	switch m := p.view.Scale; {
	case m > 8000:
		return 3
	case m > 5000:
		return 4
	case m > 2500:
		return 5
	case m > 1200:
		return 6
	default:
		return 9
	}
}

func (p *painter) riverWidth(rank int) float64 {
	grow := min(max(math.Log2(6000/p.view.Scale)*0.22, 0), 1)
	return max(1.25-0.14*float64(rank), 0.5) * (1 + grow)
}

// dashes of the boundary classes, in layout pixels.
var borderDash = map[string][]float64{
	"disputed":   {7, 4},
	"control":    {3, 2.4},
	"indefinite": {7, 3, 1.6, 3},
}

var claimDash = []float64{1, 2.4}

var borderKinds = []string{"international", "disputed", "control", "indefinite"}

func (p *painter) lines(l *geo.Projected) {
	s := p.style
	focus := func(g *geo.Shape) bool {
		_, a := s.CountryFill[g.Props["a"]]
		_, b := s.CountryFill[g.Props["b"]]
		return a || b
	}
	if p.view.Scale < 4200 {
		p.stroke("admin1", faded(s.Admin, (4200-p.view.Scale)/1500), 0.6, nil, geo.Paths(p.visible(l.Admin, 1, nil)))
	}
	p.stroke("coast", s.Coast, 0.7, nil, geo.Paths(p.visible(l.Coast, 1, nil)))
	borders := p.visible(l.Borders, 4, nil)
	p.stroke("border case", s.BorderCase, 4, nil, geo.Paths(slices.DeleteFunc(slices.Clone(borders), func(g *geo.Shape) bool { return !focus(g) })))
	for _, kind := range borderKinds {
		var near, other, hatched []*geo.Shape
		for _, g := range borders {
			switch {
			case g.Props["kind"] != kind:
			case kind != "international" && p.inHatching(g, l.Areas):
				hatched = append(hatched, g)
			case focus(g):
				near = append(near, g)
			default:
				other = append(other, g)
			}
		}
		p.stroke("border "+kind, faded(s.Border, 0.55), 0.8, borderDash[kind], geo.Paths(other))
		p.stroke("border "+kind, s.Border, 1.1, borderDash[kind], geo.Paths(near))
		p.stroke("border ground", opaque(s.Land), 3.6, nil, geo.Paths(hatched))
		p.stroke("border "+kind, s.Border, 1.6, borderDash[kind], geo.Paths(hatched))
	}
	concerns := func(g *geo.Shape) bool { return p.concerns(g, l.Areas) }
	p.stroke("claim", s.Border, 0.8, claimDash, geo.Paths(p.visible(l.Claims, 1, concerns)))
	if p.view.Scale > 5200 {
		return // too small to be told from specks
	}
	for _, g := range p.visible(l.Islets, 8, nil) {
		at := p.to.Apply(g.Parts[0][0])
		p.pic.Fill("islet", s.Border, draw.Circle(at[0], at[1], 1.6*p.px))
	}
}

// opaque is a colour that nothing shows through.
func opaque(c color.NRGBA) color.NRGBA {
	c.A = 255
	return c
}

// inHatching says that a boundary is one between parties to a hatched area that is
// not small: it stands on a ground of its own, or the hatching would swallow it.
func (p *painter) inHatching(border *geo.Shape, areas []*geo.Shape) bool {
	const small = 28 // layout pixels
	return slices.ContainsFunc(areas, func(a *geo.Shape) bool {
		parties := names.Parties(a)
		return a.Bound.Max[0]-a.Bound.Min[0] >= small*p.view.Scale && a.Bound.Intersects(border.Bound) &&
			slices.Contains(parties, border.Props["a"]) && slices.Contains(parties, border.Props["b"])
	})
}

// concerns says that a claim is drawn: it bounds a hatched area, or one of its
// parties is in focus.
func (p *painter) concerns(claim *geo.Shape, areas []*geo.Shape) bool {
	by, held := claim.Props["by"], claim.Props["held"]
	for _, party := range []string{by, held} {
		if _, focus := p.style.CountryFill[party]; focus {
			return true
		}
	}
	return slices.ContainsFunc(areas, func(a *geo.Shape) bool { return a.Props["by"] == by && a.Props["held"] == held })
}

// mix is a with a share of b.
func mix(a, b color.NRGBA, share float64) color.NRGBA {
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*share)) }
	return color.NRGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), m(a.A, b.A)}
}
