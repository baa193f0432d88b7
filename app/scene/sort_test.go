package scene

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// The table of every chart is sorted by each of its columns, one way, then the
// other, then as it came; the same lines stand in it, and totals count each
// statement once.
func TestTableIsSortedByAnyColumn(t *testing.T) {
	t.Parallel()
	r, p := room(t), i18n.For("en")
	for _, kind := range state.ChartKinds() {
		s := r.Opening()
		s.Status, s.Kind = state.AllStatuses, kind
		sel := Select(r.Data, s)
		start := Count(r, sel, s, p)
		head, came := start.Table()
		if total := start.Totals(); len(total) != len(head) {
			t.Errorf("%s: totals %q under %q", kind, total, head)
		} else if !SpecFor(r, s).Column.many && total[len(total)-1] != strconv.Itoa(len(sel.Statements)) {
			t.Errorf("%s: in all %s, want %d", kind, total[len(total)-1], len(sel.Statements))
		}
		for col := range head {
			now := s
			for press := range 3 {
				now = Count(r, sel, now, p).SortBy(col).Apply(now)
				n := Count(r, sel, now, p)
				_, rows := n.Table()
				var cells []string
				for _, row := range rows {
					cells = append(cells, row[col])
				}
				if press == 2 {
					if now.Sort != "" || !slices.EqualFunc(rows, came, slices.Equal) {
						t.Errorf("%s, %s: a third press leaves %q", kind, head[col], now.Sort)
					}
					continue
				}
				if n.Sorted(col) == "" || len(rows) != len(came) {
					t.Errorf("%s, %s: %d rows without a sign", kind, head[col], len(rows))
				}
				if kind == state.Chronology && (col == 1 || col == 2) {
					continue // by date and level, not by their words
				}
				ordered := slices.IsSortedFunc(cells, func(a, b string) int {
					if x, err := strconv.Atoi(a); err == nil {
						y, _ := strconv.Atoi(b)
						return x - y
					}
					return strings.Compare(strings.ToLower(a), strings.ToLower(b))
				})
				slices.Reverse(cells)
				if down := slices.IsSortedFunc(cells, func(a, b string) int {
					if x, err := strconv.Atoi(a); err == nil {
						y, _ := strconv.Atoi(b)
						return x - y
					}
					return strings.Compare(strings.ToLower(a), strings.ToLower(b))
				}); !ordered && !down {
					t.Errorf("%s, %s: not in order: %q", kind, head[col], cells)
				}
			}
		}
	}
}

// The chronology's list stands by date, whatever words its dates have.
func TestChronologyIsSortedByDate(t *testing.T) {
	t.Parallel()
	r := room(t)
	s := r.Opening()
	s.Kind, s.Sort = state.Chronology, "-date"
	for _, lang := range i18n.Languages() {
		n := Count(r, Select(r.Data, s), s, i18n.For(lang))
		last := "9999"
		for _, i := range n.order {
			m := r.Data.Meeting(n.cols[i])
			if m.Date == "" {
				continue
			}
			if m.Date[:4] > last {
				t.Fatalf("%s: %s after %s", lang, m.Date, last)
			}
			last = m.Date[:4]
		}
	}
}
