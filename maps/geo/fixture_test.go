package geo

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/paulmach/orb"
)

// region is the six countries with some room.
var region = []orb.Point{{46, 50}, {53, 38}, {74, 20}, {109, 18}, {122, 25}, {135, 48}, {122, 54}, {72, 56}}

// fitted is a view of the region.
func fitted(w, h, density float64) Viewport { return Fit(asia, region, w, h, density, 20) }

// asia is the projection of testdata/albers.csv.
var asia = Albers(25, 47, 36, 90)

func asset(tb testing.TB, path string) []byte {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", path))
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func baseFiles(tb testing.TB) [3][]byte {
	tb.Helper()
	return [3][]byte{asset(tb, "basemap/lod0.base"), asset(tb, "basemap/lod1.base"), asset(tb, "basemap/lod2.base")}
}
