// Package charts draws charts for print and screen with go-chart's Renderer on
// a [draw.Picture].
//
// A [Chart] is a plain value: texts, categories, series and numbers. [Draw] lays
// it out for a size and draws it; [Image] does so in pixels, and the picture goes
// into a document of SVG or PDF as well, so that a file shows what the screen
// showed. The package knows nothing of what is counted: all words come with the
// chart, in whatever language.
package charts

import (
	"image/color"
	"strconv"
	"time"

	"c5atlas.org/c5atlas/internal/draw/text"
)

// Kind says how a chart's numbers become marks.
type Kind int

const (
	// Bars stacks the series of each row into one horizontal bar.
	Bars Kind = iota
	// Timeline stacks the series of each row into a column at the row's date.
	Timeline
	// Grid writes the number of each row and column into a heat-shaded cell.
	Grid
	// Multiples repeats a small Bars chart for each of Panels, on one scale.
	Multiples
	// Compare sets the first two Columns of each row against each other as two
	// joined dots.
	Compare
	// Lanes sets each column as a disc at its time, in the lane of its row.
	Lanes
	// Texts writes what the two Columns say of each row, and a verdict.
	Texts
)

// LegendPlace says where the key to the series stands.
type LegendPlace int

const (
	// LegendAuto leaves the key out if there is one series, sets it beside a
	// wide, low chart and above any other.
	LegendAuto LegendPlace = iota
	LegendAbove
	LegendBeside
	LegendNone
)

// Chart is what to draw. Texts are final: translated, with their numbers in.
// Rows, columns and series are drawn in the order given. Draw modifies nothing.
type Chart struct {
	Kind            Kind
	Title, Subtitle string
	Finding         string   // one sentence under the title; the first to go where it would crowd the plot
	ShortFinding    string   // in place of a Finding that has no room; may be empty
	Notes           []string // set as one paragraph below the plot
	Source, Footer  string   // last line: source at the left, footer at the right
	ShortSource     string   // in place of a Source that would be cut; may be empty
	SpareFoot       bool     // what Notes, Source and Footer say stands beside the picture too: rows go before them

	Rows    []Category
	Columns []Category  // Grid, Lanes: one per column; Compare, Texts: exactly two
	Series  []Series    // Bars, Timeline, Multiples
	Values  [][]float64 // [row][series], or [row][column] for Grid, Compare, Lanes and Texts; missing and negative ones count as 0
	Lit     [][]float64 // share of each value that is lit, from 0 to 1; the rest is dimmed, and every scale stays. nil: all
	Preview bool        // Lit is what would be lit: the rest is dimmed by half as much
	Panels  []Panel     // Multiples only; Values and Lit are then unused

	Said     [][]Said // Texts: [row][column]
	Verdicts []string // Texts: of each row what comes of the two

	// Whole is the chart of which this one shows a part, with the same rows,
	// columns and series, as of a span of time: scales, places and the room for
	// texts are the whole's, so that parts can follow each other and nothing moves.
	// nil: this is all.
	Whole *Chart
	Clock string // a large date beside the title, as parts follow each other; may be empty

	AxisLabel   string // what the scale counts, one or two words
	Share       bool   // Bars, Multiples: each row fills the width, segments are labelled with their share
	Empty       string // the sentence shown if every value is 0; without one, a part of a Whole shows its rows all the same
	Selected    MarkKey
	Legend      LegendPlace
	LegendTitle string
	From, To    time.Time // Timeline, Lanes: what the axis reaches to at least, in whole years; zero: to the categories
	Lanes       LaneKey   // words for the looks of Lanes
	TotalLabel  string    // heads the totals of a Grid; empty: no totals there

	Format      func(float64) string // number in the reader's language; nil: plain digits
	FormatShare func(float64) string // share, 0.42 as "42 %"; nil: plain
	FormatBase  func(float64) string // what the shares of a row are of, 9 as "n = 9"; nil: so
	More        func(n int) string   // label of n rows folded for want of space; nil: "+ n …"
	MorePanels  func(n int) string   // the same of panels

	Style     Style
	TypeScale float64 // multiplies all type; 0 is 1
	Clear     bool    // the page has no ground, whatever it will lie on; Style.Background still is that of marks
}

// Category is a row, a column or a panel.
type Category struct {
	Key   string
	Label string // wraps; replaced by Short, then abbreviated, where it does not fit
	Short string // may be empty
	// Second is the name in another language, set smaller under Label where there
	// is room; may be empty.
	Second string

	Time    time.Time // Timeline, Lanes: where the column stands
	TimeEnd time.Time // Timeline, Lanes: if set, the date is only known to lie between Time and TimeEnd, or it lasted
	Tip     string    // added to the names of the marks in this category; may be empty

	Absent bool // Timeline, Lanes: keeps its place, and is not drawn

	Row  string // Lanes: key of the row in which the column stands
	Look Look   // Lanes: how the column is drawn
}

// Panel is one chart of Multiples.
type Panel struct {
	Category
	Values [][]float64 // [row][series]
	Lit    [][]float64 // as of a Chart
}

// Series is one part of every bar or column.
type Series struct {
	Key, Label string
	Count      float64 // what is said of it in the key, if its values count things more than once; 0: their sum
	Second     string  // the name in another language, after Label in the key where there is room; may be empty
	Fill       Fill
}

// Pattern is drawn over a fill so that it differs without colour, too.
type Pattern int

const (
	Solid     Pattern = iota
	WhiteRule         // one white rule along the bar
	Diagonals         // sparse diagonal hairlines
	Outline           // plain with a darker outline
	Dots              // sparse dots
)

// Fill is how a segment is painted. A zero Outline becomes a shade that stands
// 3:1 against Color; a Text that is zero or does not reach 4.5:1 on Color is
// replaced by black or white, whichever reads better.
type Fill struct {
	Color, Outline, Text color.NRGBA
	Pattern              Pattern
}

// Style is the chart's colours and faces. Without Regular a chart has no texts, and
// Bold is Regular if it is nil.
type Style struct {
	Background, Ink, InkMuted, Grid, Accent color.NRGBA
	HeatLow, HeatHigh                       color.NRGBA // cells of the smallest and the largest value

	Regular, Bold *text.Face
}

// Size is the picture's size in layout pixels, and how many device pixels a
// layout pixel has. A picture above 1920x1080 is drawn as a magnified smaller one.
type Size struct {
	Width, Height float64
	Density       float64 // 0 is 1
}

func (c *Chart) format(v float64) string {
	if c.Format != nil {
		return c.Format(v)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func (c *Chart) formatShare(v float64) string {
	if c.FormatShare != nil {
		return c.FormatShare(v)
	}
	return strconv.FormatFloat(v*100, 'f', 0, 64) + " %"
}

func (c *Chart) formatBase(v float64) string {
	if c.FormatBase != nil {
		return c.FormatBase(v)
	}
	return "n\u00a0=\u00a0" + c.format(v)
}

// cell returns values[i][j], 0 where there is none or it is negative or no number.
func cell(values [][]float64, i, j int) float64 {
	if i >= len(values) || j >= len(values[i]) || !(values[i][j] > 0) {
		return 0
	}
	return values[i][j]
}

// total returns the sum of the first n cells of row i.
func total(values [][]float64, i, n int) float64 {
	var sum float64
	for j := range n {
		sum += cell(values, i, j)
	}
	return sum
}

// sums are what the values of rows and columns come to, and the largest one.
type sums struct {
	rows, columns []float64
	all, highest  float64
}

// sumsOf adds up the values of a chart, once.
func (p *pen) sumsOf(c *Chart) *sums {
	s, ok := p.sums[c]
	if ok {
		return s
	}
	s = &sums{rows: make([]float64, len(c.Rows)), columns: make([]float64, c.width())}
	for i := range s.rows {
		for j := range s.columns {
			v := cell(c.Values, i, j)
			s.rows[i] += v
			s.columns[j] += v
			s.highest = max(s.highest, v)
		}
		s.all += s.rows[i]
	}
	p.sums[c] = s
	return s
}

// width returns how many values a row has.
func (c *Chart) width() int {
	if c.Kind == Grid || c.Kind == Compare || c.Kind == Lanes || c.Kind == Texts {
		return len(c.Columns)
	}
	return len(c.Series)
}

// frame is the chart whose numbers the scales are made for.
func (c *Chart) frame() *Chart {
	if c.Whole != nil {
		return c.Whole
	}
	return c
}

// isEmpty reports whether there is no mark to draw.
func (c *Chart) isEmpty() bool {
	if c.Whole != nil && c.Empty == "" {
		return c.Whole.isEmpty()
	}
	if c.Kind == Lanes {
		return len(c.lanesOf()) == 0
	}
	sets := [][][]float64{c.Values}
	if c.Kind == Multiples {
		sets = sets[:0]
		for _, p := range c.Panels {
			sets = append(sets, p.Values)
		}
	}
	for _, values := range sets {
		for i := range c.Rows {
			if total(values, i, c.width()) > 0 {
				return false
			}
		}
	}
	return true
}
