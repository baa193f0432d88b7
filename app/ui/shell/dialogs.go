package shell

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/assets"
)

// sheet is a column of text and rows in a dialog.
type sheet struct {
	s       *Shell
	objects []fyne.CanvasObject
	high    []float32
	gaps    []float32
}

func (x *sheet) add(gap float32, o fyne.CanvasObject) {
	x.objects, x.gaps = append(x.objects, o), append(x.gaps, gap)
}

func (x *sheet) text(gap float32, text string, size float32, bold, muted bool) {
	p := x.s.host.Palette()
	ink := p.Ink
	if muted {
		ink = p.InkMuted
	}
	x.add(gap, parts.NewParagraph(text, parts.Scaled(x.s.host, size), bold, ink))
}

// MinSize is the height for the width last laid out.
func (x *sheet) MinSize([]fyne.CanvasObject) fyne.Size {
	var h float32
	for i := range x.high {
		h += x.high[i] + x.gaps[i]
	}
	return fyne.NewSize(200, h)
}

// Layout stacks the objects.
func (x *sheet) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x.measure(size.Width)
	var y float32
	for i, o := range objects {
		y += x.gaps[i]
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, x.high[i]))
		y += x.high[i]
	}
}

func (x *sheet) measure(width float32) {
	x.high = make([]float32, len(x.objects))
	for i, o := range x.objects {
		if f, ok := o.(parts.Flowing); ok {
			x.high[i] = f.HeightFor(width)
		} else {
			x.high[i] = o.MinSize().Height
		}
	}
}

// show opens the sheet as a dialog of the width, with a button that closes it.
func (x *sheet) show(title string, width float32) {
	x.s.dialog(title, width, x, x.s.shutter()).Show(nil)
}

// shutter is the button that closes the dialog.
func (s *Shell) shutter() *parts.Button {
	return parts.NewButton(s.host, nil, s.host.T("shell.close"), "", func() { s.open() })
}

// dialog makes a dialog of a sheet.
func (s *Shell) dialog(title string, width float32, x *sheet, buttons ...*parts.Button) *parts.Dialog {
	return s.dialogOf(title, width, container.New(x, x.objects...), func(w float32) float32 {
		x.measure(w)
		return x.MinSize(nil).Height
	}, buttons...)
}

// after has something done when a dialog has closed, besides what follows anyway.
func after(d *parts.Dialog, do func()) {
	closed := d.OnClosed
	d.OnClosed = func() {
		closed()
		do()
	}
}

// dialogOf makes a dialog, which is the only one; see [parts.NewDialog].
func (s *Shell) dialogOf(title string, width float32, body fyne.CanvasObject, high func(width float32) float32, buttons ...*parts.Button) *parts.Dialog {
	s.closeDialogs()
	d := parts.NewDialog(s.host, s.window.Canvas(), title, width, body, high, buttons...)
	d.OnClosed = s.closed
	s.open = d.Hide
	return d
}

// ShowAbout says what the program is, under which licences, and from which
// sources.
func (s *Shell) ShowAbout() {
	t, pr := s.host.T, s.host.Printer()
	x := &sheet{s: s}
	x.text(0, s.cfg.Software+" · "+scene.DataVersion(s.host.Room, pr), theme.Lead, true, false)
	profile := s.host.Room.Data.Profile
	x.text(theme.Space2, profile.Title.In(pr.Lang())+". "+profile.Introduction.In(pr.Lang()), theme.Body, false, false)
	x.text(theme.Space2, t("shell.aboutText"), theme.Body, false, false)
	x.text(theme.Space3, t("shell.aboutLicence"), theme.Body, false, false)
	x.text(theme.Space4, t("shell.aboutDocuments"), theme.Body, true, false)
	for i := range s.host.Room.Data.Documents {
		d := &s.host.Room.Data.Documents[i]
		x.text(theme.Space1, d.ID+" · "+d.Lead.In(pr.Lang())+" · "+d.Publisher.In(pr.Lang()), theme.Small, false, false)
	}
	x.text(theme.Space4, t("shell.aboutMap"), theme.Body, true, false)
	x.text(theme.Space1, scene.MapSource(pr), theme.Small, false, false)
	x.text(theme.Space1, scene.BoundaryNote(s.host.Room, pr), theme.Small, false, false)
	x.text(theme.Space1, t("shell.aboutBoundaries"), theme.Small, false, false)
	x.text(theme.Space4, t("shell.aboutAssets"), theme.Body, true, false)
	for _, line := range credits() {
		x.text(theme.Space1, line, theme.Small, false, true)
	}
	s.dialog(t("shell.about"), 680, x,
		parts.NewButton(s.host, nil, t("shell.licences"), "", s.ShowLicences),
		s.shutter()).Show(nil)
}

// credits lists the sources of what ships, each once, with its licence.
func credits() []string {
	entries, err := assets.Manifest()
	if err != nil {
		return nil
	}
	var out []string
	seen := map[string]bool{}
	for _, e := range entries {
		line := strings.TrimSpace(e.Source + " (" + e.Licence + ")")
		if !seen[line] {
			seen[line] = true
			out = append(out, line)
		}
	}
	return out
}

func (s *Shell) closed() { s.open = nil }

// closeDialogs takes the innermost pop-up or dialog away, and reports whether
// there was one.
func (s *Shell) closeDialogs() bool {
	over := s.window.Canvas().Overlays()
	top := over.Top()
	switch hide := s.open; {
	case s.bar.CloseLists():
	case top == nil:
		return false
	case hide != nil && len(over.List()) == 1:
		s.open = nil
		hide()
	default:
		over.Remove(top) // a question or a chooser that a dialog has opened
	}
	return true
}
