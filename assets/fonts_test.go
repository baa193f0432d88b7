package assets

import (
	"bytes"
	"encoding/csv"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

var faces = map[string]func() []byte{"regular": FontRegular, "bold": FontBold}

// alphabets hold the letters of each language that has its own, small letters
// only. Sources: the languages' Unicode CLDR exemplar sets (main and, for
// Uzbek in Cyrillic, main of uz_Cyrl).
var alphabets = map[string]string{
	"English":         "abcdefghijklmnopqrstuvwxyz",
	"Ukrainian":       "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ’",
	"Russian":         "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
	"Kazakh":          "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
	"Kyrgyz":          "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
	"Tajik":           "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
	"Turkmen":         "abçdeäfghijžklmnňoöprsştuüwyýz",
	"Uzbek":           "abcdefghijklmnopqrstuvxyzʻʼ‘’",
	"Uzbek, Cyrillic": "абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ",
}

// signs are what the interface, the map and the charts draw beside letters.
const signs = " \u00a0\u202f\u2011" + "0123456789" + "▲△▼▽●○■□◆◇◐◑◉★☆✓✕≤≥≠≈±−×÷·…–—«»“”„‘’ʻʼ№°%§†→←↑↓↔↶↷⤓⟲▶▷◀◁▸▾⋮ⓘ⚠€$¥₸₽"

func TestGlyphsOfLanguages(t *testing.T) {
	t.Parallel()
	for weight, ttf := range faces {
		has := glyphs(t, ttf())
		for name, letters := range alphabets {
			check(t, weight+", "+name, letters+strings.ToUpper(letters), has)
		}
		check(t, weight+", signs", signs, has)
	}
}

// shown leaves out of a table the column for search alone: of it only what the faces
// have is shown.
func shown(t *testing.T, name, text string) string {
	t.Helper()
	if !strings.HasSuffix(name, ".csv") {
		return text
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, row := range rows {
		for i, cell := range row {
			if rows[0][i] != "spellings" {
				out = append(out, cell)
			}
		}
	}
	return strings.Join(out, " ")
}

// TestGlyphsOfShippedTexts looks up every character of every embedded text.
func TestGlyphsOfShippedTexts(t *testing.T) {
	t.Parallel()
	texts := map[string]string{"basemap/names.csv": string(Names())}
	for name, data := range packedFiles() {
		switch folder, _, _ := strings.Cut(name, "/"); folder {
		case "data", "template", "samples", "translations", "manual", "fonts":
			if path.Ext(name) != ".ttf" {
				texts[name] = shown(t, name, string(data))
			}
		}
	}
	for weight, ttf := range faces {
		has := glyphs(t, ttf())
		for name, text := range texts {
			check(t, weight+", "+name, text, has)
		}
	}
}

// TestDigitsAreTabular keeps columns of numbers aligned.
func TestDigitsAreTabular(t *testing.T) {
	t.Parallel()
	for weight, ttf := range faces {
		f, err := sfnt.Parse(ttf())
		if err != nil {
			t.Fatal(err)
		}
		wide := func(r rune) fixed.Int26_6 {
			i, err := f.GlyphIndex(nil, r)
			if err != nil {
				t.Fatal(err)
			}
			w, err := f.GlyphAdvance(nil, i, fixed.I(1000), 0)
			if err != nil {
				t.Fatal(err)
			}
			return w
		}
		for _, r := range "123456789" {
			if got := wide(r); got != wide('0') {
				t.Errorf("%s: %c is %v wide, 0 is %v", weight, r, got, wide('0'))
			}
		}
	}
}

// TestShaping guards two faults of the face that Fyne bundles: the dot of
// Cyrillic і disappears, and the space after an arrow turns into a box.
func TestShaping(t *testing.T) {
	t.Parallel()
	for weight, ttf := range faces {
		face, err := font.ParseTTF(bytes.NewReader(ttf()))
		if err != nil {
			t.Fatal(err)
		}
		for _, tt := range []struct {
			text   string
			script language.Script
			lang   string
		}{
			{"Київі", language.Cyrillic, "uk"},
			{"Бейжіңі", language.Cyrillic, "kk"},
			{"→ a ffi", language.Latin, "en"},
			{"北京", language.Han, "zh"},
		} {
			runes := []rune(tt.text)
			shaper := shaping.HarfbuzzShaper{}
			out := shaper.Shape(shaping.Input{
				Text: runes, RunEnd: len(runes), Face: face, Size: fixed.I(16), Script: tt.script, Language: language.NewLanguage(tt.lang),
			})
			var got, want []font.GID
			for _, g := range out.Glyphs {
				got = append(got, g.GlyphID)
			}
			for _, r := range runes {
				gid, ok := face.NominalGlyph(r)
				if !ok {
					t.Errorf("%s: no glyph for %q", weight, r)
				}
				want = append(want, gid)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: shaping %q gives glyphs %v, want those of its letters, %v", weight, tt.text, got, want)
			}
		}
	}
}

// TestLineMetrics keeps the lines as high as Noto Sans makes them: the Han
// characters must not spread them.
func TestLineMetrics(t *testing.T) {
	t.Parallel()
	for weight, ttf := range faces {
		f, err := sfnt.Parse(ttf())
		if err != nil {
			t.Fatal(err)
		}
		m, err := f.Metrics(nil, fixed.I(1000), 0)
		if err != nil {
			t.Fatal(err)
		}
		if m.Ascent != fixed.I(1069) || m.Descent != fixed.I(293) {
			t.Errorf("%s: ascent %v and descent %v, want 1069 and 293 of 1000", weight, m.Ascent, m.Descent)
		}
	}
}

// glyphs returns which characters two parsers, one of them the program's, find
// in the face.
func glyphs(t *testing.T, ttf []byte) func(rune) bool {
	t.Helper()
	open, err := sfnt.Parse(ttf)
	if err != nil {
		t.Fatalf("x/image: %v", err)
	}
	shaped, err := font.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		t.Fatalf("go-text: %v", err)
	}
	return func(r rune) bool {
		i, err := open.GlyphIndex(nil, r)
		_, ok := shaped.NominalGlyph(r)
		return err == nil && i != 0 && ok
	}
}

func check(t *testing.T, name, text string, has func(rune) bool) {
	t.Helper()
	missing := map[rune]bool{}
	for _, r := range text {
		if !unicode.IsControl(r) && r != '\ufeff' && !has(r) {
			missing[r] = true
		}
	}
	for r := range missing {
		t.Errorf("%s: no glyph for %q (%U); if it is wanted, run fonts/build.sh or add it there", name, r, r)
	}
}
