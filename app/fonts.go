package app

import (
	"sync"
	_ "unsafe" // for go:linkname

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Fyne looks for the fonts of the desktop as soon as it reads one of its own, whose letters
// are nearly all that a window has: the index of what may be thousands of files, and two of
// them read whole, were a tenth of the start. So it is told that it has looked, and looks a
// little later. Where Fyne calls these otherwise one day, the program does not link.

//go:linkname looked fyne.io/fyne/v2/internal/painter.loaded
var looked bool

//go:linkname looking fyne.io/fyne/v2/internal/painter.fontScanLock
var looking sync.Mutex

//go:linkname look fyne.io/fyne/v2/internal/painter.loadMap
func look()

// readFonts has Fyne read the fonts of the window on another goroutine, beside the start of
// the window system. Those of the desktop wait for the first letter that these lack, or for
// [lookForFonts]. It is done with that when read returns; until then nothing else may
// measure text, for Fyne shapes it in one place: what is in the window is built after that.
func readFonts(a fyne.App) (read func()) {
	theme.Set(a, scene.PaletteFor(state.Light), 1) // all looks have the same fonts
	done := make(chan struct{})
	go func() {
		defer close(done)
		looked = true
		for _, bold := range []bool{false, true} {
			fyne.MeasureText("M", theme.Body, fyne.TextStyle{Bold: bold})
		}
		looked = false
	}()
	return func() { <-done }
}

// lookForFonts makes the index of the fonts of the desktop, on any goroutine: a change of
// theme, after which Fyne reads all fonts anew, need not wait for that.
func lookForFonts() {
	looking.Lock()
	defer looking.Unlock()
	if !looked {
		look()
	}
}
