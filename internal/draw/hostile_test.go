package draw

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/color"
	"io"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/elements"
)

// FuzzPaint draws paths of any numbers in all formats: near, far, not numbers.
func FuzzPaint(f *testing.F) {
	number := func(vs ...float64) (b []byte) {
		for _, v := range vs {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
		}
		return b
	}
	f.Add(number(0, 0, 50, 0, 50, 40, 3, 7), 2.0, 6, 1.0)
	f.Add(number(1e300, -1e300, math.Inf(1), 5, math.NaN(), 7, 1e9, -1e9), 1e9, 1, 1e18)
	f.Add(number(-1e12, 30, 1e12, 31, 5, -1e12, 6, 1e12), 0.01, 3, 1e-9)
	f.Add(number(math.MaxFloat64, math.MaxFloat64, -math.MaxFloat64, 1, 2, 3), math.NaN(), 0, math.Inf(-1))
	f.Fuzz(func(t *testing.T, data []byte, width float64, period int, scale float64) {
		var line []orb.Point
		for ; len(data) >= 16 && len(line) < 50; data = data[16:] {
			line = append(line, orb.Point{math.Float64frombits(binary.LittleEndian.Uint64(data)), math.Float64frombits(binary.LittleEndian.Uint64(data[8:]))})
		}
		if len(line) == 0 {
			return
		}
		ink := color.NRGBA{10, 20, 30, 200}
		pic := &Picture{Width: 60, Height: 50, Density: 1}
		for _, closed := range []bool{true, false} {
			p := &Path{Closed: closed}
			p.Add(line)
			to := Affine{SX: scale, SY: -scale, TX: 3, TY: 4}
			pic.Add(Step{Kind: StepFill, Color: ink, Paths: []*Path{p}, To: to, Keep: true})
			pic.Add(Step{Kind: StepStroke, Color: ink, Width: width, Paths: []*Path{p}, To: to})
			pic.Add(Step{Kind: StepHatch, Color: ink, Width: width, Period: 1 + (period%20+20)%20, Phase: width / 3, Paths: []*Path{p}, To: to})
		}
		if err := Paint(t.Context(), image.NewRGBA(image.Rect(0, 0, 60, 50)), pic); err != nil {
			t.Fatal(err)
		}
		svg, pdf := NewSVG(60, 50, "", "", ""), NewPDF(PDFOptions{})
		pdf.AddPage(60, 50)
		if err := svg.Put(context.Background(), pic, 0, 0); err != nil {
			t.Fatal(err)
		}
		if err := pdf.Put(context.Background(), pic, 0, 0, 1); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := svg.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(b.Bytes(), []byte("NaN")) || bytes.Contains(b.Bytes(), []byte("Inf")) {
			t.Fatalf("the document has a number that is none:\n%s", b.Bytes())
		}
		elements.Of(t, &b)
		if _, err := pdf.WriteTo(io.Discard); err != nil {
			t.Fatal(err)
		}
	})
}
