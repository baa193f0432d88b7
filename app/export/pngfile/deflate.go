package pngfile

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/adler32"
	"runtime"
	"sync"
)

// How much of the samples one band holds, about. Bands are compressed side by
// side; their number depends on the picture alone, so the bytes do not depend on
// the machine.
const (
	bandBytes      = 1 << 18 // little memory, which a short-lived program has to get first
	smallBandBytes = 1 << 20
)

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
	height := p.img.Rect.Dy()
	stride := 1 + p.samples*p.img.Rect.Dx()
	size := bandBytes
	if p.small {
		size = smallBandBytes
	}
	perBand := max(1, size/stride)
	n := (height + perBand - 1) / perBand

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
			b := newBandWriter(p)
			for i := range next {
				bands[i] <- b.compress(i*perBand, min(height, (i+1)*perBand), i == n-1)
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

// bandWriter is the working memory for one band at a time.
type bandWriter struct {
	p        *pixels
	size     int    // of a row as the file holds it
	repeat   []byte // a row that is as the one above
	repeated uint32 // its Adler-32
	flat     flat
	out      bytes.Buffer
	z        *flate.Writer // nil for flat
	line     []byte        // a row for z
}

func newBandWriter(p *pixels) *bandWriter {
	size := 1 + p.samples*p.img.Rect.Dx()
	b := &bandWriter{p: p, size: size, repeat: append([]byte{filterUp}, make([]byte, size-1)...)}
	b.repeated = adler32.Checksum(b.repeat)
	if !p.small {
		b.flat = flat{pixel: p.samples, row: size}
		return b
	}
	z, err := flate.NewWriter(&b.out, smallLevel)
	if err != nil {
		panic(err) // only an unknown level does this
	}
	b.z, b.line = z, make([]byte, size)
	return b
}

// compress returns the rows from first to end; last ends the stream.
func (b *bandWriter) compress(first, end int, last bool) band {
	done := band{sum: 1, size: (end - first) * b.size}
	if b.z == nil {
		b.flat.begin(done.size)
	} else {
		b.out.Reset()
		b.z.Reset(&b.out)
	}
	for y := first; y < end; y++ {
		sum := b.repeated
		if y > 0 && bytes.Equal(row(b.p.img, y), row(b.p.img, y-1)) {
			b.addRepeat()
		} else {
			sum = b.add(y)
		}
		done.sum = joinAdler(done.sum, sum, b.size)
	}
	switch {
	case b.z == nil:
		done.data = b.flat.code.write(b.flat.tokens, last)
		return done
	case last:
		_ = b.z.Close()
	default:
		_ = b.z.Flush()
	}
	done.data = bytes.Clone(b.out.Bytes())
	return done
}

// addRepeat adds a row that is as the one above.
func (b *bandWriter) addRepeat() {
	if b.z == nil {
		copy(b.flat.next(), b.repeat)
		b.flat.repeat()
		return
	}
	_, _ = b.z.Write(b.repeat) // a bytes.Buffer takes everything
}

// add adds row y and returns its Adler-32.
func (b *bandWriter) add(y int) uint32 {
	line := b.line
	if b.z == nil {
		line = b.flat.next()
	}
	line[0] = filterNone
	b.p.samplesOf(line[1:], y)
	if b.z == nil {
		b.flat.add()
	} else {
		_, _ = b.z.Write(line)
	}
	return adler32.Checksum(line)
}

// joinAdler returns the Adler-32 of two runs of bytes from theirs and the
// length of the second (RFC 1950, section 9, solved for the second run).
func joinAdler(first, second uint32, size int) uint32 {
	const mod = 65521
	a1, b1 := first&0xffff, first>>16
	a2, b2 := second&0xffff, second>>16
	a := (a1 + a2 + mod - 1) % mod
	b := (uint64(b1) + uint64(b2) + uint64(size%mod)*uint64(a1+mod-1)) % mod
	return uint32(b)<<16 | a
}
