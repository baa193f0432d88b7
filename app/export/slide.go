package export

import (
	"context"
	"fmt"
	"image"
	"math"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// Slide is a scene of a lesson: its panes and its words. It is not among [Kinds]: it
// needs Options.Scene.
const Slide Kind = "slide"

// SceneOf is a scene and its number in the lesson, from 1.
type SceneOf struct {
	scene.Step
	N, Total int
	Before   *scene.Step // what the room saw before; nil for the first
	Figure   bool        // the panes alone, without the words that say what is in them
}

// sceneIn is scene i of a lesson, from 0.
func sceneIn(steps []scene.Step, i int) *SceneOf {
	of := &SceneOf{Step: steps[i], N: i + 1, Total: len(steps)}
	if i > 0 {
		of.Before = &steps[i-1]
	}
	return of
}

// Pane is a part of a slide: a map, a chart or passages.
type Pane struct {
	Part        string          // "map", "chart" or "document"
	Box         image.Rectangle // in pixels of the picture
	View        geo.Viewport    // of a map; empty otherwise
	Description string          // without the sources
	Source      string
	Chart       *charts.Chart // of a chart; nil otherwise
}

// Setting is how a slide is laid out, so that other programs can set its words anew
// around its panes. Boxes are pixels of the picture.
type Setting struct {
	Panes         []Pane
	Area, Words   image.Rectangle // what is between the titles and the foot, and what the caption has of it
	Caption       float64         // size of its type, in pixels
	Under         string          // below the title
	Notes, Source string          // at the foot
	Look          charts.Style
}

// Shares of the height of a slide, for type. Words are read from the far end of a
// room.
const (
	captionShare = 1.0 / 30
	wordsShare   = 1.0 / 22 // where there is nothing but words
	leastCaption = 1.0 / 46
)

// slide composes a scene of a lesson.
func (j *job) slide(ctx context.Context, on sheet) error {
	of := j.options.Scene
	f := j.frame(j.title)
	if of.When != "" {
		f.Subtitle = of.When
	}
	if j.s.Hidden.Panes() || !slices.Contains(of.Panes.Parts(), "map") {
		f.Notes = nil // which are on the map
	}
	f.Footer = fmt.Sprintf("%d / %d · %s", of.N, of.Total, f.Footer)
	if of.Figure {
		f.Title, f.Subtitle = "", ""
	}
	area, err := j.surround(ctx, on, f)
	if err != nil {
		return err
	}
	j.setting = Setting{
		Area: j.pixels(area), Look: f.Style, Under: f.Subtitle, Notes: strings.Join(f.Notes, " "), Source: f.Source,
	}
	boxes, side := of.Panes.Arrange(area)
	if of.Figure {
		boxes = of.Panes.Beside(area)
	}
	for i, part := range of.Panes.Parts() {
		at := j
		if i > 0 && of.Panes.Twice() {
			if at, err = j.secondJob(); err != nil {
				return err
			}
		}
		box := inset(boxes[i], area)
		if err := at.placePane(ctx, on, part, box); err != nil {
			return err
		}
		pane := Pane{Part: part, Box: j.pixels(box), Description: at.describePane(part), Source: at.words.Source}
		if part == "map" {
			pane.View = at.looks
		}
		if part == "chart" && j.s.Hidden == "" {
			pane.Chart = at.tally.Chart(at.pal)
		}
		j.setting.Panes = append(j.setting.Panes, pane)
	}
	j.words.Description = j.describeSlide()
	if of.Figure {
		return j.strokes(ctx, on)
	}
	side = inset(side, area)
	if of.Panes == scene.WordsAlone {
		side.X1 = side.X0 + side.Width()*0.8 // a line that the eye can follow
	}
	words := j.fitting(j.options.Scene.Caption, side)
	j.setting.Words, j.setting.Caption = j.pixels(side), words.Size*j.options.Size.Density
	if err := j.placeParagraph(ctx, on, side, words); err != nil {
		return err
	}
	return j.strokes(ctx, on)
}

// inset is a box with half a gap at the sides that are not the area's own.
func inset(a, area draw.Box) draw.Box {
	if a.X0 > area.X0 {
		a.X0 = math.Round(a.X0 + gap/2)
	}
	if a.X1 < area.X1 {
		a.X1 = math.Round(a.X1 - gap/2)
	}
	if a.Y0 > area.Y0 {
		a.Y0 = math.Round(a.Y0 + gap/2)
	}
	if a.Y1 < area.Y1 {
		a.Y1 = math.Round(a.Y1 - gap/2)
	}
	return a
}

// secondJob is the job for the view beside that of the scene.
func (j *job) secondJob() (*job, error) {
	s := j.s
	s.View = j.options.Scene.Beside
	return newJob(j.room, s, j.options)
}

// placePane draws a pane of a scene.
func (j *job) placePane(ctx context.Context, on sheet, part string, a draw.Box) error {
	switch part {
	case "chart":
		c := j.tally.Chart(j.pal)
		c.Clear = j.options.Clear
		if j.options.Scene.Figure {
			c.Finding, c.ShortFinding = "", ""
		}
		scene.Unsay(c, j.options.Scene.Caption)
		return j.placeChart(ctx, on, a, c)
	case "document":
		return j.placePassages(ctx, on, a)
	}
	return j.placeMap(ctx, on, a)
}

// placePassages sets the statements of the view, each with where it stands. Those
// that have no room are counted.
func (j *job) placePassages(ctx context.Context, on sheet, a draw.Box) error {
	style := j.frame("").Style
	_, height := j.options.Size.layout()
	list := scene.Passages(j.room, j.sel, j.s, j.p)
	if w, ok := on.(*witness); ok {
		w.passages = len(list)
	}
	para := func(text string, share float64) *charts.Paragraph {
		return &charts.Paragraph{Text: text, Size: height * share, Style: &style}
	}
	share := captionShare // the largest in which all have room
	for ; share > leastCaption; share *= 0.94 {
		all := -gap * 1.0
		for _, x := range list {
			all += para(passageWords(x), share).Height(a.Width()) + gap
		}
		if all <= a.Height() {
			break
		}
	}
	share = max(share, leastCaption)
	for i, x := range list {
		words := para(passageWords(x), share)
		h := words.Height(a.Width())
		if left := len(list) - i; h > a.Height() && i > 0 {
			return j.placeParagraph(ctx, on, a, para(j.p.N("scene.morePassages", left), leastCaption))
		}
		box := a
		box.Y1 = min(a.Y0+h, a.Y1)
		if err := j.placeParagraph(ctx, on, box, words); err != nil {
			return err
		}
		a.Y0 = box.Y1 + gap
	}
	return nil
}

// passageWords is a passage with where it stands below it.
func passageWords(x scene.Passage) string { return x.Text + "\n— " + x.Reference }

// fitting is words in the largest type that leaves them room.
func (j *job) fitting(text string, side draw.Box) *charts.Paragraph {
	style := j.frame("").Style
	_, height := j.options.Size.layout()
	words := &charts.Paragraph{Text: text, Style: &style}
	share := captionShare
	if j.options.Scene.Panes == scene.WordsAlone {
		share = wordsShare
	}
	for ; ; share *= 0.94 {
		words.Size = height * max(share, leastCaption)
		if share <= leastCaption || words.Height(side.Width()) <= side.Height() {
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
