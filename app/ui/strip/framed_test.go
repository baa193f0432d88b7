package strip

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A frame stands around its text on a slide that has room at its sides.
func TestFrames(t *testing.T) {
	t.Parallel()
	r := canvas.NewRectangle(color.Black)
	framed{image.Rect(966, 546, 1920-6, 1080-6)}.Layout([]fyne.CanvasObject{r}, fyne.NewSize(600, 270)) // a quarter, 60 at each side
	if at, size := r.Position(), r.Size(); at != fyne.NewPos(300, 135) || size != fyne.NewSize(240, 135) {
		t.Errorf("at %v, %v", at, size)
	}
}
