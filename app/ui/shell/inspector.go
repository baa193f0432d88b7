package shell

import (
	"context"
	"io/fs"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/clipboard"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/work"
	"c5atlas.org/c5atlas/internal/disk"
)

// findingMost is the most runes that are shown of one thing that a finding says,
// around the rows about its own, and listedRows the rows that are named.
const (
	findingMost = 400
	around      = 3
	listedRows  = 20
)

// inspector is the dialog that lists what was found in the data, shows of one
// finding the row with its neighbours, and leads there.
type inspector struct {
	s      *Shell
	title  string
	scope  *host.Scope
	list   []dataset.Finding // by file, faults before notes
	of     *unread           // that they were found in; nil: the data at hand
	table  *parts.Table
	detail *words
	near   *parts.Table
	sheet  *sheet
	dialog *parts.Dialog
	read   *work.Latest[spot, dataset.Excerpt]
	at     int // of the finding that is chosen, -1 for none
	jump   state.Action

	copy, folder, here *parts.Button
}

// spot is where a finding lies.
type spot struct {
	file string
	row  int
}

// ShowFindings opens the list of what was found in the data.
func (s *Shell) ShowFindings() {
	if len(s.findings) == 0 {
		return
	}
	h, t, files, title := s.host, s.host.T, s.source(), s.host.T("shell.findingsTitle")
	switch {
	case s.unread == nil && dataset.Faults(s.findings) == 0:
		title = t("shell.findingsOnlyNotes")
	case s.unread != nil:
		files, title = s.unread.files, t("shell.findingsUnread", i18n.Args{"Name": dataset.FileName(s.unread.path)})
	}
	x := &inspector{s: s, title: title, of: s.unread, scope: h.Open(), list: ordered(s.findings), at: -1}
	x.read = host.Latest(x.scope, func(_ context.Context, at spot) (dataset.Excerpt, error) { return at.excerpt(files) }, x.show)
	x.table, x.near = parts.NewTable(h), parts.NewTable(h)
	x.table.Most, x.near.Most = 8, 2*around+1
	x.table.Marked = func(row, col int) bool { return col == 1 && !x.list[row].Note }
	x.table.OnSelect = x.choose
	x.table.FillLines([]string{t("shell.findingFile"), t("shell.findingKind"), t("shell.findingRow"), t("shell.findingColumn"), t("shell.findingWhat"), t("shell.findingMend")},
		len(x.list), x.row)
	x.detail = s.newWords("")
	x.sheet = &sheet{s: s}
	x.sheet.add(0, x.table)
	x.sheet.add(theme.Space3, x.detail)
	x.sheet.add(theme.Space3, x.near)
	x.copy = parts.NewButton(h, nil, t("shell.findingCopy"), "", func() { parts.Copy(h, t("panes.aRow"), x.list[x.at].Line(h.Printer())) })
	x.folder = parts.NewButton(h, nil, t("shell.exportShow"), "", x.openFolder)
	x.here = parts.NewButton(h, nil, t("shell.findingShow"), "", x.lead)
	x.dialog = s.dialog(title, 1100, x.sheet,
		s.shutter(), parts.NewButton(h, nil, t("shell.findingCopyAll"), "", x.copyAll), x.copy, x.folder, x.here)
	x.dialog.OnClosed = func() { x.scope.Close(); s.closed() }
	x.dialog.Show(x.table)
	x.table.Select(0)
}

// ordered is findings by file, in the order in which the files come first, with
// the faults of each before its notes; last what says how many are not listed.
func ordered(list []dataset.Finding) []dataset.Finding {
	at := map[string]int{}
	for i := range list {
		if _, seen := at[list[i].File]; !seen {
			at[list[i].File] = i
		}
	}
	rank := func(f dataset.Finding) int {
		n := 2 * at[f.File]
		if f.Note {
			n++
		}
		if f.More > 0 {
			n = 2 * len(list)
		}
		return n
	}
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b dataset.Finding) int { return rank(a) - rank(b) })
	return out
}

// row is a finding as a line of the list.
func (x *inspector) row(i int) []string {
	f, p := &x.list[i], x.s.host.Printer()
	if f.More > 0 {
		return []string{"", "", "", "", f.Fault.In(p)}
	}
	kind, row := p.T("shell.findingFault"), ""
	if f.Note {
		kind = p.T("shell.findingNote")
	}
	if f.Row > 0 {
		row = strconv.Itoa(f.Row)
	}
	if f.Rows > 0 {
		row += " +" + p.Int(f.Rows)
	}
	return []string{f.File, kind, row, f.Column, x.fault(f), f.Mend.In(p)}
}

func (x *inspector) fault(f *dataset.Finding) string {
	p := x.s.host.Printer()
	if f.Value == "" {
		return f.Fault.In(p)
	}
	return f.Fault.In(p) + " " + p.T("finding.value", i18n.Args{"Name": f.Value})
}

// choose says a finding whole, and asks for its row.
func (x *inspector) choose(i int) {
	x.at, x.jump = i, nil
	ok := i >= 0 && i < len(x.list) && x.list[i].More == 0
	x.copy.SetEnabled(ok)
	x.folder.SetEnabled(ok && x.path() != "")
	x.here.SetEnabled(false)
	x.near.Fill(nil, nil)
	x.detail.SetText("")
	if ok {
		f := &x.list[i]
		x.detail.SetText(x.whole(f))
		x.read.Request(spot{f.File, f.Row})
	}
	x.settle()
}

// settle gives all its place again after something of it has changed.
func (x *inspector) settle() {
	if x.dialog != nil {
		x.dialog.SetTitle(x.title)
	}
}

// whole is all that a finding says, a line for each thing.
func (x *inspector) whole(f *dataset.Finding) string {
	p := x.s.host.Printer()
	rows := func(list []int, all int) string {
		var out []string
		for _, n := range list[:min(len(list), listedRows)] {
			out = append(out, strconv.Itoa(n))
		}
		if all > len(out) {
			out = append(out, "…")
		}
		return strings.Join(out, ", ")
	}
	lines := []string{f.Where(p) + ": " + x.fault(f)}
	if mend := f.Mend.In(p); mend != "" {
		lines = append(lines, "→ "+mend)
	}
	if f.Rows > 0 {
		lines = append(lines, p.T("shell.findingAlso", i18n.Args{"List": rows(f.Also, f.Rows)}))
	}
	for i, words := range f.Follows(p) {
		lines = append(lines, words+" ("+rows(f.Then[i].Also, f.Then[i].Rows)+")")
	}
	for i := range lines {
		lines[i] = parts.Clip(lines[i], findingMost)
	}
	return strings.Join(lines, "\n")
}

// path is that of the package, "" if it ships.
func (x *inspector) path() string {
	if x.of != nil {
		return x.of.path
	}
	return x.s.path()
}

// excerpt reads the row again in the files, with its neighbours.
func (at spot) excerpt(files func() (fs.FS, func(), error)) (dataset.Excerpt, error) {
	fsys, done, err := files()
	if err != nil {
		return dataset.Excerpt{}, err
	}
	defer done()
	return dataset.ReadExcerpt(fsys, at.file, at.row, around)
}

// show shows the row with its neighbours, the cell marked, and finds out whether
// the atlas shows what stands in the row.
func (x *inspector) show(at spot, e dataset.Excerpt, err error) {
	if err != nil {
		x.s.host.Log.WithError(err).Info("read a row again")
		return
	}
	if x.at < 0 || x.list[x.at].Row != at.row || x.list[x.at].File != at.file || e.Row(at.row) == nil {
		return
	}
	columns := strings.Split(x.list[x.at].Column, ", ")
	faulty := func(col int) bool {
		return slices.ContainsFunc(columns, func(name string) bool { return strings.EqualFold(name, e.Head[col]) })
	}
	// The columns that the finding names come first, where they are in sight.
	order := []int{}
	for _, named := range []bool{true, false} {
		for col := range e.Head {
			if faulty(col) == named {
				order = append(order, col)
			}
		}
	}
	head, rows := []string{x.s.host.T("shell.findingRow")}, [][]string{}
	for _, col := range order {
		head = append(head, e.Head[col])
	}
	for i, cells := range e.Rows {
		row := []string{strconv.Itoa(e.First + i)}
		for _, col := range order {
			row = append(row, cells[col])
		}
		rows = append(rows, row)
	}
	x.near.Marked = func(row, col int) bool {
		return e.First+row == at.row && (col == 0 || col <= len(order) && faulty(order[col-1]))
	}
	x.near.Fill(head, rows)
	x.jump = x.leads(&e, at.row)
	x.here.SetEnabled(x.jump != nil)
	x.settle()
}

// leads is the action that shows what stands in a row; nil if the atlas has not
// taken it in.
func (x *inspector) leads(e *dataset.Excerpt, row int) state.Action {
	if x.of != nil {
		return nil
	}
	d, id := x.s.host.Room.Data, e.Cell(row, "id")
	switch e.Table {
	case "statements":
		if t := d.Statement(id); t != nil {
			return state.SelectStatement{Document: t.Document, Meeting: t.Meeting, Statement: t.ID}
		}
	case "documents":
		if d.Document(id) != nil {
			return state.SelectDocument(id)
		}
	case "meetings":
		if d.Meeting(id) != nil {
			return state.SelectMeeting(id)
		}
	case "places": // the first meeting there
		for i := range d.Meetings {
			if d.Meetings[i].Place == id {
				return state.SelectMeeting(d.Meetings[i].ID)
			}
		}
	}
	return nil
}

func (x *inspector) lead() {
	if jump := x.jump; jump != nil {
		x.dialog.Hide()
		x.s.host.Dispatch(jump)
	}
}

func (x *inspector) copyAll() {
	rows := make([][]string, len(x.list))
	for i := range rows {
		rows[i] = x.row(i)
	}
	h := x.s.host
	parts.Copy(h, h.T("panes.aTable"), clipboard.TSV(x.table.Head(), rows))
}

// openFolder opens the folder of the file in the desktop's file manager, and
// copies where in the file to look.
func (x *inspector) openFolder() {
	h := x.s.host
	at := x.path()
	if info, err := disk.Soon(at); err == nil && info.IsDir() {
		at = filepath.Join(at, filepath.FromSlash(x.list[x.at].File))
	}
	folder := filepath.Dir(at)
	parts.Copy(h, h.T("shell.findingPlace"), x.list[x.at].Where(h.Printer()))
	slashed := filepath.ToSlash(folder)
	if filepath.VolumeName(folder) != "" {
		slashed = "/" + slashed
	}
	if err := x.s.app.OpenURL(&url.URL{Scheme: "file", Path: slashed}); err != nil {
		h.Log.WithError(err).Warn("show in folder")
		h.Say(h.T("shell.exportNoFolder", i18n.Args{"Path": folder}))
	}
}
