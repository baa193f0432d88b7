package export

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"slices"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/backrow"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/sorts"
	"c5atlas.org/c5atlas/maps"
)

// Illegible is what the back row cannot read on a scene.
type Illegible struct {
	Scene int         // from 1
	Look  state.Theme // in which alone it is so; "" if it is so in the first that was looked at
	backrow.Finding
}

// In says it in the language of p.
func (x Illegible) In(p *i18n.Printer) string {
	one := func(v float64) string { return p.Number(float64(int(v*10+0.5)) / 10) }
	args := i18n.Args{"Object": x.Object, "Measured": one(x.Measured), "Wanted": one(x.Wanted)}
	if x.Vision != "" {
		args["Eye"] = p.T(eyes[x.Vision])
	}
	if x.Look == "" {
		return p.T(illegible[x.Kind], args)
	}
	return p.T("export.legiblein", i18n.Args{"What": p.T(illegible[x.Kind], args), "Look": scene.ThemeName(x.Look, p)})
}

// RoomLooks are the looks in which a class sees a lesson.
func RoomLooks() []state.Theme { return []state.Theme{state.Light, state.Dark} }

// illegible are the keys of what is said of each kind, eyes those of how one sees.
var (
	illegible = map[backrow.Kind]string{
		backrow.SmallType: "export.legibletype", backrow.FaintText: "export.legibletext", backrow.FaintMark: "export.legiblemark",
		backrow.AlikeMarks: "export.legiblecolours", backrow.TooManyWords: "export.legiblewords", backrow.TooManyTexts: "export.legiblepassages",
		backrow.TooManyLabels: "export.legiblelabels", backrow.NoChange: "export.legiblesame", backrow.Boxes: "export.legibleboxes",
	}
	eyes = map[string]string{
		"normal": "export.eyenormal", "protan": "export.eyeprotan", "deutan": "export.eyedeutan", "tritan": "export.eyetritan", "grey": "export.eyegrey",
	}
)

// Legibility draws the scenes of a lesson for a room whose screen has that size, in each
// of these looks, and lists what is hard to read, scene by scene. What is measured is
// what is drawn: the texts with their sizes, inks and what lies under them, and the
// looks of categories and markers. It stops with ctx's error when ctx ends.
func Legibility(ctx context.Context, room *scene.Room, steps []scene.Step, by state.Person, o Options, in ...state.Theme) ([]Illegible, error) {
	var out []Illegible
	last := make([]*witness, len(in))
	for i, s := range steps {
		o.Kind, o.Scene = Slide, sceneIn(steps, i)
		o.Scene.Hidden, o.Scene.Strokes = "", nil // as it ends, and as the lesson has it
		var first []backrow.Finding
		for k, look := range in {
			by.Theme = look
			j, err := newJob(room, seen(s, by), o)
			if err != nil {
				return nil, err
			}
			w := &witness{pixels: newPixels(j.options.Size), words: s.Caption, panes: s.Panes}
			if err := j.compose(ctx, w); err != nil {
				return nil, fmt.Errorf("scene %d: %w", i+1, err)
			}
			found := backrow.Check(w.read(last[k]))
			for _, f := range found {
				x := Illegible{Scene: i + 1, Finding: f}
				if k > 0 {
					if x.Look = look; slices.ContainsFunc(first, func(a backrow.Finding) bool { return a.Kind == f.Kind && a.Object == f.Object }) {
						continue
					}
				}
				out = append(out, x)
			}
			if last[k] = w; k == 0 {
				first = found
			}
		}
	}
	return out, ctx.Err()
}

// witness is a sheet that keeps what is drawn on it: texts apart from the rest, and
// the rest as pixels.
type witness struct {
	*pixels
	texts    []written
	puts     []int // how many texts there were before each picture
	fills    [][]backrow.Fill
	labels   int
	passages int
	words    string
	panes    scene.Panes
}

// written is a text with where its letters are on the page.
type written struct {
	*draw.Text
	ink color.NRGBA
	at  image.Point
}

func (w *witness) put(ctx context.Context, pic *draw.Picture, at image.Point) error {
	w.puts = append(w.puts, len(w.texts))
	bare := *pic
	bare.Steps = nil
	for _, s := range pic.Steps {
		if s.Text != nil {
			w.texts = append(w.texts, written{s.Text, s.Color, at})
			continue
		}
		bare.Steps = append(bare.Steps, s)
	}
	return w.pixels.put(ctx, &bare, at)
}

// place is where a pane begins on the page, and how many pixels a layout pixel of it has.
type place struct {
	image.Point
	density float64
}

// box is a part of the pane on the page.
func (p place) box(x, y, w, h float64) image.Rectangle {
	px := func(v float64) int { return int(v * p.density) }
	return image.Rect(px(x), px(y), px(x+w), px(y+h)).Add(p.Point)
}

// chart takes note of a chart's categories, each where its largest mark is, and rows.
func (w *witness) chart(c *charts.Chart, l *charts.Layout, on place) {
	var fills []backrow.Fill
	largest := map[string]charts.Mark{}
	for _, m := range l.Marks {
		if !m.Total && m.W*m.H > largest[m.Series].W*largest[m.Series].H {
			largest[m.Series] = m
		}
	}
	for _, s := range c.Series {
		f := backrow.Fill{Name: s.Label, Color: s.Fill.Color, Pattern: int(s.Fill.Pattern), Ground: c.Style.Background}
		if m, ok := largest[s.Key]; ok {
			f.Box = on.box(m.X, m.Y, m.W, m.H)
		}
		if s.Fill.Pattern != charts.Solid && s.Fill.Pattern != charts.WhiteRule {
			f.Edge = s.Fill.Outline
		}
		fills = append(fills, f)
	}
	w.fills = append(w.fills, fills)
	if c.Kind != charts.Timeline { // whose columns are named where there is room
		w.labels = max(w.labels, len(c.Rows))
	}
}

// markers takes note of the ink of markers, called name and seen best where the largest
// is, beside their halo on the land that contrasts least with it.
func (w *witness) markers(m *maps.Map, at *maps.Placement, on place, name string) {
	if len(m.Markers) == 0 {
		return
	}
	halo := func(land color.NRGBA) color.NRGBA { return backrow.Over(m.Style.Halo, land) }
	f := backrow.Fill{Name: name, Color: m.Style.Marker, Ground: halo(m.Style.Land)}
	for _, tint := range m.Style.CountryFill {
		if g := halo(tint); backrow.Contrast(f.Color, g) < backrow.Contrast(f.Color, f.Ground) {
			f.Ground = g
		}
	}
	r := 0.0
	for _, x := range at.Markers() {
		if box := on.box(x.X-x.R, x.Y-x.R, 2*x.R, 2*x.R); x.R > r && box.In(w.page.Rect) {
			r, f.Box = x.R, box
		}
	}
	w.fills = append(w.fills, []backrow.Fill{f})
}

// read is the page as it is judged, after that of the scene before.
func (w *witness) read(before *witness) *backrow.Page {
	p := &backrow.Page{Height: float64(w.page.Rect.Dy()), Fills: w.fills, Labels: w.labels, Passages: w.passages}
	for _, t := range w.texts {
		p.Texts = append(p.Texts, backrow.Text{Words: t.String, Lacks: dataset.Undrawn(t.String), Size: t.Size, Ink: t.ink, Ground: w.under(t), Box: t.box()})
	}
	p.Lines = len(w.texts) - w.puts[len(w.puts)-1] // the words come last
	p.Repeats = before != nil && w.panes == before.panes && bytes.Equal(w.page.Pix, before.page.Pix) &&
		slices.Equal(w.shown(), before.shown()) && (w.panes != scene.WordsAlone || w.words == before.words)
	return p
}

// box is what the letters take of the page, about.
func (t written) box() (out image.Rectangle) {
	for _, l := range t.Letters {
		along, up := l.Advance*t.Size, t.Size
		at := image.Pt(int(l.X), int(l.Y)).Add(t.at)
		end := at.Add(image.Pt(int(along*l.Cos+up*l.Sin), int(along*l.Sin-up*l.Cos)))
		out = out.Union(image.Rectangle{at, end}.Canon())
	}
	return out
}

// shown is the texts of the panes: those between the page's own and the words.
func (w *witness) shown() (out []string) {
	if len(w.puts) < 2 {
		return nil
	}
	for _, t := range w.texts[w.puts[1]:w.puts[len(w.puts)-1]] {
		out = append(out, t.String)
	}
	return out
}

// under is the colour in the middle of those that lie under the letters of a text,
// by their lightness, with its halo.
func (w *witness) under(t written) color.NRGBA {
	var found []color.NRGBA
	for _, l := range t.Letters {
		for _, up := range [...]float64{0.1, 0.3, 0.5} {
			along := l.Advance * t.Size / 2
			x, y := l.X+along*l.Cos+up*t.Size*l.Sin, l.Y+along*l.Sin-up*t.Size*l.Cos
			if at := image.Pt(int(x), int(y)).Add(t.at); at.In(w.page.Rect) {
				c := w.page.RGBAAt(at.X, at.Y)
				found = append(found, color.NRGBA{c.R, c.G, c.B, 255})
			}
		}
	}
	if len(found) == 0 {
		return color.NRGBA{255, 255, 255, 255}
	}
	sorts.Func(found, func(a, b color.NRGBA) int {
		if backrow.Luminance(a) < backrow.Luminance(b) {
			return -1
		}
		return 1
	})
	ground := found[len(found)/2]
	if t.HaloWidth > 0 {
		ground = backrow.Over(t.Halo, ground)
	}
	return ground
}
