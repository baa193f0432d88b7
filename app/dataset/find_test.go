package dataset

import (
	_ "embed"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

//go:embed testdata/searches.tsv
var searches string

// What people type, in five scripts, finds what the tables have.
func TestFindAsTyped(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	flags := func(list []bool, id func(int) string) (out []string) {
		for i, yes := range list {
			if yes {
				out = append(out, id(i))
			}
		}
		return out
	}
	of := func(list []int, id func(int) string) (out []string) {
		for _, i := range list {
			out = append(out, id(i))
		}
		return out
	}
	n, scripts := 0, map[string]int{}
	for line := range strings.Lines(searches) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		n++
		for name, table := range unicode.Scripts {
			if strings.ContainsFunc(f[0], func(c rune) bool { return name != "Common" && name != "Inherited" && unicode.Is(table, c) }) {
				scripts[name]++
			}
		}
		found, got := d.Find(NewQuery(f[0])), []string(nil)
		switch f[1] {
		case "statements":
			got = flags(found.Statements, func(i int) string { return d.Statements[i].ID })
		case "named":
			got = flags(found.Named, func(i int) string { return d.Meetings[i].ID })
		case "places":
			got = of(found.Places, func(i int) string { return d.Places[i].ID })
		case "people":
			got = of(found.People, func(i int) string { return d.People[i].Person })
		case "terms":
			got = of(found.Terms, func(i int) string { return d.Terms[i].ID })
		case "domains":
			got = of(found.Domains, func(i int) string { return d.Domains[i].Code })
		case "countries":
			got = of(found.Countries, func(i int) string { return d.Countries[i].Code })
		}
		want := strings.Fields(f[2])
		if f[1] == "domains" { // found by what is said of them too, behind
			got = got[:min(len(got), len(want))]
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %s %v, want %v", f[0], f[1], got, want)
		}
	}
	if n < 60 || len(scripts) < 5 {
		t.Errorf("%d searches in %v, want 60 in five scripts", n, scripts)
	}
}

// A state is found by the name that Unicode's CLDR has for it, in languages that
// the data have no names in.
func TestFindStatesAsCLDRNamesThem(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	for _, lang := range []string{"en", "uk", "ru", "zh", "zh-Hant", "kk", "ky", "uz", "uz-Cyrl", "fa", "ar", "el", "ka"} {
		names := display.Regions(language.MustParse(lang))
		for i := range d.Countries {
			name := names.Name(language.MustParseRegion(d.Countries[i].ISO2))
			if got := d.Find(NewQuery(name)).Countries; !slices.Equal(got, []int{i}) {
				t.Errorf("%s, %q finds %v, want %s", lang, name, got, d.Countries[i].Code)
			}
		}
	}
}

// Spaces and dashes are one; a dash between numbers joins them.
func TestFindDashes(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	if a, b := d.Find(NewQuery("Central-Asia")).Statements, d.Find(NewQuery("Central Asia")).Statements; !slices.Equal(a, b) {
		t.Error("Central-Asia and Central Asia differ")
	}
	if a, b := d.Find(NewQuery("004-09")).Statements, d.Find(NewQuery("004—09")).Statements; !slices.Equal(a, b) || !slices.Contains(a, true) {
		t.Error("dashes differ")
	}
	found := d.Find(NewQuery("25 January 2022"))
	if len(found.Meetings) == 0 || d.Meetings[found.Meetings[0]].ID != "2022-01-25-online" {
		t.Errorf("25 January 2022 finds %v", found.Meetings)
	}
}

func TestMarks(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	for _, tt := range []struct{ query, text, want string }{
		{"культура", "У сфері культури та культурних зв’язків", "культури"},
		{"UN", "The UN and country fund", "UN"},
		{"Xi'an", "At Xi’an, in Xi´an", "Xi’an|Xi´an"},
		{"西安", "在西安举行，西安", "西安|西安"},
		{"безпека", "питання безпеки й безпеці", "безпеки|безпеці"},
		{"“Central Asia”", "in Central Asia, and Central–Asia; Asian central", "Central Asia|Central–Asia"},
		{"торговля сотрудничество", "сотрудничества в торговле", "сотрудничества|торговле"},
		{"", "nothing", ""},
		{"zebra", "nothing", ""},
	} {
		var got []string
		for _, m := range d.Marks(NewQuery(tt.query), tt.text) {
			got = append(got, tt.text[m[0]:m[1]])
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("%q marks %q in %q, want %q", tt.query, g, tt.text, tt.want)
		}
	}
}
