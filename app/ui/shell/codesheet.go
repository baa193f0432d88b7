package shell

import (
	"encoding/csv"
	"io"
	"math"
	"path/filepath"
	"strings"

	"c5atlas.org/c5atlas/app/agreement"
	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/chooser"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/internal/disk"
)

// CompareSheet asks for a code sheet that a class filled in, and shows how far
// it agrees with the codes at hand.
func (s *Shell) CompareSheet() {
	s.chooseFile(s.host.T("shell.sheetOpenTitle"), s.host.T("shell.openYes"), s.host.T("chooser.kindSheet"), []string{".csv", ".tsv", ".txt"}, s.compareSheet)
}

// compareSheet reads a code sheet off the UI goroutine.
func (s *Shell) compareSheet(path string) {
	h, d := s.host, s.host.Room.Data
	go func() {
		var r agreement.Result
		f, err := disk.Open(path)
		if err == nil {
			defer f.Close() //nolint:errcheck // only read from
			units, rerr := d.ReadSheet(f)
			r, err = agreement.Compare(d, units), rerr
		}
		s.scope.Do(func() {
			if err != nil {
				h.Log.WithError(err).Warn("read a code sheet")
				s.Warn(func() string { return h.T("shell.sheetRefused", i18n.Args{"Name": filepath.Base(path)}) })
				return
			}
			s.ShowAgreement(r)
		})
	}()
}

// ShowAgreement shows two codings side by side: how far they agree, and the rows
// that are in dispute.
func (s *Shell) ShowAgreement(r agreement.Result) { s.showAgreement(r, nil) }

// showAgreement is that; with a function that knows the words of a paragraph it
// shows the rows in dispute with them, each coding below the other. The words are
// in no file that is saved.
func (s *Shell) showAgreement(r agreement.Result, words func(paragraph string) string) {
	x, h := &sheet{s: s}, s.host
	p := h.Printer()
	switch {
	case len(r.Rows) == 0:
		x.text(0, h.T("shell.sheetBlank"), theme.Body, false, false)
	default:
		key := "shell.sheetUnits"
		if words != nil {
			key = "coder.units"
		}
		x.text(0, h.T(key, i18n.Args{"Yours": p.Int(r.Theirs), "Ours": p.Int(r.Ours), "Matched": p.Int(r.Matched)}), theme.Body, false, false)
		head := []string{h.T("shell.sheetField"), h.T("shell.sheetPairs"), h.T("shell.sheetEqual"), h.T("shell.sheetShare"), h.T("shell.sheetKappa")}
		var figures [][]string
		for _, f := range r.Fields {
			figures = append(figures, []string{s.fieldName(f.Name), p.Int(f.Pairs), p.Int(f.Equal), p.Percent(f.Share), kappa(f.Kappa, p)})
		}
		table := parts.NewTable(h)
		table.Numbers = true
		table.Fill(head, figures)
		x.add(theme.Space3, table)
		x.text(theme.Space1, h.T("shell.sheetCaution"), theme.Small, false, true)
		disputed := s.disputed(r)
		x.text(theme.Space4, p.N("shell.sheetDisputed", len(disputed)), theme.Body, true, false)
		if len(disputed) > 0 {
			columns, marks := s.disputedHead(), marked(r)
			if words != nil {
				s.beside(x, r, words)
			} else {
				rows := parts.NewTable(h)
				rows.Marked = func(row, col int) bool { return marks[row][col] }
				rows.Fill(columns, disputed)
				x.add(theme.Space1, rows)
			}
			x.add(theme.Space2, parts.NewButton(h, nil, h.T("shell.sheetExport"), "", func() {
				s.saveFile(h.T("shell.sheetExport"), "disputed-codes.csv", func(w io.Writer) error { return writeRows(w, columns, disputed) })
			}))
		}
	}
	if h.Room.Data.CodeSheet != "" && words == nil {
		x.add(theme.Space2, parts.NewButton(h, nil, h.T("shell.sheetSave"), "", s.SaveSheet))
	}
	x.show(h.T("shell.sheetTitle"), 940)
}

// beside adds the rows in dispute: the paragraph, then what each coder found in
// it, with the fields that differ by name.
func (s *Shell) beside(x *sheet, r agreement.Result, words func(paragraph string) string) {
	h := s.host
	p := h.Printer()
	last := ""
	for _, row := range r.Rows {
		if !row.Disputed() {
			continue
		}
		if row.Paragraph != last {
			last = row.Paragraph
			x.text(theme.Space3, scene.PassageName(h.Room, row.Document, row.Paragraph, p), theme.Small, true, false)
			if text := words(row.Paragraph); text != "" {
				x.text(2, parts.Clip(text, 600), theme.Small, false, true)
			}
		}
		ours, yours := []string{h.T("coder.notFound")}, []string{h.T("coder.notFound")}
		if row.Ours != nil {
			ours = []string{row.Ours.Text.In(p.Lang())}
		}
		if row.Theirs != nil {
			yours = []string{row.Theirs.Note}
		}
		for _, f := range agreement.Names() {
			if row.Ours != nil && (row.Theirs == nil || row.Differs(f)) {
				ours = append(ours, s.fieldName(f)+": "+scene.CodeName(h.Room, string(f), f.Of(row.Ours), p))
			}
			if row.Theirs != nil && (row.Ours == nil || row.Differs(f)) {
				yours = append(yours, s.fieldName(f)+": "+scene.CodeName(h.Room, string(f), f.OfUnit(row.Theirs), p))
			}
		}
		for i, side := range []string{h.T("shell.sheetOurs"), h.T("coder.yours")} {
			line := [][]string{ours, yours}[i]
			x.text(theme.Space1, side+" – "+strings.Join(line, " · "), theme.Body, false, false)
		}
	}
}

func kappa(k float64, p *i18n.Printer) string {
	if math.IsNaN(k) {
		return "–"
	}
	return p.Number(math.Round(k*100) / 100)
}

func (s *Shell) fieldName(f agreement.Name) string {
	return s.host.T(map[agreement.Name]string{
		agreement.Status: "shell.filterStatus", agreement.Domain: "shell.filterDomain", agreement.Basis: "shell.sheetBasis", agreement.Scope: "shell.sheetScope", agreement.States: "scene.fieldStates",
	}[f])
}

// disputedHead heads the rows in dispute: where, whose words, then each field as
// the atlas has it and as the sheet has it.
func (s *Shell) disputedHead() []string {
	h := s.host
	out := []string{h.T("shell.columnDocument"), h.T("shell.sheetPassage"), h.T("shell.sheetID")}
	for _, f := range agreement.Names() {
		out = append(out, s.fieldName(f)+": "+h.T("shell.sheetOurs"), s.fieldName(f)+": "+h.T("shell.sheetYours"))
	}
	return append(out, h.T("shell.sheetText"))
}

// disputed writes the rows in dispute; what a coder has not found is a dash.
func (s *Shell) disputed(r agreement.Result) [][]string {
	var out [][]string
	for _, row := range r.Rows {
		if !row.Disputed() {
			continue
		}
		line := []string{row.Document, scene.PassageName(s.host.Room, row.Document, row.Paragraph, s.host.Printer()), "–"}
		text := ""
		if row.Ours != nil {
			line[2], text = row.Ours.ID, row.Ours.Text.In(s.host.State().Lang)
		}
		for _, f := range agreement.Names() {
			ours, yours := "–", "–"
			if row.Ours != nil {
				ours = scene.CodeName(s.host.Room, string(f), f.Of(row.Ours), s.host.Printer())
			}
			if row.Theirs != nil {
				yours = scene.CodeName(s.host.Room, string(f), f.OfUnit(row.Theirs), s.host.Printer())
			}
			line = append(line, ours, yours)
		}
		out = append(out, append(line, text))
	}
	return out
}

// marked says which cells of the rows in dispute differ.
func marked(r agreement.Result) [][]bool {
	var out [][]bool
	for _, row := range r.Rows {
		if !row.Disputed() {
			continue
		}
		marks := make([]bool, 4+2*len(agreement.Names()))
		for i, f := range agreement.Names() {
			marks[3+2*i], marks[4+2*i] = row.Differs(f), row.Differs(f)
		}
		out = append(out, marks)
	}
	return out
}

func writeRows(w io.Writer, head []string, rows [][]string) error {
	c := csv.NewWriter(w)
	if err := c.Write(head); err != nil {
		return err
	}
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = export.Guard(cell)
		}
		if err := c.Write(cells); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// SaveSheet saves the code sheet of the data, to be filled in.
func (s *Shell) SaveSheet() {
	sheet := s.host.Room.Data.CodeSheet
	s.saveFile(s.host.T("shell.sheetSave"), "coding-sheet.csv", func(w io.Writer) error {
		_, err := io.WriteString(w, sheet)
		return err
	})
}

// SavePage saves what the documents pane shows as PDF.
func (s *Shell) SavePage() {
	h := s.host
	room, v, o := h.Room, h.Store.State(), export.Options{Software: s.cfg.Software}
	s.saveFile(h.T("shell.savePage"), pageName(v)+".pdf", func(w io.Writer) error { return export.WriteReading(h.Context, w, room, v, o) })
}

// pageName is what the file of a page is called if nothing else is said.
func pageName(v state.State) string {
	for _, name := range []string{v.Page, v.Document, v.Meeting} {
		if name != "" {
			return strings.Map(func(c rune) rune {
				if c == ':' || c == '/' || c == '\\' {
					return '-'
				}
				return c
			}, parts.Clip(name, 60))
		}
	}
	return "page"
}

// saveFile asks where a file goes and writes it, whole or not at all, off the UI
// goroutine.
func (s *Shell) saveFile(title, name string, write func(io.Writer) error) {
	h, memory := s.host, s.cfg.Memory
	ending := filepath.Ext(name)
	s.choose(chooser.Config{
		Mode: chooser.Save, Title: title, Yes: h.T("shell.exportSave"), Name: name, At: memory.Folder(recent.Export), Recent: memory.Folders(recent.Export),
		Kinds: []chooser.Kind{{Label: h.T("chooser.kindOne", i18n.Args{"Ending": ending}), Endings: []string{ending}}},
		Chosen: func(path string) {
			go func() {
				err := atomicfile.Write(path, true, write) // the chooser has asked
				s.scope.Do(func() {
					if err != nil {
						h.Log.WithError(err).Warn("save")
						s.Warn(func() string { return export.WriteError(path, err, h.Printer()) })
						return
					}
					memory.Went(recent.Export, filepath.Dir(path))
					h.Say(h.T("shell.exportSaved", i18n.Args{"Path": path}))
				})
			}()
		},
	})
}
