package names

import (
	"fmt"
	"slices"
	"testing"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/pairs"
)

// doubledAt is settingAt with second names for all states, capitals and markers.
func doubledAt(t *testing.T, lang string, scale, typeScale float64) *Setting {
	t.Helper()
	s := settingAt(t, lang, scale)
	s.TypeScale = typeScale
	for i := range s.Labels {
		if k := s.Labels[i].Kind; k == Country || k == Capital {
			s.Labels[i].Second = "Oʻzbekiston"
		}
	}
	for i := range s.Sites {
		s.Sites[i].Second = "北京"
	}
	return s
}

// firsts is the names of states, capitals and markers that are placed.
func firsts(l *Layout) []string {
	var out []string
	for _, w := range l.Placed {
		if w.Label.Kind == Country || w.Label.Kind == Capital {
			out = append(out, w.Label.ID+" "+w.Label.Text)
		}
	}
	slices.Sort(out)
	return out
}

// TestSecondNamesCostNoFirst: states, capitals and markers have the names that
// they have without second names, nothing overlaps, and many have a second one.
func TestSecondNamesCostNoFirst(t *testing.T) {
	t.Parallel()
	seconds, all := 0, 0
	for k, lang := range []string{"en", "uk", "ru"} {
		step := 0
		for scale := 16000.0; scale > 300; scale /= 1.7 {
			step++
			for i, typeScale := range []float64{1, 1.6} {
				if !pairs.Turn(k, 3, step, i) {
					continue
				}
				s := doubledAt(t, lang, scale, typeScale)
				l := Place(s)
				plain := settingAt(t, lang, scale)
				plain.TypeScale = typeScale
				if got, want := firsts(l), firsts(Place(plain)); !slices.Equal(got, want) {
					t.Errorf("%s, %.0f m/px, type %g: named are %q, without second names %q", lang, scale, typeScale, got, want)
				}
				for _, at := range []float64{s.Bucket.Fine, s.Bucket.Coarse} {
					if pair := touchingBlocks(l.Placed, s, at); pair != "" {
						t.Errorf("%s, %.0f m/px, type %g: %s overlap", lang, at, typeScale, pair)
					}
				}
				for _, w := range l.Placed {
					if w.Label.Second != "" {
						all++
					}
					if w.Second != nil {
						seconds++
						if w.Second.Type.Size < Smallest*typeScale || w.Second.Type.Size > max(w.Type.Size, Smallest*typeScale) {
							t.Errorf("%q is %.1f px large under %.1f", w.Label.Second, w.Second.Type.Size, w.Type.Size)
						}
					}
				}
			}
		}
	}
	if 2*seconds < all {
		t.Errorf("%d of %d names have their second one", seconds, all)
	}
}

// touchingBlocks is a pair of names of different places, or a name and a marker,
// that overlap; a name and its second one are one block.
func touchingBlocks(placed []*Placed, s *Setting, scale float64) string {
	to := draw.Affine{SX: 1 / scale, SY: -1 / scale}
	blocks := make([][]draw.Box, len(placed))
	for i, w := range placed {
		if blocks[i] = w.Boxes(to); w.Second != nil {
			blocks[i] = append(blocks[i], w.Second.Boxes(to)...)
		}
		for k := range i {
			for _, a := range blocks[i] {
				if slices.ContainsFunc(blocks[k], a.Overlaps) {
					return fmt.Sprintf("%q and %q", w.Label.Text, placed[k].Label.Text)
				}
			}
		}
		for j := range s.Sites {
			q, r := to.Apply(s.Sites[j].At), s.Sites[j].R
			if slices.ContainsFunc(blocks[i], draw.Box{X0: q[0] - r, Y0: q[1] - r, X1: q[0] + r, Y1: q[1] + r}.Overlaps) {
				return fmt.Sprintf("%q and the marker %s", w.Label.Text, s.Sites[j].ID)
			}
		}
	}
	return ""
}
