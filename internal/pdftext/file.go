package pdftext

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"io"
	"maps"
	"slices"

	"golang.org/x/image/tiff/lzw"
)

// Limits on a file that no honest one comes near.
const (
	maxObjects = 400_000
	maxKids    = 40      // levels of the tree of pages
	maxHead    = 1 << 16 // bytes of a stream's dictionary
)

// A file is where each object is. They are found by reading through the file, as
// programs do that mend damaged ones: a table of places that lies or goes in
// circles has no say.
type file struct {
	data    []byte
	budget  *budget
	at      map[ref]place
	read    map[ref]object // dictionaries and arrays that were asked for
	fonts   map[ref]*font
	root    object
	catalog ref // found by its type
}

// place is where an object begins: in the file, or in a stream of objects.
type place struct {
	in     []byte
	offset int
}

// open looks for the objects of a PDF.
func open(data []byte, b *budget) (*file, error) {
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, ErrFormat
	}
	f := &file{data: data, budget: b, at: map[ref]place{}, read: map[ref]object{}, fonts: map[ref]*font{}, catalog: -1}
	if locked := f.scan(); locked {
		return nil, ErrLocked
	}
	if f.root == nil && f.catalog >= 0 {
		f.root = f.catalog
	}
	return f, nil
}

// finder finds a word again and again, each byte looked at once.
type finder struct {
	data []byte
	word string
	at   int // of the first one at or after the last position asked for; len(data): none
	from int
}

func (n *finder) after(pos int) int {
	if n.from > 0 && pos <= n.at {
		return n.at
	}
	n.from = pos + 1
	if i := bytes.Index(n.data[pos:], []byte(n.word)); i >= 0 {
		n.at = pos + i
	} else {
		n.at = len(n.data)
	}
	return n.at
}

// scan finds all objects, the last of each number, and what the trailers say.
// It reports whether the file is encrypted.
func (f *file) scan() (locked bool) {
	objs, ends := &finder{data: f.data, word: "obj"}, &finder{data: f.data, word: "endobj"}
	streams, closes := &finder{data: f.data, word: "stream"}, &finder{data: f.data, word: "endstream"}
	trailers := &finder{data: f.data, word: "trailer"}
	for pos := 0; pos < len(f.data); {
		at, t := objs.after(pos), trailers.after(pos)
		if t < at {
			pos = t + len("trailer")
			locked = f.trailer(f.lexer(f.data, pos).next()) || locked
			continue
		}
		if at == len(f.data) {
			break
		}
		pos = at + len("obj")
		id, ok := numbered(f.data, at)
		if !ok {
			continue
		}
		f.put(id, place{f.data, pos})
		end, s := ends.after(pos), streams.after(pos)
		if s > end || s == len(f.data) || s-pos > maxHead { // no stream
			if head := f.data[pos:min(end, pos+maxHead)]; end-pos < maxHead && bytes.Contains(head, []byte("/Catalog")) {
				f.catalog = id
			}
			continue
		}
		head := f.data[pos:s]
		body := s + len("stream")
		if n, ok := length(head); ok && n <= len(f.data)-body-2 && bytes.HasPrefix(bytes.TrimLeft(f.data[body+n:min(len(f.data), body+n+16)], "\r\n "), []byte("endstream")) {
			pos = body + n
		} else {
			pos = closes.after(body)
		}
		switch {
		case bytes.Contains(head, []byte("/XRef")):
			locked = f.trailer(f.lexer(f.data, at+len("obj")).next()) || locked
		case bytes.Contains(head, []byte("/ObjStm")) && !locked:
			f.unpackObjects(id)
		}
	}
	return locked
}

func (f *file) put(id ref, p place) {
	if f.at[id] = p; len(f.at) > maxObjects {
		panic(spent{})
	}
	delete(f.read, id)
}

// numbered reads "12 0 " backwards from where "obj" is.
func numbered(data []byte, end int) (ref, bool) {
	i := end
	back := func(is func(byte) bool) []byte {
		last := i
		for i > 0 && last-i < 11 && is(data[i-1]) {
			i--
		}
		return data[i:last]
	}
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	back(isSpace)
	if len(back(digit)) == 0 || len(back(isSpace)) == 0 {
		return 0, false
	}
	n, ok := number(back(digit))
	return ref(n), ok && n < 1<<31
}

// length is the length of a stream if its dictionary says it as a number.
func length(head []byte) (int, bool) {
	i := bytes.Index(head, []byte("/Length "))
	if i < 0 {
		return 0, false
	}
	words := bytes.Fields(head[i+len("/Length ") : min(len(head), i+48)])
	if len(words) == 0 || len(words) > 2 && string(words[2]) == "R" {
		return 0, false
	}
	digits := words[0]
	if k := bytes.IndexAny(digits, "/>"); k >= 0 {
		digits = digits[:k]
	}
	n, ok := number(digits)
	return int(n), ok && n >= 0 && n < 1<<31
}

// trailer keeps where the tree of objects begins. It reports whether the file is
// encrypted.
func (f *file) trailer(o object) (locked bool) {
	d, _ := o.(dict)
	if root, ok := d["Root"]; ok {
		f.root = root
	}
	return d["Encrypt"] != nil
}

// unpackObjects finds the objects in a stream of objects.
func (f *file) unpackObjects(id ref) {
	d, data := f.stream(id)
	n, first := integer(f.get(d["N"])), integer(f.get(d["First"]))
	if n <= 0 || first <= 0 || first > len(data) {
		return
	}
	l := &lexer{data: data[:first], budget: f.budget}
	for range n {
		id, ok := l.next().(float64)
		offset, ok2 := l.next().(float64)
		if !ok || !ok2 || id < 0 || id >= 1<<31 || offset < 0 || offset > float64(len(data)-first) {
			return
		}
		f.put(ref(id), place{data, first + int(offset)})
	}
}

func (f *file) lexer(data []byte, pos int) *lexer {
	return &lexer{data: data, pos: pos, budget: f.budget, refs: true}
}

// get is an object, looked up if it is a reference.
func (f *file) get(o object) object {
	for range 8 {
		id, ok := o.(ref)
		if !ok {
			return o
		}
		known, ok := f.read[id]
		if !ok {
			p, ok := f.at[id]
			if !ok {
				return nil
			}
			known = f.lexer(p.in, p.offset).next()
			f.read[id] = known
		}
		o = known
	}
	return nil
}

func (f *file) dict(o object) dict {
	d, _ := f.get(o).(dict)
	return d
}

func (f *file) array(o object) array {
	a, _ := f.get(o).(array)
	return a
}

func (f *file) number(o object) float64 {
	n, _ := f.get(o).(float64)
	return n
}

func integer(o object) int {
	n, _ := o.(float64)
	return int(max(-1<<31, min(n, 1<<31)))
}

// stream is the dictionary of a stream and its bytes, unpacked; nil if it is none
// or packed in a way that text never is. Of a damaged one it is what comes before.
func (f *file) stream(o object) (dict, []byte) {
	id, ok := o.(ref)
	if !ok {
		return nil, nil
	}
	p, ok := f.at[id]
	if !ok || len(p.in) != len(f.data) { // a stream stands in the file itself
		return nil, nil
	}
	l := f.lexer(p.in, p.offset)
	d, ok := l.next().(dict)
	if !ok || l.next() != op("stream") {
		return nil, nil
	}
	body := l.pos
	if bytes.HasPrefix(f.data[body:], []byte("\r\n")) {
		body += 2
	} else if body < len(f.data) && (f.data[body] == '\n' || f.data[body] == '\r') {
		body++
	}
	end := len(f.data)
	if n, ok := f.get(d["Length"]).(float64); ok && n >= 0 && n <= float64(end-body) && bytes.HasPrefix(bytes.TrimLeft(f.data[body+int(n):min(end, body+int(n)+16)], "\r\n "), []byte("endstream")) {
		end = body + int(n)
	} else if i := bytes.Index(f.data[body:], []byte("endstream")); i >= 0 {
		end = body + i
	}
	data := f.data[body:end]
	filters := f.array(d["Filter"])
	if one, ok := f.get(d["Filter"]).(name); ok {
		filters = array{one}
	}
	f.budget.unpacked(len(data))
	for i, filter := range filters {
		if i == 4 {
			return d, nil
		}
		data = f.unpack(f.get(filter), data)
	}
	return d, data
}

// unpack undoes one filter.
func (f *file) unpack(filter object, data []byte) []byte {
	var r io.Reader
	switch filter {
	case name("FlateDecode"), name("Fl"):
		z, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil
		}
		r = z
	case name("LZWDecode"), name("LZW"):
		z := lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8)
		defer z.Close() //nolint:errcheck // only read from
		r = z
	case name("ASCII85Decode"), name("A85"):
		if i := bytes.IndexByte(data, '~'); i >= 0 {
			data = data[:i]
		}
		r = ascii85.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("<~"))))
	case name("ASCIIHexDecode"), name("AHx"):
		return []byte((&lexer{data: data}).hex())
	default:
		return nil
	}
	var out bytes.Buffer
	_, _ = io.Copy(&out, io.LimitReader(r, int64(f.budget.left.Unpacked)+1)) // a damaged end does not take what is before it
	f.budget.unpacked(out.Len())
	return out.Bytes()
}

// A page is its dictionary, with what it has from those above it.
type page struct {
	contents  object
	resources object
}

// pages lists the pages in order. A page stands once, whatever the tree says.
func (f *file) pages() []page {
	var list []page
	seen := map[ref]bool{}
	var walk func(o object, above page, depth int)
	walk = func(o object, above page, depth int) {
		f.budget.words(1)
		if id, ok := o.(ref); ok {
			if seen[id] {
				return
			}
			seen[id] = true
		}
		d := f.dict(o)
		if d == nil || depth > maxKids {
			return
		}
		if r := d["Resources"]; r != nil {
			above.resources = r
		}
		if kids := f.array(d["Kids"]); kids != nil {
			for _, kid := range kids {
				walk(kid, above, depth+1)
			}
			return
		}
		if above.contents = d["Contents"]; above.contents != nil {
			f.budget.pages(1)
			list = append(list, above)
		}
	}
	walk(f.dict(f.root)["Pages"], page{}, 0)
	if len(list) == 0 { // the tree is lost: the pages as the file has them
		for _, id := range slices.Sorted(maps.Keys(f.at)) {
			if d := f.dict(id); d["Type"] == name("Page") {
				walk(id, page{}, 0)
			}
		}
	}
	return list
}
