package dataset

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold prepares a text for search: lower case, without accents, apostrophes and
// what is not seen (soft hyphens, spaces of no width), names such as "А+5" in
// one script, runs of space made one. The Ukrainian ґ is г, the Arabic yeh and kaf are
// the Persian ones; й stays, since word
// forms hang on it.
func Fold(s string) string { return string(appendFolded(nil, s)) }

// alike maps letters that look alike between scripts, so that "А+5" in
// Cyrillic and "A+5" in Latin are one.
var alike = map[rune]byte{'с': 'c', 'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'х': 'x', 'у': 'y', 'к': 'k', 'м': 'm', 'т': 't', 'н': 'h', 'в': 'b'}

// What a rune becomes: a text of its own, nothing, or a space.
const (
	plainRune = iota
	droppedRune
	spaceRune
)

type foldedRune struct {
	text [6]byte
	n    uint8
	kind uint8
}

// tableEnd is the first rune beyond the table: Latin, Greek and Cyrillic lie
// before it.
const tableEnd = 0x530

// foldTable is what the runes of most texts become. A rune of it stands for
// itself: nothing before or after changes it.
var foldTable = sync.OnceValue(func() *[tableEnd]foldedRune {
	t := &[tableEnd]foldedRune{}
	for c := range rune(tableEnd) {
		t[c] = foldRune(c)
	}
	return t
})

// breve is the mark that makes й of и.
const breve = '\u0306'

// withBreve makes й of an и that a text ends in.
func withBreve(folded []byte) {
	if bytes.HasSuffix(folded, []byte("и")) {
		copy(folded[len(folded)-len("й"):], "й")
	}
}

// unseen reports whether c is a sign that folding drops: an apostrophe of any
// shape, or one without a width.
func unseen(c rune) bool {
	switch c {
	case '’', 'ʼ', 'ʻ', '‘', '\'', '`', '´', '′', '‵', '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return false
}

func foldRune(c rune) (out foldedRune) {
	c = unicode.ToLower(c)
	switch c {
	case 'й':
		out.n = uint8(copy(out.text[:], "й"))
		return out
	case 'ґ':
		c = 'г'
	case 'ي', 'ى': // Arabic keyboards have these for the Persian letters
		c = 'ی'
	case 'ك':
		c = 'ک'
	}
	for _, c := range norm.NFD.String(string(c)) {
		switch {
		case unicode.Is(unicode.Mn, c), unseen(c):
		case unicode.IsSpace(c), c == '\u00a0':
			return foldedRune{kind: spaceRune}
		default:
			out.n += uint8(utf8.EncodeRune(out.text[out.n:], c))
		}
	}
	if out.n == 0 {
		out.kind = droppedRune
	}
	return out
}

// appendFolded adds the folded text to dst.
func appendFolded(dst []byte, s string) []byte {
	table, from := foldTable(), len(dst)
	space, named := false, false
	for _, c := range s {
		var f *foldedRune
		switch {
		case c < tableEnd:
			f = &table[c]
		case c >= 0x2000 && c < 0x2070: // general punctuation
			one := foldRune(c)
			f = &one
		default:
			return appendRare(dst[:from], s)
		}
		switch f.kind {
		case droppedRune:
			if c == breve && !space {
				withBreve(dst[from:])
			}
		case spaceRune:
			space = len(dst) > from
		case plainRune:
			if space {
				dst, space = append(dst, ' '), false
			}
			switch f.n {
			case 1:
				dst = append(dst, f.text[0])
				named = named || c <= '9' && (c == '+' || c >= '0')
			case 2:
				dst = append(dst, f.text[0], f.text[1])
			default:
				dst = append(dst, f.text[:f.n]...)
			}
		}
	}
	if named {
		return appendNames(dst[:from], string(dst[from:]))
	}
	return dst
}

// appendRare is appendFolded for texts with runes that may change each other.
func appendRare(dst []byte, s string) []byte {
	var out []byte
	space := false
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		f := foldRune(c)
		switch f.kind {
		case droppedRune:
			if c == breve && !space {
				withBreve(out)
			}
		case spaceRune:
			space = len(out) > 0
		case plainRune:
			if space {
				out, space = append(out, ' '), false
			}
			out = append(out, f.text[:f.n]...)
		}
	}
	return appendNames(dst, string(out))
}

// appendNames adds a folded text with the names in it in one script: runs of
// letters, digits and plus signs that have a digit or a plus sign, and no letter
// but lookalikes. Spaces about a plus sign go: "c + c5" and "c+c5" are one name.
func appendNames(dst []byte, s string) []byte {
	s = strings.ReplaceAll(strings.ReplaceAll(s, " +", "+"), "+ ", "+")
	begin := 0
	flush := func(run string) {
		if !strings.ContainsAny(run, "+0123456789") {
			dst = append(dst, run...)
			return
		}
		from := len(dst)
		for _, c := range run {
			x, ok := alike[c]
			switch {
			case ok:
				dst = append(dst, x)
			case c < utf8.RuneSelf || !unicode.IsLetter(c):
				dst = utf8.AppendRune(dst, c)
			default: // an ordinary word keeps its script
				dst = append(dst[:from], run...)
				return
			}
		}
	}
	for i := 0; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		if c != '+' && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			flush(s[begin:i])
			dst = append(dst, s[i:i+n]...)
			begin = i + n
		}
		i += n
	}
	flush(s[begin:])
	return dst
}
