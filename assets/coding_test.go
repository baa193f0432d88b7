package assets

import (
	"encoding/csv"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// table is a table of the shipped data, each row by the names of its columns.
func table(t *testing.T, name string) (rows []map[string]string) {
	t.Helper()
	f, err := Data().Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, c := range cells {
			row[all[0][i]] = c
		}
		rows = append(rows, row)
	}
	return rows
}

var (
	entryOfBook = regexp.MustCompile(`(?m)^- \*\*(.+?)\*\*(?: \((\d+)\))?: (.*)$`)
	idInBook    = regexp.MustCompile(`\d{3}-\d{2}`)
)

// The coding book names every status, basis and domain of the tables as they do, in their
// order and no other, counts what they hold, and its examples are coded as it says.
func TestCodingBookAgreesWithTheTables(t *testing.T) {
	t.Parallel()
	statements := map[string]map[string]string{}
	count := map[string]int{}
	for _, s := range table(t, "statements.csv") {
		statements[s["id"]] = s
		for _, list := range []string{"status", "basis", "domain"} {
			count[list+" "+s[list]]++
		}
	}
	for _, r := range table(t, "retired.csv") {
		delete(statements, r["id"])
	}
	examples := map[string]string{"en": "Example", "uk": "Приклад", "ru": "Пример"}
	for lang, example := range examples {
		column := "name"
		if lang != "en" {
			column += "@" + lang
		}
		type entry struct{ list, code, name string }
		var want []entry
		for _, list := range []string{"status", "basis"} {
			for _, c := range table(t, "codes.csv") {
				if c["list"] == list {
					want = append(want, entry{list, c["code"], c[column]})
				}
			}
		}
		for _, d := range table(t, "domains.csv") {
			want = append(want, entry{"domain", d["code"], d[column]})
		}
		book, err := fs.ReadFile(Data(), "coding."+lang+".md")
		if err != nil {
			t.Fatal(err)
		}
		got := entryOfBook.FindAllStringSubmatch(string(book), -1)
		if len(got) < len(want) {
			t.Errorf("%s: %d entries, and the tables have %d", lang, len(got), len(want))
			continue
		}
		for i, w := range want {
			name, n, text := got[i][1], got[i][2], got[i][3]
			if !strings.EqualFold(name, w.name) {
				t.Errorf("%s: entry %d is %q, and the tables say %q", lang, i+1, name, w.name)
			}
			if n != "" && n != strconv.Itoa(count[w.list+" "+w.code]) {
				t.Errorf("%s: %s has %s statements, and there are %d", lang, name, n, count[w.list+" "+w.code])
			}
			if (n == "") != (w.list == "domain") {
				t.Errorf("%s: %s is counted: %q", lang, name, n)
			}
			_, after, ok := strings.Cut(text, example)
			ids := idInBook.FindStringSubmatch(after)
			if !ok || ids == nil {
				t.Errorf("%s: %s has no example", lang, name)
			} else if s := statements[ids[0]]; s == nil || s[w.list] != w.code {
				t.Errorf("%s: the example %s of %s is coded %q", lang, ids[0], name, s[w.list])
			}
		}
		// What is named anywhere else in it is a statement, or a retired one.
		retired := map[string]bool{}
		for _, r := range table(t, "retired.csv") {
			retired[r["id"]] = true
		}
		var gone []string
		for _, id := range idInBook.FindAllString(string(book), -1) {
			if statements[id] == nil && !retired[id] {
				gone = append(gone, id)
			}
		}
		slices.Sort(gone)
		if gone = slices.Compact(gone); len(gone) > 0 {
			t.Errorf("%s: it names %v, which are no statements", lang, gone)
		}
	}
}

// The coding book that the program shows and the one in docs are one text.
func TestCodingBookIsOneText(t *testing.T) {
	t.Parallel()
	shown, err := fs.ReadFile(Data(), "coding.en.md")
	if err != nil {
		t.Fatal(err)
	}
	read, err := os.ReadFile("../docs/CODING.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(shown) != string(read) {
		t.Error("docs/CODING.md and data/coding.en.md differ: copy one over the other")
	}
}
