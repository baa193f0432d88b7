package scene

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/cputime"
	"c5atlas.org/c5atlas/internal/large"
)

// largePackage is a package of 100,000 statements, opened once.
var largePackage = sync.OnceValues(func() (*dataset.Dataset, error) {
	d, _, err := dataset.Open(large.Package(large.Full))
	return d, err
})

func largeRoom(b *testing.B) *Room {
	b.Helper()
	d, err := largePackage()
	if err != nil || len(d.Statements) != large.Full.Statements {
		b.Fatalf("%d statements, %v", len(d.Statements), err)
	}
	return room(b).WithData(d)
}

// everything is a view of all statements of the large package.
func everything() state.State {
	s := state.Default()
	s.Status = state.AllStatuses
	return s
}

// A hundred thousand statements: what each pane asks for after a filter, and
// what the map asks for in every frame of a drag. The budget is 100 ms each.

func BenchmarkLargeSelect(b *testing.B) {
	r, s := largeRoom(b), everything()
	s.States, s.Domains = "KAZ,UZB", "SEC,SOV,TRD"
	defer cputime.PerOp(b)()
	for b.Loop() {
		Select(r.Data, s)
	}
}

func BenchmarkLargeFocus(b *testing.B) {
	r, s := largeRoom(b), everything()
	s.LitDomains = "TRD"
	defer cputime.PerOp(b)()
	for b.Loop() {
		Select(r.Data, s)
	}
}

func BenchmarkLargeFilters(b *testing.B) {
	r, s, p := largeRoom(b), everything(), i18n.For("en")
	s.States, s.Domains = "KAZ,UZB", "SEC,SOV,TRD"
	defer cputime.PerOp(b)()
	for b.Loop() {
		Options(r, s, p)
	}
}

// BenchmarkLargeChart counts and draws each chart.
func BenchmarkLargeChart(b *testing.B) {
	r, p, pal := largeRoom(b), i18n.For("en"), PaletteFor(state.Light)
	views := map[string]func(*state.State){
		"split":    func(s *state.State) { s.Split = true },
		"compared": func(s *state.State) { s.Meeting, s.Against = "m0001", "m0003" },
	}
	names := []string{"split", "compared"}
	for _, x := range Specs() {
		names = append(names, string(x.Kind))
		views[string(x.Kind)] = func(s *state.State) { s.Kind = x.Kind }
	}
	for _, name := range names {
		s := everything()
		views[name](&s)
		b.Run(name, func(b *testing.B) {
			defer cputime.PerOp(b)()
			for b.Loop() {
				c := Count(r, Select(r.Data, s), s, p).Chart(pal)
				if _, _, err := charts.Image(c, charts.Size{Width: 1200, Height: 400, Density: 1}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLargeTable counts for the longest table and writes what its pane
// measures of it.
func BenchmarkLargeTable(b *testing.B) {
	r, s, p := largeRoom(b), everything(), i18n.For("en")
	s.Kind = state.Documents
	sel := Select(r.Data, s)
	defer cputime.PerOp(b)()
	for b.Loop() {
		n := Count(r, sel, s, p)
		n.Head()
		for i := range 500 {
			n.Line(i)
		}
	}
}

// BenchmarkLargeMap makes what the map draws, as after a filter; the frame is
// what is made anew while it is dragged.
func BenchmarkLargeMap(b *testing.B) {
	r, s, p, pal := largeRoom(b), everything(), i18n.For("en"), PaletteFor(state.Light)
	s.CapitalLinks = true
	sel, v := Select(r.Data, s), Viewport(r, s, 1280, 720, 1)
	b.Run("filter", func(b *testing.B) {
		defer cputime.PerOp(b)()
		for b.Loop() {
			if m := Map(r, sel, s, p, pal, v); len(m.Markers) < 500 {
				b.Fatalf("%d markers", len(m.Markers))
			}
		}
	})
	b.Run("frame", func(b *testing.B) {
		x := NewSymbols(r, sel, s, p)
		defer cputime.PerOp(b)()
		for b.Loop() {
			v = v.Pan(1, 0)
			x.Map(s, pal, v)
		}
	})
}

// BenchmarkLargeReader makes each kind of long page, and what is in sight of it.
func BenchmarkLargeReader(b *testing.B) {
	r, p := largeRoom(b), i18n.For("en")
	for name, change := range map[string]func(*state.State){
		"selection": func(s *state.State) { s.Status = "position" },
		"focus":     func(s *state.State) { s.LitDomains = "TRD" },
		"document":  func(s *state.State) { s.Document = "d00007" },
		"meeting":   func(s *state.State) { s.Meeting = "m0007" },
		"overview":  func(s *state.State) { *s = state.Default() },
	} {
		s := everything()
		change(&s)
		sel := Select(r.Data, s)
		b.Run(name, func(b *testing.B) {
			defer cputime.PerOp(b)()
			for b.Loop() {
				page := Reader(r, sel, s, p)
				for i := range min(page.Len(), 40) {
					page.Block(page.Len() - 1 - i)
				}
			}
		})
	}
}

func BenchmarkLargeDocuments(b *testing.B) {
	r, s, p := largeRoom(b), everything(), i18n.For("en")
	sel := Select(r.Data, s)
	defer cputime.PerOp(b)()
	for b.Loop() {
		list := DocumentList(r, sel, s, p)
		for i := range 20 { // as many as a pane shows
			list.Row(i)
		}
	}
}

func BenchmarkLargeTicks(b *testing.B) {
	r, s := largeRoom(b), everything()
	sel := Select(r.Data, s)
	defer cputime.PerOp(b)()
	for b.Loop() {
		Ticks(r, sel, s)
	}
}

func BenchmarkLargeTray(b *testing.B) {
	r, s, p := largeRoom(b), everything(), i18n.For("uk")
	sel := Select(r.Data, s)
	defer cputime.PerOp(b)()
	for b.Loop() {
		Tray(r, sel, s, p)
		StatusLine(r, sel, s, p)
	}
}

func BenchmarkLargeDeck(b *testing.B) {
	r, s, p := largeRoom(b), everything(), i18n.For("uk")
	defer cputime.PerOp(b)()
	for b.Loop() {
		Deck(r, s, p)
	}
}

// BenchmarkLargeSearch selects for another word each time, as typing does.
func BenchmarkLargeSearch(b *testing.B) {
	r, s := largeRoom(b), everything()
	words := strings.Fields("energy culture water security regional railway customs visas climate market annual expand")
	i := 0
	defer cputime.PerOp(b)()
	for b.Loop() {
		s.Query = words[i%len(words)] + " " + slices.Repeat([]string{"plan", "joint", "trade"}, 5)[i%13]
		Select(r.Data, s)
		i++
	}
}

// BenchmarkShippedFilter is what a filter asks for with the shipped package: the
// data of every pane, and a new chart.
func BenchmarkShippedFilter(b *testing.B) {
	r, p, pal := room(b), i18n.For("en"), PaletteFor(state.Light)
	defer cputime.PerOp(b)()
	for i := 0; b.Loop(); i++ {
		s := everything()
		s.Domains = state.Set(r.Data.Domains[i%len(r.Data.Domains)].Code)
		sel := Select(r.Data, s)
		Options(r, s, p)
		DocumentList(r, sel, s, p)
		Ticks(r, sel, s)
		StatusLine(r, sel, s, p)
		Map(r, sel, s, p, pal, Viewport(r, s, 1190, 620, 1))
		page := Reader(r, sel, s, p)
		for k := range page.Len() {
			page.Block(k)
		}
		if _, _, err := charts.Image(Count(r, sel, s, p).Chart(pal), charts.Size{Width: 1190, Height: 400, Density: 1}); err != nil {
			b.Fatal(err)
		}
	}
}
