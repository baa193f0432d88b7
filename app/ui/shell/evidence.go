package shell

import (
	"strings"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/ui/clipboard"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Bounds on what is shown of the rows in a picture that may be anyone's.
const (
	evidenceTables  = 16
	evidenceColumns = 1000
	evidenceRows    = 10_000
)

// ShowEvidence shows what a picture made from other data says: if they are
// another version of the data at hand, beside what these say; else its rows,
// marked as such. What is left out is said; copying takes all.
func (s *Shell) ShowEvidence(e *export.Evidence) {
	x, h := &sheet{s: s}, s.host
	if changes, err := export.Compare(h.Room, e, h.State().Lang); err == nil {
		s.showChanges(e, changes)
		return
	} else if e.Data.Name == h.Room.Data.Name {
		h.Log.WithError(err).Info("compare a picture")
	}
	x.text(0, h.T("shell.otherData", i18n.Args{"Name": clip(e.Data.Called()), "Version": clip(e.Data.Version)}), theme.Body, false, false)
	for _, t := range e.Tables[:min(len(e.Tables), evidenceTables)] {
		head, rows := t.Columns[:min(len(t.Columns), evidenceColumns)], t.Rows[:min(len(t.Rows), evidenceRows)]
		name := h.T("shell.rowsInPicture", i18n.Args{"Table": clip(t.Name)})
		if all := max(len(t.Rows), t.RowsInAll); len(rows) < all {
			name += " · " + h.T("shell.countOf", i18n.Args{"N": len(rows), "Total": all})
		}
		x.text(theme.Space3, name, theme.Body, true, false)
		table := parts.NewTable(h)
		table.Fill(head, rows)
		x.add(theme.Space1, table)
	}
	if more := len(e.Tables) - evidenceTables; more > 0 {
		x.text(theme.Space3, h.Printer().N("shell.moreTables", more), theme.Body, false, true)
	}
	x.add(theme.Space3, parts.NewButton(h, nil, h.T("shell.copyRows"), "", func() {
		var b strings.Builder
		for _, t := range e.Tables {
			b.WriteString(clipboard.TSV(t.Columns, t.Rows))
		}
		s.app.Clipboard().SetContent(b.String())
		h.Say(h.T("panes.copied"))
	}))
	x.show(h.T("shell.otherDataTitle"), 860)
}

// clip shortens a text from a file that may be anyone's.
func clip(text string) string { return parts.Clip(text, 120) }
