package draw

import (
	"fmt"
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"c5atlas.org/c5atlas/internal/draw/text"
)

// Face is a typeface with a cache of its outlines and glyph masks, shared by
// all pictures. Its methods may be called from several goroutines.
type Face struct {
	*text.Face

	font *sfnt.Font
	ttf  []byte

	common   [commonRunes]atomic.Pointer[glyph] // Latin, Greek, Cyrillic, without a lock
	mu       sync.RWMutex
	glyphs   map[rune]*glyph // the others
	masks    map[maskKey]*mask
	maskSize int // bytes in masks
}

const commonRunes = 0x530

// unitsPerEm is the size at which outlines are kept.
const unitsPerEm = 1000

// ParseFace reads a TrueType or OpenType font.
func ParseFace(ttf []byte) (*Face, error) {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, fmt.Errorf("font: %w", err)
	}
	set, err := text.Parse(ttf)
	if err != nil {
		return nil, err
	}
	return &Face{Face: set, font: f, ttf: ttf, glyphs: map[rune]*glyph{}, masks: map[maskKey]*mask{}}, nil
}

// glyph is an outline at 1 px per em, Y down, flattened, with its advance.
type glyph struct {
	index   sfnt.GlyphIndex
	advance float64
	rings   [][]point
}

type point struct{ x, y float64 }

func (f *Face) glyph(r rune) *glyph {
	if r >= 0 && r < commonRunes {
		g := f.common[r].Load()
		if g == nil {
			g = f.outline(r)
			f.common[r].Store(g)
		}
		return g
	}
	f.mu.RLock()
	g := f.glyphs[r]
	f.mu.RUnlock()
	if g != nil {
		return g
	}
	g = f.outline(r)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.glyphs[r] = g
	return g
}

// outline reads a glyph. One that the font lacks is its empty box, glyph 0.
func (f *Face) outline(r rune) *glyph {
	var buf sfnt.Buffer
	i, err := f.font.GlyphIndex(&buf, r)
	if err != nil {
		return &glyph{}
	}
	ppem := fixed.I(unitsPerEm)
	g := &glyph{index: i}
	if adv, err := f.font.GlyphAdvance(&buf, i, ppem, font.HintingNone); err == nil {
		g.advance = float64(adv) / 64 / unitsPerEm
	}
	segs, err := f.font.LoadGlyph(&buf, i, ppem, nil)
	if err != nil {
		return g
	}
	at := func(p fixed.Point26_6) point {
		return point{float64(p.X) / 64 / unitsPerEm, float64(p.Y) / 64 / unitsPerEm}
	}
	var ring []point
	flush := func() {
		if len(ring) > 2 {
			g.rings = append(g.rings, ring)
		}
		ring = nil
	}
	for _, s := range segs {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			flush()
			ring = append(ring, at(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			ring = append(ring, at(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			ring = appendQuad(ring, at(s.Args[0]), at(s.Args[1]))
		case sfnt.SegmentOpCubeTo:
			ring = appendCube(ring, at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
		}
	}
	flush()
	return g
}

// Curves of a glyph are short: a fixed number of chords is within 1/500 em.
const quadSteps, cubeSteps = 5, 8

func appendQuad(ring []point, b, c point) []point {
	a := ring[len(ring)-1]
	for i := 1; i <= quadSteps; i++ {
		t := float64(i) / quadSteps
		u := 1 - t
		ring = append(ring, point{u*u*a.x + 2*u*t*b.x + t*t*c.x, u*u*a.y + 2*u*t*b.y + t*t*c.y})
	}
	return ring
}

func appendCube(ring []point, b, c, d point) []point {
	a := ring[len(ring)-1]
	for i := 1; i <= cubeSteps; i++ {
		t := float64(i) / cubeSteps
		u := 1 - t
		k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		ring = append(ring, point{k0*a.x + k1*b.x + k2*c.x + k3*d.x, k0*a.y + k1*b.y + k2*c.y + k3*d.y})
	}
	return ring
}

// advance is how far a letter moves the pen, in em.
func (f *Face) Advance(r rune) float64 { return f.glyph(r).advance }

// width is the advance of a text at a size, letters spaced by extra pixels.
func (f *Face) Width(text string, size, spacing float64) float64 {
	var w float64
	n := 0
	for _, r := range text {
		w += f.glyph(r).advance
		n++
	}
	if n == 0 {
		return 0
	}
	return w*size + float64(n-1)*spacing
}
