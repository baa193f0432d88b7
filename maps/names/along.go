package names

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
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
func (l *Layout) axis(w Placed) {
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
			if w.Label.Rank == 0 {
				l.horizontal(w.Label, w.Lines[0])
			}
			return
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
	if l.alongAxis(w) {
		return
	}
	if w.Label.Kind == Country && w.Label.Rank <= 1 {
		l.horizontal(w.Label, w.Lines[0])
	}
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

// horizontal writes a name that its line is too short for, in full or short:
// where most of it lies in its country and nearest to its anchor.
func (l *Layout) horizontal(label *Label, text string) {
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
func (l *Layout) short(label *Label) {
	if home := l.country(label); home != nil {
		l.roam(l.level(label, label.Short), home)
	}
}

// foremost writes the name of a country somewhere in it, in full if it fits.
func (l *Layout) foremost(label *Label) {
	if home := l.country(label); home == nil || !l.roam(l.level(label, strings.ToUpper(label.Text)), home) {
		l.short(label)
	}
}

// level is a name in the smallest type, on one level line.
func (l *Layout) level(label *Label, text string) Placed {
	w := Placed{Label: label, Type: l.lettering(label), Lines: []string{text}, Anchor: l.Projection.Project(label.LonLat), Held: draw.Middle}
	w.Type.Size, w.Type.spacing = Smallest*l.TypeScale, 0.02
	return w
}

// roam looks for a place all over a country that is not much wider than its
// name.
func (l *Layout) roam(w Placed, home *geo.Shape) bool {
	const stepX, stepY = 6.0, 3.0
	width, half := w.width(w.Lines[0]), w.Type.Size/2
	area := l.coarse.Bound(home.Bound)
	if area.Max[0]-area.Min[0] > 4*max(width, w.width(w.Label.Text)) {
		return false
	}
	anchor := l.coarse.Apply(w.Anchor)
	type choice struct{ x, y, worth float64 }
	var choices []choice
	for y := math.Ceil(area.Min[1]/stepY) * stepY; y <= area.Max[1]; y += stepY {
		for x := math.Ceil(area.Min[0]/stepX) * stepX; x <= area.Max[0]; x += stepX {
			if !home.Contains(orb.Point{x / l.coarse.SX, y / l.coarse.SY}) {
				continue
			}
			inside := 0.0
			for _, at := range roamSamples {
				if home.Contains(orb.Point{(x + at[0]*width) / l.coarse.SX, (y + at[1]*half) / l.coarse.SY}) {
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
		try.dx, try.dy = c.x-anchor[0]-width/2, c.y-anchor[1]+0.36*w.Type.Size
		if l.try(&try) {
			return true
		}
	}
	return false
}

// roamSamples are the points of a name's box that should lie in its country, in
// widths and half heights from its middle.
var roamSamples = [][2]float64{{-0.5, -1}, {-0.25, -1}, {0.25, -1}, {0.5, -1}, {-0.5, 0}, {-0.25, 0}, {0.25, 0}, {0.5, 0}, {-0.5, 1}, {-0.25, 1}, {0.25, 1}, {0.5, 1}}
