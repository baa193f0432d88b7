package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// The desktop's fonts are looked for when a letter needs them, or when there is time, and
// not before.
func TestReadFonts(t *testing.T) {
	readFonts(test.NewTempApp(t))()
	for _, bold := range []bool{false, true} {
		style := fyne.TextStyle{Bold: bold}
		fyne.MeasureText("Тексти вікна: “Ґ, ї, ы”, 1 234 × 5° → 中亚", 14, style)
		if looked {
			t.Fatal("the fonts of the desktop are looked for, and no letter needs them")
		}
	}
	if fyne.MeasureText("آسيا", 14, fyne.TextStyle{}); !looked {
		t.Error("the fonts of the desktop are not looked for where a letter needs them")
	}
	looked = false
	if lookForFonts(); !looked {
		t.Error("the fonts of the desktop are not looked for when there is time")
	}
}
