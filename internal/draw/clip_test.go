package draw

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

var clipBox = orb.Bound{Min: orb.Point{-3, -2}, Max: orb.Point{5, 4}}

// checkClip: what is left lies in the box, is no larger than before, and a ring
// inside the box is left alone.
func checkClip(t *testing.T, ring []orb.Point) {
	t.Helper()
	before := append([]orb.Point(nil), ring...)
	got := ClipRing(ring, clipBox)
	inside := true
	for i, p := range ring {
		if p != before[i] {
			t.Fatal("the input was changed")
		}
		inside = inside && clipBox.Contains(p)
	}
	for _, p := range got {
		if !clipBox.Contains(p) {
			t.Fatalf("%v is outside the box", p)
		}
	}
	if len(got) > 0 {
		b, o := boundOf(got), boundOf(ring)
		if b.Min[0] < o.Min[0] || b.Min[1] < o.Min[1] || b.Max[0] > o.Max[0] || b.Max[1] > o.Max[1] {
			t.Fatalf("%v grew to %v", o, b)
		}
	}
	if inside && len(ring) >= 3 && len(got) != len(ring) {
		t.Fatalf("%d points inside became %d", len(ring), len(got))
	}
	var was, is float64
	for _, piece := range ClipLine(ring, clipBox) {
		for i, p := range piece {
			if !clipBox.Contains(p) {
				t.Fatalf("line: %v is outside the box", p)
			}
			if i > 0 {
				is += math.Hypot(p[0]-piece[i-1][0], p[1]-piece[i-1][1])
			}
		}
	}
	for i := 1; i < len(ring); i++ {
		was += math.Hypot(ring[i][0]-ring[i-1][0], ring[i][1]-ring[i-1][1])
	}
	if is > was*(1+1e-9)+1e-9 {
		t.Fatalf("line of %g became %g", was, is)
	}
}

func TestClipNeverEnlarges(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(7, 7))
	for range 5000 {
		ring := make([]orb.Point, 3+rnd.IntN(12))
		var convex []orb.Point
		for i := range ring {
			ring[i] = orb.Point{rnd.Float64()*20 - 10, rnd.Float64()*20 - 10}
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(len(ring)))
			convex = append(convex, orb.Point{rnd.Float64()*0.01 + 6*cos, 6 * sin})
		}
		checkClip(t, ring)
		checkClip(t, convex)
		if a, b := ringArea(convex), ringArea(ClipRing(convex, clipBox)); b > a+1e-9 || b > 48+1e-9 {
			t.Fatalf("area %g became %g", a, b)
		}
	}
}

func FuzzClip(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
	f.Fuzz(func(t *testing.T, data []byte) {
		var ring []orb.Point
		for ; len(data) >= 4 && len(ring) < 200; data = data[4:] {
			ring = append(ring, orb.Point{
				float64(int16(binary.LittleEndian.Uint16(data))) / 1000, float64(int16(binary.LittleEndian.Uint16(data[2:]))) / 1000,
			})
		}
		if len(ring) > 0 {
			checkClip(t, ring)
		}
	})
}

// ringArea is the area of a simple ring, by the shoelace formula.
func ringArea(ring []orb.Point) float64 {
	sum := 0.0
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		sum += p[0]*q[1] - q[0]*p[1]
	}
	return math.Abs(sum) / 2
}
