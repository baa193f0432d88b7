// Package golden compares pictures with those in files that a person has looked
// at. Only tests import it.
package golden

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// Distance says how far two pictures of one size are from each other. It passes
// over what is different by a little: processors fuse multiplications.
type Distance func(got, want *image.RGBA) float64

// Pixels counts the pixels with a colour that differs by more than by, of 255.
func Pixels(by int) Distance {
	return func(got, want *image.RGBA) float64 {
		far := 0
		for i := 0; i < len(got.Pix); i += 4 {
			for c := range 3 {
				if d := int(got.Pix[i+c]) - int(want.Pix[i+c]); d > by || d < -by {
					far++
					break
				}
			}
		}
		return float64(far)
	}
}

// Compare fails the test if the picture is further than most from the one in
// the file at path. With -update it writes that file instead.
func Compare(t testing.TB, path string, got image.Image, far Distance, most float64) {
	t.Helper()
	CompareSoon(t, path, func() image.Image { return got }, 0, far, most)
}

// CompareSoon is Compare for what is not yet at rest: it looks again for as long
// as wait.
func CompareSoon(t testing.TB, path string, capture func() image.Image, wait time.Duration, far Distance, most float64) {
	t.Helper()
	got := plain(capture())
	if *update {
		// Another encoder's bytes of the same picture are no change.
		if want, err := read(path); err != nil || want.Rect != got.Rect || !slices.Equal(want.Pix, got.Pix) {
			write(t, path, got)
		}
		return
	}
	want, err := read(path)
	if err != nil {
		t.Fatal(err)
	}
	late := time.Now().Add(wait)
	for {
		if got.Rect != want.Rect {
			t.Errorf("%s is %v, the picture now %v", path, want.Rect.Size(), got.Rect.Size())
			break
		}
		d := far(got, want)
		if d <= most {
			return
		}
		if time.Now().After(late) {
			t.Errorf("%s is %.4g away, more than %.4g", path, d, most)
			break
		}
		time.Sleep(200 * time.Millisecond)
		got = plain(capture())
	}
	failed := filepath.Join(t.ArtifactDir(), filepath.Base(path))
	write(t, failed, got)
	t.Logf("the picture is at %s, kept if the test runs with -artifacts; with -update it becomes the golden one", failed)
}

func read(path string) (*image.RGBA, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return plain(img), nil
}

// plain returns the picture with its corner at 0, 0 and no gap between rows.
func plain(img image.Image) *image.RGBA {
	if p, ok := img.(*image.RGBA); ok && p.Rect.Min == (image.Point{}) && p.Stride == 4*p.Rect.Dx() {
		return p
	}
	out := image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
	if p, ok := img.(*image.Paletted); ok { // as most files are; image/draw looks each pixel up by itself
		var known [256]color.RGBA
		for i, c := range p.Palette {
			known[i] = color.RGBAModel.Convert(c).(color.RGBA)
		}
		for y := range out.Rect.Dy() {
			to := out.Pix[y*out.Stride:]
			for x, k := range p.Pix[y*p.Stride:][:out.Rect.Dx()] {
				c := known[k]
				to[4*x], to[4*x+1], to[4*x+2], to[4*x+3] = c.R, c.G, c.B, c.A
			}
		}
		return out
	}
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Src)
	return out
}

func write(t testing.TB, path string, img image.Image) {
	t.Helper()
	if err := save(path, img); err != nil {
		t.Fatal(err)
	}
}

func save(path string, img image.Image) error {
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&b, few(img)); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// few is a picture of no more than 256 colours with a palette, whose file is a third as
// large; any other as it is.
func few(img image.Image) image.Image {
	all := plain(img)
	var p color.Palette
	number := map[color.RGBA]uint8{}
	out := image.NewPaletted(all.Rect, nil)
	for i := range out.Pix {
		c := color.RGBA{all.Pix[4*i], all.Pix[4*i+1], all.Pix[4*i+2], all.Pix[4*i+3]}
		k, ok := number[c]
		if !ok {
			if len(p) == 256 {
				return img
			}
			k = uint8(len(p))
			number[c], p = k, append(p, c)
		}
		out.Pix[i] = k
	}
	out.Palette = p
	return out
}

// Same is for the output of an example: it says "as in PATH" if no more than one
// pixel in two thousand is visibly different from the file's, and otherwise what is
// wrong. With -update it writes the file.
func Same(path string, got image.Image) string {
	img := plain(got)
	if *update {
		if want, err := read(path); err == nil && want.Rect == img.Rect && slices.Equal(want.Pix, img.Pix) {
			return "as in " + path
		}
		if err := save(path, img); err != nil {
			return err.Error()
		}
		return "as in " + path
	}
	want, err := read(path)
	switch {
	case err != nil:
		return err.Error()
	case want.Rect != img.Rect:
		return fmt.Sprintf("%v, not %v as in %s", img.Rect.Size(), want.Rect.Size(), path)
	}
	if n := Pixels(12)(img, want); n > float64(img.Rect.Dx()*img.Rect.Dy())/2000 {
		return fmt.Sprintf("%.0f pixels are not as in %s", n, path)
	}
	return "as in " + path
}
