package text

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
)

// Examples of Unicode's LineBreakTest.txt (17.0.0, © 2025 Unicode, Inc.), ÷ where
// a line may end, and the places in which we differ.
var breakExamples = []string{
	"can ÷'not'",
	"give ÷book(s).",
	"find .com",
	"code( s )",
	"(con-)lang",
	"(con)-÷lang",
	"(con)‑lang",
	"operator[]÷(0);",
	"本÷(「を」)÷読÷む",
	"(ニュー・)÷ヨー÷ク",
	"हिन्दी",
	"ピュー÷タ÷で÷使÷用÷す÷る",
	"봤÷어. ÷A.2 ÷볼",
	"る。÷dog÷（犬）÷を",
	"せ！÷100%÷の÷完",
	"出÷典: ÷フ÷リー÷百",
	"ド÷重） 〜 ÷力・÷重",
	"vous ÷me ÷heurtez, ÷vous ÷dites : ÷« Excusez-÷moi, » ÷et ÷vous ÷croyez ÷que ÷cela ÷suffit ?",
	"— ÷Không ÷ai ÷hãm ÷bao ÷giờ ÷mà ÷bây ÷giờ ÷hãm, ÷thế ÷nó ÷mới ÷« mới ».",
	"the ÷3ms ÷possessive ÷pronominal ÷suffix ÷( -šu )",
	"毕÷士÷悌÷（1901÷年÷—÷1936÷年），÷朝÷鲜÷籍÷红÷军÷将÷领",
	"2020–2025 ÷and ÷транспортно-÷логістичної",
	"the ÷100-fold ÷and ÷30-річчя, ÷онлайн-÷саміт",
	"Китай — ÷Центральна ÷Азія, ÷Wang ÷Yi – ÷Saidov",
	"Касым-Жомарт ÷Токаев ÷і Аруначал-Прадеш",
	"Xi’an-Kashgar, ÷Центральна-÷країна, ÷онлайн-÷Саміт",
	"Чэнду · ÷не охвачено ÷—",
	"中÷华÷人÷民÷共÷和÷国",
	"one\u00a0two ÷three",
	"30\u00a0марта 2024\u00a0г. ÷и 44\u00a0%, ÷26–27\u00a0April 2023; ÷30\u00a0March 2024, ÷CC ÷BY 4.0, ÷of ÷41\u00a0statements",
	"signed: 7 ÷(passages: 4, ÷documents: 2); ÷with 9. ÷the ÷3ms",
	"тез ÷із 87 ÷(від п’яти ÷до ", "Від них ÷і не міст",
	"сферам ÷и местам, ÷В. ÷И. ÷Ленин ÷з ",
	"щодо ÷корінних ÷інтересів, ÷як-от суверенітет; ÷какой-либо ÷та ÷науково-÷технічний, ÷по-русски",
	"https://÷example.org/÷a/÷b",
}

func pieces(s string) (out []string) {
	for p := range Pieces(s) {
		out = append(out, p)
	}
	return out
}

func TestPieces(t *testing.T) {
	t.Parallel()
	for _, example := range breakExamples {
		want := strings.Split(example, "÷")
		if got := pieces(strings.Join(want, "")); !slices.Equal(got, want) {
			t.Errorf("Pieces = %q, want %q", got, want)
		}
	}
}

func TestPiecesThatEndALine(t *testing.T) {
	t.Parallel()
	var got []string
	for p, must := range Pieces("one two\nthree\r\n\u2028four") {
		if must {
			p += "!"
		}
		got = append(got, p)
	}
	if want := []string{"one ", "two\n!", "three\r\n!", "\u2028!", "four"}; !slices.Equal(got, want) {
		t.Errorf("Pieces = %q, want %q", got, want)
	}
	for range Pieces("a b c") {
		break // a caller may stop
	}
	words := strings.Repeat("слово ", 3000) + strings.Repeat("x", 9000) + " end"
	if got := pieces(words); len(got) != 3010 || strings.Join(got, "") != words {
		t.Errorf("%d pieces, want 3010", len(got))
	}
	if got := pieces(""); got != nil {
		t.Errorf("Pieces of nothing = %q", got)
	}
}

// Another program for the same rules (of Unicode 15) cuts texts of the languages
// that are written here at the same places but for our own rules.
func TestPiecesAgainstAnother(t *testing.T) {
	t.Parallel()
	words := strings.Fields("Спільна заява міністрів: “Один пояс, один шлях”, 2013, 44 % з 90 тверджень; Сіань/Xi’an, 中国同中亚五国 外长 会晤 No. 5 $100 10,5 km² «Казахстан» e\u0301te C+C5 — a.b")
	whole := regexp.MustCompile(
		`\d-\x00\p{Ll}| \x00[—–·] |(^|[^\p{L}\p{M}\d’'.])\p{Cyrillic} \x00|[\p{L}:] \x00\d[\d.,–]*([^\d.,–\-\p{L}\x{a0}]|$)|(^|[^\p{L}\p{M}\d’'])\p{Lu}[\p{L}\p{M}\d’']*-\x00\p{Lu}|` +
			`(^|[^\p{L}\p{M}\d’'])\p{Cyrillic}{1,4}-\x00\p{Cyrillic}|\p{Cyrillic}-\x00\p{Cyrillic}{1,4}([^\p{L}\p{M}\d’']|$)`,
	)
	random := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		var b strings.Builder
		for range 1 + random.IntN(8) {
			b.WriteString(words[random.IntN(len(words))])
			b.WriteString([]string{" ", " ", "-"}[random.IntN(3)])
		}
		s := b.String()
		var want []string
		for rest, state := s, -1; rest != ""; {
			var p string
			p, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			if n := len(want) - 1; n >= 0 && whole.MatchString(want[n]+"\x00"+p) {
				want[n] += p
				continue
			}
			want = append(want, p)
		}
		if got := pieces(s); strings.Join(got, "") != s {
			t.Fatalf("Pieces(%q) = %q", s, got)
		} else if cut := differ(got, want); cut != "" {
			t.Errorf("Pieces(%q) = %q, the other %q: %q", s, got, want, cut)
		}
	}
}

// differ returns the letters around the first place at which only one of two
// cuts a text.
func differ(a, b []string) string {
	s := strings.Join(a, "")
	at := func(list []string) map[int]bool {
		n, out := 0, map[int]bool{}
		for _, p := range list {
			n += len(p)
			out[n] = true
		}
		return out
	}
	x, y := at(a), at(b)
	for i := range s {
		if x[i] != y[i] {
			return s[max(0, i-6):min(len(s), i+6)]
		}
	}
	return ""
}

func TestGraphemes(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("e\u0301і", 3000) // more than is looked at in one go
	if got := slices.Collect(Graphemes(long)); len(got) != 6000 || strings.Join(got, "") != long {
		t.Errorf("%d letters, want 6000", len(got))
	}
	for _, want := range [][]string{
		nil,
		{"e\u0301", "і", "й\u0306"},
		{"👩‍🏫", "🇰🇿", "🇨🇳", "a"},
		{"क्षि"},
		{"\r\n", "각"},
	} {
		if got := slices.Collect(Graphemes(strings.Join(want, ""))); !slices.Equal(got, want) {
			t.Errorf("Graphemes = %q, want %q", got, want)
		}
	}
	for range Graphemes("abc") {
		break
	}
}

func BenchmarkPieces(b *testing.B) {
	const s = "A statement counts once for each state it names, so that the states add up to more than the total."
	for b.Loop() {
		for range Pieces(s) {
		}
	}
}
