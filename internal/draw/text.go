package draw

import (
	"image/color"

	"github.com/paulmach/orb"
)

// Text is a label, letter by letter.
type Text struct {
	String    string
	Face      *Face
	Bold      bool
	Size      float64 // device pixels per em
	Slant     float64 // horizontal shift per height; 0.2 for italics
	Halo      color.NRGBA
	HaloWidth float64
	Letters   []Letter

	box orb.Bound // of the letters, set when the step is added
}

// Line is a straight text whose base line begins at x, y, in device pixels.
func Line(f *Face, bold bool, words string, size, x, y float64) *Text {
	t := &Text{String: words, Face: f, Bold: bold, Size: size}
	for _, r := range words {
		t.Letters = append(t.Letters, Letter{Rune: r, X: x, Y: y, Cos: 1})
		x += f.glyph(r).advance * size
	}
	return t
}

func (t *Text) bound() orb.Bound {
	var b orb.Bound
	for i, l := range t.Letters {
		adv := t.Face.glyph(l.Rune).advance * t.Size
		up, down := t.Size*0.8, t.Size*0.25
		corners := orb.MultiPoint{
			{l.X + up*l.Sin, l.Y - up*l.Cos},
			{l.X - down*l.Sin, l.Y + down*l.Cos},
			{l.X + adv*l.Cos + up*l.Sin, l.Y + adv*l.Sin - up*l.Cos},
			{l.X + adv*l.Cos - down*l.Sin, l.Y + adv*l.Sin + down*l.Cos},
		}
		if i == 0 {
			b = corners.Bound()
		} else {
			b = b.Union(corners.Bound())
		}
	}
	return b
}
