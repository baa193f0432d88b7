package export_test

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/state"
)

// Who cannot see the map hears where most statements are: the places and the sums are
// those of the raw tables.
func TestMapSaysWhere(t *testing.T) {
	t.Parallel()
	online, sums, names := map[string]bool{}, map[string]int{}, map[string]string{}
	for _, x := range rows(t, "place_names.csv") {
		if x["to"] == "" {
			names[x["place"]] = x["name"]
		}
	}
	for _, x := range rows(t, "places.csv") {
		names[x["id"]] = cmp.Or(names[x["id"]], x["name"])
	}
	place := map[string]string{}
	for _, x := range rows(t, "meetings.csv") {
		place[x["id"]], online[x["id"]] = x["place"], x["mode"] == "online"
	}
	for _, x := range rows(t, "statements.csv") {
		if at := place[x["meeting"]]; at != "" && !online[x["meeting"]] {
			sums[at]++
		}
	}
	var ids []string
	for id := range sums {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return sums[b] - sums[a] })
	if len(ids) < 2 || sums[ids[0]] == sums[ids[1]] {
		t.Fatalf("the data have changed: %v", sums)
	}
	pic, err := export.Draw(t.Context(), room(), state.Default(), export.Options{Kind: export.Map, Size: size(t, "1000x700", 1)})
	if err != nil {
		t.Fatal(err)
	}
	want := "Largest: " + names[ids[0]] + ": " + strconv.Itoa(sums[ids[0]]) + "; " + names[ids[1]] + ": " + strconv.Itoa(sums[ids[1]])
	if said := pic.Words.Description; !strings.Contains(said, want) {
		t.Errorf("%q is not in %q", want, said)
	}
}
