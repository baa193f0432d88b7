package export

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Size is how large a picture is and how fine.
type Size struct {
	Width, Height int     // device pixels
	Density       float64 // device pixels a layout pixel; type of 12 is 12 layout pixels
	DPI           float64 // written into the file

	// Paper says that millimetres were asked for: the density is then chosen so that
	// type is [BestType] points or less, and never under [LeastType].
	Paper bool
}

// Limits of a picture.
const (
	MinSide   = 100   // pixels; below, no title fits
	MaxSide   = 16384 // pixels
	MaxPixels = 100e6
	MaxScale  = 3

	MinMM, MaxMM = 20, 1000 // a side, on paper
)

// Preset is a size with a name: in pixels, or on paper in millimetres.
type Preset struct {
	Name          string // as on the command line
	Width, Height int    // pixels at scale 1, or millimetres
	MM            bool
	layout        float64 // of pixels: width in layout pixels
}

// Presets lists the named sizes. A slide is laid out at 1280 pixels of width,
// so that type of 12 stands 18 pixels high on it. 85 and 174 mm are the widths of
// one column and of two in most journals, 120 mm is that of a book's page.
func Presets() []Preset {
	return []Preset{
		{"slide", 1920, 1080, false, 1280},
		{"slide43", 1600, 1200, false, 1024},
		{"4k", 3840, 2160, false, 1280},
		{"square", 1600, 1600, false, 1000},
		{"A4", 297, 210, true, 0},
		{"A5", 210, 148, true, 0},
		{"page", 160, 120, true, 0},
		{"174mm", 174, 142, true, 0},
		{"120mm", 120, 110, true, 0},
		{"85mm", 85, 120, true, 0},
	}
}

// SizeNames lists the names of the presets.
func SizeNames() []string {
	var names []string
	for _, p := range Presets() {
		names = append(names, p.Name)
	}
	return names
}

// SlideSize is the size of the first preset, a slide, at scale 1.
func SlideSize() Size {
	p := Presets()[0]
	return Size{Width: p.Width, Height: p.Height, Density: float64(p.Width) / p.layout, DPI: screenDPI}
}

// The dots an inch of a screen and of paper at scale 1.
const (
	screenDPI = 96
	paperDPI  = 300
)

// ParseSize reads a preset's name, WIDTHxHEIGHT in pixels or WIDTHxHEIGHTmm; × is x,
// too. scale from 1 to [MaxScale] multiplies the pixels and leaves the layout. dpi
// of 0 is 96 times scale, and 300 times scale on paper; there other dots an inch
// give other pixels and the same millimetres.
func ParseSize(name string, scale int, dpi float64) (Size, error) {
	if scale < 1 || scale > MaxScale {
		return Size{}, fmt.Errorf("scale %d is not one of 1, 2, 3", scale)
	}
	if dpi != 0 && !(dpi >= 1 && dpi <= 10000) {
		return Size{}, fmt.Errorf("%v dpi is not between 1 and 10000", dpi)
	}
	asked, err := parseLengths(name)
	if err != nil {
		return Size{}, err
	}
	s := Size{DPI: dpi, Paper: asked.mm}
	width, height := asked.width*float64(scale), asked.height*float64(scale)
	switch {
	case asked.mm:
		if !(min(asked.width, asked.height) >= MinMM && max(asked.width, asked.height) <= MaxMM) {
			return Size{}, fmt.Errorf("%s is not from %d to %d mm a side", name, MinMM, MaxMM)
		}
		if dpi == 0 {
			s.DPI = paperDPI * float64(scale)
		}
		width, height = math.Round(asked.width*s.DPI/25.4), math.Round(asked.height*s.DPI/25.4)
		s.Density = s.typed(BestType, 1)
	default:
		s.Density = width / asked.layout
		if dpi == 0 {
			s.DPI = screenDPI * float64(scale)
		}
	}
	switch {
	case min(width, height) < MinSide:
		return Size{}, fmt.Errorf("%.0f x %.0f pixels is too small: take at least %d a side", width, height, MinSide)
	case max(width, height) > MaxSide:
		return Size{}, fmt.Errorf("%.0f x %.0f pixels is too large: take at most %d a side", width, height, MaxSide)
	case width*height > MaxPixels:
		return Size{}, fmt.Errorf("%.0f x %.0f pixels is too large: take at most 100 million in all", width, height)
	}
	s.Width, s.Height = int(width), int(height)
	return s, nil
}

// lengths is a size as it was asked for.
type lengths struct {
	width, height float64
	mm            bool
	layout        float64 // of pixels: width in layout pixels at scale 1
}

func parseLengths(name string) (lengths, error) {
	for _, p := range Presets() {
		if strings.EqualFold(p.Name, name) {
			return lengths{float64(p.Width), float64(p.Height), p.MM, p.layout}, nil
		}
	}
	text, mm := strings.CutSuffix(strings.ToLower(name), "mm")
	a, b, ok := strings.Cut(strings.ReplaceAll(text, "×", "x"), "x")
	w, ok1 := length(a, mm)
	h, ok2 := length(b, mm)
	if !ok || !ok1 || !ok2 {
		return lengths{}, fmt.Errorf("size %q is not WIDTHxHEIGHT in pixels, WIDTHxHEIGHTmm or one of %s", name, strings.Join(SizeNames(), ", "))
	}
	return lengths{w, h, mm, w / densityFor(w, h)}, nil
}

// length reads a whole number, on paper also one with a fraction.
func length(text string, fraction bool) (float64, bool) {
	text = strings.TrimSpace(text)
	digits := strings.Trim(text, "0123456789") == "" || fraction && strings.Trim(text, "0123456789.") == ""
	v, err := strconv.ParseFloat(text, 64)
	return v, digits && err == nil
}

// densityFor is the density of a custom size: that of a slide of as many
// pixels, but never below 1 nor so high that the layout gets under 480 pixels.
func densityFor(w, h float64) float64 {
	return max(1, min(math.Sqrt(w*h/(1280*720)), w/480, h/480))
}

// layout is the size in layout pixels.
func (s Size) layout() (w, h float64) {
	return float64(s.Width) / s.Density, float64(s.Height) / s.Density
}

// MM is the size on paper in millimetres, at the DPI, which must not be 0.
func (s Size) MM() (w, h float64) {
	return float64(s.Width) / s.DPI * 25.4, float64(s.Height) / s.DPI * 25.4
}
