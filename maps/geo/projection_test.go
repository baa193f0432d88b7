package geo

import (
	"encoding/csv"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"testing/quick"

	"github.com/paulmach/orb"
)

// TestProjectionsAgreeWithPROJ compares with a thousand points of PROJ's each.
func TestProjectionsAgreeWithPROJ(t *testing.T) {
	t.Parallel()
	for name, p := range map[string]Projection{"albers": asia, "equalearth": EqualEarth(-20)} {
		f, err := os.Open("testdata/" + name + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		rows, err := csv.NewReader(f).ReadAll()
		if err != nil || len(rows) != 1000 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		for _, row := range rows {
			var v [4]float64
			for i := range v {
				if v[i], err = strconv.ParseFloat(row[i], 64); err != nil {
					t.Fatal(err)
				}
			}
			ll, want := orb.Point{v[0], v[1]}, orb.Point{v[2], v[3]}
			if got := p.Project(ll); distance(got, want) > 1e-3 {
				t.Errorf("%s: Project(%v) = %v, PROJ says %v", name, ll, got, want)
			}
			back := p.Inverse(want)
			// a millimetre on the ground, in degrees of latitude
			const mm = 1e-3 / 111195
			if math.Abs(back[1]-ll[1]) > mm || math.Abs(WrapLon(back[0]-ll[0]))*math.Cos(radians(ll[1])) > mm {
				t.Errorf("%s: Inverse(%v) = %v, PROJ says %v", name, want, back, ll)
			}
		}
	}
}

func distance(a, b orb.Point) float64 { return math.Hypot(a[0]-b[0], a[1]-b[1]) }

func TestInverseUndoesProject(t *testing.T) {
	t.Parallel()
	for name, p := range map[string]Projection{
		"asia": asia, "mercator": webMercator{}, "earth": EqualEarth(0), "pacific": EqualEarth(-170), "south": Albers(-18, -36, 0, 134), "usa": Albers(29.5, 45.5, 23, -96),
	} {
		back := func(a, b uint32) bool {
			ll := orb.Point{float64(a)/math.MaxUint32*358 - 179, float64(b)/math.MaxUint32*160 - 80}
			got := p.Inverse(p.Project(ll))
			return math.Abs(WrapLon(got[0]-ll[0])) < 1e-9 && math.Abs(got[1]-ll[1]) < 1e-9
		}
		if err := quick.Check(back, &quick.Config{MaxCount: 5000}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestProjectionKeepsItsEdge(t *testing.T) {
	t.Parallel()
	for _, p := range []Projection{asia, webMercator{}, EqualEarth(150)} {
		for _, ll := range []orb.Point{{0, 90}, {0, -90}, {180, 95}, {-180, -95}, {540, 10}} {
			for _, v := range p.Project(ll) {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Errorf("%T: Project(%v) is not a place", p, ll)
				}
			}
		}
		for _, far := range []orb.Point{{9e7, -9e7}, {-9e7, 9e7}, {0, 9e7}, {-9e7, 0}} {
			if q := p.Inverse(far); !(math.Abs(q[0]-p.Meridian()) <= 180 && math.Abs(q[1]) <= 90) {
				t.Errorf("%T: Inverse(%v) = %v is not at the edge of the map", p, far, q)
			}
		}
	}
}

// TestProjectLineBends: no projected edge is further from the true curve than
// asked, and a line and its reverse give the same points.
func TestProjectLineBends(t *testing.T) {
	t.Parallel()
	p := asia
	line := []orb.Point{{20, 72}, {165, 72}, {165, -2}, {20, -2}}
	const tolerance = 500
	got := ProjectLine(p, line, true, tolerance)
	if len(got) < 40 {
		t.Fatalf("%d points for a curved frame", len(got))
	}
	reverse := []orb.Point{line[0], line[3], line[2], line[1]}
	back := ProjectLine(p, reverse, true, tolerance)
	if len(back) != len(got) {
		t.Fatalf("%d points one way, %d the other", len(got), len(back))
	}
	for i := 1; i < len(got); i++ {
		if got[i] != back[len(back)-i] {
			t.Fatalf("point %d differs on the way back", i)
		}
	}
	for i := 1; i < len(got); i++ {
		a, b := p.Inverse(got[i-1]), p.Inverse(got[i])
		mid := p.Project(orb.Point{(a[0] + b[0]) / 2, (a[1] + b[1]) / 2})
		chord := orb.Point{(got[i-1][0] + got[i][0]) / 2, (got[i-1][1] + got[i][1]) / 2}
		if d := distance(mid, chord); d > tolerance*1.001 {
			t.Errorf("edge %d is %.0f m off", i, d)
		}
	}
}

// No edge that is taken for straight unseen bends by more than what is asked for: its
// middle and the middle of its chord, both projected, in metres.
func TestStraight(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for name, p := range map[string]Projection{"asia": asia, "low": Albers(5, 15, 10, 70), "high": Albers(60, 75, 65, 20), "south": Albers(-20, -50, -30, 140), "world": EqualEarth(80)} {
		unseen := 0
		for range 200_000 {
			a := orb.Point{p.Meridian() + 356*(r.Float64()-0.5), 178 * (r.Float64() - 0.5)}
			sin, cos := math.Sincos(2 * math.Pi * r.Float64())
			length := 3 * r.Float64() // degrees
			b := orb.Point{a[0] + length*cos, a[1] + length*sin}
			pa, pb := p.Project(a), p.Project(b)
			tolerance := math.Exp(7 * r.Float64()) // to a kilometre
			if !straight(a, b, pa, pb, tolerance) {
				continue
			}
			unseen++
			bend := distance(p.Project(orb.Point{(a[0] + b[0]) / 2, (a[1] + b[1]) / 2}), orb.Point{(pa[0] + pb[0]) / 2, (pa[1] + pb[1]) / 2})
			if bend > 1.25*max(tolerance, 20) {
				t.Fatalf("%s: the edge from %v to %v bends by %.0f m, over %.0f", name, a, b, bend, tolerance)
			}
		}
		if unseen < 1000 {
			t.Errorf("%s: %d edges are taken for straight", name, unseen)
		}
	}
}
