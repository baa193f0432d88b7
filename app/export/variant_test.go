package export_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/state"
)

// Small multiples and the comparison of two meetings count in the CSV and in
// the evidence what the raw files hold.
func TestVariants(t *testing.T) {
	t.Parallel()
	const one, other = "2020-07-16-fm1", "2023-05-18-talks"
	raw := rows(t, "statements.csv")
	for name, tt := range map[string]struct {
		set  func(s *state.State)
		dims []string
		keys func(x map[string]string) []string
	}{
		"split": {
			func(s *state.State) { s.Split = true },
			[]string{"state", "domain", "status"},
			func(x map[string]string) (keys []string) {
				for c := range strings.FieldsSeq(x["states"]) {
					keys = append(keys, c+" "+x["domain"]+" "+x["status"])
				}
				return keys
			},
		},
		"split, two states": {
			func(s *state.State) { s.Split, s.States = true, "KAZ,UZB" },
			[]string{"state", "domain", "status"},
			func(x map[string]string) (keys []string) {
				for c := range strings.FieldsSeq(x["states"]) {
					if c == "KAZ" || c == "UZB" {
						keys = append(keys, c+" "+x["domain"]+" "+x["status"])
					}
				}
				return keys
			},
		},
		"against": {
			func(s *state.State) { s.Meeting, s.Against = one, other },
			[]string{"domain", "meeting"},
			func(x map[string]string) []string {
				if x["meeting"] == one || x["meeting"] == other {
					return []string{x["domain"] + " " + x["meeting"]}
				}
				return nil
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := room().Opening()
			s.Status, s.Lang = state.AllStatuses, "uk"
			tt.set(&s)
			want := map[string]int{}
			for _, x := range raw {
				for _, k := range tt.keys(x) {
					want[k]++
				}
			}
			var b bytes.Buffer
			if err := export.WriteCSV(&b, room(), s, export.Chart); err != nil {
				t.Fatal(err)
			}
			all, err := csv.NewReader(&b).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]int{}
			n := len(tt.dims)
			for _, r := range all[1:] {
				got[strings.Join(r[:n], " ")], _ = strconv.Atoi(r[n])
			}
			if !slices.Equal(all[0][:n+1], append(slices.Clone(tt.dims), "count")) {
				t.Errorf("columns %q", all[0])
			}
			same(t, name, "CSV", got, want)

			_, file := draw(t, s, export.Options{Kind: export.Chart, Size: size(t, "640x480", 1)})
			in, err := export.Read(bytes.NewReader(file))
			if err != nil {
				t.Fatal(err)
			}
			table := in.Tables[0]
			if len(in.Tables) != 1 || !slices.Equal(table.Columns, all[0]) || !slices.EqualFunc(table.Rows, all[1:], slices.Equal) {
				t.Errorf("the evidence has %q, %d rows", table.Columns, len(table.Rows))
			}
			if again, err := in.State(); err != nil || again != export.View(s) {
				t.Errorf("the view came back as %+v, %v", again, err)
			}
		})
	}
}
