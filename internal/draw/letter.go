package draw

// Letter is a glyph with the left end of its base line in device pixels, and the
// direction of the base line.
type Letter struct {
	Rune     rune
	X, Y     float64
	Cos, Sin float64
}
