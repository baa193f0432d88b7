package maps

import (
	"image/color"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw/text"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

func asset(tb testing.TB, path string) []byte {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("..", "assets", path))
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func baseFiles(tb testing.TB) []geo.Level {
	tb.Helper()
	return []geo.Level{{Data: asset(tb, "basemap/lod0.base"), Above: 9000}, {Data: asset(tb, "basemap/lod1.base"), Above: 1300}, {Data: asset(tb, "basemap/lod2.base")}}
}

func reliefFile(tb testing.TB) geo.Relief {
	tb.Helper()
	return geo.Relief{JPEG: asset(tb, "basemap/relief.jpg"), Bound: orb.Bound{Min: orb.Point{15, -8}, Max: orb.Point{175, 75}}}
}

// asia is the projection of most tests.
var asia = geo.Albers(25, 47, 36, 90)

var (
	sharedAtlas *Atlas
	atlasOnce   sync.Once
	faceOnce    sync.Once
	regularFace *text.Face
	boldFace    *text.Face
)

// testAtlas is the real base map with everything loaded, shared by all tests.
func testAtlas(tb testing.TB) *Atlas {
	tb.Helper()
	atlasOnce.Do(func() {
		a := NewAtlas(baseFiles(tb), reliefFile(tb))
		for _, level := range []int{0, 1, 2, geo.ReliefLevel} {
			if err := a.Load(level, asia); err != nil {
				tb.Error(err)
				return
			}
		}
		sharedAtlas = a
	})
	if sharedAtlas == nil {
		tb.Fatal("no base map")
	}
	return sharedAtlas
}

// testNames is the shipped names, read once for all tests: they change nothing of it.
func testNames(tb testing.TB) []names.Name {
	tb.Helper()
	namesOnce.Do(func() {
		var err error
		if shippedNames, err = names.Decode(asset(tb, "basemap/names.csv")); err != nil {
			tb.Error(err)
		}
	})
	return shippedNames
}

var (
	namesOnce    sync.Once
	shippedNames []names.Name
)

func testStyle(tb testing.TB, dark bool) Style {
	tb.Helper()
	faceOnce.Do(func() {
		var err error
		if regularFace, err = text.Parse(asset(tb, "fonts/atlas-regular.ttf")); err != nil {
			tb.Error(err)
		}
		if boldFace, err = text.Parse(asset(tb, "fonts/atlas-bold.ttf")); err != nil {
			tb.Error(err)
		}
	})
	s := lightStyle()
	s.CountryFill = map[string]color.NRGBA{
		"CN": rgb(0xF8F0CC), "KZ": rgb(0xC3D6EC), "KG": rgb(0xFAD5DA), "TJ": rgb(0xCDE9F6), "TM": rgb(0xB5DDCE), "UZ": rgb(0xF6CFBD),
	}
	if dark {
		s = darkStyle()
		s.CountryFill = map[string]color.NRGBA{
			"CN": rgb(0x4D492F), "KZ": rgb(0x30475E), "KG": rgb(0x603E48), "TJ": rgb(0x2E5562), "TM": rgb(0x275244), "UZ": rgb(0x643F2F),
		}
	}
	s.Regular, s.Bold = regularFace, boldFace
	return s
}

func testMarkers() []Marker {
	return []Marker{
		{ID: "xian", LonLat: orb.Point{108.94, 34.26}, Weight: 19, Shape: Ring, Selected: true},
		{ID: "astana", LonLat: orb.Point{71.446, 51.18}, Weight: 12, Shape: Ring},
		{ID: "almaty", LonLat: orb.Point{76.95, 43.25}, Weight: 5, Shape: Ring, Also: []Shape{Disc, HalfDisc}},
		{ID: "tashkent", LonLat: orb.Point{69.22, 41.26}, Weight: 6, Shape: HalfDisc, Partly: true, Lit: 2},
		{ID: "chengdu", LonLat: orb.Point{104.07, 30.66}, Weight: 9, Shape: Disc},
		{ID: "ashgabat", LonLat: orb.Point{58.38, 37.95}, Weight: 4, Shape: Square, Planned: true},
		{ID: "samarkand", LonLat: orb.Point{66.97, 39.65}, Weight: 3, Shape: Disc, Hollow: true},
		{ID: "beijing", LonLat: orb.Point{116.4, 39.9}, Weight: 3, Shape: Disc, Muted: true},
	}
}

func testFurniture() Furniture {
	return Furniture{
		Graticule: true, ScaleBar: true, Inset: focusExtent,
		Note:        "Boundaries, names and dashed lines do not imply any position on the status of any territory.",
		Attribution: "Map data: Natural Earth (public domain).",
		Legend: &Legend{Title: "Symbols", Rows: []LegendRow{
			{Kind: LegendMarker, Shape: Ring, Weight: 6, MaxWeight: 19, Text: "Ring"},
			{Kind: LegendMarker, Shape: Disc, Weight: 6, MaxWeight: 19, Text: "Disc"},
			{Kind: LegendMarker, Shape: HalfDisc, Weight: 6, MaxWeight: 19, Text: "Half disc"},
			{Kind: LegendHeading, Text: "Boundaries"},
			{Kind: LegendBorder, Text: "International"},
			{Kind: LegendDisputed, Text: "Disputed"},
			{Kind: LegendControl, Text: "Line of control"},
			{Kind: LegendIndefinite, Text: "Indefinite"},
			{Kind: LegendClaim, Text: "Claim"},
			{Kind: LegendHatch, Text: "Disputed area"},
		}},
	}
}

func testView(w, h, density float64) geo.Viewport {
	return geo.Fit(asia, focusExtent, w, h, density, 20)
}
