package state

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Hidden is what of a scene a class is not to see yet: parts in the order in which
// they are revealed, joined by commas. "" hides nothing.
type Hidden string

// The parts that can be hidden. The last two are what a scene asks.
const (
	HideCaption  = "caption"  // the words beside the panes
	HideStates   = "states"   // names of states on the map
	HideNames    = "names"    // all other names of places on the map
	HideMarkers  = "markers"  // symbols of the map, its legend, and what has no place on it
	HideLabels   = "labels"   // what the rows and columns of a chart are called
	HideValues   = "values"   // figures of charts and markers, and the sentence that sums them up
	HideQuestion = "question" // the question itself
	HideAnswer   = "answer"   // what is said when the class has answered
)

// HiddenParts lists the parts in the order of their menu.
func HiddenParts() []string {
	return []string{HideCaption, HideStates, HideNames, HideMarkers, HideLabels, HideValues, HideQuestion, HideAnswer}
}

// ParseHidden reads parts with commas between; each may stand once.
func ParseHidden(text string) (Hidden, error) {
	var parts []string
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimSpace(part)
		switch {
		case part == "":
		case !slices.Contains(HiddenParts(), part):
			return "", fmt.Errorf("%q can not be revealed: %s can", part, strings.Join(HiddenParts(), ", "))
		case !slices.Contains(parts, part):
			parts = append(parts, part)
		}
	}
	return Hidden(strings.Join(parts, ",")), nil
}

// Parts are the parts in order; nil for none.
func (h Hidden) Parts() []string { return Set(h).Codes() }

// Has reports whether a part is hidden.
func (h Hidden) Has(part string) bool { return Set(h).Has(part) }

// Toggle hides a part, to be revealed last, or hides it no more.
func (h Hidden) Toggle(part string) Hidden {
	parts := h.Parts()
	if i := slices.Index(parts, part); i >= 0 {
		parts = slices.Delete(slices.Clone(parts), i, i+1)
	} else {
		parts = append(slices.Clone(parts), part)
	}
	return Hidden(strings.Join(parts, ","))
}

// Panes reports whether a pane hides anything.
func (h Hidden) Panes() bool {
	return h.Has(HideStates) || h.Has(HideNames) || h.Has(HideMarkers) || h.Has(HideLabels) || h.Has(HideValues)
}

// Next is what is revealed next, and what is hidden then.
func (h Hidden) Next() (part string, rest Hidden) {
	part, after, _ := strings.Cut(string(h), ",")
	return part, Hidden(after)
}

// Asking is what a class has been asked and has answered on a map.
type Asking struct {
	Hidden  Hidden  `json:"hidden,omitempty"`
	Guesses Guesses `json:"guesses,omitempty"` // clicks that look for the place
	Found   string  `json:"found,omitempty"`   // id of the place, once it is revealed
}

// Guesses are places on the earth in the order in which they were guessed.
type Guesses string

// MaxGuesses is how many guesses one question takes.
const MaxGuesses = 9

// Add returns g with one more guess in degrees, unless there are enough.
func (g Guesses) Add(lon, lat float64) Guesses {
	if len(g.List()) >= MaxGuesses || !(Camera{Lon: lon, Lat: lat}).valid() {
		return g
	}
	at := Guesses(strconv.FormatFloat(lon, 'f', 3, 64) + " " + strconv.FormatFloat(lat, 'f', 3, 64))
	if g == "" {
		return at
	}
	return g + ";" + at
}

// List are the guesses, each longitude and latitude; what cannot be read is left out.
func (g Guesses) List() [][2]float64 {
	var out [][2]float64
	for one := range strings.SplitSeq(string(g), ";") {
		x, y, _ := strings.Cut(one, " ")
		lon, err := strconv.ParseFloat(x, 64)
		lat, err2 := strconv.ParseFloat(y, 64)
		if err == nil && err2 == nil && (Camera{Lon: lon, Lat: lat}).valid() && len(out) < MaxGuesses {
			out = append(out, [2]float64{lon, lat})
		}
	}
	return out
}

// valid is a in range; outside of a scene it is none.
func (a Asking) valid(scene int) Asking {
	if scene == 0 {
		return Asking{}
	}
	hidden, err := ParseHidden(string(a.Hidden))
	if err != nil {
		hidden = ""
	}
	var guesses Guesses
	for _, at := range a.Guesses.List() {
		guesses = guesses.Add(at[0], at[1])
	}
	return Asking{hidden, guesses, clean(a.Found)}
}

// Reveal shows the next part of a scene that is hidden; with the answer Place, the
// id of the place that it names.
type Reveal struct{ Place string }

// Apply reveals.
func (a Reveal) Apply(s State) State {
	part, rest := s.Hidden.Next()
	if s.Hidden = rest; part == HideAnswer {
		s.Found = a.Place
	}
	return s
}

// Guess is a click that looks for a place, in degrees.
type Guess struct{ Lon, Lat float64 }

// Apply adds the guess.
func (a Guess) Apply(s State) State { s.Guesses = s.Guesses.Add(a.Lon, a.Lat); return s }
