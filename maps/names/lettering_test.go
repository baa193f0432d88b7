package names

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// spelled is the letters in their order.
func spelled(letters []draw.Letter) string {
	var b strings.Builder
	for _, l := range letters {
		b.WriteString(l.Text)
	}
	return b.String()
}

// TestLettersSpellTheName, from left to right, in boxes that hold them, at every
// scale and density.
func TestLettersSpellTheName(t *testing.T) {
	t.Parallel()
	curved, straight := 0, 0
	for _, lang := range []string{"en", "uk", "ru"} {
		for _, scale := range []float64{9000, 3000, 900} {
			s := settingAt(t, lang, scale)
			to := draw.Affine{SX: 1 / scale, SY: -1 / scale, TX: 11, TY: -7}
			for _, w := range Place(s).Placed {
				letters := w.Letters(to, 1)
				if got, want := spelled(letters), strings.Join(w.Lines, ""); got != want {
					t.Fatalf("the letters spell %q, the name is %q", got, want)
				}
				boxes := w.Boxes(to)
				all := draw.UnionOf(boxes).Pad(1e-6)
				for i, l := range letters {
					if l.Text != " " && !all.Contains(l.X, l.Y) {
						t.Errorf("%q: a letter at %.1f, %.1f, the boxes are %v", w.Label.Text, l.X, l.Y, all)
					}
					if math.Abs(math.Hypot(l.Cos, l.Sin)-1) > 1e-6 || l.Cos < -0.1 {
						t.Errorf("%q: a letter stands on its head: %g, %g", w.Label.Text, l.Cos, l.Sin)
					}
					if i > 0 && len(w.Lines) == 1 {
						p := letters[i-1]
						if along := (l.X-p.X)*p.Cos + (l.Y-p.Y)*p.Sin; along <= 0 {
							t.Errorf("%q: letter %d stands left of the one before", w.Label.Text, i)
						}
					}
				}
				// Twice as dense is twice as large, and nothing else.
				double := draw.Affine{SX: 2 * to.SX, SY: 2 * to.SY, TX: 2 * to.TX, TY: 2 * to.TY}
				for i, l := range w.Letters(double, 2) {
					if math.Abs(l.X-2*letters[i].X) > 1e-6 || math.Abs(l.Y-2*letters[i].Y) > 1e-6 || math.Abs(l.Sin-letters[i].Sin) > 1e-9 {
						t.Fatalf("%q: at twice the density letter %d is at %.3f, %.3f, not %.3f, %.3f", w.Label.Text, i, l.X, l.Y, 2*letters[i].X, 2*letters[i].Y)
					}
				}
				if w.course != nil {
					curved++
				} else {
					straight++
				}
			}
		}
	}
	if curved < 50 || straight < 200 {
		t.Errorf("%d names on a course, %d straight", curved, straight)
	}
}

// TestLettersFollowTheCourse at the height they were lifted to.
func TestLettersFollowTheCourse(t *testing.T) {
	t.Parallel()
	s := settingAt(t, "en", 2000)
	to := draw.Affine{SX: 1 / s.Bucket.Coarse, SY: -1 / s.Bucket.Coarse}
	seen := 0
	for _, w := range Place(s).Placed {
		if w.course == nil {
			continue
		}
		seen++
		for _, l := range w.Letters(to, 1) {
			half := l.Advance * w.Type.Size / 2
			// The middle of the letter's base line, lowered to the course.
			mid := orb.Point{l.X + half*l.Cos - w.lift*l.Sin, l.Y + half*l.Sin + w.lift*l.Cos}
			nearest := math.Inf(1)
			for i := range 2001 {
				// Beyond its ends the course goes straight on.
				p, _, _ := w.course.at(w.course.length() * (float64(i)/2000*1.4 - 0.2))
				q := to.Apply(p)
				nearest = min(nearest, math.Hypot(q[0]-mid[0], q[1]-mid[1]))
			}
			if nearest > 1+w.course.length()/2000/s.Bucket.Coarse {
				t.Errorf("%q: %q stands %.1f px off its course", w.Label.Text, l.Text, nearest)
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d names follow a course", seen)
	}
}

// TestLinesAreCentred under each other, around where their name is held.
func TestLinesAreCentred(t *testing.T) {
	t.Parallel()
	several := 0
	for _, lang := range []string{"en", "uk"} {
		for _, scale := range []float64{6000, 2500} {
			s := settingAt(t, lang, scale)
			to := draw.Affine{SX: 1 / scale, SY: -1 / scale}
			for _, w := range Place(s).Placed {
				if w.course != nil || len(w.Lines) < 2 {
					continue
				}
				several++
				boxes := w.Boxes(to)
				middle := func(b draw.Box) float64 { return (b.X0 + b.X1 - w.Type.Slant*w.Type.Size/2) / 2 }
				for _, b := range boxes[1:] {
					if math.Abs(middle(b)-middle(boxes[0])) > 1e-6 || b.Overlaps(boxes[0]) {
						t.Errorf("%q: lines in %v", w.Lines, boxes)
					}
				}
			}
		}
	}
	if several < 10 {
		t.Errorf("only %d names have several lines", several)
	}
}

// TestTypeTellsKindsApart: water is in italics, countries in capitals, those in
// focus larger and bold, and nothing is smaller than can be read.
func TestTypeTellsKindsApart(t *testing.T) {
	t.Parallel()
	s := settingAt(t, "en", 4000)
	for kind := range Disputed + 1 {
		for rank := -1; rank < 9; rank++ {
			for _, scale := range []float64{1, 1.5} {
				s.TypeScale = scale
				w := s.lettering(&Label{Kind: kind, Rank: rank, ID: "XX"})
				if w.Size < Smallest*scale || w.Size > 20*scale {
					t.Errorf("kind %d, rank %d: %.1f px", kind, rank, w.Size)
				}
				if water := kind == Sea || kind == Lake || kind == River; water && w.Slant == 0 {
					t.Errorf("kind %d is upright", kind)
				}
				if town := kind == City || kind == Capital; town && (w.Slant != 0 || w.upper || w.spacing != 0) {
					t.Errorf("a town is written %+v", w)
				}
				if w.upper != (kind == Country) || (w.Face == s.Bold) != (kind == Capital) {
					t.Errorf("kind %d is written %+v", kind, w)
				}
			}
		}
	}
	s.TypeScale = 1
	near, far := s.lettering(&Label{Kind: Country, ID: "KZ"}), s.lettering(&Label{Kind: Country, ID: "MN"})
	if near.Size <= far.Size || near.Face != s.Bold || far.Face != s.Regular {
		t.Errorf("in focus %+v, out of it %+v", near, far)
	}
	s.Bold = nil
	if w := s.lettering(&Label{Kind: Capital}); w.Face != s.Regular {
		t.Error("without a bold face a capital is in none")
	}
}

// TestOrderIsByRank, then capitals, countries and the rest; what is too small for
// the scale waits.
func TestOrderIsByRank(t *testing.T) {
	t.Parallel()
	s := settingAt(t, "en", 5000)
	order := s.order()
	if !slices.IsSortedFunc(order, func(a, b *Label) int {
		if a.order() != b.order() {
			return a.order() - b.order()
		}
		return a.turn() - b.turn()
	}) {
		t.Error("the order is not by rank and turn")
	}
	shown := map[*Label]bool{}
	for _, l := range order {
		shown[l] = true
		if l.Text == "" {
			t.Errorf("%s has no name and a turn", l.ID)
		}
	}
	for i := range s.Labels {
		l := &s.Labels[i]
		limit := appear[min(max(l.Rank, 0), len(appear)-1)]
		if want := l.Kind != Disputed && (l.Rank <= 0 || s.Bucket.Coarse < limit); want && !shown[l] {
			t.Errorf("%q of rank %d does not show at %.0f m/px", l.Text, l.Rank, s.Bucket.Coarse)
		}
	}
}

// TestShippedNamesLieInTheirCountries: where a country is named first is in it, in
// the base map's own shapes.
func TestShippedNamesLieInTheirCountries(t *testing.T) {
	t.Parallel()
	shapes := map[string]*draw.Path{}
	for _, s := range base().Countries {
		shapes[s.Props["iso"]] = &s.Path
	}
	countries := 0
	for _, n := range shipped(t) {
		for _, lang := range []string{"en", "uk", "ru"} {
			if n.Text[lang] == "" {
				t.Errorf("%s has no name in %s", n.ID, lang)
			}
		}
		home := shapes[n.ID]
		if n.Kind != Country || home == nil {
			continue
		}
		countries++
		b := home.Bound
		large := (b.Max[0] - b.Min[0]) > 4e5 // smaller ones are drawn with too few points
		if large && !home.Contains(asia.Project(n.LonLat)) {
			t.Errorf("%s is named at %v, outside of it", n.Text["en"], n.LonLat)
		}
	}
	if countries < 40 {
		t.Errorf("only %d countries were looked at", countries)
	}
}
