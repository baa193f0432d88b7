package export_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/pairs"
)

// For any two meetings, states and periods and any filters, chart, CSV and sentence
// count what the raw files hold, and a mark lights what it counts: 300 pairs, without
// "make sizes" one in three of them.
func TestComparisonsCount(t *testing.T) {
	t.Parallel()
	w := &world{statements: rows(t, "statements.csv"), meetings: map[string]map[string]string{}}
	var ids []string
	for _, m := range rows(t, "meetings.csv") {
		w.meetings[m["id"]] = m
		if slices.ContainsFunc(w.statements, func(x map[string]string) bool { return x["meeting"] == m["id"] }) {
			ids = append(ids, m["id"])
		}
	}
	codes := map[state.Dimension][]string{
		state.ByMeeting: ids, state.ByState: {"CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB"},
		state.ByPeriod: {"2020", "../2022", "2023", "2023/..", "2022-06/2024-03", "2024", "2025-01/2025-12"},
	}
	// in reports whether a statement is on a side.
	in := func(by state.Dimension, side string, x map[string]string) bool {
		m := w.meetings[x["meeting"]]
		switch by {
		case state.ByMeeting:
			return x["meeting"] == side
		case state.ByState:
			return slices.Contains(strings.Fields(x["states"]), side)
		}
		from, to, two := strings.Cut(side, "/")
		if !two {
			to = from
		}
		first, last := days(m["date"])
		if m["date_end"] != "" {
			_, last = days(m["date_end"])
		}
		if lower, _ := days(from); from != ".." && last < lower {
			return false
		}
		_, upper := days(to)
		return m["date"] != "" && (to == ".." || first <= upper)
	}
	rm, r := room(), rand.New(rand.NewPCG(8, 300))
	some, both := 0, 0
	for i := range 300 {
		s := random(r, rm.Data)
		by := []state.Dimension{state.ByMeeting, state.ByState, state.ByPeriod}[r.IntN(3)]
		of := r.Perm(len(codes[by]))
		pair := state.Pair{By: by, A: codes[by][of[0]], B: codes[by][of[1]]}
		s.Kind, s.Against = state.Domains, pair.Against()
		if by == state.ByMeeting {
			s.Meeting = pair.A
		}
		if !pairs.Turn(i%3, 3) {
			continue
		}
		view, p := string(state.Encode(s)), i18n.For(s.Lang)
		want, total := map[[2]string]int{}, 0
		inBoth := 0
		for _, x := range w.statements {
			if !w.passes(s, x) {
				continue
			}
			sides := 0
			for _, side := range []string{pair.A, pair.B} {
				if in(by, side, x) {
					want[[2]string{x["domain"], side}]++
					sides++
				}
			}
			if sides > 0 {
				total++
			}
			if sides == 2 {
				inBoth++
			}
		}
		sel := scene.Select(rm.Data, s)
		same(t, view, "chart", marks(t, rm, sel, s, p), want)
		same(t, view, "CSV", csvCells(t, rm, s, func(row []string, _ int) string { return row[1] }), want)
		tally := scene.Count(rm, sel, s, p)
		if !strings.Contains(tally.Subtitle(), strconv.Itoa(total)) {
			t.Fatalf("%s: %q, want %d", view, tally.Subtitle(), total)
		}
		said := tally.Finding()
		if total == 0 {
			if said != "" {
				t.Fatalf("%s: of nothing it says %q", view, said)
			}
			continue
		}
		some++
		for _, side := range []string{pair.A, pair.B} {
			n := 0
			for k, v := range want {
				if k[1] == side {
					n += v
				}
			}
			if !strings.Contains(said, ": "+strconv.Itoa(n)) {
				t.Fatalf("%s: %q does not say that %s has %d", view, said, side, n)
			}
		}
		if inBoth > 0 {
			both++
			if !strings.Contains(said, "; "+strconv.Itoa(inBoth)+" ") {
				t.Fatalf("%s: %q does not say that %d count for both", view, said, inBoth)
			}
		}
		for k, n := range want {
			lit := scene.ChartAction(rm, s, charts.Mark{Row: k[0], Series: k[1], Value: float64(n)}, false).Apply(s)
			if got := len(scene.Select(rm.Data, lit).Lit); got != n {
				t.Fatalf("%s: the mark %v lights %d, want %d", view, k, got, n)
			}
			break
		}
	}
	if some < 35 || both < 7 {
		t.Errorf("%d comparisons, %d with statements on both sides: too few to show much", some, both)
	}
}
