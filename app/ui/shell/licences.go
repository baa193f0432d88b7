package shell

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/assets"
)

// ShowLicences opens the licence texts of what is compiled in, as they stand:
// they are law, and so in no other language.
func (s *Shell) ShowLicences() {
	size, ink := parts.Scaled(s.host, theme.Small), s.host.Palette().Ink
	lines := textLines(assets.Licences(), 96)
	list := widget.NewList(func() int { return len(lines) },
		func() fyne.CanvasObject { return parts.Text("", size, false, ink) },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			line := o.(*canvas.Text) //nolint:forcetypeassert // made above
			line.Text = lines[i]
			line.Refresh()
		})
	list.HideSeparators = true
	s.dialogOf(s.host.T("shell.licences"), 720, list, func(float32) float32 { return 0.6 * s.window.Canvas().Size().Height }, s.shutter()).Show(list)
}

// textLines cuts a text into lines of at most width letters.
func textLines(text string, width int) []string {
	return parts.Wrap(strings.TrimRight(text, "\n"), float32(width), func(s string) float32 { return float32(utf8.RuneCountInString(s)) })
}
