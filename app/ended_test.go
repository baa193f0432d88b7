package app

import (
	"testing"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
)

// What Fyne would run when its driver has stopped can keep the program from ending: with
// a pause of 20 ms where the driver goes on (glfw/loop.go, before drained.Store) no window
// ever ended.
func TestNoLastWords(t *testing.T) {
	defer fyne.SetCurrentApp(fyne.CurrentApp()) // the other tests'
	a := fyneapp.NewWithID("org.c5atlas.test")
	words, ok := a.Lifecycle().(interface{ OnStopped() func() })
	if !ok || words.OnStopped() == nil {
		t.Fatal("Fyne has nothing to run at its end any more: noLastWords can go")
	}
	noLastWords(a)
	if words.OnStopped() != nil {
		t.Error("Fyne still has something to run at its end")
	}
}
