package maps

import (
	"fmt"
	"image"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"testing/quick"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// In a narrow map the legend stands over the scale bar, and takes the room that is said.
func TestLegendStandsOverTheScaleBar(t *testing.T) {
	t.Parallel()
	for _, left := range []bool{true, false} {
		for _, width := range []float64{300, 360, 1300} {
			m := fullMap(t, width, 900, 1)
			m.Furniture.Legend = &Legend{Rows: []LegendRow{{Kind: LegendHatch, Text: "land that is hatched somehow"}, {Kind: LegendControl, Text: "line"}}}
			m.Furniture.LegendLeft = left
			_, place, err := Record(t.Context(), m)
			if err != nil {
				t.Fatal(err)
			}
			box, bar := place.Legend, place.ScaleBar
			if box.Empty() || bar.Empty() || box.Overlaps(bar) || box.X0 < 0 || box.X1 > width {
				t.Errorf("%g wide: the legend is %v, the scale bar %v", width, box, bar)
			}
			if w, h := LegendRoom(m); math.Abs(box.X1-box.X0-w) > 1e-6 || math.Abs(m.View.Height-box.Y0-h) > 1e-6 {
				t.Errorf("%g wide: the legend %v takes another room than %.1f by %.1f", width, box, w, h)
			}
			if beside := box.Y1 > bar.Y0; beside != (width == 1300) {
				t.Errorf("%g wide: the legend %v is beside the scale bar %v: %t", width, box, bar, beside)
			}
		}
	}
}

// TestLegendTakesItsRoom: as much as is said before it is drawn, and its words and
// symbols stay on its sheet.
func TestLegendTakesItsRoom(t *testing.T) {
	t.Parallel()
	kinds := []LegendKind{LegendMarker, LegendSize, LegendBorder, LegendDisputed, LegendControl, LegendIndefinite, LegendClaim, LegendHatch, LegendLink, LegendFill, LegendHeading}
	r := rand.New(rand.NewPCG(1, 7))
	seen := 0
	for range 60 {
		m := fullMap(t, 1300, 900, []float64{1, 1.5, 2}[r.IntN(3)])
		m.TypeScale = []float64{0, 1, 1.4}[r.IntN(3)]
		lg := &Legend{Columns: r.IntN(4)}
		if r.IntN(3) > 0 {
			lg.Title = "What it means"
		}
		for i := range 1 + r.IntN(11) {
			row := LegendRow{Kind: kinds[r.IntN(len(kinds))], Text: strings.Repeat("word ", 1+r.IntN(4)), Weight: 1 + 9*r.Float64(), MaxWeight: 10, Color: rgb(0x336699)}
			if row.Kind == LegendSize {
				row.Weight = 10
				row.Smaller = []SizeMark{{Weight: 4, Text: "four"}, {Weight: 1, Text: fmt.Sprint("one of ", i)}}
			}
			lg.Rows = append(lg.Rows, row)
		}
		m.Furniture.Legend, m.Furniture.LegendLeft = lg, r.IntN(2) == 0
		pic, place, err := Record(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		box := place.Legend
		if box.Empty() {
			continue // no room between the scale bar and the inset
		}
		seen++
		w, h := LegendRoom(m)
		if math.Abs(box.X1-box.X0-w) > 1e-6 || math.Abs(m.View.Height-box.Y0-h) > 1e-6 {
			t.Fatalf("the legend %v takes another room than %.1f by %.1f", box, w, h)
		}
		d := m.View.Density
		for i := range pic.Steps {
			s := &pic.Steps[i]
			b := s.Bound()
			if !strings.HasPrefix(s.Layer, "legend") || s.Text == nil && s.Layer == "legend" {
				continue
			}
			if b.Min[0]/d < box.X0 || b.Min[1]/d < box.Y0-1 || b.Max[0]/d > box.X1 || b.Max[1]/d > box.Y1+1 {
				t.Fatalf("%q of %+v at %v, beyond %v", s.Layer, lg, b, box)
			}
		}
	}
	if seen < 40 {
		t.Errorf("only %d legends were drawn", seen)
	}
	m := fullMap(t, 400, 300, 1)
	m.Furniture.Legend = nil
	if w, h := LegendRoom(m); w != 0 || h != 0 {
		t.Errorf("no legend takes %g by %g", w, h)
	}
}

// TestScaleBarSaysItsLength: what stands at its end is how long it is on the ground.
func TestScaleBarSaysItsLength(t *testing.T) {
	t.Parallel()
	for _, scale := range []float64{120, 777, 2500, 6000} {
		for _, left := range []bool{false, true} {
			m := fullMap(t, 900, 600, 1.5)
			m.View.Scale = scale
			m.Furniture.Legend, m.Furniture.Inset = nil, nil
			m.Furniture.LegendLeft, m.Furniture.Kilometres = left, "км"
			var bar orb.Bound
			var words []string
			for _, s := range record(t, m).Steps {
				switch {
				case s.Layer != "scale bar":
				case s.Text != nil:
					words = append(words, s.Text.String)
				case s.Kind == draw.StepStroke:
					bar = s.Bound()
				}
			}
			number, unit, _ := strings.Cut(words[1], " ")
			km, err := strconv.ParseFloat(number, 64)
			if err != nil || unit != "км" || words[0] != "0" {
				t.Fatalf("the bar says %q", words)
			}
			if metres := (bar.Max[0] - bar.Min[0]) / 1.5 * m.View.MetresPerPixel(); math.Abs(metres/1000-km) > 0.005*km {
				t.Errorf("%.0f m/px: a bar of %.1f km says %g", scale, metres/1000, km)
			}
		}
	}
}

// TestNiceLengthIsRound: one, two or five times a power of ten, and no more than
// two and a half times too short.
func TestNiceLengthIsRound(t *testing.T) {
	t.Parallel()
	err := quick.Check(func(m uint32, e int8) bool {
		v := (1 + float64(m)/(1<<32)*9) * math.Pow(10, float64(e%12))
		got := niceLength(v)
		lead := got / math.Pow(10, math.Floor(math.Log10(got)+1e-9))
		round := math.Abs(lead-1) < 1e-6 || math.Abs(lead-2) < 1e-6 || math.Abs(lead-5) < 1e-6
		return got <= v*(1+1e-12) && got > v/2.5*(1-1e-9) && round
	}, nil)
	if err != nil {
		t.Error(err)
	}
}

// TestMarkersHaveTheirArea in pixels: a symbol of any shape is as large as a disc
// of its weight.
func TestMarkersHaveTheirArea(t *testing.T) {
	t.Parallel()
	for _, shape := range []Shape{Disc, Square, HalfDisc} {
		for _, weight := range []float64{4, 9, 16} {
			m := &Map{
				View: testView(120, 120, 2), Style: testStyle(t, false),
				Markers: []Marker{{ID: "a", Weight: weight, MaxWeight: 16, Shape: shape}},
			}
			m.View.Center = m.View.Projection.Project(orb.Point{0, 0})
			m.Style.Halo, m.Style.Bold = m.Style.Background, nil // without a figure
			img := image.NewRGBA(image.Rect(0, 0, 240, 240))
			place, err := Draw(t.Context(), img, m)
			if err != nil {
				t.Fatal(err)
			}
			bare, full := float64(m.Style.Background.R), float64(m.Style.Marker.R)
			ink := 0.0
			for i := 0; i < len(img.Pix); i += 4 {
				ink += (bare - float64(img.Pix[i])) / (bare - full)
			}
			r := 2 * maxMarkerRadius * math.Sqrt(weight/16)
			want := math.Pi * r * r
			if shape == HalfDisc { // half of it, and a rim round all
				line := math.Min(math.Max(r*0.14, 1.6*2), 2.6*2)
				want = want/2 + math.Pi*r*line/2 + math.Pi*r*line/2 + r*line/4
				if math.Abs(ink-want) > 0.12*want {
					t.Errorf("shape %d of weight %g, half filled, covers %.0f pixels, want about %.0f", shape, weight, ink, want)
				}
				continue
			}
			if math.Abs(ink-want) > 0.02*want {
				t.Errorf("shape %d of weight %g covers %.0f pixels, want %.0f", shape, weight, ink, want)
			}
			if got := place.Markers()[0]; math.Abs(got.R*2-r) > 1e-9 || math.Abs(got.X-60) > 0.3 {
				t.Errorf("the marker is said to lie at %+v", got)
			}
		}
	}
}

// TestSelectedMarkersLieOnTop, and muted ones are fainter.
func TestSelectedMarkersLieOnTop(t *testing.T) {
	t.Parallel()
	at := orb.Point{90, 36}
	m := &Map{View: testView(200, 200, 1), Style: testStyle(t, false), Markers: []Marker{
		{ID: "chosen", LonLat: at, Weight: 4, MaxWeight: 16, Selected: true},
		{ID: "large", LonLat: at, Weight: 16, MaxWeight: 16},
		{ID: "muted", LonLat: orb.Point{75, 36}, Weight: 16, MaxWeight: 16, Muted: true},
	}}
	_, place, err := Record(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	if last := place.Markers()[2]; last.IDs[0] != "chosen" {
		t.Errorf("%v is drawn last", last.IDs)
	}
	x, y := m.View.ToScreen(at)
	if ids, ok := place.Marker(x, y); !ok || ids[0] != "chosen" {
		t.Errorf("under the pointer is %v", ids)
	}
	img := image.NewRGBA(image.Rect(0, 0, 200, 200))
	if _, err := Draw(t.Context(), img, m); err != nil {
		t.Fatal(err)
	}
	mx, my := m.View.ToScreen(m.Markers[2].LonLat)
	if muted, full := img.RGBAAt(int(mx), int(my)), m.Style.Marker; muted.R < full.R+30 {
		t.Errorf("the muted marker is %v, the others %v", muted, full)
	}
}

// TestNoteLeavesTheMap: however small a map is, its note has about half of it at most, and
// says the first thing that it has to say.
func TestNoteLeavesTheMap(t *testing.T) {
	t.Parallel()
	for _, height := range []float64{80, 100, 140, 200, 400} {
		m := fullMap(t, 176, height, 1)
		m.Furniture.Legend, m.Furniture.Inset = nil, nil
		m.Furniture.Brief, m.Furniture.Briefest = "Boundaries imply no position. Natural Earth; GeoNames, CC BY 4.0.", "Boundaries imply no position."
		pic, place, err := Record(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		if h := place.Notes.Height(); h == 0 || h > 0.55*height {
			t.Errorf("%g px high: the note takes %.0f", height, h)
		}
		if !place.ScaleBar.Empty() && height < 100 {
			t.Errorf("%g px high: a scale bar over it all", height)
		}
		var said []string
		for i := range pic.Steps {
			if s := &pic.Steps[i]; s.Layer == "note" && s.Text != nil {
				said = append(said, s.Text.String)
			}
		}
		if !strings.HasPrefix(strings.Join(said, " "), "Boundaries imply no position") {
			t.Errorf("%g px high: the note is %q", height, said)
		}
	}
}
