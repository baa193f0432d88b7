// Package export makes what leaves the program: pictures of charts and maps
// with their sources inside, and tables. The window and the command line call
// the same functions, so the same view gives the same bytes from both.
package export

import (
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"time"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
)

// Kind says what of a view is exported.
type Kind string

// The kinds.
const (
	Chart     Kind = "chart"
	Map       Kind = "map"
	Dashboard Kind = "dashboard" // map, two charts and sources on one page
)

// Kinds lists the kinds.
func Kinds() []Kind { return []Kind{Chart, Map, Dashboard} }

// Options says how to export a view.
type Options struct {
	Kind     Kind
	Format   string // for [Write]: one of Formats
	Size     Size
	Software string    // name and version of the program
	Created  time.Time // written into the file; zero leaves it out, so that equal views give equal bytes
	Excel    bool      // CSV as [WriteExcelCSV] has it
	NoData   bool      // leave view and rows out of the file
	Scene    *SceneOf  // for a [Slide]

	division int // of a dashboard's page: which of divisions

	Extras
}

// Extras is what a picture has besides its view.
type Extras struct {
	Own Own // the author's words; a [Slide] has none

	// Clear leaves the ground of the page out, so that what the picture is laid on
	// shows. A map still has its sea.
	Clear bool
	// Definitions puts those of the terms that the picture's words use under it.
	Definitions bool
}

// Picture is a drawn view.
type Picture struct {
	Image *image.RGBA
	Words
	Setting Setting // of a [Slide]

	options  Options
	evidence *Evidence // nil if left out
}

// View returns s as a picture shows it: the theme resolved, the layout of the
// window and the place in a lesson dropped, everything valid.
func View(s state.State) state.State {
	d := state.Default()
	d.View, d.Lang, d.SecondLang, d.Theme, d.TextSize = s.View, s.Lang, s.SecondLang, s.Theme, s.TextSize
	d.Table = false
	if d = d.Valid(); d.Theme == state.System {
		d.Theme = state.Light
	}
	return d
}

// Draw draws a view. Equal room, view and options give an equal picture. It
// stops with ctx's error when ctx ends.
func Draw(ctx context.Context, room *scene.Room, s state.State, o Options) (*Picture, error) {
	j, err := open(ctx, room, s, o)
	if err != nil {
		return nil, err
	}
	return j.draw(ctx)
}

// draw is Draw of an export at work.
func (j *job) draw(ctx context.Context) (*Picture, error) {
	on := newPixels(j.options.Size)
	pic, err := j.picture(ctx, on)
	if err != nil {
		return nil, err
	}
	pic.Image = on.page
	return pic, ctx.Err()
}

// picture is all of a picture but its pixels, which on has.
func (j *job) picture(ctx context.Context, on sheet) (*Picture, error) {
	if err := j.compose(ctx, on); err != nil {
		return nil, err
	}
	pic := &Picture{Words: j.words, Setting: j.setting, options: j.options}
	if !j.options.NoData && j.s.Hidden == "" { // the rows say what is hidden
		pic.evidence = j.evidence()
	}
	return pic, nil
}

// Preview is the picture that Draw draws, no longer or higher than side pixels.
func Preview(ctx context.Context, room *scene.Room, s state.State, o Options, side int) (*image.RGBA, error) {
	pic, _, err := PreviewSlide(ctx, room, s, o, side)
	return pic, err
}

// PreviewSlide is Preview with how the picture is laid out, if it is of a [Slide].
func PreviewSlide(ctx context.Context, room *scene.Room, s state.State, o Options, side int) (*image.RGBA, Setting, error) {
	j, err := open(ctx, room, s, o)
	if err != nil {
		return nil, Setting{}, err
	}
	size := &j.options.Size
	shrink := min(1, float64(side)/float64(max(size.Width, size.Height)))
	less := func(px int) int { return max(1, int(math.Round(float64(px)*shrink))) }
	size.Width, size.Height, size.Density, j.below = less(size.Width), less(size.Height), size.Density*shrink, int(math.Round(float64(j.below)*shrink))
	on := newPixels(*size)
	err = j.compose(ctx, on)
	return on.page, j.setting, err
}

// Describe puts a picture of the view into words, which are the alternative text of its
// files. There are none for what is no kind of picture.
func Describe(room *scene.Room, s state.State, kind Kind) string {
	j, err := newJob(room, s, Options{Kind: kind, Size: Size{Width: 1, Height: 1, Density: 1}})
	if err != nil {
		return ""
	}
	return j.words.Description
}

// job is one export at work.
type job struct {
	room    *scene.Room
	s       state.State
	p       *i18n.Printer
	pal     *scene.Palette
	sel     *scene.Selection
	tally   *scene.Tally // of the chart of the view
	second  *scene.Tally // of a dashboard's other chart
	options Options
	words   Words
	title   string       // of the page, in the program's words
	shown   *maps.Map    // the map on the page, if it is the whole region's
	looks   geo.Viewport // what the map on the page shows
	outside string       // what the map on the page does not show
	setting Setting      // of a slide, when it is composed
	covered bool         // by its legend: one of the region's states
	defined []definition // under the picture
	below   int          // device pixels of the page's height that they have
}

func newJob(room *scene.Room, s state.State, o Options) (*job, error) {
	if !slices.Contains(Kinds(), o.Kind) && (o.Kind != Slide || o.Scene == nil) {
		return nil, fmt.Errorf("export: kind %q", o.Kind)
	}
	if o.Size.Width < 1 || o.Size.Height < 1 || !(o.Size.Density > 0) || float64(o.Size.Width)*float64(o.Size.Height) > MaxPixels {
		return nil, fmt.Errorf("export: size %+v", o.Size)
	}
	s = View(s)
	if o.Kind == Slide {
		s.Hidden = o.Scene.Hidden
	}
	p := i18n.With(s.Lang, s.SecondLang)
	j := &job{
		room: room, s: s, p: p, pal: scene.PaletteFor(s.Theme), sel: scene.Select(room.Data, s), options: o,
	}
	j.tally = scene.Count(room, j.sel, s, p)
	switch {
	case o.Kind == Slide: // its smallest type is a fiftieth of its height, as in the room
		j.options.Size.Density = float64(min(o.Size.Width, o.Size.Height)) / slideHeight
	case o.Kind != Chart && !o.Size.Paper: // a map needs room for its names: finer type on a small page, but never under a pixel a pixel
		j.options.Size.Density = min(o.Size.Density, max(1, float64(o.Size.Width)/minMapWidth))
	}
	j.words = Words{Lang: p.Lang(), Source: scene.SourceLine(room, j.sel, p), Title: scene.Title(room, s, p), Description: j.tally.Describe()}
	j.words.Copyright, j.words.Creator = room.Data.Profile.Rights.In(p.Lang()), room.Data.Profile.Credit.In(p.Lang())
	switch o.Kind {
	case Map:
		j.words.Title, j.words.Description = scene.MapTitle(room, s, p), j.describeMap()
	case Dashboard:
		j.second = scene.Count(room, j.sel, besides(s), p)
		j.words.Title = room.Data.Profile.Title.In(p.Lang())
		j.words.Description = sentence(j.words.Title) + " " + j.describeMap() + " " + j.words.Description
	case Slide:
		j.words.Title, j.words.Description = o.Scene.Title, "" // which comes with its panes
	}
	j.title = j.words.Title
	if o.Kind != Slide {
		j.own(o.Own.Clean())
	}
	if o.Definitions {
		j.define()
	}
	return j, nil
}

// sentence ends a text with one full stop; one that is abbreviated has it.
func sentence(text string) string { return strings.TrimSuffix(text, ".") + "." }

// describeMap puts the map into words: what is counted, where most of it is,
// and what has no place.
func (j *job) describeMap() string {
	parts := []string{sentence(scene.MapTitle(j.room, j.s, j.p)), sentence(scene.Subtitle(j.room, j.sel, j.s, j.p))}
	if e := scene.Empty(j.room, j.sel, j.s, j.p); e != "" {
		parts = append(parts, e)
	}
	for _, note := range []string{scene.Places(j.room, j.sel, j.s, j.p), j.trayNote()} {
		if note != "" {
			parts = append(parts, note)
		}
	}
	return strings.Join(append(parts, scene.BoundaryNote(j.room, j.p)), " ")
}

// trayNote names the meetings with statements that have no place on the map;
// "" if there are none.
func (j *job) trayNote() string {
	var list []string
	n := 0
	for _, c := range scene.Tray(j.room, j.sel, j.s, j.p) {
		if c.Count > 0 && !c.Placed {
			list = append(list, fmt.Sprintf("%s (%s, %s): %s", c.Title, c.Inside(), c.When, j.p.Int(c.Count)))
			n += c.Count
		}
	}
	if n == 0 {
		return ""
	}
	return j.p.N("export.noPlace", n, i18n.Args{"List": strings.Join(list, "; ")})
}

// slideHeight is the height of a slide in layout pixels, of which its smallest type
// has 12.
const slideHeight = 12 * 50

// minMapWidth is the least width of a page with a map in layout pixels, where the
// size is in pixels.
const minMapWidth = 900

// ErrNoTable says that a kind of picture has no single table behind it.
var ErrNoTable = errors.New("a dashboard has several tables")
