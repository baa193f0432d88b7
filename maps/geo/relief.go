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
	const mesh = 16
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
				r.warpRow(s, source, y, float64(y-top)/mesh, above, below, mesh)
			}
		})
	}
	wg.Wait()
	s.Halve()
	return s
}

// warpRow draws row y of s, t of a mesh below the places above. bound is where
// the source lies.
func (r *reliefSource) warpRow(s *draw.Texture, bound orb.Bound, y int, t float64, above, below []orb.Point, mesh int) {
	src := r.gray
	b := src.Bounds()
	kx := float64(b.Dx()) / (bound.Max[0] - bound.Min[0])
	ky := float64(b.Dy()) / (bound.Max[1] - bound.Min[1])
	row := s.Pix[y*s.Width : (y+1)*s.Width]
	for i := range row {
		c, f := i/mesh, float64(i%mesh)/float64(mesh)
		var ll orb.Point
		for d := range ll {
			l := above[c][d] + t*(below[c][d]-above[c][d])
			r := above[c+1][d] + t*(below[c+1][d]-above[c+1][d])
			ll[d] = l + f*(r-l)
		}
		x, v := (ll[0]-bound.Min[0])*kx-0.5, (bound.Max[1]-ll[1])*ky-0.5
		x0, y0 := int(math.Floor(x)), int(math.Floor(v))
		if x0 < 0 || y0 < 0 || x0+1 >= b.Dx() || y0+1 >= b.Dy() {
			row[i] = draw.Neutral
			continue
		}
		fx, fy := x-float64(x0), v-float64(y0)
		o := y0*src.Stride + x0
		top := float64(src.Pix[o])*(1-fx) + float64(src.Pix[o+1])*fx
		bot := float64(src.Pix[o+src.Stride])*(1-fx) + float64(src.Pix[o+src.Stride+1])*fx
		row[i] = uint8(top*(1-fy) + bot*fy + 0.5)
	}
}
