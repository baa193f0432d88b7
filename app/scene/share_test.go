package scene

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// The table of a chart of shares has per cent beside each count, of the row's
// statements, which are counted here one by one; with counts alone it has none.
func TestTableOfSharesHasPerCent(t *testing.T) {
	t.Parallel()
	r, p := room(t), i18n.For("en")
	for _, kind := range []state.ChartKind{state.Domains, state.States} {
		s := r.Opening()
		s.Kind, s.Status = kind, state.AllStatuses
		plain, _ := Count(r, Select(r.Data, s), s, p).Table()
		s.Share = true
		n := Count(r, Select(r.Data, s), s, p)
		head, rows := n.Table()
		if 2*(len(plain)-2)+2 != len(head) {
			t.Fatalf("%s: head %q, without shares %q", kind, head, plain)
		}
		total := n.Totals()
		if len(total) != len(head) {
			t.Fatalf("%s: totals %q under %q", kind, total, head)
		}
		status := r.Data.Order(dataset.StatusList)
		for i, code := range n.rows {
			have, all := map[string]int{}, 0
			for k := range r.Data.Statements {
				x := &r.Data.Statements[k]
				in := x.Domain == code
				if kind == state.States {
					in = false
					for _, c := range x.States {
						in = in || c == code
					}
				}
				if in {
					have[x.Status]++
					all++
				}
			}
			for j, st := range status {
				want := strconv.Itoa(int(math.RoundToEven(100*float64(have[st])/float64(all)))) + "%"
				if got := rows[i][1+2*j+1]; rows[i][1+2*j] != strconv.Itoa(have[st]) || got != want || head[2+2*j] != "%" {
					t.Errorf("%s, %s, %s: %s and %s, want %d and %s of %d", kind, code, st, rows[i][1+2*j], got, have[st], want, all)
				}
			}
		}
		for _, x := range n.Plot().Rows {
			if x.Share <= 0 || x.Share > 1 {
				t.Errorf("%s: share %v", x.Codes, x.Share)
			}
		}
		for col := range head { // a column of shares is sorted by shares
			if !strings.HasSuffix(n.columnNames()[col], "%") {
				continue
			}
			now := n.SortBy(col).Apply(s)
			_, sorted := Count(r, Select(r.Data, now), now, p).Table()
			last := math.Inf(1)
			for _, row := range sorted {
				x, err := strconv.Atoi(strings.TrimSuffix(row[col], "%"))
				if err != nil || float64(x) > last {
					t.Errorf("%s, column %d: %q after %v", kind, col, row[col], last)
				}
				last = float64(x)
			}
		}
	}
}
