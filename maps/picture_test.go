package maps

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/names"
)

func layersOf(p *draw.Picture) []string {
	var out []string
	for i := range p.Steps {
		if l := p.Steps[i].Layer; len(out) == 0 || out[len(out)-1] != l {
			out = append(out, l)
		}
	}
	return out
}

func record(t *testing.T, m *Map) *draw.Picture {
	t.Helper()
	pic, _, err := Record(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	return pic
}

// TestOrderOfLayers: what lies above what.
func TestOrderOfLayers(t *testing.T) {
	t.Parallel()
	layers := layersOf(record(t, fullMap(t, 1200, 800, 1)))
	last := -1
	for _, want := range []string{
		"sea", "coast glow", "land", "country", "relief", "disputed area", "river", "lake", "graticule", "coast",
		"border international", "claim", "link", "label country", "marker", "note",
	} {
		at := slices.Index(layers, want)
		if at < 0 {
			t.Errorf("no layer %q in %v", want, layers)
		} else if at < last {
			t.Errorf("%q lies too low", want)
		}
		last = max(last, at)
	}
}

// TestNoteIsAlwaysThere: at any size, on one or several lines, inside the
// picture, in type that can be read.
func TestNoteIsAlwaysThere(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]float64{{1600, 900}, {640, 400}, {320, 240}} {
		m := fullMap(t, size[0], size[1], 1)
		m.TypeScale = 1.3
		var note strings.Builder
		pic := record(t, m)
		for i := range pic.Steps {
			s := &pic.Steps[i]
			if s.Layer != "note" || s.Text == nil {
				continue
			}
			note.WriteString(s.Text.String + " ")
			b := s.Bound()
			if b.Min[0] < 0 || b.Max[0] > size[0] || b.Max[1] > size[1]+1 || s.Text.Size < names.Smallest {
				t.Errorf("%v: %q at %v, size %g", size, s.Text.String, b, s.Text.Size)
			}
		}
		if got := strings.TrimSpace(note.String()); got != m.Furniture.Note+" "+m.Furniture.Attribution {
			t.Errorf("%v: %q", size, got)
		}
	}
}

// TestTypeIsLegible: no type under 12 layout pixels, none cut by the edge.
func TestTypeIsLegible(t *testing.T) {
	t.Parallel()
	for _, density := range []float64{1, 2} {
		m := fullMap(t, 1000, 640, density)
		pic := record(t, m)
		frame := orb.Bound{Max: orb.Point{1000 * density, 640 * density}}
		for i := range pic.Steps {
			s := &pic.Steps[i]
			if s.Text == nil {
				continue
			}
			if s.Text.Size < names.Smallest*density-1e-9 {
				t.Errorf("%q in %g px", s.Text.String, s.Text.Size)
			}
			if b := s.Bound(); strings.HasPrefix(s.Layer, "label") && (!frame.Contains(b.Min) || !frame.Contains(b.Max)) {
				t.Errorf("%q is cut at %v", s.Text.String, b)
			}
		}
	}
}

// TestTaiwanIsNeutral: never in a focus colour, and labelled as a region.
func TestTaiwanIsNeutral(t *testing.T) {
	t.Parallel()
	m := fullMap(t, 1000, 640, 1)
	p := newPainter(m)
	if err := p.below(); err != nil {
		t.Fatal(err)
	}
	code := map[*draw.Path]string{}
	for _, s := range p.base.Countries {
		code[&s.Path] = s.Props["iso"]
	}
	for i := range p.pic.Steps {
		s := &p.pic.Steps[i]
		if s.Layer != "country" {
			continue
		}
		for _, g := range s.Paths {
			if iso := code[g]; iso == "TW" || m.Style.CountryFill[iso] != s.Color {
				t.Errorf("%s is drawn in %v", iso, s.Color)
			}
		}
	}
	for _, n := range testNames(t) {
		if n.ISO == "TW" && (n.Kind == names.Country || n.Kind == names.Capital) {
			t.Errorf("%s is a %v", n.ID, n.Kind)
		}
	}
}

// TestDegreesStayOnTheSheet: a window wider and higher than the earth names
// meridians and parallels only where they are.
func TestDegreesStayOnTheSheet(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		scale, lat float64
		most       int
	}{{20000, 10, 60}, {60000, 0, 0}} {
		m := fullMap(t, 1000, 500, 1)
		m.View = earthView(100, orb.Point{100, c.lat}, c.scale, 1000, 500)
		pic := record(t, m)
		n := 0
		for i := range pic.Steps {
			if s := &pic.Steps[i]; s.Layer == "graticule label" {
				n++
				b := s.Bound()
				x, y := b.Center()[0], b.Center()[1]
				if px, py := m.View.ToScreen(m.View.FromScreen(x, y)); math.Hypot(px-x, py-y) > 12 {
					t.Errorf("%s at %v, beyond the earth", s.Text.String, b)
				}
			}
		}
		if n > c.most || (c.most > 0 && n < 4) {
			t.Errorf("%d labels at %v m a pixel", n, c.scale)
		}
	}
}

// TestFurnitureStandsApart at every size, and a low map still says where it
// lies.
func TestFurnitureStandsApart(t *testing.T) {
	t.Parallel()
	insets := 0
	for _, size := range [][2]float64{{1600, 900}, {1023, 280}, {792, 342}, {640, 400}, {600, 230}, {320, 240}} {
		for columns := range 4 {
			m := fullMap(t, size[0], size[1], 1)
			m.Furniture.Legend.Columns = columns
			if columns == 0 {
				m.Furniture.Legend = nil
			}
			_, place, err := Record(t.Context(), m)
			if err != nil {
				t.Fatal(err)
			}
			boxes := []draw.Box{place.Inset, place.Legend, place.ScaleBar, place.Notes}
			for i, a := range boxes {
				for _, b := range boxes[:i] {
					if !a.Empty() && !b.Empty() && a.Overlaps(b) {
						t.Errorf("%v, %d columns: %v lies on %v", size, columns, a, b)
					}
				}
			}
			if columns == 0 && !place.Inset.Empty() {
				insets++
			}
		}
	}
	if insets < 4 {
		t.Errorf("%d of 6 maps have an inset", insets)
	}
}
