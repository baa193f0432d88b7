package charts_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"strings"
	"time"

	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
	"c5atlas.org/c5atlas/internal/golden"
)

// style is the least that a legible chart needs.
func style() charts.Style {
	regular, err := text.Parse(assets.FontRegular())
	if err != nil {
		panic(err)
	}
	bold, err := text.Parse(assets.FontBold())
	if err != nil {
		panic(err)
	}
	return charts.Style{
		Background: color.NRGBA{255, 255, 255, 255}, Ink: color.NRGBA{27, 31, 35, 255}, InkMuted: color.NRGBA{90, 96, 104, 255},
		Grid: color.NRGBA{221, 218, 210, 255}, Accent: color.NRGBA{11, 110, 143, 255},
		HeatLow: color.NRGBA{232, 240, 247, 255}, HeatHigh: color.NRGBA{0, 68, 136, 255},
		Regular: regular, Bold: bold,
	}
}

// trees are two series of what stands in three streets.
func trees() *charts.Chart {
	return &charts.Chart{
		Title: "Trees by street", Subtitle: "37 trees", Source: "Source: a walk",
		Rows: []charts.Category{{Key: "elm", Label: "Elm Street"}, {Key: "oak", Label: "Oak Street"}, {Key: "ash", Label: "Ash Street"}},
		Series: []charts.Series{
			{Key: "old", Label: "Old", Fill: charts.Fill{Color: color.NRGBA{0, 68, 136, 255}}},
			{Key: "young", Label: "Young", Fill: charts.Fill{Color: color.NRGBA{127, 178, 218, 255}, Pattern: charts.Diagonals}},
		},
		Values: [][]float64{{3, 7}, {12, 4}, {6, 5}}, Style: style(),
	}
}

// The layout names every mark and finds the one under the pointer.
func ExampleImage() {
	img, layout, err := charts.Image(trees(), charts.Size{Width: 400, Height: 240, Density: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(img.Bounds().Size())
	for _, m := range layout.Marks[2:5] { // after the rows of the key
		if !m.Total {
			found, _ := layout.At(m.X+m.W/2, m.Y+m.H/2)
			fmt.Println(found.Name)
		}
	}
	fmt.Println(golden.Same("testdata/example-bars.png", img))
	// Output:
	// (800,480)
	// Elm Street, Old: 3
	// Elm Street, Young: 7
	// as in testdata/example-bars.png
}

// A timeline sets a column at each row's date; a zero and a date that is only
// known to lie between two days have their own signs.
func ExampleChart_timeline() {
	c := trees()
	c.Kind, c.Title, c.Subtitle = charts.Timeline, "Trees by day of planting", ""
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	c.Rows = []charts.Category{
		{Key: "a", Label: "By the school", Time: day(2020, 3, 4)},
		{Key: "b", Label: "By the river", Time: day(2021, 4, 1), TimeEnd: day(2021, 4, 30)},
		{Key: "c", Label: "None, for frost", Time: day(2023, 3, 20)},
	}
	c.Values = [][]float64{{3, 7}, {12, 4}, {}}
	img, _, err := charts.Image(c, charts.Size{Width: 480, Height: 260})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(golden.Same("testdata/example-timeline.png", img))
	// Output: as in testdata/example-timeline.png
}

// A grid writes numbers into cells, the darker the more, with totals.
func ExampleChart_grid() {
	c := trees()
	c.Kind, c.Title, c.TotalLabel = charts.Grid, "Trees by street and kind", "Total"
	c.Columns = []charts.Category{{Key: "elm", Label: "Elm"}, {Key: "oak", Label: "Oak"}, {Key: "lime", Label: "Lime"}}
	c.Values = [][]float64{{6, 0, 4}, {1, 14, 1}, {2, 2, 7}}
	c.Selected = charts.MarkKey{Row: "oak", Series: "oak"}
	img, layout, err := charts.Image(c, charts.Size{Width: 480, Height: 240})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range layout.Marks {
		if m.Total && m.Row == "" {
			fmt.Println(m.Name)
		}
	}
	fmt.Println(golden.Same("testdata/example-grid.png", img))
	// Output:
	// Elm: 9
	// Oak: 16
	// Lime: 12
	// Elm: 9
	// Oak: 16
	// Lime: 12
	// Total: 37
	// as in testdata/example-grid.png
}

// Two columns of a row are compared as two joined dots.
func ExampleChart_compare() {
	c := trees()
	c.Kind, c.Title, c.Series = charts.Compare, "Trees, then and now", nil
	c.Columns = []charts.Category{{Key: "then", Label: "1990"}, {Key: "now", Label: "2020"}}
	c.Values = [][]float64{{10, 4}, {6, 16}, {9, 9}}
	img, _, err := charts.Image(c, charts.Size{Width: 480, Height: 240})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(golden.Same("testdata/example-compare.png", img))
	// Output: as in testdata/example-compare.png
}

// Panels are small charts on one scale. A part of the numbers is lit, the rest
// dimmed.
func ExampleChart_multiples() {
	c := trees()
	c.Kind, c.Title = charts.Multiples, "Trees by street, in two towns"
	c.Panels = []charts.Panel{
		{Category: charts.Category{Key: "x", Label: "Upper Town"}, Values: [][]float64{{3, 7}, {12, 4}, {6, 5}}, Lit: [][]float64{{1, 0}, {1, 0}, {1, 0}}},
		{Category: charts.Category{Key: "y", Label: "Lower Town"}, Values: [][]float64{{1, 2}, {5, 3}, {0, 1}}, Lit: [][]float64{{1, 0}, {1, 0}, {1, 0}}},
	}
	img, _, err := charts.Image(c, charts.Size{Width: 560, Height: 240})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(golden.Same("testdata/example-multiples.png", img))
	// Output: as in testdata/example-multiples.png
}

// Lanes set what happened at its time, in the row of its kind.
func ExampleChart_lanes() {
	c := trees()
	c.Kind, c.Title, c.Series = charts.Lanes, "What was done to the trees", nil
	c.Rows = []charts.Category{{Key: "plant", Label: "Planting"}, {Key: "cut", Label: "Cutting"}}
	day := func(y int, m time.Month) time.Time { return time.Date(y, m, 1, 0, 0, 0, 0, time.UTC) }
	c.Columns = []charts.Category{
		{Key: "a", Label: "By the school", Row: "plant", Time: day(2020, 3)},
		{Key: "b", Label: "By the river", Row: "plant", Time: day(2021, 4), Look: charts.Ring},
		{Key: "c", Label: "Oak Street", Row: "cut", Time: day(2022, 10)},
		{Key: "d", Label: "Elm Street", Row: "cut", Time: day(2024, 2), Look: charts.Dashed},
	}
	c.Values = [][]float64{{10, 0, 0, 0}, {0, 0, 4, 0}}
	img, _, err := charts.Image(c, charts.Size{Width: 560, Height: 280})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(golden.Same("testdata/example-lanes.png", img))
	// Output: as in testdata/example-lanes.png
}

// A page is composed of pictures: a frame with the page's texts, and charts in
// what it leaves. The pictures go into pixels, as here, or into a document of SVG
// or PDF.
func ExampleDrawFrame() {
	const width, height = 640, 300
	ctx := context.Background()
	page := image.NewRGBA(image.Rect(0, 0, width, height))
	frame := &draw.Picture{Width: width, Height: height, Density: 1}
	left := charts.DrawFrame(frame, trees(), width, height)
	if err := draw.Paint(ctx, page, frame); err != nil {
		fmt.Println(err)
		return
	}
	doc := draw.NewSVG(width, height, "Trees", "Trees by street, twice", "en")
	for k := range 2 {
		c := trees()
		c.Title, c.Subtitle, c.Source, c.Share = []string{"Counts", "Shares"}[k], "", "", k == 1
		half := left.Width() / 2
		part := &draw.Picture{Width: int(half), Height: int(left.Height()), Density: 1}
		charts.Draw(part, c, half, left.Height())
		at := image.Pt(int(left.X0+half*float64(k)), int(left.Y0))
		if err := draw.Paint(ctx, page.SubImage(image.Rectangle{at, page.Rect.Max}).(*image.RGBA), part); err != nil {
			fmt.Println(err)
			return
		}
		if err := doc.Put(ctx, part, float64(at.X), float64(at.Y)); err != nil {
			fmt.Println(err)
			return
		}
	}
	var svg bytes.Buffer
	if _, err := doc.WriteTo(&svg); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Count(svg.String(), ">Elm Street<"))
	fmt.Println(golden.Same("testdata/example-page.png", page))
	// Output:
	// 2
	// as in testdata/example-page.png
}
