package pngfile_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"c5atlas.org/c5atlas/app/export/pngfile"
)

// picture returns a w x h picture with so many colours, in blocks and noise.
func picture(w, h, colors int, alpha bool) *image.RGBA {
	r := rand.New(rand.NewPCG(uint64(w), uint64(colors)))
	set := make([]color.RGBA, colors)
	for i := range set {
		a := uint8(255)
		if alpha {
			a = uint8(r.UintN(256))
		}
		c := color.RGBAModel.Convert(color.NRGBA{R: uint8(i), G: uint8(i >> 8), B: uint8(r.UintN(256)), A: a})
		set[i] = c.(color.RGBA)
	}
	img := image.NewRGBA(image.Rect(3, 5, 3+w, 5+h)) // a corner that is not the origin
	for y := range h {
		for x := range w {
			i := (x/7 + y/40*13) % colors
			if y%40 > 30 {
				i = r.IntN(colors)
			}
			img.SetRGBA(3+x, 5+y, set[i])
		}
	}
	return img
}

func encode(t *testing.T, img *image.RGBA, o pngfile.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pngfile.Encode(&b, img, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The standard library reads back the same pixels, from files of every colour
// type and of one and many bands.
func TestEncodePixels(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		w, h, colors int
		alpha        bool
		want         color.Model
	}{
		"one pixel":     {1, 1, 1, false, nil},
		"palette":       {700, 301, 200, false, nil},
		"full palette":  {900, 1400, 256, false, nil},
		"no palette":    {900, 1400, 257, false, color.RGBAModel},
		"translucent":   {301, 120, 40, true, color.NRGBAModel},
		"wide":          {5000, 3, 9999, false, color.RGBAModel},
		"several bands": {1500, 1500, 4000, false, color.RGBAModel},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			img := picture(tt.w, tt.h, tt.colors, tt.alpha)
			for _, small := range []bool{false, true} {
				got, err := png.Decode(bytes.NewReader(encode(t, img, pngfile.Options{Small: small})))
				if err != nil {
					t.Fatal(err)
				}
				if _, paletted := got.(*image.Paletted); paletted != (tt.want == nil) || !paletted && got.ColorModel() != tt.want {
					t.Errorf("read as %T", got)
				}
				for y := range tt.h {
					for x := range tt.w {
						r, g, b, a := got.At(x, y).RGBA()
						wr, wg, wb, wa := color.NRGBAModel.Convert(img.At(3+x, 5+y)).RGBA()
						if r != wr || g != wg || b != wb || a != wa {
							t.Fatalf("pixel %d,%d = %x, want %x", x, y, []uint32{r, g, b, a}, []uint32{wr, wg, wb, wa})
						}
					}
				}
			}
		})
	}
}

// relief is flat areas with shading, soft edges and thin dark lines, as a map has:
// thousands of colours, of which few are common.
func relief(w, h int) *image.RGBA {
	r := rand.New(rand.NewPCG(1, 2))
	img := image.NewRGBA(image.Rect(3, 5, 3+w, 5+h))
	lands := []color.RGBA{{238, 221, 136, 255}, {119, 170, 221, 255}, {68, 187, 153, 255}, {238, 136, 102, 255}, {240, 236, 226, 255}}
	for y := range h {
		for x := range w {
			c := lands[(x/90+y/70)%len(lands)]
			if y > h/4 { // above is the sea, of one colour
				shade := 1 + 0.12*math.Sin(float64(x)/9)*math.Cos(float64(y)/7) + 0.02*r.Float64()
				if x%45 < 3 {
					shade *= 0.3 + 0.3*float64(x%45)
				}
				part := func(v uint8) uint8 { return uint8(min(255, float64(v)*shade)) }
				c = color.RGBA{part(c.R), part(c.G), part(c.B), 255}
			} else {
				c = color.RGBA{214, 226, 233, 255}
			}
			img.SetRGBA(3+x, 5+y, c)
		}
	}
	return img
}

// A picture of few colours has a palette, is off by less than is seen, to the bit
// where an area is of one colour, and has less than half of the bytes.
func TestFewColors(t *testing.T) {
	t.Parallel()
	img := relief(900, 600)
	file := encode(t, img, pngfile.Options{Small: true, Few: true})
	got, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if _, paletted := got.(*image.Paletted); !paletted {
		t.Fatalf("read as %T", got)
	}
	var sum float64
	worst := 0
	for y := range 600 {
		for x := range 900 {
			a, b := img.RGBAAt(3+x, 5+y), color.RGBAModel.Convert(got.At(x, y)).(color.RGBA)
			for _, d := range []int{int(a.R) - int(b.R), int(a.G) - int(b.G), int(a.B) - int(b.B)} {
				sum += float64(d * d)
				worst = max(worst, d, -d)
			}
			if y < 150 && a != b {
				t.Fatalf("the sea at %d,%d is %v, want %v", x, y, b, a)
			}
		}
	}
	// 45 dB is where people no longer tell two pictures apart; 34 dB is a good JPEG.
	if noise := 10 * math.Log10(255*255*3*900*600/sum); noise < 45 || worst > 24 {
		t.Errorf("%.1f dB, one pixel off by %d", noise, worst)
	}
	if full := encode(t, img, pngfile.Options{Small: true}); 2*len(file) > len(full) {
		t.Errorf("%d bytes, %d in full colour", len(file), len(full))
	}
	if !bytes.Equal(file, encode(t, img, pngfile.Options{Small: true, Few: true})) {
		t.Error("other bytes the second time")
	}
	// What has few already, and what is translucent, stays as it is.
	for _, img := range []*image.RGBA{picture(300, 200, 200, false), picture(300, 200, 999, true)} {
		if !bytes.Equal(encode(t, img, pngfile.Options{Few: true}), encode(t, img, pngfile.Options{})) {
			t.Error("a picture that gains nothing was changed")
		}
	}
}

// The bytes do not depend on how many cores there are. It changes the
// process, so it is not parallel.
func TestEncodeSameBytes(t *testing.T) {
	img := picture(1500, 1500, 4000, false)
	o := pngfile.Options{DPI: 96, Texts: []pngfile.Text{{Keyword: "Title", Text: "a"}}}
	was := runtime.GOMAXPROCS(1)
	one := encode(t, img, o)
	runtime.GOMAXPROCS(7)
	many := encode(t, img, o)
	runtime.GOMAXPROCS(was)
	if !bytes.Equal(one, many) {
		t.Error("bytes differ between 1 and 7 cores")
	}
}

// A picture that is painted while it is packed has the bytes of one in memory, on one
// core and on many, whether its colours are few, many or many only at its end; and each
// part is painted once.
func TestEncodePainted(t *testing.T) {
	late := picture(1500, 1500, 9, false)
	draw.Draw(late, image.Rect(3, 1400, 1503, 1505), picture(1500, 1500, 4000, false), image.Pt(3, 1400), draw.Src)
	for name, img := range map[string]*image.RGBA{
		"few": picture(1500, 1500, 9, false), "many": picture(1500, 1500, 4000, false), "late": late, "low": picture(700, 3, 300, false), "narrow": picture(1, 2000, 300, false),
	} {
		want := encode(t, img, pngfile.Options{DPI: 96})
		for _, cores := range []int{1, 2, 7} {
			was := runtime.GOMAXPROCS(cores)
			var rows atomic.Int64
			var got bytes.Buffer
			err := pngfile.EncodePainted(&got, img.Rect.Dx(), img.Rect.Dy(), func(part *image.RGBA) {
				rows.Add(int64(part.Rect.Dy()))
				draw.Draw(part, part.Rect, img, img.Rect.Min.Add(part.Rect.Min), draw.Src)
			}, pngfile.Options{DPI: 96})
			runtime.GOMAXPROCS(was)
			if err != nil || !bytes.Equal(got.Bytes(), want) || int(rows.Load()) != img.Rect.Dy() {
				t.Errorf("%s, %d cores: %d rows painted, other bytes, or %v", name, cores, rows.Load(), err)
			}
		}
	}
}

// kinds lists a file's chunks with their bodies.
func kinds(t *testing.T, b []byte) (names []string, body map[string][]byte) {
	t.Helper()
	body = map[string][]byte{}
	for b = b[8:]; len(b) > 0; {
		n := binary.BigEndian.Uint32(b)
		k := string(b[4:8])
		names = append(names, k)
		body[k] = b[8 : 8+n]
		if crc32.ChecksumIEEE(b[4:8+n]) != binary.BigEndian.Uint32(b[8+n:]) {
			t.Errorf("checksum of %s is wrong", k)
		}
		b = b[12+n:]
	}
	return names, body
}

func TestEncodeChunks(t *testing.T) {
	t.Parallel()
	// 300 dpi is 11811 pixels a metre, 96 is 3780, 144 is 5669.
	for dpi, want := range map[float64]uint32{300: 11811, 96: 3780, 144: 5669} {
		b := encode(t, picture(9, 9, 9, false), pngfile.Options{DPI: dpi, Texts: []pngfile.Text{
			{Keyword: "Title", Lang: "uk", Text: "Домовленості за сферами"}, {Keyword: "Nothing"},
		}})
		names, body := kinds(t, b)
		if got := strings.Join(names, " "); got != "IHDR sRGB pHYs iTXt PLTE IDAT IEND" {
			t.Errorf("chunks %s", got)
		}
		if got := binary.BigEndian.Uint32(body["pHYs"]); got != want || body["sRGB"][0] != 1 {
			t.Errorf("%v dpi: pHYs %d, want %d; sRGB %v", dpi, got, want, body["sRGB"])
		}
		if got := string(body["iTXt"]); got != "Title\x00\x00\x00uk\x00\x00Домовленості за сферами" {
			t.Errorf("iTXt %q", got)
		}
	}
}

func TestReadBack(t *testing.T) {
	t.Parallel()
	texts := []pngfile.Text{
		{Keyword: "Title", Lang: "en", Text: "Agreements and commitments by domain"},
		{Keyword: "x-c5atlas-view", Text: strings.Repeat(`{"chart":"domains"}`, 9000), Compress: true},
	}
	b := encode(t, picture(40, 30, 5000, false), pngfile.Options{DPI: 300, Texts: texts})
	info, err := pngfile.Read(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if info.Width != 40 || info.Height != 30 || info.DPI < 299.9 || info.DPI > 300.1 || len(info.Texts) != 2 {
		t.Errorf("Read = %d x %d, %v dpi, %d texts", info.Width, info.Height, info.DPI, len(info.Texts))
	}
	for i, got := range info.Texts {
		want := texts[i]
		want.Compress = false
		if got != want {
			t.Errorf("text %d = %.60s, want %.60s", i, got.Text, want.Text)
		}
	}
	for n := range len(b) - 1 {
		if _, err := pngfile.Read(bytes.NewReader(b[:n])); err == nil {
			t.Fatalf("%d of %d bytes were accepted", n, len(b))
		}
	}
}

func TestRefuses(t *testing.T) {
	t.Parallel()
	img := picture(2, 2, 2, false)
	for _, bad := range []pngfile.Text{
		{Text: "no keyword"},
		{Keyword: " Title", Text: "x"},
		{Keyword: strings.Repeat("k", 80), Text: "x"},
		{Keyword: "Назва", Text: "x"},
		{Keyword: "Title", Lang: "e n", Text: "x"},
		{Keyword: "Title", Text: "a\x00b"},
		{Keyword: "Title", Text: "\xff"},
		{Keyword: "Title", Text: strings.Repeat("x", pngfile.MaxText+1)},
	} {
		if err := pngfile.Encode(new(bytes.Buffer), img, pngfile.Options{Texts: []pngfile.Text{bad}}); !errors.Is(err, pngfile.ErrText) {
			t.Errorf("Encode with %.40q: %.40q = %v, want ErrText", bad.Keyword, bad.Text, err)
		}
	}
	if err := pngfile.Encode(new(bytes.Buffer), image.NewRGBA(image.Rectangle{}), pngfile.Options{}); err == nil {
		t.Error("an empty picture was written")
	}
}

// chunk returns one chunk with a right checksum.
func chunk(kind, body string) string {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(b, kind+body...)
	return string(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:])))
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	bomb := encode(t, picture(1, 1, 1, false), pngfile.Options{Texts: []pngfile.Text{
		{Keyword: "x", Text: strings.Repeat("0", pngfile.MaxText), Compress: true},
	}})
	_, parts := kinds(t, bomb)
	start := "\x89PNG\r\n\x1a\n" + chunk("IHDR", string(parts["IHDR"]))
	end := chunk("IDAT", "") + chunk("IEND", "")
	inflated := string(parts["iTXt"])
	for name, file := range map[string]string{
		"empty":         "",
		"not a PNG":     "GIF89a",
		"no header":     "\x89PNG\r\n\x1a\n" + end,
		"two headers":   start + chunk("IHDR", string(parts["IHDR"])) + end,
		"huge chunk":    start + "\x7f\xff\xff\xffiTXt",
		"many texts":    start + strings.Repeat(chunk("iTXt", "a\x00\x00\x00\x00\x00b"), 65) + end,
		"cut text":      start + chunk("iTXt", "a\x00\x00") + end,
		"bad deflate":   start + chunk("iTXt", "a\x00\x01\x00\x00\x00zzz") + end,
		"wrong sum":     start + strings.Replace(chunk("iTXt", "a\x00\x00\x00\x00\x00b"), "b", "c", 1) + end,
		"many bombs":    start + strings.Repeat(chunk("iTXt", inflated), 5) + end,
		"no end":        start + chunk("IDAT", ""),
		"bad keyword":   start + chunk("iTXt", "\x07\x00\x00\x00\x00\x00b") + end,
		"long language": start + chunk("iTXt", "a\x00\x00\x00"+strings.Repeat("x", 99)+"\x00\x00b") + end,
	} {
		if _, err := pngfile.Read(strings.NewReader(file)); !errors.Is(err, pngfile.ErrFormat) && !errors.Is(err, pngfile.ErrText) {
			t.Errorf("%s: Read = %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := pngfile.Encode(&b, picture(3, 3, 3, false), pngfile.Options{DPI: 96, Texts: []pngfile.Text{
		{Keyword: "Title", Lang: "en", Text: "t"}, {Keyword: "x-c5atlas-view", Text: "{}", Compress: true},
	}}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := pngfile.Read(bytes.NewReader(data))
		if err == nil && len(info.Texts) > 64 {
			t.Errorf("%d texts", len(info.Texts))
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	flat, noisy := picture(1920, 1080, 5, false), picture(1920, 1080, 5000, false)
	for name, img := range map[string]*image.RGBA{"palette": flat, "rgb": noisy} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(img.Pix)))
			for b.Loop() {
				if err := pngfile.Encode(new(bytes.Buffer), img, pngfile.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// What is called a PNG and is something else is called what it is.
func TestReadNamesOtherFormats(t *testing.T) {
	t.Parallel()
	for head, want := range map[string]string{
		"\xff\xd8\xff\xe0\x00\x10JFIF": "it is a JPEG", "GIF89a\x01\x00": "it is a GIF", "%PDF-1.4": "it is a PDF", "RIFF\x00\x00\x00\x00WEBP": "it is a WebP",
		"<svg xmlns=": "it is an SVG", "PK\x03\x04\x14\x00\x00\x00": "it is a zip", "hello, world": "not a whole PNG file", "": "not a whole PNG file", "GI": "not a whole PNG file",
	} {
		_, err := pngfile.Read(strings.NewReader(head))
		if !errors.Is(err, pngfile.ErrFormat) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", head, err, want)
		}
	}
}
