package maps

import (
	"math"
	"slices"
	"strings"
	"sync"

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

// order is the names shown in a bucket, those to be placed first in front.
func (s *setting) order() []*Label {
	var out []*Label
	for i := range s.labels {
		l := &s.labels[i]
		if l.Text == "" || int(l.Kind) >= len(kindOrder) {
			continue
		}
		limit := appear[min(max(l.Rank, 0), len(appear)-1)]
		if l.Kind == NameCountry {
			limit *= 1.25
		}
		if s.bucket.coarse <= limit*1.0001 || l.Rank < 0 {
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

// placer is the names of a setting in their places.
type placer struct {
	setting
	coarse, fine affine
	crowd        *crowd
	near         map[[2]int32][]int32 // sites by cell of the coarse plane
	out          []*written
	sitesNamed   int // markers that have their label

	repeats []repeated
	mu      sync.Mutex // guards what follows, and crowd once the names are placed
	copies  map[copyAt]*written
}

const siteCell = 64.0

// newPlacer places the names of a setting. If a country finds no room, even for
// its short name, the short names of all such go before the labels of markers,
// unless that costs one of these its place.
func newPlacer(s *setting) *placer {
	l := placeNames(s, nil)
	nameless := l.nameless()
	if len(nameless) == 0 {
		return l
	}
	if again := placeNames(s, nameless); again.sitesNamed == l.sitesNamed && len(again.nameless()) < len(nameless) {
		return again
	}
	return l
}

// nameless is the countries with a short name whose name is nowhere.
func (l *placer) nameless() []*Label {
	var out []*Label
	for _, label := range l.order() {
		if label.Short != "" && !slices.ContainsFunc(l.out, func(w *written) bool { return w.label == label }) {
			out = append(out, label)
		}
	}
	return out
}

// placeNames places the names of a setting, the short ones of some countries
// first.
func placeNames(s *setting, first []*Label) *placer {
	b := s.bucket
	l := &placer{
		setting: *s, crowd: newCrowd(), near: map[[2]int32][]int32{}, copies: map[copyAt]*written{},
		coarse: affine{sx: 1 / b.coarse, sy: -1 / b.coarse},
		fine:   affine{sx: 1 / b.fine, sy: -1 / b.fine},
	}
	for i := range l.sites {
		s := &l.sites[i]
		l.crowd.add(body{coarse: []rect{s.box(l.coarse)}, fine: []rect{s.box(l.fine)}})
		q := l.coarse.apply(s.at)
		cell := [2]int32{int32(math.Floor(q[0] / siteCell)), int32(math.Floor(q[1] / siteCell))}
		l.near[cell] = append(l.near[cell], int32(i))
	}
	for _, label := range first {
		l.short(label)
	}
	placed := len(l.out)
	for i := range l.sites {
		l.markerLabel(&l.sites[i])
	}
	l.sitesNamed = len(l.out) - placed
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

// try keeps w if nothing is in its way.
func (l *placer) try(w *written) bool {
	if !l.fits(w) {
		return false
	}
	l.crowd.add(w.body)
	l.out = append(l.out, w)
	return true
}

// fits says that nothing is in the way of w, and notes what it covers.
func (l *placer) fits(w *written) bool {
	w.body = body{coarse: w.boxes(l.coarse), fine: w.boxes(l.fine)}
	if len(w.body.coarse) == 0 {
		return false
	}
	w.bound = l.ground(w)
	// Wide lettering needs air, or names read into each other.
	gap := 2 + 0.3*w.look.spacing*w.look.size
	for i := range w.body.coarse {
		w.body.coarse[i] = w.body.coarse[i].pad(gap)
		w.body.fine[i] = w.body.fine[i].pad(gap)
	}
	return l.crowd.free(w.body) && l.atHome(w)
}

// ground is a box on the plane, in metres, that holds a name at every scale of
// the bucket: no scale spreads it wider than the coarsest.
func (l *placer) ground(w *written) orb.Bound {
	r := unionOf(w.body.coarse).pad(crowdMargin)
	k := l.bucket.coarse
	b := orb.Bound{Min: orb.Point{r.x0 * k, -r.y1 * k}, Max: orb.Point{r.x1 * k, -r.y0 * k}}
	if w.course == nil {
		b = b.Extend(w.anchor)
	}
	return b
}

// atHome says that the name of one of the countries in focus does not stand in
// another of them: its middle is inside its own, a little to the left or right
// of it, or in a country out of focus.
func (l *placer) atHome(w *written) bool {
	if w.label.Kind != NameCountry || w.label.Rank > 0 || w.copy || l.base == nil {
		return true
	}
	b, to := unionOf(w.body.coarse), l.coarse
	middle := orb.Point{((b.x0+b.x1)/2 - to.tx) / to.sx, ((b.y0+b.y1)/2 - to.ty) / to.sy}
	aside := 18 / to.sx
	abroad := false
	for _, s := range l.base.countries {
		iso := s.props["iso"]
		switch _, focus := l.style.CountryFill[iso]; {
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
	t := l.lettering(label)
	text := label.Text
	if t.upper {
		text = strings.ToUpper(text)
	}
	w := written{label: label, look: t, anchor: l.projection.Project(label.LonLat)}
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

// centred tries places on and round the anchor.
func (l *placer) centred(w written, text string) {
	long := w.look.face.width(text, w.look.size, w.look.spacing*w.look.size) > 84*l.typeScale
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
