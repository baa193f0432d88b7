package dataset

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/internal/sorts"
)

// ukrainianEndings are those of nouns and adjectives, and two of verbs,
// as Fold writes them (ї is і). The longest that leaves a stem is cut.
var ukrainianEndings = func() []string {
	list := strings.Fields(`
		а я о е є у ю и і ь й
		ами ями ах ях ам ям ові еві єві ом ем єм ою ею єю ів ей ьми
		ій ія іі ію ією іям іями іях іє іів
		ий ого ому им их ими оі ім іх іми ього ьому ьоі його йому
		увати ювати`)
	sorts.Func(list, func(a, b string) int { return len(b) - len(a) })
	return list
}()

// ukrainian returns the stem of a folded Ukrainian word. The rules, in order:
//
//  1. The longest ending of the list is cut, if three letters stay; and a vowel
//     among them.
//  2. A soft sign at the end goes, and of two equal consonants one: знання, знань.
//  3. "іст" at the end is "ост": область has none, but якість, якості.
//  4. A vowel о, е, і between the last two consonants of four letters or more
//     goes: it comes and goes with the form (договір, договору; ринок, ринку;
//     січень, січня), and where it stays it is left out of every form alike. Of
//     three letters an і between is о (рік, року).
//  5. The last consonants that change before і stand for their pair: г is з, к
//     is ц, х is с (безпека, безпеці).
//
// A stem is compared with others and never shown.
func ukrainian(word string) string {
	w := []rune(word)
	for _, e := range ukrainianEndings {
		if n := len([]rune(e)); strings.HasSuffix(word, e) && len(w)-n >= shortestStem && slices.ContainsFunc(w[:len(w)-n], vowel) {
			w = w[:len(w)-n]
			break
		}
	}
	for len(w) > shortestStem && w[len(w)-1] == 'ь' {
		w = w[:len(w)-1]
	}
	if n := len(w); n > shortestStem && w[n-1] == w[n-2] && !vowel(w[n-1]) {
		w = w[:n-1]
	}
	if n := len(w); n > shortestStem && string(w[n-3:]) == "іст" {
		w[n-3] = 'о'
	}
	if n := len(w); n > shortestStem && strings.ContainsRune("оеі", w[n-2]) && !vowel(w[n-1]) && !vowel(w[n-3]) {
		w = append(w[:n-2], w[n-1])
	}
	if n := len(w); n == shortestStem && w[1] == 'і' && !vowel(w[0]) && !vowel(w[2]) {
		w[1] = 'о'
	}
	switch n := len(w) - 1; w[n] {
	case 'г':
		w[n] = 'з'
	case 'к':
		w[n] = 'ц'
	case 'х':
		w[n] = 'с'
	}
	return string(w)
}

func vowel(c rune) bool { return strings.ContainsRune("аеєиіоуюя", c) }
