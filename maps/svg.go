package maps

import (
	"bufio"
	"context"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// writeSVG writes the steps of a picture as elements. One unit is a device
// pixel; shapes are cut to the window.
func writeSVG(ctx context.Context, w io.Writer, pic *Picture) error {
	out := bufio.NewWriter(w)
	density := max(pic.Density, 1e-6)
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %d %d">`+"\n",
		num(float64(pic.Width)/density), num(float64(pic.Height)/density), pic.Width, pic.Height)
	s := svgWriter{out: out, pic: pic}
	for i := range pic.Steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.step(&pic.Steps[i])
	}
	fmt.Fprint(out, "</svg>\n")
	return out.Flush()
}

type svgWriter struct {
	out      *bufio.Writer
	pic      *Picture
	patterns int
}

func (s *svgWriter) window(margin float64) orb.Bound {
	return orb.Bound{
		Min: orb.Point{-margin, -margin},
		Max: orb.Point{float64(s.pic.Width) + margin, float64(s.pic.Height) + margin},
	}
}

func (s *svgWriter) step(st *Step) {
	class := xmlText(st.Layer)
	switch st.Kind {
	case StepFill:
		if d := s.path(st, 2); d != "" {
			fmt.Fprintf(s.out, `<path class="%s" %s d="%s"/>`+"\n", class, paintOf("fill", st.Color), d)
		}
	case StepHatch:
		d := s.path(st, 2)
		if d == "" {
			return
		}
		s.patterns++
		side := num(float64(st.period) / math.Sqrt2)
		fmt.Fprintf(s.out, `<pattern id="hatch%d" width="%s" height="%s" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`+
			`<rect width="%s" height="%s" %s/></pattern>`+"\n", s.patterns, side, side, num(st.Width), side, paintOf("fill", st.Color))
		fmt.Fprintf(s.out, `<path class="%s" fill="url(#hatch%d)" d="%s"/>`+"\n", class, s.patterns, d)
	case StepStroke:
		d := s.path(st, st.Width+2)
		if d == "" {
			return
		}
		dash := ""
		if st.Dash != nil {
			parts := make([]string, len(st.Dash))
			for i, v := range st.Dash {
				parts[i] = num(v)
			}
			dash = ` stroke-dasharray="` + strings.Join(parts, " ") + `"`
		}
		fmt.Fprintf(s.out, `<path class="%s" fill="none" %s stroke-width="%s" stroke-linejoin="round"%s d="%s"/>`+"\n",
			class, paintOf("stroke", st.Color), num(st.Width), dash, d)
	case StepText:
		s.text(st, class)
	}
}

func (s *svgWriter) text(st *Step, class string) {
	t := st.Text
	if len(t.Letters) == 0 {
		return
	}
	var xs, ys, turns []string
	turned := false
	for _, l := range t.Letters {
		xs, ys = append(xs, num(l.X)), append(ys, num(l.Y))
		turns = append(turns, num(degrees(math.Atan2(l.Sin, l.Cos))))
		turned = turned || l.Sin != 0 || l.Y != t.Letters[0].Y
	}
	place := `x="` + strings.Join(xs, " ") + `" y="` + ys[0] + `"`
	if turned {
		place = `x="` + strings.Join(xs, " ") + `" y="` + strings.Join(ys, " ") + `" rotate="` + strings.Join(turns, " ") + `"`
	}
	look := ""
	if t.Slant != 0 {
		look += ` font-style="italic"`
	}
	if t.Bold {
		look += ` font-weight="bold"`
	}
	if t.HaloWidth > 0 && t.Halo.A > 0 {
		look += fmt.Sprintf(` %s stroke-width="%s" stroke-linejoin="round" paint-order="stroke"`, paintOf("stroke", t.Halo), num(2*t.HaloWidth))
	}
	fmt.Fprintf(s.out, `<text class="%s" font-family="'Noto Sans',sans-serif" font-size="%s" %s%s %s xml:space="preserve">%s</text>`+"\n",
		class, num(t.Size), paintOf("fill", st.Color), look, place, xmlText(t.String))
}

// path is the step's shapes, cut to the window, as path data.
func (s *svgWriter) path(st *Step, margin float64) string {
	win := s.window(margin)
	var d strings.Builder
	for _, g := range st.shapes {
		if !st.to.bound(g.bound).Intersects(win) {
			continue
		}
		for i, part := range g.parts {
			if !st.to.bound(g.bounds[i]).Intersects(win) {
				continue
			}
			pts := make([]orb.Point, len(part))
			for k, p := range part {
				pts[k] = st.to.apply(p)
			}
			if g.closed && st.Kind != StepStroke {
				appendPath(&d, clipRing(pts, win), true)
				continue
			}
			if g.closed {
				pts = append(pts, pts[0])
			}
			for _, piece := range clipLine(pts, win) {
				appendPath(&d, piece, false)
			}
		}
	}
	return d.String()
}

func appendPath(d *strings.Builder, pts []orb.Point, closed bool) {
	if len(pts) < 2 {
		return
	}
	for i, p := range pts {
		if i == 0 {
			d.WriteByte('M')
		} else {
			d.WriteByte('L')
		}
		d.WriteString(num(p[0]))
		d.WriteByte(' ')
		d.WriteString(num(p[1]))
	}
	if closed {
		d.WriteByte('Z')
	}
}

// num is a number to a hundredth.
func num(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0 // no negative zero
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func paintOf(attr string, c color.NRGBA) string {
	s := fmt.Sprintf(`%s="#%02x%02x%02x"`, attr, c.R, c.G, c.B)
	if c.A < 255 {
		s += fmt.Sprintf(` %s-opacity="%s"`, attr, num(float64(c.A)/255))
	}
	return s
}

func xmlText(s string) string {
	var b strings.Builder
	// A strings.Builder never fails.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}
