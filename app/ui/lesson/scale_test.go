package lesson

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/ui/uitest"
)

// Body type is a thirtieth of the window's height, whatever the window: measured on its
// pixels, by the height of capitals, which is 0.714 of Noto Sans's em.
func TestBodyIsAThirtieth(t *testing.T) {
	const capital = 0.714
	for _, size := range []fyne.Size{{Width: 1366, Height: 768}, {Width: 1920, Height: 1080}} {
		steps := deck(1)
		steps[0].Caption = "HEHEH"
		g := newRig(t, uitest.Opening(), steps, false)
		g.said = ""
		g.win.Resize(size)
		words, ok := uitest.Find(g.view, func(x *canvas.Text) bool { return x.Text == steps[0].Caption })
		if !ok {
			t.Fatalf("%v: no caption", size)
		}
		pic, at, box := g.win.Canvas().Capture(), uitest.At(words), words.MinSize()
		ground := pic.At(int(at.X)-4, int(at.Y)+2)
		top, end := math.MaxInt, -1
		for y := int(at.Y); y < int(at.Y+box.Height); y++ {
			for x := int(at.X); x < int(at.X+box.Width); x++ {
				r, _, _, _ := pic.At(x, y).RGBA()
				if of, _, _, _ := ground.RGBA(); math.Abs(float64(r)-float64(of)) > 0x6000 {
					top, end = min(top, y), max(end, y)
				}
			}
		}
		em := float64(end-top+1) / capital
		if want := float64(size.Height) / 30; math.Abs(em-want) > 2 { // a row of pixels and a half
			t.Errorf("%v: type of %.1f pixels, want %.1f", size, em, want)
		}
	}
}
