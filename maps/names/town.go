package names

import (
	"math"
	"slices"

	"c5atlas.org/c5atlas/internal/draw"
)

// side is where a label stands beside a point: hx of its width left of it, and
// the middle of its letters vy em below.
type side struct{ hx, vy, out float64 }

var sides = []side{{0, 0, 1}, {1, 0, 1}, {0, -0.75, 0.7}, {0, 0.75, 0.7}, {1, -0.75, 0.7}, {1, 0.75, 0.7}, {0.5, -1, 0}, {0.5, 1, 0}}

// held is the part of a label that stands beside its point.
func (s side) held() draw.Anchor {
	switch s.hx {
	case 0:
		return draw.Start
	case 1:
		return draw.End
	}
	return draw.Middle
}

// maxSite is the most layout pixels that a marker is wide at each side, as far as names
// beside others heed it.
const maxSite = 40

// sameSpot is the layout pixels within which a marker stands for the town itself.
const sameSpot = 4

// town writes the name of a town beside its dot, or beside the marker that stands
// for it. If another marker hides the dot there is no name: it would say that
// the town is elsewhere.
func (l *Layout) town(w Placed) {
	l.withDot(w, func(w Placed, reach float64, keep func(*Placed) bool) { l.around(w, sides, reach, keep) })
}

// capital writes the name of a first capital that has no place beside its dot there in the
// smallest type, or off it with a line.
func (l *Layout) capital(w Placed) {
	l.withDot(w, func(w Placed, reach float64, keep func(*Placed) bool) {
		if w.Type.Size = Smallest * l.TypeScale; !l.around(w, sides, reach, keep) {
			l.off([]Placed{w}, reach+2, false, keep)
		}
	})
}

// withDot has the name of a town with its dot put somewhere, if that can be, and kept.
func (l *Layout) withDot(w Placed, put func(w Placed, reach float64, keep func(*Placed) bool)) {
	reach, ok := l.dotted(&w)
	if !ok {
		return
	}
	seat, kept := l.seats[w.Label]
	if kept {
		defer l.crowd.without(seat.crowd)()
	}
	if w.Dot > 0 && !l.crowd.free(l.dotBody(w)) {
		return
	}
	put(w, reach, func(c *Placed) bool {
		if !l.try(c) {
			return false
		}
		if c.Dot > 0 && !kept {
			l.crowd.add(l.dotBody(*c))
		}
		return true
	})
}

// first says that a label is of a first capital: it is named before other towns.
func (l *Label) first() bool { return l.Kind == Capital && l.Rank <= 0 }

// dotted gives a town its dot, if no marker stands for it, and says how many pixels wide
// each way it is; ok is false where another marker hides it.
func (l *Layout) dotted(w *Placed) (reach float64, ok bool) {
	w.Dot = 2.3
	if w.Label.Kind == Capital {
		w.Dot = 3
	}
	reach = w.Dot
	q := l.coarse.Apply(w.Anchor)
	cx, cy := int32(math.Floor(q[0]/siteCell)), int32(math.Floor(q[1]/siteCell))
	for y := cy - 1; y <= cy+1; y++ {
		for x := cx - 1; x <= cx+1; x++ {
			for _, i := range l.near[[2]int32{x, y}] {
				s := &l.Sites[i]
				o := l.coarse.Apply(s.At)
				switch d := math.Hypot(o[0]-q[0], o[1]-q[1]); {
				case d < sameSpot:
					w.Dot = 0
					reach = math.Max(reach, d+s.R+5+s.Shoulder)
				case d < s.R+3:
					return 0, false
				}
			}
		}
	}
	return reach, true
}

// seat is where the dot of a first capital without a marker lies in the crowds.
type seat struct{ crowd, firm int }

// keepSeats keeps the dots of the first capitals free of the names to come.
func (l *Layout) keepSeats(order []*Label) {
	l.seats = map[*Label]seat{}
	for _, label := range order {
		if !label.first() {
			continue
		}
		if w := l.townName(label); w.Dot > 0 {
			l.seats[label] = seat{len(l.crowd.bodies), len(l.firm.bodies)}
			l.crowd.add(l.dotBody(w))
			l.firm.add(l.dotBody(w))
		}
	}
}

// townName is the name of a town with its dot, to be put beside it; without a dot where
// a marker stands there.
func (l *Layout) townName(label *Label) Placed {
	w := l.spaced(label)
	w.Lines[0] = label.Text
	if _, ok := l.dotted(&w); !ok {
		w.Dot = 0
	}
	return w
}

// CapitalElsewhere is where else the name of a first capital without a marker may stand, in a
// window in which its own place does not show: the first that take wants, nil for none. It
// may have a line.
func (l *Layout) CapitalElsewhere(label *Label, take func(*Placed) bool) (found *Placed) {
	l.mu.Lock()
	defer l.mu.Unlock()
	seat, ok := l.seats[label]
	if !ok {
		return nil
	}
	defer l.firm.without(seat.firm)()
	w := l.townName(label)
	free := func(c *Placed) bool {
		if !l.clear(c, l.firm) || !take(c) {
			return false
		}
		found = c
		return true
	}
	if l.around(w, sides, w.Dot, free) {
		return found
	}
	if w.Type.Size = Smallest * l.TypeScale; !l.around(w, sides, w.Dot, free) {
		l.off([]Placed{w}, w.Dot+2, false, free)
	}
	return found
}

// Capitals is the labels of the first capitals that have a dot of their own.
func (l *Layout) Capitals() (out []*Label) {
	for i := range l.Labels {
		if _, ok := l.seats[&l.Labels[i]]; ok {
			out = append(out, &l.Labels[i])
		}
	}
	return out
}

func (l *Layout) dotBody(w Placed) body {
	box := func(to draw.Affine) []draw.Box {
		q := to.Apply(w.Anchor)
		return []draw.Box{{X0: q[0] - w.Dot - 1, Y0: q[1] - w.Dot - 1, X1: q[0] + w.Dot + 1, Y1: q[1] + w.Dot + 1}}
	}
	return body{coarse: box(l.coarse), fine: box(l.fine)}
}

// beside tries the sides of a point that is reach pixels wide each way.
func (l *Layout) beside(w Placed, reach float64) bool { return l.around(w, sides, reach, l.try) }

// around offers a name at sides of a point that is reach pixels wide each way, until
// one is taken.
func (l *Layout) around(w Placed, sides []side, reach float64, take func(*Placed) bool) bool {
	size, width := w.Type.Size, w.width(w.Lines[0])
	for _, s := range sides {
		c := w
		gap := reach + 4
		c.Held = s.held()
		c.dx = -s.hx*width + (1-2*s.hx)*gap*s.out
		c.dy = size*0.36 + s.vy*(gap+size*0.34)
		if take(&c) {
			return true
		}
	}
	return false
}

// markerSides are the sides of a marker, which is larger than the dot of a town, and has
// a figure at its upper right: a name may stand a little above or below its middle.
var markerSides = slices.Concat([]side{{0, 0, 1}, {0, 0.2, 1}, {0, 0.4, 0.95}, {1, 0, 1}, {1, 0.4, 0.95}, {0, -0.4, 0.95}, {1, -0.4, 0.95}}, sides[2:])

// markerLabels writes the labels of the first markers, or those of the others, beside them.
func (l *Layout) markerLabels(first bool) {
	for i := range l.Sites {
		if s := &l.Sites[i]; s.Foremost == first {
			l.aroundMarker(s, false, l.markKeeper(i))
		}
	}
}

// markKeeper keeps a label of marker i in a place that reads as that one's.
func (l *Layout) markKeeper(i int) func(*Placed) bool {
	return func(w *Placed) bool {
		if l.astray(w, i) || !l.try(w) {
			return false
		}
		l.marks[i] = w.Label
		return true
	}
}

// offNames writes the labels of first markers, and the names of first capitals, that have no
// place in the type of their kind.
func (l *Layout) offNames(order []*Label) {
	for i := range l.Sites {
		if s := &l.Sites[i]; s.Foremost && l.marks[i] == nil && !l.aroundMarker(s, true, l.markKeeper(i)) {
			l.offMarker(s, false, l.markKeeper(i))
		}
	}
	has := map[*Label]bool{}
	for _, w := range l.Placed {
		has[w.Label] = true
	}
	for _, label := range order {
		if label.first() && !has[label] {
			l.capital(l.townName(label))
		}
	}
}

// markerName is the label of a marker, whole or short, to be put beside it.
func (l *Layout) markerName(s *Site, text string) Placed {
	label := &Label{ID: s.ID, Text: text, Kind: Capital}
	if text == s.Label {
		label.Second = s.Second
	}
	return Placed{Label: label, Type: l.lettering(label), Lines: []string{text}, Anchor: s.At}
}

// aroundMarker offers the label of a marker beside it, and then the short one, until one
// is taken: in the type of its kind, or in the smallest.
func (l *Layout) aroundMarker(s *Site, smallest bool, take func(*Placed) bool) bool {
	for _, text := range []string{s.Label, s.Short} {
		if text == "" {
			continue
		}
		w := l.markerName(s, text)
		if smallest {
			w.Type.Size = Smallest * l.TypeScale
		}
		for _, out := range []float64{0, s.Shoulder} { // over its figure, if there is no other place
			if (out == 0 || s.Shoulder > 0) && l.around(w, markerSides, s.R+5+out, take) {
				return true
			}
		}
	}
	return false
}

// offMarker offers the label of a marker off it, with a line to it, as the last that can
// be done for it.
func (l *Layout) offMarker(s *Site, far bool, take func(*Placed) bool) {
	var named []Placed
	for _, text := range []string{s.Label, s.Short} {
		if text != "" {
			named = append(named, l.markerName(s, text))
		}
	}
	l.off(named, s.R+5, far, take)
}

// offs are how far off a name with a line to its place stands, in layout pixels at type of
// normal size, and bearings its directions from there, in the order in which they are
// tried, beside it first: in parts of a circle.
var offs = []float64{12, 18, 24, 31, 38, 46, 54, 63, 72, 82, 92, 102, 112, 124}

// nearOff is how far off a name stands before others make room for it.
const nearOff = 72.0

const bearings = 24

// bearing is the n-th direction tried: right and left, lower and upper.
func bearing(n int) int {
	turn := (n + 2) / 4
	switch n % 4 {
	case 0:
		return -turn
	case 1:
		return bearings/2 + turn
	case 2:
		return turn
	}
	return bearings/2 - turn
}

// off offers a name, in any of the ways it is written, all round a point that is reach
// pixels wide each way, nearer places first, with a line to the point, until one is taken.
// It is in the smallest type, a long one in two lines.
func (l *Layout) off(named []Placed, reach float64, far bool, take func(*Placed) bool) {
	most := nearOff * l.leash()
	if far {
		most = longest * l.leash()
	}
	type written struct {
		w             Placed
		width, height float64
	}
	var all []written
	for _, w := range named {
		w.Type.Size, w.led, w.own = Smallest*l.TypeScale, true, 1.42*reach
		w.Lines = breakLines(w.Lines[0], w.width(w.Lines[0]) > 84*l.TypeScale)
		x := written{w, 0, w.Type.Size * (1 + float64(len(w.Lines)-1)*lineHeight)}
		for _, line := range w.Lines {
			x.width = max(x.width, w.width(line))
		}
		all = append(all, x)
	}
	for _, off := range offs {
		if off > most {
			return
		}
		for i := range all {
			x := &all[i]
			for n := range bearings {
				sin, cos := math.Sincos(float64(bearing(n)) * 2 * math.Pi / bearings)
				// The end of the line is the point of the lettering that is nearest.
				out := reach + off*l.TypeScale
				c := x.w
				c.Held = draw.Middle
				left, top := out*cos-x.width/2, -out*sin-x.height/2
				switch {
				case cos > 0.1:
					c.Held, left = draw.Start, out*cos
				case cos < -0.1:
					c.Held, left = draw.End, out*cos-x.width
				}
				if math.Abs(sin) > 0.9 {
					top -= math.Copysign(x.height/2, sin)
				}
				c.dx, c.dy = left, top+0.76*c.Type.Size
				if take(&c) {
					return
				}
			}
		}
	}
}

// aside is how far, in layout pixels, a name with a line keeps from other markers, and
// clearer how much farther than from its own one without: by half the height of its
// letters, or a marker below its middle is taken for its own.
const (
	aside   = 14.0
	clearer = 7.0
)

// astray says that a name is nearer to another marker than to its own, or, with a line to
// its own, near to another one: it would be read as that one's.
func (l *Layout) astray(w *Placed, own int) bool {
	text := draw.UnionOf(w.Boxes(l.coarse))
	gap := func(i int) float64 {
		q := l.coarse.Apply(l.Sites[i].At)
		x, y := nearest(text, q)
		return math.Hypot(q[0]-x, q[1]-y) - l.Sites[i].R
	}
	mine := gap(own) + clearer*l.TypeScale
	if w.led {
		mine = aside * l.TypeScale
	}
	reach := text.Pad(mine + maxSite)
	for y := math.Floor(reach.Y0 / siteCell); y <= math.Floor(reach.Y1/siteCell); y++ {
		for x := math.Floor(reach.X0 / siteCell); x <= math.Floor(reach.X1/siteCell); x++ {
			for _, i := range l.near[[2]int32{int32(x), int32(y)}] {
				if int(i) != own && l.Sites[i].ID != "" && gap(int(i)) < mine {
					return true
				}
			}
		}
	}
	return false
}

// MarkerElsewhere is where else beside marker i its label may stand, in a window in which
// its own place does not show: the first that take wants, nil for none. One that is
// foremost may stand off with a line to it, a long one if it may be far.
func (l *Layout) MarkerElsewhere(i int, far bool, take func(*Placed) bool) (found *Placed) {
	l.mu.Lock()
	defer l.mu.Unlock()
	s := &l.Sites[i]
	free := func(w *Placed) bool {
		if l.astray(w, i) || !l.clear(w, l.firm) || !take(w) {
			return false
		}
		found = w
		return true
	}
	if !l.aroundMarker(s, false, free) && s.Foremost && !l.aroundMarker(s, true, free) {
		l.offMarker(s, far, free)
	}
	return found
}

// Mark is the label that marker i writes in its place, nil for none.
func (l *Layout) Mark(i int) *Label { return l.marks[i] }
