// Command plot draws a stacked bar chart of twelve rows with gonum/plot, as
// large as ours, to a PNG: what ours is measured against.
package main

import (
	"fmt"
	"image/color"
	"os"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

func main() {
	p := plot.New()
	p.Title.Text = "Agreements, offers and intentions by domain"
	var below *plotter.BarChart
	for s := range 4 {
		values := make(plotter.Values, 12)
		for i := range values {
			values[i] = float64((i*7+s*3)%5 + 1)
		}
		bars, err := plotter.NewBarChart(values, vg.Points(24))
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		bars.Horizontal, bars.Color = true, color.RGBA{0, uint8(68 + 40*s), uint8(136 + 20*s), 255}
		if below != nil {
			bars.StackOn(below)
		}
		p.Add(bars)
		p.Legend.Add(fmt.Sprint("status ", s+1), bars)
		below = bars
	}
	names := make([]string, 12)
	for i := range names {
		names[i] = fmt.Sprint("Domain ", i+1)
	}
	p.NominalY(names...)
	if err := p.Save(20*vg.Inch, 11.25*vg.Inch, os.Args[1]); err != nil { // 1920 x 1080 at 96 dots an inch
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
