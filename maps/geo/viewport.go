package geo

import (
	"math"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// Viewport is what part of the plane a picture shows. Screen coordinates are
// layout pixels, X right, Y down, from the top left corner. The zero value
// shows nothing.
type Viewport struct {
	Projection Projection
	Center     orb.Point // projected metres
	Scale      float64   // metres per layout pixel
	Width      float64   // layout pixels
	Height     float64   // layout pixels
	Density    float64   // device pixels per layout pixel
}

// Fit is the viewport that shows all points of extent (degrees) as large as
// they go with pad layout pixels free on every side. An empty extent, or one
// that is a single point, is shown at 1,000 m per pixel.
func Fit(p Projection, extent []orb.Point, width, height, density, pad float64) Viewport {
	v := Viewport{Projection: p, Scale: 1000, Width: width, Height: height, Density: density}
	if len(extent) == 0 {
		return v
	}
	b := orb.Bound{Min: p.Project(extent[0]), Max: p.Project(extent[0])}
	for _, q := range extent[1:] {
		b = b.Extend(p.Project(q))
	}
	v.Center = b.Center()
	w, h := math.Max(width-2*pad, 1), math.Max(height-2*pad, 1)
	if s := math.Max((b.Max[0]-b.Min[0])/w, (b.Max[1]-b.Min[1])/h); s > 0 {
		v.Scale = s
	}
	return v
}

// In is the viewport with the same place in its middle in another projection.
func (v Viewport) In(p Projection) Viewport {
	if v.Projection != p {
		v.Center = p.Project(v.Projection.Inverse(v.Center))
		v.Projection = p
	}
	return v
}

// SouthernEnd is the parallel, in degrees, at which a base map of the world ends:
// what lies south of it has no land to stand on.
const SouthernEnd = -60.0

// Earth is a box round the picture of the earth, in projected metres.
func Earth(p Projection) orb.Bound {
	at := p.Project(orb.Point{p.Meridian(), 0})
	b := orb.Bound{Min: at, Max: at}
	for lat := -90.0; lat <= 90; lat += 10 {
		for lon := -180.0; lon <= 180; lon += 30 {
			b = b.Extend(p.Project(orb.Point{p.Meridian() + lon, lat}))
		}
	}
	return b
}

// Empty says that there is nothing to draw, or that it is so large or so far off
// that numbers end.
func (v Viewport) Empty() bool {
	ok := func(f float64) bool { return f > 0 && f < 1e9 }
	return v.Projection == nil || !ok(v.Scale) || !ok(v.Width) || !ok(v.Height) || !ok(v.Density) ||
		v.Scale < 0.01 || !(math.Abs(v.Center[0]) < 1e9 && math.Abs(v.Center[1]) < 1e9)
}

// Pixels is the size of the picture in device pixels.
func (v Viewport) Pixels() (width, height int) {
	return int(math.Round(v.Width * v.Density)), int(math.Round(v.Height * v.Density))
}

// ToScreen is where a place, in degrees, is on the screen, in layout pixels from the upper
// left of the window, outside of which it may lie.
func (v Viewport) ToScreen(lonLat orb.Point) (x, y float64) {
	return v.PlaneToScreen(v.Projection.Project(lonLat))
}

// PlaneToScreen is [Viewport.ToScreen] of projected metres.
func (v Viewport) PlaneToScreen(pt orb.Point) (x, y float64) {
	return v.Width/2 + (pt[0]-v.Center[0])/v.Scale, v.Height/2 - (pt[1]-v.Center[1])/v.Scale
}

// FromScreen is the place, in degrees, under a point of the screen; beyond the
// earth, one at its edge.
func (v Viewport) FromScreen(x, y float64) orb.Point {
	p := v.fromScreen(x, y)
	return orb.Point{WrapLon(p[0]), p[1]}
}

// fromScreen is FromScreen with longitudes that count on from one side of the
// projection to the other.
func (v Viewport) fromScreen(x, y float64) orb.Point {
	return v.Projection.Inverse(v.ScreenToPlane(x, y))
}

// Within says that the window shows nothing but what lies in a box, in degrees
// within 180 of the projection's meridian.
func (v Viewport) Within(box orb.Bound) bool {
	const steps = 12
	for i := range steps + 1 {
		for k := range steps + 1 {
			x, y := v.Width*float64(i)/steps, v.Height*float64(k)/steps
			if p := v.fromScreen(x, y); !box.Contains(p) || !v.shows(p, x, y) {
				return false
			}
		}
	}
	return true
}

// shows says that a place is where the screen has it, to a pixel: a point beyond
// the earth has none.
func (v Viewport) shows(p orb.Point, x, y float64) bool {
	px, py := v.ToScreen(p)
	return math.Abs(px-x) < 1 && math.Abs(py-y) < 1
}

// ScreenToPlane is the point in projected metres under a point of the screen.
func (v Viewport) ScreenToPlane(x, y float64) orb.Point {
	return orb.Point{v.Center[0] + (x-v.Width/2)*v.Scale, v.Center[1] - (y-v.Height/2)*v.Scale}
}

// Pan moves the map under the window: what was at (0, 0) is then at (dx, dy).
func (v Viewport) Pan(dx, dy float64) Viewport {
	v.Center[0] -= dx * v.Scale
	v.Center[1] += dy * v.Scale
	return v
}

// ZoomAt makes everything factor times as large; what is at (x, y) stays there.
// A factor that is not positive changes nothing.
func (v Viewport) ZoomAt(x, y, factor float64) Viewport {
	if !(factor > 0) || math.IsInf(factor, 0) {
		return v
	}
	at := v.ScreenToPlane(x, y)
	v.Scale /= factor
	v.Center[0] = at[0] - (x-v.Width/2)*v.Scale
	v.Center[1] = at[1] + (y-v.Height/2)*v.Scale
	return v
}

// Clamp keeps the scale within [minScale, maxScale] metres per pixel and the
// centre within bound, in projected metres.
func (v Viewport) Clamp(bound orb.Bound, minScale, maxScale float64) Viewport {
	v.Scale = math.Min(math.Max(v.Scale, minScale), maxScale)
	for i := range v.Center {
		v.Center[i] = math.Min(math.Max(v.Center[i], bound.Min[i]), bound.Max[i])
	}
	return v
}

// Bound is the window in projected metres.
func (v Viewport) Bound() orb.Bound {
	hw, hh := v.Width/2*v.Scale, v.Height/2*v.Scale
	return orb.Bound{
		Min: orb.Point{v.Center[0] - hw, v.Center[1] - hh},
		Max: orb.Point{v.Center[0] + hw, v.Center[1] + hh},
	}
}

// Device is the transform from projected metres to device pixels.
func (v Viewport) Device() draw.Affine {
	k := v.Density / v.Scale
	return draw.Affine{
		SX: k, SY: -k,
		TX: v.Width/2*v.Density - v.Center[0]*k,
		TY: v.Height/2*v.Density + v.Center[1]*k,
	}
}

// Snapped is the viewport moved by up to half a device pixel, so that the plane
// lies on whole pixels: a map that moves does not shimmer, and what two pictures
// share is the same to the pixel.
func (v Viewport) Snapped() Viewport {
	to, k := v.Device(), v.Scale/v.Density
	v.Center[0] += (to.TX - math.Round(to.TX)) * k
	v.Center[1] -= (to.TY - math.Round(to.TY)) * k
	return v
}
