package lesson

import (
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// A stroke lies on the land: where the map is twice as large it lies twice as far from
// the middle, and one that is drawn there half as far when the scene is put back.
func TestStrokesGoWithTheMap(t *testing.T) {
	d := deck(3)
	at := state.Camera{Lon: 80, Lat: 40, Span: 4000}
	d[0].View.Camera = at
	g := newRig(t, uitest.Opening(), d, false)
	g.coarse(0.5)
	b, _ := g.view.plan().Box(1)
	x, y := float32(b.X0+b.X1)/2, float32(b.Y0+b.Y1)/2
	g.press(penKey)
	draws(g.view.glass, pos(x+40, y+60), pos(x+50, y+60), pos(x+60, y+60))
	pic := g.win.Canvas().Capture
	near := at
	near.Span /= 2
	g.h.Dispatch(state.SetCamera(near))
	if now := pic(); !g.has(now, pos(x+100, y+120), 0) || g.has(now, pos(x+50, y+60), 0) {
		t.Error("the stroke does not go with the map")
	}
	draws(g.view.glass, pos(x-80, y-60), pos(x-100, y-60), pos(x-120, y-60))
	if !g.has(pic(), pos(x-100, y-60), 0) {
		t.Error("on a map that was moved the line is not where it was drawn")
	}
	g.press(stroke{"", 'd'})
	g.press(stroke{fyne.KeyBackspace, 0})
	if now := pic(); !g.has(now, pos(x+50, y+60), 0) || !g.has(now, pos(x-50, y-30), 0) || g.has(now, pos(x-100, y-60), 0) {
		t.Error("with the scene its strokes do not come back")
	}
	g.h.Dispatch(state.SetCamera(state.Camera{Lon: 80, Lat: -30, Span: 4000}))
	if g.has(pic(), pos(x+50, y+60), 0) {
		t.Error("far off the stroke is still there")
	}
}
