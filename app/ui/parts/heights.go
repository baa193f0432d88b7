package parts

import (
	"math/bits"
	"slices"
)

// Heights is how high each of many blocks is, in layout pixels, as measured
// or, until then, as guessed, and where each begins. Asking and telling cost
// the logarithm of their number. The zero Heights have none.
type Heights struct {
	of   []float32
	sums []float64 // a Fenwick tree over of
}

// Reset makes them n blocks of the height guess.
func (x *Heights) Reset(n int, guess float32) {
	x.of, x.sums = slices.Grow(x.of[:0], n)[:n], slices.Grow(x.sums[:0], n+1)[:n+1]
	x.sums[0] = 0
	for i := range x.of {
		x.of[i] = guess
		x.sums[i+1] = float64(guess) * float64((i+1)&-(i+1))
	}
}

// Of is how high block i is.
func (x *Heights) Of(i int) float32 { return x.of[i] }

// Set gives block i another height and returns by how much it is higher now.
func (x *Heights) Set(i int, high float32) (more float32) {
	more = high - x.of[i]
	if more == 0 {
		return 0
	}
	x.of[i] = high
	for j := i + 1; j < len(x.sums); j += j & -j {
		x.sums[j] += float64(more)
	}
	return more
}

// Top is where block i begins, counted from the top of the first; that of the
// one after the last is the height of all.
func (x *Heights) Top(i int) float32 {
	sum := 0.0
	for ; i > 0; i &= i - 1 {
		sum += x.sums[i]
	}
	return float32(sum)
}

// At is the block that a height from the top lies in: the first above all, the
// last below, and -1 if there is none.
func (x *Heights) At(y float32) int {
	n, i := len(x.of), 0
	rest := float64(y)
	for step := 1 << bits.Len(uint(n)); step > 0; step >>= 1 {
		if i+step <= n && x.sums[i+step] <= rest {
			i += step
			rest -= x.sums[i]
		}
	}
	return min(i, n-1)
}
