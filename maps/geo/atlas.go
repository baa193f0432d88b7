package geo

import (
	"errors"
	"fmt"
	"strconv"
	"sync"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// ReliefLevel is what [Atlas.Load] calls the relief.
const ReliefLevel = 3

// Atlas is a base map in three levels of detail with its relief. Each is
// decoded once. All methods may be called from several goroutines.
type Atlas struct {
	source [4][]byte

	mu     [4]sync.Mutex // held while a level is decoded
	state  sync.RWMutex  // guards what follows
	levels [3]*Base
	ready  bool // the relief has been decoded once
	cache  map[cacheKey]*Projected
	shades map[Projection]*draw.Texture
}

type cacheKey struct {
	level      int
	projection Projection
}

// NewAtlas keeps the bytes of three levels, coarse to fine, in the format of
// [EncodeBase], and of the relief. It decodes nothing. A level or a relief that
// is empty does not exist.
func NewAtlas(levels [3][]byte, relief []byte) *Atlas {
	return &Atlas{
		source: [4][]byte{levels[0], levels[1], levels[2], relief},
		cache:  map[cacheKey]*Projected{}, shades: map[Projection]*draw.Texture{},
	}
}

// ErrNoLevel is returned for a level that the atlas does not have.
var ErrNoLevel = errors.New("maps: the atlas has no such level")

// Load decodes a level, 0 to 2, or [ReliefLevel], and prepares it for
// [AsiaAlbers]. It is slow the first time and free later.
func (a *Atlas) Load(level int) error {
	if level < 0 || level > ReliefLevel || len(a.source[level]) == 0 {
		return fmt.Errorf("%w: %d", ErrNoLevel, level)
	}
	a.mu[level].Lock()
	defer a.mu[level].Unlock()
	if a.Loaded(level) {
		return nil
	}
	if level == ReliefLevel {
		r, err := decodeRelief(a.source[level])
		if err != nil {
			return err
		}
		s := r.warp(AsiaAlbers())
		a.state.Lock()
		defer a.state.Unlock()
		a.ready = true
		a.shades[AsiaAlbers()] = s
		return nil
	}
	b, err := DecodeBase(a.source[level])
	if err != nil {
		return fmt.Errorf("level %d: %w", level, err)
	}
	p := projectBase(b, AsiaAlbers())
	a.state.Lock()
	defer a.state.Unlock()
	a.levels[level] = b
	a.cache[cacheKey{level, AsiaAlbers()}] = p
	return nil
}

// Loaded says whether a level can be drawn without decoding.
func (a *Atlas) Loaded(level int) bool {
	a.state.RLock()
	defer a.state.RUnlock()
	if level == ReliefLevel {
		return a.ready
	}
	return level >= 0 && level < len(a.levels) && a.levels[level] != nil
}

// LevelFor is the level of detail that a viewport asks for, loaded or not.
func (a *Atlas) LevelFor(v Viewport) int {
	switch m := v.Scale / v.Density; {
	case m > 9000:
		return 0
	case m > 1300:
		return 1
	default:
		return 2
	}
}

// Level picks what to draw: the level asked for if it is loaded and covers the
// window, else the next coarser, else the next finer one. It loads level 0 if
// there is none.
func (a *Atlas) Level(v Viewport) (*Projected, error) {
	want := a.LevelFor(v)
	for _, order := range [][]int{{2, 1, 0}, {0, 1, 2}} {
		for _, l := range order {
			if (order[0] == 2) == (l <= want) && a.Loaded(l) && (l == 0 || a.covers(l, v)) {
				return a.Projected(l, v.Projection), nil
			}
		}
	}
	if err := a.Load(0); err != nil {
		return nil, err
	}
	return a.Projected(0, v.Projection), nil
}

// covers says whether the window lies within the bound of a level.
func (a *Atlas) covers(level int, v Viewport) bool {
	a.state.RLock()
	b := a.levels[level].Bound
	a.state.RUnlock()
	if level < 2 {
		return true // the wide levels end where a window may not
	}
	const steps = 4
	for i := range steps + 1 {
		for k := range steps + 1 {
			ll := v.FromScreen(v.Width*float64(i)/steps, v.Height*float64(k)/steps)
			if !b.Contains(ll) {
				return false
			}
		}
	}
	return true
}

// Projected is a level under a projection, made when first asked for.
func (a *Atlas) Projected(level int, p Projection) *Projected {
	key := cacheKey{level, p}
	a.state.RLock()
	got, b := a.cache[key], a.levels[level]
	a.state.RUnlock()
	if got != nil {
		return got
	}
	made := projectBase(b, p)
	a.state.Lock()
	defer a.state.Unlock()
	if got := a.cache[key]; got != nil {
		return got
	}
	if len(a.cache) > 12 {
		clear(a.cache)
	}
	a.cache[key] = made
	return made
}

// Shading is the relief under a projection, nil if it is not loaded. The picture
// itself is not kept, for it is large: another projection decodes it again.
func (a *Atlas) Shading(p Projection) *draw.Texture {
	a.state.RLock()
	got, ready := a.shades[p], a.ready
	a.state.RUnlock()
	if got != nil || !ready {
		return got
	}
	r, err := decodeRelief(a.source[ReliefLevel])
	if err != nil {
		return nil // it decoded before; nothing but memory can fail
	}
	made := r.warp(p)
	a.state.Lock()
	defer a.state.Unlock()
	if len(a.shades) > 2 {
		clear(a.shades)
	}
	a.shades[p] = made
	return made
}

// Projected is a level in metres, by layer.
type Projected struct {
	Bound                                 orb.Bound // degrees
	Countries, Areas, Lakes               []*Shape
	Borders, Coast, Claims, Admin, Rivers []*Shape
	Islets                                []*Shape

	once  sync.Once // guards small
	small []*Shape  // countries in the window of an inset
}

// Shape is a projected feature.
type Shape struct {
	draw.Path
	Props map[string]string
	Rank  int
}

func newShape(f Feature, p Projection, tolerance float64) *Shape {
	s := &Shape{Path: draw.Path{Closed: f.Closed}, Props: f.Props}
	s.Rank, _ = strconv.Atoi(f.Props["rank"])
	for _, part := range f.Parts {
		if len(part) == 0 {
			continue
		}
		s.Add(ProjectLine(p, part, f.Closed, tolerance))
	}
	return s
}

func projectBase(b *Base, p Projection) *Projected {
	tolerance := min(max(b.Tolerance/8, 50), 800)
	layer := func(name string) []*Shape {
		var shapes []*Shape
		for _, f := range b.Layer(name).Features {
			if s := newShape(f, p, tolerance); len(s.Parts) > 0 {
				shapes = append(shapes, s)
			}
		}
		return shapes
	}
	return &Projected{
		Bound:     b.Bound,
		Countries: layer("countries"), Areas: layer("areas"), Lakes: layer("lakes"),
		Borders: layer("borders"), Coast: layer("coast"), Claims: layer("claims"),
		Admin: layer("admin1"), Rivers: layer("rivers"), Islets: layer("islets"),
	}
}

// Inset is the countries cut to the window of an inset. It is made once.
func (l *Projected) Inset(window orb.Bound) []*Shape {
	l.once.Do(func() {
		for _, s := range l.Countries {
			cut := &Shape{Path: draw.Path{Closed: true}, Props: s.Props}
			for _, part := range s.Parts {
				if ring := draw.ClipRing(part, window); ring != nil {
					cut.Add(ring)
				}
			}
			if len(cut.Parts) > 0 {
				l.small = append(l.small, cut)
			}
		}
	})
	return l.small
}

// Paths is the outlines of shapes.
func Paths(shapes []*Shape) []*draw.Path {
	out := make([]*draw.Path, len(shapes))
	for i, s := range shapes {
		out[i] = &s.Path
	}
	return out
}
