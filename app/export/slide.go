package export

import (
	"context"
	"fmt"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/draw"
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
	f := j.frame(j.title)
	if of.When != "" {
		f.Subtitle = of.When
	}
	f.Footer = fmt.Sprintf("%d / %d · %s", of.N, of.Total, f.Footer)
	area, err := j.surround(ctx, on, f)
	if err != nil {
		return err
	}
	onMap, side := across(area, slideMapShare)
	if area.Width() < 1.15*area.Height() {
		onMap, side = down(area, slideMapShare)
	}
	if err := j.placeMap(ctx, on, onMap); err != nil {
		return err
	}
	words := j.caption(side)
	caption := side
	caption.Y1 = side.Y0 + min(words.Height(side.Width()), side.Height())
	if err := j.placeParagraph(ctx, on, caption, words); err != nil {
		return err
	}
	if side.Y0 = caption.Y1 + gap; side.Height() < leastChart {
		return nil
	}
	return j.placeChart(ctx, on, side, j.tally.Chart(j.pal))
}

// caption is the words of the scene in the largest type that leaves them room.
func (j *job) caption(side draw.Box) *charts.Paragraph {
	style := j.frame("").Style
	_, height := j.options.Size.layout()
	words := &charts.Paragraph{Text: j.options.Scene.Caption, Style: &style}
	for share := captionShare; ; share *= 0.94 {
		words.Size = height * max(share, leastCaption)
		if share <= leastCaption || words.Height(side.Width()) <= side.Height()*0.6 {
			return words
		}
	}
}

func (j *job) placeParagraph(ctx context.Context, on sheet, a draw.Box, words *charts.Paragraph) error {
	box, ok := j.box(a)
	if !ok {
		return nil
	}
	return j.ink(ctx, on, box, words.Draw)
}
