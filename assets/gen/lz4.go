package main

import "encoding/binary"

// What a block of LZ4 may have, github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md.
const (
	shortest  = 4     // match
	farthest  = 65535 // back
	unmatched = 5     // bytes at the end
	lastStart = 12    // of a match, before the end
)

// candidates is how many earlier places are looked at for a match.
const candidates = 2000

// appendBlock appends data as a block of LZ4, about as small as one can be: the cheapest
// of all ways from each byte to the end.
func appendBlock(out, data []byte) []byte {
	length, offset := matches(data)
	cost := make([]int, len(data)+1) // of what follows
	take := make([]int, len(data))   // how much of the match, 0 for a literal
	for i := len(data) - 1; i >= 0; i-- {
		cost[i] = cost[i+1] + 1
		for n := length[i]; n >= shortest; n-- {
			if c := 3 + (n-shortest+240)/255 + cost[i+n]; c < cost[i] {
				cost[i], take[i] = c, n
			}
		}
	}
	first := 0 // of the literals
	for i := 0; i < len(data); {
		if take[i] == 0 {
			i++
			continue
		}
		out = appendSequence(out, data[first:i], take[i]-shortest)
		out = binary.LittleEndian.AppendUint16(out, uint16(offset[i]))
		out = appendRest(out, take[i]-shortest)
		i += take[i]
		first = i
	}
	return appendSequence(out, data[first:], 0)
}

// appendSequence begins a sequence: its literals, and the first half byte of the length
// of its match.
func appendSequence(out, literals []byte, match int) []byte {
	out = append(out, byte(min(len(literals), 15)<<4|min(match, 15)))
	return append(appendRest(out, len(literals)), literals...)
}

// appendRest appends what of a length the half byte did not take.
func appendRest(out []byte, n int) []byte {
	if n < 15 {
		return out
	}
	for n -= 15; n >= 255; n -= 255 {
		out = append(out, 255)
	}
	return append(out, byte(n))
}

// matches returns, for each byte, how long the longest stretch from it on is that was
// there before, and how far back.
func matches(data []byte) (length, offset []int) {
	length, offset = make([]int, len(data)), make([]int, len(data))
	before := make([]int, len(data)) // the place before with the same four bytes
	last := map[uint32]int{}
	for i := 0; i+lastStart <= len(data); i++ {
		four := binary.LittleEndian.Uint32(data[i:])
		at, ok := last[four]
		if !ok {
			at = -1
		}
		before[i], last[four] = at, i
		most := len(data) - unmatched - i
		for n := 0; at >= 0 && i-at <= farthest && n < candidates; at, n = before[at], n+1 {
			k := 0
			for k < most && data[at+k] == data[i+k] {
				k++
			}
			if k > length[i] {
				length[i], offset[i] = k, i-at
			}
		}
	}
	return length, offset
}
