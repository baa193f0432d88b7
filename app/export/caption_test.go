package export_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// For 300 views, the numbers that fill a caption are those of the raw files.
func TestCaptionsAreTrue(t *testing.T) {
	t.Parallel()
	w := &world{statements: rows(t, "statements.csv"), meetings: map[string]map[string]string{}}
	for _, m := range rows(t, "meetings.csv") {
		w.meetings[m["id"]] = m
	}
	rm, r := room(), rand.New(rand.NewPCG(12, 300))
	for range 300 {
		s := random(r, rm.Data)
		p := i18n.For(s.Lang)
		domain := rm.Data.Domains[r.IntN(len(rm.Data.Domains))].Code
		n, firm, ofDomain, kazakh, all := 0, 0, 0, 0, 0
		passages, documents, met, largest := map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]int{}
		for _, x := range w.statements {
			if x["status"] == "agreed" {
				all++
			}
			if !w.passes(s, x) {
				continue
			}
			n++
			largest[x["domain"]]++
			documents[x["document"]], met[x["meeting"]] = true, true
			if x["status"] == "agreed" || x["status"] == "to be signed" {
				firm++
				passage, _, _ := strings.Cut(x["paragraph"], " ")
				passages[x["document"]+passage] = true
			}
			if x["domain"] == domain {
				ofDomain++
				if slices.Contains(strings.Fields(x["states"]), "KAZ") {
					kazakh++
				}
			}
		}
		most := 0
		for _, k := range largest {
			most = max(most, k)
		}
		top := 0
		for _, k := range largest {
			if k == most {
				top += k
			}
		}
		caption := `{{count}},{{count "status" "agreements"}},{{count "domain" "` + domain + `"}},{{count "domain" "` + domain + `" "state" "KAZ"}},{{count "passages" "status" "agreements"}},` +
			`{{count "documents"}},{{count "coded meetings"}},{{all "status" "agreed"}},{{count "domain" "largest"}}`
		want := fmt.Sprint(n, firm, ofDomain, kazakh, len(passages), len(documents), len(met), all, top)
		got, err := scene.Fill(rm, s, caption, p)
		if err != nil || got != strings.ReplaceAll(want, " ", ",") {
			t.Fatalf("%s: %s (%v), want %s", state.Encode(s), got, err, want)
		}
	}
}

// What a caption says of records is what the tables have, in each language, and
// nouns agree with their numbers.
func TestCaptionWords(t *testing.T) {
	rm := room()
	s := rm.Opening()
	s.Status, s.From = state.AllStatuses, "2024"
	statement := rows(t, "statements.csv")[0]
	for _, c := range []struct{ lang, text, want string }{
		{"en", `In {{name "state" "KAZ"}}`, "In Kazakhstan"},
		{"uk", `{{name "state" "KAZ,UZB"}}`, "Казахстан, Узбекистан"},
		{"en", `{{date "meeting" "2020-07-16-fm1"}}, {{date "from"}}`, "16\u00a0July 2020, 2024"},
		{"ru", `{{statement "` + statement["id"] + `"}}`, statement["text@ru"]},
		{"en", `{{all "document" "002" | "statement" "statements"}}`, "3\u00a0statements"},
		{"ru", `{{all "document" "002" | "положение" "положения" "положений"}}`, "3\u00a0положения"},
		{"ru", `{{all "document" "000" | "положение" "положения" "положений"}}`, "15\u00a0положений"},
		{"uk", "Без дірок: } {", "Без дірок: } {"},
		{"en", `{{"{{"}}count}}`, "{{count}}"},
	} {
		got, err := scene.Fill(rm, s, c.text, i18n.For(c.lang))
		if err != nil || got != c.want {
			t.Errorf("%s: %q (%v), want %q", c.text, got, err, c.want)
		}
	}
}

// A hole that cannot be filled stays, and the error says which and why.
func TestCaptionFaults(t *testing.T) {
	for text, want := range map[string]string{
		`a {{cuont}} b`:                     `{{cuont}}: it begins with none of the verbs`,
		`{{count "domain" "XYZ"}}`:          `there is no domain "XYZ"`,
		`{{count "colour" "red"}}`:          `"colour" is no dimension`,
		`{{count "people"}}`:                `"people" cannot be counted`,
		`{{count "domain" "TRD" | "one"}}`:  `two or three forms`,
		`{{name "meeting" "none"}}`:         `there is no meeting "none"`,
		`{{place "document" "000"}}`:        `there is no document "000" with a place`,
		`{{date "to"}}`:                     `has no end of the name "to"`,
		`{{statement "none"}}`:              `there is no statement "none"`,
		`{{count`:                           `a hole ends with "}}"`,
		`{{count "domain}}`:                 `a quotation mark is missing`,
		`{{count domain}}`:                  `words of a hole stand in quotation marks`,
		`{{share}}`:                         `share has 0 words behind it`,
		`{{}}`:                              `it begins with none of the verbs`,
		`{{COUNT}}{{count "domain" "XYZ"}}`: `{{COUNT}}`,
	} {
		got, err := scene.Fill(room(), room().Opening(), text, i18n.For("en"))
		if err == nil || !strings.Contains(err.Error(), want) || got != text {
			t.Errorf("%s: %q, %v; want %s", text, got, err, want)
		}
	}
}

// Whatever a caption holds, filling it ends, keeps what is no hole, and gives
// back a literal text as it was.
func FuzzFill(f *testing.F) {
	f.Add(`{{count "status" "agreed" | "a" "b" "c"}}`)
	f.Add(`{{share "domain" "largest"}} {{"{{"}} {{name "state" "KAZ"}`)
	rm := room()
	s, p := rm.Opening(), i18n.For("en")
	f.Fuzz(func(t *testing.T, text string) {
		if got, err := scene.Fill(rm, s, scene.Literal(text), p); err != nil || got != text {
			t.Fatalf("literal %q became %q (%v)", text, got, err)
		}
		if got, err := scene.Fill(rm, s, text, p); err == nil && !strings.Contains(text, "{{") && got != text {
			t.Fatal(strconv.Quote(got))
		}
	})
}

// What a scene says of its meeting counts the rows of the raw file, and gives a
// statement of the meeting than which none is firmer.
func TestFindingOfAMeeting(t *testing.T) {
	t.Parallel()
	rank := []string{"agreed", "to be signed", "announced", "intended", "position"} // from firm to soft
	count, texts := map[string]int{}, map[string]map[string][]string{}
	for _, x := range rows(t, "statements.csv") {
		m := x["meeting"]
		count[m]++
		if texts[m] == nil {
			texts[m] = map[string][]string{}
		}
		texts[m][x["status"]] = append(texts[m][x["status"]], x["text"])
	}
	rm, p := room(), i18n.For("en")
	for _, m := range rm.Data.Meetings {
		got, err := scene.Fill(rm, state.State{}, `{{finding "meeting" "`+m.ID+`"}}`, p)
		if count[m.ID] == 0 {
			if err != nil || got == "" || strings.Contains(got, "agreed") || strings.HasPrefix(got, p.N("scene.statements", 0)) {
				t.Errorf("%s, of which nothing is coded: %q, %v", m.ID, got, err)
			}
			continue
		}
		firmest := texts[m.ID][rank[slices.IndexFunc(rank, func(s string) bool { return texts[m.ID][s] != nil })]]
		if err != nil || !strings.HasPrefix(got, p.N("scene.statements", count[m.ID])+".") || !slices.ContainsFunc(firmest, func(text string) bool { return strings.Contains(got, text) }) {
			t.Errorf("%s: %q, %v; %d statements, the firmest %q", m.ID, got, err, count[m.ID], firmest)
		}
	}
	for _, hole := range []string{`{{finding "meeting" "none"}}`, `{{finding "meeting"}}`, `{{finding "document" "000"}}`} {
		if got, err := scene.Fill(rm, state.State{}, hole, p); err == nil || got != hole {
			t.Errorf("%s gives %q", hole, got)
		}
	}
}
