package geo

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Base is one level of detail of a base map.
type Base struct {
	Bound     orb.Bound // degrees; what lies outside is not in the layers
	Tolerance float64   // metres by which lines may be off
	Layers    []Layer
}

// Layer is features of one kind: countries, borders, coast, areas, claims,
// admin1, lakes, rivers, islets.
type Layer struct {
	Name     string
	Features []Feature
}

// Feature is a set of lines or rings in degrees. Rings are not repeated at
// their end; holes turn against their shells.
type Feature struct {
	Props  map[string]string
	Closed bool
	Parts  [][]orb.Point
}

// Layer is the layer of a name, empty if there is none.
func (b *Base) Layer(name string) Layer {
	for _, l := range b.Layers {
		if l.Name == name {
			return l
		}
	}
	return Layer{Name: name}
}

// ErrBase is wrapped by every error of [DecodeBase].
var ErrBase = errors.New("maps: base map")

const (
	baseMagic   = "C5BASE3\n"
	quantum     = 1000 // steps per degree: 0.001 degree is 111 m at most
	maxBase     = 64 << 20
	maxFeatures = 100_000
	maxStrings  = 100_000
	maxPoints   = 1 << 20
)

// EncodeBase writes a base map: magic, then deflated: string table, number of
// points, bound, tolerance, layers. Every number is a varint, coordinates are steps
// of 0.001 degree. Points that a step cannot tell from their forerunner are
// dropped. A line that was there before, in either direction, as a border is in two
// countries and a coast in one, is said by where it stands.
func EncodeBase(b *Base) []byte {
	var table []string
	index := map[string]uint64{}
	intern := func(s string) uint64 {
		i, ok := index[s]
		if !ok {
			i = uint64(len(table))
			index[s] = i
			table = append(table, s)
		}
		return i
	}
	var body []byte
	for _, v := range []float64{b.Bound.Min[0], b.Bound.Min[1], b.Bound.Max[0], b.Bound.Max[1]} {
		body = binary.AppendVarint(body, quantise(v))
	}
	body = binary.AppendUvarint(body, uint64(math.Round(b.Tolerance)))
	body = binary.AppendUvarint(body, uint64(len(b.Layers)))
	lines := lineEncoder{at: map[stepPoint][]int{}}
	for _, l := range b.Layers {
		body = binary.AppendUvarint(body, intern(l.Name))
		body = binary.AppendUvarint(body, uint64(len(l.Features)))
		for _, f := range l.Features {
			keys := make([]string, 0, len(f.Props))
			for k := range f.Props {
				keys = append(keys, k)
			}
			slices.Sort(keys)
			body = binary.AppendUvarint(body, uint64(len(keys)))
			for _, k := range keys {
				body = binary.AppendUvarint(body, intern(k))
				body = binary.AppendUvarint(body, intern(f.Props[k]))
			}
			kind := uint64(0)
			if f.Closed {
				kind = 1
			}
			body = binary.AppendUvarint(body, kind)
			body = binary.AppendUvarint(body, uint64(len(f.Parts)))
			for _, part := range f.Parts {
				body = lines.part(body, part)
			}
		}
	}
	out := binary.AppendUvarint(nil, uint64(len(table)))
	for _, s := range table {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	out = binary.AppendUvarint(out, uint64(len(lines.seen)))
	return deflate(append(out, body...))
}

// deflate is data deflated behind the magic.
func deflate(data []byte) []byte {
	var out bytes.Buffer
	out.WriteString(baseMagic)
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // a buffer takes all, and the level is right
	}
	return out.Bytes()
}

func quantise(deg float64) int64 { return int64(math.Round(deg * quantum)) }

// DecodeBase reads what [EncodeBase] wrote. It refuses files over 64 MB, packed
// or not, more than a million points, places off the earth, counts that the file is
// too short for, and bytes left over.
func DecodeBase(data []byte) (*Base, error) {
	packed, ok := bytes.CutPrefix(data, []byte(baseMagic))
	if !ok {
		return nil, fmt.Errorf("%w: not a base map of version 3", ErrBase)
	}
	in := bytes.NewReader(packed)
	var unpacked bytes.Buffer
	unpacked.Grow(min(2*len(packed), maxBase))
	_, err := unpacked.ReadFrom(io.LimitReader(flate.NewReader(in), maxBase+1))
	body := unpacked.Bytes()
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrBase, err)
	case len(body) > maxBase:
		return nil, fmt.Errorf("%w: more than %d bytes", ErrBase, maxBase)
	case in.Len() > 0:
		return nil, fmt.Errorf("%w: %d bytes left over", ErrBase, in.Len())
	}
	d := &baseDecoder{data: body}
	b := d.base()
	if d.err == nil && d.pos != len(body) {
		d.fail("%d bytes left over", len(body)-d.pos)
	}
	if left := cap(d.points) - len(d.points); d.err == nil && left > 0 {
		d.fail("%d points left over", left)
	}
	if d.err != nil {
		return nil, d.err
	}
	return b, nil
}

type baseDecoder struct {
	data   []byte
	pos    int
	table  []string
	points []orb.Point // of all parts, one after the other
	last   stepPoint   // of the points
	ended  int         // of the points: the last one of the last copy
	err    error
}

func (d *baseDecoder) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("%w: byte %d: %s", ErrBase, d.pos, fmt.Sprintf(format, args...))
		d.pos = len(d.data)
	}
}

func (d *baseDecoder) uint() uint64 {
	v, n := binary.Uvarint(d.data[d.pos:])
	if n <= 0 {
		d.fail("number expected")
		return 0
	}
	d.pos += n
	return v
}

func (d *baseDecoder) int() int64 {
	v, n := binary.Varint(d.data[d.pos:])
	if n <= 0 {
		d.fail("number expected")
		return 0
	}
	d.pos += n
	return v
}

// count reads a number of things of at least size bytes each.
func (d *baseDecoder) count(size, limit int) int {
	v := d.uint()
	if left := (len(d.data) - d.pos) / size; v > uint64(left) || v > uint64(limit) {
		d.fail("%d things do not fit", v)
		return 0
	}
	return int(v)
}

func (d *baseDecoder) string() string {
	i := d.uint()
	if i >= uint64(len(d.table)) {
		d.fail("no text %d", i)
		return ""
	}
	return d.table[i]
}

func (d *baseDecoder) degree(last, limit int64) int64 {
	v := d.int()
	// The sum of two values within +-2^62 cannot overflow.
	if v > 1<<30 || v < -1<<30 || v+last > limit || v+last < -limit {
		d.fail("place off the earth")
		return 0
	}
	return v + last
}

func (d *baseDecoder) point(x, y int64) orb.Point {
	return orb.Point{float64(x) / quantum, float64(y) / quantum}
}

func (d *baseDecoder) base() *Base {
	d.table = make([]string, d.count(1, maxStrings))
	for i := range d.table {
		n := d.count(1, 1<<16)
		d.table[i] = string(d.data[d.pos : d.pos+n])
		d.pos += n
	}
	n := d.uint()
	if n > maxPoints {
		d.fail("%d points", n)
		n = 0
	}
	d.points = make([]orb.Point, 0, n)
	b := &Base{}
	for _, p := range []*orb.Point{&b.Bound.Min, &b.Bound.Max} {
		x := d.degree(0, 360*quantum)
		*p = d.point(x, d.degree(0, 90*quantum))
	}
	tolerance := d.uint()
	if tolerance > 1e6 {
		d.fail("tolerance of %d m", tolerance)
	}
	b.Tolerance = float64(tolerance)
	b.Layers = make([]Layer, d.count(2, 64))
	for i := range b.Layers {
		l := &b.Layers[i]
		l.Name = d.string()
		l.Features = make([]Feature, d.count(3, maxFeatures))
		for k := range l.Features {
			if d.err != nil {
				return nil
			}
			d.feature(&l.Features[k])
		}
	}
	return b
}

func (d *baseDecoder) feature(f *Feature) {
	n := d.count(2, 64)
	f.Props = make(map[string]string, n)
	for range n {
		k := d.string()
		f.Props[k] = d.string()
	}
	switch d.uint() {
	case 0:
	case 1:
		f.Closed = true
	default:
		d.fail("unknown kind of geometry")
	}
	f.Parts = make([][]orb.Point, d.count(1, maxBase))
	for i := range f.Parts {
		f.Parts[i] = d.part()
		if d.err != nil {
			return
		}
	}
}
