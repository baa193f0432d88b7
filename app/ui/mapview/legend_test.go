package mapview

import (
	"cmp"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
)

// A legend in a corner gives way to the name of a marker, also to that of two
// that are one symbol, but not to what never has a weight.
func TestLegendHidesNoName(t *testing.T) {
	t.Parallel()
	bold, err := text.Parse(assets.FontBold())
	if err != nil {
		t.Fatal(err)
	}
	p := geo.Albers(30, 50, 40, 90)
	at := p.Project(orb.Point{110, 40})
	v := geo.Viewport{Projection: p, Center: at, Scale: 5000, Width: 600, Height: 400}
	corner := draw.Box{X0: 400, Y0: 100, X1: 600, Y1: 400} // the marker stands at 300, 200
	for _, tt := range []struct {
		markers []maps.Marker
		hides   bool
	}{
		{[]maps.Marker{{LonLat: orb.Point{110, 40}, Weight: 3, Label: "Oslo"}}, false},
		{[]maps.Marker{{LonLat: orb.Point{110, 40}, Weight: 3, Label: "Llanfairpwllgwyngyll"}}, true},
		{[]maps.Marker{{LonLat: orb.Point{110, 40}, Room: 3, Label: "Llanfairpwllgwyngyll"}}, true},
		{[]maps.Marker{{LonLat: orb.Point{110, 40}, Label: "Llanfairpwllgwyngyll"}}, false},
		{[]maps.Marker{{LonLat: orb.Point{110, 40}, Weight: 3, Label: "Oslo"}, {LonLat: orb.Point{110.5, 40}, Label: "Copenhagen"}}, true},
		{[]maps.Marker{{LonLat: orb.Point{110, 40}, Weight: 3, Label: "Oslo"}, {LonLat: orb.Point{100, 40}, Label: "Copenhagen"}}, false},
	} {
		m := &maps.Map{Markers: tt.markers, Style: maps.Style{Bold: bold}}
		if got := hidesName(m, v, corner); got != tt.hides {
			t.Errorf("%+v: %t, want %t", tt.markers, got, tt.hides)
		}
	}
}

// A legend along the upper edge has its two lines in large type, too, where the map
// is high enough, so that what is hatched or dashed is explained.
func TestLegendHasTwoLinesInLargeType(t *testing.T) {
	g := newRig(t, func(s *state.State) { s.TextSize = 1.5 })
	for _, size := range []fyne.Size{{Width: 1280, Height: 500}, {Width: 1190, Height: 660}} {
		g.win.Resize(size)
		g.settle()
		if b := g.pic.where.Legend; b.Y0 > 1 || b.Y1 < 2*12*1.5 {
			t.Errorf("%v: the legend is %v", size, b)
		}
	}
}

// The map of a lesson on a small projector explains every kind of line and hatching
// in its legend, whatever the language.
func TestLegendOfLessonIsWhole(t *testing.T) {
	for _, lang := range i18n.Languages() {
		g := newRig(t, func(s *state.State) { s.Lang = lang })
		g.win.Resize(fyne.Size{Width: 800, Height: 520})
		g.settle()
		m := (&buffers{}).mapOf(g.ordered)
		pic, _, err := maps.Record(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		there := map[string]bool{}
		for i := range pic.Steps {
			if x := pic.Steps[i]; x.Layer == "legend" && x.Text != nil {
				there[x.Text.String] = true
			}
		}
		for _, row := range m.Furniture.Legend.Rows {
			if words := cmp.Or(row.Short, row.Text); row.Kind != maps.LegendSize && !there[words] {
				t.Errorf("%s: the legend lacks %q", lang, words)
			}
		}
		if len(there) < 8 {
			t.Errorf("%s: the legend has only %v", lang, there)
		}
	}
}

// The map of a lesson on a projector of 4:3 or 16:10 has its whole legend, which says what
// the circles count: what is left over beside the states is above them.
func TestLegendOfSquarerLessonIsWhole(t *testing.T) {
	for _, lang := range i18n.Languages() {
		for _, x := range []struct {
			text float64
			size fyne.Size
		}{{768.0 / 600, fyne.Size{Width: 635, Height: 620}}, {800.0 / 600, fyne.Size{Width: 794, Height: 640}}} {
			g := newRig(t, func(s *state.State) { s.Lang, s.TextSize = lang, x.text })
			g.win.Resize(x.size)
			g.settle()
			m := (&buffers{}).mapOf(g.ordered)
			if lines, all := m.Furniture.Legend.Strip, maps.StripLines(m); lines != all || all < 3 {
				t.Errorf("%s, %v: the legend has %d lines of %d", lang, x.size, lines, all)
			}
			if g.host.Room.Region().Hides(g.limits.fit, g.pic.where.Legend) {
				t.Errorf("%s, %v: the legend stands on the states", lang, x.size)
			}
		}
	}
}
