package scene

import (
	"fmt"
	"math"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
)

// Panes is what a scene of a lesson shows beside its words.
type Panes string

// The choices. Two of a kind show the scene's view and the one beside it.
const (
	MapPane       Panes = "" // the map alone
	ChartPane     Panes = "chart"
	DocumentPane  Panes = "document" // the passage of the selected statement, or what the view's filters and focus leave
	MapAndChart   Panes = "map+chart"
	ChartDocument Panes = "chart+document"
	TwoCharts     Panes = "chart+chart"
	TwoMaps       Panes = "map+map"
	WordsAlone    Panes = "text"
)

// AllPanes lists the choices in the order of their menu.
func AllPanes() []Panes {
	return []Panes{MapPane, ChartPane, DocumentPane, MapAndChart, ChartDocument, TwoCharts, TwoMaps, WordsAlone}
}

// ParsePanes reads what a lesson's file says; "map" is the map, too.
func ParsePanes(text string) (Panes, error) {
	if text == "map" {
		return MapPane, nil
	}
	var names []string
	for _, p := range AllPanes() {
		if string(p) == text {
			return p, nil
		}
		names = append(names, p.String())
	}
	return MapPane, fmt.Errorf("%q is no choice of panes: %s are", text, strings.Join(names, ", "))
}

// String names the choice as a lesson's file does.
func (p Panes) String() string {
	if p == MapPane {
		return "map"
	}
	return string(p)
}

// Parts are the panes one by one, from the left: "map", "chart", "document"; none
// for words alone.
func (p Panes) Parts() []string {
	if p == WordsAlone {
		return nil
	}
	return strings.Split(p.String(), "+")
}

// Twice reports whether two panes are of one kind, so that the second shows the
// view beside.
func (p Panes) Twice() bool { return p == TwoCharts || p == TwoMaps }

// Step is one scene of a lesson: a view, what of it is shown, and what is said
// with it.
type Step struct {
	View    state.View
	Beside  state.View // of the second of two panes of one kind
	Panes   Panes
	Title   string
	When    string // date and place, in one line
	Caption string // one or two sentences for the room
	Note    string // for the teacher
	Gaps    []Gap  // numbers and names in the caption that its view filled in, in their order

	Question Question     // that it asks the class
	Hidden   state.Hidden // what is revealed step by step; [Step.Reveals] adds what the scene asks
	Sources  state.Set    // documents that its words rest on, by id; [SourcesOf] names them
	Strokes  []Stroke     // drawn over it by hand
}

// Gap is a piece of a text, in bytes.
type Gap struct{ From, To int }

// Arrange shares an area out: a box for each pane and one for the words, beside
// the first pane in a wide area, with the second below them; below both in a
// squarer one or where two of a kind are to be compared.
func (p Panes) Arrange(area draw.Box) (panes []draw.Box, words draw.Box) {
	parts := p.Parts()
	wide := area.Width() > area.Height()*1.4
	panes, words = []draw.Box{area}, area
	switch {
	case len(parts) == 0:
		return nil, area
	case p.Twice() && wide:
		panes[0].Y1 = area.Y0 + math.Round(area.Height()*0.74)
		words.Y0 = panes[0].Y1
	case wide:
		panes[0].X1 = area.X0 + math.Round(area.Width()*0.62)
		words.X0 = panes[0].X1
	default:
		panes[0].Y1 = area.Y0 + math.Round(area.Height()*0.64)
		words.Y0 = panes[0].Y1
	}
	if len(parts) == 1 {
		return panes, words
	}
	one, two := panes[0], panes[0]
	if p.Twice() || !wide {
		one.X1 = one.X0 + math.Round(one.Width()/2)
		two.X0 = one.X1
	} else { // below the words
		two = words
		words.Y1 = words.Y0 + math.Round(words.Height()*0.48)
		two.Y0 = words.Y1
	}
	return []draw.Box{one, two}, words
}

// Beside shares an area out to the panes alone.
func (p Panes) Beside(area draw.Box) []draw.Box {
	if len(p.Parts()) < 2 {
		return []draw.Box{area}[:len(p.Parts())]
	}
	one, two := area, area
	one.X1 = area.X0 + math.Round(area.Width()/2)
	two.X0 = one.X1
	return []draw.Box{one, two}
}

// Passage is a statement as a scene of a lesson shows it.
type Passage struct {
	Text      string
	Reference string // where it stands, with its status
}

// maxPassages is more than any room reads.
const maxPassages = 40

// Passages are the selected statement, or else those that the view lights, or
// else all that it shows, the first of many.
func Passages(r *Room, sel *Selection, s state.State, p *i18n.Printer) []Passage {
	list := sel.Lit
	if i, ok := r.Data.StatementIndex(s.Statement); ok {
		list = []int{i}
	}
	out := make([]Passage, 0, min(len(list), maxPassages))
	for _, i := range list[:min(len(list), maxPassages)] {
		x := &r.Data.Statements[i]
		out = append(out, Passage{
			Text:      x.Text.In(p.Lang()),
			Reference: label(r.Data, dataset.StatusList, x.Status, p) + " · " + standing(r, x, p),
		})
	}
	return out
}
