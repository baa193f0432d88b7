package names

import (
	"cmp"
	"math"
	"slices"
)

// river sets a name above or below the course, at the place that bends least.
func (l *Layout) river(w Placed) {
	w.course = newCourse(l.Projection, w.Label.Line)
	length := w.course.length()
	need := w.width(w.Lines[0]) * l.Bucket.Coarse
	if need > length*1.02 {
		return
	}
	type choice struct{ along, lift, bend float64 }
	var choices []choice
	for i, t := range []float64{0.5, 0.38, 0.62, 0.28, 0.72, 0.18, 0.82} {
		along := t * length
		if along < need/2 || along > length-need/2 {
			continue
		}
		bend := w.course.bend(along-need/2, along+need/2) + 0.03*float64(i)
		for _, lift := range []float64{0.32 * w.Type.Size, -1.05 * w.Type.Size} {
			choices = append(choices, choice{along, lift, bend})
		}
	}
	slices.SortStableFunc(choices, func(a, b choice) int { return cmp.Compare(a.bend, b.bend) })
	for _, c := range choices {
		if c.bend > 1.5 {
			return
		}
		try := w
		try.along, try.lift = c.along, c.lift
		if l.try(&try) {
			return
		}
	}
}

// bend is how far a stretch of the course turns in all, in radians.
func (c *course) bend(from, to float64) float64 {
	const n = 8
	total := 0.0
	_, px, py := c.at(from)
	for i := 1; i <= n; i++ {
		_, dx, dy := c.at(from + (to-from)*float64(i)/n)
		total += math.Abs(math.Atan2(px*dy-py*dx, px*dx+py*dy))
		px, py = dx, dy
	}
	return total
}

// axis spreads a name along its line: larger and wider letters as the line
// grows, down to the smallest type.
func (l *Layout) axis(w Placed) bool {
	w.course = newCourse(l.Projection, w.Label.Line)
	length := w.course.length() / l.Bucket.Coarse
	run := w.Type.Face.Shape(w.Lines[0])
	n := float64(len(run.Clusters))
	least := Smallest * l.TypeScale
	natural := run.Width
	// The size at which letters with their usual spacing fill the line.
	fit := length / (natural + w.Type.spacing*(n-1))
	if fit < least*0.98 {
		w.Type.spacing = 0.04
		if fit = length / (natural + 0.04*(n-1)); fit < least*0.9 {
			return false
		}
	}
	// A large country has room for large letters.
	w.Type.Size = math.Max(least, math.Min(w.Type.Size+math.Max(length-260, 0)*0.02, math.Min(fit, 1.5*w.Type.Size)))
	if n > 1 {
		spare := length*0.96/w.Type.Size - natural
		w.Type.spacing = math.Min(math.Max(spare/(n-1), w.Type.spacing), 1.5)
	}
	w.along = w.course.length() / 2
	w.lift = -0.36 * w.Type.Size
	return l.alongAxis(w)
}

// alongAxis tries a name at its usual spread and closer, on its line, along and
// beside it.
func (l *Layout) alongAxis(w Placed) bool {
	for _, spread := range []float64{1, 0.6, 0.3} {
		for _, lift := range []float64{0, 0.9, -0.9, 1.8, -1.8} {
			for _, t := range []float64{0, 0.07, -0.07, 0.14, -0.14, 0.22, -0.22} {
				try := w
				try.Type.spacing *= spread
				try.along += t * w.course.length()
				try.lift += lift * w.Type.Size
				if l.try(&try) {
					return true
				}
			}
		}
	}
	return false
}
