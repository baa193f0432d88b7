package maps

import (
	"image"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// stepsOf is the steps of a layer.
func stepsOf(pic *draw.Picture, layer string) []*draw.Step {
	var out []*draw.Step
	for i := range pic.Steps {
		if pic.Steps[i].Layer == layer {
			out = append(out, &pic.Steps[i])
		}
	}
	return out
}

// TestDegreesAreTrue: where a figure stands at the upper or the left edge, the edge
// has that longitude or latitude.
func TestDegreesAreTrue(t *testing.T) {
	t.Parallel()
	seen := 0
	for _, p := range []geo.Projection{asia, geo.EqualEarth(0), geo.EqualEarth(90)} {
		for _, scale := range []float64{400, 2000, 7000} {
			m := fullMap(t, 900, 600, 1)
			m.View = geo.Viewport{Projection: p, Center: p.Project(orb.Point{85, 40}), Scale: scale, Width: 900, Height: 600, Density: 1}
			m.Furniture.Legend, m.Furniture.Inset = nil, nil
			v := m.View.Snapped()
			for _, s := range stepsOf(record(t, m), "graticule label") {
				want, err := strconv.ParseFloat(strings.Replace(strings.TrimSuffix(s.Text.String, "°"), "−", "-", 1), 64)
				if err != nil {
					t.Fatal(err)
				}
				seen++
				b := s.Bound()
				x, y := (b.Min[0]+b.Max[0])/2, s.Text.Letters[0].Y+3
				upper, left := v.FromScreen(x, 0)[0], v.FromScreen(0, y)[1]
				// A pixel of the edge may be a good part of a degree.
				near := 2 * scale / 60000
				if math.Abs(upper-want) > near && math.Abs(left-want) > near {
					t.Errorf("%T, %.0f m/px: %s stands where the edges have %.2f and %.2f", p, scale, s.Text.String, upper, left)
				}
			}
		}
	}
	if seen < 60 {
		t.Errorf("only %d figures", seen)
	}
}

// TestInsetFramesTheWindow: the frame in the small map lies where the window
// does.
func TestInsetFramesTheWindow(t *testing.T) {
	t.Parallel()
	for _, scale := range []float64{500, 1500, 3000} {
		m := fullMap(t, 900, 600, 2)
		m.View.Scale = scale
		m.Furniture.Legend = nil
		pic, place, err := Record(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		frames := stepsOf(pic, "inset window")
		if len(frames) != 2 || place.Inset.Empty() {
			t.Fatalf("%d frames in %v", len(frames), place.Inset)
		}
		got := frames[0].Bound()
		land := stepsOf(pic, "inset land")
		want := land[0].To.Bound(place.View.Bound()) // where the window is on the small map's own ground
		for i := range 2 {
			edge := [2]float64{2*place.Inset.X0 + 2, 2*place.Inset.Y0 + 2}[i]
			far := [2]float64{2*place.Inset.X1 - 2, 2*place.Inset.Y1 - 2}[i]
			if math.Abs(got.Min[i]-max(want.Min[i], edge)) > 1 || math.Abs(got.Max[i]-min(want.Max[i], far)) > 1 {
				t.Errorf("%.0f m/px: the frame is %v, the window %v", scale, got, want)
			}
		}
	}
}

// TestLinksJoinTheirPlaces, and those that are chosen lie above the others.
func TestLinksJoinTheirPlaces(t *testing.T) {
	t.Parallel()
	m := fullMap(t, 900, 600, 1.5)
	pic, place, err := Record(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	to := place.View.Device()
	var ends []orb.Point
	for _, s := range stepsOf(pic, "link") {
		for _, p := range s.Paths {
			for _, line := range p.Parts {
				ends = append(ends, s.To.Apply(line[0]), s.To.Apply(line[len(line)-1]))
			}
		}
	}
	if len(ends) != 2*len(m.Links) {
		t.Fatalf("%d ends of %d links", len(ends), len(m.Links))
	}
	for _, l := range m.Links {
		for _, ll := range []orb.Point{l.From, l.To} {
			want := to.Apply(m.View.Projection.Project(ll))
			if !slices.ContainsFunc(ends, func(p orb.Point) bool { return math.Hypot(p[0]-want[0], p[1]-want[1]) < 0.01 }) {
				t.Errorf("no link ends at %v, the ends are %v", want, ends)
			}
		}
	}
	widths := stepsOf(pic, "link")
	if len(widths) != 2 || widths[0].Width >= widths[1].Width {
		t.Errorf("%d steps of links, the last is not the widest", len(widths))
	}
}

// TestDrawnAtOnceIsTheSame: several goroutines share an atlas, its names and its
// faces, and each has the picture that one alone has.
func TestDrawnAtOnceIsTheSame(t *testing.T) {
	t.Parallel()
	m := fullMap(t, 500, 320, 1)
	alone := image.NewRGBA(image.Rect(0, 0, 500, 320))
	if _, err := Draw(t.Context(), alone, m); err != nil {
		t.Fatal(err)
	}
	fresh := NewAtlas(baseFiles(t), reliefFile(t)) // three ask for all of it at once
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			own := *m
			if i%2 == 1 {
				own.Atlas = fresh
				for _, level := range []int{0, 1, 2, geo.ReliefLevel} {
					if err := fresh.Load(level, asia); err != nil {
						t.Error(err)
					}
				}
			}
			got := image.NewRGBA(alone.Rect)
			if _, err := Draw(t.Context(), got, &own); err != nil {
				t.Error(err)
				return
			}
			if !slices.Equal(got.Pix, alone.Pix) {
				t.Errorf("picture %d differs", i)
			}
		})
	}
	wg.Wait()
}

// TestLinksPointWhereTheyGo: an arrow stands on each line and points to its end,
// and weight makes a line broader.
func TestLinksPointWhereTheyGo(t *testing.T) {
	t.Parallel()
	from, to := orb.Point{116.4, 39.9}, orb.Point{71.4, 51.2}
	for _, l := range []Link{{From: from, To: to}, {From: to, To: from, Weight: 3}} {
		m := &Map{View: testView(900, 600, 1), Style: testStyle(t, false), Links: []Link{l}}
		pic := record(t, m)
		arrows, lines := stepsOf(pic, "link arrow"), stepsOf(pic, "link")
		if len(arrows) != 1 || len(lines) != 1 {
			t.Fatalf("%d arrows on %d lines", len(arrows), len(lines))
		}
		if want := linkWidth + linkStep*math.Max(l.Weight-1, 0); math.Abs(lines[0].Width-want) > 1e-9 {
			t.Errorf("weight %g is %g wide, want %g", l.Weight, lines[0].Width, want)
		}
		head := arrows[0].Paths[0].Parts[0]
		x0, y0 := m.View.ToScreen(l.From)
		x1, y1 := m.View.ToScreen(l.To)
		away := func(p orb.Point) float64 { return math.Hypot(p[0]-x0, p[1]-y0) }
		if away(head[0]) < away(head[1]) || away(head[0]) < away(head[2]) || away(head[0]) > math.Hypot(x1-x0, y1-y0) {
			t.Errorf("from %.0f %.0f to %.0f %.0f the arrow is %v", x0, y0, x1, y1, head)
		}
	}
}
