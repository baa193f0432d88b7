package draw

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"image/color"
	"image/png"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// svgUnits is how many units of an SVG's view box a device pixel has, so that
// paths are written in whole numbers.
const svgUnits = 10

// SVG writes a picture as an svg element with real text, its upper left corner
// at x, y: a document of its own, or a part of another. Its size is in layout
// pixels. A texture is a picture under the vectors, cut to what it lies on.
// Paths are cut to the window.
func SVG(ctx context.Context, w io.Writer, pic *Picture, x, y float64) error {
	out := bufio.NewWriter(w)
	density := max(pic.Density, 1e-6)
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="%s" y="%s" width="%s" height="%s" viewBox="0 0 %d %d">`+"\n",
		num(x), num(y), num(float64(pic.Width)/density), num(float64(pic.Height)/density), pic.Width*svgUnits, pic.Height*svgUnits)
	s := svgWriter{out: out, pic: pic}
	for i := range pic.Steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := s.step(&pic.Steps[i]); err != nil {
			return err
		}
	}
	fmt.Fprint(out, "</svg>\n")
	return out.Flush()
}

type svgWriter struct {
	out      *bufio.Writer
	pic      *Picture
	patterns int
}

func (s *svgWriter) step(st *Step) error {
	class := xmlText(st.Layer)
	switch st.Kind {
	case StepFill:
		if d := s.path(st, 2); d != "" {
			id := ""
			if st.Keep {
				id = ` id="land"`
			}
			fmt.Fprintf(s.out, `<path class="%s"%s %s d="%s"/>`+"\n", class, id, paintOf("fill", st.Color), d)
		}
	case StepHatch:
		d := s.path(st, 2)
		if d == "" {
			return nil
		}
		s.patterns++
		side := units(float64(st.Period) / math.Sqrt2)
		fmt.Fprintf(s.out, `<pattern id="hatch%d" width="%s" height="%s" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`+
			`<rect width="%s" height="%s" %s/></pattern>`+"\n", s.patterns, side, side, units(st.Width), side, paintOf("fill", st.Color))
		fmt.Fprintf(s.out, `<path class="%s" fill="url(#hatch%d)" d="%s"/>`+"\n", class, s.patterns, d)
	case StepStroke:
		d := s.path(st, st.Width+2)
		if d == "" {
			return nil
		}
		dash := ""
		if st.Dash != nil {
			parts := make([]string, len(st.Dash))
			for i, v := range st.Dash {
				parts[i] = units(v)
			}
			dash = ` stroke-dasharray="` + strings.Join(parts, " ") + `"`
		}
		fmt.Fprintf(s.out, `<path class="%s" fill="none" %s stroke-width="%s" stroke-linejoin="round"%s d="%s"/>`+"\n",
			class, paintOf("stroke", st.Color), units(st.Width), dash, d)
	case StepShade:
		var body bytes.Buffer
		if err := png.Encode(&body, st.overlay(s.pic)); err != nil {
			return fmt.Errorf("write relief: %w", err)
		}
		fmt.Fprintf(s.out, `<clipPath id="coast"><use xlink:href="#land"/></clipPath>`+"\n"+
			`<image class="%s" width="%d" height="%d" preserveAspectRatio="none" clip-path="url(#coast)" xlink:href="data:image/png;base64,%s"/>`+"\n",
			class, s.pic.Width*svgUnits, s.pic.Height*svgUnits, base64.StdEncoding.EncodeToString(body.Bytes()))
	case StepText:
		s.text(st, class)
	}
	return nil
}

func (s *svgWriter) text(st *Step, class string) {
	t := st.Text
	if len(t.Letters) == 0 {
		return
	}
	look := ""
	if t.Slant != 0 {
		look += ` font-style="italic"`
	}
	if t.Bold {
		look += ` font-weight="bold"`
	}
	if t.HaloWidth > 0 && t.Halo.A > 0 {
		look += fmt.Sprintf(` %s stroke-width="%s" stroke-linejoin="round" paint-order="stroke"`, paintOf("stroke", t.Halo), units(2*t.HaloWidth))
	}
	fmt.Fprintf(s.out, `<text class="%s" font-family="'Noto Sans',sans-serif" font-size="%s" %s%s`, class, units(t.Size), paintOf("fill", st.Color), look)
	lines := t.lines()
	switch len(lines) {
	case 0:
		var xs, ys, turns []string
		for _, l := range t.Letters {
			xs, ys = append(xs, units(l.X)), append(ys, units(l.Y))
			turns = append(turns, num(math.Atan2(l.Sin, l.Cos)*(180/math.Pi)))
		}
		fmt.Fprintf(s.out, ` x="%s" y="%s" rotate="%s" xml:space="preserve">%s`, strings.Join(xs, " "), strings.Join(ys, " "), strings.Join(turns, " "), xmlText(t.String))
	case 1:
		fmt.Fprintf(s.out, `%s>%s`, lines[0].attributes(), xmlText(lines[0].words))
	default:
		fmt.Fprint(s.out, ">")
		for i, l := range lines {
			if i > 0 {
				fmt.Fprint(s.out, " ")
			}
			fmt.Fprintf(s.out, `<tspan%s>%s</tspan>`, l.attributes(), xmlText(l.words))
		}
	}
	fmt.Fprint(s.out, "</text>\n")
}

// attributes place a line of text, which keeps its width if the reader's system
// has to use another font.
func (l textLine) attributes() string {
	a := fmt.Sprintf(` x="%s" y="%s" textLength="%s"`, units(l.x), units(l.y), units(l.width))
	if l.gap != 0 {
		return a + ` letter-spacing="` + units(l.gap) + `"`
	}
	return a + ` lengthAdjust="spacingAndGlyphs"`
}

// path is the step's shapes as path data: whole units, each point as its
// distance from the one before, and none where that rounds to nothing.
func (s *svgWriter) path(st *Step, margin float64) string {
	var d []byte
	for _, c := range st.contours(s.pic, margin) {
		d = appendPath(d, c)
	}
	return string(d)
}

func appendPath(d []byte, c contour) []byte {
	if len(c.points) < 2 {
		return d
	}
	whole := func(p orb.Point) (x, y int64) {
		return int64(math.Round(p[0] * svgUnits)), int64(math.Round(p[1] * svgUnits))
	}
	x, y := whole(c.points[0])
	begin := len(d)
	d = append(d, 'M')
	d = strconv.AppendInt(d, x, 10)
	d = appendNext(d, y)
	steps := 0
	for _, p := range c.points[1:] {
		nx, ny := whole(p)
		if nx == x && ny == y {
			continue
		}
		if steps == 0 {
			d = append(d, 'l')
			d = strconv.AppendInt(d, nx-x, 10)
		} else {
			d = appendNext(d, nx-x)
		}
		d = appendNext(d, ny-y)
		x, y = nx, ny
		steps++
	}
	switch {
	case steps == 0:
		return d[:begin] // smaller than a unit
	case c.closed:
		d = append(d, 'z')
	}
	return d
}

// appendNext adds a number after another: a minus sign divides as a space does.
func appendNext(d []byte, v int64) []byte {
	if v >= 0 {
		d = append(d, ' ')
	}
	return strconv.AppendInt(d, v, 10)
}

// units is a length in device pixels as units of the view box.
func units(v float64) string { return num(v * svgUnits) }

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
