package shell

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/mapview"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/pairs"
	"c5atlas.org/c5atlas/maps"
)

// TestAllStatesAreNamed on the map of every window from 1024x640 up, at every size of
// text and each of both in three languages ("make sizes": all in all), beside the tray
// and the tools; and no two texts of the map overlap, and none is cut.
func TestAllStatesAreNamed(t *testing.T) {
	r := uitest.Room(t)
	for j, text := range []float64{0.8, 1, 1.3, 1.5, 2} {
		s := opening()
		s.TextSize = text
		w := open(t, s, large)
		for i, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1366, Height: 768}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
			w.window.Resize(size)
			w.panes.openDrawer(false)
			pane, covered := mapIn(t, w)
			for k, lang := range i18n.Languages() {
				if !pairs.Turn(k, len(i18n.Languages()), i, j) {
					continue
				}
				s := s
				s.Lang = lang
				v := scene.PaneViewport(r, s, float64(pane.Width), float64(pane.Height), 1)
				s.Legend = state.LegendOff // it stands where it covers no state
				m := scene.Map(r, scene.Select(r.Data, s), s, i18n.For(lang), scene.PaletteFor(state.Light), v)
				m.Furniture.Covered = covered
				pic, _, err := maps.Record(t.Context(), m)
				if err != nil {
					t.Fatal(err)
				}
				what := fmt.Sprintf("%v, text %g, %s, map %v", size, text, lang, pane)
				var written []string
				for i := range pic.Steps {
					if pic.Steps[i].Layer == "label country" {
						written = append(written, pic.Steps[i].Text.String)
					}
				}
				for i := range r.Data.Countries {
					c := &r.Data.Countries[i]
					if !slices.Contains(written, strings.ToUpper(c.Name.In(lang))) && !slices.Contains(written, strings.ToUpper(c.Short.In(lang))) {
						t.Errorf("%s: %s is not named among %q", what, c.Code, written)
					}
				}
				for _, fault := range crowded(pic) {
					t.Errorf("%s: %s", what, fault)
				}
			}
		}
	}
}

// mapIn is the size of the map in a window, and what stands over it.
func mapIn(t *testing.T, s *Shell) (fyne.Size, []draw.Box) {
	t.Helper()
	v, ok := uitest.Find(s.maps, func(*mapview.View) bool { return true })
	if !ok {
		t.Fatal("no map")
	}
	var covered []draw.Box
	for _, o := range test.WidgetRenderer(v).Objects() {
		at, size := o.Position(), o.Size()
		if o.Visible() && size.Width < v.Size().Width && size.Height < v.Size().Height && size.Width > 0 {
			covered = append(covered, draw.Box{X0: float64(at.X), Y0: float64(at.Y), X1: float64(at.X + size.Width), Y1: float64(at.Y + size.Height)})
		}
	}
	return v.Size(), covered
}

// crowded lists the texts of a picture that overlap others or its edge.
func crowded(pic *draw.Picture) (faults []string) {
	type text struct {
		words string
		boxes []draw.Box
		all   draw.Box
	}
	var texts []text
	for i := range pic.Steps {
		s := &pic.Steps[i]
		if s.Kind != draw.StepText || s.Text.String == "" {
			continue
		}
		k := text{words: s.Text.String}
		for _, l := range s.Text.Letters {
			if strings.TrimSpace(l.Text) == "" {
				continue
			}
			b := draw.Box{X0: l.X, Y0: l.Y, X1: l.X, Y1: l.Y}
			w := l.Advance * s.Text.Size
			for _, at := range [][2]float64{{0, 0}, {w, 0}, {0, -0.6 * s.Text.Size}, {w, -0.6 * s.Text.Size}} {
				x, y := l.X+at[0]*l.Cos-at[1]*l.Sin, l.Y+at[0]*l.Sin+at[1]*l.Cos
				b = b.Union(draw.Box{X0: x, Y0: y, X1: x, Y1: y})
			}
			k.boxes = append(k.boxes, b)
		}
		k.all = draw.UnionOf(k.boxes)
		if !k.all.Within(draw.Box{X1: float64(pic.Width), Y1: float64(pic.Height)}) {
			faults = append(faults, fmt.Sprintf("%q is cut", k.words))
		}
		for _, o := range texts {
			if k.all.Overlaps(o.all) && slices.ContainsFunc(k.boxes, func(b draw.Box) bool { return slices.ContainsFunc(o.boxes, b.Overlaps) }) {
				faults = append(faults, fmt.Sprintf("%q and %q overlap", k.words, o.words))
			}
		}
		texts = append(texts, k)
	}
	return faults
}
