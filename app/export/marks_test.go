package export

import (
	"context"
	"image/color"
	"testing"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// Where the back row's check says that categories and markers are, the page has their
// colour, and within the pane that shows them.
func TestMarksAreWhereTheyAreFramed(t *testing.T) {
	r := shippedRoom(t)
	by := r.Opening()
	by.Status, by.Theme = state.AllStatuses, state.Light
	o := Options{Kind: Slide, Size: Size{Width: 1920, Height: 1080, Density: 1}}
	o.Scene = sceneIn([]scene.Step{{View: by.View, Panes: scene.MapAndChart, Title: "a", Caption: "b"}}, 0)
	j, err := newJob(r, by, o)
	if err != nil {
		t.Fatal(err)
	}
	w := &witness{pixels: newPixels(j.options.Size)}
	if err := j.compose(context.Background(), w); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, fills := range w.fills {
		for _, f := range fills {
			inside := false
			for _, pane := range j.setting.Panes {
				inside = inside || f.Box.In(pane.Box)
			}
			if f.Box.Empty() || !inside {
				t.Errorf("%s is at %v, in no pane", f.Name, f.Box)
				continue
			}
			of := 0
			for y := f.Box.Min.Y; y < f.Box.Max.Y; y++ {
				for x := f.Box.Min.X; x < f.Box.Max.X; x++ {
					if c := w.page.RGBAAt(x, y); (color.NRGBA{c.R, c.G, c.B, 255}) == f.Color {
						of++
					}
				}
			}
			if all := f.Box.Dx() * f.Box.Dy(); of*10 < all { // patterns, and the white within a marker
				t.Errorf("%s: %d of %d pixels at %v have its colour", f.Name, of, all, f.Box)
			}
			n++
		}
	}
	if n < 6 { // five statuses and the markers
		t.Errorf("%d marks were looked at", n)
	}
}
