package app

import (
	"io"
	"log"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/fontscan"
	"github.com/sirupsen/logrus"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// readFonts reads the fonts of the window on another goroutine, beside the start of the
// window system, and is done with that when read returns. Until then nothing else may
// measure text: Fyne shapes it in one place.
func readFonts(a fyne.App, l *logrus.Logger) (read func()) {
	a.Settings().SetTheme(theme.New(scene.PaletteFor(state.Light), 1)) // all looks have the same fonts
	done := make(chan struct{})
	go func() {
		defer close(done)
		scanFonts(l)
		for _, bold := range []bool{false, true} {
			fyne.MeasureText("M", theme.Body, fyne.TextStyle{Bold: bold})
		}
	}()
	return func() { <-done }
}

// scanFonts has the index of the desktop's fonts made that Fyne asks for before
// it measures its first text. Done beside the start of the window system, it
// does not hold up the first picture: a twelfth of the time to it with some
// hundred fonts and no index yet, far more with thousands.
func scanFonts(l *logrus.Logger) {
	// The index is the library's own, made once; this map is only how to ask.
	if err := fontscan.NewFontMap(log.New(io.Discard, "", 0)).UseSystemFonts(""); err != nil {
		l.WithError(err).Debug("index of fonts")
	}
}
