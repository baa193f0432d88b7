package app

import (
	"os"
	"testing"
)

// TestMain has the program speak English, wherever it is tested.
func TestMain(m *testing.M) {
	os.Setenv("LC_ALL", "C")
	os.Unsetenv("LANGUAGE")
	os.Exit(m.Run())
}
