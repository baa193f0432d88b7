package pngfile

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

// Info is what a file says besides its pixels.
type Info struct {
	Width, Height int     // pixels
	DPI           float64 // 0 if the file does not say
	Texts         []Text  // in the order of the file
	length        int     // of the texts together, in bytes
}

// ErrFormat says that a file is not a PNG, or is damaged.
var ErrFormat = errors.New("not a whole PNG file")

// Read keeps no more texts than maxTexts, and together no longer than maxTotal.
const (
	maxTexts = 64
	maxTotal = 2 * MaxText
)

// Read returns what a PNG says besides its pixels, which it skips, whole or not. It holds
// no more than the texts in memory, whatever the file declares. A damaged text
// is an error, not left out: what it would have said matters.
func Read(from io.Reader) (*Info, error) {
	r := bufio.NewReader(from) // a file may be a million chunks of nothing
	var sig [len(signature)]byte
	if n, err := io.ReadFull(r, sig[:]); err != nil || string(sig[:]) != signature {
		return nil, fmt.Errorf("%w%s", ErrFormat, otherFormat(sig[:n]))
	}
	info := &Info{}
	head := make([]byte, 8)
	for first := true; ; first = false {
		if _, err := io.ReadFull(r, head); err != nil {
			return nil, fmt.Errorf("%w: it is cut short", ErrFormat)
		}
		size, kind := int64(binary.BigEndian.Uint32(head)), head[4:]
		if first != (string(kind) == "IHDR") {
			return nil, fmt.Errorf("%w: it does not begin with a header", ErrFormat)
		}
		switch string(kind) {
		case "IHDR", "pHYs", "iTXt":
		default:
			if err := skip(r, kind, size); err != nil {
				return nil, err
			}
			if string(kind) == "IEND" {
				return info, nil
			}
			continue
		}
		if size > MaxText+1024 {
			return nil, fmt.Errorf("%w: a text is longer than %d MiB", ErrText, MaxText>>20)
		}
		body, err := body(r, kind, size)
		if err != nil {
			return nil, err
		}
		if err := info.take(string(kind), body); err != nil {
			return nil, err
		}
	}
}

// otherFormat says what a file is that was taken for a PNG, by how it begins; "" if it
// is none of the usual ones.
func otherFormat(head []byte) string {
	for _, f := range []struct{ begin, name string }{
		{"\xff\xd8\xff", "a JPEG"},
		{"GIF8", "a GIF"},
		{"%PDF-", "a PDF"},
		{"RIFF", "a WebP"},
		{"BM", "a bitmap"},
		{"II*\x00", "a TIFF"},
		{"MM\x00*", "a TIFF"},
		{"PK\x03\x04", "a zip file or a document"},
		{"<svg", "an SVG"},
		{"<?xml", "an SVG or other XML"},
	} {
		if strings.HasPrefix(string(head), f.begin) {
			return ": it is " + f.name
		}
	}
	return ""
}

// skip passes over a chunk and, if it holds no pixels, checks its sum: it may be a
// text whose kind was damaged.
func skip(r *bufio.Reader, kind []byte, size int64) error {
	pixels := string(kind) == "IDAT"
	sum := crc32.ChecksumIEEE(kind)
	for size > 0 {
		part, err := r.Peek(int(min(size, int64(r.Size()))))
		if err != nil {
			return fmt.Errorf("%w: it is cut short", ErrFormat)
		}
		if !pixels {
			sum = crc32.Update(sum, crc32.IEEETable, part)
		}
		n, _ := r.Discard(len(part)) // it is there
		size -= int64(n)
	}
	want, err := r.Peek(4)
	if err != nil {
		return fmt.Errorf("%w: it is cut short", ErrFormat)
	}
	if !pixels && sum != binary.BigEndian.Uint32(want) {
		return fmt.Errorf("%w: the checksum of its chunk %q is wrong", ErrFormat, kind)
	}
	_, err = r.Discard(len(want))
	return err
}

// body reads what a chunk holds and checks its sum.
func body(r io.Reader, kind []byte, size int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, size+4))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) != size+4 {
		return nil, fmt.Errorf("%w: it is cut short", ErrFormat)
	}
	want := binary.BigEndian.Uint32(b[size:])
	if got := crc32.Update(crc32.ChecksumIEEE(kind), crc32.IEEETable, b[:size]); got != want {
		return nil, fmt.Errorf("%w: the checksum of its chunk %s is wrong", ErrFormat, kind)
	}
	return b[:size], nil
}

func (info *Info) take(kind string, body []byte) error {
	switch kind {
	case "IHDR":
		if len(body) != 13 {
			return fmt.Errorf("%w: its header is damaged", ErrFormat)
		}
		info.Width, info.Height = int(binary.BigEndian.Uint32(body)), int(binary.BigEndian.Uint32(body[4:]))
	case "pHYs":
		if len(body) == 9 && body[8] == 1 {
			info.DPI = float64(binary.BigEndian.Uint32(body)) * 0.0254
		}
	case "iTXt":
		if len(info.Texts) == maxTexts {
			return fmt.Errorf("%w: more than %d texts", ErrText, maxTexts)
		}
		t, err := parseText(body)
		if err != nil {
			return err
		}
		if info.length += len(t.Text); info.length > maxTotal {
			return fmt.Errorf("%w: its texts are longer than %d MiB together", ErrText, maxTotal>>20)
		}
		info.Texts = append(info.Texts, t)
	}
	return nil
}
