package geo

import "math"

// Bucket is a range of scales within which nothing is decided anew, so that
// labels and clusters hold still while zooming. A scale lies in (fine, coarse].
type Bucket struct{ Fine, Coarse float64 }

// bucketsPerOctave is how often per doubling of the scale decisions change.
const bucketsPerOctave = 3

// BucketOf is the bucket of a scale in metres per layout pixel.
func BucketOf(scale float64) Bucket {
	k := math.Ceil(math.Log2(scale)*bucketsPerOctave - 1e-9)
	return Bucket{math.Exp2((k - 1) / bucketsPerOctave), math.Exp2(k / bucketsPerOctave)}
}
