package scene

import (
	"fmt"
	"strings"

	"c5atlas.org/c5atlas/app/state"
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
}
