package scene

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps/geo"
)

// maxSpan and minSpan bound the kilometres across the height of the map: from a
// valley to the earth.
const (
	maxSpan = 40000.0
	minSpan = 40.0
)

// Viewport is where the camera of s looks, in a window of that size in layout pixels;
// density is how many of the device's one has.
func Viewport(r *Room, s state.State, width, height, density float64) geo.Viewport {
	return r.Region().viewport(s, width, height, density, 0)
}

// PaneViewport is the same for a pane of a window: what is left over below the states
// goes to a legend above them first, which has as many lines there as it needs.
func PaneViewport(r *Room, s state.State, width, height, density float64) geo.Viewport {
	return r.Region().viewport(s, width, height, density, legendHead(width, s.TextSize))
}

// viewport keeps free, besides, what a legend takes at the head, as far as it costs no size.
func (g *Region) viewport(s state.State, width, height, density, legend float64) geo.Viewport {
	foot := min(noteHeight*max(s.TextSize, 1), mostNote*height)
	head := headHeight * max(s.TextSize, 1)
	if head > mostHead*height { // one line in larger type
		head = headHeight
	}
	v := geo.Fit(g.Projection, g.Corners, width, max(height-foot-head+2*fitPad, height/2), density, fitPad)
	v.Height = height
	v = lower(flush(v, g.Corners, head, foot), g.Corners, legend, foot)
	if !s.Camera.Fits() && height > 0 {
		scale := min(max(s.Camera.Span, minSpan), maxSpan) * 1000 / height
		at := orb.Point{s.Camera.Lon, s.Camera.Lat}
		v.Projection = g.projectionAt(v, at, scale)
		v.Center = v.Projection.Project(at)
		v.Scale = scale
	}
	return v
}

// From afar, when a window shows both this many times more than the region and
// this many metres, a projection of the world takes over: a cone that suits a
// region turns the rest of the earth upside down. Near by, but off the region,
// it has the nearest of a few meridians in its middle.
const (
	afar      = 1.8
	afarWidth = 15e6
	meridians = 60.0 // degrees apart
	slack     = 40.0 // layout pixels that a centre may be off the fitted window
)

// projectionAt is the projection for a scale about a place, in a window that fit
// fits.
func (g *Region) projectionAt(fit geo.Viewport, at orb.Point, scale float64) geo.Projection {
	switch {
	case scale > afar*fit.Scale && scale*max(fit.Width, fit.Height) > afarWidth:
		return geo.EqualEarth(g.Projection.Meridian())
	case !fit.Bound().Pad(slack * fit.Scale).Contains(g.Projection.Project(at)):
		return geo.EqualEarth(math.Round(at[0]/meridians) * meridians)
	}
	return g.Projection
}

// Reach is how far the camera may go in a window that fit fits: where the centre
// may be in the projection of v, and the scale that shows the whole earth. From
// afar the window does not leave the sheet, as far as that is larger.
func Reach(v, fit geo.Viewport) (centre orb.Bound, farthest float64) {
	earth := geo.Earth(geo.EqualEarth(0))
	farthest = max((earth.Max[0]-earth.Min[0])/fit.Width, (earth.Max[1]-earth.Min[1])/fit.Height)
	farthest = max(fit.Scale, min(farthest, maxSpan*1000/fit.Height))
	if v.Projection == fit.Projection {
		return fit.Bound(), farthest
	}
	earth = geo.Earth(v.Projection)
	scale := min(v.Scale, farthest)
	for i, half := range []float64{v.Width / 2 * scale, v.Height / 2 * scale} {
		half = min(half, (earth.Max[i]-earth.Min[i])/4) // so that a look from afar leads back
		earth.Min[i], earth.Max[i] = earth.Min[i]+half, earth.Max[i]-half
	}
	return earth, farthest
}

// fitPad is the layout pixels kept free round what is fitted.
const fitPad = 16

// noteHeight is the layout pixels at the foot of a map where notes in type of normal
// size stand.
const noteHeight = 44

// mostNote is the share of the height that they take at most, before they are brief.
const mostNote = 0.2

// headHeight is what is kept free at the head of a fitted map: degrees, or two
// lines of legend in type of normal size. mostHead is the share of the height that
// two lines in larger type take at most.
const (
	headHeight = 42
	mostHead   = 0.13
)

// legendHeight is what is kept free at the foot of a fitted map that is too
// narrow for a legend beside the states, as far as there is anything left over.
const (
	legendWidth  = 180
	legendHeight = 190
)

// flush moves a fitted view towards the top, so that what is left over makes
// room for the legend and the notes, which want so much, below the head. What lies beyond
// the pole, where there is nothing, is left over, too.
func flush(v geo.Viewport, corners []orb.Point, head, want float64) geo.Viewport {
	left, top, bottom := v.Width, v.Height, v.Height
	for _, c := range corners {
		x, y := v.ToScreen(c)
		left, top, bottom = min(left, x), min(top, y), min(bottom, v.Height-y)
	}
	if left < legendWidth {
		want = max(want, legendHeight)
	}
	_, pole := v.ToScreen(orb.Point{v.Projection.Meridian(), 90})
	return v.Pan(0, -max(0, min(top-head, max(want-bottom, pole))))
}

// legendHead is what a legend of many rows takes along the upper edge of a window of that
// width, in type of that size.
func legendHead(width, textSize float64) float64 {
	const (
		rows  = 1500 // in one line, in type of normal size
		pitch = 18
		air   = 8
		most  = 4 // lines
	)
	k := max(textSize, 1)
	return pitch*k*min(math.Ceil(rows*k/width), most) + air
}

// lower moves a fitted view down until so much is free at its head, as far as there is
// more than so much at its foot.
func lower(v geo.Viewport, corners []orb.Point, head, foot float64) geo.Viewport {
	top, bottom := v.Height, v.Height
	for _, c := range corners {
		_, y := v.ToScreen(c)
		top, bottom = min(top, y), min(bottom, v.Height-y)
	}
	return v.Pan(0, max(0, min(head-top, bottom-foot)))
}

// CameraOf is the camera that looks where v does.
func CameraOf(v geo.Viewport) state.Camera {
	at := v.FromScreen(v.Width/2, v.Height/2)
	return state.Camera{Lon: round(at[0], 1e5), Lat: round(at[1], 1e5), Span: round(v.Scale*v.Height/1000, 1e3)}
}

// round keeps a camera short in files. 1e-5 degrees are a metre: what hundreds of
// gestures add up to is still no part of a pixel.
func round(x, unit float64) float64 {
	if x < 0 {
		return -round(-x, unit)
	}
	return float64(int64(x*unit+0.5)) / unit
}

// Framed is a view of other data of the same package: where these are about another
// region, a camera that shows nothing of it becomes the one that fits it.
func Framed(was, now *Room, s state.View) state.View {
	if !s.Camera.Fits() && !slices.Equal(was.Region().Corners, now.Region().Corners) && !now.Region().sees(s.Camera) {
		s.Camera = state.Camera{}
	}
	return s
}

// sees reports whether something of the region is in the window of a camera, which
// is taken to be as wide as most are.
func (g *Region) sees(c state.Camera) bool {
	const width, height = 1600, 1000
	v := g.viewport(state.State{View: state.View{Map: state.Map{Camera: c}}}, width, height, 1, 0)
	for _, corner := range g.Corners {
		if x, y := v.ToScreen(corner); x >= 0 && y >= 0 && x <= width && y <= height {
			return true
		}
	}
	return orb.MultiPoint(g.outline).Bound().Contains(g.Projection.Project(orb.Point{c.Lon, c.Lat}))
}
