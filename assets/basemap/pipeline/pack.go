//go:build ignore

// Command pack turns the GeoJSON that build.sh writes, and the relief, into the
// files that the atlas embeds:
//
//	go run assets/basemap/pipeline/pack.go -layers OUT -relief relief_lonlat.jpg -to assets/basemap
//
// OUT holds lod0, lod1 and lod2.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"log"
	"math"
	"os"
	"path/filepath"
	"strconv"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/maps/geo"
)

type level struct {
	dir       string
	bound     orb.Bound
	tolerance float64
}

var (
	world  = orb.Bound{Min: orb.Point{-180, -60}, Max: orb.Point{180, 90}} // cut in the Bering Strait: longitudes go on to 191
	narrow = orb.Bound{Min: orb.Point{44, 2}, Max: orb.Point{140, 58}}
	levels = []level{{"lod0", world, 7000}, {"lod1", world, 2000}, {"lod2", narrow, 200}}
	layers = []string{"countries", "borders", "coast", "areas", "claims", "admin1", "lakes", "rivers"}
)

func main() {
	from := flag.String("layers", "", "folder of GeoJSON layers")
	relief := flag.String("relief", "", "grey relief, plate carrée, 15 W-E 175, 8 S-N 75; none leaves the file as it is")
	to := flag.String("to", "", "folder to write to")
	flag.Parse()
	if err := run(*from, *relief, *to); err != nil {
		log.Fatal(err)
	}
}

func run(from, relief, to string) error {
	for i, l := range levels {
		b := &geo.Base{Bound: l.bound, Tolerance: l.tolerance}
		for _, name := range layers {
			fs, err := read(filepath.Join(from, l.dir, name+".geojson"))
			if err != nil {
				return err
			}
			b.Layers = append(b.Layers, geo.Layer{Name: name, Features: fs})
		}
		islets, err := islets(filepath.Join(from, "lod2/areas.geojson"))
		if err != nil {
			return err
		}
		b.Layers = append(b.Layers, geo.Layer{Name: "islets", Features: islets})
		data := geo.EncodeBase(b)
		back, err := geo.DecodeBase(data)
		if err != nil {
			return err
		}
		points := 0
		for _, l := range back.Layers {
			for _, f := range l.Features {
				for _, p := range f.Parts {
					points += len(p)
				}
			}
		}
		path := filepath.Join(to, fmt.Sprintf("lod%d.base", i))
		fmt.Println(path, points, "points", len(data), "bytes")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	if relief == "" {
		return nil // as it is
	}
	return shade(relief, filepath.Join(to, "relief.jpg"))
}

// read decodes a layer and turns shells one way round and holes the other.
func read(path string) ([]geo.Feature, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var fc struct {
		Features []struct {
			Properties map[string]any
			Geometry   struct {
				Type        string
				Coordinates json.RawMessage
			}
		}
	}
	if err := json.Unmarshal(data, &fc); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var out []geo.Feature
	for _, f := range fc.Features {
		m := geo.Feature{Props: map[string]string{}}
		for k, v := range f.Properties {
			switch v := v.(type) {
			case string:
				m.Props[k] = v
			case float64:
				m.Props[k] = strconv.FormatFloat(v, 'f', -1, 64)
			}
		}
		if m.Props["name"] == "Lop Nur" {
			continue // dry since the 1970s
		}
		switch f.Geometry.Type {
		case "LineString":
			var line []orb.Point
			err = json.Unmarshal(f.Geometry.Coordinates, &line)
			m.Parts = [][]orb.Point{line}
		case "MultiLineString":
			err = json.Unmarshal(f.Geometry.Coordinates, &m.Parts)
		case "Polygon":
			var rings [][]orb.Point
			err = json.Unmarshal(f.Geometry.Coordinates, &rings)
			addRings(&m, rings)
		case "MultiPolygon":
			var polygons [][][]orb.Point
			err = json.Unmarshal(f.Geometry.Coordinates, &polygons)
			for _, rings := range polygons {
				addRings(&m, rings)
			}
		default:
			err = fmt.Errorf("geometry %q", f.Geometry.Type)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, m)
	}
	return out, nil
}

func addRings(m *geo.Feature, rings [][]orb.Point) {
	m.Closed = true
	for i, r := range rings {
		ring := orb.Ring(r)
		if (ring.Orientation() == orb.CCW) != (i == 0) {
			ring.Reverse()
		}
		if ring.Closed() {
			ring = ring[:len(ring)-1]
		}
		m.Parts = append(m.Parts, ring)
	}
}

// islets is a point for each group of islands that is too small to be drawn.
func islets(path string) ([]geo.Feature, error) {
	areas, err := read(path)
	if err != nil {
		return nil, err
	}
	var out []geo.Feature
	for _, f := range areas {
		if id := f.Props["id"]; id == "spratly" || id == "paracel" {
			b := orb.MultiPoint(f.Parts[0]).Bound()
			for _, p := range f.Parts[1:] {
				b = b.Union(orb.MultiPoint(p).Bound())
			}
			out = append(out, geo.Feature{Props: map[string]string{"id": id}, Parts: [][]orb.Point{{b.Center()}}})
		}
	}
	return out, nil
}

// Relief: what the eye should feel is slopes, not heights, so the mean of the
// land round each pixel is taken away. Water and the rim of the picture become
// level ground, 128.
const (
	seaLevel = 104 // darkest land
	radius   = 28  // of the mean, in pixels: about 100 km
	rim      = 90  // pixels over which the relief fades out
)

func shade(from, to string) error {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	img, err := jpeg.Decode(f)
	if err != nil {
		return err
	}
	b := img.Bounds()
	src := image.NewGray(b)
	draw.Draw(src, b, img, b.Min, draw.Src)
	w, h := b.Dx(), b.Dy()
	// Sums of land values and land pixels over rectangles.
	sum, n := make([]float64, (w+1)*(h+1)), make([]float64, (w+1)*(h+1))
	land := func(v uint8) float64 {
		if v < seaLevel {
			return 0
		}
		return 1
	}
	for y := range h {
		for x := range w {
			v := src.GrayAt(x, y).Y
			i := (y+1)*(w+1) + x + 1
			sum[i] = float64(v)*land(v) + sum[i-1] + sum[i-w-1] - sum[i-w-2]
			n[i] = land(v) + n[i-1] + n[i-w-1] - n[i-w-2]
		}
	}
	out := image.NewGray(b)
	for y := range h {
		for x := range w {
			x0, y0, x1, y1 := max(x-radius, 0), max(y-radius, 0), min(x+radius+1, w), min(y+radius+1, h)
			box := func(t []float64) float64 {
				return t[y1*(w+1)+x1] - t[y0*(w+1)+x1] - t[y1*(w+1)+x0] + t[y0*(w+1)+x0]
			}
			v := src.GrayAt(x, y).Y
			d := 0.0
			if k := box(n); land(v) > 0 && k > 0 {
				d = float64(v) - box(sum)/k
			}
			edge := float64(min(x, y, w-1-x, h-1-y)) / rim
			d *= math.Min(edge, 1) * 1.15
			out.SetGray(x, y, color.Gray{Y: uint8(math.Round(math.Min(math.Max(128+d, 0), 255)))})
		}
	}
	o, err := os.Create(to)
	if err != nil {
		return err
	}
	if err := jpeg.Encode(o, out, &jpeg.Options{Quality: 72}); err != nil {
		return err
	}
	fmt.Println(to, b.Size())
	return o.Close()
}
