package maps

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

// In as many lines as StripLines says, all rows of a legend are drawn, and in one
// fewer they are not; a legend that is wider than the map in one of its rows has none.
func TestStripLinesIsTheLeastForAll(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(27, 11))
	seen := map[int]int{}
	for range 120 {
		m := stripOf(t, r)
		lines := StripLines(m)
		seen[lines]++
		rows := func(lines int) int {
			m.Furniture.Legend.Strip = lines
			_, place, err := Record(t.Context(), m)
			if err != nil {
				t.Fatal(err)
			}
			return len(place.LegendRows())
		}
		all := len(m.Furniture.Legend.Rows)
		if lines == 0 {
			if got := rows(20); got == all {
				t.Errorf("all %d rows are drawn, but there is no room for them", all)
			}
			continue
		}
		if got := rows(lines); got != all {
			t.Errorf("%d of %d rows are drawn in %d lines", got, all, lines)
		}
		if lines > 1 {
			if got := rows(lines - 1); got >= all {
				t.Errorf("all %d rows are drawn in %d lines, not %d", all, lines-1, lines)
			}
		}
	}
	if seen[0] < 1 || seen[1] < 5 || seen[2] < 5 {
		t.Errorf("saw strips of lines %v", seen)
	}
	m := fullMap(t, 900, 600, 1)
	m.Furniture.Legend = nil
	if n := StripLines(m); n != 0 {
		t.Errorf("no legend has %d lines", n)
	}
}

// The rows of a legend that have an id are listed as they are read, each is found by
// its id and by every point of its box, and no other.
func TestLegendRowsAreFoundBothWays(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 9))
	found := 0
	for range 60 {
		m := fullMap(t, 1300, 900, 1)
		lg := &Legend{Columns: r.IntN(3), Title: "Signs"}
		var want []string
		for i := range 1 + r.IntN(8) {
			row := LegendRow{Kind: LegendFill, Text: strings.Repeat("word ", 1+r.IntN(3)), Color: rgb(0x336699)}
			if r.IntN(3) > 0 {
				row.ID = fmt.Sprint("row ", i)
				want = append(want, row.ID)
			}
			lg.Rows = append(lg.Rows, row)
		}
		m.Furniture.Legend = lg
		_, place, err := Record(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		if place.Legend.Empty() {
			continue
		}
		if got := place.LegendRows(); !slices.Equal(got, want) {
			t.Fatalf("rows %q, want %q", got, want)
		}
		for _, id := range want {
			box, ok := place.LegendBox(id)
			if !ok {
				t.Fatalf("there is no box of %q", id)
			}
			for range 5 {
				x, y := box.X0+r.Float64()*(box.X1-box.X0), box.Y0+r.Float64()*(box.Y1-box.Y0)
				if at, there, ok := place.LegendRow(x, y); !ok || at != id || there != box {
					t.Fatalf("at %.1f, %.1f of %q lies %q", x, y, id, at)
				}
			}
			found++
		}
		for _, id := range []string{"", "row", "row 99"} {
			if box, ok := place.LegendBox(id); ok {
				t.Errorf("%q stands at %+v", id, box)
			}
		}
		if _, _, ok := place.LegendRow(place.Legend.X1+5, place.Legend.Y0-5); ok {
			t.Error("a row lies beside the legend")
		}
	}
	if found < 60 {
		t.Errorf("only %d rows were found", found)
	}
}

// Two markers that lie in one have both names, the heavier one's first; if one of
// them has none, neither is named, for the name would speak of one alone.
func TestTwoInOneHaveBothNames(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		a, b          Marker
		label, second string
	}{
		{Marker{Label: "Astana", Weight: 5}, Marker{Label: "Almaty", Weight: 3}, "Astana, Almaty", ""},
		{Marker{Label: "Astana", Weight: 3}, Marker{Label: "Almaty", Weight: 5}, "Almaty, Astana", ""},
		{Marker{Label: "Astana", Weight: 4}, Marker{Label: "Almaty", Weight: 4}, "Astana, Almaty", ""},
		{Marker{Label: "Astana", Weight: 1, Room: 9}, Marker{Label: "Almaty", Weight: 5}, "Astana, Almaty", ""},
		{Marker{Label: "Xi'an", Second: "西安", Weight: 1}, Marker{Label: "Beijing", Second: "北京", Weight: 2}, "Beijing, Xi'an", "北京, 西安"},
		{Marker{Label: "Xi'an", Second: "西安", Weight: 1}, Marker{Label: "Almaty", Weight: 2}, "Almaty, Xi'an", ""},
		{Marker{Label: "Astana", Weight: 5}, Marker{Weight: 3}, "", ""},
		{Marker{Weight: 5}, Marker{Label: "Almaty", Weight: 3}, "", ""},
	} {
		if label, _, second := both(&tt.a, &tt.b); label != tt.label || second != tt.second {
			t.Errorf("%q and %q together are %q, %q; want %q, %q", tt.a.Label, tt.b.Label, label, second, tt.label, tt.second)
		}
	}
	near := orb.Point{116.40, 39.90}
	m := &Map{View: testView(900, 600, 1), Style: testStyle(t, false), Cluster: true, Markers: []Marker{
		{ID: "a", LonLat: near, Weight: 3, Label: "One"}, {ID: "b", LonLat: orb.Point{near[0] + 0.01, near[1]}, Weight: 4, Label: "Other"},
	}}
	s := newPainter(m).setting(spots(m))
	if len(s.Sites) == 0 || s.Sites[0].Label != "Other, One" {
		t.Errorf("the cluster of two is %+v", s.Sites)
	}
	if s.Sites[0].Short != "Other, …" {
		t.Errorf("where there is little room it is %q", s.Sites[0].Short)
	}
	m.Markers[0].Foremost = true
	if s = newPainter(m).setting(spots(m)); s.Sites[0].Short != "One, …" || !s.Sites[0].Foremost {
		t.Errorf("with the foremost in it, it is %+v", s.Sites[0])
	}
	m.Markers = append(m.Markers, Marker{ID: "c", LonLat: near, Weight: 1, Label: "Third"})
	if s = newPainter(m).setting(spots(m)); len(s.Sites) == 0 || s.Sites[0].Label != "Other, One, …" || s.Sites[0].Short != "One, …" {
		t.Errorf("the cluster of three is %+v", s.Sites)
	}
	m.Markers[0].Foremost = false
	if s = newPainter(m).setting(spots(m)); s.Sites[0].Label != "Other, …" || s.Sites[0].Short != "" {
		t.Errorf("the cluster of three without a foremost is %+v", s.Sites[0])
	}
	m.Markers[0].Weight, m.Markers[2].Weight = 4, 4 // none is half of it
	if s = newPainter(m).setting(spots(m)); len(s.Sites) == 0 || s.Sites[0].Label != "" {
		t.Errorf("the cluster of equals is %+v", s.Sites)
	}
	m.Markers[2].Foremost = true
	if s = newPainter(m).setting(spots(m)); s.Sites[0].Label != "Third, …" {
		t.Errorf("the cluster of equals with a foremost is %+v", s.Sites)
	}
	m.Markers[1].Foremost, m.Markers[1].Weight = true, 5
	if s = newPainter(m).setting(spots(m)); s.Sites[0].Label != "Other, Third, …" || s.Sites[0].Short != "Other, …" {
		t.Errorf("the cluster of equals with two foremost is %+v", s.Sites)
	}
	m.Markers[0].Foremost = true
	if s = newPainter(m).setting(spots(m)); s.Sites[0].Label != "Other, One, …" {
		t.Errorf("the cluster of foremost ones is %+v", s.Sites)
	}
}
