package maps

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/internal/draw"
)

// stripOf is a map whose legend runs along its upper edge, with rows as they come.
func stripOf(t *testing.T, r *rand.Rand) *Map {
	t.Helper()
	m := fullMap(t, 300+900*r.Float64(), 300+300*r.Float64(), []float64{1, 2}[r.IntN(2)])
	m.Atlas, m.Labels, m.Markers = nil, nil, nil
	m.TypeScale = []float64{0, 0.8, 1, 1.5, 2}[r.IntN(5)]
	kinds := []LegendKind{LegendMarker, LegendSize, LegendBorder, LegendDisputed, LegendControl, LegendClaim, LegendHatch, LegendLink, LegendFill}
	lg := &Legend{Strip: 1 + r.IntN(3)}
	for i := range 1 + r.IntN(9) {
		row := LegendRow{
			Kind: kinds[r.IntN(len(kinds))], ID: fmt.Sprint("row ", i), Text: fmt.Sprintf("legendary %d%s", i, strings.Repeat(" long", r.IntN(4))),
			Weight: 10, MaxWeight: 10, Color: rgb(0x336699),
		}
		if r.IntN(3) == 0 {
			row.Short = fmt.Sprintf("brief %d", i)
		}
		if row.Kind == LegendSize {
			row.Text = "10 measures"
			row.Smaller = []SizeMark{{Weight: 3, Text: "3", Words: "3 measures"}, {Weight: 1, Text: "1", Words: "1 measure"}}
		}
		lg.Rows = append(lg.Rows, row)
	}
	m.Furniture.Legend = lg
	return m
}

// A strip takes no more lines than it has, keeps its rows in order and apart, and
// each row answers where it stands; what finds no room is left out from the end.
func TestStripKeepsItsLines(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(8, 5))
	whole, cut := 0, 0
	for range 300 {
		m := stripOf(t, r)
		lg := m.Furniture.Legend
		pic, place, err := Record(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		if place.Legend.Empty() {
			if len(place.rows) > 0 {
				t.Fatal("rows stand in no legend")
			}
			continue
		}
		w, h := LegendRoom(m)
		if place.Legend.X0 != 0 || place.Legend.Y0 != 0 || place.Legend.X1 != w || place.Legend.Y1 > h+1e-9 {
			t.Fatalf("the strip is %+v, its room %.1f by %.1f", place.Legend, w, h)
		}
		var last draw.Box
		for i, row := range place.rows {
			if row.id != lg.Rows[i].ID {
				t.Fatalf("row %d is %q, want %q", i, row.id, lg.Rows[i].ID)
			}
			x, y := (row.box.X0+row.box.X1)/2, (row.box.Y0+row.box.Y1)/2
			if id, _, ok := place.LegendRow(x, y); !ok || id != row.id {
				t.Errorf("at the middle of %q stands %q", row.id, id)
			}
			if !place.Legend.Contains(x, y) || !place.OnFurniture(x, y) {
				t.Errorf("%q stands beside the legend", row.id)
			}
			after := row.box.X0 >= last.X1-1e-9 && row.box.Y0 == last.Y0 || row.box.Y0 >= last.Y1-1e-9
			if i > 0 && !after {
				t.Errorf("%q at %+v comes before the one at %+v", row.id, row.box, last)
			}
			last = row.box
		}
		if id, _, ok := place.LegendRow(m.View.Width/2, place.Legend.Y1+40); ok {
			t.Errorf("below the strip stands %q", id)
		}
		if len(place.rows) < len(lg.Rows) {
			cut++
		} else {
			whole++
		}
		d := m.View.Density
		for i := range pic.Steps {
			s := &pic.Steps[i]
			if s.Layer != "legend" || s.Text == nil {
				continue
			}
			b := s.Bound()
			if b.Min[0] < 0 || b.Max[0] > (m.View.Width+0.01)*d || b.Min[1] < -0.01 || b.Max[1] > (place.Legend.Y1+0.01)*d {
				t.Errorf("%q leaves the strip: %+v, which ends at %.1f", s.Text.String, b, place.Legend.Y1*d)
			}
		}
	}
	if whole < 50 || cut < 50 {
		t.Errorf("%d strips whole, %d cut: too few to show much", whole, cut)
	}
}

// The words of a row are its short ones if it has them, and circles are those that
// a line has room for, the smallest first.
func TestStripWords(t *testing.T) {
	t.Parallel()
	m := fullMap(t, 1200, 500, 1)
	m.Furniture.Legend = &Legend{Strip: 2, Rows: []LegendRow{
		{Kind: LegendMarker, ID: "a", Text: "a rather long explanation", Short: "briefly"},
		{Kind: LegendHatch, ID: "b", Text: "hatched land"},
		{Kind: LegendSize, ID: "c", Text: "100 measures", Weight: 100, MaxWeight: 100, Smaller: []SizeMark{{Weight: 3, Text: "3", Words: "3 measures"}, {Weight: 1, Text: "1", Words: "1 measure"}}},
		{Kind: LegendSize, ID: "d", Text: "40 more", Weight: 40, MaxWeight: 40, Smaller: []SizeMark{{Weight: 1, Text: "1", Words: "one more"}}},
	}}
	pic, _, err := Record(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for i := range pic.Steps {
		if s := &pic.Steps[i]; s.Layer == "legend" && s.Text != nil {
			said = append(said, s.Text.String)
		}
	}
	if got, want := strings.Join(said, "|"), "briefly|hatched land|1|3 measures|one more"; got != want {
		t.Errorf("the strip says %q, want %q", got, want)
	}
}

// However small the type is, two circles say what the sizes mean where the markers
// are as large as in type of size 1.
func TestStripHasTwoSizesInSmallType(t *testing.T) {
	t.Parallel()
	for _, k := range []float64{0.8, 0.9, 1} {
		m := fullMap(t, 634, 364, 1)
		m.TypeScale = k
		row := LegendRow{Kind: LegendSize, ID: "size", Text: "17 statements", Weight: 17, MaxWeight: 17, Smaller: []SizeMark{{Weight: 4, Text: "4"}, {Weight: 1, Text: "1"}}}
		m.Furniture.Legend = &Legend{Strip: 1, Rows: []LegendRow{row}}
		if got := len(newPainter(m).stripSizes(row)); got < 2 {
			t.Errorf("×%v: %d circles", k, got)
		}
	}
}
