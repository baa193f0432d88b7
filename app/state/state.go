// Package state holds everything a person has chosen, as one small comparable
// value, and the only way to change it.
//
// A gesture is an [Action]; its Apply is pure. One [Store], confined to one
// goroutine (the window's), keeps the current [State] and tells each watcher
// when its own part of it changes. Session restore, undo, lessons, the export
// command line and the view inside a picture are all the same value.
package state

import "slices"

// State is one view of the atlas. It is comparable with ==. Its zero value is
// not a valid view; start from [Default].
type State struct {
	// Meeting, Document and Statement are the selected records' ids; "" is none.
	Meeting   string `json:"meeting,omitempty"`
	Document  string `json:"document,omitempty"`
	Statement string `json:"statement,omitempty"`

	// Filters of different kinds narrow together, values of one kind widen.
	Domains    Set    `json:"domains,omitempty"`
	States     Set    `json:"states,omitempty"`
	Status     Set    `json:"status"`
	Levels     Set    `json:"levels,omitempty"`
	OnlyNaming bool   `json:"onlyNaming,omitempty"` // only statements that concern fewer than all six states
	From       string `json:"from,omitempty"`       // EDTF date, inclusive, of the meeting; "" is open
	To         string `json:"to,omitempty"`         // EDTF date, inclusive, of the meeting; "" is open
	// TimeMode remembers how From and To are set; it filters nothing itself.
	TimeMode TimeMode `json:"timeMode,omitempty"`
	Loop     bool     `json:"loop,omitempty"`  // a play through time begins anew at its end
	Query    string   `json:"query,omitempty"` // text search

	Chart ChartKind `json:"chart"`
	Share bool      `json:"share,omitempty"` // show shares of the total instead of counts, where that makes sense
	Table bool      `json:"table,omitempty"` // show the chart's numbers as text
	Split bool      `json:"split,omitempty"` // domains: one small chart for each state
	// Against is the id of a meeting that the chart of domains compares the
	// selected meeting with; "" is none.
	Against string `json:"against,omitempty"`
	Camera  Camera `json:"camera,omitzero"`

	Legend       Legend `json:"legend,omitempty"`       // of the map
	CapitalLinks bool   `json:"capitalLinks,omitempty"` // lines from bilateral meetings to the visitors' capitals

	Lang     string  `json:"lang"`     // "en", "uk", "ru"
	Theme    Theme   `json:"theme"`    // how it looks
	TextSize float64 `json:"textSize"` // factor on every size of type, 0.8 to 2

	// Layout of the window.
	HideCharts    bool    `json:"hideCharts,omitempty"`
	HideDocuments bool    `json:"hideDocuments,omitempty"`
	SplitMap      float64 `json:"splitMap"`    // share of the width for map and charts
	SplitCharts   float64 `json:"splitCharts"` // share of that column's height for the map
	ReduceMotion  bool    `json:"reduceMotion,omitempty"`

	// Scene is the step of the lesson being shown, counted from 1; 0 is no lesson.
	Scene int `json:"scene,omitempty"`
}

// Camera says where the map looks. The zero value fits all six states.
type Camera struct {
	Lon float64 `json:"lon,omitempty"` // degrees east of the centre
	Lat float64 `json:"lat,omitempty"` // degrees north of the centre
	// Span is the kilometres of the projected plane across the height of the map; 0 fits.
	Span float64 `json:"span,omitempty"`
}

// Fits reports whether c is the camera that fits the whole area.
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
	Domains   ChartKind = "domains"
	States    ChartKind = "states"
	Timeline  ChartKind = "timeline"
	Documents ChartKind = "documents"
	Matrix    ChartKind = "matrix"
)

// ChartKinds lists the charts in the order of their tabs.
func ChartKinds() []ChartKind { return []ChartKind{Domains, States, Timeline, Documents, Matrix} }

// Theme names a look.
type Theme string

// The themes. System follows the desktop and is resolved by the window; a
// picture is always one of the others.
const (
	System   Theme = "system"
	Light    Theme = "light"
	Dark     Theme = "dark"
	Contrast Theme = "contrast"
	Print    Theme = "print"
)

// Themes lists the looks a person can choose in the window.
func Themes() []Theme { return []Theme{System, Light, Dark, Contrast} }

// Languages lists the language codes, in the order of the menu.
func Languages() []string { return []string{"en", "uk", "ru"} }

// Status codes, from firm to soft.
const (
	Agreed     = "agreed"
	ToBeSigned = "to be signed"
	Announced  = "announced"
	Intended   = "intended"
	Position   = "position"
)

// Agreements is what the parties decided or will sign.
const Agreements Set = Agreed + "," + ToBeSigned

// Commitments is agreements plus announced and intended.
const Commitments Set = Agreed + "," + Announced + "," + Intended + "," + ToBeSigned

// AllStatuses is no restriction by status: the empty set.
const AllStatuses Set = ""

// Statuses lists the status codes from firm to soft.
func Statuses() []string { return []string{Agreed, ToBeSigned, Announced, Intended, Position} }

// Default is the opening view: commitments by domain, all states, all dates,
// the whole area, in English.
func Default() State {
	return State{
		Status: Commitments, Chart: Domains, Lang: "en", Theme: System, TextSize: 1,
		SplitMap: 0.62, SplitCharts: 0.6,
	}
}

// Filters returns s with everything but its filters at zero: two views with
// equal Filters show the same statements.
func (s State) Filters() State {
	return State{
		Domains: s.Domains, States: s.States, Status: s.Status, Levels: s.Levels,
		OnlyNaming: s.OnlyNaming, From: s.From, To: s.To, Query: s.Query,
	}
}

// Filtered reports whether s has other filters than the opening view.
func (s State) Filtered() bool { return s.Filters() != Default().Filters() }

func valid[T comparable](v T, all []T, fallback T) T {
	if slices.Contains(all, v) {
		return v
	}
	return fallback
}
