package mapview

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/pairs"
	"c5atlas.org/c5atlas/maps"
)

// In the pane that a window of 1024x640 leaves the map, each state of the package is
// named once at every size of type, in each language, and no text of the map is cut,
// lies on another, or under what floats over the map.
func TestSmallWindowsNameAllStates(t *testing.T) {
	g := newRig(t, nil)
	sizes := []float64{0.8, 1, 1.3, 1.5, 2}
	if testing.Short() {
		sizes = sizes[3:]
	}
	for i, high := range []float32{352, 400} {
		g.win.Resize(fyne.NewSize(1024, high))
		for l, lang := range i18n.Languages() {
			for j, k := range sizes {
				if !pairs.Turn(l, len(i18n.Languages()), i, j) {
					continue
				}
				g.host.Dispatch(state.SetLang(lang))
				g.host.Dispatch(state.SetTextSize(k))
				g.settle()
				what := fmt.Sprintf("%v high, %s ×%v", high, lang, k)
				pic, _, err := maps.Record(t.Context(), g.buffers.mapOf(g.pic.order))
				if err != nil {
					t.Fatal(err)
				}
				named := map[string]int{}
				type text struct {
					words   string
					letters []draw.Box
				}
				var texts []text
				for i := range pic.Steps {
					st := &pic.Steps[i]
					if st.Text == nil {
						continue
					}
					if st.Layer == "label country" {
						named[st.Text.String]++
					}
					x := text{st.Text.String, letters(st.Text, g.scale)}
					if all := draw.UnionOf(x.letters); !all.Within(draw.Box{X1: float64(g.layout.Width), Y1: float64(g.layout.Height)}) {
						t.Errorf("%s: %q is cut: %v", what, x.words, all)
					}
					for _, o := range texts {
						if overlap(x.letters, o.letters) {
							t.Errorf("%s: %q lies on %q", what, x.words, o.words)
						}
					}
					if c := g.covered(); overlap(x.letters, c[:]) {
						t.Errorf("%s: %q lies under a button or the tray", what, x.words)
					}
					texts = append(texts, x)
				}
				for i := range g.host.Room.Data.Countries {
					c := &g.host.Room.Data.Countries[i]
					short := c.Short[lang]
					if lang == i18n.English {
						short = c.Short.In(lang)
					}
					n := named[strings.ToUpper(c.Name.In(lang))]
					if short != "" && !strings.EqualFold(short, c.Name.In(lang)) {
						n += named[strings.ToUpper(short)]
					}
					if n != 1 {
						t.Errorf("%s: %s is named %d times, in %v", what, c.Code, n, named)
					}
				}
			}
		}
	}
}

// letters is where the ink of the letters of a text may be, in layout pixels.
func letters(t *draw.Text, px float64) (out []draw.Box) {
	for _, l := range t.Letters {
		if w := l.Advance * t.Size; w > 0 && strings.TrimSpace(l.Text) != "" {
			out = append(out, draw.Box{X0: l.X / px, Y0: (l.Y - 0.7*t.Size) / px, X1: (l.X + w) / px, Y1: (l.Y + 0.05*t.Size) / px})
		}
	}
	return out
}

func overlap(a, b []draw.Box) bool {
	return slices.ContainsFunc(a, func(x draw.Box) bool { return slices.ContainsFunc(b, x.Overlaps) })
}
