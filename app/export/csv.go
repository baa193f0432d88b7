package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// Table is the numbers behind a picture in long form, as a file holds them:
// the dimensions' codes, the count, the dimensions' labels.
type Table struct {
	Name    string     `json:"name"` // of the chart, or "map"
	Columns []string   `json:"columns"`
	Rows    [][]string `json:"rows"`

	// RowsInAll is how many rows there were, if not all are in Rows: a picture
	// carries only so much.
	RowsInAll int `json:"rowsInAll,omitempty"`
}

// percent is the column of a chart that shows shares: of its row's total, to a
// tenth.
const percent = "percent"

// tableOf gives the numbers of a chart or of the map.
func tableOf(plot scene.Plotted) Table {
	t := Table{Name: plot.Name}
	t.Columns = append(append(t.Columns, plot.Dims...), "count")
	if plot.Lit {
		t.Columns = append(t.Columns, "lit")
	}
	if plot.Shared {
		t.Columns = append(t.Columns, percent)
	}
	for _, d := range plot.Dims {
		t.Columns = append(t.Columns, d+"_label")
	}
	for _, r := range plot.Rows {
		row := append(append([]string{}, r.Codes...), strconv.Itoa(r.Count))
		if plot.Lit {
			row = append(row, strconv.Itoa(r.Lit))
		}
		if plot.Shared {
			row = append(row, strconv.FormatFloat(100*r.Share, 'f', 1, 64))
		}
		t.Rows = append(t.Rows, append(row, r.Labels...))
	}
	return t
}

// plotMap lists the meetings that are shown, those on the map and those without a
// place, also where no statement of them is left.
func plotMap(room *scene.Room, sel *scene.Selection, s state.State, p *i18n.Printer) scene.Plotted {
	out := scene.Plotted{Name: string(Map), Dims: []string{"meeting", "date", "place"}, Lit: s.Lights()}
	lit := map[string]int{}
	for _, i := range sel.Lit {
		lit[room.Data.Statements[i].Meeting]++
	}
	var places []string
	for i := range room.Data.Places {
		places = append(places, room.Data.Places[i].ID)
	}
	cards := map[string]scene.MeetingCard{}
	for _, c := range append(scene.Cards(room, sel, s, p, places), scene.Tray(room, sel, s, p)...) {
		cards[c.ID] = c
	}
	for _, id := range sel.Meetings { // by date
		if c, ok := cards[id]; ok {
			m := room.Data.Meeting(id)
			out.Rows = append(out.Rows, scene.PlottedRow{
				Codes: []string{m.ID, m.Date, m.Place}, Labels: []string{c.Title, c.When, c.Where}, Count: c.Count, Lit: lit[id],
			})
		}
	}
	return out
}

// WriteCSV writes the table behind a chart or the map of a view as CSV
// (RFC 4180: commas, CRLF, quotes where needed), UTF-8 without a mark. It
// fails with [ErrNoTable] for a dashboard.
func WriteCSV(w io.Writer, room *scene.Room, s state.State, kind Kind) error {
	t, err := LongTable(room, s, kind)
	if err != nil {
		return err
	}
	return t.write(w, ',')
}

// WriteExcelCSV is WriteCSV for spreadsheets that take a file as their system
// writes numbers: with a byte order mark, and a semicolon between cells where the
// language has a comma in its fractions, which then are written so.
func WriteExcelCSV(w io.Writer, room *scene.Room, s state.State, kind Kind) error {
	t, err := LongTable(room, s, kind)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	if strings.Contains(i18n.For(s.Lang).Number(0.5), ",") {
		return t.write(w, ';')
	}
	return t.write(w, ',')
}

// LongTable is the table behind a chart or the map, as a file has it; of data
// that a person brought each row says whose they are. It fails with
// [ErrNoTable] for a dashboard.
func LongTable(room *scene.Room, s state.State, kind Kind) (Table, error) {
	if kind == Dashboard {
		return Table{}, ErrNoTable
	}
	s = View(s)
	sel, p := scene.Select(room.Data, s), i18n.For(s.Lang)
	plotted := scene.Count(room, sel, s, p).Plot
	if kind == Map {
		plotted = func() scene.Plotted { return plotMap(room, sel, s, p) }
	}
	t := tableOf(plotted())
	if own := scene.OwnData(room, p); own != "" {
		t.Columns = append(t.Columns, "data")
		for i := range t.Rows {
			t.Rows[i] = append(t.Rows[i], own)
		}
	}
	return t, nil
}

func (t Table) write(w io.Writer, between rune) error {
	c := csv.NewWriter(w)
	c.UseCRLF, c.Comma = true, between
	if err := c.Write(t.Columns); err != nil {
		return err
	}
	for _, row := range t.Rows {
		cells := append([]string{}, row...)
		for i := range cells {
			switch t.Columns[i] {
			case percent:
				if between == ';' {
					cells[i] = strings.Replace(cells[i], ".", ",", 1)
				}
			case "count", "lit", "date": // no texts
			default:
				cells[i] = Guard(cells[i])
			}
		}
		if err := c.Write(cells); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// Guard keeps a spreadsheet from taking a text for a formula: OWASP's list of
// first characters, each also in its full width.
func Guard(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(text)[0]) {
		return "'" + text
	}
	return text
}
