package draw

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"c5atlas.org/c5atlas/internal/pattern"
)

var (
	errPDFObjects = errors.New("objects of a PDF are not where its table has them")

	pdfTable    = pattern.Late(`startxref\n(\d+)\n%%EOF\n$`)
	pdfEntry    = pattern.Late(`(\d{10}) 00000 n \n`)
	pdfLength   = pattern.Late(`/Length (\d+)`)
	pdfContents = pattern.Late(`/Contents (\d+) 0 R`)
	pdfSize     = pattern.Late(`/Size \d+`)
)

// pdfSeam is a line of a page, to readers a comment, before what may be the same on
// another page.
const pdfSeam = "%%\n"

// pdfObjects are the objects of a document by their numbers, from 1, with the line
// that begins and the one that ends each, and what stands before and after them.
type pdfObjects struct {
	head    []byte
	objects [][]byte
	trailer []byte
}

// packed is a document with its pages and pictures packed, and with what several pages
// have in common, such as the lands of a map, once: the writer underneath packs in
// haste and page by page, and leaves a lesson half as large again. The densest packing
// saves two bytes more in a hundred and takes eight times as long, seconds for a map.
// It takes what that writer writes and nothing else.
func packed(body []byte) ([]byte, error) {
	f, err := pdfObjectsOf(body)
	if err == nil {
		err = f.join()
	}
	if err == nil {
		err = f.pack()
	}
	if err != nil {
		return nil, err
	}
	var out, table bytes.Buffer
	out.Write(f.head)
	fmt.Fprintf(&table, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects)+1)
	for _, o := range f.objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		out.Write(o)
	}
	at := out.Len()
	out.Write(table.Bytes())
	out.Write(pdfSize().ReplaceAll(f.trailer, fmt.Appendf(nil, "/Size %d", len(f.objects)+1)))
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", at)
	return out.Bytes(), nil
}

// pdfObjectsOf takes a document apart along its table.
func pdfObjectsOf(body []byte) (*pdfObjects, error) {
	end := pdfTable().FindSubmatch(body)
	if end == nil {
		return nil, errPDFObjects
	}
	table, err := strconv.Atoi(string(end[1]))
	if err != nil || table > len(body) {
		return nil, errPDFObjects
	}
	var starts []int
	for _, e := range pdfEntry().FindAllSubmatch(body[table:], -1) {
		at, err := strconv.Atoi(string(e[1]))
		if err != nil || at > table {
			return nil, errPDFObjects
		}
		starts = append(starts, at)
	}
	trailer := bytes.Index(body[table:], []byte("trailer\n"))
	if len(starts) == 0 || trailer < 0 {
		return nil, errPDFObjects
	}
	ordered := append(slices.Sorted(slices.Values(starts)), table)
	f := &pdfObjects{head: body[:ordered[0]], trailer: body[table+trailer : len(body)-len(end[0])]}
	for _, from := range starts {
		i, _ := slices.BinarySearch(ordered, from)
		f.objects = append(f.objects, body[from:ordered[i+1]])
	}
	return f, nil
}

// pdfStream is the stream of an object between its two ends.
func pdfStream(object []byte) (before, stream, after []byte, ok bool) {
	const begin = "stream\n"
	at := bytes.Index(object, []byte(begin))
	if at < 0 {
		return nil, nil, nil, false
	}
	m := pdfLength().FindSubmatch(object[:at])
	if m == nil {
		return nil, nil, nil, false
	}
	from := at + len(begin)
	n, err := strconv.Atoi(string(m[1]))
	if err != nil || n > len(object)-from {
		return nil, nil, nil, false
	}
	return object[:at], object[from : from+n], object[from+n:], true
}

// join gives what several pages have in common an object of its own. A page may be made
// of several streams; pieces that the same pages have, one after the other, stay one.
func (f *pdfObjects) join() error {
	type page struct {
		object, contents int // numbers
		pieces           [][]byte
	}
	var pages []page
	on := map[[sha256.Size]byte]string{} // which pages have a piece
	for i, o := range f.objects {
		m := pdfContents().FindSubmatch(o)
		if m == nil || bytes.Contains(o, []byte("stream\n")) {
			continue
		}
		n, err := strconv.Atoi(string(m[1]))
		if err != nil || n < 1 || n > len(f.objects) {
			return errPDFObjects
		}
		_, stream, _, ok := pdfStream(f.objects[n-1])
		if !ok {
			return errPDFObjects
		}
		p := page{i + 1, n, bytes.Split(stream, []byte(pdfSeam))}
		for _, x := range p.pieces {
			on[sha256.Sum256(x)] += strconv.Itoa(i) + " "
		}
		pages = append(pages, p)
	}
	made := map[[sha256.Size]byte]int{} // numbers of streams
	for _, p := range pages {
		var parts []byte
		free := p.contents
		for from := 0; from < len(p.pieces); {
			same, to := on[sha256.Sum256(p.pieces[from])], from+1
			for to < len(p.pieces) && on[sha256.Sum256(p.pieces[to])] == same {
				to++
			}
			stream := bytes.Join(p.pieces[from:to], nil)
			key := sha256.Sum256(stream)
			if made[key] == 0 {
				made[key] = free
				if free = 0; made[key] == 0 {
					f.objects = append(f.objects, nil)
					made[key] = len(f.objects)
				}
				f.objects[made[key]-1] = fmt.Appendf(nil, "%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", made[key], len(stream), stream)
			}
			parts = fmt.Appendf(parts, "%d 0 R ", made[key])
			from = to
		}
		if free > 0 { // others had all of the page
			f.objects[free-1] = fmt.Appendf(nil, "%d 0 obj\nnull\nendobj\n", free)
		}
		f.objects[p.object-1] = pdfContents().ReplaceAll(f.objects[p.object-1], fmt.Appendf(nil, "/Contents [%s]", bytes.TrimSpace(parts)))
	}
	return nil
}

// pack packs all streams. Metadata stay plain, so that they are found by those who
// read no PDF.
func (f *pdfObjects) pack() error {
	for i, o := range f.objects {
		head, stream, tail, ok := pdfStream(o)
		if !ok || bytes.Contains(head, []byte("/Type /Metadata")) {
			continue
		}
		filter := " /Filter /FlateDecode"
		if bytes.Contains(head, []byte("/FlateDecode")) {
			filter = ""
			r, err := zlib.NewReader(bytes.NewReader(stream))
			if err == nil {
				stream, err = io.ReadAll(r)
			}
			if err != nil {
				return fmt.Errorf("unpack: %w", err)
			}
		}
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		_, err := w.Write(stream)
		if err == nil {
			err = w.Close()
		}
		if err != nil {
			return fmt.Errorf("pack: %w", err)
		}
		head = pdfLength().ReplaceAll(head, fmt.Appendf(nil, "/Length %d%s", b.Len(), filter))
		f.objects[i] = slices.Concat(head, []byte("stream\n"), b.Bytes(), tail)
	}
	return nil
}
