package geo

import (
	"encoding/binary"

	"github.com/paulmach/orb"
)

// A part of a base map is its number of points and then runs of them until all are
// said. A run is its number of points, times four, and its kind.
const (
	fresh     = iota + 1 // each point by its difference from the one before, from the third on less half of the difference before that
	copied               // points that were there before, in their order: where they begin, as the difference from where the copy before ended
	backwards            // the same in the opposite order
)

const (
	worthCopying = 3 // points at least
	places       = 8 // of one point, at most, that a copy may begin at
)

// stepPoint is a place in steps of a quantum of a degree.
type stepPoint struct{ x, y int64 }

func (p stepPoint) minus(q stepPoint) stepPoint { return stepPoint{p.x - q.x, p.y - q.y} }

func stepped(p orb.Point) stepPoint { return stepPoint{quantise(p[0]), quantise(p[1])} }

// lineEncoder writes parts.
type lineEncoder struct {
	seen  []stepPoint         // of all parts, one after the other
	at    map[stepPoint][]int // where in seen
	ended int                 // in seen: the last point of the last copy
}

func (e *lineEncoder) part(out []byte, points []orb.Point) []byte {
	line := make([]stepPoint, 0, len(points))
	for _, p := range points {
		if s := stepped(p); len(line) == 0 || line[len(line)-1] != s {
			line = append(line, s)
		}
	}
	out = binary.AppendUvarint(out, uint64(len(line)))
	first := 0 // of the points that are not written yet
	for i := 0; i < len(line); {
		n, at, turn := e.longest(line[i:])
		if n < worthCopying {
			e.add(line[i])
			i++
			continue
		}
		out = e.fresh(out, line[first:i])
		kind := uint64(copied)
		if turn < 0 {
			kind = backwards
		}
		out = binary.AppendUvarint(out, uint64(n)<<2|kind)
		out = binary.AppendVarint(out, int64(at-e.ended))
		e.ended = at + turn*(n-1)
		for range n {
			e.add(line[i])
			i++
		}
		first = i
	}
	return e.fresh(out, line[first:])
}

// add says that p is the next point of all.
func (e *lineEncoder) add(p stepPoint) {
	if len(e.at[p]) < places {
		e.at[p] = append(e.at[p], len(e.seen))
	}
	e.seen = append(e.seen, p)
}

// longest is the longest beginning of a line that was there before: n points from
// at, onwards or, with a turn of -1, back.
func (e *lineEncoder) longest(line []stepPoint) (n, at, turn int) {
	for _, start := range e.at[line[0]] {
		for _, d := range [...]int{1, -1} {
			k, i := 0, start
			for k < len(line) && i >= 0 && i < len(e.seen) && e.seen[i] == line[k] {
				k, i = k+1, i+d
			}
			if k > n {
				n, at, turn = k, start, d
			}
		}
	}
	return n, at, turn
}

// fresh writes the run of the last points, of which all are added.
func (e *lineEncoder) fresh(out []byte, run []stepPoint) []byte {
	if len(run) == 0 {
		return out
	}
	out = binary.AppendUvarint(out, uint64(len(run))<<2|fresh)
	var last, before stepPoint
	if n := len(e.seen) - len(run); n > 0 {
		last = e.seen[n-1]
	}
	for i, p := range run {
		d := p.minus(last)
		out = binary.AppendVarint(out, d.x-before.x/2)
		out = binary.AppendVarint(out, d.y-before.y/2)
		if last = p; i > 0 {
			before = d
		}
	}
	return out
}

// part reads a part. Its points stand in the array of all.
func (d *baseDecoder) part() []orb.Point {
	from, n := len(d.points), d.uint()
	if n > uint64(cap(d.points)-from) {
		d.fail("%d points do not fit", n)
	}
	end := from + int(n)
	for d.err == nil && len(d.points) < end {
		d.run(end - len(d.points))
	}
	if d.err != nil {
		return nil
	}
	return d.points[from:end:end]
}

// run reads a run of at most so many points.
func (d *baseDecoder) run(most int) {
	head := d.uint()
	n, kind := int(head>>2), head&3
	if n == 0 || n > most || kind < fresh {
		d.fail("a run of %d points, kind %d", n, kind)
		return
	}
	if kind == fresh {
		var before stepPoint
		for i := 0; i < n && d.err == nil; i++ {
			p := stepPoint{d.degree(d.last.x+before.x/2, 360*quantum), d.degree(d.last.y+before.y/2, 90*quantum)}
			if i > 0 {
				before = p.minus(d.last)
			}
			d.last = p
			d.points = append(d.points, d.point(p.x, p.y))
		}
		return
	}
	turn := 1
	if kind == backwards {
		turn = -1
	}
	at := d.ended + int(d.int())
	there := len(d.points)
	if at < 0 || at >= there || at+turn*(n-1) < 0 || at+turn*(n-1) >= there {
		d.fail("a copy of %d points from %d of %d", n, at, there)
		return
	}
	for i := range n {
		d.points = append(d.points, d.points[at+turn*i])
	}
	d.ended = at + turn*(n-1)
	d.last = stepped(d.points[d.ended])
}
