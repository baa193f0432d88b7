package export

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/state"
)

// A file of a chart of shares has per cent beside each count, which are those of
// its row; a spreadsheet gets them as it writes fractions. A picture's rows have
// the same, and one that was made without them still counts as it was counted.
func TestSharesAreInEveryTable(t *testing.T) {
	t.Parallel()
	r := shippedRoom(t)
	for _, kind := range []state.ChartKind{state.Domains, state.States} {
		s := r.Opening()
		s.Kind, s.Share, s.Lang = kind, true, "uk"
		var plain, excel bytes.Buffer
		if err := WriteCSV(&plain, r, s, Chart); err != nil {
			t.Fatal(err)
		}
		if err := WriteExcelCSV(&excel, r, s, Chart); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&plain).ReadAll()
		if err != nil || rows[0][3] != "percent" {
			t.Fatalf("%s: %v, %q", kind, err, rows)
		}
		sum := map[string]int{}
		for _, row := range rows[1:] {
			n, _ := strconv.Atoi(row[2])
			sum[row[0]] += n
		}
		for _, row := range rows[1:] {
			n, _ := strconv.Atoi(row[2])
			want := fmt.Sprintf("%.1f", 100*float64(n)/float64(sum[row[0]]))
			if row[3] != want {
				t.Errorf("%s: %q, want %s", kind, row, want)
			}
			if cells := fmt.Sprintf("%d;%s;", n, strings.Replace(want, ".", ",", 1)); !strings.Contains(excel.String(), cells) {
				t.Errorf("%s: no %q for a spreadsheet", kind, cells)
			}
		}
		j, err := newJob(r, s, Options{Kind: Chart, Size: Size{Width: 600, Height: 400, Density: 1}})
		if err != nil {
			t.Fatal(err)
		}
		e := j.evidence()
		if err := Recount(r, e); err != nil || e.Tables[0].Columns[3] != percent {
			t.Errorf("%s: %v: %q", kind, err, e.Tables[0].Columns)
		}
		e.Tables[0] = e.Tables[0].without(percent)
		if err := Recount(r, e); err != nil {
			t.Errorf("%s, as it was written before: %v", kind, err)
		}
	}
}
