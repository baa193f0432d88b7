package shell

import (
	"strings"

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
	s.closeDialogs()
	shut := parts.NewButton(s.host, nil, s.host.T("shell.close"), "", func() { s.open() })
	d := parts.NewDialog(s.host, s.window.Canvas(), s.host.T("shell.licences"), 720, list, func(float32) float32 { return 0.6 * s.window.Canvas().Size().Height }, shut)
	d.OnClosed = s.closed
	s.open = d.Hide
	d.Show(list)
}

// textLines cuts a text into lines of at most width letters, at spaces where
// there are any.
func textLines(text string, width int) []string {
	var out []string
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		for {
			r := []rune(line)
			if len(r) <= width {
				break
			}
			cut := strings.LastIndex(string(r[:width]), " ")
			if cut <= 0 {
				cut = len(string(r[:width]))
			}
			out = append(out, line[:cut])
			line = strings.TrimPrefix(line[cut:], " ")
		}
		out = append(out, line)
	}
	return out
}
