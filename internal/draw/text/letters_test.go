package text

import (
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"

	"c5atlas.org/c5atlas/assets"
)

// Letters has what another reader of the face finds in it, letter by letter.
func TestLetters(t *testing.T) {
	t.Parallel()
	for _, ttf := range [][]byte{assets.FontRegular(), assets.FontBold()} {
		has, err := Letters(ttf)
		if err != nil {
			t.Fatal(err)
		}
		other, err := sfnt.Parse(ttf)
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for c := range rune(unicode.MaxRune) {
			glyph, err := other.GlyphIndex(nil, c)
			if err != nil {
				t.Fatal(err)
			}
			if has(c) != (glyph != 0) {
				t.Fatalf("%U: %v", c, has(c))
			}
			if has(c) {
				found++
			}
		}
		if found < 500 {
			t.Errorf("only %d letters", found)
		}
	}
	for _, ttf := range [][]byte{nil, []byte("no face"), assets.FontRegular()[:600]} {
		if _, err := Letters(ttf); err == nil {
			t.Errorf("%d bytes are a face", len(ttf))
		}
	}
}
