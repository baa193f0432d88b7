package golden

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// watched is a test that may fail.
type watched struct {
	testing.TB

	dir  string
	said string
}

func (w *watched) Errorf(format string, args ...any) { w.said += fmt.Sprintf(format, args...) }
func (w *watched) Logf(string, ...any)               {}
func (w *watched) ArtifactDir() string               { return w.dir }

// spotted is grey with n pixels that are lighter by the number.
func spotted(n int, by uint8) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 20, 10))
	for i := range img.Pix {
		img.Pix[i] = 100
		if i%4 == 3 {
			img.Pix[i] = 255
		}
	}
	for i := range n {
		img.Pix[i*4+i%3] += by
	}
	return img
}

// inside is the picture as a part of a larger one.
func inside(img *image.RGBA) image.Image {
	large := image.NewNRGBA(image.Rect(0, 0, 50, 50))
	at := image.Rectangle{Min: image.Pt(3, 4), Max: image.Pt(3, 4).Add(img.Rect.Size())}
	draw.Draw(large, at, img, image.Point{}, draw.Src)
	return large.SubImage(at)
}

func TestCompare(t *testing.T) {
	path := filepath.Join(t.TempDir(), "testdata", "grey.png")
	write(t, path, spotted(0, 0))
	for _, c := range []struct {
		name string
		got  image.Image
		want string
	}{
		{"the same", spotted(0, 0), ""},
		{"a part of a larger one", inside(spotted(0, 0)), ""},
		{"a little different everywhere", spotted(200, 7), ""},
		{"a few pixels plainly different", spotted(5, 8), ""},
		{"one more", spotted(6, 8), "6 away, more than 5"},
		{"another size", image.NewRGBA(image.Rect(0, 0, 20, 11)), "is (20,10), the picture now (20,11)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &watched{TB: t, dir: t.TempDir()}
			Compare(w, path, c.got, Pixels(7), 5)
			if (c.want == "") != (w.said == "") || !strings.Contains(w.said, c.want) {
				t.Errorf("it says %q, want %q", w.said, c.want)
			}
			if _, err := os.Stat(filepath.Join(w.dir, "grey.png")); (err == nil) != (c.want != "") {
				t.Errorf("the picture that failed: %v", err)
			}
		})
	}
}

func TestCompareSoonLooksAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "grey.png")
	write(t, path, spotted(0, 0))
	looks := 0
	CompareSoon(t, path, func() image.Image { looks++; return spotted(4-2*looks, 90) }, time.Minute, Pixels(7), 0)
	if looks != 2 {
		t.Errorf("it looked %d times", looks)
	}
}

// Written anew is only what has changed, whatever wrote the file.
func TestUpdate(t *testing.T) {
	defer func(was bool) { *update = was }(*update)
	*update = true
	path := filepath.Join(t.TempDir(), "golden", "grey.png")
	Compare(t, path, spotted(0, 0), Pixels(7), 0)
	var b bytes.Buffer
	if err := png.Encode(&b, spotted(0, 0)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	Compare(t, path, spotted(0, 0), Pixels(7), 0)
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, b.Bytes()) {
		t.Errorf("the same picture was written again: %v", err)
	}
	Compare(t, path, spotted(1, 1), Pixels(7), 0)
	if img, err := read(path); err != nil || !slices.Equal(img.Pix, spotted(1, 1).Pix) {
		t.Errorf("another picture was not written: %v", err)
	}
}

func TestSame(t *testing.T) {
	path := filepath.Join(t.TempDir(), "grey.png")
	write(t, path, spotted(0, 0))
	for _, c := range []struct {
		got  image.Image
		want string
	}{
		{inside(spotted(0, 0)), "as in " + path},
		{spotted(200, 12), "as in " + path},
		{spotted(3, 13), "3 pixels are not as in " + path},
		{image.NewRGBA(image.Rect(0, 0, 5, 4)), "(5,4), not (20,10) as in " + path},
	} {
		if got := Same(path, c.got); got != c.want {
			t.Errorf("Same says %q, want %q", got, c.want)
		}
	}
	if got := Same(path+"x", spotted(0, 0)); !strings.Contains(got, "no such file") {
		t.Errorf("without a file Same says %q", got)
	}
	*update = true
	defer func() { *update = false }()
	for range 2 {
		if got := Same(path, spotted(9, 50)); got != "as in "+path {
			t.Errorf("with -update Same says %q", got)
		}
	}
	if img, err := read(path); err != nil || Pixels(12)(img, spotted(9, 50)) != 0 {
		t.Errorf("the file was not written anew: %v", err)
	}
}

// A picture of few colours has a palette in its file, and is the same picture.
func TestFewColoursAreAPalette(t *testing.T) {
	path := filepath.Join(t.TempDir(), "few.png")
	for _, n := range []int{255, 256} { // and one of what is not spotted
		img := spotted(0, 0)
		img.Pix = img.Pix[:0]
		for i := range 200 * 10 {
			img.Pix = append(img.Pix, uint8(i%(n+1)), uint8(i%(n+1)>>8), 7, 255)
		}
		img.Rect, img.Stride = image.Rect(0, 0, 200, 10), 800
		if err := save(path, img); err != nil {
			t.Fatal(err)
		}
		got, err := read(path)
		if err != nil || !slices.Equal(got.Pix, img.Pix) {
			t.Fatalf("%d colours: another picture comes back, %v", n+1, err)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if has := bytes.Contains(b, []byte("PLTE")); has != (n < 256) {
			t.Errorf("%d colours: a palette %t", n+1, has)
		}
	}
}
