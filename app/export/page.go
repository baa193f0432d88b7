package export

import (
	"context"
	"image"
	"image/color"
	"math"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/maps"
)

// gap is the distance between the parts of a page, in layout pixels.
const gap = 16

// mapPage composes a page of one map: titles above, what has no place and the
// source below.
func (j *job) mapPage(ctx context.Context) (*image.RGBA, error) {
	frame := j.frame(scene.MapTitle(j.s, j.p))
	page, area, err := charts.Frame(frame, j.chartSize())
	if err != nil {
		return nil, err
	}
	return page, j.placeMap(ctx, page, area)
}

// dashboard composes map and two charts: the chart of the view and second.
func (j *job) dashboard(ctx context.Context) (*image.RGBA, error) {
	page, area, err := charts.Frame(j.frame(j.p.T("export.dashboardTitle")), j.chartSize())
	if err != nil {
		return nil, err
	}
	onMap, first, below := split(area)
	if err := j.placeMap(ctx, page, onMap); err != nil {
		return nil, err
	}
	if err := j.placeChart(page, first, j.s); err != nil {
		return nil, err
	}
	return page, j.placeChart(page, below, j.second())
}

// second is the view of a dashboard's other chart: the timeline, or the
// domains if the view shows the timeline already.
func (j *job) second() state.State {
	s := j.s
	s.Chart = state.Timeline
	if j.s.Chart == state.Timeline {
		s.Chart = state.Domains
	}
	return s
}

// split divides a page among a map and two charts: side by side if it is wide,
// the charts below the map if not.
func split(a charts.Area) (onMap, first, second charts.Area) {
	if a.W >= 1.15*a.H {
		w := math.Round((a.W - gap) * 0.56)
		right, h := a.W-gap-w, math.Round((a.H-gap)*0.54)
		return charts.Area{X: a.X, Y: a.Y, W: w, H: a.H},
			charts.Area{X: a.X + w + gap, Y: a.Y, W: right, H: h},
			charts.Area{X: a.X + w + gap, Y: a.Y + h + gap, W: right, H: a.H - gap - h}
	}
	h := math.Round((a.H - gap) * 0.55)
	w := math.Round((a.W - gap) / 2)
	y := a.Y + h + gap
	return charts.Area{X: a.X, Y: a.Y, W: a.W, H: h},
		charts.Area{X: a.X, Y: y, W: w, H: a.H - gap - h},
		charts.Area{X: a.X + w + gap, Y: y, W: a.W - gap - w, H: a.H - gap - h}
}

func (j *job) chartSize() charts.Size {
	w, h := j.options.Size.layout()
	return charts.Size{Width: w, Height: h, Density: j.options.Size.Density}
}

// frame is the page's own texts, in the look of a chart's.
func (j *job) frame(title string) *charts.Chart {
	c := scene.Chart(j.room, j.sel, j.s, j.p, j.pal)
	c.Title, c.Subtitle = title, scene.Subtitle(j.room, j.sel, j.s, j.p)
	c.Notes = nil
	if note := j.trayNote(); note != "" {
		c.Notes = []string{note}
	}
	return c
}

// placeChart draws the chart of s into a part of the page. Source and date
// stand on the page once.
func (j *job) placeChart(page *image.RGBA, a charts.Area, s state.State) error {
	c := scene.Chart(j.room, j.sel, s, j.p, j.pal)
	c.Subtitle, c.Source, c.Footer = "", "", ""
	box := j.box(a)
	d := j.options.Size.Density
	img, _, err := charts.Image(c, charts.Size{Width: float64(box.Dx()) / d, Height: float64(box.Dy()) / d, Density: d})
	if err != nil {
		return err
	}
	paste(page, box.Min, img)
	outline(page, box, j.pal.Hairline, j.thickness())
	return nil
}

// placeMap draws the map into a part of the page. Every level of detail up to
// the one that the picture asks for is loaded first, and the relief, so that
// the picture does not depend on what has been looked at before.
func (j *job) placeMap(ctx context.Context, page *image.RGBA, a charts.Area) error {
	box := j.box(a)
	d := j.options.Size.Density
	v := scene.Viewport(j.s, float64(box.Dx())/d, float64(box.Dy())/d, d)
	if err := j.room.Atlas.Load(maps.ReliefLevel); err != nil {
		return err
	}
	for level := range j.room.Atlas.LevelFor(v) + 1 {
		if err := j.room.Atlas.Load(level); err != nil {
			return err
		}
	}
	img := image.NewRGBA(image.Rect(0, 0, box.Dx(), box.Dy()))
	if _, err := maps.Draw(ctx, img, scene.Map(j.room, j.sel, j.s, j.p, j.pal, v)); err != nil {
		return err
	}
	paste(page, box.Min, img)
	outline(page, box, j.pal.Hairline, j.thickness())
	return nil
}

// thickness of a hairline, in device pixels.
func (j *job) thickness() int { return max(1, int(math.Round(j.options.Size.Density))) }

// box is a part of the page in whole device pixels.
func (j *job) box(a charts.Area) image.Rectangle {
	px := func(v float64) int { return int(math.Round(v * j.options.Size.Density)) }
	r := image.Rect(px(a.X), px(a.Y), px(a.X+a.W), px(a.Y+a.H))
	r.Max.X, r.Max.Y = max(r.Max.X, r.Min.X+1), max(r.Max.Y, r.Min.Y+1)
	return r
}

// paste copies img to the page with its corner at p.
func paste(page *image.RGBA, p image.Point, img *image.RGBA) {
	box := img.Rect.Sub(img.Rect.Min).Add(p).Intersect(page.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		copy(page.Pix[page.PixOffset(box.Min.X, y):page.PixOffset(box.Max.X, y)], img.Pix[img.PixOffset(img.Rect.Min.X, img.Rect.Min.Y+y-p.Y):])
	}
}

// outline draws a frame inside box.
func outline(page *image.RGBA, box image.Rectangle, c color.NRGBA, thick int) {
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if y >= box.Min.Y+thick && y < box.Max.Y-thick && x == box.Min.X+thick {
				x = max(x, box.Max.X-thick)
			}
			if x < box.Max.X {
				page.SetRGBA(x, y, color.RGBA{c.R, c.G, c.B, 255})
			}
		}
	}
}
