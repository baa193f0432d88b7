package charts_test

import (
	"fmt"
	"image/color"

	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/draw/text"
)

// The layout names every mark and finds the one under the pointer.
func ExampleImage() {
	regular, err := text.Parse(assets.FontRegular())
	if err != nil {
		fmt.Println(err)
		return
	}
	c := &charts.Chart{
		Title:  "Trees by street",
		Rows:   []charts.Category{{Key: "elm", Label: "Elm Street"}, {Key: "oak", Label: "Oak Street"}},
		Series: []charts.Series{{Key: "old", Label: "Old", Fill: charts.Fill{Color: color.NRGBA{0, 0x44, 0x88, 255}}}},
		Values: [][]float64{{3}, {12}},
		Style: charts.Style{
			Background: color.NRGBA{255, 255, 255, 255}, Ink: color.NRGBA{A: 255}, Regular: regular,
		},
	}
	img, layout, err := charts.Image(c, charts.Size{Width: 400, Height: 240, Density: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(img.Bounds().Size())
	for _, m := range layout.Marks {
		if !m.Total {
			found, _ := layout.At(m.X+m.W/2, m.Y+m.H/2)
			fmt.Println(found.Name)
		}
	}
	// Output:
	// (800,480)
	// Elm Street, Old: 3
	// Oak Street, Old: 12
}
