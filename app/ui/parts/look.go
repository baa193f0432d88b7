// Package parts holds the small pieces that the panes of the window are made
// of: quiet buttons, a segmented control, checklists, wrapped text, tips. They
// draw with the palette of their host and are rebuilt or refreshed by their
// owner when the look changes.
package parts

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/internal/draw/text"
)

// Scaled returns a size of type times the factor that the host shows.
func Scaled(h *host.Host, size float32) float32 {
	return size * float32(h.State().TextSize)
}

// Text returns one line of text.
func Text(words string, size float32, bold bool, c color.Color) *canvas.Text {
	t := canvas.NewText(words, c)
	t.TextSize, t.TextStyle.Bold = size, bold
	return t
}

// Measure returns the size of one line of text.
func Measure(words string, size float32, bold bool) fyne.Size {
	return fyne.MeasureText(words, size, fyne.TextStyle{Bold: bold})
}

// Shorten returns words cut between letters to the width, with an ellipsis if anything is cut.
func Shorten(words string, size float32, bold bool, width float32) string {
	if Measure(words, size, bold).Width <= width {
		return words
	}
	letters := slices.Collect(text.Graphemes(words))
	low, high := 0, len(letters)
	for low < high {
		mid := (low + high + 1) / 2
		if Measure(strings.Join(letters[:mid], "")+text.Ellipsis, size, bold).Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return strings.Join(letters[:low], "") + text.Ellipsis
}

// Clip returns words, which may be anyone's, cut to so many letters, with an
// ellipsis if anything is cut.
func Clip(words string, most int) string {
	n, end := 0, 0
	for letter := range text.Graphemes(words) {
		if n == most {
			return words[:end] + text.Ellipsis
		}
		n, end = n+1, end+len(letter)
	}
	return words
}

// SetShown shows an object or hides it.
func SetShown(o fyne.CanvasObject, on bool) {
	if on && !o.Visible() {
		o.Show()
	} else if !on && o.Visible() {
		o.Hide()
	}
}

// Density is the device pixels of a layout pixel where an object is shown.
func Density(o fyne.CanvasObject) float64 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		if x, _ := c.PixelCoordinateForPosition(fyne.NewPos(1000, 0)); x > 0 {
			return float64(x) / 1000
		}
	}
	return 1
}

// Box returns a rectangle with the one corner radius.
func Box(fill color.Color) *canvas.Rectangle {
	r := canvas.NewRectangle(fill)
	r.CornerRadius = theme.Radius
	return r
}

// Hairline returns a line of one pixel to lay out as a rectangle.
func Hairline(h *host.Host) *canvas.Rectangle {
	r := canvas.NewRectangle(h.Palette().Hairline)
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}
