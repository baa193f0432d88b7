package scene

import (
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/assets"
)

// The places that ship lie where they are said to; with longitude and latitude
// the other way round, every one is found that has another place then.
func TestAstray(t *testing.T) {
	t.Parallel()
	ground, err := Lay()
	if err != nil {
		t.Fatal(err)
	}
	found := func(d *dataset.Dataset) []dataset.Finding {
		out, err := ground.Astray(d)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	d, _, err := dataset.Open(assets.Data())
	if err != nil {
		t.Fatal(err)
	}
	if got := found(d); len(got) > 0 {
		t.Errorf("as shipped: %v", got)
	}
	n := 0
	for i := range d.Places {
		p := &d.Places[i]
		if p.LonLat[0] > 90 { // no latitude: the schema finds it
			continue
		}
		p.LonLat = orb.Point{p.LonLat[1], p.LonLat[0]}
		n++
	}
	got := found(d)
	if len(got) != n || n == 0 {
		t.Errorf("%d of %d swapped places are found: %v", len(got), n, got)
	}
	for _, f := range got {
		if f.Mend.Key != "finding.swappedThere" || f.Row < 2 {
			t.Errorf("%v, row %d", f, f.Row)
		}
	}
}
