package pngfile

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"

	"c5atlas.org/c5atlas/internal/sorts"
)

// blockCode is the code of a block of DEFLATE (RFC 1951, section 3.2): how often
// each symbol occurs, and then the bits that stand for it.
type blockCode struct {
	literal  [286]uint32 // bytes, the end of the block, and lengths
	distance [30]uint32
	nodes    []node // room for lengths
}

const endOfBlock = 256

func (c *blockCode) begin() {
	*c = blockCode{nodes: c.nodes}
	c.literal[endOfBlock] = 1
}

func (c *blockCode) count(length, distance int) {
	s, _, _ := lengthSymbol(length)
	c.literal[s]++
	s, _, _ = distanceSymbol(distance)
	c.distance[s]++
}

// lengthSymbol is that of a match's length, with bits that follow it.
func lengthSymbol(length int) (symbol int, extra uint32, n uint) {
	switch l := uint32(length - shortest); {
	case length == longest:
		return 285, 0, 0
	case l < 8:
		return 257 + int(l), 0, 0
	default:
		n = uint(bits.Len32(l)) - 3
		return 257 + int(4*n) + int(l>>n), l & (1<<n - 1), n
	}
}

// distanceSymbol is that of a match's distance, with bits that follow it.
func distanceSymbol(distance int) (symbol int, extra uint32, n uint) {
	d := uint32(distance - 1)
	if d < 4 {
		return int(d), 0, 0
	}
	n = uint(bits.Len32(d)) - 2
	return int(2*n) + int(d>>n), d & (1<<n - 1), n
}

// word is the bits that stand for a symbol, the first in the lowest.
type word struct {
	bits uint32
	n    uint
}

// node is one of a tree that says how long words are: a symbol, or two nodes together.
type node struct {
	weight int
	symbol int
	parent int // among the nodes
	depth  int
}

// lengths are how many bits each symbol gets, no more than most, so that all together
// take the fewest, or nearly; 0 for one that does not occur. One alone gets a bit.
func (c *blockCode) lengths(counts []uint32, most int) []uint8 {
	nodes := slices.Grow(c.nodes[:0], 2*len(c.literal))
	c.nodes = nodes
	for s, n := range counts {
		if n > 0 {
			nodes = append(nodes, node{weight: int(n), symbol: s})
		}
	}
	out := make([]uint8, len(counts))
	leaves := len(nodes)
	if leaves == 0 {
		return out
	}
	if leaves == 1 {
		out[nodes[0].symbol] = 1
		return out
	}
	sorts.Func(nodes, func(a, b node) int { return cmp.Or(a.weight-b.weight, a.symbol-b.symbol) })
	leaf, inner := 0, leaves // the lightest that have no parent
	lightest := func() int {
		if inner == len(nodes) || leaf < leaves && nodes[leaf].weight <= nodes[inner].weight {
			leaf++
			return leaf - 1
		}
		inner++
		return inner - 1
	}
	for len(nodes) < 2*leaves-1 {
		a, b := lightest(), lightest()
		nodes[a].parent, nodes[b].parent = len(nodes), len(nodes)
		nodes = append(nodes, node{weight: nodes[a].weight + nodes[b].weight})
	}
	// Depths from the root down, then how many leaves have each.
	var have [16]int
	for i := len(nodes) - 2; i >= 0; i-- {
		nodes[i].depth = nodes[nodes[i].parent].depth + 1
		if i < leaves {
			have[min(nodes[i].depth, most)]++
		}
	}
	// Where some would be deeper, others make room: the sum of 2^-depth is to be 1.
	over := -(1 << most)
	for d, n := range have[1 : most+1] {
		over += n << (most - 1 - d)
	}
	for ; over > 0; over-- {
		d := most - 1
		for have[d] == 0 {
			d--
		}
		have[d]--
		have[d+1] += 2
		have[most]--
	}
	// The lightest get the longest words.
	i := 0
	for d := most; d > 0; d-- {
		for range have[d] {
			out[nodes[i].symbol] = uint8(d)
			i++
		}
	}
	return out
}

// words are the canonical code of these lengths.
func words(lengths []uint8) []word {
	var have, next [16]uint32
	for _, n := range lengths {
		have[n]++
	}
	have[0] = 0
	for n := 1; n < 16; n++ {
		next[n] = (next[n-1] + have[n-1]) << 1
	}
	out := make([]word, len(lengths))
	for s, n := range lengths {
		if n > 0 {
			out[s] = word{bits.Reverse32(next[n]) >> (32 - n), uint(n)}
			next[n]++
		}
	}
	return out
}

// bitWriter writes bits, the lowest first, into memory that has room for eight bytes
// more.
type bitWriter struct {
	out []byte
	at  int // bytes written
	acc uint64
	n   uint // bits of acc that count, below 8 between calls of flush
}

func (w *bitWriter) add(b uint32, n uint) {
	w.acc |= uint64(b) << w.n
	w.n += n
}

// flush moves whole bytes to the output; 56 bits can be added after it.
func (w *bitWriter) flush() {
	binary.LittleEndian.PutUint64(w.out[w.at:], w.acc)
	w.at += int(w.n >> 3)
	w.acc >>= w.n &^ 7
	w.n &= 7
}

// order is that in which a block says how long the words of its lengths are.
var order = [19]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// run is a part of a list of lengths: one of them, or 16 to 18 for several, with bits that say
// how many.
type run struct {
	symbol int
	extra  uint32
	n      uint
}

// runs shortens a list of lengths.
func runs(list []uint8) (out []run) {
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n] == list[0] {
			n++
		}
		switch {
		case list[0] == 0 && n >= 11:
			n = min(n, 138)
			out = append(out, run{18, uint32(n - 11), 7})
		case list[0] == 0 && n >= 3:
			out = append(out, run{17, uint32(n - 3), 3})
		case n >= 4:
			n = min(n, 7)
			out = append(out, run{int(list[0]), 0, 0}, run{16, uint32(n - 4), 2})
		default:
			n = 1
			out = append(out, run{int(list[0]), 0, 0})
		}
		list = list[n:]
	}
	return out
}

// size is about how many bytes a block has, rather more, and eight.
func (c *blockCode) size(literals, distances []uint8) int {
	bits := 8 * 300 // the code itself
	for s, n := range c.literal {
		bits += int(n) * int(literals[s])
		if s >= 265 {
			bits += int(n) * 5
		}
	}
	for s, n := range c.distance {
		bits += int(n) * (int(distances[s]) + max(0, s/2-1))
	}
	return bits/8 + 24
}

// write returns a block of tokens, and if it is not the last, what fills the byte.
func (c *blockCode) write(tokens []uint32, last bool) []byte {
	literals, distances := c.lengths(c.literal[:], 15), c.lengths(c.distance[:], 15)
	nl, nd := 286, 30
	for literals[nl-1] == 0 {
		nl--
	}
	for nd > 1 && distances[nd-1] == 0 {
		nd--
	}
	list := runs(append(slices.Clone(literals[:nl]), distances[:nd]...))
	var counts [19]uint32
	for _, r := range list {
		counts[r.symbol]++
	}
	short := c.lengths(counts[:], 7)
	ns := 19
	for ns > 4 && short[order[ns-1]] == 0 {
		ns--
	}
	w := bitWriter{out: make([]byte, c.size(literals, distances))}
	if last {
		w.add(1, 1)
	} else {
		w.add(0, 1)
	}
	w.add(2, 2)
	w.add(uint32(nl-257), 5)
	w.add(uint32(nd-1), 5)
	w.add(uint32(ns-4), 4)
	for _, s := range order[:ns] {
		w.flush()
		w.add(uint32(short[s]), 3)
	}
	code := words(short)
	for _, r := range list {
		w.flush()
		w.add(code[r.symbol].bits, code[r.symbol].n)
		w.add(r.extra, r.n)
	}
	literal, distance := words(literals), words(distances)
	for _, t := range tokens {
		w.flush()
		if t&matchFlag == 0 {
			w.add(literal[t].bits, literal[t].n)
			continue
		}
		s, extra, n := lengthSymbol(int(t>>16&255) + shortest)
		w.add(literal[s].bits, literal[s].n)
		w.add(extra, n)
		s, extra, n = distanceSymbol(int(t&0xffff) + 1)
		w.add(distance[s].bits, distance[s].n)
		w.add(extra, n)
	}
	w.flush()
	w.add(literal[endOfBlock].bits, literal[endOfBlock].n)
	w.flush()
	if !last {
		w.add(0, 3) // an empty block that is not compressed ends at a byte
	}
	w.flush()
	if w.n > 0 {
		w.n = 8
		w.flush()
	}
	if !last {
		binary.LittleEndian.PutUint32(w.out[w.at:], 0xffff0000)
		w.at += 4
	}
	return w.out[:w.at]
}
