package app

import (
	"io"
	"log"

	"github.com/go-text/typesetting/fontscan"
	"github.com/sirupsen/logrus"
)

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
