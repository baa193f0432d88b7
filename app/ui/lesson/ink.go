package lesson

import (
	"context"
	"image"

	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// ink shows what is drawn over the scene, in the room and in the presenter's picture.
type ink struct {
	raster *canvas.Raster
	s      *Show
	plan   func() scene.Plan // of the scene, in pixels of the ink
	shown  inked
	of     scene.Plan     // that of what is shown
	marks  []scene.Stroke // as they lie in it, once they were drawn
}

// inked is what a picture of the ink depends on besides its size.
type inked struct {
	version, scene, whole int
	hidden                state.Hidden
	theme                 state.Theme
	pane                  draw.Box     // the first one
	seen                  geo.Viewport // of a map in it
}

func newInk(s *Show, plan func() scene.Plan) *ink {
	x := &ink{s: s, plan: plan}
	x.raster = canvas.NewRaster(x.draw)
	x.raster.ScaleMode = canvas.ImageScaleFastest
	x.raster.Hide()
	return x
}

// follow shows the strokes that are there now.
func (x *ink) follow() {
	plan := x.plan()
	now := inked{version: x.s.version, scene: x.s.at(), whole: x.s.whole, hidden: x.s.h.Store.State().Hidden, theme: x.s.h.Palette().Theme}
	if len(plan.Panes) > 0 {
		now.pane = plan.Panes[0]
	}
	if len(plan.Maps) > 0 {
		now.seen = plan.Maps[0]
	}
	if now == x.shown {
		return
	}
	x.shown, x.of, x.marks = now, plan, nil // a hand draws on more often than the window is painted
	parts.SetShown(x.raster, len(x.s.seen()) > 0)
	if x.raster.Visible() {
		x.raster.Refresh()
	}
}

func (x *ink) draw(w, h int) image.Image {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if plan := x.plan(); plan.Whole.Width() > 0 {
		x.over(out, plan.Scaled(float64(w)/plan.Whole.Width(), 0, 0))
	}
	return out
}

// over draws the strokes over a picture that has the scene so.
func (x *ink) over(out *image.RGBA, plan scene.Plan) {
	if seen := x.s.seen(); x.marks == nil && len(seen) > 0 {
		x.marks = x.of.Lying(x.s.h.Room, &x.s.deck[x.s.at()], seen)
	}
	if len(x.marks) == 0 {
		return
	}
	pic := &draw.Picture{Width: out.Rect.Dx(), Height: out.Rect.Dy(), Density: 1}
	scene.Ink(pic, x.s.h.Palette(), plan, x.marks)
	if err := draw.Paint(context.Background(), out, pic); err != nil {
		x.s.h.Log.WithError(err).Warn("strokes")
	}
}
