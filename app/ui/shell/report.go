package shell

import (
	"strings"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/internal/built"
)

// report is what whoever mends the program needs to know of this window: no text of
// a person's, no path, and nothing of the view that a person typed.
func (s *Shell) report() string {
	h := s.host
	v := h.Store.State()
	v.Query = "" // may be anything
	d := h.Room.Data
	c := s.window.Canvas()
	data := d.Name + " " + d.Version
	if !s.ownShipped() { // their name and codes are a person's words
		data = h.T("report.ownData")
		v.Subject, v.Focus, v.Against = state.Subject{}, state.Focus{}, ""
	}
	row := func(key, text string) string { return h.T(key) + " " + text }
	return strings.Join([]string{
		row("report.program", strings.TrimSpace(s.cfg.Software+" "+built.Commit())),
		row("report.system", built.System()),
		row("report.window", h.T("report.size", i18n.Args{"Width": h.Printer().Int(int(c.Size().Width)), "Height": h.Printer().Int(int(c.Size().Height)), "Scale": h.Printer().Number(float64(c.Scale()))})),
		row("report.data", data+", "+h.Printer().N("scene.statements", len(d.Statements))),
		row("report.view", string(state.Encode(v))),
	}, "\n")
}

// ShowReport shows what a report of a problem says of the window, and copies it if a
// person wants that. It is never sent.
func (s *Shell) ShowReport() {
	h, t := s.host, s.host.T
	x := &sheet{s: s}
	x.text(0, t("report.text"), theme.Body, false, false)
	text := s.newWords(s.report())
	x.add(theme.Space3, text)
	s.dialog(t("report.title"), 680, x, s.shutter(),
		parts.NewButton(h, nil, t("report.copy"), "", func() {
			s.open() // so that the line that says so is seen
			parts.Copy(h, t("report.what"), text.Text)
		})).Show(nil)
}
