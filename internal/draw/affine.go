package draw

import "github.com/paulmach/orb"

// Affine scales and moves: X = sx*x + tx, Y = sy*y + ty.
type Affine struct{ SX, SY, TX, TY float64 }

// Identity changes nothing.
var Identity = Affine{SX: 1, SY: 1}

// Apply is the image of a point.
func (t Affine) Apply(p orb.Point) orb.Point {
	return orb.Point{float64(t.SX*p[0]) + t.TX, float64(t.SY*p[1]) + t.TY}
}

// Bound is the image of a box.
func (t Affine) Bound(b orb.Bound) orb.Bound {
	p, q := t.Apply(b.Min), t.Apply(b.Max)
	return orb.Bound{
		Min: orb.Point{min(p[0], q[0]), min(p[1], q[1])},
		Max: orb.Point{max(p[0], q[0]), max(p[1], q[1])},
	}
}

// Origin is the box that b is the image of.
func (t Affine) Origin(b orb.Bound) orb.Bound {
	return Affine{SX: 1 / t.SX, SY: 1 / t.SY, TX: -t.TX / t.SX, TY: -t.TY / t.SY}.Bound(b)
}
