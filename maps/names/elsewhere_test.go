package names

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// windowOn is a window round a place on the plane, at a scale.
func windowOn(at orb.Point, scale float64, w, h float64) orb.Bound {
	return orb.Bound{Min: orb.Point{at[0] - scale*w/2, at[1] - scale*h/2}, Max: orb.Point{at[0] + scale*w/2, at[1] + scale*h/2}}
}

// liesIn says by orb's own reckoning that a place of the plane lies in a country.
func liesIn(country *geo.Shape, at orb.Point) bool {
	in := false
	for _, part := range country.Parts {
		if planar.RingContains(orb.Ring(append(slices.Clone(part), part[0])), at) {
			in = !in
		}
	}
	return in
}

// stateLabels is the labels of states in focus of a layout.
func stateLabels(l *Layout) (out []*Label) {
	for i := range l.Labels {
		if k := &l.Labels[i]; k.Kind == Country && l.State(k) {
			out = append(out, k)
		}
	}
	return out
}

// Every place that a state's name may have elsewhere is clear of the markers, at
// every scale of its bucket, and on its own land, or a line leads from it to its
// own land.
func TestElsewhereIsClearAndItsOwn(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(11, 27))
	on, led, under := 0, 0, 0
	for range 40 {
		scale := math.Exp(math.Log(1500) + r.Float64()*math.Log(8))
		l := Place(settingAt(t, []string{"en", "uk", "ru"}[r.IntN(3)], scale))
		labels := stateLabels(l)
		label := labels[r.IntN(len(labels))]
		home := l.country(label)
		win := windowOn(home.Bound.Center(), scale, 300+900*r.Float64(), 200+500*r.Float64())
		tried := 0
		l.Elsewhere(label, win, func(w *Placed) bool {
			if tried++; w.Label != label {
				t.Fatalf("asked for %s, got %s", label.Text, w.Label.Text)
			}
			at := []float64{l.Bucket.Fine, scale, l.Bucket.Coarse}[r.IntN(3)]
			if met := touching(&l.Setting, []*Placed{w}, at); met != "" {
				t.Fatalf("elsewhere at %.0f m a pixel: %s", at, met)
			}
			to := draw.Affine{SX: 1 / at, SY: -1 / at}
			from, end, ok := w.Line(to, 1)
			switch {
			case !ok:
				on++
				if box := draw.UnionOf(w.Boxes(draw.Affine{SX: 1 / l.Bucket.Coarse, SY: -1 / l.Bucket.Coarse})); !liesIn(home, plane(box, l.Bucket.Coarse)) {
					t.Fatalf("%s stands outside of its land without a line", label.Text)
				}
				if w.RunsUnder() || w.LineBoxes(to) != nil {
					t.Fatalf("%s has no line, but one runs", label.Text)
				}
			case !liesIn(home, orb.Point{end[0] * at, -end[1] * at}):
				t.Fatalf("the line of %s ends outside of its land", label.Text)
			default:
				if led++; w.RunsUnder() {
					under++
				}
				boxes := w.LineBoxes(to)
				if first, last := boxes[0], boxes[len(boxes)-1]; !first.Contains(from[0], from[1]) || !last.Contains(end[0], end[1]) {
					t.Fatalf("what the line of %s covers does not reach its ends", label.Text)
				}
				for i := range boxes[1:] {
					if !boxes[i].Pad(1e-6).Overlaps(boxes[i+1]) {
						t.Fatalf("what the line of %s covers has a gap", label.Text)
					}
				}
			}
			return tried > 400
		})
	}
	if on < 100 || led < 100 || under < 1 {
		t.Errorf("saw %d on their land, %d with a line, %d of them under others", on, led, under)
	}
}

// plane is the middle of a box of pixels on the plane.
func plane(b draw.Box, scale float64) orb.Point {
	return orb.Point{(b.X0 + b.X1) / 2 * scale, -(b.Y0 + b.Y1) / 2 * scale}
}

// A name keeps its place while the window moves by less than a quarter of its width:
// the first place wanted is the first place found again.
func TestElsewhereStaysWhileTheWindowMoves(t *testing.T) {
	t.Parallel()
	const scale = 4000.0
	l := Place(settingAt(t, "en", scale))
	for _, label := range stateLabels(l) {
		win := windowOn(l.country(label).Bound.Center(), scale, 700, 400)
		inside := func(w *Placed) bool { // with room to move in every direction
			b := draw.UnionOf(w.Boxes(draw.Affine{SX: 1 / scale, SY: -1 / scale}))
			return within(orb.Bound{Min: orb.Point{b.X0 * scale, -b.Y1 * scale}, Max: orb.Point{b.X1 * scale, -b.Y0 * scale}}, win.Pad(-200*scale/4))
		}
		first := l.Elsewhere(label, win, inside)
		for step := range 8 {
			moved := win
			by := float64(step) * 20 * scale
			moved.Min[0], moved.Max[0] = win.Min[0]+by, win.Max[0]+by
			if again := l.Elsewhere(label, moved, inside); again != first {
				t.Errorf("%s moved with the window by %.0f km", label.Text, by/1000)
			}
		}
		if none := l.Elsewhere(label, win, func(*Placed) bool { return false }); none != nil {
			t.Errorf("%s stands where nobody wanted it", label.Text)
		}
		away := windowOn(orb.Point{3e7, 3e7}, scale, 700, 400)
		if w := l.Elsewhere(label, away, func(*Placed) bool { return true }); w != nil {
			t.Errorf("%s stands where its land is not", label.Text)
		}
	}
}

// A group of disputed areas has one name until its widest is 64 pixels wide; from
// then on each that is 28 wide has its own; an area that is alone has it from 16.
// Everyone has somebody to say who its parties are.
func TestAreasHaveOneName(t *testing.T) {
	t.Parallel()
	alone, together, apart := 0, 0, 0
	for scale := 16000.0; scale > 150; scale /= 1.3 {
		l := Place(settingAt(t, "en", scale))
		wide := func(id string) float64 {
			at := slices.IndexFunc(l.Base.Areas, func(a *geo.Shape) bool { return a.Props["id"] == id })
			return (l.Base.Areas[at].Bound.Max[0] - l.Base.Areas[at].Bound.Min[0]) / l.Bucket.Coarse
		}
		for _, area := range l.Base.Areas {
			id := area.Props["id"]
			speaker := l.Speaker(area)
			if speaker == nil || speaker.Kind != Disputed || speaker.ID != id && !slices.Contains(speaker.Areas, id) {
				t.Fatalf("nobody speaks for %s", id)
			}
			label := l.NameOf(area)
			if len(speaker.Areas) == 0 {
				if alone++; (label == speaker) != (wide(id) >= 16) || label != nil && label != speaker {
					t.Errorf("%s is alone, %.0f pixels wide and has the name %+v", id, wide(id), label)
				}
				continue
			}
			if slices.ContainsFunc(speaker.Areas, func(id string) bool { return wide(id) >= 64 }) {
				if apart++; (label != nil) != (wide(id) >= 28) || label != nil && label.ID != id {
					t.Errorf("%s is one of %q, %.0f pixels wide and has the name %+v", id, speaker.ID, wide(id), label)
				}
			} else if label != nil {
				if together++; label != speaker {
					t.Errorf("%s has the name %q, its group is %q", id, label.ID, speaker.ID)
				}
			}
		}
	}
	if alone < 10 || together < 10 || apart < 10 {
		t.Errorf("saw %d areas that are alone, %d together, %d apart", alone, together, apart)
	}
}

// An area is in a frame if its middle is, or if it is in the middle of that, and it is
// sixteen pixels wide.
func TestInFrame(t *testing.T) {
	area := &geo.Shape{Path: draw.Path{Closed: true}}
	area.Add([]orb.Point{{0, 0}, {1600, 0}, {1600, 800}, {0, 800}})
	for _, tt := range []struct {
		win   orb.Bound
		scale float64
		want  bool
	}{
		{orb.Bound{Max: orb.Point{1600, 800}}, 100, true},
		{orb.Bound{Max: orb.Point{1600, 800}}, 100.1, false},
		{orb.Bound{Min: orb.Point{800, 400}, Max: orb.Point{9000, 9000}}, 1, true},
		{orb.Bound{Min: orb.Point{801, 0}, Max: orb.Point{9000, 9000}}, 1, false},
		{orb.Bound{Min: orb.Point{100, 100}, Max: orb.Point{200, 200}}, 1, true},
		{orb.Bound{Min: orb.Point{-400, 100}, Max: orb.Point{380, 200}}, 1, false},
		{orb.Bound{Min: orb.Point{-9000, -9000}, Max: orb.Point{799, 800}}, 1, false},
	} {
		if got := InFrame(area, tt.win, tt.scale); got != tt.want {
			t.Errorf("in %v at %v: %v, want %v", tt.win, tt.scale, got, tt.want)
		}
	}
}

// The name of a disputed area, or of a group, is in it, or beside it and touches it, or
// has a line to it, and only where none of these has room it is near it without one; where what it is to stand on covers the middle of one, the line may
// lead to another of the group.
func TestAreaNamesReachTheirAreas(t *testing.T) {
	t.Parallel()
	touched, led, other := 0, 0, 0
	for _, scale := range []float64{3000, 5000, 8000} {
		l := Place(settingAt(t, "ru", scale))
		k := l.Bucket.Fine // where names cover least land
		to := draw.Affine{SX: 1 / k, SY: -1 / k}
		for _, area := range l.Base.Areas {
			label := l.Speaker(area)
			if label == nil || width(area.Bound) < seen*l.Bucket.Coarse {
				continue
			}
			win := windowOn(area.Bound.Center(), scale, 900, 600)
			lines := false
			l.AreaElsewhere(label, area, "Индия, Китай, Пакистан", win, func(w *Placed) bool {
				if _, end, ok := w.Line(to, 1); ok {
					lines = true
					at := orb.Point{end[0] * k, -end[1] * k}
					if led++; !slices.ContainsFunc(l.hatched(label), func(a *geo.Shape) bool { return area == a && a.Bound.Contains(at) || a.Contains(at) }) {
						t.Fatalf("the line of %q ends in none of its areas", label.Text)
					}
					if !area.Bound.Contains(at) {
						other++
					}
					return false
				}
				if lines {
					return true // there is no place with a line any more
				}
				touched++
				box := draw.UnionOf(w.Boxes(to)).Pad(8)
				near := false
				for x := box.X0; x <= box.X1 && !near; x += 4 {
					for y := box.Y0; y <= box.Y1 && !near; y += 4 {
						near = slices.ContainsFunc(append(l.hatched(label), area), func(a *geo.Shape) bool { return a.Contains(orb.Point{x * k, -y * k}) })
					}
				}
				b, m := area.Bound, plane(box, k)
				level := math.Abs(m[1]-b.Center()[1]) <= (b.Max[1]-b.Min[1])/4+k
				over := box.X0*k <= b.Center()[0] && box.X1*k >= b.Center()[0] || b.Pad(40*k).Contains(m)
				if !near || !level && !over {
					t.Errorf("%q at %.0f m a pixel stands at %v, away from %s at %v", label.Text, k, m, area.Props["id"], area.Bound)
				}
				return false
			})
		}
	}
	if touched < 50 || led < 50 || other < 5 {
		t.Errorf("saw %d in or beside their areas, %d with a line, %d of them to another of a group", touched, led, other)
	}
}
