package maps

import (
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"
)

// Labels are placed greedily by rank over the whole plane, not over the window,
// and for a bucket of scales at once. Where a name stands is then a matter of
// the map alone: moving the window cannot make it jump, and zooming changes
// nothing until the next bucket.

// appear is the scale in metres per layout pixel from which names of a rank
// are shown.
var appear = [...]float64{math.MaxFloat64, 14500, 9500, 6200, 4300, 2800, 1700, 900}

// kindOrder is who goes first among names of one rank. Countries have few
// places to stand, towns have many.
var kindOrder = [...]int{NameCity: 3, NameCapital: 2, NameCountry: 0, NameLake: 4, NameRiver: 5, NameSea: 1, NameRegion: 6, NameDisputed: 7}

func (p *painter) order() []*Label {
	b := bucketOf(p.view.Scale)
	var out []*Label
	for i := range p.m.Labels {
		l := &p.m.Labels[i]
		if l.Text == "" || int(l.Kind) >= len(kindOrder) {
			continue
		}
		limit := appear[min(max(l.Rank, 0), len(appear)-1)]
		if l.Kind == NameCountry {
			limit *= 1.25
		}
		if b.coarse <= limit*1.0001 || l.Rank < 0 {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b *Label) int {
		if a.Rank != b.Rank {
			return a.Rank - b.Rank
		}
		return a.turn() - b.turn()
	})
	return out
}

// turn is whose turn it is among names of a rank. The first capitals go before
// their countries, which have room elsewhere.
func (l *Label) turn() int {
	if l.Kind == NameCapital && l.Rank <= 0 {
		return -1
	}
	return kindOrder[l.Kind]
}

// placer places names among markers.
type placer struct {
	p            *painter
	coarse, fine affine
	bucket       bucket
	crowd        *crowd
	spots        []spot
	near         map[[2]int32][]int32 // spots by cell of the coarse plane
	out          []*written
}

const spotCell = 64.0

func (p *painter) place(all []spot) []*written {
	if p.style.Regular == nil {
		return nil
	}
	b := bucketOf(p.view.Scale)
	l := &placer{
		p: p, bucket: b, crowd: newCrowd(), spots: all, near: map[[2]int32][]int32{},
		coarse: affine{sx: 1 / b.coarse, sy: -1 / b.coarse},
		fine:   affine{sx: 1 / b.fine, sy: -1 / b.fine},
	}
	for i := range all {
		s := &all[i]
		l.crowd.add(body{coarse: []rect{l.spotBox(s, l.coarse)}, fine: []rect{l.spotBox(s, l.fine)}})
		q := l.coarse.apply(s.at)
		cell := [2]int32{int32(math.Floor(q[0] / spotCell)), int32(math.Floor(q[1] / spotCell))}
		l.near[cell] = append(l.near[cell], int32(i))
	}
	for i := range all {
		l.markerLabel(&all[i])
	}
	order := p.order()
	for _, label := range order {
		l.label(label)
	}
	for _, label := range order {
		l.repeat(label)
	}
	return l.out
}

func (l *placer) spotBox(s *spot, to affine) rect {
	q := to.apply(s.at)
	r := s.r + 2
	box := rect{q[0] - r, q[1] - r, q[0] + r, q[1] + r}
	box.x1 += l.p.shoulder(s)
	box.y0 -= l.p.shoulder(s)
	return box
}

// try keeps w if nothing is in its way.
func (l *placer) try(w *written) bool {
	w.body = body{coarse: w.boxes(l.coarse), fine: w.boxes(l.fine)}
	if len(w.body.coarse) == 0 {
		return false
	}
	// Wide lettering needs air, or names read into each other.
	gap := 2 + 0.3*w.look.spacing*w.look.size
	for i := range w.body.coarse {
		w.body.coarse[i] = w.body.coarse[i].pad(gap)
		w.body.fine[i] = w.body.fine[i].pad(gap)
	}
	if !l.crowd.free(w.body) || !l.atHome(w) {
		return false
	}
	l.crowd.add(w.body)
	l.out = append(l.out, w)
	return true
}

// atHome says that the name of one of the countries in focus does not stand in
// another of them: its middle is inside its own, a little to the left or right
// of it, or in a country out of focus.
func (l *placer) atHome(w *written) bool {
	if w.label.Kind != NameCountry || w.label.Rank > 0 || w.copy || l.p.base == nil {
		return true
	}
	b, to := unionOf(w.body.coarse), l.coarse
	middle := orb.Point{((b.x0+b.x1)/2 - to.tx) / to.sx, ((b.y0+b.y1)/2 - to.ty) / to.sy}
	aside := 18 / to.sx
	abroad := false
	for _, s := range l.p.base.countries {
		iso := s.props["iso"]
		switch _, focus := l.p.style.CountryFill[iso]; {
		case iso == w.label.ID:
			if s.contains(middle) || s.contains(orb.Point{middle[0] - aside, middle[1]}) || s.contains(orb.Point{middle[0] + aside, middle[1]}) {
				return true
			}
		case focus:
			abroad = abroad || s.contains(middle)
		}
	}
	return !abroad
}

func (l *placer) label(label *Label) {
	t := l.p.lettering(label)
	text := label.Text
	if t.upper {
		text = strings.ToUpper(text)
	}
	w := written{label: label, look: t, anchor: l.p.view.Projection.Project(label.LonLat)}
	switch {
	case label.Kind == NameCity || label.Kind == NameCapital:
		w.lines = []string{text}
		l.town(w)
	case label.Kind == NameRiver && len(label.Line) > 1:
		w.lines = []string{text}
		l.river(w)
	case len(label.Line) > 1 && label.Kind != NameLake:
		w.lines = []string{text}
		l.axis(w)
	default:
		l.centred(w, text)
	}
}

// side is where a label stands beside a point: hx of its width left of it, and
// the middle of its letters vy em below.
type side struct{ hx, vy, out float64 }

var sides = []side{{0, 0, 1}, {1, 0, 1}, {0, -0.75, 0.7}, {0, 0.75, 0.7}, {1, -0.75, 0.7}, {1, 0.75, 0.7}, {0.5, -1, 0}, {0.5, 1, 0}}

func (l *placer) town(w written) {
	w.dot = 2.3
	if w.label.Kind == NameCapital {
		w.dot = 3
	}
	reach := w.dot
	covered := false
	q := l.coarse.apply(w.anchor)
	cx, cy := int32(math.Floor(q[0]/spotCell)), int32(math.Floor(q[1]/spotCell))
	for y := cy - 1; y <= cy+1; y++ {
		for x := cx - 1; x <= cx+1; x++ {
			for _, i := range l.near[[2]int32{x, y}] {
				s := &l.spots[i]
				o := l.coarse.apply(s.at)
				if d := math.Hypot(o[0]-q[0], o[1]-q[1]); d < s.r+3 {
					covered = true
					reach = math.Max(reach, d+s.r+5+l.p.shoulder(s))
				}
			}
		}
	}
	if covered {
		w.dot = 0
	} else if !l.crowd.free(l.dotBody(w)) {
		return
	}
	l.beside(w, reach)
}

func (l *placer) dotBody(w written) body {
	box := func(to affine) []rect {
		q := to.apply(w.anchor)
		return []rect{{q[0] - w.dot - 1, q[1] - w.dot - 1, q[0] + w.dot + 1, q[1] + w.dot + 1}}
	}
	return body{coarse: box(l.coarse), fine: box(l.fine)}
}

// beside tries the sides of a point that is reach pixels wide each way.
func (l *placer) beside(w written, reach float64) {
	size, width := w.look.size, w.width(w.lines[0])
	for _, s := range sides {
		c := w
		gap := reach + 4
		c.dx = -s.hx*width + (1-2*s.hx)*gap*s.out
		c.dy = size*0.36 + s.vy*(gap+size*0.34)
		if l.try(&c) {
			if c.dot > 0 {
				l.crowd.add(l.dotBody(c))
			}
			return
		}
	}
}

// markerLabel writes the label of a spot's first marker beside it.
func (l *placer) markerLabel(s *spot) {
	m := &l.p.m.Markers[s.first()]
	if m.Label == "" || len(s.members) > 1 {
		return
	}
	label := &Label{ID: m.ID, Text: m.Label, Kind: NameCapital, LonLat: m.LonLat}
	w := written{label: label, look: l.p.lettering(label), lines: []string{m.Label}, anchor: s.at}
	reach := s.r + 5 + l.p.shoulder(s)
	l.beside(w, reach)
}

// river sets a name above or below the course, at the place that bends least.
func (l *placer) river(w written) {
	w.course = newCourse(l.p.view.Projection, w.label.Line)
	length := w.course.length()
	need := w.width(w.lines[0]) * l.bucket.coarse
	if need > length*1.02 {
		return
	}
	type choice struct{ along, lift, bend float64 }
	var choices []choice
	for i, t := range []float64{0.5, 0.38, 0.62, 0.28, 0.72, 0.18, 0.82} {
		along := t * length
		if along < need/2 || along > length-need/2 {
			continue
		}
		bend := w.course.bend(along-need/2, along+need/2) + 0.03*float64(i)
		for _, lift := range []float64{0.32 * w.look.size, -1.05 * w.look.size} {
			choices = append(choices, choice{along, lift, bend})
		}
	}
	slices.SortStableFunc(choices, func(a, b choice) int {
		switch {
		case a.bend < b.bend:
			return -1
		case a.bend > b.bend:
			return 1
		}
		return 0
	})
	for _, c := range choices {
		if c.bend > 1.5 {
			return
		}
		try := w
		try.along, try.lift = c.along, c.lift
		if l.try(&try) {
			return
		}
	}
}

// bend is how far a stretch of the course turns in all, in radians.
func (c *course) bend(from, to float64) float64 {
	const n = 8
	total := 0.0
	_, px, py := c.at(from)
	for i := 1; i <= n; i++ {
		_, dx, dy := c.at(from + (to-from)*float64(i)/n)
		total += math.Abs(math.Atan2(px*dy-py*dx, px*dx+py*dy))
		px, py = dx, dy
	}
	return total
}

// axis spreads a name along its line: larger and wider letters as the line
// grows, down to the smallest type.
func (l *placer) axis(w written) {
	w.course = newCourse(l.p.view.Projection, w.label.Line)
	length := w.course.length() / l.bucket.coarse
	n := float64(len([]rune(w.lines[0])))
	least := smallest * l.p.typeScale()
	natural := w.look.face.width(w.lines[0], 1, 0)
	// The size at which letters with their usual spacing fill the line.
	fit := length / (natural + w.look.spacing*(n-1))
	if fit < least*0.98 {
		w.look.spacing = 0.04
		if fit = length / (natural + 0.04*(n-1)); fit < least*0.9 {
			if w.label.Rank == 0 {
				l.horizontal(w)
			}
			return
		}
	}
	// A large country has room for large letters.
	w.look.size = math.Max(least, math.Min(w.look.size+math.Max(length-260, 0)*0.02, math.Min(fit, 1.5*w.look.size)))
	if n > 1 {
		spare := length*0.96/w.look.size - natural
		w.look.spacing = math.Min(math.Max(spare/(n-1), w.look.spacing), 1.5)
	}
	w.along = w.course.length() / 2
	w.lift = -0.36 * w.look.size
	if l.alongAxis(w) {
		return
	}
	if w.label.Kind == NameCountry && w.label.Rank <= 1 {
		l.horizontal(w)
	}
}

// alongAxis tries a name at its usual spread and closer, on its line, along and
// beside it.
func (l *placer) alongAxis(w written) bool {
	for _, spread := range []float64{1, 0.6, 0.3} {
		for _, lift := range []float64{0, 0.9, -0.9, 1.8, -1.8} {
			for _, t := range []float64{0, 0.07, -0.07, 0.14, -0.14, 0.22, -0.22} {
				try := w
				try.look.spacing *= spread
				try.along += t * w.course.length()
				try.lift += lift * w.look.size
				if l.try(&try) {
					return true
				}
			}
		}
	}
	return false
}

// horizontal writes a name that its line is too short for, small and level.
func (l *placer) horizontal(w written) {
	w.course = nil
	w.look.size, w.look.spacing = smallest*l.p.typeScale(), 0.02
	l.centred(w, w.lines[0])
}

// centred tries places on and round the anchor.
func (l *placer) centred(w written, text string) {
	long := w.look.face.width(text, w.look.size, w.look.spacing*w.look.size) > 84*l.p.typeScale()
	w.lines = breakLines(text, long)
	width, size := 0.0, w.look.size
	for _, line := range w.lines {
		width = math.Max(width, w.width(line))
	}
	height := float64(len(w.lines)-1) * size * lineHeight
	for _, t := range [][2]float64{{0, 0}, {0, -1.1}, {0, 1.1}, {0.35, 0}, {-0.35, 0}, {0, -2}, {0, 2}} {
		c := w
		c.dx = -width/2 + t[0]*width
		c.dy = size*0.36 - height/2 + t[1]*size
		if l.try(&c) {
			return
		}
	}
}
