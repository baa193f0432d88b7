package export

import (
	"context"
	"fmt"
	"math"

	chart "github.com/wcharczuk/go-chart/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/charts"
)

// Slide is a scene of a lesson: its words, the map, and the chart of its view
// where that has room. It is not among [Kinds]: it needs Options.Scene.
const Slide Kind = "slide"

// SceneOf is a scene and its number in the lesson, from 1.
type SceneOf struct {
	scene.Step
	N, Total int
}

// Shares of the page of a slide. Words are read from the far end of a room.
const (
	slideMapShare = 0.6
	captionShare  = 1.0 / 30 // of the height, for the type
	leastCaption  = 1.0 / 46
	leastChart    = 250 // layout pixels of height that a chart is worth drawing in
)

// slide composes a scene of a lesson.
func (j *job) slide(ctx context.Context, on sheet) error {
	of := j.options.Scene
	f := j.frame(j.words.Title)
	if of.When != "" {
		f.Subtitle = of.When
	}
	f.Footer = fmt.Sprintf("%d / %d · %s", of.N, of.Total, f.Footer)
	area, err := j.surround(on, f)
	if err != nil {
		return err
	}
	share := slideMapShare
	if area.W < 1.15*area.H {
		share = 1
	}
	onMap, side := area, area
	if share < 1 {
		onMap.W = math.Round((area.W - gap) * share)
		side.X, side.W = area.X+onMap.W+gap, area.W-onMap.W-gap
	} else {
		onMap.H = math.Round((area.H - gap) * slideMapShare)
		side.Y, side.H = area.Y+onMap.H+gap, area.H-onMap.H-gap
	}
	if err := j.placeMap(ctx, on, onMap); err != nil {
		return err
	}
	words := j.caption(side)
	side.H, area.H = min(words.Height(side.W), side.H), side.H
	if err := j.placeParagraph(on, side, words); err != nil {
		return err
	}
	side.Y, side.H = side.Y+side.H+gap, area.H-side.H-gap
	if side.H < leastChart {
		return nil
	}
	return j.placeChart(on, side, j.tally.Chart(j.pal))
}

// caption is the words of the scene in the largest type that leaves them room.
func (j *job) caption(side charts.Area) *charts.Paragraph {
	style := j.frame("").Style
	_, height := j.options.Size.layout()
	words := &charts.Paragraph{Text: j.options.Scene.Caption, Style: &style}
	for share := captionShare; ; share *= 0.94 {
		words.Size = height * max(share, leastCaption)
		if share <= leastCaption || words.Height(side.W) <= side.H*0.6 {
			return words
		}
	}
}

func (j *job) placeParagraph(on sheet, a charts.Area, words *charts.Paragraph) error {
	box, ok := j.box(a)
	if !ok {
		return nil
	}
	d := j.options.Size.Density
	return on.ink(box, func(r chart.Renderer, density float64) {
		words.Draw(r, float64(box.Dx())/d, float64(box.Dy())/d, density)
	})
}
