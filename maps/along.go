package maps

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// river sets a name above or below the course, at the place that bends least.
func (l *placer) river(w written) {
	w.course = newCourse(l.projection, w.label.Line)
	length := w.course.length()
	need := w.width(w.lines[0]) * l.bucket.coarse
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
		for _, lift := range []float64{0.32 * w.look.size, -1.05 * w.look.size} {
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
func (l *placer) axis(w written) {
	w.course = newCourse(l.projection, w.label.Line)
	length := w.course.length() / l.bucket.coarse
	n := float64(len([]rune(w.lines[0])))
	least := smallest * l.typeScale
	natural := w.look.face.width(w.lines[0], 1, 0)
	// The size at which letters with their usual spacing fill the line.
	fit := length / (natural + w.look.spacing*(n-1))
	if fit < least*0.98 {
		w.look.spacing = 0.04
		if fit = length / (natural + 0.04*(n-1)); fit < least*0.9 {
			if w.label.Rank == 0 {
				l.horizontal(w.label, w.lines[0])
			}
			return
		}
	}
	// A large country has room for large letters.
	w.look.size = math.Max(least, math.Min(w.look.size+math.Max(length-260, 0)*0.02, math.Min(fit, 1.5*w.look.size)))
	if n > 1 {
		spare := length*0.96/w.look.size - natural
		w.look.spacing = math.Min(math.Max(spare/(n-1), w.look.spacing), 1.5)
	}
	w.along = w.course.length() / 2
	w.lift = -0.36 * w.look.size
	if l.alongAxis(w) {
		return
	}
	if w.label.Kind == NameCountry && w.label.Rank <= 1 {
		l.horizontal(w.label, w.lines[0])
	}
}

// alongAxis tries a name at its usual spread and closer, on its line, along and
// beside it.
func (l *placer) alongAxis(w written) bool {
	for _, spread := range []float64{1, 0.6, 0.3} {
		for _, lift := range []float64{0, 0.9, -0.9, 1.8, -1.8} {
			for _, t := range []float64{0, 0.07, -0.07, 0.14, -0.14, 0.22, -0.22} {
				try := w
				try.look.spacing *= spread
				try.along += t * w.course.length()
				try.lift += lift * w.look.size
				if l.try(&try) {
					return true
				}
			}
		}
	}
	return false
}

// horizontal writes a name that its line is too short for, in full or short:
// where most of it lies in its country and nearest to its anchor.
func (l *placer) horizontal(label *Label, text string) {
	w := l.level(label, text)
	switch home := l.country(label); {
	case home != nil && l.roam(w, home):
	case home != nil && label.Short != "":
		l.short(label)
	default:
		l.centred(w, text)
	}
}

// short writes the short name of a country somewhere in it.
func (l *placer) short(label *Label) {
	if home := l.country(label); home != nil {
		l.roam(l.level(label, label.Short), home)
	}
}

// level is a name in the smallest type, on one level line.
func (l *placer) level(label *Label, text string) written {
	w := written{label: label, look: l.lettering(label), lines: []string{text}, anchor: l.projection.Project(label.LonLat)}
	w.look.size, w.look.spacing = smallest*l.typeScale, 0.02
	return w
}

// roam looks for a place all over a country that is not much wider than its
// name.
func (l *placer) roam(w written, home *shape) bool {
	const stepX, stepY = 6.0, 3.0
	width, half := w.width(w.lines[0]), w.look.size/2
	area := l.coarse.bound(home.bound)
	if area.Max[0]-area.Min[0] > 4*width {
		return false
	}
	anchor := l.coarse.apply(w.anchor)
	type choice struct{ x, y, worth float64 }
	var choices []choice
	for y := math.Ceil(area.Min[1]/stepY) * stepY; y <= area.Max[1]; y += stepY {
		for x := math.Ceil(area.Min[0]/stepX) * stepX; x <= area.Max[0]; x += stepX {
			if !home.contains(orb.Point{x / l.coarse.sx, y / l.coarse.sy}) {
				continue
			}
			inside := 0.0
			for _, at := range roamSamples {
				if home.contains(orb.Point{(x + at[0]*width) / l.coarse.sx, (y + at[1]*half) / l.coarse.sy}) {
					inside++
				}
			}
			away := math.Hypot(x-anchor[0], y-anchor[1]) / width
			choices = append(choices, choice{x, y, inside/float64(len(roamSamples)) - 0.5*away})
		}
	}
	slices.SortStableFunc(choices, func(a, b choice) int { return cmp.Compare(b.worth, a.worth) })
	for _, c := range choices {
		try := w
		try.dx, try.dy = c.x-anchor[0]-width/2, c.y-anchor[1]+0.36*w.look.size
		if l.try(&try) {
			return true
		}
	}
	return false
}

// roamSamples are the points of a name's box that should lie in its country, in
// widths and half heights from its middle.
var roamSamples = [][2]float64{{-0.5, -1}, {-0.25, -1}, {0.25, -1}, {0.5, -1}, {-0.5, 0}, {-0.25, 0}, {0.25, 0}, {0.5, 0}, {-0.5, 1}, {-0.25, 1}, {0.25, 1}, {0.5, 1}}
