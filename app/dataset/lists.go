package dataset

import (
	"strconv"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/pattern"
)

var idPattern = pattern.Late(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// id returns the row's id if it is well formed and not yet in use.
func (r row) id(col string, used map[string]bool) (string, bool) {
	id := r.str(col)
	if !idPattern().MatchString(id) {
		r.fault(col, Phrase{Key: "finding.notID"}, Phrase{Key: "finding.idLetters"})
		return "", false
	}
	if used[id] {
		r.fault(col, Phrase{Key: "finding.usedTwice"}, Phrase{Key: "finding.ownID"})
		return "", false
	}
	used[id] = true
	return id, true
}

// readLists reads domains, states and places.
func (d *Dataset) readLists(in *reader) {
	f := &in.found
	used := map[string]bool{}
	in.tables["states"].each(f, func(r row) bool {
		code, ok := r.id("code", used)
		if ok {
			d.Countries = append(d.Countries, Country{
				Code: code, ISO2: r.str("iso2"), Members: r.list("members"), Name: r.txt("name"), Short: r.txt("short"), Capital: r.str("capital"), Role: r.role(), Spellings: splitList(r.str("spellings"), ";"),
			})
		}
		return ok
	})
	d.fillRoles()
	d.country = lookup(d.Countries, func(c *Country) string { return c.Code })
	used = map[string]bool{}
	d.checkCodes(in, "places")
	in.tables["places"].each(f, func(r row) bool {
		id, ok := r.id("id", used)
		if !ok {
			return false
		}
		at, ok := r.lonLat()
		if !ok {
			return false
		}
		d.Places = append(d.Places, Place{
			ID: id, LonLat: at, Country: d.countryOf(r), Capital: r.str("capital") == "true",
			Precision: r.str("precision"), Name: r.txt("name"), Spellings: splitList(r.str("spellings"), ";"), Row: r.t.nums[r.i], File: in.called(r.t.file),
		})
		return true
	})
	d.place = lookup(d.Places, func(p *Place) string { return p.ID })
	in.tables["place_names"].each(f, func(r row) bool {
		p := d.place[r.str("place")]
		if p == nil {
			r.follows("place", "places", r.str("place"))
			return false
		}
		p.Periods = append(p.Periods, NamePeriod{From: r.date("from"), To: r.date("to"), Name: r.txt("name")})
		return true
	})
	used = map[string]bool{}
	in.tables["domains"].each(f, func(r row) bool {
		code, ok := r.id("code", used)
		if ok {
			d.Domains = append(d.Domains, Domain{Code: code, Name: r.txt("name"), Short: r.txt("short"), Text: r.txt("text")})
		}
		return ok
	})
	d.domain = lookup(d.Domains, func(x *Domain) string { return x.Code })
}

// countryOf reads where a place is: in a state of the package, or in another,
// which has only its two letters.
func (d *Dataset) countryOf(r row) string {
	c := r.str("country")
	if !d.hasCountry(c) && !neighbour().MatchString(c) && c != "" && !r.f.follow(place{r.t.file, r.t.nums[r.i]}, "states", c) {
		r.fault("country", Phrase{Key: "finding.notIn", Name: "states.csv"}, Phrase{Key: "finding.addThere"})
	}
	return c
}

var neighbour = pattern.Late("^[A-Z]{2}$")

// lonLat reads the coordinates; never a silent 0, 0.
func (r row) lonLat() (orb.Point, bool) {
	lon, err1 := strconv.ParseFloat(r.str("lon"), 64)
	lat, err2 := strconv.ParseFloat(r.str("lat"), 64)
	switch {
	case err1 != nil || lon < -180 || lon > 180 || lon != lon:
		r.fault("lon", Phrase{Key: "finding.notLongitude"}, Phrase{Key: "finding.degreesEast"})
	case err2 != nil || lat < -90 || lat > 90 || lat != lat:
		mend := Phrase{Key: "finding.degreesNorth"}
		if err2 == nil && lat >= -180 && lat <= 180 {
			mend = Phrase{Key: "finding.swapped"}
		}
		r.fault("lat", Phrase{Key: "finding.notLatitude"}, mend)
	case lon == 0 && lat == 0:
		r.fault("lon", Phrase{Key: "finding.nowhere"}, Phrase{Key: "finding.givePlace"})
	default:
		return orb.Point{lon, lat}, true
	}
	return orb.Point{}, false
}

// roles is how many tints a palette has.
const roles = 12

func (r row) role() int {
	n := r.whole("role")
	if n < 0 || n > roles {
		r.fault("role", Phrase{Key: "finding.notTint"}, Phrase{Key: "finding.tints", N: roles})
		return 0
	}
	return n
}

// fillRoles gives states without a role the next that is free, and begins anew
// when all are taken.
func (d *Dataset) fillRoles() {
	used := [roles + 1]int{}
	for i := range d.Countries {
		used[d.Countries[i].Role]++
	}
	for i := range d.Countries {
		c := &d.Countries[i]
		if c.Role != 0 {
			continue
		}
		c.Role = 1
		for k := 2; k <= roles; k++ {
			if used[k] < used[c.Role] {
				c.Role = k
			}
		}
		used[c.Role]++
	}
}
