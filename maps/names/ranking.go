package names

// ranking gives choices by their cost, those that cost the same as they came. It
// sorts no further than it is asked, for most names find a place among the first
// of thousands.
type ranking struct {
	all  []choice
	keys []rankKey // those before done are in their places
	done int
	ends []int // where parts end that are not in order, the first one last; a key at an end is in its place
}

type rankKey struct {
	cost float64
	n    int32
}

func rank(all []choice) *ranking {
	r := &ranking{all: all, keys: make([]rankKey, len(all)), ends: []int{len(all)}}
	for i := range r.keys {
		r.keys[i] = rankKey{all[i].cost, int32(i)}
	}
	return r
}

func (a rankKey) before(b rankKey) bool { return a.cost < b.cost || a.cost == b.cost && a.n < b.n }

func (r *ranking) len() int { return len(r.all) }

// at is the choice before which there are i.
func (r *ranking) at(i int) *choice {
	for r.done <= i {
		r.more()
	}
	return &r.all[r.keys[i].n]
}

// more puts at least one more key in its place: a quicksort that leaves the upper
// parts for later.
func (r *ranking) more() {
	const few = 12
	for {
		end := r.ends[len(r.ends)-1]
		switch k := r.keys[r.done:end]; {
		case len(k) == 0:
			r.ends = r.ends[:len(r.ends)-1]
			r.done++
			return
		case len(k) <= few:
			for i := 1; i < len(k); i++ {
				for j := i; j > 0 && k[j].before(k[j-1]); j-- {
					k[j], k[j-1] = k[j-1], k[j]
				}
			}
			r.done = end
			return
		default:
			r.ends = append(r.ends, r.done+split(k))
		}
	}
}

// split puts one of the keys in its place, those before it before that, and returns
// where it is.
func split(k []rankKey) int {
	last := len(k) - 1
	if mid := len(k) / 2; k[mid].before(k[0]) != k[mid].before(k[last]) { // the middle one of three
		k[mid], k[last] = k[last], k[mid]
	} else if k[0].before(k[mid]) != k[0].before(k[last]) {
		k[0], k[last] = k[last], k[0]
	}
	pivot, at := k[last], 0
	for i, x := range k[:last] {
		if x.before(pivot) {
			k[i], k[at] = k[at], x
			at++
		}
	}
	k[at], k[last] = pivot, k[at]
	return at
}
