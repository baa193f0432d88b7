package app

import (
	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// readFonts has Fyne read the fonts of the window on another goroutine, beside the start of
// the window system, and the index of the desktop's, which is made once and takes long
// where there are thousands. It is done with that when read returns; until then nothing
// else may measure text, for Fyne shapes it in one place: what is in the window is built
// after that.
func readFonts(a fyne.App) (read func()) {
	theme.Set(a, scene.PaletteFor(state.Light), 1) // all looks have the same fonts
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, bold := range []bool{false, true} {
			fyne.MeasureText("M", theme.Body, fyne.TextStyle{Bold: bold})
		}
	}()
	return func() { <-done }
}
