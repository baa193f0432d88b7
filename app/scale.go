package app

import (
	"os"
	"strconv"
)

// scaleName names the variable by which a person sets how large all is that Fyne draws.
const scaleName = "FYNE_SCALE"

// No desktop asks for less or more; the window system ends a program whose window
// has no pixel, and one a hundred times as large as the screen is never drawn.
const leastScale, mostScale = 0.25, 5

// tameScale passes over a scale that leaves no window to be seen: that of the
// environment, and settings, that of the file that all programs of Fyne's share (0 if
// there is none), which the environment overrides.
func tameScale(settings float32) {
	usable := func(s float64) bool { return s >= leastScale && s <= mostScale } // not a number is neither
	if set := os.Getenv(scaleName); set != "auto" {
		if s, err := strconv.ParseFloat(set, 32); err != nil || !usable(s) {
			os.Unsetenv(scaleName) //nolint:errcheck // a name without = and NUL
		}
	}
	if os.Getenv(scaleName) == "" && settings != 0 && !usable(float64(settings)) {
		os.Setenv(scaleName, "1") //nolint:errcheck,gosec // as above
	}
}
