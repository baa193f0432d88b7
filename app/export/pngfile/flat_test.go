package pngfile

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"io"
	"math/rand/v2"
	"testing"
)

// packed is a picture as flat writes it, a zlib stream in bands.
func packed(p *pixels) []byte {
	f := newFlat(p)
	out, sum := []byte{0x78, 0x01}, uint32(1)
	for i := range p.bands() {
		b := f.pack(p.band(i, nil), i == p.bands()-1)
		out, sum = append(out, b.data...), joinAdler(sum, b.sum, b.size)
	}
	return binary.BigEndian.AppendUint32(out, sum)
}

// filtered is what a picture's file holds: samples, and zeros in a row that is as the one
// above.
func filtered(p *pixels) []byte {
	var out []byte
	for y := range p.height {
		line := make([]byte, p.samples*p.width)
		if y%p.perBand > 0 && bytes.Equal(row(p.img, y), row(p.img, y-1)) {
			out = append(append(out, filterUp), line...)
			continue
		}
		p.samplesOf(line, row(p.img, y))
		out = append(append(out, filterNone), line...)
	}
	return out
}

// What flat writes is what the standard library reads, with its sum: rows of noise, of
// runs, of what stood above and of what stood elsewhere, narrow and wider than a match
// reaches, in every type of colour.
func TestFlatIsReadBack(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(6, 5))
	for _, most := range []int{1, 2, 9, 256, 1 << 20} {
		for _, alpha := range []bool{false, true} {
			for _, width := range []int{1, 2, 3, 5, 87, 259, 700, 40_000} {
				colors := make([]color.RGBA, min(most, 5000))
				for i := range colors {
					c := color.NRGBA{R: uint8(i), G: uint8(r.UintN(256)), B: uint8(i >> 8), A: 255}
					if alpha {
						c.A = uint8(r.UintN(256))
					}
					colors[i] = color.RGBAModel.Convert(c).(color.RGBA)
				}
				height := max(4, min(60, 100_000/width))
				outer := image.NewRGBA(image.Rect(0, 0, width+5, height)) // a row of memory is longer than one of the picture
				img := outer.SubImage(image.Rect(3, 0, 3+width, height)).(*image.RGBA)
				for y := range height {
					if y > 0 && r.IntN(3) == 0 {
						copy(row(img, y), row(img, y-1))
						continue
					}
					for x := 0; x < width; {
						run := min(width-x, 1+r.IntN(1+r.IntN(600)))
						from := -1
						if y > 0 && r.IntN(2) == 0 {
							from = r.IntN(y) // the row above, or another
						}
						c := colors[r.IntN(len(colors))]
						for range run {
							switch {
							case from >= 0:
								c = img.RGBAAt(3+x, from)
							case run < 4:
								c = colors[r.IntN(len(colors))]
							}
							img.SetRGBA(3+x, y, c)
							x++
						}
					}
				}
				p := newPixels(img, Options{})
				for _, p.perBand = range []int{height, 7} {
					z, err := zlib.NewReader(bytes.NewReader(packed(p)))
					if err != nil {
						t.Fatal(err)
					}
					got, err := io.ReadAll(z)
					if err != nil || !bytes.Equal(got, filtered(p)) {
						t.Fatalf("%d bytes a pixel, %d wide, %d colours, %d rows a band: %v", p.samples, width, most, p.perBand, err)
					}
				}
			}
		}
	}
}

// A code is whole, no word of it too long, and in Huffman's own length where that is
// allowed: each count is the sum of the two before it, which makes the longest words.
func TestLengths(t *testing.T) {
	t.Parallel()
	var c blockCode
	for n := 1; n <= 40; n++ {
		counts := make([]uint32, 60)
		a, b := uint32(1), uint32(1)
		for i := range n {
			counts[(7*i)%60] = a
			a, b = b, a+b
		}
		for _, most := range []int{7, 15} {
			lengths := c.lengths(counts, most)
			sum, longest := 0, 0
			for s, l := range lengths {
				if (l == 0) != (counts[s] == 0) || int(l) > most {
					t.Fatalf("%d symbols: one that occurs %d times has %d bits of at most %d", n, counts[s], l, most)
				}
				if l > 0 {
					sum += 1 << (most - int(l))
					longest = max(longest, int(l))
				}
			}
			if n > 1 && sum != 1<<most {
				t.Errorf("%d symbols of at most %d bits: the code has %d of %d words", n, most, sum, 1<<most)
			}
			if want := min(max(n-1, 1), most); longest != want {
				t.Errorf("%d symbols: the longest word has %d bits, want %d", n, longest, want)
			}
		}
	}
}

// A chart, mostly one colour, with edges and the same letters again and again, takes no
// more bytes than compress/flate makes of it.
func TestFlatIsSmall(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(6, 6))
	letters := make([][]byte, 20) // 12 x 8 pixels
	for i := range letters {
		letters[i] = make([]byte, 12*8)
		for k := range letters[i] {
			letters[i][k] = byte(255 - 16*max(0, r.IntN(30)-14))
		}
	}
	const width, height = 900, 400
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	for y := range height {
		draw.Draw(img, image.Rect(100, y, 200+50*(y/40), y+1), image.NewUniform(color.RGBA{0x11, 0x77, 0x33, 255}), image.Point{}, draw.Src)
	}
	for line := range 16 {
		for at := range 60 {
			l := letters[r.IntN(len(letters))]
			for k, v := range l {
				img.SetRGBA(400+8*at+k%8, line*20+6+k/8, color.RGBA{v, v, v, 255})
			}
		}
	}
	p := newPixels(img, Options{})
	p.colorType, p.samples, p.perBand = typeRGB, 3, height
	var std bytes.Buffer
	z, err := flate.NewWriter(&std, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = z.Write(filtered(p))
	_ = z.Close()
	if got := len(packed(p)); got > std.Len() {
		t.Errorf("%d bytes, of compress/flate %d", got, std.Len())
	} else {
		t.Logf("%d bytes, of compress/flate %d", got, std.Len())
	}
}
