package draw

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"

	"github.com/paulmach/orb"
)

// contour is a ring or a line in device pixels.
type contour struct {
	points []orb.Point
	closed bool
	disc   *disc // the circle that the points stand for, in device pixels; nil for none
}

// contours is a step's shapes cut to the window widened by margin: rings for
// fills, lines for strokes.
func (s *Step) contours(pic *Picture, margin float64) []contour {
	win := orb.Bound{
		Min: orb.Point{-margin, -margin},
		Max: orb.Point{float64(pic.Width) + margin, float64(pic.Height) + margin},
	}
	var out []contour
	for _, g := range s.Paths {
		if !s.To.Bound(g.Bound).Intersects(win) {
			continue
		}
		discs := g.discs
		for i, part := range g.Parts {
			var round *disc
			if len(discs) > 0 && discs[0].part == i {
				round = s.To.disc(discs[0])
				discs = discs[1:]
			}
			box := s.To.Bound(g.Bounds[i])
			if !box.Intersects(win) {
				continue
			}
			points := make([]orb.Point, len(part), len(part)+1)
			for k, p := range part {
				points[k] = s.To.Apply(p)
			}
			whole := win.Contains(box.Min) && win.Contains(box.Max)
			switch {
			case g.Closed && whole:
				out = append(out, contour{points, true, round})
			case g.Closed && s.Kind != StepStroke:
				if ring := ClipRing(points, win); ring != nil {
					out = append(out, contour{ring, true, nil})
				}
			default:
				if g.Closed {
					points = append(points, points[0])
				}
				for _, piece := range ClipLine(points, win) {
					out = append(out, contour{piece, false, nil})
				}
			}
		}
	}
	return out
}

// disc is a circle in device pixels, nil where it would not be one.
func (t Affine) disc(c disc) *disc {
	if math.Abs(t.SX) != math.Abs(t.SY) {
		return nil
	}
	at := t.Apply(orb.Point{c.x, c.y})
	return &disc{c.part, at[0], at[1], c.r * math.Abs(t.SX)}
}

// overlay is the relief of the window as a picture to lay over the land, a
// pixel so many layout pixels: dark with the opacity of the shadow, or white with that
// of the light, as [newTones] has it.
func (s *Step) overlay(pic *Picture, each float64) *image.Paletted {
	density := max(pic.Density, 1e-6) * each
	w, h := max(int(float64(pic.Width)/density), 1), max(int(float64(pic.Height)/density), 1)
	g := s.Texture
	kx, ky := float64(pic.Width)/float64(w), float64(pic.Height)/float64(h)
	for g.Half != nil && kx/(s.To.SX*g.Step) > 1.6 {
		g = g.Half
	}
	img := image.NewPaletted(image.Rect(0, 0, w, h), reliefPalette(s.Color, s.Width))
	mix := make([]uint8, g.Width)
	for y := range h {
		v := (g.Origin[1] - (((float64(y)+0.5)*ky)-s.To.TY)/s.To.SY) / g.Step
		row := img.Pix[y*img.Stride : y*img.Stride+w]
		ok := g.MixRow(mix, 0, v)
		for x := range row {
			row[x] = Neutral / reliefStep
			u := (((float64(x)+0.5)*kx-s.To.TX)/s.To.SX - g.Origin[0]) / g.Step
			if c := int(math.Floor(u)); ok && c >= 0 && c+1 < g.Width {
				f := int32((u - float64(c)) * 256)
				row[x] = Between(mix[c], mix[c+1], f) / reliefStep
			}
		}
	}
	return img
}

// reliefStep is how many values of the relief become one colour of an overlay:
// as few as the eye can tell apart, since every one costs bytes.
const reliefStep = 4

func reliefPalette(dark color.NRGBA, strength float64) color.Palette {
	var out color.Palette
	for i := range 256 / reliefStep {
		d := float64(i*reliefStep-Neutral) / Neutral * strength
		c := color.NRGBA{255, 255, 255, uint8(min(math.Round(d*200), 255))}
		if d < 0 {
			c = color.NRGBA{dark.R, dark.G, dark.B, uint8(min(math.Round(-d*255), 255))}
		}
		out = append(out, c)
	}
	return out
}

// plainPNG writes an overlay in full colour and unpacked, for a format that
// packs it anew, with some clear columns more on the right. What is clear has the
// colour of what is left of it, which packs best.
func plainPNG(img *image.Paletted, extra int) ([]byte, error) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	wide := image.NewNRGBA(image.Rect(0, 0, w+extra, h))
	for y := range h {
		row := wide.Pix[y*wide.Stride:]
		var last color.NRGBA
		for x, v := range img.Pix[y*img.Stride : y*img.Stride+w] {
			c := img.Palette[v].(color.NRGBA)
			if c.A == 0 {
				c = color.NRGBA{R: last.R, G: last.G, B: last.B}
			}
			last = c
			copy(row[4*x:], []uint8{c.R, c.G, c.B, c.A})
		}
	}
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.NoCompression}
	err := enc.Encode(&b, wide)
	return b.Bytes(), err
}
