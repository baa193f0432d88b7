package export

import (
	"context"
	"fmt"
	"image"
	"math"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
)

// strokeFile is a stroke as a lesson file holds it: its points one after the other, each
// x and then y.
type strokeFile struct {
	Pane   int       `json:"pane,omitempty"`
	Pen    int       `json:"pen,omitempty"`
	Hidden string    `json:"hidden,omitempty"`
	Points []float64 `json:"points"`
}

// farthest is how far beside its pane a point may lie, in sizes of the pane.
const farthest = 3

// strokeFiles are strokes as a file has them.
func strokeFiles(list []scene.Stroke) []strokeFile {
	var out []strokeFile
	for _, s := range list {
		f := strokeFile{Pane: s.Pane, Pen: s.Pen, Hidden: string(s.Hidden)}
		for _, at := range s.Points {
			f.Points = append(f.Points, at[0], at[1])
		}
		out = append(out, f)
	}
	return out
}

// strokesOf reads what a file says was drawn over a scene, which is bounded.
func strokesOf(list []strokeFile) ([]scene.Stroke, error) {
	if len(list) > scene.MaxStrokes {
		return nil, fmt.Errorf("it has %d strokes, not up to %d", len(list), scene.MaxStrokes)
	}
	var out []scene.Stroke
	points := 0
	for i, f := range list {
		n := len(f.Points)
		if points += n / 2; points > scene.MaxPoints {
			return nil, fmt.Errorf("its strokes have over %d points", scene.MaxPoints)
		}
		hidden, err := state.ParseHidden(f.Hidden)
		switch {
		case err != nil:
			return nil, fmt.Errorf("stroke %d: %w", i+1, err)
		case n == 0 || n%2 != 0:
			return nil, fmt.Errorf("stroke %d has %d numbers, not two for each point", i+1, n)
		case f.Pane < 0 || f.Pane > 2 || f.Pen < 0 || f.Pen >= scene.Pens:
			return nil, fmt.Errorf("stroke %d is of pane %d and pen %d, not 0 to 2 and 0 to %d", i+1, f.Pane, f.Pen, scene.Pens-1)
		}
		s := scene.Stroke{Pane: f.Pane, Pen: f.Pen, Hidden: hidden, Points: make([]orb.Point, 0, n/2)}
		for k := 0; k < n; k += 2 {
			x, y := f.Points[k], f.Points[k+1]
			if !(math.Abs(x) <= farthest && math.Abs(y) <= farthest) {
				return nil, fmt.Errorf("stroke %d has a point at %g, %g, far off the scene", i+1, x, y)
			}
			s.Points = append(s.Points, orb.Point{x, y})
		}
		out = append(out, s)
	}
	return out, nil
}

// written reports whether strokes are on the page: none before all is revealed, which
// they may give away.
func (j *job) written() bool { return len(j.options.Scene.Strokes) > 0 && j.s.Hidden == "" }

// strokes draws over a slide what was drawn over its scene.
func (j *job) strokes(ctx context.Context, on sheet) error {
	if !j.written() {
		return nil
	}
	page := image.Rect(0, 0, j.options.Size.Width, j.options.Size.Height)
	return j.ink(ctx, on, page, func(pic *draw.Picture, _, _ float64) {
		box := func(r image.Rectangle) draw.Box {
			return draw.Box{X0: float64(r.Min.X), Y0: float64(r.Min.Y), X1: float64(r.Max.X), Y1: float64(r.Max.Y)}
		}
		plan := scene.Plan{Whole: box(page)}
		for _, p := range j.setting.Panes {
			plan.Panes, plan.Maps = append(plan.Panes, box(p.Box)), append(plan.Maps, p.View)
		}
		of := &j.options.Scene.Step
		scene.Ink(pic, j.pal, plan.Scaled(float64(pic.Width)/float64(page.Dx()), 0, 0), plan.Lying(j.room, of, of.Strokes))
	})
}

// unmarked are steps without what was drawn over them.
func unmarked(steps []scene.Step) []scene.Step {
	out := make([]scene.Step, len(steps))
	for i, s := range steps {
		s.Strokes = nil
		out[i] = s
	}
	return out
}
