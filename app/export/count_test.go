package export_test

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/charts"
	drawing "c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/pairs"
)

var room = export.ShippedRoom

// rows reads a table of the embedded package by column name, knowing nothing
// of package dataset.
func rows(t *testing.T, name string) []map[string]string {
	t.Helper()
	body, err := fs.ReadFile(assets.Data(), name)
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, r := range all[1:] {
		m := map[string]string{}
		for i, cell := range r {
			m[all[0][i]] = cell
		}
		out = append(out, m)
	}
	return out
}

// world is the raw tables.
type world struct {
	statements []map[string]string
	meetings   map[string]map[string]string
}

// days spells an EDTF date of the package as its first and last day; the 31st
// of a short month only has to sort right.
func days(date string) (first, last string) {
	date = strings.TrimRight(date, "~?%")
	switch len(date) {
	case 4:
		first, last = date+"-01-01", date+"-12-31"
	case 7:
		first, last = date+"-01", date+"-31"
	case 10:
		first, last = date, date
	}
	return first, last
}

// passes is the filter of a view, told once more.
func (w *world) passes(s state.State, x map[string]string) bool {
	m := w.meetings[x["meeting"]]
	one := func(set state.Set, codes ...string) bool {
		return set == "" || slices.ContainsFunc(codes, func(c string) bool { return slices.Contains(strings.Split(string(set), ","), c) })
	}
	concerns := strings.Fields(x["states"])
	if !one(s.Domains, x["domain"]) || !one(s.Status, x["status"]) || !one(s.States, concerns...) || !one(s.Levels, m["level"]) {
		return false
	}
	if s.OnlyNaming && len(concerns) == 6 {
		return false
	}
	if s.From == "" && s.To == "" {
		return true
	}
	if m["date"] == "" {
		return false
	}
	first, last := days(m["date"])
	if m["date_end"] != "" {
		_, last = days(m["date_end"])
	}
	if s.From != "" {
		if from, _ := days(s.From); last < from {
			return false
		}
	}
	if s.To != "" {
		if _, to := days(s.To); first > to {
			return false
		}
	}
	return true
}

// cells counts a statement for the chart of s: the keys of the marks it is in.
func (w *world) cells(s state.State, x map[string]string) (keys [][2]string) {
	for c := range strings.FieldsSeq(x["states"]) {
		shown := s.States == "" || slices.Contains(strings.Split(string(s.States), ","), c)
		if shown && s.Kind == state.States {
			keys = append(keys, [2]string{c, x["status"]})
		}
		if shown && s.Kind == state.Matrix {
			keys = append(keys, [2]string{x["domain"], c})
		}
	}
	switch s.Kind {
	case state.Domains:
		keys = append(keys, [2]string{x["domain"], x["status"]})
	case state.Timeline:
		keys = append(keys, [2]string{x["meeting"], x["status"]})
	case state.Documents:
		keys = append(keys, [2]string{x["document"], x["domain"]})
	}
	return keys
}

// random returns a view with some filters.
func random(r *rand.Rand, d *dataset.Dataset) state.State {
	s := room().Opening()
	s.Theme = state.Light
	some := func(share float64, codes []string) state.Set {
		if r.Float64() > share {
			return ""
		}
		n := 1 + r.IntN(min(4, len(codes)))
		var out []string
		for range n {
			out = append(out, codes[r.IntN(len(codes))])
		}
		return state.NewSet(out...)
	}
	var domains, states []string
	for _, x := range d.Domains {
		domains = append(domains, x.Code)
	}
	for _, x := range d.Countries {
		states = append(states, x.Code)
	}
	s.Kind = state.ChartKinds()[r.IntN(5)]
	s.Lang = i18n.Languages()[r.IntN(3)]
	s.Domains, s.States, s.Levels = some(0.4, domains), some(0.4, states), some(0.3, d.Order(dataset.LevelList))
	switch r.IntN(4) {
	case 0:
		s.Status = state.AllStatuses
	case 1:
		s.Status = state.Set("agreed,to be signed")
	case 2:
		s.Status = some(1, []string{"agreed", "to be signed", "announced", "intended", "position"})
	}
	s.OnlyNaming = r.IntN(5) == 0
	date := func() string {
		full := strconv.Itoa(2020+r.IntN(6)) + "-" + strconv.Itoa(101 + r.IntN(12))[1:] + "-" + strconv.Itoa(101 + r.IntN(28))[1:]
		return full[:[]int{4, 7, 10}[r.IntN(3)]]
	}
	if r.IntN(3) == 0 {
		s.From = date()
	}
	if r.IntN(3) == 0 {
		s.To = date()
	}
	return s
}

// For any filters, chart, CSV, document list, and map with its tray count what
// the raw files hold: 600 views, without "make sizes" one in three of them.
func TestCountsAgree(t *testing.T) {
	t.Parallel()
	w := &world{statements: rows(t, "statements.csv"), meetings: map[string]map[string]string{}}
	for _, m := range rows(t, "meetings.csv") {
		w.meetings[m["id"]] = m
	}
	rm := room()
	r := rand.New(rand.NewPCG(2, 600))
	shown, empty := 0, 0
	for i := range 600 {
		s := random(r, rm.Data)
		if !pairs.Turn(i%3, 3) {
			continue
		}
		n := 0
		cells, onAxis := map[[2]string]int{}, map[[2]string]int{}
		byDocument, byPlace, byMeeting := map[string]int{}, map[string]int{}, map[string]int{}
		for _, x := range w.statements {
			if !w.passes(s, x) {
				continue
			}
			n++
			byDocument[x["document"]]++
			if place := w.meetings[x["meeting"]]["place"]; place != "" {
				byPlace[place]++
			} else {
				byMeeting[x["meeting"]]++
			}
			for _, k := range w.cells(s, x) {
				cells[k]++
				if s.Kind != state.Timeline || w.meetings[k[0]]["date"] != "" {
					onAxis[k]++
				}
			}
		}
		if n == 0 {
			empty++
		} else {
			shown++
		}
		view := string(state.Encode(s))
		p := i18n.For(s.Lang)
		sel := scene.Select(rm.Data, s)
		if len(sel.Statements) != n {
			t.Fatalf("%s: %d statements selected, want %d", view, len(sel.Statements), n)
		}
		same(t, view, "chart", marks(t, rm, sel, s, p), onAxis)
		same(t, view, "CSV", csvCells(t, rm, s, func(row []string, count int) string { return row[count-1] }), cells)
		got := map[string]int{}
		list := scene.DocumentList(rm, sel, s, p)
		for i := range list.Len() {
			if row := list.Row(i); row.Count > 0 {
				got[row.ID] = row.Count
			}
		}
		same(t, view, "document list", got, byDocument)
		places, tray := map[string]int{}, map[string]int{}
		m := scene.Map(rm, sel, s, p, scene.PaletteFor(s.Theme), scene.Viewport(rm, s, 1280, 800, 1))
		for _, k := range m.Markers {
			if k.Weight > 0 {
				places[k.ID] += int(k.Weight)
			}
		}
		same(t, view, "map", places, byPlace)
		for _, c := range scene.Tray(rm, sel, s, p) {
			if c.Count > 0 {
				tray[c.ID] = c.Count
			}
		}
		same(t, view, "tray", tray, byMeeting)
	}
	if shown < 70 || empty < 2 {
		t.Errorf("%d views with statements and %d without: too one-sided to show much", shown, empty)
	}
}

func same[K comparable](t *testing.T, view, where string, got, want map[K]int) {
	t.Helper()
	if !maps.Equal(got, want) {
		t.Fatalf("%s: the %s shows %v, the files hold %v", view, where, got, want)
	}
}

// marks reads the numbers off the drawn chart.
func marks(t *testing.T, rm *scene.Room, sel *scene.Selection, s state.State, p *i18n.Printer) map[[2]string]int {
	t.Helper()
	layout := charts.Draw(&drawing.Picture{Density: 1}, scene.Count(rm, sel, s, p).Chart(scene.PaletteFor(s.Theme)), 1600, 1000) // all have room
	out := map[[2]string]int{}
	for _, m := range layout.Marks {
		if m.Folded > 0 {
			t.Fatalf("rows are folded in a large chart: %+v", m)
		}
		if !m.Total && m.Value > 0 {
			out[[2]string{m.Row, m.Series}] += int(m.Value)
		}
	}
	return out
}

// csvCells reads the numbers back from the CSV file: by the first code of a row and
// the one that second gives, which hears in which column the count is.
func csvCells(t *testing.T, rm *scene.Room, s state.State, second func(row []string, count int) string) map[[2]string]int {
	t.Helper()
	var b bytes.Buffer
	if err := export.WriteCSV(&b, rm, s, export.Chart); err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	count := slices.Index(all[0], "count")
	out := map[[2]string]int{}
	for _, r := range all[1:] {
		n, err := strconv.Atoi(r[count])
		if err != nil || n == 0 {
			t.Fatalf("count %q", r[count])
		}
		out[[2]string{r[0], second(r, count)}] += n
	}
	return out
}
