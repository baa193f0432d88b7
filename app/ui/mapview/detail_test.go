package mapview

import (
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps/geo"
)

// A closer look loads what it shows: the whole relief and the finer levels.
func TestDetailFollowsTheView(t *testing.T) {
	g := newRig(t, nil)
	g.host.Dispatch(state.SetCamera{Lon: 70, Lat: 40, Span: 500})
	atlas := g.host.Room.Atlas
	has := func() bool {
		level := atlas.LevelFor(g.shown)
		return level > 0 && atlas.Loaded(level) && atlas.Loaded(geo.ReliefLevel)
	}
	for end := time.Now().Add(time.Minute); !has(); g.settle() {
		if time.Now().After(end) {
			t.Fatalf("of level %d are there %v, of the relief %v", atlas.LevelFor(g.shown), atlas.Loaded(atlas.LevelFor(g.shown)), atlas.Loaded(geo.ReliefLevel))
		}
	}
}
