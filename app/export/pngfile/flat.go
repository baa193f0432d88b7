package pngfile

import (
	"bytes"
	"encoding/binary"
	"image"
	"math/bits"
)

// flat finds what repeats in a picture of flat colour with sharp edges, and writes
// it as DEFLATE (RFC 1951). It knows what compress/flate does not, that a picture
// is of pixels and rows: nearly all that repeats in a chart is the pixel to the
// left, the row above or a letter, and it begins with a pixel. It looks for it
// where the picture is, since pixels that are equal there are equal in the file;
// only what is met for the first time is made samples.
type flat struct {
	p      *pixels
	row    int       // bytes of a row in the file, with its filter
	first  int       // pixels that are hashed: four bytes of the file, or more
	seen   []place   // for a hash of some pixels, where they stood last
	tokens []uint32  // see literal and match
	a, b   uint64    // the two sums of Adler-32 (RFC 1950)
	code   blockCode // of the tokens

	pix    []byte // of the band
	stride int
	width  int
	real   int // the last row whose pixels are in the file
}

// place is one of the band's pixels.
type place struct {
	below int32 // rows down to it, and one more: 0 is none
	x     int32
}

const (
	farthest  = 1 << 15 // distance of a match
	longest   = 258     // bytes of a match
	shortest  = 3
	hashBits  = 12
	matchFlag = 1 << 31 // of a token: a match, of its distance less 1 and, from bit 16, its length less 3; others are one byte
)

func newFlat(p *pixels) *flat {
	f := &flat{p: p, row: 1 + p.samples*p.width, first: 2, seen: make([]place, 1<<hashBits), tokens: make([]uint32, 0, 1<<14)}
	if p.samples == 1 {
		f.first = 4
	}
	return f
}

// pack packs rows; last ends the stream.
func (f *flat) pack(part *image.RGBA, last bool) band {
	f.pix, f.stride, f.width = row(part, 0), part.Stride, part.Rect.Dx()
	height := part.Rect.Dy()
	f.pix = f.pix[: (height-1)*f.stride+4*f.width : (height-1)*f.stride+4*f.width]
	clear(f.seen)
	f.tokens, f.a, f.b = f.tokens[:0], 1, 0
	f.code.begin()
	for y := range height {
		if y > 0 && bytes.Equal(row(part, y), row(part, y-1)) {
			f.repeat()
		} else {
			f.add(y)
		}
		f.a, f.b = f.a%adlerMod, f.b%adlerMod
	}
	return band{f.code.write(f.tokens, last), uint32(f.b)<<16 | uint32(f.a), height * f.row}
}

func (f *flat) literal(b byte) {
	f.code.literal[b]++
	f.tokens = append(f.tokens, uint32(b))
}

// match says that so many bytes are as those that stand distance before them.
func (f *flat) match(length, distance int) {
	for length > 0 {
		n := min(length, longest)
		if rest := length - n; rest > 0 && rest < shortest {
			n -= shortest
		}
		length -= n
		f.code.count(n, distance)
		f.tokens = append(f.tokens, matchFlag|uint32(n-shortest)<<16|uint32(distance-1))
	}
}

// repeat is a row that is as the one above, as its filter says: zeros.
func (f *flat) repeat() {
	f.literal(filterUp)
	f.literal(0)
	if n := f.row - 2; n >= shortest {
		f.match(n, 1)
	} else {
		for range n {
			f.literal(0)
		}
	}
	f.a += filterUp
	f.b += f.a * uint64(f.row)
}

// add takes in another row.
func (f *flat) add(y int) {
	f.literal(filterNone)
	f.b += f.a
	for x := 0; x < f.width; {
		n, distance := f.best(y, x)
		switch {
		case n == 0:
			s := f.p.sample(f.at(y, x))
			for k := range f.p.samples {
				f.literal(byte(s >> (8 * k)))
			}
			f.sum(s, 1)
			n = 1
		case distance == f.p.samples: // one colour
			f.match(n*f.p.samples, distance)
			f.sum(f.p.sample(f.at(y, x)), uint64(n))
		default:
			f.match(n*f.p.samples, distance)
			for i := x; i < x+n; {
				c, from := f.at(y, i), i
				for i++; i < x+n && f.at(y, i) == c; i++ {
				}
				f.sum(f.p.sample(c), uint64(i-from))
			}
		}
		x += n
	}
	f.real = y
}

// at is a pixel as it is in memory.
func (f *flat) at(y, x int) uint32 { return binary.LittleEndian.Uint32(f.pix[y*f.stride+4*x:]) }

// sum adds a pixel's samples n times.
func (f *flat) sum(s uint32, n uint64) {
	size := uint64(f.p.samples)
	var all, weighed uint64 // the samples, and each as often as it counts within its pixel
	for k := range size {
		v := uint64(s >> (8 * k) & 255)
		all += v
		weighed += v * (size - k)
	}
	f.b += n*(size*f.a+weighed) + size*all*(n*(n-1)/2)
	f.a += n * all
}

// best finds how many pixels of a row, from one on, are as some before them, and how far
// before them these stand in the file. There are 0 if nothing is worth it.
func (f *flat) best(y, x int) (n, distance int) {
	at, size, rest := y*f.stride+4*x, f.p.samples, f.width-x
	if x > 0 {
		if k := f.alike(at, at-4, rest); k*size >= shortest {
			n, distance = k, size
		}
	}
	// What is far takes about two bytes more.
	if above := (y - f.real) * f.row; y > 0 && above <= farthest && rest > 2*n {
		if k := f.alike(at, at-f.stride, rest); k*size >= 4 && k > 2*n {
			n, distance = k, above
		}
	}
	if n*size >= 16 || rest < f.first {
		return n, distance
	}
	hash := binary.LittleEndian.Uint64(f.pix[at:]) * 0x9e3779b97f4a7c15
	if f.first > 2 {
		hash = (hash ^ binary.LittleEndian.Uint64(f.pix[at+8:])) * 0x9e3779b97f4a7c15
	}
	last := &f.seen[hash>>(64-hashBits)]
	if last.below > 0 {
		far := (y+1-int(last.below))*f.row + (x-int(last.x))*size
		if far <= farthest {
			there := (int(last.below)-1)*f.stride + 4*int(last.x)
			if k := f.alike(at, there, min(rest, f.width-int(last.x))); k >= f.first && k*size > n*size+2 {
				n, distance = k, far
			}
		}
	}
	*last = place{int32(y) + 1, int32(x)}
	return n, distance
}

// alike is how many pixels, of most, are equal in two places of the band.
func (f *flat) alike(here, there, most int) int {
	a, b := f.pix[here:here+4*most], f.pix[there:]
	b = b[:len(a)]
	n := 0
	for ; n+8 <= len(a); n += 8 {
		if d := binary.LittleEndian.Uint64(a[n:]) ^ binary.LittleEndian.Uint64(b[n:]); d != 0 {
			return (n + bits.TrailingZeros64(d)/8) / 4
		}
	}
	if n < len(a) && binary.LittleEndian.Uint32(a[n:]) == binary.LittleEndian.Uint32(b[n:]) {
		n += 4
	}
	return n / 4
}
