package assets

import (
	_ "embed" // the files below
	"fmt"
)

var (
	//go:embed basemap/lod0.base
	level0 []byte
	//go:embed basemap/lod1.base
	level1 []byte
	//go:embed basemap/lod2.base
	level2 []byte
	//go:embed basemap/relief.jpg
	relief []byte
)

// BaseLevel returns the base map at level of detail n: 0 is the coarsest, 2
// the finest. Another n is a mistake in the program and panics.
func BaseLevel(n int) []byte {
	switch n {
	case 0:
		return level0
	case 1:
		return level1
	case 2:
		return level2
	}
	panic(fmt.Sprintf("assets: there is no base map level %d", n))
}

// Relief returns the shaded relief as a JPEG in plate carrée.
func Relief() []byte { return relief }

// ReliefBound is where the relief lies, in degrees.
func ReliefBound() (west, south, east, north float64) { return 15, -8, 175, 75 }

// Names returns the table of geographical names, CSV in UTF-8.
func Names() []byte { return names.read("basemap/names.csv") }
