// Package scene turns the data and a view into what is shown: the values that
// maps and charts draw and that the panes print. Everything in it is a pure
// function of a [Room], a [state.State] and a language; nothing here draws.
//
// It is the only room where meetings meet colours: maps and charts know no
// meeting, the data set knows no colour.
//
// All of it may run on any goroutine. With a package of a hundred thousand
// statements the data of panes ([Reader], [Ticks], [DocumentList], [Tray],
// [StatusLine], the lines of a [Tally]) are made within a frame, on the window's
// own. What takes longer is meant for another: [Prepare], [Select] with words
// that were not prepared, [Options], [NewSymbols], [Deck], [FindTerms] for the page
// of a term, and a chart, which is counted and drawn in one go.
package scene

import (
	"fmt"
	"sync"
	"time"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/draw/text"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// Room is what every scene shares and nothing changes: the data, the base map,
// where on it the data lie, the names on it and the faces.
type Room struct {
	Data   *dataset.Dataset
	Atlas  *maps.Atlas
	Region func() *Region      // found when it is first asked for: a chart needs no map
	Names  func() []names.Name // read when they are first asked for

	largest       float64   // statements of the largest place
	years         [2]string // the first and the last with statements
	calendar      [2]string // the first and the last with meetings
	regular, bold *text.Face
	glossaries    *glossaries
	whole         func() *wholeData
	off           func() []bool // by number of meeting: it has no place on the fitted map
}

// glossaries are those of the data, by language, made when they are asked for.
type glossaries struct {
	sync.Mutex
	of map[string]*Glossary
}

// Ground is what ships with the program and suits any data: the base map, the
// names on it and the faces.
type Ground struct {
	atlas         *maps.Atlas
	names         func() []names.Name
	regular, bold *text.Face
}

// Lay is the one ground of the program, which all rooms share. The faces are read
// the first time; base map and names are read when they are first asked for, of the
// base map only the coarsest level: the others load when they are.
func Lay() (*Ground, error) { return theGround() }

var theGround = sync.OnceValues(func() (*Ground, error) {
	west, south, east, north := assets.ReliefBound()
	g := &Ground{atlas: maps.NewAtlas([]geo.Level{
		{Data: assets.BaseLevel(0), Above: 9000}, {Data: assets.BaseLevel(1), Above: 1300}, {Data: assets.BaseLevel(2)},
	}, geo.Relief{JPEG: assets.Relief(), Bound: orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}})}
	g.names = sync.OnceValue(func() []names.Name {
		list, err := names.Decode(assets.Names())
		if err != nil {
			panic(err) // a mistake in the program, as is a fault in its base map
		}
		return list
	})
	var err error
	if g.regular, err = text.Parse(assets.FontRegular()); err != nil {
		return nil, fmt.Errorf("read font: %w", err)
	}
	if g.bold, err = text.Parse(assets.FontBold()); err != nil {
		return nil, fmt.Errorf("read font: %w", err)
	}
	return g, nil
})

// Laying lays the ground on a goroutine of its own; what it returns waits for that.
// With its map it takes about as long as opening the data that ship.
func Laying(withMap bool) func() (*Ground, error) {
	laid := sync.OnceValues(func() (*Ground, error) {
		g, err := Lay()
		if err == nil && withMap {
			g.names()
			_, err = g.atlas.Extent(nil) // which needs the coarsest level
		}
		return g, err
	})
	go laid() //nolint:errcheck // who waits hears of it
	return laid
}

// Room is the one around d.
func (g *Ground) Room(d *dataset.Dataset) *Room {
	r := &Room{Atlas: g.atlas, Names: g.names, regular: g.regular, bold: g.bold}
	r.hold(d)
	return r
}

// hold takes data, and what follows from them, in place of what r had.
func (r *Room) hold(d *dataset.Dataset) {
	r.Data, r.largest, r.years, r.calendar, r.glossaries = d, largestPlace(d), yearsOf(d, true), yearsOf(d, false), &glossaries{}
	r.whole = sync.OnceValue(func() *wholeData { return countWhole(d) })
	atlas := r.Atlas
	region := sync.OnceValue(func() *Region {
		g, err := regionOf(d, atlas)
		if err != nil {
			panic(err) // a fault in the program's base map
		}
		return g
	})
	r.Region = region
	r.off = sync.OnceValue(func() []bool {
		off := make([]bool, len(d.Meetings))
		for k := range d.Meetings {
			m := &d.Meetings[k]
			off[k] = spot(d, m) == nil || region().Beyond(m.Place)
		}
		return off
	})
}

// NewRoom lays the ground for d and gathers both.
func NewRoom(d *dataset.Dataset) (*Room, error) {
	g, err := Lay()
	if err != nil {
		return nil, err
	}
	return g.Room(d), nil
}

// WithData returns a room like r around other data.
func (r *Room) WithData(d *dataset.Dataset) *Room {
	x := *r
	x.hold(d)
	x.off() // with the region, here, not when the window first asks
	return &x
}

// otherFaces is by how much sans serif faces are wider than ours, at most: DejaVu
// Sans, which is the only one on many systems, by a tenth.
const otherFaces = 0.12

// Loose returns a room like r in which texts have room for a reader's own face.
func (r *Room) Loose() (*Room, error) {
	x := *r
	var err error
	if x.regular, err = r.regular.Loose(otherFaces); err != nil {
		return nil, err
	}
	x.bold, err = r.bold.Loose(otherFaces)
	return &x, err
}

// Calendar is the first and the last year of all meetings, the ends of every axis
// of time; zero if none has a date.
func (r *Room) Calendar() (from, to time.Time) {
	if r.calendar[0] == "" {
		return from, to
	}
	parse := func(year string) time.Time { t, _ := time.Parse("2006", year); return t }
	return parse(r.calendar[0]), parse(r.calendar[1])
}

// Opening is that of the data.
func (r *Room) Opening() state.State { return Opening(r.Data) }

// Opening is the view of a package that a newcomer sees first: its opening
// preset, and of a chronology the chart of it.
func Opening(d *dataset.Dataset) state.State {
	s := state.Default()
	s.Status = members(d.DefaultPreset())
	if onlyMeetings(d) {
		s.Kind = state.Chronology
	}
	return s
}
