package maps_test

import (
	"context"
	"fmt"
	"image"
	"image/color"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
	"c5atlas.org/c5atlas/internal/golden"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// atlas is the base map that ships with the program: levels of detail, coarse to
// fine, each with the scale above which it is fine enough.
func atlas() *maps.Atlas {
	west, south, east, north := assets.ReliefBound()
	return maps.NewAtlas(
		[]geo.Level{{Data: assets.BaseLevel(0), Above: 9000}, {Data: assets.BaseLevel(1), Above: 1300}, {Data: assets.BaseLevel(2)}},
		geo.Relief{JPEG: assets.Relief(), Bound: orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}},
	)
}

// style is the least that a legible map needs: what has no colour is not drawn.
func style() maps.Style {
	regular, err := text.Parse(assets.FontRegular())
	if err != nil {
		panic(err)
	}
	bold, err := text.Parse(assets.FontBold())
	if err != nil {
		panic(err)
	}
	return maps.Style{
		Background: color.NRGBA{213, 226, 234, 255}, Land: color.NRGBA{243, 240, 233, 255},
		Coast: color.NRGBA{134, 163, 181, 255}, Border: color.NRGBA{107, 100, 112, 255}, Lake: color.NRGBA{201, 219, 230, 255},
		Graticule: color.NRGBA{74, 106, 128, 44},
		Ink:       color.NRGBA{37, 39, 43, 255}, InkMuted: color.NRGBA{94, 90, 85, 255}, InkWater: color.NRGBA{63, 111, 146, 255},
		Halo: color.NRGBA{251, 250, 246, 225}, Paper: color.NRGBA{252, 251, 248, 240},
		Accent: color.NRGBA{11, 110, 143, 255}, Marker: color.NRGBA{31, 42, 68, 255},
		Regular: regular, Bold: bold,
	}
}

// picture draws a map in pixels.
func picture(m *maps.Map) *image.RGBA {
	w, h := m.View.Pixels()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	if _, err := maps.Draw(context.Background(), img, m); err != nil {
		panic(err)
	}
	return img
}

// A map of the lands round the Caspian Sea with the names of its places. The
// projection is the equal-area conic that suits the extent.
func ExampleDraw() {
	all, err := names.Decode(assets.Names())
	if err != nil {
		fmt.Println(err)
		return
	}
	extent := []orb.Point{{44, 36}, {62, 36}, {62, 48}, {44, 48}}
	m := &maps.Map{
		Atlas: atlas(), Style: style(), Labels: names.Labels(all, "en", ""),
		View: geo.Fit(geo.ProjectionFor(extent), extent, 480, 400, 1, 10),
	}
	m.Style.CountryFill = map[string]color.NRGBA{"TM": {181, 221, 206, 255}}
	img := image.NewRGBA(image.Rect(0, 0, 480, 400))
	place, err := maps.Draw(context.Background(), img, m)
	if err != nil {
		fmt.Println(err)
		return
	}
	x, y := m.View.ToScreen(orb.Point{58.4, 38.9})
	fmt.Println(place.Area(x, y))
	fmt.Println(golden.Same("testdata/example-caspian.png", img))
	// Output:
	// TM true
	// as in testdata/example-caspian.png
}

// Markers that would overlap become one with their sum; a great circle joins two
// places. The placement finds what is under the pointer.
func ExamplePlacement_Marker() {
	extent := []orb.Point{{60, 30}, {120, 30}, {120, 50}, {60, 50}}
	m := &maps.Map{
		Atlas: atlas(), Style: style(), Cluster: true,
		View: geo.Fit(geo.ProjectionFor(extent), extent, 480, 300, 1, 10),
		Markers: []maps.Marker{
			{ID: "xian", LonLat: orb.Point{108.94, 34.26}, Weight: 9, Label: "Xi’an"},
			{ID: "tashkent", LonLat: orb.Point{69.22, 41.26}, Weight: 4, Shape: maps.HalfDisc},
			{ID: "samarkand", LonLat: orb.Point{66.97, 39.65}, Weight: 3},
			{ID: "almaty", LonLat: orb.Point{76.95, 43.25}, Weight: 2, Shape: maps.Square, Label: "Almaty"},
		},
		Links: []maps.Link{{From: orb.Point{108.94, 34.26}, To: orb.Point{69.22, 41.26}}},
	}
	img := image.NewRGBA(image.Rect(0, 0, 480, 300))
	place, err := maps.Draw(context.Background(), img, m)
	if err != nil {
		fmt.Println(err)
		return
	}
	x, y := m.View.ToScreen(orb.Point{68, 40.5})
	fmt.Println(place.Marker(x, y))
	fmt.Println(golden.Same("testdata/example-markers.png", img))
	// Output:
	// [tashkent samarkand] true
	// as in testdata/example-markers.png
}

// What stands on the page round a map: meridians and parallels with their degrees,
// a scale bar that is true at the centre, a map of the whole, a legend, and the
// note about boundaries with the source.
func ExampleFurniture() {
	extent := []orb.Point{{60, 34}, {85, 34}, {85, 46}, {60, 46}}
	m := &maps.Map{
		Atlas: atlas(), Style: style(),
		View: geo.Fit(geo.ProjectionFor(extent), extent, 640, 420, 1, 10),
		Furniture: maps.Furniture{
			Graticule: true, ScaleBar: true, Inset: []orb.Point{{40, 10}, {140, 10}, {140, 60}, {40, 60}},
			Note: "Boundaries do not imply any position on the status of any territory.", Attribution: "Natural Earth",
			Legend: &maps.Legend{Title: "Boundaries", Rows: []maps.LegendRow{
				{Kind: maps.LegendBorder, Text: "International"},
				{Kind: maps.LegendDisputed, Text: "Disputed"},
				{Kind: maps.LegendControl, Text: "Line of control"},
			}},
		},
	}
	fmt.Println(golden.Same("testdata/example-furniture.png", picture(m)))
	// Output: as in testdata/example-furniture.png
}

// A canvas draws the pictures of a map that is moved, and of each no more than came
// into sight.
func ExampleCanvas() {
	extent := []orb.Point{{46, 36}, {87, 36}, {87, 55}, {46, 55}}
	m := &maps.Map{
		Atlas: atlas(), Style: style(),
		View: geo.Fit(geo.ProjectionFor(extent), extent, 400, 260, 1, 0),
	}
	var canvas maps.Canvas
	img := image.NewRGBA(image.Rect(0, 0, 400, 260))
	for range 10 {
		if _, err := canvas.Draw(context.Background(), img, m); err != nil {
			fmt.Println(err)
			return
		}
		m.View = m.View.Pan(-12, 4)
	}
	fmt.Println(golden.Same("testdata/example-moved.png", img))
	// Output: as in testdata/example-moved.png
}

// What a map draws is a list, which other formats draw as well. Here the list is
// looked at, and then drawn by the back end for pixels.
func ExampleRecord() {
	m := &maps.Map{
		Atlas: atlas(), Style: style(),
		View: geo.Fit(geo.EqualEarth(90), []orb.Point{{-60, -40}, {60, 70}, {180, 0}, {-120, 40}}, 480, 240, 1, 0),
	}
	pic, _, err := maps.Record(context.Background(), m)
	if err != nil {
		fmt.Println(err)
		return
	}
	var last string
	for _, step := range pic.Steps {
		if step.Layer != last {
			fmt.Println(step.Layer)
			last = step.Layer
		}
	}
	img := image.NewRGBA(image.Rect(0, 0, pic.Width, pic.Height))
	if err := draw.Paint(context.Background(), img, pic); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(golden.Same("testdata/example-earth.png", img))
	// Output:
	// sea
	// land
	// lake
	// lake shore
	// coast
	// border international
	// border disputed
	// border control
	// border indefinite
	// claim
	// sheet
	// sheet edge
	// as in testdata/example-earth.png
}
