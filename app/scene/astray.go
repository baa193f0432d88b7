package scene

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/dataset"
)

// astrayBeyond is how far, in kilometres, a place may lie outside the outline of
// its country: outlines are coarse, and islands and ports lie off them.
const astrayBeyond = 100

// Astray reports the places of a package that do not lie in the country that
// they are said to be in, and whether they would with longitude and latitude
// the other way round. Countries that the base map has not are passed over. The
// error is one of the base map.
func (g *Ground) Astray(d *dataset.Dataset) ([]dataset.Finding, error) {
	var out []dataset.Finding
	for i := range d.Places {
		p := &d.Places[i]
		iso := p.Country
		if c := d.Country(p.Country); c != nil {
			iso = c.ISO2
		}
		km, err := g.atlas.Away(iso, p.LonLat)
		if err != nil {
			return out, fmt.Errorf("look where places lie: %w", err)
		}
		if km <= astrayBeyond {
			continue
		}
		f := dataset.Finding{
			File: p.File, Row: p.Row, Column: "lon, lat", Value: fmt.Sprintf("%g, %g", p.LonLat[0], p.LonLat[1]),
			Fault: dataset.Phrase{Key: "finding.farFrom", Name: p.Country, N: int(roughly(km))}, Mend: dataset.Phrase{Key: "finding.correctPosition"},
		}
		turned := orb.Point{p.LonLat[1], p.LonLat[0]}
		if math.Abs(turned[1]) <= 90 {
			if away, err := g.atlas.Away(iso, turned); err == nil && away <= astrayBeyond {
				f.Fault = dataset.Phrase{Key: "finding.notInCountry", Name: p.Country}
				f.Mend = dataset.Phrase{Key: "finding.swappedThere", Name: fmt.Sprintf("%g, %g", turned[0], turned[1])}
			}
		}
		out = append(out, f)
	}
	return out, nil
}

// roughly rounds a distance to two figures.
func roughly(km float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(km))-1)
	return math.Round(km/unit) * unit
}
