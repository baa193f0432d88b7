package pngfile

import "math"

// maxCensus is the most colours that are reduced to a palette; a picture has more
// of them only if it is a photograph.
const maxCensus = 1 << 17

// rounds is how often the palette is moved to the middle of what it stands for; more
// gain nothing that can be measured.
const rounds = 4

// reduce chooses the 256 colours that stand for those of the census with the least
// error, and for each colour its entry. A colour that is commoner than all that share
// its entry together stays as it is: areas keep theirs to the bit, and only shading
// and the edges of letters move, by less than an eye can tell.
func reduce(colors []uint32, counts []int) (palette []uint32, entry []uint8) {
	r := reduction{at: make([][3]float64, len(colors)), weight: make([]float64, len(colors)), entry: make([]uint8, len(colors))}
	all := make([]int, len(colors))
	for i, c := range colors {
		r.at[i] = [3]float64{float64(c & 255), float64(c >> 8 & 255), float64(c >> 16 & 255)}
		// A colour of few pixels is an edge, which is seen for its contrast.
		r.weight[i] = math.Sqrt(float64(counts[i]))
		all[i] = i
	}
	list := []heap{r.heap(all)}
	for len(list) < maxPalette {
		worst := 0
		for i := range list {
			if list[i].loss > list[worst].loss {
				worst = i
			}
		}
		low, high := r.split(&list[worst])
		if len(high) == 0 {
			break
		}
		list[worst] = r.heap(low)
		list = append(list, r.heap(high))
	}
	middle := make([][3]float64, len(list))
	for i := range list {
		middle[i] = list[i].middle
	}
	for range rounds {
		r.assign(middle)
		r.centre(middle)
	}
	r.assign(middle)
	return r.colours(middle, colors, counts), r.entry
}

// reduction is the work of reduce: for each colour where it is, what it weighs and its entry.
type reduction struct {
	at     [][3]float64
	weight []float64
	entry  []uint8
}

// heap is some colours that may share an entry.
type heap struct {
	of     []int
	middle [3]float64
	axis   int     // along which they differ most
	loss   float64 // by the middle
}

func (r *reduction) heap(of []int) heap {
	h := heap{of: of}
	var sum, square [3]float64
	total := 0.0
	for _, i := range of {
		w := r.weight[i]
		total += w
		for k, v := range r.at[i] {
			sum[k] += float64(w * v) // as it stands here, on every machine: products are rounded
			square[k] += float64(w * v * v)
		}
	}
	most := -1.0
	for k := range sum {
		h.middle[k] = sum[k] / total
		loss := square[k] - float64(sum[k]*h.middle[k])
		if h.loss += loss; loss > most {
			most, h.axis = loss, k
		}
	}
	return h
}

// split parts the colours of a heap at its middle.
func (r *reduction) split(h *heap) (low, high []int) {
	if len(h.of) < 2 {
		return h.of, nil
	}
	n := 0
	for i, c := range h.of {
		if r.at[c][h.axis] <= h.middle[h.axis] {
			h.of[i], h.of[n] = h.of[n], c
			n++
		}
	}
	return h.of[:n:n], h.of[n:]
}

// assign gives each colour the nearest entry.
func (r *reduction) assign(middle [][3]float64) {
	for i, c := range r.at {
		best, least := 0, math.Inf(1)
		for k, m := range middle {
			x, y, z := c[0]-m[0], c[1]-m[1], c[2]-m[2]
			if d := float64(x*x) + float64(y*y) + float64(z*z); d < least {
				best, least = k, d
			}
		}
		r.entry[i] = uint8(best)
	}
}

// centre moves each entry to the middle of its colours.
func (r *reduction) centre(middle [][3]float64) {
	sum, total := make([][3]float64, len(middle)), make([]float64, len(middle))
	for i, e := range r.entry {
		w := r.weight[i]
		total[e] += w
		for k, v := range r.at[i] {
			sum[e][k] += float64(w * v)
		}
	}
	for e := range middle {
		if total[e] > 0 {
			for k := range sum[e] {
				middle[e][k] = sum[e][k] / total[e]
			}
		}
	}
}

// colours are the entries as a file holds them.
func (r *reduction) colours(middle [][3]float64, colors []uint32, counts []int) []uint32 {
	all, most, commonest := make([]int, len(middle)), make([]int, len(middle)), make([]uint32, len(middle))
	for i, e := range r.entry {
		all[e] += counts[i]
		if counts[i] > most[e] {
			most[e], commonest[e] = counts[i], colors[i]
		}
	}
	out := make([]uint32, len(middle))
	for e, m := range middle {
		out[e] = 0xff000000
		for k, v := range m {
			out[e] |= uint32(math.Round(v)) << (8 * k)
		}
		if 2*most[e] > all[e] {
			out[e] = commonest[e]
		}
	}
	return out
}
