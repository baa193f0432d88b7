package maps

import (
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// naming picks the names of one picture: those that are wholly in the window and
// clear of furniture, and other places for those that have to be there.
type naming struct {
	p      *painter
	l      *names.Layout // nil writes none
	window draw.Box
	layout draw.Affine // projected metres to layout pixels
	place  map[*names.Label]*names.Placed
	taken  []draw.Box // by furniture
	held   []draw.Box // by names that others give way to

	shown          map[*names.Label]*names.Placed
	drawn, seconds []*names.Placed
	written        map[int]bool // markers whose labels are
	silent         bool         // an area does not say who its parties are, and has to
}

func (p *painter) naming(l *names.Layout, taken []draw.Box) *naming {
	n := &naming{p: p, l: l, taken: taken, shown: map[*names.Label]*names.Placed{}, written: map[int]bool{}}
	if l != nil {
		n.place = make(map[*names.Label]*names.Placed, len(l.Placed))
		for _, w := range l.Placed {
			n.place[w.Label] = w
		}
	}
	n.window = draw.Box{X0: 3, Y0: 3, X1: p.view.Width - 3, Y1: p.view.Height - 3}
	n.layout = draw.Affine{SX: 1 / p.view.Scale, SY: -1 / p.view.Scale}
	n.layout.TX, n.layout.TY = p.view.PlaneToScreen([2]float64{})
	return n
}

// room is what a name covers, and whether it shows where it stands: in the window,
// with the place that it belongs to, and clear of furniture and of names before it.
func (n *naming) room(w *names.Placed) (boxes []draw.Box, ok bool) {
	win := n.p.win
	if !w.Bound.Intersects(win) {
		return nil, false
	}
	k := w.Label.Kind
	_, at, led := w.Line(n.layout, 1)
	if (led || k == names.City || k == names.Capital) && !win.Contains(w.Anchor) {
		return nil, false
	}
	if led && k == names.Country && !n.l.State(w.Label) && slices.ContainsFunc(n.taken, func(b draw.Box) bool { return b.Contains(at[0], at[1]) }) {
		return nil, false
	}
	box := draw.UnionOf(w.Boxes(n.layout)).Pad(1)
	if !box.Within(n.window) {
		return nil, false
	}
	boxes = append(boxes, box)
	if !w.RunsUnder() {
		boxes = append(boxes, w.LineBoxes(n.layout)...)
	}
	for _, b := range boxes {
		if slices.ContainsFunc(n.taken, b.Overlaps) || slices.ContainsFunc(n.held, b.Overlaps) {
			return nil, false
		}
	}
	return boxes, true
}

// show draws a name if there is room. Others give way to one that holds its place.
func (n *naming) show(w *names.Placed, hold bool) bool {
	boxes, ok := n.room(w)
	if !ok || n.shown[w.Label] != nil {
		return false
	}
	if w.Second != nil {
		under := draw.UnionOf(w.Second.Boxes(n.layout)).Pad(1)
		if under.Within(n.window) && !slices.ContainsFunc(n.taken, under.Overlaps) && !slices.ContainsFunc(n.held, under.Overlaps) {
			n.seconds = append(n.seconds, w.Second)
			boxes = append(boxes, under)
		}
	}
	n.shown[w.Label] = w
	n.drawn = append(n.drawn, w)
	if hold {
		n.held = append(n.held, boxes...)
	}
	return true
}

// foremost draws the names that have to be in the picture: of the states in focus
// whose land shows, of the parties to each disputed area, of these areas, and of the
// first markers and capitals. Where one of these markers has no room, not even far off,
// they have theirs before the states.
func (n *naming) foremost() {
	if n.l == nil {
		return
	}
	n.states()
	n.capitals(false)
	n.capitals(true)
	if n.unnamed() > 0 {
		other := n.p.naming(n.l, n.taken)
		other.ofMarkers(true, false)
		other.states()
		other.capitals(false) // the parties to a disputed area may have left a marker no room
		if n.prefer(other) {
			n.capitals(true)
		}
	}
}

// prefer takes other names that leave fewer of the first markers out, if that costs no
// state its name and no disputed area its parties', and reports whether it did.
func (n *naming) prefer(other *naming) bool {
	better := other.named() >= n.named() && other.unnamed() < n.unnamed() && (n.silent || !other.silent)
	if better {
		*n = *other
	}
	return better
}

// named is how many states have their names.
func (n *naming) named() (k int) {
	for l := range n.shown {
		if n.l.State(l) {
			k++
		}
	}
	return k
}

// capitals draws the labels of the first markers, and the names of the first capitals
// that have none; if they may be far off, the labels that have to be.
func (n *naming) capitals(far bool) {
	n.ofMarkers(true, far)
	if far {
		return
	}
	for _, label := range n.l.Capitals() {
		if w := n.place[label]; n.lacks(label) && (w == nil || !n.show(w, true)) {
			n.showAt(n.l.CapitalElsewhere(label, n.hasAir))
		}
	}
}

// lacks says that a capital is in sight and has no name.
func (n *naming) lacks(label *names.Label) bool {
	return n.shown[label] == nil && n.inSight(n.p.view.Projection.Project(label.LonLat))
}

// unnamed is how many of the first markers in sight lack theirs.
func (n *naming) unnamed() (k int) {
	for i := range n.l.Sites {
		if n.lacksLabel(i) {
			k++
		}
	}
	return k
}

// lacksLabel says that a first marker is in sight and has no label.
func (n *naming) lacksLabel(i int) bool {
	s := &n.l.Sites[i]
	return s.Foremost && s.Label != "" && !n.written[i] && n.inSight(s.At)
}

// inSight says that a place of the plane is in the window, and not under furniture.
func (n *naming) inSight(at orb.Point) bool {
	x, y := n.p.view.PlaneToScreen(at)
	return n.p.win.Contains(at) && !slices.ContainsFunc(n.taken, func(b draw.Box) bool { return b.Contains(x, y) })
}

// states draws the names of states, of the parties to disputed areas, and of these.
func (n *naming) states() {
	for _, w := range n.l.Placed {
		if n.l.State(w.Label) {
			n.show(w, true)
		}
	}
	for i := range n.l.Labels {
		if label := &n.l.Labels[i]; n.l.State(label) && n.shown[label] == nil {
			n.elsewhere(label)
		}
	}
	for _, area := range n.areas() {
		for _, label := range n.parties(area) {
			if w := n.place[label]; w == nil || n.shown[label] == nil && !n.show(w, true) {
				n.elsewhere(label)
			}
		}
	}
	n.nameAreas()
	n.evenHanded()
}

// nameAreas draws the names of the disputed areas in the window, or of their groups.
func (n *naming) nameAreas() {
	for _, area := range n.areas() {
		label := n.l.NameOf(area)
		if label == nil || n.shown[label] != nil {
			continue
		}
		if w := n.place[label]; w == nil || !n.show(w, true) {
			n.areaElsewhere(label, area, "")
		}
	}
}

// elsewhere draws a name where it has room in this window, if it is not drawn.
func (n *naming) elsewhere(label *names.Label) {
	if n.shown[label] == nil {
		n.showAt(n.l.Elsewhere(label, n.p.win, n.hasRoom))
	}
}

// areaElsewhere is elsewhere for the name of an area. It reports whether there was
// room.
func (n *naming) areaElsewhere(label *names.Label, area *geo.Shape, below string) bool {
	return n.showAt(n.l.AreaElsewhere(label, area, below, n.p.win, n.hasRoom))
}

func (n *naming) hasRoom(w *names.Placed) bool {
	_, ok := n.room(w)
	return ok
}

func (n *naming) showAt(w *names.Placed) bool { return w != nil && n.show(w, true) }

// areas is the disputed areas in the window.
func (n *naming) areas() []*geo.Shape {
	if n.p.base == nil {
		return nil
	}
	return n.p.visible(n.p.base.Areas, 0, func(a *geo.Shape) bool { return names.InFrame(a, n.p.win, n.p.view.Scale) })
}

// parties is the labels of the states that administer or claim an area.
func (n *naming) parties(area *geo.Shape) []*names.Label {
	var out []*names.Label
	isos := names.Parties(area)
	for i := range n.l.Labels {
		if l := &n.l.Labels[i]; l.Kind == names.Country && slices.Contains(isos, l.ID) {
			out = append(out, l)
		}
	}
	return out
}

// evenHanded leaves the names of all parties to a disputed area in the window. If
// one has no room, those of the others go too, but for the states in focus, which
// the map is about: then the name of the area says who the parties are, and has its
// room before all names but theirs.
func (n *naming) evenHanded() {
	gone := map[*names.Label]bool{}
	var unsaid []*geo.Shape // areas whose parties are not all named
	for again := true; again; {
		again, unsaid = false, nil
		for _, area := range n.areas() {
			parties := n.parties(area)
			missing := func(l *names.Label) bool { return n.shown[l] == nil || gone[l] }
			if !slices.ContainsFunc(parties, missing) {
				continue
			}
			unsaid = append(unsaid, area)
			for _, l := range parties {
				if !missing(l) && !n.l.State(l) {
					gone[l], again = true, true
				}
			}
		}
	}
	if len(unsaid) == 0 {
		return
	}
	n.forget(func(l *names.Label) bool { return gone[l] || l.Kind == names.Disputed })
	if !n.speak(unsaid) { // other names go if there is no other way
		n.forget(func(l *names.Label) bool { return !n.l.State(l) && l.Kind != names.Capital })
		n.silent = !n.speak(unsaid)
	}
	n.nameAreas()
}

// speak names disputed areas, or their groups, with the parties to them. It reports
// whether there was room for all.
func (n *naming) speak(areas []*geo.Shape) bool {
	type speech struct {
		area    *geo.Shape // the widest that it is about
		parties []string
	}
	of := map[*names.Label]*speech{}
	var order []*names.Label
	for _, area := range areas {
		label := n.l.Speaker(area)
		if label == nil {
			continue
		}
		s := of[label]
		if s == nil {
			s = &speech{area: area}
			of[label] = s
			order = append(order, label)
		}
		if width := func(a *geo.Shape) float64 { return a.Bound.Max[0] - a.Bound.Min[0] }; width(area) > width(s.area) {
			s.area = area
		}
		for _, l := range n.parties(area) {
			if !slices.Contains(s.parties, l.Text) {
				s.parties = append(s.parties, l.Text)
			}
		}
	}
	all := true
	for _, label := range order {
		s := of[label]
		slices.Sort(s.parties)
		all = (n.areaElsewhere(label, s.area, strings.Join(s.parties, ", ")) || n.areaElsewhere(label, s.area, strings.Join(s.parties, ",\n"))) && all
	}
	return all
}

// forget takes names back.
func (n *naming) forget(gone func(*names.Label) bool) {
	all := n.drawn
	n.drawn, n.seconds, n.held = nil, nil, nil
	clear(n.shown)
	for _, w := range all {
		if !gone(w.Label) {
			n.show(w, true)
		}
	}
}

// rest draws the other names where they have room: of large countries copies, where
// the name itself does not show.
func (n *naming) rest() {
	if n.l == nil {
		return
	}
	barred := map[*names.Label]bool{} // a party alone
	for _, area := range n.areas() {
		for _, l := range n.parties(area) {
			barred[l] = n.shown[l] == nil
		}
	}
	n.ofMarkers(false, false)
	for _, w := range n.l.Placed {
		if !barred[w.Label] {
			n.show(w, false)
		}
	}
	shown := map[*names.Label]bool{}
	for l := range n.shown {
		shown[l] = true
	}
	for _, w := range n.l.CopiesIn(n.p.win, shown) {
		if !barred[w.Label] {
			n.show(w, true) // copies do not know of each other
		}
	}
}

// ofMarkers draws the labels of the first markers, or those of the others: in their own
// places, and then, of those that do not show there, elsewhere about them.
func (n *naming) ofMarkers(first, far bool) {
	var hidden []int
	for i := range n.l.Sites {
		if s := &n.l.Sites[i]; s.Label == "" || s.Foremost != first || n.written[i] || !n.inSight(s.At) {
			continue
		}
		w := n.place[n.l.Mark(i)]
		if w != nil && n.show(w, true) {
			n.written[i] = true
		} else if w != nil || first { // of those without a place of their own only the first
			hidden = append(hidden, i)
		}
	}
	for _, i := range hidden {
		n.written[i] = n.showAt(n.l.MarkerElsewhere(i, far, n.hasAir))
	}
}

// hasAir says that there is room for a name, and that it reads on in no name beside it.
func (n *naming) hasAir(w *names.Placed) bool {
	boxes, ok := n.room(w)
	if !ok {
		return false
	}
	air := boxes[0]
	air.X0, air.X1 = air.X0-w.Type.Size*0.7, air.X1+w.Type.Size*0.7
	return !slices.ContainsFunc(n.held, air.Overlaps)
}

// write draws the names. It returns the labels that it writes in full.
func (n *naming) write() map[string]bool {
	p := n.p
	for _, w := range n.drawn {
		p.leader(w)
	}
	for _, w := range n.seconds {
		p.letters("label second", w, p.style.InkMuted, p.style.Halo)
	}
	named := make(map[string]bool, len(n.drawn))
	// Lower ranks lie below.
	for _, w := range slices.Backward(n.drawn) {
		named[w.Label.ID] = !w.IsShort()
		kind := kindNames[w.Label.Kind]
		if w.Dot > 0 {
			p.dot(kind, w)
		}
		halo := p.style.Halo
		switch w.Label.Kind {
		case names.Sea, names.Lake:
			halo = p.style.Background
			halo.A = 150
		case names.Country, names.Region:
			halo.A = uint8(int(halo.A) * 6 / 10)
		}
		p.letters("label "+kind, w, p.nameInk(w.Label), halo)
	}
	return named
}
