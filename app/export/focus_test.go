package export_test

import (
	"bytes"
	"encoding/csv"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

func in(set state.Set, codes ...string) bool {
	return set == "" || slices.ContainsFunc(codes, func(c string) bool { return slices.Contains(strings.Split(string(set), ","), c) })
}

// lit tells once more what a focus lights.
func lit(f state.Focus, x map[string]string) bool {
	return in(f.LitDomains, x["domain"]) && in(f.LitStatuses, x["status"]) && in(f.LitStates, strings.Fields(x["states"])...) &&
		in(f.LitMeetings, x["meeting"]) && in(f.LitDocuments, x["document"])
}

// For any filters and any focus, the selection, the table, the picture and the
// reader light what the raw files hold, and count as they do without a focus.
func TestLitCountsAgree(t *testing.T) {
	t.Parallel()
	w := &world{statements: rows(t, "statements.csv"), meetings: map[string]map[string]string{}}
	var meetings []string
	for _, m := range rows(t, "meetings.csv") {
		w.meetings[m["id"]] = m
	}
	for _, x := range w.statements {
		meetings = append(meetings, x["meeting"])
	}
	rm := room()
	r := rand.New(rand.NewPCG(6, 600))
	some := func(codes ...string) state.Set {
		if r.IntN(3) > 0 {
			return ""
		}
		var out []string
		for range 1 + r.IntN(3) {
			out = append(out, codes[r.IntN(len(codes))])
		}
		return state.NewSet(out...)
	}
	partly := 0
	for range 600 {
		s := random(r, rm.Data)
		if r.IntN(6) == 0 {
			s.Kind = state.Chronology
		}
		s.LitDomains, s.LitStatuses = some("SEC", "TRD", "SOV", "CUL", "HLT"), some("agreed", "to be signed", "announced", "intended", "position")
		s.LitStates, s.LitMeetings = some("KAZ", "UZB", "CHN", "TKM"), some(meetings...)
		s.LitDocuments = some("000", "001", "002", "003", "004")
		n, all := 0, 0
		counts, lits := map[[2]string]int{}, map[[2]string]int{}
		var ids []string
		for _, x := range w.statements {
			if !w.passes(s, x) {
				continue
			}
			all++
			on := lit(s.Focus, x)
			if on {
				n++
				ids = append(ids, x["id"])
			}
			cells := w.cells(s, x)
			if s.Kind == state.Chronology {
				cells = append(cells, [2]string{w.meetings[x["meeting"]]["level"], x["meeting"]})
			}
			for _, k := range cells {
				counts[k]++
				// Of a statement on several states those that are lit.
				if on && (s.Kind != state.States || in(s.LitStates, k[0])) && (s.Kind != state.Matrix || in(s.LitStates, k[1])) {
					lits[k]++
				}
			}
		}
		if 0 < n && n < all {
			partly++
		}
		view, p := string(state.Encode(s)), i18n.For(s.Lang)
		sel := scene.Select(rm.Data, s)
		if len(sel.Lit) != n || len(sel.Statements) != all {
			t.Fatalf("%s: %d of %d statements are lit, want %d of %d", view, len(sel.Lit), len(sel.Statements), n, all)
		}
		gotCounts, gotLits := litCells(t, rm, s)
		same(t, view, "count of the CSV", gotCounts, counts)
		same(t, view, "lit of the CSV", gotLits, lits)
		c := scene.Count(rm, sel, s, p).Chart(scene.PaletteFor(s.Theme))
		drawn, onAxis := 0.0, 0
		for i := range c.Values {
			for j := range c.Values[i] {
				share := 1.0
				if c.Lit != nil {
					share = c.Lit[i][j]
				}
				drawn += c.Values[i][j] * share
			}
		}
		for k, v := range lits {
			if s.Kind != state.Timeline || w.meetings[k[0]]["date"] != "" {
				onAxis += v
			}
		}
		if math.Abs(drawn-float64(onAxis)) > 1e-6 {
			t.Fatalf("%s: the picture lights %g, the files hold %d", view, drawn, onAxis)
		}
		if s.Lights() {
			var listed []string
			page := scene.Reader(rm, sel, s, p)
			for i := range page.Len() {
				if b := page.Block(i); b.Kind == scene.StatementBlock {
					listed = append(listed, b.ID)
				}
			}
			slices.Sort(listed)
			slices.Sort(ids)
			if !slices.Equal(listed, ids) {
				t.Fatalf("%s: the reader lists %v, lit are %v", view, listed, ids)
			}
		}
	}
	if partly < 100 {
		t.Errorf("only %d views light a part", partly)
	}
}

// litCells reads counts and lit counts back from the CSV file; without a focus
// it has no column for them.
func litCells(t *testing.T, rm *scene.Room, s state.State) (counts, lits map[[2]string]int) {
	t.Helper()
	var b bytes.Buffer
	if err := export.WriteCSV(&b, rm, s, export.Chart); err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	head := all[0]
	count, column := slices.Index(head, "count"), slices.Index(head, "lit")
	if (column >= 0) != s.Lights() {
		t.Fatalf("columns %v, something lit: %t", head, s.Lights())
	}
	if column < 0 {
		column = count
	}
	last := count - 1
	if head[last] == "date" {
		last--
	}
	counts, lits = map[[2]string]int{}, map[[2]string]int{}
	for _, row := range all[1:] {
		key := [2]string{row[0], row[last]}
		n, err1 := strconv.Atoi(row[count])
		k, err2 := strconv.Atoi(row[column])
		if err1 != nil || err2 != nil {
			t.Fatalf("row %v", row)
		}
		if n == 0 {
			continue // a meeting that is shown without a statement: TestMeetingsFoundAlone
		}
		counts[key] += n
		if k > 0 {
			lits[key] += k
		}
	}
	return counts, lits
}
