package charts

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"

	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"c5atlas.org/c5atlas/internal/draw"
)

// onPaper is a renderer onto a white picture of 200 x 100 pixels that fills in
// black and strokes in red.
func onPaper() *renderer {
	pic := &draw.Picture{Width: 200, Height: 100, Density: 1}
	r := newRenderer(pic, regular)
	r.SetFillColor(drawing.ColorWhite)
	rectangle(r, 0, 0, 200, 100)
	r.Fill()
	r.SetFillColor(drawing.ColorBlack)
	r.SetStrokeColor(drawing.ColorRed)
	r.SetFontColor(drawing.ColorBlack)
	return r
}

func rectangle(r *renderer, x0, y0, x1, y1 int) {
	r.MoveTo(x0, y0)
	r.LineTo(x1, y0)
	r.LineTo(x1, y1)
	r.LineTo(x0, y1)
	r.Close()
}

func (r *renderer) image(t *testing.T) *image.RGBA {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, r.pic.Width, r.pic.Height))
	if err := paint(img, r.pic); err != nil {
		t.Fatal(err)
	}
	return img
}

// inked is how many pixels of ink an image has, by its green, which neither black
// nor red has.
func inked(img *image.RGBA) float64 {
	sum := 0.0
	for i := 1; i < len(img.Pix); i += 4 {
		sum += float64(255-img.Pix[i]) / 255
	}
	return sum
}

// Areas and lengths are those of plane geometry.
func TestRendererShapes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		draw func(r *renderer)
		want float64
		by   float64
	}{
		{"rectangle", func(r *renderer) { rectangle(r, 10, 10, 60, 30); r.Fill() }, 50 * 20, 0},
		{"circle", func(r *renderer) { r.Circle(30, 100, 50); r.Fill() }, math.Pi * 30 * 30, 4},
		{"quarter of a circle", func(r *renderer) {
			r.MoveTo(100, 50)
			r.ArcTo(100, 50, 40, 40, 0, math.Pi/2)
			r.Close()
			r.Fill()
		}, math.Pi * 40 * 40 / 4, 4},
		{"half of an ellipse", func(r *renderer) { r.ArcTo(100, 50, 60, 30, math.Pi, math.Pi); r.Fill() }, math.Pi * 60 * 30 / 2, 6},
		// A parabola takes two thirds of the triangle of its controls.
		{"curve", func(r *renderer) { r.MoveTo(20, 80); r.QuadCurveTo(100, 0, 180, 80); r.Fill() }, 160 * 80 / 2 * 2.0 / 3, 8},
		{"curve from nowhere", func(r *renderer) { r.QuadCurveTo(100, 0, 180, 80); r.LineTo(100, 80); r.Fill() }, 80 * 80 / 2, 6},
		{"line", func(r *renderer) { r.SetStrokeWidth(4); r.MoveTo(20, 50); r.LineTo(120, 50); r.Stroke() }, 100 * 4, 1},
		{"two lines", func(r *renderer) {
			r.SetStrokeWidth(2)
			r.MoveTo(20, 50)
			r.LineTo(120, 50)
			r.MoveTo(20, 70)
			r.LineTo(70, 70)
			r.Stroke()
		}, 150 * 2, 1},
		{"dashes", func(r *renderer) {
			r.SetStrokeWidth(4)
			r.SetStrokeDashArray([]float64{10, 10})
			r.MoveTo(20, 50)
			r.LineTo(120, 50)
			r.Stroke()
		}, 50 * 4, 1},
		{"ring", func(r *renderer) { r.SetStrokeWidth(3); r.Circle(30, 100, 50); r.Stroke() }, 2 * math.Pi * 30 * 3, 6},
		{"frame", func(r *renderer) { r.SetStrokeWidth(2); rectangle(r, 20, 20, 120, 80); r.Stroke() }, 2 * (100 + 60) * 2, 4},
		{"both", func(r *renderer) { r.SetStrokeWidth(2); rectangle(r, 20, 20, 120, 80); r.FillStroke() }, 102 * 62, 4},
		{"nothing", func(r *renderer) { r.Fill(); r.Stroke(); r.Close(); r.MoveTo(3, 3); r.Stroke() }, 0, 0},
		{"clear", func(r *renderer) { r.SetFillColor(drawing.ColorTransparent); rectangle(r, 0, 0, 50, 50); r.Fill() }, 0, 0},
		{"outside", func(r *renderer) { rectangle(r, 150, 50, 400, 400); r.Fill() }, 50 * 50, 0},
	} {
		r := onPaper()
		c.draw(r)
		if got := inked(r.image(t)); math.Abs(got-c.want) > c.by {
			t.Errorf("%s: %.2f pixels, want %.2f", c.name, got, c.want)
		}
	}
}

// A line of text is as wide as its face makes it, wherever the dots an inch and
// the turn come from; without a face there is none.
func TestRendererText(t *testing.T) {
	t.Parallel()
	r := onPaper()
	r.SetDPI(144)
	r.SetFontSize(10) // 20 pixels
	box := r.MeasureText("Xi’an")
	if want := regular.Width("Xi’an") * 20; box.Width() != int(math.Ceil(want)) || r.GetDPI() != 144 {
		t.Errorf("%v at %v dots, want %v wide", box, r.GetDPI(), want)
	}
	bounds := func(draw func(r *renderer)) image.Rectangle {
		r := onPaper()
		r.SetFontSize(20)
		draw(r)
		img, out := r.image(t), image.Rectangle{}
		for y := range 100 {
			for x := range 200 {
				if img.RGBAAt(x, y).G < 128 {
					out = out.Union(image.Rect(x, y, x+1, y+1))
				}
			}
		}
		return out
	}
	flat := bounds(func(r *renderer) { r.Text("HHHH", 50, 60) })
	if flat.Max.Y != 60 || flat.Min.X < 50 || flat.Dx() > box.Width()+30 {
		t.Errorf("ink in %v", flat)
	}
	up := bounds(func(r *renderer) {
		r.SetTextRotation(-math.Pi / 2)
		r.Text("HHHH", 60, 95)
		r.ClearTextRotation()
	})
	if up.Max.X != 60 || math.Abs(float64(up.Dy()-flat.Dx())) > 1 || math.Abs(float64(up.Dx()-flat.Dy())) > 1 {
		t.Errorf("upright ink in %v, flat in %v", up, flat)
	}
	if got := bounds(func(r *renderer) { r.face = nil; r.Text("HHHH", 50, 60) }); !got.Empty() {
		t.Errorf("without a face there is ink in %v", got)
	}
	if got := newRenderer(&draw.Picture{}, nil).MeasureText("HHHH"); got.Width() != 0 {
		t.Errorf("without a face a text is %v", got)
	}
}

// Names and classes stay with what is drawn next.
func TestRendererNames(t *testing.T) {
	t.Parallel()
	r := onPaper()
	r.pic.Steps = nil
	r.SetClassName("bar")
	r.Name("Elm: 3")
	rectangle(r, 0, 0, 9, 9)
	r.Fill()
	rectangle(r, 0, 0, 9, 9)
	r.Fill()
	r.ResetStyle()
	r.SetStrokeColor(drawing.ColorRed)
	r.SetStrokeWidth(1)
	rectangle(r, 0, 0, 9, 9)
	r.Stroke()
	var got [][2]string
	for _, s := range r.pic.Steps {
		got = append(got, [2]string{s.Layer, s.Title})
	}
	if len(got) != 3 || got[0] != [2]string{"bar", "Elm: 3"} || got[1] != [2]string{"bar", ""} || got[2] != [2]string{} {
		t.Errorf("%q", got)
	}
}

// go-chart's own charts draw on a picture: its bars are where it says they are.
func TestGoChartDraws(t *testing.T) {
	t.Parallel()
	pic := &draw.Picture{Width: 400, Height: 300, Density: 1}
	blue := drawing.Color{B: 200, A: 255}
	own := chart.BarChart{
		Width: 400, Height: 300, BarWidth: 60, Background: chart.Style{FillColor: drawing.ColorWhite},
		YAxis: chart.YAxis{Range: &chart.ContinuousRange{Min: 0, Max: 4}},
		Bars:  []chart.Value{{Value: 1, Label: "a", Style: chart.Style{FillColor: blue}}, {Value: 3, Label: "b", Style: chart.Style{FillColor: blue}}},
	}
	var b bytes.Buffer
	err := own.Render(func(int, int) (chart.Renderer, error) { return newRenderer(pic, regular), nil }, &b)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	var heights []float64
	texts := 0
	for i := range pic.Steps {
		switch s := &pic.Steps[i]; {
		case s.Kind == draw.StepText:
			texts++
		case s.Kind == draw.StepFill && s.Color == color.NRGBA{B: 200, A: 255}:
			heights = append(heights, s.Bound().Max[1]-s.Bound().Min[1])
			at := s.Bound().Center()
			if c := color.NRGBAModel.Convert(img.At(int(at[0]), int(at[1]))); c != s.Color {
				t.Errorf("in the middle of a bar is %v", c)
			}
		}
	}
	if len(heights) != 2 || math.Abs(heights[1]-3*heights[0]) > 2 || texts < 4 {
		t.Errorf("bars are %v high, %d texts", heights, texts)
	}
}

// A picture that cannot be written says so.
func TestSaveFails(t *testing.T) {
	t.Parallel()
	if err := onPaper().Save(brokenWriter{}); err == nil {
		t.Error("no error")
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, image.ErrFormat }
