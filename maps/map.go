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
	Atlas     *Atlas // nil draws no base map
	View      geo.Viewport
	Style     Style
	TypeScale float64 // 1 if zero; multiplies every size of type
	Labels    []names.Label
	Markers   []Marker
	Links     []Link
	Furniture Furniture
	Cluster   bool // markers that would overlap become one with their sum
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
	OnMarker color.NRGBA // figures on a marker

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

// Precision says how well the place of a marker is known.
type Precision uint8

// The precisions, and how they look: a solid mark, a mark with a soft rim, a
// mark on a wide soft area.
const (
	Exact Precision = iota
	City
	Country
)

// Marker is a symbol at a place. Its area is proportional to Weight.
type Marker struct {
	ID        string
	LonLat    orb.Point
	Weight    float64
	MaxWeight float64 // weight that gives the largest symbol; 0 takes the greatest of the map
	Shape     Shape
	Precision Precision
	Members   int // things at this place; 2 and more are written on the marker
	Label     string
	Second    string // the label in another language, written under it where there is room
	Selected  bool
	Muted     bool // out of focus
	Hollow    bool // outline only
}

// Link is a great circle between two places, in degrees.
type Link struct {
	From, To orb.Point
	Selected bool
}

// Furniture is what stands on the page round the map.
type Furniture struct {
	Graticule   bool
	ScaleBar    bool
	Inset       []orb.Point // degrees; what a small map in the corner shows, with the window as a frame; none without
	Kilometres  string      // unit of the scale bar, "km" if empty
	Note        string      // about boundaries; always drawn if not empty
	Attribution string      // source of the base map; always drawn if not empty
	Legend      *Legend
	Covered     []draw.Box // where something else stands over the map, in layout pixels: names keep off
	LegendLeft  bool       // legend in the lower left corner, scale bar in the lower right; else the other way round
}

// Legend explains symbols.
type Legend struct {
	Title   string
	Rows    []LegendRow
	Columns int // 0 is 1
}

// LegendKind says which symbol a row of the legend explains.
type LegendKind uint8

// The kinds of rows.
const (
	LegendMarker     LegendKind = iota // Shape, Weight, MaxWeight, Precision, Hollow of the row
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
	Kind      LegendKind
	Text      string
	Shape     Shape
	Weight    float64
	MaxWeight float64
	Precision Precision
	Hollow    bool
	Color     color.NRGBA
	Smaller   []SizeMark // in falling order
}

// SizeMark is a weight and its words, in a legend of sizes.
type SizeMark struct {
	Weight float64
	Text   string
}
