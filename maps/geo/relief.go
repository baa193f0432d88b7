package geo

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"sync"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

const maxReliefPixels = 40 << 20

// reliefSource is a decoded relief.
type reliefSource struct {
	gray  *image.Gray
	bound orb.Bound
}

func decodeRelief(r Relief) (*reliefSource, error) {
	cfg, err := jpeg.DecodeConfig(bytes.NewReader(r.JPEG))
	if err != nil {
		return nil, fmt.Errorf("relief: %w", err)
	}
	if cfg.Width < 2 || cfg.Height < 2 || cfg.Width*cfg.Height > maxReliefPixels || cfg.ColorModel != color.GrayModel {
		return nil, fmt.Errorf("relief: %d by %d pixels, or not grey", cfg.Width, cfg.Height)
	}
	img, err := jpeg.Decode(bytes.NewReader(r.JPEG))
	if err != nil {
		return nil, fmt.Errorf("relief: %w", err)
	}
	return &reliefSource{gray: img.(*image.Gray), bound: r.Bound}, nil
}

// shadeStep is close to the resolution of the source, 1/30 degree.
const shadeStep = 3500.0

// mesh is the side of its squares in pixels of the relief as it is drawn.
const mesh = 16

// warp draws the relief into a projection. The inverse is taken on a coarse
// mesh and interpolated within.
func (r *reliefSource) warp(p Projection) *draw.Texture {
	source := onMap(r.bound, p)
	b := source // what of it the projection shows in one piece
	west := p.Meridian() - 180
	b.Min[0], b.Max[0] = max(b.Min[0], west), min(b.Max[0], west+360)
	var frame []orb.Point
	for i := range 41 {
		t := float64(i) / 40
		lon, lat := b.Min[0]+t*(b.Max[0]-b.Min[0]), b.Min[1]+t*(b.Max[1]-b.Min[1])
		for _, q := range []orb.Point{{lon, b.Min[1]}, {lon, b.Max[1]}, {b.Min[0], lat}, {b.Max[0], lat}} {
			frame = append(frame, p.Project(q))
		}
	}
	box := orb.MultiPoint(frame).Bound()
	step := math.Max(shadeStep, math.Sqrt((box.Max[0]-box.Min[0])*(box.Max[1]-box.Min[1])/(16<<20)))
	s := &draw.Texture{Step: step, Origin: orb.Point{box.Min[0], box.Max[1]}}
	s.Width, s.Height = int((box.Max[0]-box.Min[0])/step)+1, int((box.Max[1]-box.Min[1])/step)+1
	s.Pix = make([]uint8, s.Width*s.Height)
	cols := s.Width/mesh + 2
	at := func(row int) []orb.Point {
		line := make([]orb.Point, cols)
		for i := range line {
			line[i] = p.Inverse(orb.Point{s.Origin[0] + float64(i*mesh)*step, s.Origin[1] - float64(row)*step})
		}
		return line
	}
	var wg sync.WaitGroup
	for top := 0; top < s.Height; top += mesh {
		wg.Go(func() {
			above, below := at(top), at(top+mesh)
			for y := top; y < min(top+mesh, s.Height); y++ {
				r.warpRow(s, source, y, float64(y-top)/mesh, above, below)
			}
		})
	}
	wg.Wait()
	s.Halve()
	return s
}

// warpRow draws row y of s, t of a mesh below the places above. bound is where
// the source lies.
func (r *reliefSource) warpRow(s *draw.Texture, bound orb.Bound, y int, t float64, above, below []orb.Point) {
	gray := r.gray
	b := gray.Bounds()
	kx := float64(b.Dx()) / (bound.Max[0] - bound.Min[0])
	ky := float64(b.Dy()) / (bound.Max[1] - bound.Min[1])
	most := orb.Point{float64(b.Dx() - 1), float64(b.Dy() - 1)}
	inside := func(x, v float64) bool { return x >= 0 && v >= 0 && x < most[0] && v < most[1] }
	for c := 0; c*mesh < s.Width; c++ {
		var left, right orb.Point // at the sides of a square of the mesh
		for d := range left {
			left[d] = above[c][d] + t*(below[c][d]-above[c][d])
			right[d] = above[c+1][d] + t*(below[c+1][d]-above[c+1][d])
		}
		lon, lat, east, north := left[0], left[1], right[0]-left[0], right[1]-left[1]
		at := func(i int) (x, v float64) {
			f := float64(i) / float64(mesh)
			return (lon+f*east-bound.Min[0])*kx - 0.5, (bound.Max[1]-(lat+f*north))*ky - 0.5
		}
		row := s.Pix[y*s.Width+c*mesh : y*s.Width+min((c+1)*mesh, s.Width)]
		// Along a row of a square each coordinate only grows or only falls.
		whole := inside(at(0)) && inside(at(len(row)-1))
		for i := range row {
			x, v := at(i)
			if !whole && !inside(x, v) {
				row[i] = draw.Neutral
				continue
			}
			x0, y0 := int(x), int(v)
			fx, fy := x-float64(x0), v-float64(y0)
			o := y0*gray.Stride + x0
			upper, lower := gray.Pix[o:o+2:o+2], gray.Pix[o+gray.Stride:o+gray.Stride+2]
			top := float64(upper[0])*(1-fx) + float64(upper[1])*fx
			bot := float64(lower[0])*(1-fx) + float64(lower[1])*fx
			row[i] = uint8(top*(1-fy) + bot*fy + 0.5)
		}
	}
}
