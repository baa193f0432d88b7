package export_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// For any two documents and any filters, what the raw files hold decides which
// statement stands for a text and which text is firmer; the CSV, the table and the
// picture say so, and a cell lights what it counts.
func TestTextsAreCompared(t *testing.T) {
	t.Parallel()
	w := &world{statements: rows(t, "statements.csv"), meetings: map[string]map[string]string{}}
	for _, m := range rows(t, "meetings.csv") {
		w.meetings[m["id"]] = m
	}
	firmness := []string{"agreed", "to be signed", "announced", "intended", "position"} // docs/CODING.md
	rm, r := room(), rand.New(rand.NewPCG(11, 2))
	seen := map[string]int{}
	for range 300 {
		s := random(r, rm.Data)
		ids := []string{"000", "001", "002", "003", "004"}
		r.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
		s.Kind, s.Against = state.Domains, "document="+ids[0]+","+ids[1]
		type side struct {
			best          map[string]string
			count, hidden int
		}
		want := map[[2]string]*side{} // by domain and document
		at := func(domain, document string) *side {
			key := [2]string{domain, document}
			if want[key] == nil {
				want[key] = &side{}
			}
			return want[key]
		}
		for _, x := range w.statements {
			c := at(x["domain"], x["document"])
			if !w.passes(s, x) {
				c.hidden++
				continue
			}
			c.count++
			if c.best == nil || slices.Index(firmness, x["status"]) < slices.Index(firmness, c.best["status"]) {
				c.best = x
			}
		}
		table, err := export.LongTable(rm, s, export.Chart)
		if err != nil {
			t.Fatal(err)
		}
		got := map[[2]string][]string{}
		for _, row := range table.Rows {
			got[[2]string{row[0], row[1]}] = row
		}
		sel, p := scene.Select(rm.Data, s), i18n.For(s.Lang)
		tally := scene.Count(rm, sel, s, p)
		picture := tally.Chart(scene.PaletteFor(state.Light))
		cells := 0
		for key, c := range want {
			other := ids[0]
			if key[1] == other {
				other = ids[1]
			}
			if !slices.Contains(ids[:2], key[1]) || c.count == 0 {
				continue
			}
			cells++
			o := at(key[0], other)
			verdict := "same"
			switch {
			case o.count == 0 && o.hidden > 0:
				verdict = "filtered"
			case o.count == 0:
				verdict = "only"
			case slices.Index(firmness, c.best["status"]) < slices.Index(firmness, o.best["status"]):
				verdict = "firmer"
			case slices.Index(firmness, c.best["status"]) > slices.Index(firmness, o.best["status"]):
				verdict = "softer"
			}
			seen[verdict]++
			row := got[key]
			if line := []string{key[0], key[1], c.best["status"], c.best["id"], c.best["paragraph"], verdict, strconv.Itoa(c.count)}; len(row) < 7 || !slices.Equal(row[:7], line) {
				t.Fatalf("%s: %q, want %q", state.Encode(s), row, line)
			}
			i := slices.IndexFunc(picture.Rows, func(c charts.Category) bool { return c.Key == key[0] })
			j := slices.IndexFunc(picture.Columns, func(c charts.Category) bool { return c.Key == key[1] })
			if said := picture.Said[i][j]; picture.Values[i][j] != float64(c.count) || said.Text != rm.Data.Statement(c.best["id"]).Text.In(s.Lang) {
				t.Fatalf("%s: the picture says %+v of %v", state.Encode(s), said, key)
			}
			lit := scene.ChartAction(rm, s, charts.Mark{Row: key[0], Series: key[1], Value: float64(c.count)}, false).Apply(s)
			if n := len(scene.Select(rm.Data, lit).Lit); n != c.count {
				t.Fatalf("%s: %v lights %d, want %d", state.Encode(s), key, n, c.count)
			}
		}
		if len(got) != cells {
			t.Fatalf("%s: %d rows, want %d", state.Encode(s), len(got), cells)
		}
		for i, verdict := range picture.Verdicts { // words, from the second text's side
			a, b := at(picture.Rows[i].Key, picture.Columns[0].Key), at(picture.Rows[i].Key, picture.Columns[1].Key)
			if key := wordsOf(firmness, a.best, b.best, a.hidden, b.hidden); key != "" && verdict != p.T(key) {
				t.Fatalf("%s: %s: %q, want %q", state.Encode(s), picture.Rows[i].Key, verdict, p.T(key))
			}
		}
		if _, lines := tally.Table(); len(lines) > 0 && len(lines[0]) != len(tally.Head()) {
			t.Fatalf("%s: %q under %q", state.Encode(s), lines[0], tally.Head())
		}
	}
	for _, verdict := range []string{"only", "filtered", "firmer", "softer", "same"} {
		if seen[verdict] < 30 {
			t.Errorf("%s: only %d times", verdict, seen[verdict])
		}
	}
}

// wordsOf is the key of the words for the second of two texts beside the first.
func wordsOf(firmness []string, a, b map[string]string, hiddenA, hiddenB int) string {
	switch {
	case a == nil && b == nil:
		return ""
	case a == nil && hiddenA > 0:
		return "scene.filteredFirst"
	case a == nil:
		return "scene.onlySecond"
	case b == nil && hiddenB > 0:
		return "scene.filteredSecond"
	case b == nil:
		return "scene.onlyFirst"
	}
	switch x, y := slices.Index(firmness, a["status"]), slices.Index(firmness, b["status"]); {
	case y < x:
		return "scene.firmerSecond"
	case y > x:
		return "scene.softerSecond"
	}
	return "scene.equallyFirm"
}
