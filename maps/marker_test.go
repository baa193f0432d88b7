package maps

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

func TestMarkerAreaFollowsWeight(t *testing.T) {
	t.Parallel()
	a, b := radius(5, 20, maxMarkerRadius), radius(20, 20, maxMarkerRadius)
	if math.Abs(b*b/(a*a)-4) > 1e-9 {
		t.Errorf("radii %g and %g for weights 5 and 20", a, b)
	}
	for _, w := range []float64{0, -1, math.NaN()} {
		if radius(w, 20, maxMarkerRadius) != minMarkerRadius {
			t.Errorf("weight %g", w)
		}
	}
}

// TestClusterSums: nothing is lost or counted twice, and clusters are apart.
func TestClusterSums(t *testing.T) {
	t.Parallel()
	for _, n := range []int{1, 2, 50, 3000} {
		for _, zoom := range []float64{1, 4, 40} {
			ms := manyMarkers(n)
			want := 0.0
			for i := range ms {
				ms[i].ID = strconv.Itoa(i)
				want += ms[i].Weight
			}
			m := &Map{View: testView(1000, 700, 1).ZoomAt(500, 350, zoom), Markers: ms, Cluster: true}
			got := spots(m)
			var sum float64
			seen := map[int]bool{}
			for _, s := range got {
				sum += s.weight
				for _, i := range s.members {
					if seen[i] {
						t.Fatalf("marker %d is in two clusters", i)
					}
					seen[i] = true
				}
			}
			if len(seen) != n || math.Abs(sum-want) > 1e-6*want {
				t.Errorf("%d markers: %d seen, weight %g of %g", n, len(seen), sum, want)
			}
			for i := range got {
				for k := range i {
					if d := math.Hypot(got[i].at[0]-got[k].at[0], got[i].at[1]-got[k].at[1]) / m.View.Scale; d < got[i].r+got[k].r {
						t.Fatalf("clusters of radius %.1f and %.1f are %.1f apart", got[i].r, got[k].r, d)
					}
				}
			}
		}
	}
}

func TestHitEqualsBruteForce(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(11, 12))
	for _, n := range []int{0, 1, 30, 2000} {
		ms := manyMarkers(n)
		for i := range ms {
			ms[i].ID = strconv.Itoa(i)
		}
		p := placementOf(ms)
		for range 2000 {
			x, y := rnd.Float64()*p.View.Width, rnd.Float64()*p.View.Height
			best, want := math.Inf(1), -1
			for i, m := range p.Markers() {
				if d := (m.X-x)*(m.X-x) + (m.Y-y)*(m.Y-y); d <= m.reach()*m.reach() && d <= best {
					best, want = d, i
				}
			}
			ids, ok := p.Marker(x, y)
			if ok != (want >= 0) || ok && !slices.Equal(ids, p.Markers()[want].IDs) {
				t.Fatalf("at %.1f %.1f: got %v, want %d", x, y, ids, want)
			}
		}
		if _, ok := p.Marker(-1, 5); ok {
			t.Error("hit outside the window")
		}
	}
}

// TestSmallMarkersCanBeHit: the target is 24 pixels wide however small the mark.
func TestSmallMarkersCanBeHit(t *testing.T) {
	t.Parallel()
	p := placementOf([]Marker{{ID: "a", LonLat: orb.Point{90, 36}, Weight: 1, MaxWeight: 1e6}})
	m := p.Markers()[0]
	if _, ok := p.Marker(m.X+11.9, m.Y); !ok || m.R > 5 {
		t.Errorf("radius %g, hit %v", m.R, ok)
	}
	if _, ok := p.Marker(m.X+12.1, m.Y); ok {
		t.Error("hit beyond the target")
	}
}

// TestWhatStandsBesideAMarkerIsPressed: its number and each of its further shapes mean
// the marker, wherever they are drawn; between the marker's edge and them nothing else is.
func TestWhatStandsBesideAMarkerIsPressed(t *testing.T) {
	t.Parallel()
	const px = 2
	m := &Map{View: testView(900, 600, px), Style: testStyle(t, false), Markers: []Marker{
		{ID: "dot", LonLat: orb.Point{70, 50}, MaxWeight: 25}, // drawn after it
		{ID: "much", LonLat: orb.Point{100, 40}, Weight: 25, MaxWeight: 25, Also: []Shape{Ring, HalfDisc, Square}},
	}}
	pic, place, err := Record(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	at := place.Markers()[slices.IndexFunc(place.Markers(), func(k PlacedMarker) bool { return k.IDs[0] == "much" })]
	figures, below := 0, 0
	for i := range pic.Steps {
		s := &pic.Steps[i]
		b := s.Bound()
		x, y := b.Center()[0]/px, b.Center()[1]/px
		switch {
		case s.Layer == "badge" && math.Hypot(x-at.X, y-at.Y) > at.R:
			figures++
		case s.Layer == "marker" && y > at.Y+at.R && math.Abs(x-at.X) < 2*at.R:
			below++
		default:
			continue
		}
		if ids, ok := place.Marker(x, y); !ok || ids[0] != "much" {
			t.Errorf("%s at %.1f %.1f: %v", s.Layer, x, y, ids)
		}
	}
	if figures == 0 || below < 3 {
		t.Errorf("%d discs of a number and %d shapes below were found", figures, below)
	}
	if ids, ok := place.Marker(at.X-at.R-15, at.Y-at.R-15); ok {
		t.Errorf("nothing is there, but %v", ids)
	}
	m.Figureless = true
	if _, place, err = Record(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	if ids, ok := place.Marker(at.X+at.R, at.Y-at.R); ok {
		t.Errorf("there is no number, but %v", ids)
	}
}

// TestNumbersLieOnTop: no symbol hides the number of another.
func TestNumbersLieOnTop(t *testing.T) {
	t.Parallel()
	m := fullMap(t, 900, 600, 1)
	m.Cluster, m.Furniture.Legend = false, nil
	for i := range m.Markers {
		m.Markers[i].LonLat = m.Markers[0].LonLat
	}
	last, numbers := "", 0
	pic := record(t, m)
	for i := range pic.Steps {
		switch l := pic.Steps[i].Layer; l {
		case "marker":
			if last == "marker count" {
				t.Fatal("a symbol lies on a number")
			}
			last = l
		case "marker count":
			last = l
			numbers++
		}
	}
	if numbers != len(m.Markers) {
		t.Errorf("%d numbers, want %d", numbers, len(m.Markers))
	}
}

// TestPlaces asks who holds well-known places.
func TestPlaces(t *testing.T) {
	t.Parallel()
	m := &Map{Atlas: testAtlas(t), View: testView(1600, 1000, 1), Style: testStyle(t, false)}
	_, place, err := Record(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	for want, ll := range map[string]orb.Point{
		"KZ": {71.4, 51.1}, "UZ": {69.2, 41.3}, "CN": {104, 30.6}, "KG": {75, 41.5}, "TM": {59, 39}, "TJ": {70, 38.5},
		"TW": {121, 23.8}, "UA": {34.2, 45.2}, "aksai_chin": {79.5, 35.2}, "arunachal": {94.5, 28}, "gilgit_baltistan": {74.5, 36},
	} {
		x, y := m.View.ToScreen(ll)
		if got, _ := place.Area(x, y); got != want {
			t.Errorf("%v is in %q, want %q", ll, got, want)
		}
	}
	x, y := m.View.ToScreen(orb.Point{65, 15})
	if got, ok := place.Area(x, y); ok {
		t.Errorf("the Arabian Sea is %q", got)
	}
}

// TestNothingMovesWithWeights: symbols, clusters and names keep their places
// whatever weights the markers have, down to none.
func TestNothingMovesWithWeights(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(5, 6))
	full := fullMap(t, 1000, 640, 1)
	full.Cluster, full.Furniture.Legend = true, nil
	for i := range full.Markers {
		full.Markers[i].Label, full.Markers[i].MaxWeight = "Place "+strconv.Itoa(i), 19
		full.Markers[i].Room = full.Markers[i].Weight
	}
	type spot struct {
		what string
		x, y float64
	}
	names := func(m *Map) (out []spot) {
		pic := record(t, m)
		for i := range pic.Steps {
			if s := &pic.Steps[i]; s.Text != nil && strings.HasPrefix(s.Layer, "label") {
				out = append(out, spot{s.Text.String, s.Text.Letters[0].X, s.Text.Letters[0].Y})
			}
		}
		return out
	}
	want := names(full)
	where := map[string][2]float64{}
	_, place, err := Record(t.Context(), full)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range place.Markers() {
		for _, id := range m.IDs {
			where[id] = [2]float64{m.X, m.Y}
		}
	}
	for range 12 {
		m := *full
		m.Markers = slices.Clone(full.Markers)
		shown := 0
		for i := range m.Markers {
			k := &m.Markers[i]
			k.Weight = math.Floor(rnd.Float64() * (k.Room + 1))
			k.Absent = rnd.IntN(3) == 0
			if !k.Absent {
				shown++
			}
		}
		if got := names(&m); !slices.Equal(got, want) {
			t.Fatalf("names moved:\n%v\n%v", got, want)
		}
		_, place, err := Record(t.Context(), &m)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range place.Markers() {
			for _, id := range p.IDs {
				if where[id] != [2]float64{p.X, p.Y} {
					t.Errorf("%s went from %v to %v, %v", id, where[id], p.X, p.Y)
				}
				shown--
			}
		}
		if shown != 0 {
			t.Errorf("%d markers are neither shown nor absent", shown)
		}
	}
}

// TestOneNumberASymbol: area and figure say the same, also of clusters and of a
// part in focus; nothing has no figure.
func TestOneNumberASymbol(t *testing.T) {
	t.Parallel()
	m := &Map{View: testView(900, 600, 1), Style: testStyle(t, false), Cluster: true, Markers: []Marker{
		{ID: "a", LonLat: orb.Point{100, 40}, Weight: 16, MaxWeight: 25},
		{ID: "b", LonLat: orb.Point{100.1, 40}, Weight: 9, MaxWeight: 25, Shape: Ring},
		{ID: "c", LonLat: orb.Point{70, 50}, Weight: 4, MaxWeight: 25, Partly: true, Lit: 1},
		{ID: "d", LonLat: orb.Point{80, 30}, MaxWeight: 25},
		{ID: "e", LonLat: orb.Point{60, 35}, Weight: 25, Before: 9, MaxWeight: 25},
	}}
	pic, place, err := Record(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	var figures []string
	for i := range pic.Steps {
		if s := &pic.Steps[i]; s.Layer == "marker count" {
			figures = append(figures, s.Text.String)
		}
	}
	slices.Sort(figures)
	if !slices.Equal(figures, []string{"1", "25", "25"}) {
		t.Errorf("figures %v", figures)
	}
	r := map[string]float64{}
	for _, p := range place.Markers() {
		r[p.IDs[0]] = p.R
	}
	if r["a"] != maxMarkerRadius || r["e"] != maxMarkerRadius || math.Abs(r["c"]/r["a"]-0.4) > 1e-9 || r["d"] != minMarkerRadius {
		t.Errorf("radii %v", r)
	}
	m.Rest = 1
	if _, place, err = Record(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	for _, p := range place.Markers() {
		if p.IDs[0] == "e" && math.Abs(p.R/maxMarkerRadius-0.6) > 1e-9 {
			t.Errorf("a marker that comes from 9 of 25 begins at %g", p.R)
		}
	}
}
