package draw

import (
	"math"
	"strings"
)

// textLine is a straight line of a text.
type textLine struct {
	words string
	first Letter
	width float64 // with the space after the last letter
	gap   float64 // between letters
}

// at is where a line is held.
func (l *textLine) at(a Anchor) (x, y float64) {
	along := [...]float64{Start: 0, Middle: l.width / 2, End: l.width}[a]
	return l.first.X + along*l.first.Cos, l.first.Y + along*l.first.Sin
}

// lines cuts a straight text into its lines; nil if it is not straight.
func (t *Text) lines() []textLine {
	var out []textLine
	var words strings.Builder
	end := func() {
		if len(out) > 0 {
			out[len(out)-1].words = words.String()
			words.Reset()
		}
	}
	for i, l := range t.Letters {
		if l.Sin != t.Letters[0].Sin || l.Cos != t.Letters[0].Cos {
			return nil
		}
		// How far the letter stands from the line before: along it and down from it.
		var along, down float64
		if i > 0 {
			line := &out[len(out)-1]
			dx, dy := l.X-line.first.X, l.Y-line.first.Y
			along, down = dx*l.Cos+dy*l.Sin, dy*l.Cos-dx*l.Sin
		}
		if i == 0 || math.Abs(down) > 0.01*t.Size {
			if l.Sin != 0 && i > 0 {
				return nil
			}
			end()
			out = append(out, textLine{first: l})
			along = 0
		}
		line := &out[len(out)-1]
		if words.Len() > 0 {
			line.gap = along - line.width
			line.width += line.gap
		}
		line.width += t.advance(l)
		words.WriteString(l.Text)
	}
	end()
	for i := range out {
		// All gaps are alike, so the last one tells; rounding leaves specks.
		if math.Abs(out[i].gap) < 1e-3*t.Size {
			out[i].gap = 0
		}
		out[i].width += out[i].gap
	}
	return out
}
