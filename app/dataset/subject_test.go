package dataset

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// subject is words of the shipped package: its states, their codes, the name of
// the format, and the codes of its lists where a program would write them. Each
// pattern begins with letters that stand for themselves: so all files are searched in
// a moment.
var subject = patterns(
	`China`, `Chinese`, `Kazakh`, `Kyrgyz`, `Tajik`, `Turkmen`, `Uzbek`, `Central Asia`, `CHN\b`, `KAZ\b`, `KGZ\b`, `TJK\b`, `TKM\b`, `UZB\b`, `C\+C5`, `Beijing`,
	`"agreed"`, `"to be signed"`, `"announced"`, `"intended"`, `"position"`, `"heads of state"`, `"foreign ministers"`, `"bilateral"`, `"agreements"`, `"intentions"`,
	`"commitments"`, `"joint statement"`, `"news report"`, `"wire report"`, `"in person"`,
	`Six (states|countries|capitals|parties)`, `six (states|countries|capitals|parties)`, `Five (states|documents)`, `five (states|documents)`,
	`Кита[йїюея]`, `Казахстан`, `Киргиз`, `Таджик`, `Туркмен`, `Узбек`, `Центральн`, `Шіст[ьи] держав`, `шіст[ьи] держав`, `Шест[ьи] государств`, `шест[ьи] государств`,
	`П['’]?ят[ьи] документ`, `п['’]?ят[ьи] документ`)

// patterns compiles expressions.
func patterns(list ...string) (out []*regexp.Regexp) {
	for _, p := range list {
		out = append(out, regexp.MustCompile(p))
	}
	return out
}

// named is where the subject may be named: the name of the program, what the
// program says it is made for, the sources of what ships, and data made for
// tests.
var (
	name  = regexp.MustCompile(`C\+C5 Atlas|Атлас[ае]?(\\u00a0| )C\+C5`)
	named = map[string]bool{
		"main.go": true, "assets/gen/manifest.go": true, "internal/large/large.go": true, "internal/large/coded.go": true,
		"internal/hostile/hostile.go": true, "internal/hostile/tables.go": true,
	}
)

// The subject is data: no Go file and no interface text names it.
func TestSubjectIsNowhereInTheProgram(t *testing.T) {
	t.Parallel()
	root := os.DirFS("../..")
	files := 0
	err := fs.WalkDir(root, ".", func(p string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (e.Name() == "testdata" || p != "." && strings.HasPrefix(e.Name(), ".")):
			return fs.SkipDir
		case e.IsDir() || named[p]:
			return nil
		case path.Ext(p) == ".go" && !strings.HasSuffix(p, "_test.go"):
		case path.Dir(p) == "assets/translations":
		default:
			return nil
		}
		data, err := fs.ReadFile(root, p)
		if err != nil {
			return err
		}
		files++
		text := string(data)
		for _, pattern := range subject {
			for _, at := range pattern.FindAllStringIndex(text, -1) {
				from := strings.LastIndexByte(text[:at[0]], '\n') + 1
				line, _, _ := strings.Cut(text[from:], "\n")
				if found := pattern.FindString(name.ReplaceAllString(line, "")); found != "" {
					t.Errorf("%s:%d names %s: %s", p, strings.Count(text[:from], "\n")+1, found, strings.TrimSpace(line))
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 100 {
		t.Errorf("only %d files were read", files)
	}
}
