package shell

import (
	"context"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/ui/exportdialog"
)

// Export opens the dialog that saves a picture of the pane that has the focus.
func (s *Shell) Export() { s.export(s.pane(), "") }

// ExportData opens the dialog that saves the numbers.
func (s *Shell) ExportData() { s.export(s.pane(), "csv") }

// export opens the dialog for a part of the view; format "" is the last one.
func (s *Shell) export(kind export.Kind, format string) {
	s.closeDialogs()
	choices := s.choices
	if format == "" && choices.Format == "csv" {
		format = "png" // a picture was asked for
	}
	s.open = exportdialog.Show(s.scope, exportdialog.Config{
		Window: s.window, Software: s.cfg.Software, Choices: choices, Memory: s.cfg.Memory, Format: format, Kind: kind, Closed: s.closed,
		Own: s.wording.of(s.host.State().View), Copy: func(ctx context.Context, png []byte) error { return s.copy(ctx, png) },
		Remember: func(c exportdialog.Choices, own export.Own) {
			s.choices, s.wording = c, wording{own, s.host.State().View}
			if s.cfg.Remember != nil {
				s.cfg.Remember(c)
			}
		},
	})
}
