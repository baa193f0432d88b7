package shell

import (
	"slices"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/clipboard"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// showChanges sets the numbers of a picture beside those of the data at hand,
// and lists which of its statements were added, retired or coded anew since.
func (s *Shell) showChanges(e *export.Evidence, changes []export.Changes) {
	x, h := &sheet{s: s}, s.host
	p, d := h.Printer(), h.Room.Data
	x.text(0, h.T("shell.changedData", i18n.Args{"Was": clip(e.Data.Version), "Now": d.Version}), theme.Body, false, false)
	if view, err := e.State(); err == nil {
		view.View = scene.Known(d, view.View)
		revised := scene.Revised(h.Room, e.Data.Version, view, p)
		head := "shell.revised"
		if len(revised) == 0 {
			head = "shell.revisedNone"
		}
		x.text(theme.Space3, h.T(head), theme.Body, true, false)
		for _, b := range revised {
			x.text(theme.Space1, b.Text, theme.Small, false, false)
		}
	}
	var copied strings.Builder
	for _, c := range changes {
		head := append(s.dimensionNames(c.Dims), h.T("shell.changeWas"), h.T("shell.changeNow"), h.T("shell.changeBy"))
		rows := make([][]string, len(c.Cells))
		for i, cell := range c.Cells {
			rows[i] = append(slices.Clone(cell.Labels), cell.Was, cell.Now, by(cell))
		}
		copied.WriteString(clipboard.TSV(head, rows))
		x.text(theme.Space3, s.tableName(c.Name)+" · "+p.N("shell.changedCells", c.Count(), i18n.Args{"Total": p.Int(len(c.Cells))}), theme.Body, true, false)
		table := parts.NewTable(h)
		table.Marked = func(row, col int) bool { return col >= len(c.Dims) && c.Cells[row].Changed() }
		table.Fill(head, rows)
		x.add(theme.Space1, table)
	}
	x.add(theme.Space3, parts.NewButton(h, nil, h.T("shell.copyRows"), "", func() {
		s.app.Clipboard().SetContent(copied.String())
		h.Say(h.T("panes.copied"))
	}))
	if scene.HasPage(h.Room, scene.HistoryPage) {
		x.add(theme.Space1, parts.NewButton(h, nil, h.T("scene.history"), "", func() { s.ReadPage(scene.HistoryPage) }))
	}
	x.show(h.T("shell.changedTitle"), 860)
}

// by is how much a number grew, "" if it did not change. What is no number stays
// without.
func by(c export.Change) string {
	was, err1 := strconv.Atoi(c.Was)
	now, err2 := strconv.Atoi(c.Now)
	switch {
	case err1 != nil || err2 != nil || was == now:
		return ""
	case now < was:
		return "−" + strconv.Itoa(was-now)
	}
	return "+" + strconv.Itoa(now-was)
}

// dimensionNames heads the columns of a table of a picture.
func (s *Shell) dimensionNames(dims []string) []string {
	keys := map[string]string{
		"domain": "shell.filterDomain", "state": "shell.filterState", "status": "shell.filterStatus", "level": "shell.filterLevel",
		"document": "shell.columnDocument", "meeting": "shell.columnMeeting", "date": "shell.columnDate", "place": "shell.columnPlace",
	}
	out := make([]string, len(dims))
	for i, d := range dims {
		if out[i] = clip(d); keys[d] != "" {
			out[i] = s.host.T(keys[d])
		}
	}
	return out
}

// tableName calls a table of a picture as the window does.
func (s *Shell) tableName(name string) string {
	switch name {
	case string(export.Map):
		return s.host.T("shell.kindMap")
	case "documents":
		return s.host.T("shell.documents")
	}
	for _, x := range scene.Specs() {
		if string(x.Kind) == name {
			return x.Label(s.host.Printer())
		}
	}
	return clip(name)
}
