package pngfile

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/adler32"
	"image"
	"runtime"
	"sync"
)

// smallBandBytes is how much of the samples one band of a picture with relief
// holds, about. Bands are compressed side by side; their number depends on the picture
// alone, so the bytes do not depend on the machine.
const smallBandBytes = 1 << 20

// smallLevel is that of compress/flate for a picture with relief.
const smallLevel = 4

// The filters of PNG (section 9.2) that rows get. Charts and maps are flat
// colour with sharp edges: unfiltered rows come out smaller than predicted ones
// and in a third of the time; only a row equal to the one above gains.
const (
	filterNone = 0
	filterUp   = 2
)

// band is a run of rows, compressed.
type band struct {
	data []byte
	sum  uint32 // Adler-32 of its samples
	size int    // bytes of its samples
}

// deflate compresses the samples into one zlib stream and hands it to emit in
// parts, in order.
func (p *pixels) deflate(emit func([]byte)) {
	n := p.bands()
	bands := make([]chan band, n)
	for i := range bands {
		bands[i] = make(chan band, 1)
	}
	next := make(chan int, n)
	for i := range n {
		next <- i
	}
	close(next)
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			pack := p.packer()
			var part *image.RGBA
			for i := range next {
				part = p.band(i, part)
				bands[i] <- pack(part, i == n-1)
			}
		})
	}
	sum := uint32(1)
	for i, c := range bands {
		b := <-c
		sum = joinAdler(sum, b.sum, b.size)
		switch {
		case n == 1:
			b.data = binary.BigEndian.AppendUint32(append([]byte{0x78, 0x01}, b.data...), sum)
		case i == 0:
			b.data = append([]byte{0x78, 0x01}, b.data...)
		case i == n-1:
			b.data = binary.BigEndian.AppendUint32(b.data, sum)
		}
		emit(b.data)
	}
	wg.Wait()
}

// packer returns what packs one band at a time, with its own working memory; last ends
// the stream.
func (p *pixels) packer() func(part *image.RGBA, last bool) band {
	if p.small {
		return newRelief(p).pack
	}
	return newFlat(p).pack
}

// relief packs bands of a picture with relief.
type relief struct {
	p        *pixels
	repeat   []byte // a row that is as the one above
	repeated uint32 // its Adler-32
	line     []byte // another row
	out      bytes.Buffer
	z        *flate.Writer
}

func newRelief(p *pixels) *relief {
	size := 1 + p.samples*p.width
	r := &relief{p: p, repeat: append([]byte{filterUp}, make([]byte, size-1)...), line: make([]byte, size)}
	r.repeated = adler32.Checksum(r.repeat)
	z, err := flate.NewWriter(&r.out, smallLevel)
	if err != nil {
		panic(err) // only an unknown level does this
	}
	r.z = z
	return r
}

func (r *relief) pack(part *image.RGBA, last bool) band {
	done := band{sum: 1, size: part.Rect.Dy() * len(r.line)}
	r.out.Reset()
	r.z.Reset(&r.out)
	for y := range part.Rect.Dy() {
		line, sum := r.repeat, r.repeated
		if y == 0 || !bytes.Equal(row(part, y), row(part, y-1)) {
			line = r.line
			line[0] = filterNone
			r.p.samplesOf(line[1:], row(part, y))
			sum = adler32.Checksum(line)
		}
		_, _ = r.z.Write(line) // a bytes.Buffer takes everything
		done.sum = joinAdler(done.sum, sum, len(line))
	}
	if last {
		_ = r.z.Close()
	} else {
		_ = r.z.Flush()
	}
	done.data = bytes.Clone(r.out.Bytes())
	return done
}

const adlerMod = 65521

// joinAdler returns the Adler-32 of two runs of bytes from theirs and the
// length of the second (RFC 1950, section 9, solved for the second run).
func joinAdler(first, second uint32, size int) uint32 {
	a1, b1 := first&0xffff, first>>16
	a2, b2 := second&0xffff, second>>16
	a := (a1 + a2 + adlerMod - 1) % adlerMod
	b := (uint64(b1) + uint64(b2) + uint64(size%adlerMod)*uint64(a1+adlerMod-1)) % adlerMod
	return uint32(b)<<16 | a
}
