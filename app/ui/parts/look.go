// Package parts holds the small pieces that the panes of the window are made
// of: quiet buttons, a segmented control, checklists, wrapped text, tips. They
// draw with the palette of their host and are rebuilt or refreshed by their
// owner when the look changes.
package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Scaled returns a size of type times the factor that the host shows.
func Scaled(h *host.Host, size float32) float32 {
	return size * float32(h.State().TextSize)
}

// Text returns one line of text.
func Text(text string, size float32, bold bool, c color.Color) *canvas.Text {
	t := canvas.NewText(text, c)
	t.TextSize, t.TextStyle.Bold = size, bold
	return t
}

// Measure returns the size of one line of text.
func Measure(text string, size float32, bold bool) fyne.Size {
	return fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold})
}

// Shorten returns text cut to the width, with an ellipsis if anything is cut.
func Shorten(text string, size float32, bold bool, width float32) string {
	if Measure(text, size, bold).Width <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if Measure(string(runes[:mid])+"…", size, bold).Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return string(runes[:low]) + "…"
}

// Clip returns a text, which may be anyone's, cut to so many runes, with an
// ellipsis if anything is cut.
func Clip(text string, most int) string {
	n := 0
	for i := range text {
		if n == most {
			return text[:i] + "…"
		}
		n++
	}
	return text
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
