package export

import (
	"context"
	"image"
	"math"
	"slices"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
)

// gap is the distance between the parts of a page, in layout pixels.
const gap = 16

// compose puts the page together on a sheet.
func (j *job) compose(ctx context.Context, on sheet) error {
	if j.below > 0 {
		if err := j.definitions(ctx, on); err != nil {
			return err
		}
	}
	switch j.options.Kind {
	case Map:
		return j.mapPage(ctx, on)
	case Dashboard:
		return j.dashboard(ctx, on)
	case Slide:
		return j.slide(ctx, on)
	}
	return j.ink(ctx, on, j.page(), func(pic *draw.Picture, w, h float64) { charts.Draw(pic, j.chart(), w, h) })
}

// page is the box of the page that the picture has.
func (j *job) page() image.Rectangle {
	return image.Rect(0, 0, j.options.Size.Width, j.options.Size.Height-j.below)
}

// mapPage composes a page of one map: titles above, what has no place and the
// source below.
func (j *job) mapPage(ctx context.Context, on sheet) error {
	area, err := j.surround(ctx, on, j.frame(j.title))
	if err != nil {
		return err
	}
	return j.placeMap(ctx, on, area)
}

// dashboard composes map and two charts: the chart of the view and second.
func (j *job) dashboard(ctx context.Context, on sheet) error {
	area, err := j.surround(ctx, on, j.frame(j.title))
	if err != nil {
		return err
	}
	onMap, first, below := divisions[j.options.division](area)
	if err := j.placeMap(ctx, on, onMap); err != nil {
		return err
	}
	one, two := j.tally.Chart(j.pal), j.second.Chart(j.pal)
	one.Clear, two.Clear = j.options.Clear, j.options.Clear
	if len(one.Series) > 0 {
		two.Legend = charts.LegendNone // it would say the same
	}
	if err := j.placeChart(ctx, on, first, one); err != nil {
		return err
	}
	return j.placeChart(ctx, on, below, two)
}

// besides is the view of a dashboard's other chart: the timeline, or the domains
// if the view shows the timeline already.
func besides(s state.State) state.State {
	if s.Kind == state.Timeline {
		s.Kind = state.Domains
	} else {
		s.Kind = state.Timeline
	}
	return s
}

// usual is map and charts side by side on a wide page, the charts below the map on
// another.
func usual(a draw.Box) (onMap, first, second draw.Box) {
	if a.Width() >= 1.15*a.Height() {
		share := 0.56
		if a.Width() < 1000 {
			share = 0.5 // charts need more of a small page for their labels
		}
		upper := 0.54
		if a.Height() < 530 {
			upper = 0.63 // twelve domains take the same height on a low page
		}
		onMap, right := across(a, share)
		first, second = down(right, upper)
		return onMap, first, second
	}
	onMap, below := down(a, 0.55)
	first, second = across(below, 0.5)
	return onMap, first, second
}

// divisions are the ways to divide a page, in which more and more of it is
// the charts': the first in which nothing is left out is taken.
var divisions = []func(draw.Box) (onMap, first, second draw.Box){
	usual,
	func(a draw.Box) (onMap, first, second draw.Box) {
		onMap, right := across(a, 0.42)
		first, second = down(right, 0.6)
		return onMap, first, second
	},
	func(a draw.Box) (onMap, first, second draw.Box) {
		onMap, below := down(a, 0.42)
		first, second = across(below, 0.56)
		return onMap, first, second
	},
	func(a draw.Box) (onMap, first, second draw.Box) {
		upper, second := down(a, 0.68)
		onMap, first = across(upper, 0.45)
		return onMap, first, second
	},
	func(a draw.Box) (onMap, first, second draw.Box) {
		onMap, below := down(a, 0.34)
		first, second = down(below, 0.62)
		return onMap, first, second
	},
}

// across cuts an area into two with a gap between, the left one with this share.
func across(a draw.Box, share float64) (left, right draw.Box) {
	left, right = a, a
	left.X1 = a.X0 + math.Round((a.Width()-gap)*share)
	right.X0 = left.X1 + gap
	return left, right
}

// down is across for an upper and a lower one.
func down(a draw.Box, share float64) (upper, lower draw.Box) {
	upper, lower = a, a
	upper.Y1 = a.Y0 + math.Round((a.Height()-gap)*share)
	lower.Y0 = upper.Y1 + gap
	return upper, lower
}

// surround draws what stands round the parts of a page and returns the area
// left for them.
func (j *job) surround(ctx context.Context, on sheet, frame *charts.Chart) (left draw.Box, err error) {
	err = j.ink(ctx, on, j.page(), func(pic *draw.Picture, w, h float64) { left = charts.DrawFrame(pic, frame, w, h) })
	return left, err
}

// frame is the page's own texts, in the look of a chart's.
func (j *job) frame(title string) *charts.Chart {
	c := j.tally.Chart(j.pal)
	c.Title, c.Clear = title, j.options.Clear
	if j.options.Kind == Map {
		c.Subtitle = scene.Subtitle(j.room, j.sel, j.s, j.p) // a map counts all of them, and each once
	}
	c.Notes = nil
	if note := j.trayNote(); note != "" {
		c.Notes = []string{note}
	}
	j.sign(c)
	return c
}

// placeChart draws a chart into a part of the page. Source and date stand on
// the page once.
func (j *job) placeChart(ctx context.Context, on sheet, a draw.Box, c *charts.Chart) error {
	c.Subtitle, c.Source, c.Footer = "", "", ""
	box, ok := j.box(a)
	if !ok {
		return nil
	}
	var at *charts.Layout
	if err := j.ink(ctx, on, box, func(pic *draw.Picture, w, h float64) { at = charts.Draw(pic, c, w, h) }); err != nil {
		return err
	}
	if w, ok := on.(*witness); ok {
		w.chart(c, at, place{box.Min, j.options.Size.Density})
	}
	return j.outline(ctx, on, box)
}

// placeMap draws the map into a part of the page. A proof has it last, if at all.
func (j *job) placeMap(ctx context.Context, on sheet, a draw.Box) error {
	box, ok := j.box(a)
	if !ok {
		return nil
	}
	if p, ok := on.(*proof); ok {
		p.last = func() error { return j.drawMap(ctx, on, box) }
		return nil
	}
	return j.drawMap(ctx, on, box)
}

// drawMap draws the map into a box of the page. Every level of detail up to the one that
// the picture asks for is loaded first, and the relief, so that the picture does not
// depend on what has been looked at before.
func (j *job) drawMap(ctx context.Context, on sheet, box image.Rectangle) error {
	d := j.options.Size.Density
	w, h := float64(box.Dx())/d, float64(box.Dy())/d
	m := scene.Map(j.room, j.sel, j.s, j.p, j.pal, scene.Viewport(j.room, j.s, w, h, d))
	if j.options.Kind != Map {
		m.Furniture.Legend = brief(m.Furniture.Legend)
		m.Furniture.ScaleBar = w >= 520
	}
	j.fit(m)
	if note := scene.OutsideNote(j.room, j.sel, j.s, j.p, m.View); note != "" && !j.s.Hidden.Panes() {
		m.Furniture.Note = note + " " + m.Furniture.Note
		j.words.Description += " " + note
		j.outside = note
	}
	if err := j.room.Atlas.Load(geo.ReliefLevel, m.View.Projection); err != nil {
		return err
	}
	for level := range j.room.Atlas.LevelFor(m.View) + 1 {
		if err := j.room.Atlas.Load(level, m.View.Projection); err != nil {
			return err
		}
	}
	j.shown, j.looks = whole(m, j.s), m.View
	pic, at, err := maps.Record(ctx, m)
	if err != nil {
		return err
	}
	if w, ok := on.(*witness); ok {
		w.markers(m, at, place{box.Min, d}, j.p.T("export.legiblemarkers"))
	}
	if err := on.put(ctx, pic, box.Min); err != nil {
		return err
	}
	return j.outline(ctx, on, box)
}

// brief makes a legend smaller, for a map that shares its page: without a heading, in
// small symbols. What the map draws is explained on any page.
func brief(l *maps.Legend) *maps.Legend {
	if l == nil {
		return nil
	}
	out := &maps.Legend{Rows: slices.Clone(l.Rows)}
	for i := range out.Rows {
		if r := &out.Rows[i]; r.Kind == maps.LegendMarker {
			r.Weight = r.MaxWeight / 12
		}
	}
	return out
}

// box is a part of the page in whole device pixels; false if the page is too
// small for the part, which is then left out.
func (j *job) box(a draw.Box) (image.Rectangle, bool) {
	r := j.pixels(a)
	return r, !r.Empty() && r.In(j.page())
}

// pixels is a part of the page in whole device pixels.
func (j *job) pixels(a draw.Box) image.Rectangle {
	px := func(v float64) int { return int(math.Round(v * j.options.Size.Density)) }
	return image.Rectangle{image.Pt(px(a.X0), px(a.Y0)), image.Pt(px(a.X1), px(a.Y1))}
}
