package parts

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// tipDelay is how long the pointer rests before a tip shows.
const tipDelay = 400 * time.Millisecond

// Tips is the layer above a window's content on which tips show. It takes no
// event from what is below.
type Tips struct {
	Layer *fyne.Container

	scope *host.Scope
	over  fyne.CanvasObject
	stop  func() // ends the wait for a tip
}

// NewTips returns an empty layer.
func NewTips(scope *host.Scope) *Tips {
	return &Tips{scope: scope, Layer: container.NewWithoutLayout(), stop: func() {}}
}

// Show puts words below the object after a short rest, or takes them away if
// they are "". Words of another object give way to it.
func (t *Tips) Show(text string, over fyne.CanvasObject) {
	if text == "" && over != t.over {
		return
	}
	t.stop()
	t.clear()
	t.over = over
	if text == "" {
		t.over = nil
		return
	}
	t.stop = t.scope.After(tipDelay, func() { t.place(text, over) })
}

func (t *Tips) clear() {
	if len(t.Layer.Objects) > 0 {
		t.Layer.RemoveAll()
	}
}

func (t *Tips) place(text string, over fyne.CanvasObject) {
	t.clear()
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(over).Subtract(driver.AbsolutePositionForObject(t.Layer))
	h := t.scope.Host
	p, size := h.Palette(), Scaled(h, theme.Small)
	words := NewParagraph(text, size, false, p.Ink)
	width := min(Scaled(h, 320), Measure(text, size, false).Width+1)
	height := words.HeightFor(width)
	back := canvas.NewRectangle(p.Raised)
	back.CornerRadius, back.StrokeColor, back.StrokeWidth = theme.Radius, p.Hairline, 1
	back.Shadow = canvas.Shadow{Color: color.NRGBA{A: 0x38}, BlurRadius: 8, Offset: fyne.NewPos(0, 2)}
	room := fyne.NewSize(width+2*theme.Space2, height+theme.Space2)
	x := min(at.X, t.Layer.Size().Width-room.Width-theme.Space1)
	y := at.Y + over.Size().Height + theme.Space1
	if y+room.Height > t.Layer.Size().Height {
		y = at.Y - room.Height - theme.Space1
	}
	pos := fyne.NewPos(max(x, theme.Space1), max(y, theme.Space1))
	back.Resize(room)
	back.Move(pos)
	words.Resize(fyne.NewSize(width, height))
	words.Move(pos.AddXY(theme.Space2, theme.Space1))
	t.Layer.Objects = []fyne.CanvasObject{back, words}
	t.Layer.Refresh()
}
