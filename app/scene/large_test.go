package scene

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// large is a package of 100,000 statements on 2,000 meetings at 600 places all
// over the world.
func large(tb testing.TB) *dataset.Dataset {
	tb.Helper()
	const statements, meetings, places = 100_000, 2000, 600
	table := func(head string, n int, row func(i int) string) *fstest.MapFile {
		var b strings.Builder
		b.WriteString(head + "\n")
		for i := range n {
			b.WriteString(row(i) + "\n")
		}
		return &fstest.MapFile{Data: []byte(b.String())}
	}
	d, findings, err := dataset.Open(fstest.MapFS{
		"datapackage.json": {Data: []byte(`{"name": "large", "title": "Large", "version": "0.1.0", "resources": []}`)},
		"states.csv": table("code,iso2,name,capital", 4, func(i int) string {
			return []string{"CHN,CN,China,p0", "USA,US,United States,p1", "BRA,BR,Brazil,p2", "FRA,FR,France,p3"}[i]
		}),
		"domains.csv": table("code,name,text", 3, func(i int) string { return fmt.Sprintf("D%d,Domain %d,", i, i) }),
		"places.csv": table("id,lon,lat,country,capital,precision,name", places, func(i int) string {
			return fmt.Sprintf("p%d,%.3f,%.3f,%s,false,city,Place %d", i, float64(i*37%360)-179.5, float64(i*17%130)-55, []string{"CHN", "USA", "BRA", "FRA"}[i%4], i)
		}),
		"meetings.csv": table("id,date,place,mode,level,title,short,parties,source", meetings, func(i int) string {
			return fmt.Sprintf("m%d,20%02d-%02d-%02d,p%d,in person,%s,Meeting %d,M%d,CHN USA,seed", i, i%25, i%12+1, i%28+1, i%places, []string{"heads of state", "bilateral"}[i%2], i, i)
		}),
		"documents.csv": table("id,kind,meetings,title,lead,language,publisher", meetings, func(i int) string {
			return fmt.Sprintf("d%d,news report,m%d,Document %d,Document %d,en,Press", i, i, i, i)
		}),
		"statements.csv": table("id,document,meeting,paragraph,stated_by,states,scope,status,basis,domain,text", statements, func(i int) string {
			return fmt.Sprintf("s%d,d%d,m%d,P%d,CHN,CHN USA,M,%s,R,D%d,They say something %d", i, i%meetings, i%meetings, i, []string{"agreed", "announced", "position"}[i%3], i%3, i)
		}),
	})
	if err != nil || len(d.Statements) != statements {
		tb.Fatalf("%d statements, %v, %v", len(d.Statements), findings[:min(3, len(findings))], err)
	}
	return d
}

// BenchmarkMap100000 makes the map of a hundred thousand statements at 600
// places, as every picture of a drag does.
func BenchmarkMap100000(b *testing.B) {
	rm := room(b).WithData(large(b))
	s := state.Default()
	s.Status = state.AllStatuses
	sel, p, pal := Select(rm.Data, s), i18n.For("en"), PaletteFor(state.Light)
	v := Viewport(rm, s, 1280, 720, 1)
	if m := Map(rm, sel, s, p, pal, v); len(m.Markers) < 100 {
		b.Fatalf("%d markers", len(m.Markers))
	}
	for b.Loop() {
		Map(rm, sel, s, p, pal, v)
	}
}

// BenchmarkRegion finds where a package with 600 places lies, as it is opened.
func BenchmarkRegion(b *testing.B) {
	rm, d := room(b), large(b)
	for b.Loop() {
		if _, err := regionOf(d, rm.Atlas); err != nil {
			b.Fatal(err)
		}
	}
}
