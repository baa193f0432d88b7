package charts

import (
	"testing"

	"c5atlas.org/c5atlas/internal/draw"
)

// A frame holds the same texts as the chart, but for the plot's, and leaves the
// area inside the margins to others.
func TestDrawFrame(t *testing.T) {
	t.Parallel()
	for _, s := range sizes {
		c := domainsChart()
		pic := &draw.Picture{Width: int(s.Width * s.Density), Height: int(s.Height * s.Density), Density: s.Density}
		area := DrawFrame(pic, c, s.Width, s.Height)
		if !area.Within(draw.Box{X0: 4, Y0: 4, X1: s.Width - 4, Y1: s.Height - 4}) || area.Empty() {
			t.Errorf("%v: area %v", s, area)
		}
		whole, _ := record(c, s)
		for _, text := range read(pic).texts {
			if text.y < area.Y1 && text.bottom() > area.Y0 {
				t.Errorf("%v: %q lies in the area", s, text.text)
			}
			if !whole.has(text.text) {
				t.Errorf("%v: the chart has no %q", s, text.text)
			}
		}
	}
}
