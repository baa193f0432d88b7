//go:build ci

package screens

import "fyne.io/fyne/v2"

// Desktop is no screens.
type Desktop struct{}

// List returns no screens: Fyne's software driver knows none.
func (*Desktop) List() []Screen { return nil }

// Put fills the window's screen, or does not.
func (*Desktop) Put(w fyne.Window, p Place) { w.SetFullScreen(p.Kind == Whole) }

// Where knows nothing.
func (*Desktop) Where(fyne.Window) Spot { return Spot{} }

// Leave does nothing: no pointer leaves a window of the software driver.
func (*Desktop) Leave(fyne.Window) {}

// Return makes a plain window.
func (*Desktop) Return(w fyne.Window, _ Spot) { w.SetFullScreen(false) }
