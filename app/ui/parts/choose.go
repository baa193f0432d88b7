package parts

import (
	"image/color"
	"slices"
	"sort"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/internal/draw/text"
)

// Choose lays a wash behind the bytes from up to to, which a person has selected;
// if there are none, nothing is.
func (p *Paragraph) Choose(from, to int, wash color.Color) {
	var spans [][2]int
	if from < to {
		spans = [][2]int{{from, to}}
	}
	if len(spans) == len(p.chosen.spans) && (len(spans) == 0 || spans[0] == p.chosen.spans[0]) {
		return
	}
	p.chosen.spans, p.chosen.color = spans, wash
	p.lay(&p.chosen)
	p.Refresh()
}

// Lines returns the text as it is broken.
func (p *Paragraph) Lines() []string { return p.broken }

// At is the byte of the text between the letters next to a place of the
// paragraph, which may lie beside it.
func (p *Paragraph) At(pos fyne.Position) int {
	if len(p.starts) == 0 {
		return 0
	}
	n := min(max(int(pos.Y/p.pitch), 0), len(p.starts)-1)
	if pos.Y < 0 {
		return 0
	}
	if pos.Y >= float32(len(p.lines))*p.pitch {
		return len(p.text)
	}
	line, edges := p.broken[n], []int{0}
	for letter := range text.Graphemes(line) {
		edges = append(edges, edges[len(edges)-1]+len(letter))
	}
	x := func(i int) float32 { return p.measure(line[:edges[i]]) }
	i := sort.Search(len(edges), func(i int) bool { return x(i) >= pos.X })
	switch {
	case i == len(edges):
		i--
	case i > 0 && pos.X-x(i-1) < x(i)-pos.X:
		i--
	}
	return p.starts[n] + edges[i]
}

// Where is the place of a byte, where its letter begins: the upper left corner, and the
// height of a line.
func (p *Paragraph) Where(at int) (corner fyne.Position, high float32) {
	for n, begin := range slices.Backward(p.starts) {
		if at >= begin {
			end := min(at, begin+len(p.broken[n]))
			return fyne.NewPos(p.measure(p.text[begin:end]), float32(n)*p.pitch), p.pitch
		}
	}
	return fyne.Position{}, p.pitch
}
