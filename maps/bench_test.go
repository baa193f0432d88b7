package maps

import (
	"context"
	"fmt"
	"image"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/cputime"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// focusExtent is the six countries with some room.
var focusExtent = []orb.Point{{46, 50}, {53, 38}, {74, 20}, {109, 18}, {122, 25}, {135, 48}, {122, 54}, {72, 56}}

func benchMap(b *testing.B, size [2]float64, level int, full bool) *Map {
	b.Helper()
	only := NewAtlas(baseFiles(b), reliefFile(b))
	for _, l := range []int{level, geo.ReliefLevel} {
		if err := only.Load(l, asia); err != nil {
			b.Fatal(err)
		}
	}
	m := &Map{
		Atlas: only, Style: testStyle(b, false),
		View: geo.Fit(asia, focusExtent, size[0], size[1], 1, 20),
	}
	if level == 2 { // the finest level is for near views
		m.View = m.View.ZoomAt(size[0]/2, size[1]/2, 2.4)
	}
	if l, err := only.Level(m.View); err != nil || l != only.Projected(level, m.View.Projection) {
		b.Fatalf("draws another level, %v", err)
	}
	m.Style.ReliefStrength = 0
	if full {
		m.Style.ReliefStrength = 1
		m.Labels = names.Labels(testNames(b), "en", "")
		m.Markers = testMarkers()
		m.Cluster = true
		m.Furniture = testFurniture()
	}
	return m
}

// BenchmarkRender is a redraw: the first drawing, which finds all names their places and
// draws each letter once, is not counted.
func BenchmarkRender(b *testing.B) {
	for _, size := range [][2]float64{{1280, 800}, {1920, 1080}, {3840, 2160}} {
		for level := range 3 {
			for _, full := range []bool{false, true} {
				what := "base"
				if full {
					what = "full"
				}
				b.Run(fmt.Sprintf("%s/lod%d/%s", sizeName(size), level, what), func(b *testing.B) {
					m := benchMap(b, size, level, full)
					w, h := m.View.Pixels()
					dst := image.NewRGBA(image.Rect(0, 0, w, h))
					redraw := func() {
						if _, err := Draw(context.Background(), dst, m); err != nil {
							b.Fatal(err)
						}
					}
					redraw()
					b.ReportAllocs()
					done := cputime.PerOp(b)
					for b.Loop() {
						redraw()
					}
					done()
				})
			}
		}
	}
}

// BenchmarkFrame is what a view does for a step of a drag or of the wheel
// before anything is drawn.
func BenchmarkFrame(b *testing.B) {
	v := geo.Fit(asia, focusExtent, 1920, 1080, 1, 20)
	bound := orb.Bound{Min: orb.Point{-4e6, -3e6}, Max: orb.Point{4e6, 3e6}}
	b.Run("pan", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			v = v.Pan(1, -1).Clamp(bound, 100, 20000)
		}
	})
	b.Run("zoom", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			v = v.ZoomAt(300, 200, 1.01).ZoomAt(300, 200, 1/1.01).Clamp(bound, 100, 20000)
		}
	})
}

func manyMarkers(n int) []Marker {
	r := rand.New(rand.NewPCG(1, 2))
	ms := make([]Marker, n)
	for i := range ms {
		ms[i] = Marker{ID: "m", LonLat: orb.Point{50 + 80*r.Float64(), 20 + 35*r.Float64()}, Weight: 1 + 9*r.Float64(), MaxWeight: 100}
	}
	return ms
}

func BenchmarkHit(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000, 1_000_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			p := placementOf(manyMarkers(n))
			r := rand.New(rand.NewPCG(3, 4))
			b.ReportAllocs()
			for b.Loop() {
				p.Marker(r.Float64()*p.View.Width, r.Float64()*p.View.Height)
			}
		})
	}
}

// placementOf places markers without drawing them.
func placementOf(ms []Marker) *Placement {
	m := &Map{View: geo.Fit(asia, focusExtent, 1920, 1080, 1, 20), Markers: ms}
	place := &Placement{View: m.View}
	for _, s := range spots(m) {
		x, y := m.View.PlaneToScreen(s.at)
		place.markers = append(place.markers, PlacedMarker{IDs: []string{m.Markers[s.first()].ID}, X: x, Y: y, R: s.r})
	}
	place.grid = newHitGrid(targets(place.markers), m.View.Width, m.View.Height)
	place.beside = newHitGrid(nil, m.View.Width, m.View.Height)
	return place
}

func BenchmarkCluster(b *testing.B) {
	for _, n := range []int{100, 10_000, 1_000_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			m := &Map{View: geo.Fit(asia, focusExtent, 1920, 1080, 1, 20), Markers: manyMarkers(n), Cluster: true}
			b.ReportAllocs()
			for b.Loop() {
				spots(m)
			}
		})
	}
}

func BenchmarkDecode(b *testing.B) {
	for level, data := range baseFiles(b) {
		b.Run(fmt.Sprintf("lod%d", level), func(b *testing.B) {
			b.SetBytes(int64(len(data.Data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := geo.DecodeBase(data.Data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func sizeName(size [2]float64) string { return fmt.Sprintf("%.0fx%.0f", size[0], size[1]) }
