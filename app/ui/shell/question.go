package shell

import (
	"net/url"

	"fyne.io/fyne/v2/container"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// choice is a button of a question.
type choice struct {
	text string
	do   func()
}

// pick asks with a button for each choice, the last of which Enter presses; subject
// may be "". The dialog closes before a choice is done; left is done if it closes
// without one, and may be nil.
func (s *Shell) pick(title, question, subject string, left func(), choices ...choice) {
	s.ask(title, 520, s.asking(question, subject), left, choices...)
}

// consent asks about one thing that a sentence says.
func (s *Shell) consent(title, why, yes string, do func()) {
	s.ask(title, 460, s.asking(why, ""), nil, s.cancel(), choice{yes, do})
}

func (s *Shell) cancel() choice { return choice{s.host.T("shell.cancel"), func() {}} }

// asking is a question, and what it is about in full, if that is not "".
func (s *Shell) asking(question, subject string) *sheet {
	x := &sheet{s: s}
	x.text(0, question, theme.Body, false, false)
	if subject != "" {
		x.text(theme.Space2, subject, theme.Body, true, false)
	}
	return x
}

// ask is pick with what a sheet of that width says.
func (s *Shell) ask(title string, width float32, x *sheet, left func(), choices ...choice) {
	var d *parts.Dialog
	var buttons []*parts.Button
	done := left
	for _, c := range choices {
		buttons = append(buttons, parts.NewButton(s.host, nil, c.text, "", func() {
			done = nil
			d.Hide()
			c.do()
		}))
	}
	d = s.dialog(title, width, x, buttons...)
	after(d, func() {
		if done != nil {
			done()
		}
	})
	d.Show(nil)
}

// askLink opens an address after the person has seen it whole.
func (s *Shell) askLink(u *url.URL) {
	x, t := s.asking(s.host.T("shell.linkText"), u.String()), s.host.T
	x.add(theme.Space3, container.NewHBox(parts.NewButton(s.host, ftheme.ContentCopyIcon(), t("shell.copyAddress"), "", func() {
		parts.Copy(s.host, t("shell.anAddress"), u.String())
	})))
	s.ask(t("shell.linkTitle"), 520, x, nil, s.cancel(), choice{t("shell.linkOpen"), func() {
		if err := s.app.OpenURL(u); err != nil {
			s.host.Log.WithError(err).Warn("open link")
			s.host.Say(t("shell.linkFailed"))
		}
	}})
}
