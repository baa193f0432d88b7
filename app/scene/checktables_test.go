package scene

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// checkTables are the tables that were counted by hand from the list of statements
// before there was a program: rows by columns, and which statements they count.
var checkTables = []struct {
	rows, columns string // dimensions
	where         string // what narrows, in words of a hole
	table         string
}{
	{"domain", "document", "", `
		    000 001 002 003 004
		SOV   5   6   0   3  10
		SEC   0   5   1   2   0
		MUL   3   7   0   3   0
		INS   0   3   0   0   0
		TRD   2   5   1   0   2
		TRN   0   6   0   0   0
		FIN   1   2   1   0   0
		AGR   0   2   0   0   0
		HLT   0   6   0   0   0
		TEC   1   2   0   0   1
		ENE   0   0   0   0   1
		CUL   3   2   0   0   1`},
	{"status", "document", "", `
		             000 001 002 003 004
		agreed         3   3   0   0   0
		to_be_signed   1   0   0   0   0
		announced      0   2   1   0   0
		intended       5  17   1   0   8
		position       6  24   1   8   7`},
	{"domain", "status", "", `
		    agreed to_be_signed announced intended position
		SOV 0 0 0 4 20
		SEC 0 0 0 2  6
		MUL 1 0 0 3  9
		INS 3 0 0 0  0
		TRD 1 0 0 8  1
		TRN 0 0 1 1  4
		FIN 0 0 1 2  1
		AGR 0 0 0 1  1
		HLT 0 0 0 3  3
		TEC 0 0 0 4  0
		ENE 0 0 0 1  0
		CUL 1 1 1 2  1`},
	{"domain", "state", "", `
		    CHN KAZ KGZ TJK TKM UZB
		SOV  24  24  11  11  11  11
		SEC   8   8   6   6   6   6
		MUL  13  13  10  10  10  10
		INS   3   3   3   3   3   3
		TRD  10   9   7   8   7   7
		TRN   6   6   6   6   6   6
		FIN   4   3   3   3   3   4
		AGR   2   2   2   2   2   2
		HLT   6   6   6   6   6   6
		TEC   4   3   2   2   2   3
		ENE   1   1   0   0   0   0
		CUL   6   5   4   4   4   3`},
	{"domain", "state", `"status" "agreed,to be signed,announced"`, `
		    CHN KAZ KGZ TJK TKM UZB
		SOV   0   0   0   0   0   0
		MUL   1   1   1   1   1   1
		INS   3   3   3   3   3   3
		TRD   1   1   1   1   1   1
		TRN   1   1   1   1   1   1
		FIN   1   1   1   1   1   1
		AGR   0   0   0   0   0   0
		CUL   3   3   2   2   2   2`},
	{"basis", "document", "", `
		  000 001 002 003 004
		T   0  46   0   0   0
		Q   3   0   0   3   4
		R  12   0   3   5  11`},
}

// namingFewer is the table of those statements that name fewer than six states.
const namingFewer = `
	    CHN KAZ KGZ TJK TKM UZB
	SOV  13  13   0   0   0   0
	SEC   2   2   0   0   0   0
	MUL   3   3   0   0   0   0
	INS   0   0   0   0   0   0
	TRD   3   2   0   1   0   0
	TRN   0   0   0   0   0   0
	FIN   1   0   0   0   0   1
	TEC   2   1   0   0   0   1
	ENE   1   1   0   0   0   0
	CUL   3   2   1   1   1   0`

// cells calls fn for each cell of a table.
func cells(table string, fn func(row, column, want string)) {
	lines := strings.Split(strings.TrimSpace(table), "\n")
	code := func(word string) string { return strings.ReplaceAll(word, "_", " ") }
	columns := strings.Fields(lines[0])
	for _, line := range lines[1:] {
		words := strings.Fields(line)
		for i, n := range words[1:] {
			fn(code(words[0]), code(columns[i]), n)
		}
	}
}

// Each cell of the tables that were counted by hand is what a caption, in any
// language, and the filters say.
func TestCountedByHand(t *testing.T) {
	t.Parallel()
	rm, p := room(t), i18n.For("en")
	s := rm.Opening()
	for _, x := range checkTables {
		cells(x.table, func(row, column, want string) {
			hole := fmt.Sprintf(`{{all %q %q %q %q %s}}`, x.rows, row, x.columns, column, x.where)
			if got, err := Fill(rm, s, hole, p); got != want || err != nil {
				t.Errorf("%s is %s (%v), by hand %s", hole, got, err, want)
			}
		})
	}
	s.Status, s.OnlyNaming = state.AllStatuses, true
	cells(namingFewer, func(row, column, want string) {
		v := s
		v.States = state.Set(column)
		for _, o := range Options(rm, v, p).Domains {
			if o.Code == row && strconv.Itoa(o.Count) != want {
				t.Errorf("%s of %s: the filter offers %d, by hand %s", row, column, o.Count, want)
			}
		}
		if got, err := Fill(rm, s, fmt.Sprintf(`{{count "domain" %q "state" %q}}`, row, column), p); got != want || err != nil {
			t.Errorf("%s of %s: %s (%v), by hand %s", row, column, got, err, want)
		}
	})
}

// Whatever filters are in force, a filter's option counts what choosing it alone
// would leave.
func TestAnOptionLeavesWhatItSays(t *testing.T) {
	t.Parallel()
	rm, p := room(t), i18n.For("uk")
	for i, s := range someViews(40) {
		f := Options(rm, s, p)
		for _, x := range []struct {
			options []Option
			set     func(string) state.Action
			now     state.Set
		}{
			{f.Status, func(c string) state.Action { return state.SetStatus(c) }, s.Status},
			{f.Domains, func(c string) state.Action { return state.SetDomains(c) }, s.Domains},
			{f.States, func(c string) state.Action { return state.SetStates(c) }, s.States},
			{f.Levels, func(c string) state.Action { return state.SetLevels(c) }, s.Levels},
		} {
			for _, o := range x.options {
				if n := len(Select(rm.Data, x.set(o.Code).Apply(s)).Statements); n != o.Count {
					t.Fatalf("view %d: %s offers %d, choosing it leaves %d", i, o.Label, o.Count, n)
				}
				if o.On != x.now.Has(o.Code) {
					t.Fatalf("view %d: %s is on: %t, in the view %q", i, o.Label, o.On, x.now)
				}
			}
		}
	}
}
