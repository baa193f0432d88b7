package maps

import (
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// Atlas is a base map with the names that were placed on it lately. All methods
// may be called from several goroutines.
type Atlas struct {
	*geo.Atlas
	names names.Memory
}

// NewAtlas is the atlas of levels of detail, coarse to fine, and of a relief; see
// [geo.NewAtlas].
func NewAtlas(levels []geo.Level, relief geo.Relief) *Atlas {
	return &Atlas{Atlas: geo.NewAtlas(levels, relief)}
}
