package names

import (
	"maps"
	"slices"
	"sync"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
	"c5atlas.org/c5atlas/maps/geo"
)

// Setting is all that the places of names depend on. Maps of one setting write
// the same names at the same places, wherever their windows lie.
type Setting struct {
	Projection geo.Projection
	Bucket     geo.Bucket
	TypeScale  float64
	Regular    *text.Face
	Bold       *text.Face      // nil: names are in regular
	Focus      map[string]bool // codes of the countries in focus
	Base       *geo.Projected  // nil: names heed no borders
	Labels     []Label
	Sites      []Site
}

// Site is a marker as names see it.
type Site struct {
	At        orb.Point // metres
	R         float64   // layout pixels
	Shoulder  float64   // layout pixels by which the figure at its upper right stands out
	Figure    float64   // layout pixels that the figure is wide and high
	ID, Label string    // label is written beside it if it is not empty
	Short     string    // written where Label has no room; "" for none
	Second    string    // of a label, in another language
	Foremost  bool      // its label has its place before those of other sites
}

// boxes is what a site covers when drawn with to and layout pixels of 1: the marker,
// and its figure.
func (s *Site) boxes(to draw.Affine) []draw.Box {
	q := to.Apply(s.At)
	r := s.R + 2
	out := []draw.Box{{X0: q[0] - r, Y0: q[1] - r, X1: q[0] + r, Y1: q[1] + r}}
	if s.Shoulder > 0 {
		right, top := q[0]+r+s.Shoulder, q[1]-r-s.Shoulder
		out = append(out, draw.Box{X0: right - s.Figure, Y0: top, X1: right, Y1: top + s.Figure})
	}
	return out
}

func (s *Setting) equal(o *Setting) bool {
	return s.Projection == o.Projection && s.Bucket == o.Bucket && s.TypeScale == o.TypeScale && s.Base == o.Base &&
		s.Regular == o.Regular && s.Bold == o.Bold && maps.Equal(s.Focus, o.Focus) &&
		slices.Equal(s.Sites, o.Sites) && slices.EqualFunc(s.Labels, o.Labels, sameLabel)
}

// sameLabel takes lines for equal only if they are the same in memory.
func sameLabel(a, b Label) bool {
	if a.ID != b.ID || a.Text != b.Text || a.Short != b.Short || a.Second != b.Second || a.Kind != b.Kind || a.LonLat != b.LonLat || a.Rank != b.Rank ||
		!slices.Equal(a.Areas, b.Areas) || len(a.Line) != len(b.Line) {
		return false
	}
	return len(a.Line) == 0 || &a.Line[0] == &b.Line[0]
}

// settings is how many settings a memory holds: those of a map and its
// neighbours while one zooms, and of a second map.
const settings = 8

// roaming is how many of them, the newest, remember where else in a window names may
// stand, which takes a megabyte or two.
const roaming = 2

// Memory is the names of the settings drawn lately. The zero value is empty;
// several goroutines may ask at once.
type Memory struct {
	mu    sync.Mutex
	named []*Layout // the last is the newest
}

// Place is the names of a setting in their places, from memory if they are
// there. The caller may change its setting later, but not the points of lines.
func (m *Memory) Place(s *Setting) *Layout {
	m.mu.Lock()
	defer m.mu.Unlock()
	i := slices.IndexFunc(m.named, func(l *Layout) bool { return l.equal(s) })
	if i < 0 {
		own := *s
		own.Labels, own.Focus = slices.Clone(s.Labels), maps.Clone(s.Focus)
		m.named = append(m.named, Place(&own))
		if i = len(m.named) - 1; i == settings {
			m.named = slices.Delete(m.named, 0, 1)
			i--
		}
	}
	l := m.named[i]
	m.named = append(slices.Delete(m.named, i, i+1), l)
	for _, old := range m.named[:max(len(m.named)-roaming, 0)] {
		old.forget()
	}
	return l
}
