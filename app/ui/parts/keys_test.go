package parts

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// pressed is a list of keys that notes what was done.
func pressed() (Keys, *string) {
	done := ""
	do := func(what string) func() { return func() { done += what + " " } }
	return Keys{
		{Name: fyne.KeyLeft, Text: "walk", Do: do("left")},
		{Name: fyne.KeyRight, Text: "walk", Do: do("right")},
		{Name: fyne.KeyReturn, Text: "open", Do: do("open")},
		{Name: fyne.KeyEnter, Text: "open", Do: do("open too")},
		{Runes: "+=", Text: "closer", Do: do("closer")},
		{Name: fyne.KeyMinus, Runes: "-−", Text: "away", Do: do("away")},
		{Name: fyne.KeyEscape, Text: "leave", Take: func() bool { done += "asked "; return strings.Contains(done, "open") }},
		{Name: fyne.KeyPageDown, Do: do("hidden")},
		{Name: fyne.KeyHome, Text: "walk", Shown: "Home/End", Do: do("home")},
		{Name: fyne.KeyEnd, Text: "walk", Shown: "Home/End", Do: do("end")},
	}, &done
}

// A key does what it is for, once; one that is for nothing, or has nothing to do now,
// goes on to the window.
func TestKeysDoWhatTheyAreFor(t *testing.T) {
	t.Parallel()
	k, done := pressed()
	for _, c := range []struct {
		name fyne.KeyName
		r    rune
		took bool
		want string
	}{
		{fyne.KeyLeft, 0, true, "left "},
		{fyne.KeyEscape, 0, false, "left asked "},
		{fyne.KeyEnter, 0, true, "left asked open too "},
		{fyne.KeyEscape, 0, true, "left asked open too asked "},
		{"", '=', true, "left asked open too asked closer "},
		{"", '−', true, "left asked open too asked closer away "},
		{fyne.KeyPageDown, 0, true, "left asked open too asked closer away hidden "},
		{fyne.KeyF1, 0, false, "left asked open too asked closer away hidden "},
		{"", 'q', false, "left asked open too asked closer away hidden "},
		{"", 0, false, "left asked open too asked closer away hidden "}, // a key without a name is no character's
	} {
		took := c.r != 0 && k.Rune(c.r) || c.r == 0 && k.Key(&fyne.KeyEvent{Name: c.name})
		if took != c.took || *done != c.want {
			t.Errorf("%q %q: taken %t, done %q, want %q", c.name, c.r, took, *done, c.want)
		}
	}
}

// The card of keys has a row for each thing that is done, with all keys that do it,
// each once and as keyboards write them.
func TestCardOfKeys(t *testing.T) {
	t.Parallel()
	k, _ := pressed()
	got := k.Lines(strings.ToUpper)
	want := []KeyLine{{"←  →  Home/End", "WALK"}, {"Enter", "OPEN"}, {"+", "CLOSER"}, {"-", "AWAY"}, {"Esc", "LEAVE"}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got = (Keys{}).Lines(strings.ToUpper); len(got) != 0 {
		t.Errorf("no keys have rows: %q", got)
	}
	for name, want := range map[fyne.KeyName]string{fyne.KeyUp: "↑", fyne.KeyF5: "F5", fyne.KeyDelete: "Delete", fyne.KeyPageUp: "PgUp", fyne.KeyA: "A"} {
		if KeyName(name) != want {
			t.Errorf("%s is written %q", name, KeyName(name))
		}
	}
}

// While NumLock is off, the digits of the keypad are the keys that are printed below
// them: two of a row lie opposite to each other.
func TestKeypad(t *testing.T) {
	t.Parallel()
	printed := map[fyne.KeyName]string{
		fyne.Key7: "Home", fyne.Key8: "↑", fyne.Key9: "PgUp",
		fyne.Key4: "←", fyne.Key6: "→",
		fyne.Key1: "End", fyne.Key2: "↓", fyne.Key3: "PgDn",
		fyne.Key0: "Insert",
	}
	for digit, want := range printed {
		if got := KeyName(Keypad[digit]); got != want {
			t.Errorf("below %s stands %s, not %s", digit, want, got)
		}
	}
	if len(Keypad) != len(printed) {
		t.Errorf("%d keys, want %d: the 5 has none", len(Keypad), len(printed))
	}
}
