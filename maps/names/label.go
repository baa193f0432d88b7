package names

import (
	"math"
	"slices"
	"sync"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
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
var kindOrder = [...]int{City: 3, Capital: 2, Country: 0, Lake: 4, River: 5, Sea: 1, Region: 6, Disputed: 0}

// order is the names shown in a bucket, those to be placed first in front.
func (s *Setting) order() []*Label {
	var out []*Label
	for i := range s.Labels {
		l := &s.Labels[i]
		if l.Text == "" || int(l.Kind) >= len(kindOrder) {
			continue
		}
		if areas := s.hatched(l); len(areas) > 0 {
			if s.names(l, areas) {
				out = append(out, l)
			}
			continue
		}
		limit := appear[min(max(l.Rank, 0), len(appear)-1)]
		if l.Kind == Country {
			limit *= 1.25
		}
		if s.Bucket.Coarse <= limit*1.0001 || l.Rank < 0 {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b *Label) int {
		if a, b := a.order(), b.order(); a != b {
			return a - b
		}
		return a.turn() - b.turn()
	})
	return out
}

// order is the rank that a name is placed by. What is hatched goes before towns.
func (l *Label) order() int {
	if l.Kind == Disputed {
		return min(l.Rank, 1)
	}
	return l.Rank
}

// turn is whose turn it is among names of a rank. The first capitals go before
// their countries, which have room elsewhere.
func (l *Label) turn() int {
	if l.Kind == Capital && l.Rank <= 0 {
		return -1
	}
	return kindOrder[l.Kind]
}

// Layout is the names of a setting in their places.
type Layout struct {
	Setting
	coarse, fine draw.Affine
	crowd        *crowd
	firm         *crowd               // of the sites alone
	near         map[[2]int32][]int32 // sites by cell of the coarse plane
	Placed       []*Placed
	marks        []*Label        // by site: what it writes in its place, nil for nothing
	seats        map[*Label]seat // of the first capitals without a marker

	spare   []choice // room for the choices of one name, of which there are thousands
	repeats []repeated
	part    *part
	mu      sync.Mutex // guards what follows, part, and the crowds once the names are placed
	copies  map[copyAt]*Placed
}

const siteCell = 64.0

// Place places the names of a setting: of states in focus, of the first markers and the
// first capitals, of other markers, and then by rank.
func Place(s *Setting) *Layout {
	b := s.Bucket
	l := &Layout{
		Setting: *s, crowd: newCrowd(), firm: newCrowd(), near: map[[2]int32][]int32{}, copies: map[copyAt]*Placed{},
		coarse: draw.Affine{SX: 1 / b.Coarse, SY: -1 / b.Coarse},
		fine:   draw.Affine{SX: 1 / b.Fine, SY: -1 / b.Fine},
		marks:  make([]*Label, len(s.Sites)),
	}
	for i := range l.Sites {
		s := &l.Sites[i]
		l.crowd.add(l.siteBody(i))
		l.firm.add(l.siteBody(i))
		q := l.coarse.Apply(s.At)
		cell := [2]int32{int32(math.Floor(q[0] / siteCell)), int32(math.Floor(q[1] / siteCell))}
		l.near[cell] = append(l.near[cell], int32(i))
	}
	order := l.order()
	l.states(order)
	l.keepSeats(order)
	l.markerLabels(true)
	for _, first := range []bool{true, false} {
		for _, label := range order {
			if label.first() == first && !l.State(label) {
				l.label(label)
			}
		}
		if first {
			l.offNames(order)
			l.markerLabels(false)
		}
	}
	for _, label := range order {
		l.repeat(label)
	}
	l.seconds()
	l.spare = nil
	return l
}

// siteBody is what site i covers.
func (l *Layout) siteBody(i int) body {
	s := &l.Sites[i]
	return body{coarse: s.boxes(l.coarse), fine: s.boxes(l.fine)}
}

// try keeps w if nothing is in its way.
func (l *Layout) try(w *Placed) bool {
	if !l.fits(w) {
		return false
	}
	l.crowd.add(w.body)
	l.Placed = append(l.Placed, w)
	return true
}

// fits says that nothing is in the way of w, and notes what it covers.
func (l *Layout) fits(w *Placed) bool { return l.clear(w, l.crowd) && l.atHome(w) && !l.disputed(w) }

// clear says that nothing of a crowd is in the way of w, and notes what it covers.
func (l *Layout) clear(w *Placed, c *crowd) bool {
	w.body = body{coarse: w.Boxes(l.coarse), fine: w.Boxes(l.fine)}
	if len(w.body.coarse) == 0 {
		return false
	}
	text := [2]draw.Box{draw.UnionOf(w.body.coarse), draw.UnionOf(w.body.fine)}
	// Wide lettering needs air, or names read into each other.
	gap := 2 + 0.3*w.Type.spacing*w.Type.Size
	for i := range w.body.coarse {
		w.body.coarse[i] = w.body.coarse[i].Pad(gap)
		w.body.fine[i] = w.body.fine[i].Pad(gap)
	}
	if !c.free(w.body) { // before its line is looked at, which takes longer
		return false
	}
	if w.led && !w.below {
		coarse := w.line(l.coarse, text[0])
		if coarse.free < 0 || c.cross(coarse) {
			return false
		}
		var room [2][lineParts + 1]draw.Box // most lines are not free
		line := body{coarse: coarse.boxes(room[0][:0], coarse.free), fine: w.line(l.fine, text[1]).boxes(room[1][:0], coarse.free)}
		if !c.free(line) {
			return false
		}
		w.body.coarse = append(w.body.coarse, line.coarse...)
		w.body.fine = append(w.body.fine, line.fine...)
	}
	w.Bound = l.extent(w)
	return true
}

// disputed says that any part of the name of a country lies in an area that others
// claim, as if to say whose that is.
func (l *Layout) disputed(w *Placed) bool {
	if w.Label.Kind != Country || l.Base == nil {
		return false
	}
	var edges []float64
	for _, area := range l.Base.Areas {
		if !area.Bound.Intersects(w.Bound) {
			continue
		}
		for _, at := range []draw.Affine{l.coarse, l.fine} {
			for _, b := range w.Boxes(at) {
				const n = 8 // points along a box each way
				for row := range n {
					y := (b.Y0 + (b.Y1-b.Y0)*float64(row)/(n-1)) / at.SY
					edges = area.Crossings(y, edges[:0])
					for col := range n {
						x := (b.X0 + (b.X1-b.X0)*float64(col)/(n-1)) / at.SX
						if draw.Inside(edges, x) {
							return true
						}
					}
				}
			}
		}
	}
	return false
}

// extent is a box on the plane, in metres, that holds a name at every scale of
// the bucket: no scale spreads it wider than the coarsest.
func (l *Layout) extent(w *Placed) orb.Bound {
	r := draw.UnionOf(w.body.coarse).Pad(crowdMargin)
	b := l.metres(orb.Bound{Min: orb.Point{r.X0, r.Y0}, Max: orb.Point{r.X1, r.Y1}})
	if w.course == nil {
		b = b.Extend(w.Anchor)
	}
	return b
}

// atHome says that the name of a state does not stand in another state in focus:
// its middle is inside its own, a little to the left or right of it, or in a
// country out of focus. One with a line says where it belongs.
func (l *Layout) atHome(w *Placed) bool {
	if w.led || w.copy || l.Base == nil || !l.State(w.Label) {
		return true
	}
	b, to := draw.UnionOf(w.body.coarse), l.coarse
	middle := orb.Point{((b.X0+b.X1)/2 - to.TX) / to.SX, ((b.Y0+b.Y1)/2 - to.TY) / to.SY}
	aside := 18 / to.SX
	abroad := false
	for _, s := range l.Base.Countries {
		iso := s.Props["iso"]
		switch focus := l.Focus[iso]; {
		case iso == w.Label.ID:
			if s.Contains(middle) || s.Contains(orb.Point{middle[0] - aside, middle[1]}) || s.Contains(orb.Point{middle[0] + aside, middle[1]}) {
				return true
			}
		case focus:
			abroad = abroad || s.Contains(middle)
		}
	}
	return !abroad
}

// label places a name that is not a state's.
func (l *Layout) label(label *Label) {
	w := l.spaced(label)
	if !w.Type.upper {
		w.Lines[0] = label.Text
	}
	switch {
	case label.Kind == City || label.Kind == Capital:
		l.town(w)
	case label.Kind == River && l.whole(label.Line):
		l.river(w)
	case label.Kind != Lake && l.whole(label.Line):
		if !l.axis(w) && label.Kind == Country && label.Rank <= 1 {
			l.horizontal(label)
		}
	case label.Kind == Disputed:
		l.area(w)
	default:
		l.centred(w)
	}
}

// horizontal writes the name of a country whose axis is too short for it.
func (l *Layout) horizontal(label *Label) {
	if home := l.country(label); home != nil {
		l.roam(label, home)
		return
	}
	w := l.spaced(label)
	w.Type.Size, w.Type.spacing = Smallest*l.TypeScale, 0.02
	l.centred(w)
}

// tiny is the width in layout pixels of a country that no name lies in.
const tiny = 24.0

// inside writes the name of a state that has no axis: in letters that fit its main
// part or, of a tiny country, beside it.
func (l *Layout) inside(w Placed, home *geo.Shape) bool {
	if home == nil {
		return l.centred(w)
	}
	b := l.coarse.Bound(home.Bound)
	room, least := 0.9*(b.Max[0]-b.Min[0]), Smallest*l.TypeScale
	width := 0.0
	for _, line := range breakLines(w.Lines[0], true) {
		width = math.Max(width, w.width(line))
	}
	switch size := w.Type.Size * math.Min(1, room/width); {
	case size >= least:
		w.Type.Size = size
		return l.centred(w)
	case room <= tiny:
		w.Type.Size, w.Type.spacing = least, 0.02
		return l.beside(w, tiny/6)
	}
	return false
}

// centred tries places on and round the anchor.
func (l *Layout) centred(w Placed) bool {
	text := w.Lines[0]
	long := w.width(text) > 84*l.TypeScale
	w.Lines = breakLines(text, long)
	width, size := 0.0, w.Type.Size
	for _, line := range w.Lines {
		width = math.Max(width, w.width(line))
	}
	height := float64(len(w.Lines)-1) * size * lineHeight
	for _, t := range [][2]float64{{0, 0}, {0, -1.1}, {0, 1.1}, {0.35, 0}, {-0.35, 0}, {0, -2}, {0, 2}} {
		c := w
		c.dx = -width/2 + t[0]*width
		c.dy = size*0.36 - height/2 + t[1]*size
		if l.try(&c) {
			return true
		}
	}
	return false
}
