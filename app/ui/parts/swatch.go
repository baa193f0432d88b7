package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/charts"
)

// Swatch returns a small square filled as the charts fill a status.
func Swatch(f charts.Fill, side float32) *fyne.Container {
	back := canvas.NewRectangle(f.Color)
	back.StrokeColor, back.StrokeWidth = f.Outline, 1
	back.CornerRadius = 2
	back.Resize(fyne.NewSquareSize(side))
	objects := []fyne.CanvasObject{back}
	line := func(c color.Color, x1, y1, x2, y2 float32) {
		l := canvas.NewLine(c)
		l.StrokeWidth = max(1, side/10)
		l.Position1, l.Position2 = fyne.NewPos(x1*side, y1*side), fyne.NewPos(x2*side, y2*side)
		objects = append(objects, l)
	}
	switch f.Pattern {
	case charts.WhiteRule:
		line(color.White, 0.1, 0.68, 0.9, 0.68)
	case charts.Diagonals:
		line(f.Outline, 0.1, 0.6, 0.6, 0.1)
		line(f.Outline, 0.4, 0.9, 0.9, 0.4)
	case charts.Dots:
		for _, at := range [...][2]float32{{0.3, 0.3}, {0.7, 0.3}, {0.5, 0.55}, {0.3, 0.8}, {0.7, 0.8}} {
			d := canvas.NewRectangle(f.Outline)
			d.Resize(fyne.NewSquareSize(max(1, side/9)))
			d.Move(fyne.NewPos((at[0]-0.06)*side, (at[1]-0.06)*side))
			objects = append(objects, d)
		}
	}
	return &fyne.Container{Layout: fixed{fyne.NewSquareSize(side)}, Objects: objects}
}

// fixed is a layout that leaves its objects where they are.
type fixed struct{ size fyne.Size }

func (f fixed) Layout([]fyne.CanvasObject, fyne.Size) {}

func (f fixed) MinSize([]fyne.CanvasObject) fyne.Size { return f.size }
