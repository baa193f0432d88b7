package parts

import (
	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/internal/draw/text"
)

// Wrap breaks words into lines no wider than width, where Unicode lets a line
// end and where the words say so, and inside a word only if nothing else will do.
// measure gives the width of a piece of text.
func Wrap(words string, width float32, measure func(string) float32) []string {
	return text.Lines(words, float64(width), func(s string) float64 { return float64(measure(s)) })
}

// measureWith returns the measure of a face of the theme.
func measureWith(size float32, bold bool) func(string) float32 {
	style := fyne.TextStyle{Bold: bold}
	return func(t string) float32 { return fyne.MeasureText(t, size, style).Width }
}
