package maps

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/pairs"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// partiesTo is by the notes of Natural Earth.
var partiesTo = map[string][]string{
	"aksai_chin": {"CN", "IN"}, "shaksgam": {"CN", "IN"}, "arunachal": {"IN", "CN"}, "siachen": {"IN", "PK"},
	"jk_india": {"IN", "PK"}, "gilgit_baltistan": {"PK", "IN"}, "jk_pakistan": {"PK", "IN"},
	"paracel": {"CN", "VN"}, "spratly": {"CN", "VN", "PH", "MY", "BN"},
}

// TestPartiesAreNamedTogether: where a disputed area is in the window, all states
// that its note names, as far as the map has names of states for them, are named.
// If one is not, none is but a state in focus, and the name of the area says who
// the parties are. No state is named twice or in such an area, at any camera, size,
// language and size of type.
func TestPartiesAreNamedTogether(t *testing.T) {
	t.Parallel()
	pictures, all, said := 0, 0, 0
	for k, lang := range []string{"en", "uk", "ru"} {
		labels := names.Labels(testNames(t), lang, "")
		for d, size := range [][2]float64{{420, 300}, {790, 420}, {1280, 800}, {1920, 1080}} {
			for a, letters := range []float64{1, 1.5} {
				if size[0] < 600 && letters > 1 || lang != "en" && size[0] != 790 {
					continue // so small a picture has no room for large names
				}
				for b, at := range []orb.Point{{90, 38}, {76, 35}, {72, 41}, {94, 28}, {78, 33}, {78, 35}, {112, 14}} {
					for c, span := range []float64{300, 1300, 2400, 5000} {
						if d > 0 && !pairs.Turn(k, 3, a, b, c, d) {
							continue
						}
						m := fullMap(t, size[0], size[1], 1)
						m.Labels, m.TypeScale = labels, letters
						if size[0] < 600 {
							m.Furniture.Legend, m.Furniture.Inset = nil, nil // it would be most of the map
						}
						m.View.Scale, m.View.Center = span*1000/size[1], asia.Project(at)
						pic, where, err := Record(t.Context(), m)
						if err != nil {
							t.Fatal(err)
						}
						pictures++
						a, s := checkParties(t, m, pic, where, fmt.Sprintf("%s %v %g %v %.0f km", lang, size, letters, at, span))
						all, said = all+a, said+s
					}
				}
			}
		}
	}
	if pictures < 110 || all < 2*said || said < 30 {
		t.Errorf("%d pictures, all parties are named beside %d areas, by %d", pictures, all, said)
	}
}

// checkParties looks at a picture. It returns beside how many areas all parties are
// named, and how many areas name theirs.
func checkParties(t *testing.T, m *Map, pic *draw.Picture, where *Placement, what string) (all, spoken int) {
	t.Helper()
	var written strings.Builder // of areas, without spaces
	times := map[string]int{}
	for i := range pic.Steps {
		s := &pic.Steps[i]
		switch {
		case s.Kind != draw.StepText:
		case s.Layer == "label country":
			if times[s.Text.String]++; times[s.Text.String] > 1 {
				t.Errorf("%s: %s is named twice", what, s.Text.String)
			}
			if id := standsIn(m, s.Text, where.layers.Areas); id != "" {
				t.Errorf("%s: %s stands in %s", what, s.Text.String, id)
			}
		case s.Layer == "label disputed":
			written.WriteString(strings.ReplaceAll(s.Text.String, " ", "") + "\n")
		}
	}
	country := map[string]string{}
	for i := range m.Labels {
		if l := &m.Labels[i]; l.Kind == names.Country {
			country[l.ID] = strings.ReplaceAll(l.Text, " ", "")
		}
	}
	said := func(isos []string) bool { // in one name
		return slices.ContainsFunc(strings.Split(written.String(), "\n"), func(name string) bool {
			return !slices.ContainsFunc(isos, func(iso string) bool { return !strings.Contains(name, country[iso]) })
		})
	}
	has := func(text string) bool { return strings.Contains(written.String(), strings.ReplaceAll(text, " ", "")) }
	for _, area := range where.layers.Areas {
		if !names.InFrame(area, m.View.Bound(), m.View.Scale) {
			continue
		}
		named, focus := 0, 0
		want := partiesTo[area.Props["id"]]
		for _, iso := range want {
			if where.Named(iso) {
				named++
				if m.Style.CountryFill[iso] != (color.NRGBA{}) {
					focus++
				}
			}
		}
		l := labelOf(m, area)
		switch {
		case named == len(want):
			all++
		case named != focus:
			t.Errorf("%s: %d of %v are named beside %s", what, named, want, area.Props["id"])
		case !said(want):
			t.Errorf("%s: nobody says whose %s is: %q", what, area.Props["id"], written.String())
		default:
			spoken++
		}
		if x, y := m.View.PlaneToScreen(area.Bound.Center()); where.OnFurniture(x, y) {
			continue // it is not seen
		}
		if wide := (area.Bound.Max[0] - area.Bound.Min[0]) / m.View.Scale; wide > 64 && (l == nil || !has(l.Text)) && !said(want) {
			t.Errorf("%s: %s, %.0f pixels wide, has no name", what, area.Props["id"], wide)
		}
	}
	return all, spoken
}

// labelOf is the label that an area has at the scale of a map: its own, or that of
// its group.
func labelOf(m *Map, area *geo.Shape) *names.Label {
	l := names.Layout{Setting: names.Setting{Bucket: geo.BucketOf(m.View.Scale), Base: m.Atlas.Projected(m.Atlas.LevelFor(m.View), m.View.Projection), Labels: m.Labels}}
	for _, a := range l.Base.Areas {
		if a.Props["id"] == area.Props["id"] {
			area = a
		}
	}
	return l.NameOf(area)
}

// standsIn is the area that a letter of a text lies in.
func standsIn(m *Map, text *draw.Text, areas []*geo.Shape) string {
	for _, k := range text.Letters {
		wide := k.Advance * text.Size
		for _, at := range [][2]float64{{0, 0}, {wide, 0}, {0, -0.7 * text.Size}, {wide, -0.7 * text.Size}, {wide / 2, -0.35 * text.Size}} {
			x, y := k.X+at[0]*k.Cos-at[1]*k.Sin, k.Y+at[0]*k.Sin+at[1]*k.Cos
			q := m.View.Snapped().ScreenToPlane(x, y)
			for _, area := range areas {
				if area.Contains(q) {
					return area.Props["id"]
				}
			}
		}
	}
	return ""
}
