package export

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"unicode"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/names"
)

// Type on paper, in points. Journals ask for 6 to 8 points in a printed figure and
// take none below.
const (
	LeastType = 6.0
	BestType  = 8.0
	typeStep  = 1.0
)

// smallest is the smallest type of a layout, in layout pixels, at text size 1.
const smallest = 12

// typed is the density at which the smallest type of a layout has so many points.
func (s Size) typed(points, textSize float64) float64 {
	return points / 72 * s.DPI / (smallest * textSize)
}

// SmallError says that a size on paper is too small for all that belongs on the
// picture, even in the least type.
type SmallError struct {
	Lack          Lack
	Width, Height float64 // as asked for, in millimetres
	// LeastWidth and LeastHeight are the smallest size of the same proportions that
	// works, in whole millimetres; 0 if there is none.
	LeastWidth, LeastHeight int
}

func (e *SmallError) Error() string { return e.In(i18n.For(i18n.English)) }

// In is the sentence in the language of p.
func (e *SmallError) In(p *i18n.Printer) string {
	one := func(v float64) string { return fmt.Sprintf("%.0f", v) }
	text := p.T("export.small", i18n.Args{
		"Width": one(e.Width), "Height": one(e.Height), "Type": p.Number(LeastType), "Lack": p.T(string(e.Lack)),
	})
	if e.LeastWidth == 0 {
		return text + " " + p.T("export.smallNone")
	}
	return text + " " + p.T("export.smallLeast", i18n.Args{"Width": one(float64(e.LeastWidth)), "Height": one(float64(e.LeastHeight))})
}

// Lack is what finds no room on a picture: the key of its words.
type Lack string

// The lacks.
const (
	noLack      Lack = ""
	lacksWords  Lack = "export.lackWords"  // a title, note or source is cut or left out
	lacksRows   Lack = "export.lackRows"   // rows are folded, or their names cut
	lacksLegend Lack = "export.lackLegend" // the legend lies over a state, or is left out
	lacksStates Lack = "export.lackStates" // a state of the data has no name on the map
)

// open prepares an export: on paper in the largest type in which nothing is cut or
// left out. It fails with a [*SmallError] if that is none. Texts of SVG are set by
// programs that may have another face, and get room for it.
func open(ctx context.Context, room *scene.Room, s state.State, o Options) (*job, error) {
	if o.Format == "svg" {
		var err error
		if room, err = room.Loose(); err != nil {
			return nil, err
		}
	}
	if !o.Size.Paper || o.Kind == Slide {
		if err := o.divide(ctx, room, s); err != nil {
			return nil, err
		}
		return newJob(room, s, o)
	}
	small := &SmallError{}
	for points := o.firstType(); points >= LeastType; points -= typeStep {
		for o.division = range o.divisions() {
			lack, density, err := lackAt(ctx, room, s, o, points)
			if err != nil {
				return nil, err
			}
			if lack == noLack {
				o.Size.Density = density
				return newJob(room, s, o)
			}
			small.Lack = lack
		}
	}
	small.Width, small.Height = o.Size.MM()
	return nil, cmp.Or(small.search(ctx, room, s, o), error(small))
}

// divide takes the first division of a page of pixels in which no chart leaves out a row
// or cuts its name, the usual one if there is none.
func (o *Options) divide(ctx context.Context, room *scene.Room, s state.State) error {
	if o.Kind != Dashboard {
		return nil
	}
	for o.division = range divisions {
		j, err := newJob(room, s, *o)
		if err != nil {
			return err
		}
		on := &proof{density: o.Size.Density, texts: map[string]bool{}}
		if err := j.compose(ctx, on); err != nil {
			return err
		}
		if !on.lacksRows(j.tally.Chart(j.pal)) && !on.lacksRows(j.second.Chart(j.pal)) {
			return nil
		}
	}
	o.division = 0
	return nil
}

// divisions is how many ways there are to divide the page.
func (o *Options) divisions() int {
	if o.Kind == Dashboard {
		return len(divisions)
	}
	return 1
}

// firstType is the type that is tried first. A map needs room for its names and its
// legend, so that its type is finer on a small page, as in a printed atlas.
func (o *Options) firstType() float64 {
	points := BestType
	for o.Kind != Chart && points > LeastType && float64(o.Size.Width)/o.Size.typed(points, 1) < minMapWidth {
		points -= typeStep
	}
	return points
}

// search finds the smallest size that works. What fits at one size need not fit at
// each above, so it goes up, by a tenth, then by a fortieth and then by the millimetre
// through what the step before has passed over.
func (e *SmallError) search(ctx context.Context, room *scene.Room, s state.State, o Options) error {
	from, to := math.Ceil(e.Width)+1, min(4*e.Width, MaxMM)
	for _, share := range [...]float64{10, 40, math.Inf(1)} {
		step, found := max(1, math.Round(e.Width/share)), false
		for width := from; width <= to && !found; width += step {
			height := math.Ceil(width * e.Height / e.Width)
			o.Size.Width, o.Size.Height = int(math.Round(width*o.Size.DPI/25.4)), int(math.Round(height*o.Size.DPI/25.4))
			lack, err := o.leastLack(ctx, room, s)
			if err != nil {
				return err
			}
			if found = lack == noLack; found {
				e.LeastWidth, e.LeastHeight = int(width), int(height)
				from, to = max(from, width-step+1), width-1
			}
		}
		if e.LeastWidth == 0 {
			return nil
		}
	}
	return nil
}

// leastLack says what finds no room in the least type, however the page is divided.
func (o Options) leastLack(ctx context.Context, room *scene.Room, s state.State) (lack Lack, err error) {
	for o.division = range o.divisions() {
		if lack, _, err = lackAt(ctx, room, s, o, LeastType); lack == noLack || err != nil {
			return lack, err
		}
	}
	return lack, nil
}

// lackAt lays a picture out in type of so many points and says what finds no room.
func lackAt(ctx context.Context, room *scene.Room, s state.State, o Options, points float64) (Lack, float64, error) {
	density := o.Size.typed(points, min(1, View(s).TextSize))
	o.Size.Density = density
	j, err := newJob(room, s, o)
	if err != nil {
		return noLack, 0, err
	}
	lack, err := j.lack(ctx)
	return lack, density, err
}

// proof is a sheet that only keeps what is written. Placing the names of a map takes far
// longer than all the rest of a page, so that it waits for somebody to ask for it.
type proof struct {
	density float64
	last    func() error    // draws the map; nil without one
	texts   map[string]bool // each without spaces
	all     strings.Builder // the same one after the other: a line's end divides nothing
}

func (p *proof) fine() float64 { return p.density }

func (p *proof) put(ctx context.Context, pic *draw.Picture, _ image.Point) error {
	for i := range pic.Steps {
		if t := pic.Steps[i].Text; t != nil {
			words := dense(t.String)
			p.texts[words] = true
			p.all.WriteString(words)
		}
	}
	return ctx.Err()
}

// dense is a text without what a line's end may have taken from it.
func dense(text string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text))
}

// holds reports whether one of the texts is on the sheet as a whole.
func (p *proof) holds(texts ...string) bool {
	return slices.ContainsFunc(texts, func(t string) bool { return t != "" && strings.Contains(p.all.String(), dense(t)) })
}

// lack composes the page and says what is missing on it: its map only if nothing is
// missing round it.
func (j *job) lack(ctx context.Context) (Lack, error) {
	on := &proof{density: j.options.Size.Density, texts: map[string]bool{}}
	if err := j.compose(ctx, on); err != nil {
		return noLack, err
	}
	page := j.chart()
	if j.options.Kind != Chart {
		page = j.frame(j.title)
	}
	for _, words := range append([]string{page.Title, page.Subtitle, page.Footer}, page.Notes...) {
		if words != "" && !on.holds(words) {
			return lacksWords, nil
		}
	}
	if page.Source != "" && !on.holds(page.Source, page.ShortSource) || j.options.Definitions && len(j.defined) < len(j.terms()) {
		return lacksWords, nil
	}
	if j.options.Kind != Map {
		for _, n := range []*scene.Tally{j.tally, j.second} {
			if n != nil && on.lacksRows(n.Chart(j.pal)) {
				return lacksRows, nil
			}
		}
	}
	if on.last != nil {
		if err := on.last(); err != nil {
			return noLack, err
		}
	}
	if j.covered {
		return lacksLegend, nil
	}
	if j.shown != nil {
		if l := j.shown.Furniture.Legend; l != nil && slices.ContainsFunc(l.Rows, func(r maps.LegendRow) bool { return r.Text != "" && !on.holds(r.Said()...) }) {
			return lacksLegend, nil
		}
		states := j.room.Data.Profile.Region
		for _, l := range j.shown.Labels {
			if l.Kind == names.Country && slices.Contains(states, l.ISO) && !on.texts[dense(l.Text)] && !on.texts[dense(l.Short)] {
				return lacksStates, nil
			}
		}
	}
	return noLack, nil
}

// lacksRows reports whether a row or a panel of a chart has no whole name on the
// sheet.
func (p *proof) lacksRows(c *charts.Chart) bool {
	if c.Empty != "" {
		return false
	}
	rows := c.Rows
	for _, panel := range c.Panels {
		rows = append(slices.Clip(rows), panel.Category)
	}
	if c.Kind == charts.Timeline {
		rows = nil // names of columns give way, and the axis says when
	}
	for _, s := range c.Series {
		if !p.holds(s.Label) {
			return true
		}
	}
	for i, cells := range c.Said {
		if c.Verdicts[i] != "" && !p.holds(c.Verdicts[i]) || slices.ContainsFunc(cells, func(s charts.Said) bool { return !p.holds(s.Text) || s.Head != "" && !p.holds(s.Head) }) {
			return true
		}
	}
	return slices.ContainsFunc(rows, func(r charts.Category) bool { return !p.holds(r.Label, r.Short) })
}

// whole is the map if it is the whole region's, where all its states belong, else nil.
func whole(m *maps.Map, s state.State) *maps.Map {
	if !s.Camera.Fits() {
		return nil
	}
	return m
}
