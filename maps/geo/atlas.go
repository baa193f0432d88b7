package geo

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// What [Atlas.Load] calls the relief, and the same at half its resolution: a quarter
// of the memory, and all that is drawn of it from afar.
const (
	ReliefLevel = -1
	FarRelief   = -2
)

// Level is one level of detail of an atlas.
type Level struct {
	Data  []byte  // see [EncodeBase]
	Above float64 // metres per device pixel above which it is fine enough
}

// Relief is a shaded relief: a grey JPEG in plate carrée in which 128 is level
// ground. It should fade to that at its edges.
type Relief struct {
	JPEG  []byte
	Bound orb.Bound // degrees
}

// Atlas is a base map in levels of detail with its relief. Each is decoded when
// it is first asked for in a projection; in degrees only the coarsest level is
// kept, for the finer ones are large. All methods may be called from several
// goroutines.
type Atlas struct {
	source []Level
	relief Relief

	mu     []sync.Mutex // of each level, and last of the relief: held while it is decoded
	state  sync.RWMutex // guards what follows
	coarse *Base        // level 0
	bounds []*orb.Bound // of the levels that were decoded, degrees
	ready  bool         // the relief has been decoded once
	whole  bool         // and was asked for at its full resolution
	cache  map[cacheKey]*Projected
	shades map[Projection]shade
	asked  []Projection // of shades, the one that was asked for last at the end
}

// shade is a relief under a projection.
type shade struct {
	*draw.Texture
	whole bool // not at half its resolution
}

type cacheKey struct {
	level      int
	projection Projection
}

// NewAtlas keeps the bytes of levels, coarse to fine, and of a relief, and
// decodes nothing. The coarsest level should cover all that is ever looked at.
// A relief without bytes does not exist.
func NewAtlas(levels []Level, relief Relief) *Atlas {
	return &Atlas{
		source: levels, relief: relief, mu: make([]sync.Mutex, len(levels)+1), bounds: make([]*orb.Bound, len(levels)),
		cache: map[cacheKey]*Projected{}, shades: map[Projection]shade{},
	}
}

// ErrNoLevel is returned for a level that the atlas does not have.
var ErrNoLevel = errors.New("maps: the atlas has no such level")

// Load decodes a level, [ReliefLevel] or [FarRelief], and prepares it for a
// projection. It is slow the first time and free later.
func (a *Atlas) Load(level int, p Projection) error {
	if level == ReliefLevel || level == FarRelief {
		return a.loadRelief(p, level == ReliefLevel)
	}
	_, err := a.project(level, p)
	return err
}

// base is a level in degrees. The caller holds its lock.
func (a *Atlas) base(level int) (*Base, error) {
	a.state.RLock()
	kept := a.coarse
	a.state.RUnlock()
	if level == 0 && kept != nil {
		return kept, nil
	}
	b, err := DecodeBase(a.source[level].Data)
	if err != nil {
		return nil, fmt.Errorf("level %d: %w", level, err)
	}
	a.state.Lock()
	defer a.state.Unlock()
	if level == 0 {
		a.coarse = b
	}
	bound := b.Bound // alone, for a pointer into it would keep all of b
	a.bounds[level] = &bound
	return b, nil
}

// lock takes the lock of a level, if there is one.
func (a *Atlas) lock(level int) (unlock func(), err error) {
	if level < 0 || level >= len(a.source) || len(a.source[level].Data) == 0 {
		return nil, fmt.Errorf("%w: %d", ErrNoLevel, level)
	}
	a.mu[level].Lock()
	return a.mu[level].Unlock, nil
}

// coarsest is level 0 in degrees.
func (a *Atlas) coarsest() (*Base, error) {
	unlock, err := a.lock(0)
	if err != nil {
		return nil, err
	}
	defer unlock()
	return a.base(0)
}

// project is a level under a projection, made when first asked for.
func (a *Atlas) project(level int, p Projection) (*Projected, error) {
	key := cacheKey{level, p}
	if got := a.cached(key); got != nil {
		return got, nil
	}
	unlock, err := a.lock(level)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if got := a.cached(key); got != nil {
		return got, nil // while this one waited
	}
	b, err := a.base(level)
	if err != nil {
		return nil, err
	}
	made := projectBase(b, p)
	a.state.Lock()
	defer a.state.Unlock()
	if len(a.cache) > 12 {
		clear(a.cache)
	}
	a.cache[key] = made
	return made, nil
}

func (a *Atlas) loadRelief(p Projection, whole bool) error {
	if len(a.relief.JPEG) == 0 {
		return fmt.Errorf("%w: relief", ErrNoLevel)
	}
	last := len(a.mu) - 1
	a.mu[last].Lock()
	defer a.mu[last].Unlock()
	a.state.Lock()
	got, ok := a.shades[p]
	if ok {
		a.ask(p)
	}
	a.state.Unlock()
	if ok && (got.whole || !whole) {
		return nil
	}
	_, err := a.shadeFor(p, whole)
	return err
}

// shadeFor makes the relief under a projection, and keeps it.
func (a *Atlas) shadeFor(p Projection, whole bool) (*draw.Texture, error) {
	r, err := decodeRelief(a.relief)
	if err != nil {
		return nil, err
	}
	s := shade{r.warp(p), whole}
	if !whole && s.Half != nil {
		s.Texture = s.Half
	}
	a.state.Lock()
	defer a.state.Unlock()
	a.ready, a.whole = true, a.whole || whole
	a.shades[p] = s
	if a.ask(p); len(a.asked) > 3 {
		delete(a.shades, a.asked[0])
		a.asked = a.asked[1:]
	}
	return s.Texture, nil
}

// ask notes of a relief that is kept that it was asked for. The caller holds the lock.
func (a *Atlas) ask(p Projection) {
	a.asked = append(slices.DeleteFunc(a.asked, func(q Projection) bool { return q == p }), p)
}

// Loaded says whether a level can be drawn without decoding.
func (a *Atlas) Loaded(level int) bool {
	a.state.RLock()
	defer a.state.RUnlock()
	switch level {
	case ReliefLevel:
		return a.whole
	case FarRelief:
		return a.ready
	}
	return level >= 0 && level < len(a.bounds) && a.bounds[level] != nil
}

// Levels is how many levels of detail there are.
func (a *Atlas) Levels() int { return len(a.source) }

// LevelFor is the level of detail that a viewport asks for, loaded or not.
func (a *Atlas) LevelFor(v Viewport) int {
	for l := range a.source {
		if v.Scale/v.Density > a.source[l].Above {
			return l
		}
	}
	return max(len(a.source)-1, 0)
}

// Level picks what to draw: the level asked for if it is loaded and covers the
// window, else the next coarser, else the next finer one. It loads level 0 if
// there is none.
func (a *Atlas) Level(v Viewport) (*Projected, error) {
	want := a.LevelFor(v)
	for l := want; l >= 0; l-- {
		if a.Loaded(l) && (l == 0 || a.covers(l, v)) {
			return a.project(l, v.Projection)
		}
	}
	for l := want + 1; l < len(a.source); l++ {
		if a.Loaded(l) && a.covers(l, v) {
			return a.project(l, v.Projection)
		}
	}
	return a.project(0, v.Projection)
}

// covers says whether the window lies within the bound of a level.
func (a *Atlas) covers(level int, v Viewport) bool {
	a.state.RLock()
	b := *a.bounds[level]
	a.state.RUnlock()
	return v.Within(onMap(b, v.Projection))
}

// onMap is a box in longitudes within 180 degrees of a projection's meridian. Of
// a box that the projection cuts it is one part; the whole world stays whole.
func onMap(b orb.Bound, p Projection) orb.Bound {
	west := p.Meridian() - 180
	switch {
	case b.Max[0]-b.Min[0] >= 360:
		b.Min[0], b.Max[0] = west, west+360
	case b.Max[0] <= west:
		b.Min[0], b.Max[0] = b.Min[0]+360, b.Max[0]+360
	case b.Min[0] >= west+360:
		b.Min[0], b.Max[0] = b.Min[0]-360, b.Max[0]-360
	}
	return b
}

func (a *Atlas) cached(key cacheKey) *Projected {
	a.state.RLock()
	defer a.state.RUnlock()
	return a.cache[key]
}
