package export

import (
	"context"
	"image"
	"math"
	"strings"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
)

// How the definitions below a picture are set.
const (
	definitionType    = 12.0 // layout pixels
	definitionLeading = 1.35
	definitionMost    = 0.4 // of the height of the page
)

// definition is a term and its lines; the first begins with the term, in bold.
type definition struct {
	name  string
	lines []string
}

// terms lists the terms that the words of a picture use: its title, what it says
// of itself, its rows, columns and notes.
func (j *job) terms() []scene.Term {
	words := []string{j.words.Title, j.words.Description}
	for _, n := range []*scene.Tally{j.tally, j.second} {
		if n == nil || j.options.Kind == Map {
			continue
		}
		c := n.Chart(j.pal)
		words = append(words, c.Title, c.Subtitle)
		words = append(words, c.Notes...)
		for _, list := range [][]string{labels(len(c.Rows), func(i int) string { return c.Rows[i].Label }), labels(len(c.Columns), func(i int) string { return c.Columns[i].Label }), labels(len(c.Series), func(i int) string { return c.Series[i].Label })} {
			words = append(words, list...)
		}
	}
	if o := j.options.Scene; o != nil {
		words = append(words, o.Title, o.Caption)
	}
	return j.room.Glossary(j.p.Lang()).Find(strings.Join(words, "\n"))
}

func labels(n int, label func(int) string) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = label(i)
	}
	return out
}

// define sets the definitions of the picture's terms for its width, as many as
// have room, and gives them the lower part of the page. Its description names
// them.
func (j *job) define() {
	style, size, d := j.tally.Chart(j.pal).Style, j.definitionSize(), j.options.Size.Density
	width := float64(j.options.Size.Width)/d - 2*gap
	high := 0.0
	for _, t := range j.terms() {
		lead := t.Name + ":"
		measure := func(part string) float64 {
			if rest, ok := strings.CutPrefix(part, lead); ok {
				return (style.Bold.Width(lead) + style.Regular.Width(rest)) * size
			}
			return style.Regular.Width(part) * size
		}
		x := definition{lead, text.Lines(lead+" "+t.Definition, width, measure)}
		more := float64(len(x.lines))*size*definitionLeading + size*0.3
		if (high+more+2*gap)*d > definitionMost*float64(j.options.Size.Height) {
			break
		}
		high += more
		j.defined = append(j.defined, x)
		j.words.Description += " " + sentence(lead+" "+t.Definition)
	}
	if len(j.defined) > 0 {
		j.below = int(math.Round((high + 1.5*gap) * d))
	}
}

func (j *job) definitionSize() float64 { return definitionType * max(1, j.s.TextSize) }

// definitions draws them on the lower part of the page.
func (j *job) definitions(ctx context.Context, on sheet) error {
	whole := image.Rect(0, 0, j.options.Size.Width, j.options.Size.Height)
	box := image.Rect(0, j.page().Max.Y, whole.Max.X, whole.Max.Y)
	style, size := j.tally.Chart(j.pal).Style, j.definitionSize()
	return j.ink(ctx, on, box, func(pic *draw.Picture, w, h float64) {
		k := pic.Density
		if !j.options.Clear {
			pic.Fill("paper", j.pal.Panel, draw.Rectangle(0, 0, float64(pic.Width), float64(pic.Height)))
		}
		pic.Fill("rule", j.pal.Hairline, draw.Rectangle(gap*k, 0, (w-gap)*k, k))
		y := gap / 2.0
		for _, x := range j.defined {
			for i, line := range x.lines {
				y += size * definitionLeading
				at := float64(gap)
				if rest, ok := strings.CutPrefix(line, x.name); i == 0 && ok {
					pic.Write("term", style.Ink, draw.Line(style.Bold, x.name, size*k, at*k, y*k, draw.Start, 0))
					at += style.Bold.Width(x.name) * size
					line = rest
				}
				pic.Write("definition", style.InkMuted, draw.Line(style.Regular, line, size*k, at*k, y*k, draw.Start, 0))
			}
			y += size * 0.3
		}
	})
}
