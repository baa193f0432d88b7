package draw

import (
	"bytes"
	"context"
	"errors"
	"image/color"
	"math"
	"testing"

	"github.com/paulmach/orb"
)

// TestPDF is read back where poppler is installed; see maps for real pictures.
func TestPDF(t *testing.T) {
	t.Parallel()
	write := func() []byte {
		doc := NewPDF(PDFOptions{Title: "Назва", Lang: "uk"})
		for _, density := range []float64{1, 2, 1} {
			doc.AddPage(595, 842)
			if err := doc.Put(t.Context(), everything(t, density), 40, 40, 0.75); err != nil {
				t.Fatal(err)
			}
		}
		var b bytes.Buffer
		if _, err := doc.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	if one := write(); !bytes.Equal(one, write()) || !bytes.HasPrefix(one, []byte("%PDF-")) {
		t.Error("two runs differ")
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	doc := NewPDF(PDFOptions{})
	doc.AddPage(100, 100)
	if err := doc.Put(ctx, everything(t, 1), 0, 0, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("Put = %v", err)
	}
	if _, err := doc.WriteTo(fullDisk{}); !errors.Is(err, errFull) {
		t.Errorf("WriteTo = %v", err)
	}
}

// Where a letter that is not kerned away by a whole hundredth of its size stands does
// not hang on the last bit of a number: other processors round it otherwise, and would
// cut a line elsewhere.
func TestLettersStandTheSameWhateverIsRounded(t *testing.T) {
	t.Parallel()
	for _, size := range []float64{7, 9.6, 11.3, 16, 20.3} {
		x := &Text{Size: size}
		for at := 0.37; at < 2000; at += 1.73 {
			first := Letter{X: at, Cos: 1}
			for units, want := range map[float64]bool{8: true, 9: true, 10: false, 11: false} {
				pen := 412.0 / 1000 * size
				exact := at + pen + units/1000*size
				for _, l := range []float64{math.Nextafter(exact, 0), exact, math.Nextafter(exact, 1e9)} {
					if got := x.stands(Letter{X: l, Cos: 1}, first, pen); got != want {
						t.Fatalf("%v units away at %v in size %v: %v", units, at, size, got)
					}
				}
			}
		}
	}
}

// What pages have in common is in the document once.
func TestPDFPagesShare(t *testing.T) {
	t.Parallel()
	long := &Path{Closed: true}
	part := make([]orb.Point, 0, 4000)
	for i := range 4000 {
		a, r := float64(i)/4000*2*math.Pi, 100+60*math.Sin(float64(i)*0.7)
		part = append(part, orb.Point{200 + r*math.Cos(a), 200 + r*math.Sin(a)})
	}
	long.Add(part)
	write := func(pages int) []byte {
		doc := NewPDF(PDFOptions{})
		for n := range pages {
			pic := &Picture{Width: 400, Height: 400, Density: 1}
			if n%2 == 0 {
				pic.Fill("land", color.NRGBA{R: 200, A: 255}, long)
			}
			doc.AddPage(500, 500)
			if err := doc.Put(t.Context(), pic, 40, 40, 1); err != nil {
				t.Fatal(err)
			}
		}
		var b bytes.Buffer
		if _, err := doc.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	one, nine := write(1), write(9)
	if len(nine) > len(one)+len(one)/4 || len(one) < 10_000 {
		t.Errorf("%d bytes for one page, %d for nine", len(one), len(nine))
	}
}
