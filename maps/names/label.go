package names

import (
	"math"
	"slices"
	"strings"
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
var kindOrder = [...]int{City: 3, Capital: 2, Country: 0, Lake: 4, River: 5, Sea: 1, Region: 6, Disputed: 7}

// order is the names shown in a bucket, those to be placed first in front.
func (s *Setting) order() []*Label {
	var out []*Label
	for i := range s.Labels {
		l := &s.Labels[i]
		if l.Text == "" || int(l.Kind) >= len(kindOrder) {
			continue
		}
		if area := s.hatched(l); area != nil {
			if area.Bound.Max[0]-area.Bound.Min[0] >= namedHatch*s.Bucket.Coarse {
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

// namedHatch is the width in layout pixels from which a disputed area has its name,
// if there is room.
const namedHatch = 56.0

// hatched is the disputed area that a label names, nil if it names none.
func (s *Setting) hatched(l *Label) *geo.Shape {
	if l.Kind != Disputed || s.Base == nil {
		return nil
	}
	for _, area := range s.Base.Areas {
		if area.Props["id"] == l.ID {
			return area
		}
	}
	return nil
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
	near         map[[2]int32][]int32 // sites by cell of the coarse plane
	Placed       []*Placed
	sitesNamed   int // markers that have their label

	repeats []repeated
	mu      sync.Mutex // guards what follows, and crowd once the names are placed
	copies  map[copyAt]*Placed
}

const siteCell = 64.0

// Place places the names of a setting. If a country finds no room, even for
// its short name, the names of all such go before the labels of markers, in
// full or, if that costs one of these its place, short; unless that does too.
func Place(s *Setting) *Layout {
	l := placeFirst(s)
	l.seconds()
	return l
}

// placeFirst places all names but second ones.
func placeFirst(s *Setting) *Layout {
	l := placeNames(s, nil, nil)
	nameless := l.nameless()
	if len(nameless) == 0 {
		return l
	}
	for _, write := range []func(*Layout, *Label){(*Layout).foremost, (*Layout).short} {
		if again := placeNames(s, nameless, write); again.sitesNamed == l.sitesNamed && len(again.nameless()) < len(nameless) {
			return again
		}
	}
	return l
}

// nameless is the countries with a short name whose name is nowhere.
func (l *Layout) nameless() []*Label {
	var out []*Label
	for _, label := range l.order() {
		if label.Short != "" && !slices.ContainsFunc(l.Placed, func(w *Placed) bool { return w.Label == label }) {
			out = append(out, label)
		}
	}
	return out
}

// placeNames places the names of a setting, those of some countries first, as
// write does.
func placeNames(s *Setting, first []*Label, write func(*Layout, *Label)) *Layout {
	b := s.Bucket
	l := &Layout{
		Setting: *s, crowd: newCrowd(), near: map[[2]int32][]int32{}, copies: map[copyAt]*Placed{},
		coarse: draw.Affine{SX: 1 / b.Coarse, SY: -1 / b.Coarse},
		fine:   draw.Affine{SX: 1 / b.Fine, SY: -1 / b.Fine},
	}
	for i := range l.Sites {
		s := &l.Sites[i]
		l.crowd.add(l.siteBody(i))
		q := l.coarse.Apply(s.At)
		cell := [2]int32{int32(math.Floor(q[0] / siteCell)), int32(math.Floor(q[1] / siteCell))}
		l.near[cell] = append(l.near[cell], int32(i))
	}
	for _, label := range first {
		write(l, label)
	}
	placed := len(l.Placed)
	for i := range l.Sites {
		l.markerLabel(&l.Sites[i])
	}
	l.sitesNamed = len(l.Placed) - placed
	order := l.order()
	for _, label := range order {
		if !slices.Contains(first, label) {
			l.label(label)
		}
	}
	for _, label := range order {
		l.repeat(label)
	}
	return l
}

// siteBody is what site i covers.
func (l *Layout) siteBody(i int) body {
	s := &l.Sites[i]
	return body{coarse: []draw.Box{s.box(l.coarse)}, fine: []draw.Box{s.box(l.fine)}}
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
func (l *Layout) fits(w *Placed) bool {
	w.body = body{coarse: w.Boxes(l.coarse), fine: w.Boxes(l.fine)}
	if len(w.body.coarse) == 0 {
		return false
	}
	w.Bound = l.ground(w)
	// Wide lettering needs air, or names read into each other.
	gap := 2 + 0.3*w.Type.spacing*w.Type.Size
	for i := range w.body.coarse {
		w.body.coarse[i] = w.body.coarse[i].Pad(gap)
		w.body.fine[i] = w.body.fine[i].Pad(gap)
	}
	return l.crowd.free(w.body) && l.atHome(w) && !l.disputed(w)
}

// disputed says that the name of a country lies in an area that others claim,
// as if to say whose that is: any part of it or, of a state in focus, more than
// a quarter, since such a name stands where it must.
func (l *Layout) disputed(w *Placed) bool {
	if w.Label.Kind != Country || l.Base == nil {
		return false
	}
	for _, area := range l.Base.Areas {
		if !area.Bound.Intersects(w.Bound) {
			continue
		}
		in, all := 0, 0
		for _, b := range w.body.coarse {
			const n = 8 // points along a box each way
			for k := range n * n {
				x, y := b.X0+(b.X1-b.X0)*float64(k%n)/(n-1), b.Y0+(b.Y1-b.Y0)*float64(k/n)/(n-1)
				if area.Contains(orb.Point{x / l.coarse.SX, y / l.coarse.SY}) {
					in++
				}
				all++
			}
		}
		if in > 0 && (!l.Focus[w.Label.ID] || 4*in > all) {
			return true
		}
	}
	return false
}

// ground is a box on the plane, in metres, that holds a name at every scale of
// the bucket: no scale spreads it wider than the coarsest.
func (l *Layout) ground(w *Placed) orb.Bound {
	r := draw.UnionOf(w.body.coarse).Pad(crowdMargin)
	k := l.Bucket.Coarse
	b := orb.Bound{Min: orb.Point{r.X0 * k, -r.Y1 * k}, Max: orb.Point{r.X1 * k, -r.Y0 * k}}
	if w.course == nil {
		b = b.Extend(w.Anchor)
	}
	return b
}

// atHome says that the name of one of the countries in focus does not stand in
// another of them: its middle is inside its own, a little to the left or right
// of it, or in a country out of focus.
func (l *Layout) atHome(w *Placed) bool {
	if w.Label.Kind != Country || w.Label.Rank > 0 || w.copy || l.Base == nil {
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

func (l *Layout) label(label *Label) {
	t := l.lettering(label)
	text := label.Text
	if t.upper {
		text = strings.ToUpper(text)
	}
	w := Placed{Label: label, Type: t, Anchor: l.Projection.Project(label.LonLat), Held: draw.Middle}
	switch {
	case label.Kind == City || label.Kind == Capital:
		w.Lines = []string{text}
		l.town(w)
	case label.Kind == River && l.whole(label.Line):
		w.Lines = []string{text}
		l.river(w)
	case label.Kind != Lake && l.whole(label.Line):
		w.Lines = []string{text}
		l.axis(w)
	case label.Kind == Country && l.Focus[label.ID]:
		l.inside(w, text)
	default:
		l.centred(w, text)
	}
}

// tiny is the width in layout pixels of a country that no name lies in.
const tiny = 24.0

// inside writes the name of a country in focus that has no axis: in letters that
// fit its main part, in the smallest where they go best, or, of a tiny country,
// beside it.
func (l *Layout) inside(w Placed, text string) {
	home := l.country(w.Label)
	if home == nil {
		l.centred(w, text)
		return
	}
	b := l.coarse.Bound(home.Bound)
	room, least := 0.9*(b.Max[0]-b.Min[0]), Smallest*l.TypeScale
	width := 0.0
	for _, line := range breakLines(text, true) {
		width = math.Max(width, w.width(line))
	}
	switch size := w.Type.Size * math.Min(1, room/width); {
	case size >= least:
		w.Type.Size = size
		l.centred(w, text)
	case room > tiny:
		l.horizontal(w.Label, text)
	default:
		l.beside(l.level(w.Label, text), tiny/6)
	}
}

// centred tries places on and round the anchor.
func (l *Layout) centred(w Placed, text string) {
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
			return
		}
	}
}
