// Package state holds everything a person has chosen, as one small comparable
// value, and the only way to change it.
//
// A gesture is an [Action]; its Apply is pure. One [Store], confined to one
// goroutine (the window's), keeps the current [State] and tells each watcher
// when its own part of it changes. Session restore, undo, lessons, the export
// command line and the view inside a picture are all the same value.
package state

import "slices"

// State is one view of the atlas, nested by who owns a part of it. Its parts
// are embedded, so that a field is read by its own name and the JSON is flat.
// It is comparable with ==. Its zero value is not a valid view; start from
// [Default].
type State struct {
	View
	Person
	Layout

	// Scene is the step of the lesson being shown, counted from 1; 0 is no lesson.
	Scene int `json:"scene,omitempty"`
	Asking
}

// View is what a picture shows, what a scene of a lesson sets, and what undo
// takes back.
type View struct {
	Subject
	Focus
	Chart
	Map
}

// Subject says which statements are shown. Filters of different kinds narrow
// together, values of one kind widen.
type Subject struct {
	Domains    Set    `json:"domains,omitempty"`
	States     Set    `json:"states,omitempty"`
	Status     Set    `json:"status"`
	Levels     Set    `json:"levels,omitempty"`
	OnlyNaming bool   `json:"onlyNaming,omitempty"` // only statements that name fewer than all states of the data
	From       string `json:"from,omitempty"`       // EDTF date, inclusive, of the meeting; "" is open
	To         string `json:"to,omitempty"`         // EDTF date, inclusive, of the meeting; "" is open
	// TimeMode remembers how From and To are set; it filters nothing itself.
	TimeMode TimeMode `json:"timeMode,omitempty"`
	Query    string   `json:"query,omitempty"` // text search
}

// Filtered reports whether s filters otherwise than the opening view does.
func (s Subject) Filtered(opening Subject) bool {
	s.TimeMode = opening.TimeMode
	return s != opening
}

// Chart says what the chart counts, and how.
type Chart struct {
	Kind  ChartKind `json:"chart"`
	Share bool      `json:"share,omitempty"` // shares of the total instead of counts, where that makes sense
	Table bool      `json:"table,omitempty"` // the numbers as text
	Split bool      `json:"split,omitempty"` // domains: one small chart for each state
	// Sort is the column by which the table stands, "-" before it for the largest
	// first; "" as the chart has it.
	Sort string `json:"sort,omitempty"`
	// Against is what the chart of domains compares: the id of a meeting, with the
	// selected one; "state=CODE,CODE", two states; "period=FROM/TO,FROM/TO", two
	// periods of EDTF dates; "document=ID,ID", two documents; "" is none. See [Pair].
	Against string `json:"against,omitempty"`
}

// Map says where the map looks and what stands on it.
type Map struct {
	Camera       Camera `json:"camera,omitzero"`
	Legend       Legend `json:"legend,omitempty"`
	CapitalLinks bool   `json:"capitalLinks,omitempty"` // lines from bilateral meetings to the visitors' capitals
}

// Person is what suits a person's eyes. No file, picture or scene sets it.
type Person struct {
	Lang         string  `json:"lang"`                 // code of an interface language, such as "en"
	SecondLang   string  `json:"secondLang,omitempty"` // code of the language of second names, such as "zh"; "" for none
	Theme        Theme   `json:"theme"`                // how it looks
	TextSize     float64 `json:"textSize"`             // factor on every size of type, 0.8 to 2
	ReduceMotion bool    `json:"reduceMotion,omitempty"`
}

// Layout is how the window is divided and played.
type Layout struct {
	HideCharts    bool    `json:"hideCharts,omitempty"`
	ShowCharts    bool    `json:"showCharts,omitempty"` // whole, also in a window so low that they are folded to a strip
	HideDocuments bool    `json:"hideDocuments,omitempty"`
	ShowScenes    bool    `json:"showScenes,omitempty"` // the strip of the lesson that is written
	SplitMap      float64 `json:"splitMap"`             // share of the width for map and charts
	SplitCharts   float64 `json:"splitCharts"`          // share of that column's height for the map
	Loop          bool    `json:"loop,omitempty"`       // a play through time begins anew at its end
	Speed         Speed   `json:"speed,omitempty"`      // of a play through time
	NoteSize      int     `json:"noteSize,omitempty"`   // steps by which the presenter's notes are larger, or less than 0 smaller
	RoomScreen    string  `json:"roomScreen,omitempty"` // name of the screen that was chosen for the room; "": the second
}

// Camera says where the map looks. The zero value fits the whole region.
type Camera struct {
	Lon float64 `json:"lon,omitempty"` // degrees east of the centre
	Lat float64 `json:"lat,omitempty"` // degrees north of the centre
	// Span is the kilometres of the projected plane across the height of the map; 0 fits.
	Span float64 `json:"span,omitempty"`
}

// Fits reports whether c is the camera that fits the whole region.
func (c Camera) Fits() bool { return c.Span == 0 }

// TimeMode is a way of setting the time window.
type TimeMode string

// The modes of the time window.
const (
	UpTo       TimeMode = ""        // everything up to To; From is open
	Within     TimeMode = "within"  // from From to To
	OneMeeting TimeMode = "meeting" // the days of the selected meeting
)

// TimeModes lists the modes in the order of their buttons.
func TimeModes() []TimeMode { return []TimeMode{UpTo, Within, OneMeeting} }

// Speed is how fast a play through time goes.
type Speed string

// The speeds.
const (
	Slow   Speed = "slow" // half as fast
	Normal Speed = ""
	Fast   Speed = "fast" // twice as fast
)

// Speeds lists the speeds, the slowest first.
func Speeds() []Speed { return []Speed{Slow, Normal, Fast} }

// Legend says whether the map has its legend.
type Legend string

// The choices for the legend.
const (
	LegendAuto Legend = "" // where it hides nothing
	LegendOn   Legend = "on"
	LegendOff  Legend = "off"
)

// ChartKind names a chart. The values are those of the command line.
type ChartKind string

// The charts.
const (
	Domains    ChartKind = "domains"
	States     ChartKind = "states"
	Timeline   ChartKind = "timeline"
	Documents  ChartKind = "documents"
	Matrix     ChartKind = "matrix"
	Chronology ChartKind = "chronology"
)

// ChartKinds lists the charts in the order of their tabs.
func ChartKinds() []ChartKind {
	return []ChartKind{Domains, States, Timeline, Documents, Matrix, Chronology}
}

// Theme names a look.
type Theme string

// The themes. System follows the desktop and is resolved by the window; a
// picture is always one of the others.
const (
	System       Theme = "system"
	Light        Theme = "light"
	Dark         Theme = "dark"
	Contrast     Theme = "contrast"
	ContrastDark Theme = "contrast-dark"
	Print        Theme = "print"
)

// Themes lists the looks a person can choose in the window.
func Themes() []Theme { return []Theme{System, Light, Dark, Contrast, ContrastDark} }

// PictureThemes lists the looks of what leaves the program.
func PictureThemes() []Theme { return []Theme{Light, Dark, Contrast, ContrastDark, Print} }

// AllStatuses is no restriction by status: the empty set.
const AllStatuses Set = ""

// Default is the view that filters nothing: all statements by domain, all
// dates, the whole region, in English. What a newcomer sees first is for the
// data to say.
func Default() State {
	return State{
		View:   View{Chart: Chart{Kind: Domains}},
		Person: Person{Lang: "en", Theme: System, TextSize: 1},
		Layout: Layout{SplitMap: 0.62, SplitCharts: 0.6},
	}
}

func valid[T comparable](v T, all []T, fallback T) T {
	if slices.Contains(all, v) {
		return v
	}
	return fallback
}
