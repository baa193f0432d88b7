package draw

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
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

// TestPDFWordsLieWhereTheyAre, as poppler reads them: straight, held by either end,
// spaced, turned or on a curve, each is one word at its place.
func TestPDFWordsLieWhereTheyAre(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed: words were not read back")
	}
	f := shipped(t)
	ink := color.NRGBA{A: 255}
	pic := &Picture{Width: 400, Height: 300, Density: 1}
	type place struct{ x0, x1, y float64 }
	want := map[string]place{}
	for i, a := range []Anchor{Start, Middle, End} {
		y := 40 + 30*float64(i)
		word := "Алмати" + strconv.Itoa(i)
		pic.Write("", ink, Line(f, word, 20, 200, y, a, 0))
		w := f.Width(word) * 20
		x := 200 - w*float64(a)/2
		want[word] = place{x, x + w, y}
	}
	kerned := "AVAVAVAVAV"
	pic.Write("", ink, Line(f, kerned, 20, 390, 250, End, 0))
	want[kerned] = place{390 - f.Width(kerned)*20, 390, 250}
	spaced := Line(f, "широко", 20, 30, 160, Start, 0)
	for i := range spaced.Letters {
		spaced.Letters[i].X += 9 * float64(i)
	}
	pic.Write("", ink, spaced)
	want["широко"] = place{30, 30 + f.Width("широко")*20 + 5*9, 160}
	bent := Line(f, "вигин", 20, 30, 210, Start, 0)
	for i := range bent.Letters {
		sin, cos := math.Sincos(0.05 * float64(i-2))
		bent.Letters[i].Sin, bent.Letters[i].Cos = sin, cos
	}
	pic.Write("", ink, bent)
	want["вигин"] = place{30, 30 + f.Width("вигин")*20, 210}
	doc := NewPDF(PDFOptions{})
	doc.AddPage(500, 400)
	if err := doc.Put(t.Context(), pic, 50, 60, 0.75); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := doc.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "pdftotext", "-bbox", "-", "-")
	cmd.Stdin = &b
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`<word xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)">([^<]*)<`).FindAllStringSubmatch(string(out), -1)
	for _, m := range found {
		var v [4]float64
		for i := range v {
			if v[i], err = strconv.ParseFloat(m[i+1], 64); err != nil {
				t.Fatal(err)
			}
		}
		p, ok := want[m[5]]
		if !ok {
			t.Errorf("poppler reads %q", m[5])
			continue
		}
		delete(want, m[5])
		// A letter's box may be a little wider than its pen's way.
		if x0, x1 := 50+0.75*p.x0, 50+0.75*p.x1; math.Abs(v[0]-x0) > 2.5 || math.Abs(v[2]-x1) > 2.5 {
			t.Errorf("%q lies from %.1f to %.1f, want %.1f to %.1f", m[5], v[0], v[2], x0, x1)
		}
		if y := 60 + 0.75*p.y; v[1] > y || v[3] < y {
			t.Errorf("%q lies from %.1f to %.1f, its base line at %.1f", m[5], v[1], v[3], y)
		}
	}
	for word := range want {
		t.Errorf("poppler does not read %q: %s", word, out)
	}
}

// TestPDFSaysWhatItIs to those who ask for it.
func TestPDFSaysWhatItIs(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("pdfinfo"); err != nil {
		t.Skip("pdfinfo is not installed")
	}
	doc := NewPDF(PDFOptions{Title: "Назва", Subject: "Предмет", Keywords: "один", Author: "Хтось", Creator: "C 1.2", Lang: "uk"})
	doc.AddPage(500, 400)
	doc.AddPage(300, 700)
	var b bytes.Buffer
	if _, err := doc.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "pdfinfo", "-f", "1", "-l", "2", "-")
	cmd.Stdin = &b
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	said := regexp.MustCompile(`\s+`).ReplaceAllString(string(out), " ")
	for _, want := range []string{"Title: Назва", "Subject: Предмет", "Keywords: один", "Author: Хтось", "Creator: C 1.2", "Pages: 2", "Page 1 size: 500 x 400", "Page 2 size: 300 x 700"} {
		if !strings.Contains(said, want) {
			t.Errorf("pdfinfo does not say %q: %s", want, said)
		}
	}
}
