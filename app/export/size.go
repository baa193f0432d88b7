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
}

// Limits of a picture.
const (
	MinSide   = 100   // pixels; below, no title fits
	MaxSide   = 16384 // pixels
	MaxPixels = 100e6
	MaxScale  = 3
)

// Preset is a size with a name.
type Preset struct {
	Name          string // as on the command line
	Width, Height int    // pixels at scale 1
	dpi           float64
	layout        float64 // width in layout pixels
}

// Presets lists the named sizes. A slide is laid out at 1280 pixels of width,
// so that type of 12 stands 18 pixels high on it; a page is 160 mm wide at 300
// dpi, where type of 12 is 8 points.
func Presets() []Preset {
	return []Preset{
		{"slide", 1920, 1080, 96, 1280},
		{"slide43", 1600, 1200, 96, 1024},
		{"4k", 3840, 2160, 96, 1280},
		{"page", 1890, 1417, 300, 680},
		{"square", 1600, 1600, 96, 1000},
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

// ParseSize reads a preset's name or WIDTHxHEIGHT in pixels. scale from 1 to
// [MaxScale] multiplies the pixels and leaves the layout. dpi of 0 is 96 times
// scale, and 300 times scale for "page".
func ParseSize(name string, scale int, dpi float64) (Size, error) {
	if scale < 1 || scale > MaxScale {
		return Size{}, fmt.Errorf("scale %d is not one of 1, 2, 3", scale)
	}
	if dpi != 0 && !(dpi >= 1 && dpi <= 10000) {
		return Size{}, fmt.Errorf("%v dpi is not between 1 and 10000", dpi)
	}
	p, err := presetOf(name)
	if err != nil {
		return Size{}, err
	}
	s := Size{Width: p.Width * scale, Height: p.Height * scale, DPI: dpi}
	s.Density = float64(s.Width) / p.layout
	if dpi == 0 {
		s.DPI = p.dpi * float64(scale)
	}
	switch {
	case s.Width < MinSide || s.Height < MinSide:
		return Size{}, fmt.Errorf("%d x %d pixels is too small: take at least %d a side", s.Width, s.Height, MinSide)
	case s.Width > MaxSide || s.Height > MaxSide:
		return Size{}, fmt.Errorf("%d x %d pixels is too large: take at most %d a side", s.Width, s.Height, MaxSide)
	case float64(s.Width)*float64(s.Height) > MaxPixels:
		return Size{}, fmt.Errorf("%d x %d pixels is too large: take at most 100 million in all", s.Width, s.Height)
	}
	return s, nil
}

func presetOf(name string) (Preset, error) {
	for _, p := range Presets() {
		if p.Name == name {
			return p, nil
		}
	}
	bad := fmt.Errorf("size %q is not WIDTHxHEIGHT in pixels or one of %s", name, strings.Join(SizeNames(), ", "))
	a, b, ok := strings.Cut(strings.ReplaceAll(strings.ToLower(name), "×", "x"), "x")
	w, err1 := strconv.ParseUint(a, 10, 20)
	h, err2 := strconv.ParseUint(b, 10, 20)
	if !ok || err1 != nil || err2 != nil {
		return Preset{}, bad
	}
	return Preset{Width: int(w), Height: int(h), dpi: 96, layout: float64(w) / densityFor(float64(w), float64(h))}, nil
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
