package app

import (
	"math"
	"os"
	"testing"
)

// A scale at which no window can be seen is passed over; any other stands.
func TestTameScale(t *testing.T) {
	for _, x := range []struct {
		set      string
		settings float32
		want     string
	}{
		{"", 0, ""},
		{"", 1.5, ""},
		{"", 100, "1"},
		{"", 0.001, "1"},
		{"", float32(math.Inf(1)), "1"},
		{"", -3, "1"},
		{"2", 100, "2"},
		{"0.5", 0, "0.5"},
		{"auto", 100, "auto"},
		{"nonsense", 0, ""},
		{"nonsense", 100, "1"},
		{"100", 0, ""},
		{"1e-9", 1.5, ""},
		{"-1", 100, "1"},
		{"inf", 0, ""},
		{"NaN", 0, ""},
	} {
		t.Setenv(scaleName, x.set)
		tameScale(x.settings)
		if got := os.Getenv(scaleName); got != x.want {
			t.Errorf("FYNE_SCALE=%q with a setting of %v: %q, want %q", x.set, x.settings, got, x.want)
		}
	}
}
