package draw

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

// wander is a path of rings or lines that hang over the sides of a window of 400
// by 300 pixels.
func wander(r *rand.Rand, closed bool) *Path {
	p := &Path{Closed: closed}
	for range 1 + r.IntN(4) {
		line := make([]orb.Point, 3+r.IntN(40))
		x, y := 500*r.Float64()-50, 400*r.Float64()-50
		for i := range line {
			x, y = x+120*r.Float64()-60, y+120*r.Float64()-60
			line[i] = orb.Point{x, y}
		}
		p.Add(line)
	}
	return p
}

// TestContoursStayInTheWindow: paths are cut, give or take the width of a stroke,
// and what is written ends where they do.
func TestContoursStayInTheWindow(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 8))
	pic := &Picture{Width: 400, Height: 300, Density: 1}
	for range 200 {
		pic.Fill("ring", color.NRGBA{A: 255}, wander(r, true))
		pic.Stroke("line", color.NRGBA{A: 255}, 2, wander(r, r.IntN(2) == 0))
	}
	seen := 0
	for i := range pic.Steps {
		st := &pic.Steps[i]
		for _, c := range st.contours(pic, 10) {
			seen++
			for _, p := range c.points {
				if p[0] < -10.01 || p[1] < -10.01 || p[0] > 410.01 || p[1] > 310.01 {
					t.Fatalf("%s: %v", st.Layer, p)
				}
			}
			last := c.points[len(c.points)-1]
			if x, y, ok := pathEnd(t, string(appendPath(nil, c, 10))); ok && (math.Abs(x-last[0]) > 0.11 || math.Abs(y-last[1]) > 0.11) {
				t.Fatalf("%s: the path ends at %v, %v, not %v", st.Layer, x, y, last)
			}
		}
	}
	if seen < 400 {
		t.Errorf("only %d contours", seen)
	}
}

// pathEnd walks path data to the last point, in device pixels.
func pathEnd(t *testing.T, d string) (x, y float64, ok bool) {
	t.Helper()
	fields := strings.Fields(strings.NewReplacer("M", " ", "l", " ", "z", " ", "-", " -").Replace(d))
	for i := 0; i+1 < len(fields); i += 2 {
		dx, err1 := strconv.ParseFloat(fields[i], 64)
		dy, err2 := strconv.ParseFloat(fields[i+1], 64)
		if err1 != nil || err2 != nil {
			t.Fatalf("path %.60q", d)
		}
		x, y, ok = x+dx/10, y+dy/10, true
	}
	return x, y, ok
}

// hills is a texture over 700 by 500 units, with slopes both ways.
func hills() *Texture {
	g := &Texture{Width: 700, Height: 500, Origin: orb.Point{-50, 450}, Step: 1}
	g.Pix = make([]uint8, g.Width*g.Height)
	for y := range g.Height {
		for x := range g.Width {
			g.Pix[y*g.Width+x] = uint8(128 + 90*math.Sin(float64(x)/40)*math.Cos(float64(y)/30))
		}
	}
	g.Halve()
	return g
}

// The overlay of a texture, laid over a picture without it, gives the picture
// with it.
func TestOverlay(t *testing.T) {
	t.Parallel()
	to := Affine{SX: 1, SY: -1, TY: 400}
	land := Circle(250, 160, 140)
	paint := func(steps ...Step) *image.RGBA {
		img := image.NewRGBA(image.Rect(0, 0, 500, 320))
		pic := &Picture{Width: 500, Height: 320, Density: 1}
		pic.Fill("sea", color.NRGBA{200, 220, 240, 255}, Rectangle(0, 0, 500, 320))
		for _, s := range steps {
			pic.Add(s)
		}
		if err := Paint(t.Context(), img, pic); err != nil {
			t.Fatal(err)
		}
		return img
	}
	ground := Step{Kind: StepFill, Color: color.NRGBA{240, 235, 225, 255}, Paths: []*Path{land}, To: Identity, Keep: true}
	shade := Step{Kind: StepShade, Color: color.NRGBA{60, 60, 70, 255}, Width: 0.7, Texture: hills(), To: to}
	want, plain := paint(ground, shade), paint(ground)
	over := shade.overlay(&Picture{Width: 500, Height: 320, Density: 1}, 1)
	shaded := 0
	for y := range 320 {
		for x := range 500 {
			got, bare := want.RGBAAt(x, y), plain.RGBAAt(x, y)
			if got == bare {
				continue // sea, the coast or level ground
			}
			shaded++
			c := over.At(x, y).(color.NRGBA)
			for i, v := range [3][3]uint8{{got.R, bare.R, c.R}, {got.G, bare.G, c.G}, {got.B, bare.B, c.B}} {
				if by := float64(v[1]) + (float64(v[2])-float64(v[1]))*float64(c.A)/255; math.Abs(by-float64(v[0])) > 8 {
					t.Fatalf("value %d at %d, %d: the overlay gives %.0f, want %d", i, x, y, by, v[0])
				}
			}
		}
	}
	if shaded < 20000 {
		t.Errorf("only %d pixels are shaded", shaded)
	}
}

// TestPathsKeepTheirArea in path data: rounded to whole units and written as steps
// they still enclose what they did, at any density.
func TestPathsKeepTheirArea(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(2, 6))
	for _, density := range []float64{1, 1.5, 2, 8, 16} {
		pic := &Picture{Width: int(400 * density), Height: int(300 * density), Density: density}
		doc := NewSVG(400, 300, "", "", "")
		p := svgPart{SVG: doc, pic: pic, units: max(1, math.Floor(10/density))}
		for range 30 {
			n := 3 + r.IntN(40)
			ring := make([]orb.Point, n)
			for i := range ring { // inside the picture, star-shaped
				sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
				k := density * (20 + 100*r.Float64())
				ring[i] = orb.Point{200*density + k*cos, 150*density + k*sin}
			}
			path := &Path{Closed: true}
			path.Add(ring)
			d := p.path(&Step{Kind: StepFill, Paths: []*Path{path}, To: Identity}, 2)
			got := area(walked(t, d)) / (p.units * p.units)
			if want := area(ring); math.Abs(got-want) > 0.01*want+density*density {
				t.Errorf("density %g: %.1f square pixels, want %.1f: %.80s", density, got, want, d)
			}
		}
		// A circle is one, whole or as what is left of it.
		whole := p.path(&Step{Kind: StepFill, Paths: []*Path{Circle(200*density, 150*density, 50*density)}, To: Identity}, 2)
		cut := p.path(&Step{Kind: StepFill, Paths: []*Path{Circle(0, 150*density, 50*density)}, To: Identity}, 2)
		if strings.Count(whole, "a") != 2 || strings.Contains(cut, "a") || !strings.Contains(cut, "l") {
			t.Errorf("density %g: circles are %.60q and %.60q", density, whole, cut)
		}
	}
}

// walked is the corners of path data with one ring, in units.
func walked(t *testing.T, d string) []orb.Point {
	t.Helper()
	var ring []orb.Point
	var at orb.Point
	fields := strings.Fields(strings.NewReplacer("M", " ", "l", " ", "z", " ", "-", " -").Replace(d))
	for i := 0; i+1 < len(fields); i += 2 {
		x, err1 := strconv.Atoi(fields[i])
		y, err2 := strconv.Atoi(fields[i+1])
		if err1 != nil || err2 != nil {
			t.Fatalf("path %.60q is not of whole numbers", d)
		}
		at = orb.Point{at[0] + float64(x), at[1] + float64(y)}
		ring = append(ring, at)
	}
	return ring
}
