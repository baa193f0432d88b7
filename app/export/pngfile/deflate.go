package pngfile

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/adler32"
	"runtime"
	"sync"
)

// bandBytes is how much of the samples one band holds, about. Bands are
// compressed side by side; their number depends on the picture alone, so the
// bytes do not depend on the machine.
const bandBytes = 1 << 20

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
	perBand := max(1, bandBytes/stride)
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
	p    *pixels
	out  bytes.Buffer
	z    *flate.Writer
	line []byte // a row as the file holds it
}

func newBandWriter(p *pixels) *bandWriter {
	b := &bandWriter{p: p, line: make([]byte, 1+p.samples*p.img.Rect.Dx())}
	z, err := flate.NewWriter(&b.out, p.level)
	if err != nil {
		panic(err) // only an unknown level does this
	}
	b.z = z
	return b
}

// compress returns the rows from first to end; last ends the stream.
func (b *bandWriter) compress(first, end int, last bool) band {
	b.out.Reset()
	b.z.Reset(&b.out)
	sum := uint32(1)
	repeat := append([]byte{filterUp}, make([]byte, len(b.line)-1)...) // a row that is as the one above
	repeated := adler32.Checksum(repeat)
	for y := first; y < end; y++ {
		if y > 0 && bytes.Equal(row(b.p.img, y), row(b.p.img, y-1)) {
			sum = joinAdler(sum, repeated, len(repeat))
			_, _ = b.z.Write(repeat) // a bytes.Buffer takes everything
			continue
		}
		b.line[0] = filterNone
		b.p.samplesOf(b.line[1:], y)
		sum = joinAdler(sum, adler32.Checksum(b.line), len(b.line))
		_, _ = b.z.Write(b.line)
	}
	if last {
		_ = b.z.Close()
	} else {
		_ = b.z.Flush()
	}
	return band{data: bytes.Clone(b.out.Bytes()), sum: sum, size: (end - first) * len(b.line)}
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
