package lesson

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// situation is all of a show that a key can change.
type situation struct {
	scene                   int
	view                    state.View
	asks                    state.Asking
	cover                   cover
	frozen, grid, card      bool
	whole, larger, hands, k int
	typed                   string
	on                      bool // the watch goes
	twice                   bool
	screen, noted           int
	tool                    tool
	reach, pen, strokes     int
}

func (g *rig) situation() situation {
	s := g.h.Store.State()
	return situation{s.Scene, s.View, s.Asking, g.cover, g.frozen, g.grid, g.card, g.whole, g.larger, g.hands, g.pick, g.typed, g.elapsed.on, g.twice, g.on, g.noted(), g.tool, g.reach, g.pen, len(g.seen())}
}

// Every row of the table of keys, on each layout, does the same from each state of a
// lesson: what it does on one layout it does on the others, and from nowhere a key
// leaves the lesson's scenes or hides what was revealed of another.
func TestEveryKeyFromEveryState(t *testing.T) {
	states := map[string][]stroke{
		"a scene": nil, "the first": {ends[0]}, "the last": {ends[1]}, "a question": {reveal}, "hands": {reveal, {fyne.KeyH, 'h'}}, "the answer": {reveal, reveal, reveal, reveal},
		"black": {blacks[0]}, "white": {whites[0]}, "frozen": {{fyne.KeyF, 'f'}}, "overview": {tab}, "keys": {{fyne.KeyF1, 0}},
		"one pane": {{fyne.KeyZ, 'z'}}, "a number": digits("3"), "black over the overview": {tab, blacks[0]}, "frozen under the keys": {{fyne.KeyF, 'f'}, {fyne.KeyF1, 0}},
		"the spotlight": {light}, "the spotlight under black": {light, blacks[0]}, "two windows": {{fyne.KeyV, 'v'}}, "the pen": {penKey}, "the lens": {lensKey}, "the pen in a frozen room": {{fyne.KeyF, 'f'}, penKey},
	}
	rows := map[string][]stroke{
		"next": {{fyne.KeyPageDown, 0}, {fyne.KeyRight, 0}, {fyne.KeySpace, ' '}, {fyne.KeyN, 'n'}, {"", 'т'}}, "back": {{fyne.KeyPageUp, 0}, {fyne.KeyLeft, 0}, {fyne.KeyP, 'p'}, {"", 'з'}},
		"enter": {enter, keypad}, "black": blacks, "white": whites, "freeze": {{fyne.KeyF, 'f'}, {"", 'а'}}, "reveal": {{fyne.KeyR, 'r'}, {"", 'к'}}, "hands": {{fyne.KeyH, 'h'}, {"", 'р'}},
		"overview": {tab, {fyne.KeyG, 'g'}, {"", 'п'}}, "keys": {{fyne.KeyF1, 0}, {fyne.KeySlash, '?'}}, "pane": {{fyne.KeyZ, 'z'}, {"", 'я'}}, "watch": {{fyne.KeyT, 't'}, {"", 'е'}},
		"larger": {{fyne.KeyPlus, '+'}, {fyne.KeyEqual, '='}}, "smaller": {{fyne.KeyMinus, '-'}}, "first": ends[:1], "last": ends[1:], "again": {{fyne.KeyBackspace, 0}}, "start": {{fyne.KeyF5, 0}},
		"escape": {escape}, "presenter": {{fyne.KeyV, 'v'}, {"", 'м'}, {"", 'М'}}, "swap": {{fyne.KeyS, 's'}, {"", 'і'}, {"", 'ы'}},
		"smaller notes": {{fyne.KeyLeftBracket, '['}, {"", 'х'}, {"", 'Х'}}, "larger notes": {{fyne.KeyRightBracket, ']'}, {"", 'ї'}, {"", 'ъ'}}, "spotlight": {light, {fyne.KeyL, 'L'}, {"", 'д'}, {"", 'Д'}},
		"lens": {lensKey, {fyne.KeyM, 'M'}, {"", 'ь'}}, "pen": {penKey, {fyne.KeyD, 'D'}, {"", 'в'}}, "colour": {{fyne.KeyC, 'c'}, {"", 'с'}}, "take back": {undo, {"", 'г'}}, "clear": {wipe, {"", 'у'}}, "keep": {{fyne.KeyK, 'k'}, {"", 'Л'}},
	}
	steps := asking(scene.ByHands)
	for at, before := range states {
		g := newRig(t, uitest.Opening(), steps, false)
		g.coarse(0.25)
		g.win.Resize(fyne.NewSize(320, 240)) // so that what freezes is soon drawn
		for row, keys := range rows {
			var want *situation
			for _, k := range keys {
				g.reset()
				g.press(before...)
				g.press(k)
				got := g.situation()
				if want == nil {
					want = &got
				}
				if got != *want {
					t.Errorf("from %s, %s: %+v leads to %+v, %+v to %+v", at, row, k, got, keys[0], *want)
				}
				if leaves := row == "escape" && !slices.Contains([]string{"black", "white", "frozen", "overview", "keys", "one pane", "a number", "black over the overview", "frozen under the keys", "the spotlight", "the spotlight under black", "the lens", "the pen", "the pen in a frozen room"}, at); got.scene < 1 != leaves || got.scene > len(steps) {
					t.Errorf("from %s, %s: %+v leads to scene %d", at, row, k, got.scene)
				}
				if got.scene == 0 {
					g = newRig(t, uitest.Opening(), steps, false)
					g.coarse(0.25)
					g.win.Resize(fyne.NewSize(320, 240))
				}
			}
		}
	}
}

// reset puts the show as it is at the second of its scenes.
func (g *rig) reset() {
	g.cover, g.frozen, g.still, g.grid, g.card, g.whole, g.hands, g.typed, g.larger = nothing, false, nil, false, false, 0, 0, "", slices.Index(sizes, 1)
	g.elapsed, g.windows, g.kit = stopwatch{}, newWindows(), newKit()
	g.leaves, g.pen = map[int]*leaf{1: {strokes: []scene.Stroke{{Points: []orb.Point{{0.1, 0.1}}}, {Points: []orb.Point{{0.2, 0.1}}}}}}, 0
	g.screens, g.pick = []string{"A", "B"}, 0
	g.remember(func(l *state.Layout) { l.NoteSize = 0 })
	g.h.Dispatch(begin(g.deck, 1))
	g.change()
}
