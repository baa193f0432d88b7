package pngfile

import (
	"encoding/binary"
	"math/bits"
)

// flat finds what repeats in the samples of a picture of flat colour with sharp
// edges, and writes it as DEFLATE (RFC 1951). It knows what compress/flate does
// not, how wide a pixel and a row are: nearly all that repeats in a chart is the
// pixel to the left, the row above or a letter, and it begins with a pixel. It
// takes less than half of the time and leaves a twelfth fewer bytes.
type flat struct {
	pixel, row int      // bytes of a pixel and of a row with its filter
	samples    []byte   // of the band, and some more bytes, which are not looked at but read
	size       int      // of the samples
	done       int      // of them, that are tokens
	seen       []uint32 // for a hash of some pixels, where they stood last, plus 1
	tokens     []uint32 // see literal and match
	code       blockCode
}

const (
	farthest  = 1 << 15 // distance of a match
	longest   = 258     // bytes of a match
	shortest  = 3
	spare     = 8 // bytes behind the samples, so that eight can be read at each
	hashBits  = 12
	matchFlag = 1 << 31 // of a token: a match, of its distance less 1 and, from bit 16, its length less 3; others are one byte
)

// begin makes it ready for another band, no larger than size.
func (f *flat) begin(size int) {
	if cap(f.samples) < size+spare {
		f.samples = make([]byte, size+spare)
		f.seen = make([]uint32, 1<<hashBits)
		f.tokens = make([]uint32, 0, size/8)
	}
	clear(f.seen)
	f.size, f.done, f.tokens = 0, 0, f.tokens[:0]
	f.code.begin()
}

// next returns the room for the next row, filter and samples, which is to be filled
// before add.
func (f *flat) next() []byte {
	f.size += f.row
	return f.samples[f.size-f.row : f.size]
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

// repeat is add for a row that is as the one above, whose filter says so: zeros.
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
	f.done = f.size
}

// add takes in the row that next returned.
func (f *flat) add() {
	f.literal(f.samples[f.done])
	for f.done++; f.done < f.size; {
		length, distance := f.best(f.done)
		if length == 0 {
			for _, b := range f.samples[f.done : f.done+f.pixel] {
				f.literal(b)
			}
			f.done += f.pixel
			continue
		}
		f.match(length, distance)
		f.done += length
	}
}

// best finds what stands at a place of the samples before it: whole pixels of its
// row. The length is 0 if nothing is worth it.
func (f *flat) best(at int) (length, distance int) {
	if at > f.pixel {
		if n := f.alike(at, f.pixel); n >= shortest {
			length, distance = n, f.pixel
		}
	}
	// What is far takes about two bytes more.
	if at > f.row && f.row <= farthest {
		if n := f.alike(at, f.row); n >= 4 && n > 2*length {
			length, distance = n, f.row
		}
	}
	if length >= 16 {
		return length, distance
	}
	width := max(4, min(8, 2*f.pixel)) // what is hashed
	hash := binary.LittleEndian.Uint64(f.samples[at:]) << (64 - 8*width) * 0x9e3779b97f4a7c15 >> (64 - hashBits)
	last := int(f.seen[hash]) - 1
	f.seen[hash] = uint32(at) + 1
	if last >= 0 && at-last <= farthest {
		if n := f.alike(at, at-last); n >= width && n > length+2 {
			length, distance = n, at-last
		}
	}
	return length, distance
}

// alike is how many bytes of the row's rest are as those before them at a distance, in
// whole pixels.
func (f *flat) alike(at, distance int) int {
	n, rest := 0, f.size-at
	here, there := f.samples[at:f.size+spare], f.samples[at-distance:]
	there = there[:len(here)]
	for n < rest {
		if d := binary.LittleEndian.Uint64(here[n:]) ^ binary.LittleEndian.Uint64(there[n:]); d != 0 {
			n += bits.TrailingZeros64(d) / 8
			break
		}
		n += 8
	}
	n = min(n, rest)
	return n - n%f.pixel
}
