package dataset

import (
	"slices"
	"testing"
	"testing/fstest"
)

// A union is one party with the areas of its members; a place in a state that the
// package has not is known by two letters, and any other code is a fault.
func TestUnionAndNeighbour(t *testing.T) {
	t.Parallel()
	m := fstest.MapFS{
		"datapackage.json": {Data: []byte(`{"name": "u", "version": "1.0.0", "resources": []}`)},
		"states.csv":       {Data: []byte("code,iso2,members,name\nEU,EU,BE LU,Union\nKAZ,KZ,,Kazakhstan\n")},
		"domains.csv":      {Data: []byte("code,name\nTRD,Trade\n")},
		"places.csv":       {Data: []byte("id,lon,lat,country,precision,name\na,4.35,50.85,BE,city,A\nb,27.57,53.9,BY,city,B\nc,27.57,53.9,BYX,city,C\n")},
		"meetings.csv":     {Data: []byte("id,date,place,mode,level,title,parties,source\nm,2024,a,in person,other,M,EU KAZ,outside\n")},
		"documents.csv":    {Data: []byte("id,kind,meetings,title,lead,language,publisher,published\n")},
		"statements.csv":   {Data: []byte("id,document,meeting,paragraph,states,scope,status,basis,domain,text\n")},
	}
	d, found, err := Open(m)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Country("EU").Areas(); !slices.Equal(got, []string{"EU", "BE", "LU"}) || !slices.Equal(d.Country("KAZ").Areas(), []string{"KZ"}) {
		t.Errorf("areas %v", got)
	}
	if want := []string{"EU", "BE", "LU", "KZ"}; !slices.Equal(d.Profile.Region, want) {
		t.Errorf("region %v, want %v", d.Profile.Region, want)
	}
	if Faults(found) != 1 {
		t.Fatalf("%v", found)
	}
	for _, f := range found {
		if !f.Note && (f.File != "places.csv" || f.Column != "country" || f.Value != "BYX") {
			t.Errorf("%+v", f)
		}
	}
}
