package parts

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// Key is what one key does. A view that hears by [Keys] alone has no key that a
// list of them does not name.
type Key struct {
	Name  fyne.KeyName // "": none, it is a character
	Runes string       // the characters that do it, on all layouts; the first is shown
	Text  string       // of the translations: what it does; "": another key's row says it
	Shown string       // as the card of keys writes it; "": after Name or Runes
	Do    func()
	Take  func() bool // in place of Do where a key may have nothing to do: it then goes on to the window
}

// Keys is all that a view hears.
type Keys []Key

// Key does what a key is for, and reports whether it is for anything.
func (k Keys) Key(ev *fyne.KeyEvent) bool {
	for _, x := range k {
		if x.Name == ev.Name && x.Name != "" {
			return x.act()
		}
	}
	return false
}

// Rune does what a character is for, and reports whether it is for anything.
func (k Keys) Rune(r rune) bool {
	for _, x := range k {
		if strings.ContainsRune(x.Runes, r) {
			return x.act()
		}
	}
	return false
}

func (x *Key) act() bool {
	if x.Take != nil {
		return x.Take()
	}
	x.Do()
	return true
}

// KeyLine is a row of the card of keys.
type KeyLine struct{ Keys, Text string }

// Lines lists the keys as rows of a card, those with the same words in one; text
// translates.
func (k Keys) Lines(text func(string) string) []KeyLine {
	var out []KeyLine
	row := map[string]int{}
	for _, x := range k {
		if x.Text == "" {
			continue
		}
		i, ok := row[x.Text]
		if !ok {
			i = len(out)
			row[x.Text] = i
			out = append(out, KeyLine{Text: text(x.Text)})
		}
		if shown := x.shown(); !slices.Contains(strings.Split(out[i].Keys, "  "), shown) {
			out[i].Keys = strings.TrimSpace(out[i].Keys + "  " + shown)
		}
	}
	return out
}

func (x *Key) shown() string {
	switch {
	case x.Shown != "":
		return x.Shown
	case x.Runes != "":
		return strings.ToUpper(string([]rune(x.Runes)[:1]))
	}
	return KeyName(x.Name)
}

// keyNames is how keyboards write what Fyne calls otherwise.
var keyNames = map[fyne.KeyName]string{
	fyne.KeyLeft: "←", fyne.KeyRight: "→", fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyPageUp: "PgUp", fyne.KeyPageDown: "PgDn",
	fyne.KeyReturn: "Enter", fyne.KeyEnter: "Enter", fyne.KeyEscape: "Esc", fyne.KeyBackspace: "Backspace", fyne.KeyMinus: "−",
}

// KeyName is how keyboards write a key.
func KeyName(n fyne.KeyName) string {
	if s, ok := keyNames[n]; ok {
		return s
	}
	return string(n)
}

// Keypad is what the keys of the keypad are while NumLock is off. Fyne calls them
// digits then, too, but no character follows.
var Keypad = map[fyne.KeyName]fyne.KeyName{
	fyne.Key0: fyne.KeyInsert, fyne.Key1: fyne.KeyEnd, fyne.Key2: fyne.KeyDown, fyne.Key3: fyne.KeyPageDown, fyne.Key4: fyne.KeyLeft,
	fyne.Key6: fyne.KeyRight, fyne.Key7: fyne.KeyHome, fyne.Key8: fyne.KeyUp, fyne.Key9: fyne.KeyPageUp,
}
