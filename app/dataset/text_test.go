package dataset

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"
)

// A reader gets their own language, else English, else what no language is written
// of, else whatever there is, always the same.
func TestTextFallsBack(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text Text
		lang string
		want string
	}{
		{Text{"en": "Trade", "uk": "Торгівля", "": "T"}, "uk", "Торгівля"},
		{Text{"en": "Trade", "uk": "Торгівля", "": "T"}, "ru", "Trade"},
		{Text{"uk": "Торгівля", "": "T"}, "ru", "T"},
		{Text{"uk": "Торгівля", "kk": "Сауда"}, "ru", "Сауда"},
		{Text{"uk": "", "en": "Trade"}, "uk", "Trade"}, // a cell that is not translated yet
		{Text{"uk": "", "en": ""}, "uk", ""},
		{Text{"uk": "Торгівля"}, "", "Торгівля"},
		{nil, "en", ""},
	} {
		for range 5 {
			if got := c.text.In(c.lang); got != c.want {
				t.Errorf("%v in %q is %q, want %q", c.text, c.lang, got, c.want)
			}
		}
	}
}

// A profile's text is a text or a text in each language; what is written is read
// again, and what is neither is a fault.
func TestTextInJSON(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]Text{
		`"Trade"`:                        {"": "Trade"},
		`{"en":"Trade","uk":"Торгівля"}`: {"en": "Trade", "uk": "Торгівля"},
		`{"en":"Trade","uk":""}`:         {"en": "Trade"},
		`{"":"Trade"}`:                   {"": "Trade"},
		`{"en":"  Trade  "}`:             {"en": "Trade"},
		`""`:                             nil,
		`" "`:                            nil,
		`{}`:                             nil,
		`null`:                           nil,
	} {
		var got Text
		if err := json.Unmarshal([]byte(in), &got); err != nil || !maps.Equal(got, want) || (got == nil) != (want == nil) {
			t.Errorf("%s is read as %v, %v; want %v", in, got, err, want)
			continue
		}
		out, err := json.Marshal(got)
		if err != nil {
			t.Fatal(err)
		}
		var again Text
		if err := json.Unmarshal(out, &again); err != nil || !maps.Equal(again, want) {
			t.Errorf("%s is written as %s and read as %v, %v", in, out, again, err)
		}
	}
	for _, in := range []string{`7`, `true`, `["Trade"]`, `{"en":7}`, `{"en":{"uk":"x"}}`, `{"en":null,"uk":[]}`} {
		var got Text
		if err := json.Unmarshal([]byte(in), &got); err == nil {
			t.Errorf("%s is read as %v", in, got)
		}
	}
}

// A revision can put back each field that a coder decides, and none of the others.
func TestCodedFieldsCanBePutBack(t *testing.T) {
	t.Parallel()
	for column, value := range map[string]string{
		"meeting": "fm1", "scope": "M", "status": "to be signed", "basis": "Q", "domain": "TRD", "stated_by": "CHN", "states": "CHN KAZ",
	} {
		s := &Statement{ID: "s1", Document: "d1"}
		if !s.put(column, value) || s.Coded(column) != value {
			t.Errorf("%s is put back as %q", column, s.Coded(column))
		}
		for _, other := range []string{"meeting", "scope", "status", "basis", "domain", "stated_by", "states"} {
			if other != column && s.Coded(other) != "" {
				t.Errorf("%s: %s is %q, too", column, other, s.Coded(other))
			}
		}
	}
	s := &Statement{ID: "s1", Document: "d1"}
	for _, column := range []string{"", "id", "document", "text", "amount", "Status"} {
		if s.put(column, "x") || s.Coded(column) != "" || s.ID != "s1" || s.Document != "d1" {
			t.Errorf("the column %q is coding", column)
		}
	}
}

// What is soon said to be harmless is so by each of its bytes, wherever it stands.
func TestHarmlessByEight(t *testing.T) {
	t.Parallel()
	for c := range 256 {
		want := c >= ' ' && c < 0x7f || c == '\n' || c == '\t' || c >= 0x80 && c <= 0xbf || c == 0xd0 || c == 0xd1
		for at := range 19 {
			for _, others := range []string{"a", " ", "~", "\xd0", "\xd1", "\xbf", "\x80", "\n"} {
				text := []byte(strings.Repeat(others, 19))
				text[at] = byte(c)
				if got := harmless(string(text)); got != want {
					t.Fatalf("%q is harmless: %v, want %v", text, got, want)
				}
			}
		}
	}
	if harmless("a text of nine\x00") || harmless("\x7f2345678") || !harmless("") {
		t.Error("the ends are passed over")
	}
}
