package maps

import (
	"image/color"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/names"
)

// TestPartiesAreNamedTogether: where a disputed area is in the window, all states
// that its note names, as far as the map has names of states for them, are named or
// none but one in focus; no state is named twice, at any camera and size.
func TestPartiesAreNamedTogether(t *testing.T) {
	t.Parallel()
	parties := map[string][]string{ // by the notes of Natural Earth
		"aksai_chin": {"CN", "IN"}, "shaksgam": {"CN", "IN"}, "arunachal": {"IN", "CN"}, "siachen": {"IN", "PK"},
		"jk_india": {"IN", "PK"}, "gilgit_baltistan": {"PK", "IN"}, "jk_pakistan": {"PK", "IN"},
		"paracel": {"CN", "VN"}, "spratly": {"CN", "VN", "PH", "MY", "BN"},
	}
	pictures, all, none := 0, 0, 0
	for _, lang := range []string{"en", "uk", "ru"} {
		labels := names.Labels(testNames(t), lang, "")
		state := map[string]bool{}
		for i := range labels {
			if labels[i].Kind == names.Country {
				state[labels[i].Text] = true
			}
		}
		for _, size := range [][2]float64{{420, 300}, {790, 420}, {1280, 800}, {1920, 1080}} {
			for _, at := range []orb.Point{{90, 38}, {76, 35}, {72, 41}, {94, 28}, {78, 33}, {78, 35}, {112, 14}} {
				for _, span := range []float64{700, 1300, 2400, 5000} {
					m := fullMap(t, size[0], size[1], 1)
					m.Labels = labels
					m.View.Scale, m.View.Center = span*1000/size[1], asia.Project(at)
					pic, where, err := Record(t.Context(), m)
					if err != nil {
						t.Fatal(err)
					}
					pictures++
					written := map[string]int{}
					for i := range pic.Steps {
						if s := &pic.Steps[i]; s.Kind == draw.StepText && s.Layer == "label country" {
							if written[s.Text.String]++; written[s.Text.String] > 1 {
								t.Errorf("%s %v %v %.0f km: %s is named twice", lang, size, at, span, s.Text.String)
							}
						}
					}
					win := m.View.Bound()
					for _, area := range where.layers.Areas {
						if !names.InFrame(area, win, m.View.Scale) {
							continue
						}
						named, focus := 0, 0
						want := parties[area.Props["id"]]
						for _, iso := range want {
							if where.Named(iso) {
								named++
								if m.Style.CountryFill[iso] != (color.NRGBA{}) {
									focus++
								}
							}
						}
						switch named {
						case len(want):
							all++
						case focus:
							none++
						default:
							t.Errorf("%s %v %v %.0f km: %d of %v are named beside %s", lang, size, at, span, named, want, area.Props["id"])
						}
					}
				}
			}
		}
	}
	if pictures < 300 || all < none {
		t.Errorf("%d pictures, all parties are named beside %d areas, none beside %d", pictures, all, none)
	}
}
