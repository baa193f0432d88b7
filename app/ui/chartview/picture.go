package chartview

import (
	"context"
	"image"
	"slices"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/charts"
)

// key is everything that a picture depends on.
type key struct {
	room  *scene.Room
	state state.State
	size  charts.Size
	hover bool   // what the pointer is on is lit for a glance
	plays bool   // time plays: the chart has a large date, and stays where nothing is left
	words string // beside the chart
}

// order is a key with what is needed to draw it, all of which follows from it.
type order struct {
	key
	sel     *scene.Selection
	printer *i18n.Printer
	palette *scene.Palette
	framed  bool // the window's status line says what the chart's foot says
}

// picture is a finished chart.
type picture struct {
	key    key
	image  *image.RGBA
	layout *charts.Layout

	caution [2]string // said at the foot of the pane, whole and in short
}

func (p *picture) bytes() int64 { return int64(len(p.image.Pix)) }

// draw makes a picture. A chart takes a few milliseconds, so it only looks at
// its context at the start.
func draw(ctx context.Context, o order) (*picture, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if o.hover {
		o.sel = scene.Select(o.room.Data, o.state)
	}
	tally := scene.Count(o.room, o.sel, o.state, o.printer)
	c, caution := tally.Chart(o.palette), [2]string{}
	if o.framed {
		caution = spare(c, tally)
		if whole := tally.Whole(); whole != nil {
			spare(c.Whole, whole)
		}
	}
	scene.Unsay(c, o.words)
	c.Preview = o.hover
	if o.plays {
		c.Empty, c.Clock = "", scene.Clock(o.state, o.printer)
		if c.Whole != nil {
			c.Whole.Clock = c.Clock
		}
	}
	img, layout, err := charts.Image(c, o.size)
	if err != nil {
		return nil, err
	}
	return &picture{o.key, img, layout, caution}, nil
}

// spare leaves out of a chart what the window says elsewhere, and returns the
// caution that it says for it.
func spare(c *charts.Chart, tally *scene.Tally) [2]string {
	caution, short := tally.Caution()
	c.SpareFoot, c.Subtitle = true, tally.SubtitleUnlit()
	c.Notes = slices.DeleteFunc(c.Notes, func(note string) bool { return note == caution })
	return [2]string{caution, short}
}

// ask orders a picture of what is to be shown now, unless it is on the screen
// or kept.
func (v *View) ask() {
	h := v.host
	_, size := v.area()
	if v.folded || v.stale || !v.raster.Visible() || size.Width < 40 || size.Height < 40 {
		v.pictures.Drop()
		v.wanted = key{}
		if !v.table.waits() {
			v.done()
		}
		return
	}
	k := key{h.Room, charted(h.State()), charts.Size{Width: float64(size.Width), Height: float64(size.Height), Density: parts.Density(v)}, false, h.Playing(), ""}
	if h.Words != nil {
		k.words = h.Words()
	}
	if f := h.Preview(); f.Lights() && !k.state.Lights() {
		f.Meeting, f.Document, f.Statement = k.state.Meeting, k.state.Document, k.state.Statement
		k.hover, k.state.Focus = true, f
	}
	k.state.Table, k.state.Sort = false, "" // change nothing in the picture
	if k == v.wanted {
		return
	}
	v.wanted = k
	if p, ok := v.cache.Get(k); ok {
		v.pictures.Drop()
		v.show(p)
		return
	}
	v.pictures.Request(order{k, h.Selection(), h.Printer(), h.Palette(), !h.Present})
	v.wait()
}

// wait shows, before long, that the pane is working.
func (v *View) wait() {
	if v.slow == nil {
		v.slow = v.scope.After(slowAfter, v.progress.Show)
	}
}

// arrive takes a finished picture to the screen.
func (v *View) arrive(_ order, p *picture, err error) {
	if err != nil {
		v.done()
		v.host.Log.WithError(err).Error("draw the chart")
		v.host.Say(v.host.T("panes.chartFailed"))
		return
	}
	v.cache.Put(p.key, p)
	v.show(p)
}

// Poll takes a picture that is drawn to a window that is about to be painted for the
// first time.
func (v *View) Poll() {
	if v.pic == nil {
		v.pictures.Poll()
	}
}

func (v *View) done() {
	if v.slow != nil {
		v.slow()
		v.slow = nil
	}
	v.progress.Hide()
}

func (v *View) show(p *picture) {
	v.done()
	v.pic = p
	v.place()
	v.placeCaution()
	v.raster.Refresh()
	v.plot.renew()
}

// place puts the picture at the upper left of its area in its own size, so
// that nothing is stretched while a picture of the new size is made.
func (v *View) place() {
	at, size := v.area()
	// A rectangle as large as the pane costs more than the picture itself where
	// there is no GPU: it is only as large as what the picture leaves bare.
	back := v.Size()
	if v.pic != nil {
		pic := fyne.NewSize(float32(v.pic.key.size.Width), float32(v.pic.key.size.Height))
		if v.raster.Visible() && pic == size {
			back.Height = v.headHeight()
		}
		size = pic
	}
	v.back.Resize(back)
	v.raster.Move(at)
	v.raster.Resize(size)
	v.plot.trace()
}
