package app

import (
	"os"
	"testing"
	"time"
)

// TestMain has the program speak English, wherever it is tested, and see soon what
// was saved.
func TestMain(m *testing.M) {
	os.Setenv("LC_ALL", "C")
	os.Unsetenv("LANGUAGE")
	lookEvery = 20 * time.Millisecond
	os.Exit(m.Run())
}
