package text

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestWrap(t *testing.T) {
	t.Parallel()
	f := regular(t)
	const long = "Співробітництво у сфері транспортно-логістичної взаємопов’язаності"
	for _, c := range []struct {
		text  string
		width float64
		limit int
		want  []string
		whole bool
	}{
		{"", 9, 2, nil, true},
		{" \n\t ", 9, 2, nil, true},
		{"Health", 9, 1, []string{"Health"}, true},
		{"Transport and connectivity", 7.5, 2, []string{"Transport and", "connectivity"}, true},
		{"Transport and connectivity", 7.5, 1, []string{"Transport and…"}, false},
		{"Transport and connectivity", 7.5, 0, nil, false},
		{long, 9, 9, []string{"Співробітництво", "у сфері", "транспортно-", "логістичної", "взаємопов’язан…"}, false},
		{long, 11, 9, []string{"Співробітництво", "у сфері транспортно-", "логістичної", "взаємопов’язаності"}, true},
		{"one\u00a0two three", 4.5, 2, []string{"one\u00a0two", "three"}, true},
		{"2020–2025", 3.3, 2, []string{"2020…"}, false},
		{"first\nsecond", 20, 2, []string{"first", "second"}, true},
		{"first\nsecond", 20, 1, []string{"first\nsecond"}, true}, // drawn as a space
		{"中华人民共和国", 3, 3, []string{"中华人", "民共和", "国"}, true},
		{"中华人民，共和国", 4, 3, []string{"中华人", "民，共和", "国"}, true}, // no comma begins a line
		{"Токаев Касым-Жомарт", 9, 2, []string{"Токаев", "Касым-Жомарт"}, true},
		{"Токаев Касым-Жомарт", 5, 3, []string{"Токаев", "Касым-", "Жомарт"}, true},
		{"16\u00a0July 2020", 9, 1, []string{"16\u00a0July 2020"}, true},
		{"16\u00a0July 2020", 4, 2, []string{"16\u00a0July", "2020"}, true}, // too narrow for all of it
		{"лишилося із 87", 6, 2, []string{"лишилося", "із 87"}, true},
		{"тези від 5 до 87 документів", 5.1, 3, []string{"тези від 5", "до 87", "докумен…"}, false},
		{"Наука й технології", 5.2, 3, []string{"Наука й", "технології"}, true}, // “й технології” is longer than a line
		{"Саміт (в Астані) та не до 5 зустрічей", 6, 5, []string{"Саміт", "(в Астані) та", "не до 5", "зустрічей"}, true},
		{"word", 0.2, 1, []string{""}, false},
		{"word", 1, 1, []string{"…"}, false},
	} {
		got, whole := f.Wrap(c.text, c.width, c.limit)
		if !slices.Equal(got, c.want) || whole != c.whole {
			t.Errorf("Wrap(%q, %v, %d) = %q, %v, want %q, %v", c.text, c.width, c.limit, got, whole, c.want, c.whole)
		}
	}
}

// Cut is compared with all ways to cut: none that ends in a letter is longer.
func TestCut(t *testing.T) {
	t.Parallel()
	f := regular(t)
	for _, s := range []string{"Transport and connectivity", "Й\u0306е\u0301ї, «ab» — (c)", "👩‍🏫👩‍🏫 and 🇰🇿🇨🇳", "中华人民，共和国", "مرحبا بكم في آسيا", "AVAVAV To. Та", "a" + strings.Repeat("\u0301", 300)} {
		letters := slices.Collect(Graphemes(s))
		for width := 0.0; width < f.Width(s)+1; width += 0.17 {
			want := ""
			switch {
			case f.Width(s) <= width:
				want = s
			case f.Width(Ellipsis) <= width:
				want = Ellipsis
				for n := range letters {
					cut := strings.Join(letters[:n], "") + Ellipsis
					if f.Width(cut) <= width && (n == 0 || !sign(letters[n-1])) {
						want = cut
					}
				}
			}
			if got := f.Cut(s, width); got != want {
				t.Errorf("Cut(%q, %.2f) = %q, want %q", s, width, got, want)
			}
		}
	}
}

// A text of a megabyte takes no longer than what is shown of it.
func TestHugeTexts(t *testing.T) {
	t.Parallel()
	f := regular(t)
	for _, s := range []string{
		strings.Repeat("W", 1<<20), strings.Repeat("слово ", 1<<17), strings.Repeat("на ", 1<<17), strings.Repeat("\n", 1<<20), strings.Repeat("中", 1<<18),
		"a" + strings.Repeat("\u0301", 1<<18), strings.Repeat("م", 1<<18), "a\u202e" + strings.Repeat("bc ", 1<<17), strings.Repeat("\xff", 1<<20),
	} {
		lines, _ := f.Wrap(s, 20, 3)
		if len(lines) > 3 {
			t.Errorf("%d lines", len(lines))
		}
		for _, l := range append(lines, f.Cut(s, 7)) {
			if w := f.Width(l); w > 20 || len(l) > longest+len(Ellipsis) {
				t.Errorf("a line of %v, want at most 20; %d bytes", w, len(l))
			}
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("Співробітництво у сфері транспортно-логістичної", 8.0, 3)
	f.Add("a\u00a0b c-d – e/f…", 0.5, 9)
	f.Add("  \n\t", 0.1, 1)
	f.Add("مرحبا 123 abc", 3.0, 2)
	f.Add("\u0600! e\u0301\u0301 👩‍🏫", 2.0, 2)
	face := parse(f, regularTTF())
	f.Fuzz(func(t *testing.T, s string, width float64, limit int) {
		if math.IsNaN(width) {
			return
		}
		limit = min(max(limit, 0), 50)
		lines, whole := face.Wrap(s, width, limit)
		if len(lines) > limit {
			t.Fatalf("%d lines, want at most %d", len(lines), limit)
		}
		var ends []int
		for n, g := 0, slices.Collect(Graphemes(s)); len(g) > 0; g = g[1:] {
			n += len(g[0])
			ends = append(ends, n)
		}
		at := 0
		for _, line := range lines {
			if face.Width(line) > max(width, 0) {
				t.Errorf("%q is wider than %v", line, width)
			}
			kept := strings.TrimSuffix(line, Ellipsis)
			i := strings.Index(s[at:], kept)
			if i < 0 {
				t.Fatalf("%q is not in the rest of %q", kept, s)
			}
			if at += i + len(kept); utf8.ValidString(s) && kept != line && !slices.Contains(ends, at) && kept != "" && !strings.HasSuffix(s, Ellipsis) {
				t.Errorf("%q of %q is cut in a letter", line, s)
			}
		}
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) {
					return -1
				}
				return r
			}, s)
		}
		if whole && utf8.ValidString(s) && letters(strings.Join(lines, "")) != letters(s) {
			t.Errorf("Wrap(%q) lost text: %q", s, lines)
		}
	})
}

// A loose face measures longer and sets the same letters.
func TestLoose(t *testing.T) {
	t.Parallel()
	f := regular(t)
	g, err := f.Loose(0.1)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"", "a", "Багатостороння координація", "two words"} {
		if got, want := g.Width(s), 1.1*f.Width(s); math.Abs(got-want) > 1e-9 {
			t.Errorf("%q is %v long, want %v", s, got, want)
		}
		if g.Shape(s).Width != f.Shape(s).Width {
			t.Errorf("%q is set otherwise", s)
		}
	}
}

// A text set in full has as many lines as Wrap gives it, of the same words, none wider
// than the width; its last is as long as was asked for, or nothing narrower makes it so.
func TestWrapFull(t *testing.T) {
	t.Parallel()
	f := regular(t)
	const title = "Договорённости, предложения и намерения по местам встреч"
	const note = "Map data: Natural Earth (public domain). City names: GeoNames, CC BY 4.0, checked and edited."
	mended := 0
	for _, s := range []string{title, note, "Statements by state concerned, in per cent", "one two", "中华人民共和国", ""} {
		for width := 3.0; width < f.Width(s)*1.1+4; width += 0.7 {
			for _, least := range []float64{0.2, 0.8} {
				plain, whole := f.Wrap(s, width, 99)
				got, full := f.WrapFull(s, width, 99, least)
				if full != whole || len(got) != len(plain) || strings.ReplaceAll(strings.Join(got, ""), " ", "") != strings.ReplaceAll(strings.Join(plain, ""), " ", "") {
					t.Fatalf("WrapFull(%q, %v, %v) = %q, %v; Wrap has %q, %v", s, width, least, got, full, plain, whole)
				}
				if len(got) < 2 || !whole {
					continue
				}
				share := func(lines []string) float64 { return f.Width(lines[len(lines)-1]) / f.longest(lines) }
				if f.longest(got) > width {
					t.Errorf("WrapFull(%q, %v, %v) is %v wide", s, width, least, f.longest(got))
				}
				for w := width; share(got) < least && w > width/2; w -= width / 50 {
					if other, fits := f.Wrap(s, w, len(got)); fits && share(other) > share(got) {
						t.Errorf("WrapFull(%q, %v, %v) = %q, though %q is better", s, width, least, got, other)
					}
				}
				if share(plain) < least && share(got) >= least {
					mended++
				}
			}
		}
	}
	if mended < 30 {
		t.Errorf("%d texts were set better", mended)
	}
	if got, _ := f.WrapFull(title, 25, 2, 0.8); !slices.Equal(got, []string{"Договорённости, предложения", "и намерения по местам встреч"}) {
		t.Errorf("the title is %q", got)
	}
}
