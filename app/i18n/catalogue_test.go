package i18n_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/assets"
)

// withMadeUp is the program's languages and one that nobody speaks: every text
// is the English one backwards, month names are numbers, dates begin with the
// year.
func withMadeUp(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(assets.Translations(), "*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(assets.Translations(), name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	files["language.qaa.json"] = &fstest.MapFile{Data: []byte(`{"language.name": "Qaafish", "language.order": "0", "language.tag": "pl", "language.thousands": "\u00a0", "language.point": ","}`)}
	files["scene.qaa.json"] = &fstest.MapFile{Data: []byte(`{"scene.statements": {"one": "{{.N}} a", "few": "{{.N}} b", "many": "{{.N}} c", "other": "{{.N}} d"}}`)}
	var months []string
	for i, m := range strings.Fields("January February March April May June July August September October November December") {
		n := string("123456789ABC"[i])
		months = append(months, `"calendar.`+strings.ToLower(m)+`": "m`+n+`", "calendar.of`+m+`": "g`+n+`", "calendar.short`+m+`": "s`+n+`"`)
	}
	files["calendar.qaa.json"] = &fstest.MapFile{Data: []byte(`{` + strings.Join(months, ",") + `,
		"calendar.day": "{{.Year}}/{{.Month}}/{{.Day}}", "calendar.dayShort": "{{.Month}}/{{.Day}}", "calendar.month": "{{.Year}}/{{.Month}}", "calendar.about": "{{.Date}} ish"}`)}
	return files
}

// A language is its files: nothing else says that there is one.
func TestLanguageFromFilesAlone(t *testing.T) {
	t.Parallel()
	files := withMadeUp(t)
	c, err := i18n.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Languages(); !slices.Equal(got, append([]string{"qaa"}, i18n.Languages()...)) {
		t.Errorf("languages %v", got)
	}
	p := c.For("qaa_QA.UTF-8")
	for got, want := range map[string]string{
		p.Lang():             "qaa",
		p.Date("2023-05-18"): "2023/g5/18", p.DateShort("2023-05-18"): "s5/18", p.Date("2023-05~"): "2023/g5 ish",
		p.Date("2023"):                        "2023", // as in English
		p.T("shell.language"):                 c.For("en").T("shell.language"),
		p.N("scene.statements", 1):            "1 a",
		p.N("scene.statements", 22):           "22 b", // plurals of Polish
		p.N("scene.statements", 5):            "5 c",
		p.T("nowhere.toBeFound"):              "nowhere.toBeFound",
		c.For("qab").Lang():                   "en",
		i18n.For("qaa").Lang():                "en",
		strings.TrimSpace(p.Number(12345.25)): "12\u00a0345,25",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}

	// One file is enough.
	c, err = i18n.Open(fstest.MapFS{"shell.en.json": files["shell.en.json"], "shell.xx.json": {Data: []byte(`{"shell.language": "Xx"}`)}})
	if err != nil {
		t.Fatal(err)
	}
	if p := c.For("xx"); p.Lang() != "xx" || p.T("shell.language") != "Xx" || p.T("shell.theme") != c.For("en").T("shell.theme") {
		t.Errorf("%q, %q, %q", p.Lang(), p.T("shell.language"), p.T("shell.theme"))
	}
	if _, err := i18n.Open(fstest.MapFS{"shell.xx.json": {Data: []byte(`{}`)}}); err == nil {
		t.Error("without English there is nothing to fall back to")
	}
}

func TestUse(t *testing.T) {
	c, err := i18n.Open(withMadeUp(t))
	if err != nil {
		t.Fatal(err)
	}
	restore := i18n.Use(c)
	if !i18n.Known("qaa") || i18n.NameOf("qaa") != "Qaafish" || i18n.NameOf("uk") != "Українська" || i18n.Best("qad_DE", "qaa", "uk") != "qaa" {
		t.Error("not used")
	}
	restore()
	if i18n.Known("qaa") || i18n.Best("qaa", "ru_RU") != "ru" || i18n.Best("qad") != "en" {
		t.Error("not restored")
	}
}
