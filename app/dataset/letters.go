package dataset

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/draw/text"
	"c5atlas.org/c5atlas/internal/sorts"
)

// maxLetters bounds the letters that a finding quotes.
const maxLetters = 8

// inFace reports whether the program's face, which every picture is set in, has a letter.
var inFace = sync.OnceValue(func() func(rune) bool {
	has, err := text.Letters(assets.FontRegular())
	if err != nil {
		panic(err) // it ships with the program, and its tests read it
	}
	return has
})

// drawn reports whether pictures have a glyph for a letter. Those of the
// alphabets up to Cyrillic are in the face as a whole, but for marks and signs
// that nobody writes.
func drawn(c rune) bool {
	return c < 0x530 || !unicode.IsPrint(c) || inFace()(c)
}

// Undrawn is the first letters of some texts for which pictures show boxes, "" if they
// have none: the program's face lacks them.
func Undrawn(texts ...string) string {
	var letters []rune
	for _, s := range texts {
		if !usual(s) {
			letters, _ = undrawn(letters, s)
		}
	}
	return string(letters)
}

// undrawn adds the letters of a text that are not drawn to some that are known, up to
// maxLetters, and reports whether it has any.
func undrawn(known []rune, s string) (letters []rune, any bool) {
	for _, c := range s {
		if drawn(c) {
			continue
		}
		any = true
		if len(known) < maxLetters && !slices.Contains(known, c) {
			known = append(known, c)
		}
	}
	return known, any
}

// tellLetters says of each column, once, that pictures will show boxes for some
// of its letters. What only the search reads is no matter.
func (t *table) tellLetters(f *findings) {
	if t == nil {
		return
	}
	var out []Finding
	for _, name := range slices.Sorted(maps.Keys(t.text)) {
		if name == "spellings" {
			continue
		}
		for _, at := range t.text[name] {
			if x := t.lacking(at); x.Fault.Key != "" {
				out = append(out, x)
			}
		}
	}
	sorts.Func(out, func(a, b Finding) int { return cmp.Or(a.Row-b.Row, strings.Compare(a.Column, b.Column)) })
	for _, x := range out {
		f.add(x)
	}
}

func (t *table) lacking(at int) Finding {
	var letters []rune
	out := Finding{File: t.file, Column: t.head[at], Note: true}
	for i, rec := range t.rows {
		if rec == nil || usual(rec[at]) {
			continue
		}
		var lacks bool
		letters, lacks = undrawn(letters, rec[at])
		switch {
		case lacks && out.Row == 0:
			out.Row, out.Fault = t.nums[i], Phrase{Key: "finding.lettersLacking"}
		case lacks:
			out.Rows++
		}
	}
	if out.Row > 0 {
		out.Value, out.Mend = string(letters), Phrase{Key: "finding.boxes"}
	}
	return out
}

// usual reports whether a text has nothing but letters below U+0500, of which none is
// lacking; that is soon said. Of others it says nothing.
func usual(s string) bool {
	const tops = 0x8080808080808080
	for ; len(s) >= 8; s = s[8:] {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		if (x&^tops+0x2c2c2c2c2c2c2c2c)&x&tops != 0 { // a byte of 0xd4 or more: 0x54 + 0x2c is 0x80
			return false
		}
	}
	for i := range len(s) {
		if s[i] >= 0xd4 {
			return false
		}
	}
	return true
}
