package i18n

import (
	"math"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// withTexts returns a printer of lang that has the given texts alone.
func withTexts(t *testing.T, lang, json string) *Printer {
	t.Helper()
	texts, err := read(fstest.MapFS{"test.json": {Data: []byte(json)}}, "*.json")
	if err != nil {
		t.Fatal(err)
	}
	p := *For(lang)
	p.texts = texts
	return &p
}

func TestT(t *testing.T) {
	t.Parallel()
	p := withTexts(t, "en", `{"map.online": "Online", "map.of": "{{.Shown}} of {{.All}} in {{.Place}}", "n": {"one": "one", "other": "many"}}`)
	for _, tt := range []struct {
		key  string
		args []Args
		want string
	}{
		{"map.online", nil, "Online"},
		{"map.online", []Args{{"Unused": 1}}, "Online"},
		{"map.of", []Args{{"Shown": 44, "All": 12345, "Place": "Xi'an"}}, "44 of 12,345 in Xi'an"},
		{"map.of", []Args{{"Shown": 1}, {"Shown": 2, "All": 2.5, "Place": language.Russian}}, "2 of 2.5 in ru"},
		{"map.of", nil, "{{.Shown}} of {{.All}} in {{.Place}}"},
		{"map.none", nil, "map.none"},
		{"n", nil, "many"},
	} {
		if got := p.T(tt.key, tt.args...); got != tt.want {
			t.Errorf("T(%q, %v) = %q, want %q", tt.key, tt.args, got, tt.want)
		}
	}
}

// TestN takes the categories from the rules of Unicode CLDR for each language.
func TestN(t *testing.T) {
	t.Parallel()
	const slavic = `{"c": {"one": "{{.N}} one", "few": "{{.N}} few", "many": "{{.N}} many", "other": "{{.N}} other"}}`
	for _, tt := range []struct {
		lang string
		n    int
		want string
	}{
		{"en", 0, "0 other"},
		{"en", 1, "1 one"},
		{"en", 21, "21 other"},
		{"en", 1234, "1,234 other"},
		{"uk", 0, "0 many"},
		{"uk", 1, "1 one"},
		{"uk", 2, "2 few"},
		{"uk", 5, "5 many"},
		{"uk", 11, "11 many"},
		{"uk", 14, "14 many"},
		{"uk", 21, "21 one"},
		{"uk", 90, "90 many"},
		{"uk", 10_000_001, "10\u00a0000\u00a0001 one"},
		{"ru", 1, "1 one"},
		{"ru", 4, "4 few"},
		{"ru", 12, "12 many"},
		{"ru", 44, "44 few"},
		{"ru", 101, "101 one"},
		{"ru", 1_000_000, "1\u00a0000\u00a0000 many"},
		{"ru", -1, "−1 one"},
	} {
		if got := withTexts(t, tt.lang, slavic).N("c", tt.n); got != tt.want {
			t.Errorf("%s: N(c, %d) = %q, want %q", tt.lang, tt.n, got, tt.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	for name, files := range map[string]fstest.MapFS{
		"template":  {"a.en.json": {Data: []byte(`{"a.b": "{{if .N}}x{{end}}"}`)}},
		"no JSON":   {"a.en.json": {Data: []byte(`{"a.b": `)}},
		"same key":  {"a.en.json": {Data: []byte(`{"a.b": "x"}`)}, "b.en.json": {Data: []byte(`{"a.b": "y"}`)}},
		"no number": {"a.en.json": {Data: []byte(`{"a.b": 1}`)}},
	} {
		if _, err := read(files, "*.en.json"); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestFor(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string]string{
		"en": "en", "uk": "uk", "ru": "ru", "uk_UA.UTF-8": "uk", "RU-kz": "ru", "": "en", "C": "en", "zh": "en",
	} {
		if got := For(lang).Lang(); got != want {
			t.Errorf("For(%q).Lang() = %q, want %q", lang, got, want)
		}
	}
	if For("uk") != For("uk_UA") {
		t.Error("For builds a printer twice")
	}
}

func TestSystem(t *testing.T) {
	for _, tt := range []struct{ all, messages, lang, language, want string }{
		{"", "", "", "", "en"},
		{"", "", "uk_UA.UTF-8", "", "uk"},
		{"", "ru_RU.UTF-8", "uk_UA.UTF-8", "", "ru"},
		{"C.UTF-8", "ru_RU.UTF-8", "uk_UA.UTF-8", "", "en"},
		{"", "", "qad_DE@euro", "", "en"},
		{"ru", "", "", "", "ru"},
		// LANGUAGE, as in gettext's manual, "The LANGUAGE variable".
		{"", "", "en_US.UTF-8", "uk:en", "uk"},
		{"", "", "en_US.UTF-8", "qad:qaf_FR:ru:uk", "ru"},
		{"", "", "uk_UA.UTF-8", "qad:qaf", "uk"},
		{"", "", "uk_UA.UTF-8", "::", "uk"},
		{"", "", "C", "uk", "en"},
		{"POSIX", "", "ru_RU", "uk", "en"},
		{"", "", "", "uk", "en"},
	} {
		t.Setenv("LANGUAGE", tt.language)
		t.Setenv("LC_ALL", tt.all)
		t.Setenv("LC_MESSAGES", tt.messages)
		t.Setenv("LANG", tt.lang)
		if got := System(); got != tt.want {
			t.Errorf("System() with %+v = %q", tt, got)
		}
	}
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ lang, got, want string }{
		{"en", For("en").Number(1234567.25), "1,234,567.25"},
		{"uk", For("uk").Number(1234567.25), "1\u00a0234\u00a0567,25"},
		{"ru", For("ru").Number(-0.5), "−0,5"},
		{"en", For("en").Number(26_000_000_000), "26,000,000,000"},
		{"en", For("en").Number(0.5), "0.5"}, // these are lengths of scale bars
		{"en", For("en").Number(5), "5"},
		{"en", For("en").Number(500), "500"},
		{"en", For("en").Number(1000), "1,000"},
		{"en", For("en").Number(20000), "20,000"},
		{"en", For("en").Number(1000000), "1,000,000"},
		{"en", For("en").Int(7), "7"},
		{"uk", For("uk").Int(12345), "12\u00a0345"},
		{"ru", For("ru").Int(-12), "−12"},
		{"en", For("en").Percent(0.42), "42%"},
		{"uk", For("uk").Percent(0.425), "42%"},
		{"ru", For("ru").Percent(1), "100\u00a0%"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.lang, tt.got, tt.want)
		}
	}
}

// Numbers are written as golang.org/x/text does by CLDR, which would make the headless
// program 0.12 MB larger.
func TestNumbersAreThoseOfCLDR(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	values := []float64{0, 0.0005, 0.0015, 0.005, 0.015, 0.145, 0.575, 0.985, 0.994, 0.995, 0.996, 0.999, 0.9995, 1, 1.005, 10, 99.9995, 999.9994, 999.9995, 1000, 9999, 1e6, 1e15, -0.0001, -0.004}
	for range 2000 {
		values = append(values, random.Float64(), -random.Float64(), math.Round(random.Float64()*1e4)/1e4, random.NormFloat64()*math.Pow10(random.IntN(12)))
	}
	for _, lang := range Languages() {
		p := For(lang)
		x := message.NewPrinter(p.tag)
		for _, v := range values {
			for _, tt := range [][2]string{
				{p.Number(v), x.Sprint(number.Decimal(v))},
				{p.Int(int(v)), x.Sprint(number.Decimal(int(v)))},
				{p.Percent(v), x.Sprint(number.Percent(v, number.MaxFractionDigits(0)))},
			} {
				if want := strings.Replace(tt[1], "-", "−", 1); tt[0] != want {
					t.Errorf("%s, %v: %q, want %q", lang, v, tt[0], want)
				}
			}
		}
	}
}

// TestManyGoroutines is for the race detector.
func TestManyGoroutines(t *testing.T) {
	t.Parallel()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range 200 {
				p := For([]string{"en", "uk", "ru"}[i%3])
				if p.Int(12345) == "" || p.Date("2020-07-16") == "" {
					t.Error("empty")
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkT(b *testing.B) {
	p := *For("uk")
	p.texts = map[string]text{"map.of": {other: form{words: []string{"", " з ", ""}, names: []string{"N", "All"}}}, "map.online": {other: form{words: []string{"Онлайн"}}}}
	b.Run("plain", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			p.T("map.online")
		}
	})
	b.Run("arguments", func(b *testing.B) {
		b.ReportAllocs()
		args := Args{"N": 44, "All": 90}
		for b.Loop() {
			p.T("map.of", args)
		}
	})
}

// A sentence has one full stop, also where its last word has one already.
func TestOneFullStop(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]string{"2020–2025 рр.": "Джерела: 2020–2025 рр.", "a": "Джерела: a.", "a…": "Джерела: a…."} {
		if got := For("uk").T("scene.sources", Args{"List": value}); got != want {
			t.Errorf("%q gives %q, want %q", value, got, want)
		}
	}
}
