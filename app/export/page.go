package export

import (
	"context"
	"image"
	"image/color"
	"math"

	"github.com/paulmach/orb"

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
	one, two := scene.Chart(j.room, j.sel, j.s, j.p, j.pal), scene.Chart(j.room, j.sel, j.second(), j.p, j.pal)
	if len(one.Series) > 0 {
		two.Legend = charts.LegendNone // it would say the same
	}
	if err := j.placeChart(page, first, one); err != nil {
		return nil, err
	}
	return page, j.placeChart(page, below, two)
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
		share := 0.56
		if a.W < 1000 {
			share = 0.5 // charts need more of a small page for their labels
		}
		w := math.Round((a.W - gap) * share)
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

// placeChart draws a chart into a part of the page. Source and date stand on
// the page once.
func (j *job) placeChart(page *image.RGBA, a charts.Area, c *charts.Chart) error {
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
	w, h := float64(box.Dx())/d, float64(box.Dy())/d
	m := scene.Map(j.room, j.sel, j.s, j.p, j.pal, scene.Viewport(j.s, w, h, d))
	m.Furniture.LegendLeft = true // the six states leave that corner free
	if j.options.Kind == Dashboard {
		m.Furniture.Legend = brief(m.Furniture.Legend)
		m.Furniture.ScaleBar = w >= 520
	}
	m.View = j.viewport(m)
	if err := j.room.Atlas.Load(maps.ReliefLevel); err != nil {
		return err
	}
	for level := range j.room.Atlas.LevelFor(m.View) + 1 {
		if err := j.room.Atlas.Load(level); err != nil {
			return err
		}
	}
	img := image.NewRGBA(image.Rect(0, 0, box.Dx(), box.Dy()))
	if _, err := maps.Draw(ctx, img, m); err != nil {
		return err
	}
	paste(page, box.Min, img)
	outline(page, box, j.pal.Hairline, j.thickness())
	return nil
}

// noteHeight is about what the lines at the foot of a map take, in layout
// pixels.
const noteHeight = 40

// westmost is a point near the lower left of the six states, in degrees.
var westmost = orb.Point{52.5, 39}

// viewport is where the map looks. The view that fits all is moved away from
// the legend in the lower left corner as far as that costs no size.
func (j *job) viewport(m *maps.Map) maps.Viewport {
	w, h, d := m.View.Width, m.View.Height, m.View.Density
	if !j.s.Camera.Fits() || h < 3*noteHeight {
		return m.View
	}
	legendWidth, legendHeight := maps.LegendRoom(m)
	const step = 8
	left, low := 0.0, float64(noteHeight)
	plain := scene.Viewport(j.s, w, h-low, d)
	most := plain.Scale * 1.001
	west, _ := plain.ToScreen(westmost)
	for left < 2*(legendWidth+noteHeight-west) && scene.Viewport(j.s, w-left-step, h-low, d).Scale <= most {
		left += step
	}
	for low < legendHeight && scene.Viewport(j.s, w-left, h-low-step, d).Scale <= most {
		low += step
	}
	v := scene.Viewport(j.s, w-left, h-low, d)
	v.Width, v.Height = w, h
	v.Center[0] -= left / 2 * v.Scale
	v.Center[1] -= low / 2 * v.Scale
	return v
}

// brief makes a legend smaller, for a map that shares its page: markers only,
// in small symbols.
func brief(l *maps.Legend) *maps.Legend {
	if l == nil {
		return nil
	}
	out := &maps.Legend{}
	for _, r := range l.Rows {
		switch r.Kind {
		case maps.LegendMarker:
			r.Weight = r.MaxWeight / 12
			out.Rows = append(out.Rows, r)
		case maps.LegendSize:
			out.Rows = append(out.Rows, r)
		}
	}
	return out
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
