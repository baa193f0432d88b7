package draw

// upright paints a fill that is a rectangle on whole pixels, as most of a chart's are,
// row by row, with the pixels that the raster would give it. It reports whether the
// step is one.
func (t *band) upright(s *Step) bool {
	x0, y0, x1, y1, ok := s.whole()
	if !ok {
		return false
	}
	x0, y0 = max(x0-t.left, 0), max(y0-t.top, 0)
	x1, y1 = min(x1-t.left, t.width), min(y1-t.top, t.height)
	if x0 >= x1 || y0 >= y1 {
		return true
	}
	k := newInk(s.Color, t.row[:4*(x1-x0)])
	for y := y0; y < y1; y++ {
		k.span(t.pix[y*t.stride:], x0, x1, 255)
	}
	return true
}

// whole is the step as a rectangle of whole device pixels; false if it is none.
func (s *Step) whole() (x0, y0, x1, y1 int, ok bool) {
	if s.Kind != StepFill || s.Keep || s.To != Identity || len(s.Paths) != 1 || len(s.Paths[0].Parts) != 1 {
		return 0, 0, 0, 0, false
	}
	r := s.Paths[0].Parts[0]
	if len(r) != 4 || r[0][0] != r[3][0] || r[1][0] != r[2][0] || r[0][1] != r[1][1] || r[2][1] != r[3][1] {
		return 0, 0, 0, 0, false
	}
	b := s.Paths[0].Bound
	x0, y0, x1, y1 = int(b.Min[0]), int(b.Min[1]), int(b.Max[0]), int(b.Max[1])
	const most = 1 << 20 // far beyond any picture; what is no number is none, too
	ok = float64(x0) == b.Min[0] && float64(y0) == b.Min[1] && float64(x1) == b.Max[0] && float64(y1) == b.Max[1] &&
		b.Min[0] > -most && b.Min[1] > -most && b.Max[0] < most && b.Max[1] < most
	return x0, y0, x1, y1, ok
}
