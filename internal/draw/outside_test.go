package draw

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os/exec"
	"slices"
	"testing"
)

// outside draws a file with another program; the test is skipped without it.
func outside(t *testing.T, file []byte, name string, args ...string) *image.RGBA {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed: the file was not drawn by another program", name)
	}
	cmd := exec.CommandContext(t.Context(), path, args...)
	cmd.Stdin = bytes.NewReader(file)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	plain := image.NewRGBA(img.Bounds())
	draw.Draw(plain, plain.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(plain, plain.Rect, img, image.Point{}, draw.Over)
	return plain
}

// alike fails if more than a share of the values of two pictures differ by more
// than two programs' edges do.
func alike(t *testing.T, got, want *image.RGBA, most float64) {
	t.Helper()
	if got.Rect.Dx() != want.Rect.Dx() || got.Rect.Dy() != want.Rect.Dy() {
		t.Fatalf("%v, want %v", got.Rect, want.Rect)
	}
	far := 0
	for i := range got.Pix {
		if d := int(got.Pix[i]) - int(want.Pix[i]); d > 50 || d < -50 {
			far++
		}
	}
	if share := float64(far) / float64(len(got.Pix)); share > most {
		t.Errorf("%.4f of the values differ, %.4f may", share, most)
	}
}

// wordless is a picture without its texts, which another program may set in
// another face.
func wordless(pic *Picture) *Picture {
	c := *pic
	c.Steps = slices.DeleteFunc(slices.Clone(pic.Steps), func(s Step) bool { return s.Kind == StepText })
	return &c
}

// TestSVGLooksAlike in librsvg.
func TestSVGLooksAlike(t *testing.T) {
	t.Parallel()
	pic := wordless(everything(t, 1))
	alike(t, outside(t, []byte(written(t, "", pic)), "rsvg-convert"), painted(t, pic), 0.004)
}

// TestSVGHoldsItsTexts where the face is missing: each stands in the half of the
// picture to which its anchor holds it.
func TestSVGHoldsItsTexts(t *testing.T) {
	t.Parallel()
	f := shipped(t)
	for _, a := range []Anchor{Start, Middle, End} {
		pic := &Picture{Width: 400, Height: 40, Density: 1}
		pic.Fill("", color.NRGBA{255, 255, 255, 255}, Rectangle(0, 0, 400, 40))
		pic.Write("", color.NRGBA{A: 255}, Line(f, "Багатостороння координація", 14, 200, 25, a, 0))
		doc := bytes.ReplaceAll([]byte(written(t, "", pic)), []byte(families), []byte("no such face, monospace"))
		img := outside(t, doc, "rsvg-convert")
		left, right := 0, 0
		for y := range 40 {
			for x := range 400 {
				if img.RGBAAt(x, y).R < 128 {
					if x < 199 {
						left++
					} else if x > 201 {
						right++
					}
				}
			}
		}
		var held bool
		switch a {
		case Start:
			held = left == 0 && right > 100
		case Middle:
			held = left > right*2/3 && right > left*2/3
		case End:
			held = right == 0 && left > 100
		}
		if !held {
			t.Errorf("anchor %d: %d dark pixels left and %d right of the place", a, left, right)
		}
	}
}

// TestPDFLooksAlike in poppler, texts and all.
func TestPDFLooksAlike(t *testing.T) {
	t.Parallel()
	pic := everything(t, 1)
	doc := NewPDF(PDFOptions{})
	doc.AddPage(375, 240)
	if err := doc.Put(t.Context(), pic, 0, 0, 0.75); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := doc.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	alike(t, outside(t, b.Bytes(), "pdftoppm", "-r", "96", "-png", "-"), painted(t, pic), 0.01)
}
