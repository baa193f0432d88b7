package cite

import (
	"encoding/json"
	"strings"
	"testing"
)

// What is expected was written by hand from the formats' own descriptions: "BibTeXing"
// (O. Patashnik, 1988) and the manual of biblatex for the fields, the "RIS Format
// Specifications" (2011), and csl-data.json.

var news = Item{
	Key: "asia/002 §6", Kind: News, Authors: []string{"Сибирь.Вести (Radio & Liberty)"}, Title: "100 % {правды}_и #1", Gloss: "100 % of {truth}",
	Language: "ru", Issued: "2023-05-19~", URL: "https://example.org/a_b?c=%D0%B0&d={1}#e", Accessed: "2026-11-26", Locator: "paragraph 6",
	Notes: []string{"The site, citing an agency.", "Costs $5,\nback\\slash ~ ^."},
}

var joint = Item{
	Key: "asia-001", Kind: Adopted, Authors: []string{"Alland", "Bees, the Two"}, Title: "Совместное заявление", Language: "ru",
	Publisher: "Publisher not stated", Issued: "2020-07",
}

func TestBibTeX(t *testing.T) {
	want := `@misc{asia-002--6,
  author = {{Сибирь.Вести (Radio \& Liberty)}},
  title = {{100 \% \textbraceleft{}правды\textbraceright{}\_и \#1}},
  titleaddon = {[100 \% of \textbraceleft{}truth\textbraceright{}]},
  year = {2023},
  month = may,
  day = {19},
  url = {https://example.org/a_b?c=%D0%B0&d=%7B1%7D#e},
  urldate = {2026-11-26},
  language = {ru},
  note = {Paragraph 6. The site, citing an agency. Costs \$5, back\textbackslash{}slash \textasciitilde{} \textasciicircum{}.}
}
`
	if got := BibTeX.Write(news); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	want = `@misc{asia-001,
  author = {{Alland} and {Bees, the Two}},
  title = {{Совместное заявление}},
  publisher = {Publisher not stated},
  year = {2020},
  month = jul,
  language = {ru}
}
`
	if got := BibTeX.Write(joint); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestRIS(t *testing.T) {
	want := strings.ReplaceAll(`TY  - NEWS
ID  - asia-002--6
AU  - Сибирь.Вести (Radio & Liberty)
TI  - 100 % {правды}_и #1
TT  - 100 % of {truth}
PY  - 2023
DA  - 2023/05/19/circa
LA  - ru
SE  - paragraph 6
UR  - https://example.org/a_b?c=%D0%B0&d={1}#e
Y2  - 2026/11/26
N1  - The site, citing an agency.
N1  - Costs $5, back\slash ~ ^.
ER  - 
`, "\n", "\r\n")
	if got := RIS.Write(news); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	want = strings.ReplaceAll(`TY  - GOVDOC
ID  - asia-001
AU  - Alland
AU  - Bees – the Two
TI  - Совместное заявление
PB  - Publisher not stated
PY  - 2020
DA  - 2020/07//
LA  - ru
ER  - 
`, "\n", "\r\n")
	if got := RIS.Write(joint); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCSL(t *testing.T) {
	want := `[
  {
    "id": "asia-002--6",
    "type": "article-newspaper",
    "author": [
      {
        "literal": "Сибирь.Вести (Radio & Liberty)"
      }
    ],
    "title": "100 % {правды}_и #1",
    "issued": {
      "date-parts": [
        [
          2023,
          5,
          19
        ]
      ],
      "circa": true
    },
    "URL": "https://example.org/a_b?c=%D0%B0&d={1}#e",
    "accessed": {
      "date-parts": [
        [
          2026,
          11,
          26
        ]
      ]
    },
    "language": "ru",
    "locator": "paragraph 6",
    "note": "[100 % of {truth}] The site, citing an agency. Costs $5, back\\slash ~ ^."
  }
]
`
	if got := CSL.Write(news); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDates(t *testing.T) {
	for edtf, want := range map[string]string{
		"2023-04-26/2023-04-27": `[[2023,4,26],[2023,4,27]]`, "2023": `[[2023]]`, "2023-05": `[[2023,5]]`, "2023-05/..": `[[2023,5]]`,
		"202X": `null`, "": `null`, "soon": `null`,
	} {
		var parts [][]int
		if d := dateParts(edtf); d != nil {
			parts = d.Parts
		}
		if got, _ := json.Marshal(parts); string(got) != want {
			t.Errorf("%q: %s, want %s", edtf, got, want)
		}
	}
}

// What a package says may be anyone's: no value may end its field, its line or
// its entry.
func FuzzWrite(f *testing.F) {
	f.Add("a", "b}", "c\r\nER  - ", "https://x.y/{", "\\")
	f.Fuzz(func(t *testing.T, author, title, note, url, key string) {
		x := Item{Key: key, Authors: []string{author}, Title: title, Notes: []string{note}, URL: url, Issued: "2020"}
		depth := 0
		for i, r := range BibTeX.Write(x) {
			switch r {
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth < 0 || depth == 0 && i > len("@misc{") && r != '}' && r != '\n' {
				t.Fatalf("braces do not match: %s", BibTeX.Write(x))
			}
		}
		if depth != 0 {
			t.Fatalf("braces do not match: %s", BibTeX.Write(x))
		}
		for l := range strings.SplitSeq(strings.TrimSuffix(RIS.Write(x), "\r\n"), "\r\n") {
			if len(l) < 6 || l[2:6] != "  - " || strings.ContainsAny(l, "\r\n") {
				t.Fatalf("%q is no line of RIS", l)
			}
		}
		var list []map[string]any
		if err := json.Unmarshal([]byte(CSL.Write(x)), &list); err != nil || len(list) != 1 {
			t.Fatalf("%v: %s", err, CSL.Write(x))
		}
	})
}
