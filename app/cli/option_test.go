package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/cli"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

func TestSelftestVersionHelp(t *testing.T) {
	t.Parallel()
	if r := run("selftest"); r.status != 0 || !strings.Contains(r.stdout, "counts") {
		t.Errorf("selftest: %d, %q, %q", r.status, r.stdout, r.stderr)
	}
	if r := run("version"); r.status != 0 || r.stdout != "C+C5 Atlas 1.2.3\n" {
		t.Errorf("version: %d, %q", r.status, r.stdout)
	}
	for _, args := range [][]string{{"--version"}, {"-V"}, {"version", "-v"}} {
		if r := run(args...); r.status != 0 || r.stdout != "C+C5 Atlas 1.2.3\n" {
			t.Errorf("%v: %d, %q, %q", args, r.status, r.stdout, r.stderr)
		}
	}
	shipped, _, err := dataset.Open(assets.Data())
	if err != nil {
		t.Fatal(err)
	}
	if r := run("--version", "--full"); r.status != 0 || !strings.HasPrefix(r.stdout, "C+C5 Atlas 1.2.3\n") || !strings.Contains(r.stdout, runtime.GOOS+"/"+runtime.GOARCH+", "+runtime.Version()) ||
		!strings.Contains(r.stdout, "\ndata "+shipped.Name+" "+shipped.Version+", "+shipped.Hash+"\n") {
		t.Errorf("version --full: %d, %q, %q", r.status, r.stdout, r.stderr)
	}
	for want, calls := range map[string][][]string{
		"c5atlas validate": {{"help"}, {"-h"}, {"--help"}, {"-v", "help"}},
		"--only-naming":    {{"help", "export"}, {"help", "export", "chart"}, {"export", "--help"}, {"export", "chart", "-h"}},
		"--json":           {{"validate", "--help"}, {"help", "inspect"}},
	} {
		for _, args := range calls {
			if r := run(args...); r.status != 0 || !strings.Contains(r.stdout, want) || r.stderr != "" || r.window != nil {
				t.Errorf("%v: %d, %q, %q", args, r.status, r.stdout, r.stderr)
			}
		}
	}
	if r := run("validate", "--help"); strings.Contains(r.stdout, "--only-naming") {
		t.Error("the help of one command is that of all")
	}
}

// Each field of the view that has a flag can be told by it alone.
func TestViewFlags(t *testing.T) {
	t.Parallel()
	view := func(args ...string) map[string]any {
		t.Helper()
		file := filepath.Join(t.TempDir(), "a.png")
		if r := run(append(small("chart", "--out", file), args...)...); r.status != 0 {
			t.Fatalf("%v: %d, %q", args, r.status, r.stderr)
		}
		var in struct{ Evidence struct{ View map[string]any } }
		if err := json.Unmarshal([]byte(run("inspect", "--json", file).stdout), &in); err != nil {
			t.Fatal(err)
		}
		return in.Evidence.View
	}
	plain := view()
	for _, x := range []struct {
		args  []string
		field string
		want  any
	}{
		{[]string{"--chart", "chronology"}, "chart", "chronology"},
		{[]string{"--split"}, "split", true},
		{[]string{"--share"}, "share", true},
		{[]string{"--query", "trade"}, "query", "trade"},
		{[]string{"--level", "Foreign-ministers,bilateral"}, "levels", "bilateral,foreign ministers"},
		{[]string{"--legend", "off"}, "legend", "off"},
		{[]string{"--status", "commitments"}, "status", plain["status"]},
		{[]string{"--status", "intentions"}, "status", plain["status"]},
		{[]string{"--status", "Agreed,to-be-signed"}, "status", "agreed,to be signed"},
		{[]string{"--theme", "contrast"}, "theme", "contrast"},
		{[]string{"--statement", "004-01"}, "document", "004"},
		{[]string{"--meeting", "2020-07-16-fm1", "--against", "2023-05-18-talks"}, "against", "2023-05-18-talks"},
		{[]string{"--against", "state=kaz,UZB"}, "against", "state=KAZ,UZB"},
		{[]string{"--against", "period=2020/2022,2023/.."}, "against", "period=2020/2022,2023/.."},
	} {
		if got := view(x.args...)[x.field]; got != x.want {
			t.Errorf("%v: %s is %v, want %v", x.args, x.field, got, x.want)
		}
	}
}

// What a picture has besides its view goes with it to the next one, unless a flag
// says otherwise.
func TestExtrasComeBack(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first, second := filepath.Join(dir, "a.png"), filepath.Join(dir, "b.png")
	picture := func(path string) map[string]any {
		t.Helper()
		var in struct {
			Evidence struct{ Picture map[string]any }
		}
		if err := json.Unmarshal([]byte(run("inspect", "--json", path).stdout), &in); err != nil {
			t.Fatal(err)
		}
		return in.Evidence.Picture
	}
	if r := run(small("chart", "--out", first, "--title", "Five answers", "--credit", "I. Author", "--transparent")...); r.status != 0 {
		t.Fatal(r.stderr)
	}
	if r := run(small("map", "--view", first, "--out", second, "--credit", "O. Author", "--transparent=false", "--definitions")...); r.status != 0 {
		t.Fatal(r.stderr)
	}
	for path, want := range map[string]map[string]any{
		first:  {"clear": true, "definitions": nil, "own": map[string]any{"title": "Five answers", "credit": "I. Author"}},
		second: {"clear": nil, "definitions": true, "own": map[string]any{"title": "Five answers", "credit": "O. Author"}},
	} {
		got := picture(path)
		for k, v := range want {
			if !reflect.DeepEqual(got[k], v) {
				t.Errorf("%s: %s is %v, want %v", path, k, got[k], v)
			}
		}
	}
	for _, args := range [][]string{
		small("chart", "--out", filepath.Join(dir, "c.png"), "--title", strings.Repeat("я", 301)),
		small("lesson", "meetings", "--out", filepath.Join(dir, "l"), "--title", "x"),
	} {
		if r := run(args...); r.status != cli.Wrong || !strings.Contains(r.stderr, "--title") {
			t.Errorf("%.80q: %d, %q", args, r.status, r.stderr)
		}
	}
}

// Sizes on paper, and tables for spreadsheets.
func TestPaperAndExcel(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for want, args := range map[string][]string{
		"smallest size that works": {"export", "chart", "--size", "30x30mm", "--lang", "en", "--out", filepath.Join(dir, "a.png")},
		"--excel goes with csv":    {"export", "chart", "--excel", "--out", filepath.Join(dir, "a.png")},
	} {
		if r := run(args...); r.status != cli.Wrong || !strings.Contains(r.stderr, want) || strings.Contains(r.stderr, "written") {
			t.Errorf("%q: %d, %q", args, r.status, r.stderr)
		}
	}
	if list, err := os.ReadDir(dir); err != nil || len(list) > 0 {
		t.Errorf("left %v, %v", list, err)
	}
	if r := run("export", "chart", "--size", "120×90 mm", "--lang", "en", "--out", filepath.Join(dir, "b.png")); r.status != 0 {
		t.Errorf("%d, %q", r.status, r.stderr)
	}
	if r := run("export", "chart", "--lang", "uk", "--excel", "--format", "csv", "--out", "-"); r.status != 0 || !strings.HasPrefix(r.stdout, "\ufeffdomain;status;count;") {
		t.Errorf("%d, %q, %.60q", r.status, r.stderr, r.stdout)
	}
}

// Faults are said in words of this program, none of the language it is written in.
func TestFaultsInPlainWords(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := func(name, body string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	out := filepath.Join(dir, "out.png")
	for want, args := range map[string][]string{
		"it is a JPEG":                    {"inspect", file("a.png", "\xff\xd8\xff\xe0\x00\x10JFIF\x00")},
		"is not JSON: fault in line 1":    {"export", "chart", "--out", out, "--view", file("a.json", "x")},
		"chart cannot be a number":        {"export", "chart", "--out", out, "--view", file("b.json", `{"chart":7}`)},
		"the view is too long":            {"export", "chart", "--out", out, "--view", file("c.json", `{"query":"`+strings.Repeat("x", state.MaxEncoded)+`"}`)},
		"this is not a lesson":            {"export", "lesson", file("l.json", "{}"), "--out", filepath.Join(dir, "out")},
		"too large":                       {"export", "chart", "--out", out, "--size", "99999999x99999999"},
		"there is no flag --frm":          {"export", "chart", "--frm", "x"},
		"--title needs a value":           {"export", "chart", "--out", out, "--title"},
		"neither a folder nor a zip file": {"export", "chart", "--out", out, "--data", file("d.zip", "hello")},
		"is a folder, not a file":         {"inspect", dir},
		"the picture carries no view":     {"export", "chart", "--out", out, "--view", file("e.png", onePixel)},
	} {
		r := run(args...)
		if r.status == 0 || !strings.Contains(r.stderr, want) || strings.Count(r.stderr, "\n") != 1 {
			t.Errorf("%q: %d, %q, want %q", args, r.status, r.stderr, want)
		}
		for _, word := range []string{" json:", " zip:", " png:", "pngfile", "state:", "dataset:", "unmarshal", "Go value", "EOF", "strconv", "flag provided", "[]", "invalid character", "%!"} {
			if strings.Contains(r.stderr, word) {
				t.Errorf("%q: %q says %q", args, r.stderr, word)
			}
		}
	}
}

// onePixel is the smallest PNG.
const onePixel = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\b\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"

// No words on the command line do more than end with a status and a line.
func FuzzWords(f *testing.F) {
	for _, words := range []string{"export chart --out - --size 100x100", "export lesson meetings", "validate --json x", "help export", "--version", "export --split=maybe map", "-v -v", "inspect -- --data", "export chart --status=-- --from / --to ,"} {
		f.Add(words)
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, words string) {
		t.Chdir(dir)
		args := strings.Split(words, " ")
		if slices.Contains(args, "selftest") {
			return // takes long
		}
		for i := range args { // writes nothing outside of its folder, and nothing large
			if a := args[i]; strings.ContainsAny(a, "/\\\x00") || strings.Contains(a, "..") || strings.Contains(a, "scale") || strings.Contains(a, "size") {
				args[i] = "x"
			}
		}
		r := runIn(t.Context(), nil, strings.NewReader("{}"), append(args, "--size", "100x100")...)
		if r.status < 0 || r.status > 4 || r.status == cli.Wrong && strings.Count(r.stderr, "\n") < 1 {
			t.Errorf("%q: status %d, %q", args, r.status, r.stderr)
		}
	})
}
