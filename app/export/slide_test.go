package export_test

import (
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// What has no place on the map is said of a scene that has a map, and of no other.
func TestSlideSaysWhatIsNotOnItsMap(t *testing.T) {
	t.Parallel()
	rm := room()
	v := scene.Opening(rm.Data)
	v.Lang, v.Theme = "en", state.Light
	for panes, want := range map[scene.Panes]bool{scene.MapAndChart: true, scene.MapPane: true, scene.ChartPane: false, scene.DocumentPane: false, scene.TwoMaps: true, scene.WordsAlone: false} {
		step := scene.Step{View: v.View, Panes: panes, Title: "x"}
		_, set, err := export.PreviewSlide(t.Context(), rm, v, export.Options{Kind: export.Slide, Size: export.Size{Width: 960, Height: 540, Density: 1}, NoData: true, Scene: &export.SceneOf{Step: step, N: 1, Total: 1}}, 960)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(set.Notes, "Not on the map"); got != want {
			t.Errorf("%v: at the foot stands %q", panes, set.Notes)
		}
	}
}
