package scene

import (
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// What a period is: its first and last day, or that it is none.
func TestSpanOfAPeriod(t *testing.T) {
	t.Parallel()
	for period, want := range map[string]string{
		"2020":                  "2020-01-01 2020-12-31",
		"2020/2021":             "2020-01-01 2021-12-31",
		"2020-02":               "2020-02-01 2020-02-29",
		"2023-02/2023-02":       "2023-02-01 2023-02-28",
		"2022-06/2024-03":       "2022-06-01 2024-03-31",
		"2023-05-18/2023-05-19": "2023-05-18 2023-05-19",
		"../2022":               ".. 2022-12-31",
		"2023/..":               "2023-01-01 ..",
		"2023/":                 "2023-01-01 ..",
		"/2022":                 ".. 2022-12-31",
		"":                      "none",
		"..":                    "none",
		"../..":                 "none",
		"/":                     "none",
		"2022/2021":             "none",
		"2023-05-19/2023-05-18": "none",
		"2023-13":               "none",
		"2023-02-30/..":         "none",
		"May":                   "none",
		"2020/2021/2022":        "none",
	} {
		first, last, ok := span(period)
		got := "none"
		if ok {
			day := func(d time.Time) string {
				if d.IsZero() {
					return ".."
				}
				return d.Format(time.DateOnly)
			}
			got = day(first) + " " + day(last)
		}
		if got != want {
			t.Errorf("%q is %s, want %s", period, got, want)
		}
	}
}

// A comparison of two periods counts what was said in each; what lies in both counts
// for both, and the order of the two does not matter for the numbers.
func TestPeriodsAreCompared(t *testing.T) {
	t.Parallel()
	rm, p := room(t), i18n.For("en")
	base := rm.Opening()
	base.Status, base.Kind = state.AllStatuses, state.Domains
	count := func(a, b string) map[string]int {
		s := Compare(rm, state.Pair{By: state.ByPeriod, A: a, B: b}).Apply(base)
		out := map[string]int{}
		for _, row := range Count(rm, Select(rm.Data, s), s, p).Plot().Rows {
			out[row.Codes[1]] += row.Count
		}
		return out
	}
	for _, c := range []struct {
		a, b string
		n, m int // of check-tables.md: 001 is of 2020, 000 and 002 of 2022 and 2023, 004 of 2024, 003 of 2025
	}{
		{"2020", "2024", 46, 15},
		{"2020", "2025", 46, 8},
		{"../2020", "2021/..", 46, 41},
		{"2020/2025", "2024/2025", 87, 23},
		{"2022/2023", "2024", 18, 15},
		{"2018", "2020", 0, 46},
	} {
		got := count(c.a, c.b)
		if got[c.a] != c.n || got[c.b] != c.m {
			t.Errorf("%s beside %s: %v, want %d and %d", c.a, c.b, got, c.n, c.m)
		}
		if back := count(c.b, c.a); back[c.a] != got[c.a] || back[c.b] != got[c.b] {
			t.Errorf("%s and %s, turned: %v, not %v", c.a, c.b, back, got)
		}
	}
	for _, pair := range []state.Pair{{By: state.ByPeriod, A: "2020", B: "2020"}, {By: state.ByPeriod, A: "2020", B: "May"}, {By: state.ByState, A: "KAZ", B: "XXX"}, {By: state.ByDocument, A: "000", B: ""}} {
		if s := Compare(rm, pair).Apply(base); s.Against != "" {
			t.Errorf("%+v is compared as %q", pair, s.Against)
		}
	}
}
