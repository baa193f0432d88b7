package lesson

import (
	"runtime"
	"slices"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// Keys is all that a lesson hears. A clicker sends PageDown and PageUp, and F5 and
// Escape in turn for its start button, so F5 does nothing here.
func Keys() parts.Keys { return (*Show)(nil).keys() }

// keys may be of no lesson: then they only say what they are for. Letters are
// known by their places on the Ukrainian and Russian layouts.
func (s *Show) keys() parts.Keys {
	next, back := func() { s.turn(1) }, func() { s.turn(-1) }
	rows := func(by int) func() {
		return func() {
			if s.grid && s.cover == nothing {
				by *= max(s.across, 1)
			}
			s.turn(by)
		}
	}
	return parts.Keys{
		{Name: fyne.KeyPageDown, Text: "shell.keyNext", Do: next},
		{Name: fyne.KeyRight, Text: "shell.keyNext", Do: next},
		{Name: fyne.KeyDown, Text: "shell.keyNext", Do: rows(1)},
		{Name: fyne.KeySpace, Text: "shell.keyNext", Do: next},
		{Name: fyne.KeyReturn, Text: "shell.keyNext", Do: s.enter},
		{Name: fyne.KeyEnter, Do: s.enter},
		{Runes: "nNтТ", Text: "shell.keyNext", Do: next},
		{Name: fyne.KeyPageUp, Text: "shell.keyBack", Do: back},
		{Name: fyne.KeyLeft, Text: "shell.keyBack", Do: back},
		{Name: fyne.KeyUp, Text: "shell.keyBack", Do: rows(-1)},
		{Runes: "pPзЗ", Text: "shell.keyBack", Do: back},
		{Name: fyne.KeyBackspace, Text: "present.keyAgain", Do: s.again},
		{Shown: "1 2 … Enter", Text: "present.keyNumber"}, // digit hears them
		{Name: fyne.KeyHome, Text: "shell.keyEnds", Do: func() { s.edge(0) }},
		{Name: fyne.KeyEnd, Text: "shell.keyEnds", Do: func() { s.edge(len(s.deck) - 1) }},
		{Runes: "vVмМ", Text: "present.keyPresenter", Do: s.Presenter},
		{Runes: "sSіІыЫ", Text: "present.keySwap", Do: s.swap},
		{Runes: "[хХ", Text: "present.keyNote", Do: func() { s.noteSize(-1) }},
		{Runes: "]їЇъЪ", Text: "present.keyNote", Do: func() { s.noteSize(1) }},
		{Name: fyne.KeyTab, Text: "present.keyOverview", Do: s.overview},
		{Runes: "gGпП", Text: "present.keyOverview", Do: s.overview},
		{Runes: "bBиИ", Text: "present.keyBlack", Do: func() { s.toggle(black) }},
		{Runes: ".юЮ", Text: "present.keyBlack", Do: func() { s.toggle(black) }},
		{Runes: "wWцЦ", Text: "present.keyWhite", Do: func() { s.toggle(white) }},
		{Runes: ",бБ", Text: "present.keyWhite", Do: func() { s.toggle(white) }},
		{Runes: "rRкК", Text: "present.keyReveal", Do: func() { s.reveal() }},
		{Runes: "hHрР", Text: "present.keyHands", Do: s.count},
		{Runes: "fFаА", Text: "present.keyFreeze", Do: s.freeze},
		{Runes: "zZяЯ", Text: "present.keyWhole", Do: s.enlarge},
		{Runes: "lLдД", Text: "present.keyLight", Do: func() { s.take(spotlight) }},
		{Runes: "mMьЬ", Text: "present.keyLens", Do: func() { s.take(lens) }},
		{Runes: "dDвВ", Text: "present.keyPen", Do: func() { s.take(pen) }},
		{Runes: "cCсС", Text: "present.keyColour", Do: s.dip},
		{Runes: "uUгГ", Text: "present.keyUnwrite", Do: s.unwrite},
		{Runes: "eEуУ", Text: "present.keyWipe", Do: s.wipe},
		{Runes: "kKлЛ", Text: "present.keyKeep", Do: s.keep},
		{Runes: "+=", Text: "present.keyType", Do: func() { s.grow(1) }},
		{Runes: "−-_", Text: "present.keyType", Do: func() { s.grow(-1) }},
		{Runes: "tTеЕ", Text: "present.keyTimer", Do: s.time},
		{Name: fyne.KeyF1, Text: "shell.keyHelp", Do: s.showKeys},
		{Runes: "?", Text: "shell.keyHelp", Do: s.showKeys},
		{Name: fyne.KeyEscape, Text: "present.keyLeave", Do: s.escape},
	}
}

// Lines are the rows of a card of keys, with what the pointer does.
func Lines(h *host.Host) []parts.KeyLine {
	t := func(key string) string { return h.T(key) }
	return append(Keys().Lines(t),
		parts.KeyLine{Keys: t("present.hand"), Text: t("present.handTurn")},
		parts.KeyLine{Keys: t("present.handLive"), Text: t("present.handLiveText")},
		parts.KeyLine{Keys: t("present.handGrow"), Text: t("present.handGrowText")})
}

// Codes of the keys that some headsets and remotes have for the next and the last
// piece of music, by system. Fyne knows them by these alone.
var (
	mediaNext = map[string][]int{"linux": {171, 167}, "freebsd": {171, 167}, "windows": {0x119}}
	mediaBack = map[string][]int{"linux": {173, 166}, "freebsd": {173, 166}, "windows": {0x110}}
)

// media hears these keys.
func (s *Show) media(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyUnknown {
		return false
	}
	for by, codes := range map[int][]int{1: mediaNext[runtime.GOOS], -1: mediaBack[runtime.GOOS]} {
		if slices.Contains(codes, ev.Physical.ScanCode) {
			s.turn(by)
			return true
		}
	}
	return false
}
