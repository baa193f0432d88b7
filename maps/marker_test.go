package maps

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
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
			want, members := 0.0, 0
			for i := range ms {
				ms[i].ID, ms[i].Members = strconv.Itoa(i), i%4
				want += ms[i].Weight
				members += max(i%4, 1)
			}
			m := &Map{View: testView(1000, 700, 1).ZoomAt(500, 350, zoom), Markers: ms, Cluster: true}
			got := spots(m)
			var sum float64
			count := 0
			seen := map[int]bool{}
			for _, s := range got {
				sum += s.weight
				count += s.count
				for _, i := range s.members {
					if seen[i] {
						t.Fatalf("marker %d is in two clusters", i)
					}
					seen[i] = true
				}
			}
			if len(seen) != n || count != members || math.Abs(sum-want) > 1e-6*want {
				t.Errorf("%d markers: %d seen, %d of %d members, weight %g of %g", n, len(seen), count, members, sum, want)
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

// TestNumbersLieOnTop: no symbol hides the number of another.
func TestNumbersLieOnTop(t *testing.T) {
	t.Parallel()
	m := fullMap(t, 900, 600, 1)
	m.Cluster, m.Furniture.Legend = false, nil
	for i := range m.Markers {
		m.Markers[i].LonLat, m.Markers[i].Members = m.Markers[0].LonLat, 2+i
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
