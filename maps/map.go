package maps

import (
	"image/color"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// Map is everything one picture shows. It is a value: drawing changes nothing
// in it, and equal maps give equal pictures.
type Map struct {
	Atlas      *Atlas // nil draws no base map
	View       geo.Viewport
	Style      Style
	TypeScale  float64 // 1 if zero; multiplies every size of type
	Labels     []names.Label
	Markers    []Marker
	Links      []Link
	Areas      Areas
	Furniture  Furniture
	Cluster    bool    // markers that would overlap become one with their sum
	Pins       []Pin   // above all else
	Figureless bool    // no marker has its weight written beside it
	Preview    bool    // the pointer is on something: markers that it does not hint at fade a little
	Rest       float64 // what is left of the way of all markers from Before to Weight: 1 at its beginning, 0 at its end
}

// Style is colours and faces. Colours that are fully transparent draw nothing.
type Style struct {
	Background  color.NRGBA // sea
	Land        color.NRGBA // countries without a CountryFill
	CountryFill map[string]color.NRGBA
	Lake        color.NRGBA
	River       color.NRGBA
	Coast       color.NRGBA
	CoastGlow   color.NRGBA // light band in the water along the coast
	Border      color.NRGBA // lines of every legal class
	BorderCase  color.NRGBA // wide soft line under the borders of countries with a CountryFill
	Admin       color.NRGBA // first-level divisions
	Hatch       color.NRGBA // disputed areas
	Graticule   color.NRGBA

	Ink      color.NRGBA // cities, markers, furniture
	InkMuted color.NRGBA // countries, regions, notes
	InkWater color.NRGBA // seas, lakes, rivers
	Halo     color.NRGBA // round type and markers
	Paper    color.NRGBA // behind legend and inset
	Accent   color.NRGBA // selection and links
	Marker   color.NRGBA

	Shadow         color.NRGBA // of the relief
	ReliefStrength float64     // 0 none, 1 as in the source
	Regular, Bold  *text.Face  // nil draws no text in that weight
}

// Shape is the outline of a marker.
type Shape uint8

// The shapes.
const (
	Disc Shape = iota
	Ring       // a ring with a dot
	HalfDisc
	Square
)

// Marker is a symbol at a place. Its area is proportional to Weight, which is
// written beside it.
type Marker struct {
	ID        string
	LonLat    orb.Point
	Weight    float64
	MaxWeight float64 // weight that gives the largest symbol; 0 takes the greatest of the map
	// Room is the greatest weight that the marker may get: names and other symbols
	// keep off it, and it joins others, as if it had that. Then nothing moves when
	// its weight changes. 0 is Weight.
	Room   float64
	Before float64 // the weight that it grows from, see Map.Rest
	Lit    float64 // what of Weight is in focus; counts with Partly
	Shape  Shape
	Also   []Shape // further shapes that stand for something there, small below the marker
	Label  string
	Second string // the label in another language, written under it where there is room

	Foremost bool // its label has its place before those of other markers

	Selected bool
	Muted    bool // out of focus
	Hinted   bool // the pointer is on what belongs to it
	Partly   bool // only Lit is in focus: its area is drawn in the rest's, and written
	Hollow   bool // outline only
	Planned  bool // outline in dashes
	Absent   bool // only the place shows, as a town
}

// Link is a great circle from one place to another, in degrees, with an arrow on
// it that says so. It is the broader the greater its weight.
type Link struct {
	From, To orb.Point
	Weight   float64 // 1 if zero
	Selected bool
}

// Furniture is what stands on the page round the map.
type Furniture struct {
	Graticule   bool
	ScaleBar    bool
	Inset       []orb.Point          // degrees; what a small map in the corner shows, with the window as a frame; none without
	Kilometres  string               // unit of the scale bar, "km" if empty
	Number      func(float64) string // writes its length; nil is without separators
	Note        string               // about boundaries; always drawn if not empty
	Attribution string               // source of the base map; always drawn if not empty
	Brief       string               // instead of both where they would take more than a fifth of the height
	Briefest    string               // instead of that where it would take more than a third
	Legend      *Legend
	Covered     []draw.Box // where something else stands over the map, in layout pixels: names keep off
	LegendLeft  bool       // legend in the lower left corner, scale bar in the lower right; else the other way round
}

// Legend explains symbols.
type Legend struct {
	Title   string
	Rows    []LegendRow
	Columns int // 0 is 1
	// Strip is how many lines the legend takes along the upper edge instead of its
	// corner; what has no room in them is left out, the last rows first. 0 is none.
	Strip int
}

// LegendKind says which symbol a row of the legend explains.
type LegendKind uint8

// The kinds of rows.
const (
	LegendMarker     LegendKind = iota // Shape, Also, Weight, MaxWeight, Hollow, Planned of the row
	LegendSize                         // empty circles of the areas of Weight and of Smaller
	LegendBorder                       // international boundary
	LegendDisputed                     // disputed boundary
	LegendControl                      // line of control
	LegendIndefinite                   // indefinite boundary
	LegendClaim                        // line of a claim
	LegendHatch                        // disputed area
	LegendLink                         // link
	LegendFill                         // a patch of Color
	LegendHeading                      // text only
)

// LegendRow is one symbol and its words.
type LegendRow struct {
	ID        string // names the row in a Placement; may be empty
	Kind      LegendKind
	Text      string
	Short     string // the words in a strip; Text if empty
	Muted     bool   // out of focus, or not on the map now
	Shape     Shape
	Weight    float64
	MaxWeight float64
	Also      []Shape
	Hollow    bool
	Planned   bool
	Color     color.NRGBA
	Smaller   []SizeMark // in falling order
}

// Said is the texts one of which stands where the row is drawn; some may be empty.
func (r LegendRow) Said() []string {
	out := []string{r.Text, r.Short}
	for _, k := range r.Smaller {
		out = append(out, k.Words)
	}
	return out
}

// SizeMark is a weight in a legend of sizes: its figure, and, where no larger one
// has them, its words with what is counted.
type SizeMark struct {
	Weight float64
	Text   string
	Words  string // Text if empty
}
