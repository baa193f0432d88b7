// Package pairs lets a test of many combinations take one in so many of them. Only
// tests import it.
package pairs

import "os"

// Turn says whether case k of n is looked at with the others of a combination, given
// by their numbers: each pair of them is met, and each meets every case when there are
// n or more of another. With C5ATLAS_ALL set, as by "make sizes", every case has its
// turn.
func Turn(k, n int, others ...int) bool {
	sum := 0
	for _, o := range others {
		sum += o
	}
	return sum%n == k || os.Getenv("C5ATLAS_ALL") != ""
}
