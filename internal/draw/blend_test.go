package draw

import (
	"image/color"
	"math"
	"math/rand/v2"
	"testing"
	"testing/quick"
)

// over is a colour laid over a value, as it would be without rounding.
func over(under, ink uint8, share float64) float64 {
	return float64(under) + (float64(ink)-float64(under))*share
}

// TestBlendIsNearTheTruth for every opacity: within 3 of 255, and exact at both
// ends.
func TestBlendIsNearTheTruth(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 9))
	for cover := range uint32(256) {
		for range 50 {
			c := color.NRGBA{uint8(r.Uint32()), uint8(r.Uint32()), uint8(r.Uint32()), uint8(r.Uint32())}
			if cover%2 == 0 {
				c.A = 255
			}
			pix := []byte{uint8(r.Uint32()), uint8(r.Uint32()), uint8(r.Uint32()), 255}
			before := [4]byte(pix)
			k := newInk(c, nil)
			k.dot(pix, cover)
			share := float64(cover) / 255 * float64(c.A) / 255
			for i, ink := range [3]uint8{c.R, c.G, c.B} {
				if want := over(before[i], ink, share); math.Abs(want-float64(pix[i])) > 3 {
					t.Fatalf("%d of %v over %v is %v, not %.1f", cover, c, before, pix, want)
				}
			}
			switch {
			case pix[3] != 255:
				t.Fatalf("the pixel is clear: %v", pix)
			case cover == 0 && [4]byte(pix) != before:
				t.Fatalf("nothing of %v changed %v to %v", c, before, pix)
			case cover == 255 && c.A == 255 && (pix[0] != c.R || pix[1] != c.G || pix[2] != c.B):
				t.Fatalf("all of %v is %v", c, pix)
			}
		}
	}
}

// TestSpanIsManyDots, with and without a row to copy from, however long.
func TestSpanIsManyDots(t *testing.T) {
	t.Parallel()
	err := quick.Check(func(red, green, blue, alpha, cover uint8, from, length uint8, seed uint64) bool {
		const width = 600
		r := rand.New(rand.NewPCG(seed, 3))
		var a, b [width * 4]byte
		for i := range a {
			a[i] = uint8(r.Uint32())
			if i%4 == 3 {
				a[i] = 255
			}
		}
		b = a
		c := color.NRGBA{red, green, blue, alpha}
		if seed%3 == 0 {
			c.A, cover = 255, 255
		}
		x0, x1 := int(from), int(from)+int(length)
		row := make([]byte, 4*(1+r.IntN(300)))
		k := newInk(c, row)
		k.span(a[:], x0, x1, uint32(cover))
		for x := x0; x < x1; x++ {
			k.dot(b[x*4:], uint32(cover))
		}
		return a == b
	}, &quick.Config{MaxCount: 500})
	if err != nil {
		t.Error(err)
	}
	newInk(color.NRGBA{A: 255}, nil)
	k := newInk(color.NRGBA{1, 2, 3, 255}, nil)
	k.dot(nil, 255) // a row that ends before the pixel
}

// TestTonesDarkenAndLighten: level ground stays as it is, and a span is what its
// pixels are one by one.
func TestTonesDarkenAndLighten(t *testing.T) {
	t.Parallel()
	dark := color.NRGBA{40, 50, 60, 255}
	tones := newTones(dark, 0.8)
	under := pack(color.NRGBA{200, 180, 160, 255})
	last := -1
	for v := range tones.by {
		got := tones.by[v].on(under)
		sum := int(got&255) + int(got>>8&255) + int(got>>16&255)
		if sum < last {
			t.Errorf("value %d is darker than the one below it", v)
		}
		last = sum
		d := float64(v-Neutral) / Neutral * 0.8
		ink, share := uint8(255), d*200/256
		if d < 0 {
			ink, share = dark.R, -d
		}
		if want := over(200, ink, share); math.Abs(want-float64(got&255)) > 2 {
			t.Errorf("value %d: red is %d, want %.1f", v, got&255, want)
		}
	}
	if got := tones.by[Neutral].on(under); got != under {
		t.Errorf("level ground turns %x to %x", under, got)
	}
	r := rand.New(rand.NewPCG(2, 8))
	for range 200 {
		mix := make([]uint8, 40)
		for i := range mix {
			mix[i] = uint8(r.IntN(256))
		}
		pix, want := make([]byte, 60*4), make([]byte, 60*4)
		for i := 0; i < len(pix); i += 4 {
			c := [3]byte{200, 180, 160} // areas, and pixels of colours of their own
			if r.IntN(4) == 0 {
				c[1] = uint8(r.IntN(256))
			}
			copy(pix[i:], []byte{c[0], c[1], c[2], 255})
		}
		copy(want, pix)
		step := int(0.625 * shadeUnit)
		tones.span(pix, mix, 0, step)
		for x := range 60 {
			u := x * step
			v := Between(mix[u>>32], mix[u>>32+1], int32(u>>24&255))
			p := want[x*4 : x*4+4]
			c := tones.by[v].on(uint32(p[0]) | uint32(p[1])<<8 | uint32(p[2])<<16 | uint32(p[3])<<24)
			copy(p, []byte{byte(c), byte(c >> 8), byte(c >> 16), byte(c >> 24)})
		}
		for i := range pix {
			if pix[i] != want[i] {
				t.Fatalf("value %d is %d, want %d", i, pix[i], want[i])
			}
		}
	}
}

// TestTonesForget: more colours than they remember are shaded all the same.
func TestTonesForget(t *testing.T) {
	t.Parallel()
	tones := newTones(color.NRGBA{A: 255}, 1)
	for i := range uint32(3 * maxFlats) {
		f := tones.flat(i | 0xff000000)
		if f.under != i|0xff000000 || len(tones.flats) > maxFlats {
			t.Fatalf("flat %d is of %x, %d are kept", i, f.under, len(tones.flats))
		}
	}
}
