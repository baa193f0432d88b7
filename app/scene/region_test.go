package scene

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// TestRegionIsFramedAsByHand: the shapes of the six shipped states give the
// frame that was drawn round them by hand, and a projection in which nothing
// lies elsewhere than in the usual Albers of the region.
func TestRegionIsFramedAsByHand(t *testing.T) {
	t.Parallel()
	r := room(t)
	byHand := orb.LineString{
		{46.5, 48.5},
		{51, 51.7},
		{61.5, 54},
		{69.5, 55.4},
		{87.3, 49.2},
		{52.5, 41.5},
		{61.2, 35.2},
		{73.6, 39.3},
		{78.5, 31},
		{97.4, 27.7},
		{99.2, 21.4},
		{108.5, 18.2},
		{110.5, 18.2},
		{122.2, 29.8},
		{121, 25},
		{135, 48.4},
		{123.3, 53.5},
		{119, 49.9},
	}
	usual := geo.Albers(25, 47, 36, 90)
	for _, size := range [][2]float64{{1280, 720}, {800, 600}, {500, 700}} {
		want := geo.Fit(usual, byHand, size[0], size[1], 1, 16)
		got := geo.Fit(r.Region().Projection, r.Region().states, size[0], size[1], 1, 16)
		for _, place := range append(byHand, orb.Point{71.4, 51.2}, orb.Point{116.4, 39.9}, orb.Point{58.4, 37.9}) {
			x, y := got.ToScreen(place)
			wx, wy := want.ToScreen(place)
			if d := math.Hypot(x-wx, y-wy); d > size[0]/100 {
				t.Errorf("%v: %v is %.1f pixels from where it was", size, place, d)
			}
		}
	}
	if len(r.Region().beyond) > 0 || r.Region().near() != 2600 {
		t.Errorf("beyond %v, a lesson shows %g km", r.Region().beyond, r.Region().near())
	}
}

// TestNorthIsUp: wherever the camera looks, from near by or afar, a place to the
// north stands above, and one to the east to the right.
func TestNorthIsUp(t *testing.T) {
	t.Parallel()
	r := room(t)
	for _, at := range []orb.Point{{-74, 40.7}, {-60, 5}, {178, -17}, {151, -34}, {37, 55}, {116, 40}, {18, -34}, {-150, 61}} {
		for _, span := range []float64{300, 2600, 9000, 30000} {
			s := state.Default()
			s.Camera = state.Camera{Lon: at[0], Lat: at[1], Span: span}
			v := Viewport(r, s, 1000, 600, 1)
			x, y := v.ToScreen(at)
			if math.Hypot(x-500, y-300) > 0.5 {
				t.Errorf("%v is at %.0f %.0f", at, x, y)
			}
			nx, ny := v.ToScreen(orb.Point{at[0], at[1] + 1})
			ex, ey := v.ToScreen(orb.Point{at[0] + 1, at[1]})
			if ny >= y || ex <= x || math.Abs(nx-x) > 1.2*(y-ny) || math.Abs(ey-y) > 0.6*(ex-x) {
				t.Errorf("%v from %g km: north is %.1f %.1f, east %.1f %.1f", at, span, nx-x, ny-y, ex-x, ey-y)
			}
			if c := CameraOf(v); math.Abs(geo.WrapLon(c.Lon-at[0])) > 1e-3 || math.Abs(c.Lat-at[1]) > 1e-3 {
				t.Errorf("the camera at %v comes back as %+v", at, c)
			}
		}
	}
}

// TestFittedViewHoldsTheRegion in windows of any form, above the notes.
func TestFittedViewHoldsTheRegion(t *testing.T) {
	t.Parallel()
	r := room(t)
	for _, size := range [][2]float64{{1280, 720}, {800, 520}, {400, 900}, {1900, 300}} {
		v := Viewport(r, room(t).Opening(), size[0], size[1], 1)
		for _, c := range r.Region().Corners {
			if x, y := v.ToScreen(c); x < 0 || y < 0 || x > size[0] || y > size[1] {
				t.Errorf("%v does not fit: %g, %g of %v", c, x, y, size)
			}
		}
	}
}

// among is a package of states, by their two-letter codes, with one meeting at a
// place.
func among(tb testing.TB, lon, lat float64, isos ...string) *dataset.Dataset {
	tb.Helper()
	var states strings.Builder
	states.WriteString("code,iso2,name,capital\n")
	for _, iso := range isos {
		fmt.Fprintf(&states, "%[1]sX,%[1]s,%[1]s,p\n", iso)
	}
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	d, findings, err := dataset.Open(fstest.MapFS{
		"datapackage.json": file(`{"name": "among", "title": "Among", "version": "0.1.0", "resources": []}`),
		"states.csv":       file(states.String()),
		"domains.csv":      file("code,name,text\nD,Domain,\n"),
		"places.csv":       file(fmt.Sprintf("id,lon,lat,country,capital,precision,name\np,%g,%g,%sX,true,city,Place\n", lon, lat, isos[0])),
		"meetings.csv":     file("id,date,place,mode,level,title,short,parties,source\nm,2024-01-01,p,in person,heads of state,Meeting,M," + isos[0] + "X,seed\n"),
		"documents.csv":    file("id,kind,meetings,title,lead,language,publisher\nd,news report,m,Document,Document,en,Press\n"),
		"statements.csv":   file("id,document,meeting,paragraph,stated_by,states,scope,status,basis,domain,text\ns,d,m,P,," + isos[0] + "X,M,agreed,R,D,Text\n"),
	})
	if err != nil || len(d.Meetings) != 1 {
		tb.Fatalf("%d meetings, %v, %v", len(d.Meetings), findings, err)
	}
	return d
}

// TestRegionsOfTheWorld: the frame of any group of states holds them and their
// meeting, as large as they go, and its legend has a corner.
func TestRegionsOfTheWorld(t *testing.T) {
	t.Parallel()
	shipped := room(t)
	conic := func(p geo.Projection) bool { // its parallels bend
		m := p.Meridian()
		return p.Project(orb.Point{m + 30, 45})[1]-p.Project(orb.Point{m, 45})[1] > 1000
	}
	for _, c := range []struct {
		name     string
		isos     []string
		lon, lat float64
		conic    bool
		widest   float64 // kilometres of the frame
	}{
		{"the USA and Central Asia", []string{"US", "KZ", "KG", "TJ", "TM", "UZ"}, -77, 38.9, false, 19000},
		{"Europe and Central Asia", []string{"PT", "ES", "FR", "IE", "SE", "GR", "KZ", "KG", "TJ", "TM", "UZ"}, 4.3, 50.8, true, 8500},
		{"Russia and Central Asia", []string{"RU", "KZ", "KG", "TJ", "TM", "UZ"}, 37.6, 55.8, true, 8500},
		{"South-East Asia", []string{"ID", "MY", "PH", "SG", "TH", "VN", "LA", "KH", "MM", "BN"}, 106.8, -6.2, true, 5600},
		{"the Pacific", []string{"FJ", "TO", "WS", "NZ"}, 178.4, -18.1, true, 2500},
		{"one small state", []string{"LU"}, 6.1, 49.6, true, 100},
	} {
		r := shipped.WithData(among(t, c.lon, c.lat, c.isos...))
		g := r.Region()
		if conic(g.Projection) != c.conic && c.name != "South-East Asia" && c.name != "the Pacific" {
			t.Errorf("%s: %+v", c.name, g.Projection)
		}
		if len(g.beyond) > 0 {
			t.Errorf("%s: the meeting is beyond", c.name)
		}
		frame := g.bound(g.Corners)
		if wide := (frame.Max[0] - frame.Min[0]) / 1000; wide > c.widest || wide < c.widest/2 {
			t.Errorf("%s: the frame is %.0f km wide", c.name, wide)
		}
		v := Viewport(r, state.Default(), 1000, 600, 1)
		if x, y := v.ToScreen(orb.Point{c.lon, c.lat}); x < 0 || y < 0 || x > 1000 || y > 600 {
			t.Errorf("%s: the meeting is at %.0f %.0f", c.name, x, y)
		}
		if !g.Hides(v, draw.Box{X1: 1000, Y1: 600}) || g.Hides(v, draw.Box{X1: 10, Y1: 10}) {
			t.Errorf("%s: what a box hides", c.name)
		}
		if room := g.RoomBeside(v, 0, false) + g.RoomBeside(v, 0, true); room < 2*fitPad-1 || room > 1000 {
			t.Errorf("%s: %.0f pixels beside the states", c.name, room)
		}
	}
	// Without states of the base map it is where the meetings are.
	r := shipped.WithData(among(t, 20, 10, "ZZ"))
	v := Viewport(r, state.Default(), 1000, 600, 1)
	if x, y := v.ToScreen(orb.Point{20, 10}); math.Hypot(x-500, y-300) > 100 {
		t.Errorf("a lone place is at %.0f %.0f", x, y)
	}
}

// TestNothingStandsBeyondTheBaseMap: a meeting where the base map has ended is
// counted, but no map draws its symbol, wherever the camera looks; a legend
// without a row to explain is no legend.
func TestNothingStandsBeyondTheBaseMap(t *testing.T) {
	t.Parallel()
	p := i18n.For("en")
	for _, isos := range [][]string{{"AQ"}, {"FJ"}} {
		r := room(t).WithData(among(t, 0, -90, isos...))
		for _, c := range []state.Camera{{}, {Lat: -85, Span: 3000}, {Span: 30000}} {
			s := state.Default()
			s.Camera = c
			v := Viewport(r, s, 1000, 600, 1)
			sel := Select(r.Data, s)
			m := NewSymbols(r, sel, s, p).Map(s, PaletteFor(s.Theme), v)
			if len(m.Markers) > 0 {
				t.Errorf("%v, %+v: the South Pole is on the map", isos, c)
			}
			if m.Furniture.Legend != nil && len(m.Furniture.Legend.Rows) == 0 {
				t.Errorf("%v, %+v: a heading over nothing", isos, c)
			}
			if _, _, n := outside(r, sel, s, v); n != 1 {
				t.Errorf("%v, %+v: %d statements are outside, want 1", isos, c, n)
			}
			if len(Tray(r, sel, s, p)) != 1 {
				t.Errorf("%v, %+v: the tray lacks the meeting", isos, c)
			}
		}
	}
}

// TestCityNotKnown: a meeting of which only the country is known has no marker, in
// no window; the tray has it, with the country, and it is counted as without a
// place, not as outside.
func TestCityNotKnown(t *testing.T) {
	t.Parallel()
	d := among(t, 67, 48, "KZ", "UZ")
	d.Place("p").Precision = "country"
	r, p := room(t).WithData(d), i18n.For("en")
	for _, c := range []state.Camera{{}, {Lon: 67, Lat: 48, Span: 900}, {Lon: 90, Lat: 35, Span: 900}} {
		s := state.Default()
		s.Camera = c
		v := Viewport(r, s, 1000, 600, 1)
		sel := Select(r.Data, s)
		if m := NewSymbols(r, sel, s, p).Map(s, PaletteFor(s.Theme), v); len(m.Markers) > 0 {
			t.Errorf("%+v: the country has a marker", c)
		}
		if cards := Tray(r, sel, s, p); len(cards) != 1 || cards[0].Placed || cards[0].Where != "Place, city not known" {
			t.Errorf("%+v: the tray has %+v", c, cards)
		}
		if _, _, n := outside(r, sel, s, v); n != 0 {
			t.Errorf("%+v: %d statements are outside", c, n)
		}
	}
}

// TestTownsAreNamedOnce: a place of a package's own that is a town of the map
// has one name there, the package's.
func TestTownsAreNamedOnce(t *testing.T) {
	t.Parallel()
	p := i18n.For("en")
	for iso, at := range map[string]orb.Point{"NZ": {174.78, -41.29}, "FR": {2.35, 48.86}, "CN": {116.4, 39.9}} {
		r := room(t).WithData(among(t, at[0], at[1], iso))
		s := state.Default()
		x := NewSymbols(r, Select(r.Data, s), s, p)
		for _, l := range x.labels {
			if l.Kind == names.Capital && l.ISO == iso {
				t.Errorf("%s is named beside the package's own name", l.Text)
			}
		}
		if len(x.markers) != 1 || x.markers[0].Label != "Place" {
			t.Errorf("%s: markers %+v", iso, x.markers)
		}
	}
}

// TestMapCountsAll: wherever a map looks, what stands in its window, outside of
// it and nowhere is all that its title counts.
func TestMapCountsAll(t *testing.T) {
	t.Parallel()
	rm := room(t)
	p := i18n.For("en")
	rnd := rand.New(rand.NewPCG(3, 4))
	some := 0
	for range 300 {
		s := randomView(rnd)
		s.Camera = state.Camera{Lon: 50 + rnd.Float64()*85, Lat: 20 + rnd.Float64()*35, Span: 300 + rnd.Float64()*6000}
		sel := Select(rm.Data, s)
		v := Viewport(rm, s, 900, 600, 1)
		drawn, nowhere := 0, 0
		for _, m := range markers(rm, sel, s, p) {
			if x, y := v.ToScreen(m.LonLat); x >= 0 && y >= 0 && x <= 900 && y <= 600 {
				drawn += int(m.Weight)
			}
		}
		for _, id := range sel.Meetings {
			if rm.Data.Meeting(id).Place == "" {
				nowhere += sel.ByMeeting.Of(id)
			}
		}
		_, _, beyond := outside(rm, sel, s, v)
		if drawn+beyond+nowhere != len(sel.Statements) {
			t.Fatalf("%+v: %d drawn, %d outside, %d without a place; %d in all", s, drawn, beyond, nowhere, len(sel.Statements))
		}
		if beyond > 0 {
			some++
		}
	}
	if some < 50 {
		t.Errorf("only %d views leave something out", some)
	}
}

// TestPlacesBeyondTheRegion: those not far widen the fitted view, the others are
// counted in the tray.
func TestPlacesBeyondTheRegion(t *testing.T) {
	t.Parallel()
	r := room(t)
	states := []*dataset.Place{
		{ID: "moscow", LonLat: orb.Point{37.6, 55.8}},
		{ID: "new york", LonLat: orb.Point{-74, 40.7}},
		{ID: "buenos aires", LonLat: orb.Point{-58.4, -34.6}},
		{ID: "delhi", LonLat: orb.Point{77.2, 28.6}},
	}
	g := &Region{Projection: r.Region().Projection, states: r.Region().states, beyond: map[string]bool{}}
	frame := g.bound(g.states)
	g.take(frame, states)
	if g.beyond["moscow"] || g.beyond["delhi"] || !g.beyond["new york"] || !g.beyond["buenos aires"] {
		t.Errorf("beyond the region: %v", g.beyond)
	}
	// The states keep half of the frame.
	wider := g.bound(g.Corners)
	for i := range 2 {
		if (frame.Max[i]-frame.Min[i])*mostWiden < wider.Max[i]-wider.Min[i] {
			t.Errorf("the frame is %v, the states %v", wider, frame)
		}
	}
	if x := g.Projection.Project(states[0].LonLat); !wider.Contains(x) {
		t.Error("the fitted view leaves Moscow out")
	}
}
