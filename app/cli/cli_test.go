package cli_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/cli"
	"c5atlas.org/c5atlas/assets"
)

// result is what a run left behind.
type result struct {
	status         int
	stdout, stderr string
	window         []string
	asked          cli.Asked // of the last window
}

func runIn(ctx context.Context, env map[string]string, stdin io.Reader, args ...string) result {
	var r result
	var out, errs bytes.Buffer
	r.status = cli.Run(ctx, &cli.Program{
		Name: "C+C5 Atlas", Version: "1.2.3", Stdin: stdin, Stdout: &out, Stderr: &errs, Now: time.Now,
		Getenv: func(k string) string { return env[k] },
		Window: func(_ context.Context, asked cli.Asked, unopened func(error)) error {
			r.window = append(r.window, asked.Path)
			r.asked = asked
			if _, err := os.Stat(asked.Path); asked.Path != "" && err != nil {
				unopened(err)
			}
			return nil
		},
	}, args)
	r.stdout, r.stderr = out.String(), errs.String()
	return r
}

func run(args ...string) result {
	return runIn(context.Background(), nil, strings.NewReader(""), args...)
}

// small makes exports quick.
func small(args ...string) []string {
	return append(append([]string{"export"}, args...), "--size", "320x240", "--lang", "en")
}

// A name that ends as no file that is written does is refused, whatever is
// exported, and nothing of that name is there.
func TestForeignEnding(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, ending := range []string{".doc", ".ods", ".JPG", ".csvs", ".5"} {
		for _, args := range [][]string{{"export", "chart"}, {"export", "map"}, {"export", "dashboard"}, {"export", "data"}, {"export", "lesson", "meetings"}, {"new"}} {
			path := filepath.Join(dir, "a"+ending)
			if args[0] == "export" {
				path = "--out=" + path
			}
			r := run(append(args, path)...)
			if r.status != cli.Wrong || strings.Count(r.stderr, "\n") != 1 || !strings.HasPrefix(r.stderr, "c5atlas: "+strings.Join(args[:min(2, len(args))], " ")+" cannot write "+ending+" files: ") {
				t.Errorf("%v %s: %d, %q", args, ending, r.status, r.stderr)
			}
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("%v is there, %v", left, err)
	}
	folder := filepath.Join(dir, "version 1.5") + "/"
	if r := run("new", folder); r.status != 0 {
		t.Errorf("a folder with a dot: %d, %q", r.status, r.stderr)
	}
	if r := run("new", folder); r.status != cli.Refused || !strings.HasSuffix(r.stderr, " exists already: choose another name\n") {
		t.Errorf("new has no --force: %d, %q", r.status, r.stderr)
	}
}

// Wrong words end with status 2 and one line that names the right ones.
func TestWrongWords(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "a.png")
	for _, tt := range []struct {
		want string
		args []string
	}{
		{"neither a command (export, validate", []string{"exprot"}},
		{"is not a flag here", []string{"--out", file}},
		{"needs something", []string{"export"}},
		{"chart, map, dashboard, lesson", []string{"export", "film", "--out", file}},
		{"one of the data by its name, or meetings", []string{"export", "lesson", "--out", file}},
		{"cannot make sense of \"b\"", []string{"export", "lesson", "a", "b", "--out", file}},
		{"a new folder", []string{"export", "lesson", "meetings", "--out", "-"}},
		{"is not one of zip, pptx, odp, pdf", []string{"export", "lesson", "meetings", "--out", file, "--format", "png"}},
		{"cannot make sense of \"map\"", []string{"export", "chart", "map", "--out", file}},
		{"needs --out", []string{"export", "chart"}},
		{"--only-naming", []string{"export", "chart", "--oops", "--out", file}},
		{"png, svg, pdf, csv", []string{"export", "chart", "--out", file, "--format", "bmp"}},
		{"cannot write .jpg files: let --out end in .png, .svg, .pdf, .csv", []string{"export", "chart", "--out", "a.jpg"}},
		{"has no ending", []string{"export", "chart", "--out", "a"}},
		{"several tables", []string{"export", "dashboard", "--out", "a.csv"}},
		{"domains, states, timeline, documents, matrix, chronology", []string{"export", "chart", "--out", file, "--chart", "pie"}},
		{"en, uk, ru", []string{"export", "chart", "--out", file, "--lang", "qad"}},
		{"en, kk, ky, ru, tg, tk, uk, uz, zh", []string{"export", "chart", "--out", file, "--second-lang", "eo"}},
		{"light, dark, contrast, contrast-dark, print", []string{"export", "chart", "--out", file, "--theme", "system"}},
		{"agreements, intentions, all", []string{"export", "chart", "--out", file, "--status", "signed"}},
		{"SOV, SEC", []string{"export", "chart", "--out", file, "--domains", "SEC,XXX"}},
		{"CHN, KAZ, KGZ, TJK, TKM, UZB", []string{"export", "chart", "--out", file, "--states", "RUS"}},
		{"2020-07-16-fm1", []string{"export", "chart", "--out", file, "--meeting", "x"}},
		{"001, 000, 002, 004, 003", []string{"export", "chart", "--out", file, "--document", "005"}},
		{"000-01", []string{"export", "chart", "--out", file, "--statement", "009-01"}},
		{"EDTF", []string{"export", "chart", "--out", file, "--from", "yesterday"}},
		{"lies after", []string{"export", "chart", "--out", file, "--from", "2024", "--to", "2023-05"}},
		{"WIDTHxHEIGHT", []string{"export", "chart", "--out", file, "--size", "poster"}},
		{"at most 16384", []string{"export", "chart", "--out", file, "--size", "20000x100"}},
		{"at most 100 million", []string{"export", "chart", "--out", file, "--size", "12000x9000"}},
		{"1, 2, 3", []string{"export", "chart", "--out", file, "--scale", "4"}},
		{"1, 2, 3", []string{"export", "chart", "--out", file, "--scale", "two"}},
		{"dots an inch", []string{"export", "chart", "--out", file, "--dpi", "NaN"}},
		{"needs a data package", []string{"validate"}},
		{"needs an exported picture", []string{"inspect", "--json"}},
		{"cannot make sense", []string{"version", "please"}},
		{"-json, --lang, --originals, -v, --help", []string{"validate", "--xml", "x"}},
		{"neither true nor false", []string{"export", "chart", "--split=maybe", "--out", file}},
		{"needs --meeting", []string{"export", "chart", "--against", "2023-05-18-talks", "--out", file}},
		{"two states", []string{"export", "chart", "--against", "state=KAZ", "--out", file}},
		{"not in the data", []string{"export", "chart", "--against", "state=KAZ,XXX", "--out", file}},
		{"not in the data", []string{"export", "chart", "--against", "period=soon,2020", "--out", file}},
		{"foreign ministers", []string{"export", "chart", "--level", "kings", "--out", file}},
		{"auto, on, off", []string{"export", "map", "--legend", "yes", "--out", file}},
		{"export, validate, check-lesson, new, inspect", []string{"help", "exprot"}},
		{"cannot make sense of \"chart\"", []string{"help", "validate", "chart"}},
		{"cannot make sense of \"map\"", []string{"help", "export", "chart", "map"}},
		{"validate needs a data package", []string{"validate", ""}},
		{"check-lesson needs a lesson", []string{"check-lesson", ""}},
		{"inspect needs an exported picture", []string{"inspect", ""}},
		{"new needs a name", []string{"new", ""}},
		{"export lesson needs a lesson", []string{"export", "lesson", "", "--out", file}},
		{"--data needs a value", []string{"export", "chart", "--data", "", "--out", file}},
		{"--data needs a value", []string{"inspect", file, "--data="}},
		{"--view needs a value", []string{"export", "chart", "--view", "", "--out", file}},
		{"--out needs a value", []string{"export", "chart", "--out", ""}},
		{"--originals needs a value", []string{"validate", file, "--originals", ""}},
	} {
		r := run(tt.args...)
		if r.status != cli.Wrong || !strings.Contains(strings.ReplaceAll(r.stderr, "--json", "-json"), tt.want) {
			t.Errorf("%q: status %d, %q; want 2 and %q", tt.args, r.status, r.stderr, tt.want)
		}
		if !strings.HasPrefix(r.stderr, "c5atlas: ") || strings.Count(r.stderr, "\n") != 1 || r.stdout != "" || r.window != nil {
			t.Errorf("%q: not one line on standard error: %q, %q", tt.args, r.stderr, r.stdout)
		}
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("a file was written")
	}
}

// Flags may stand before and after words; the same words give the same bytes,
// to a file and to standard output.
func TestExportSameBytes(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "a.png")
	one := run(small("chart", "--states", "kaz,UZB", "--out", "-")...)
	two := run("export", "--size=320x240", "--states", "UZB,KAZ", "-v", "chart", "--lang", "en", "--out", file)
	body, err := os.ReadFile(file)
	if one.status != 0 || two.status != 0 || err != nil || one.stdout != string(body) {
		t.Fatalf("%d %q, %d %q, %v: %d and %d bytes", one.status, one.stderr, two.status, two.stderr, err, len(one.stdout), len(body))
	}
	if img, err := png.Decode(bytes.NewReader(body)); err != nil || img.Bounds().Dx() != 320 {
		t.Errorf("not the picture asked for: %v", err)
	}
	if other := run(small("chart", "--out", "-")...); other.stdout == one.stdout {
		t.Error("a filter changes nothing")
	}
}

// Every kind leaves as vectors too, the same bytes each time.
func TestExportVectors(t *testing.T) {
	t.Parallel()
	for format, start := range map[string]string{"svg": "<svg ", "pdf": "%PDF-"} {
		for kind, size := range map[string]string{"chart": "640x480", "map": "640x480", "dashboard": "A4"} {
			args := small(kind, "--format", format, "--out", "-", "--size", size)
			one := run(args...)
			if one.status != 0 || !strings.HasPrefix(one.stdout, start) {
				t.Errorf("%s %s: status %d, %q, begins %.20q", kind, format, one.status, one.stderr, one.stdout)
			}
			if kind == "dashboard" && run(args...).stdout != one.stdout { // it has the others in it
				t.Errorf("a second %s has other bytes", format)
			}
		}
	}
}

func TestExportOverwrite(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "a.csv")
	if r := run(small("chart", "--out", file)...); r.status != 0 {
		t.Fatal(r.stderr)
	}
	before, _ := os.ReadFile(file)
	if r := run(small("chart", "--out", file, "--status", "all")...); r.status != cli.Refused || !strings.Contains(r.stderr, "--force") {
		t.Errorf("status %d, %q; want 4", r.status, r.stderr)
	}
	if after, _ := os.ReadFile(file); !bytes.Equal(before, after) {
		t.Error("the old file changed")
	}
	if r := run(small("chart", "--out", file, "--status", "all", "--force")...); r.status != 0 {
		t.Error(r.stderr)
	}
	if after, _ := os.ReadFile(file); bytes.Equal(before, after) {
		t.Error("--force replaced nothing")
	}
}

// Where nothing can be written the status is 3, with a sentence.
func TestExportUnwritable(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	tests := map[string]string{
		filepath.Join(dir, "no", "a.png"): "There is no folder",
		dir + string(filepath.Separator):  "is a folder",
	}
	if runtime.GOOS == "linux" {
		tests["/dev/full"] = "No space left"
		if _, err := os.Stat("/sys/kernel"); err == nil { // not in every chroot
			tests["/sys/a.png"] = "permission" // refused to root, too
		}
	}
	for path, want := range tests {
		if r := run(small("chart", "--format", "png", "--out", path)...); r.status != cli.Failed || !strings.Contains(r.stderr, want) {
			t.Errorf("%s: status %d, %q; want 3 and %q", path, r.status, r.stderr, want)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) > 0 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestExportInterrupted(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r := runIn(ctx, nil, nil, small("map", "--out", filepath.Join(dir, "a.png"))...)
	if entries, _ := os.ReadDir(dir); r.status != cli.Failed || !strings.Contains(r.stderr, "interrupted") || len(entries) > 0 {
		t.Errorf("status %d, %q, %v", r.status, r.stderr, entries)
	}
}

// A view comes from JSON, standard input or an exported picture, and flags
// override it.
func TestExportView(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first := filepath.Join(dir, "first.png")
	if r := run(small("chart", "--chart", "matrix", "--states", "KAZ", "--statement", "004-01", "--theme", "dark", "--out", first)...); r.status != 0 {
		t.Fatal(r.stderr)
	}
	want, _ := os.ReadFile(first)
	if r := run(small("chart", "--view", first, "--out", "-")...); r.stdout != string(want) {
		t.Errorf("the view of a picture gives another: %d, %q", r.status, r.stderr)
	}
	r := run("inspect", "--json", first)
	var in struct {
		Evidence struct {
			View json.RawMessage
		}
	}
	if err := json.Unmarshal([]byte(r.stdout), &in); err != nil || r.status != 0 {
		t.Fatalf("inspect: %d, %v", r.status, err)
	}
	// What has no flag of its own comes with the view.
	for extra, head := range map[string]string{
		`"split":true`: "state,domain,status,count,", `"meeting":"2020-07-16-fm1","against":"2023-05-18-talks"`: "domain,meeting,count,",
	} {
		r := runIn(t.Context(), nil, strings.NewReader("{"+extra+"}"), small("chart", "--view", "-", "--format", "csv", "--out", "-")...)
		if r.status != 0 || !strings.HasPrefix(r.stdout, head) {
			t.Errorf("%s: %d, %q, %.60q", extra, r.status, r.stderr, r.stdout)
		}
	}
	piped := runIn(t.Context(), nil, bytes.NewReader(in.Evidence.View), small("chart", "--view", "-", "--out", "-")...)
	if piped.stdout != string(want) {
		t.Errorf("the view as JSON gives another picture: %d, %q", piped.status, piped.stderr)
	}
	if r := run(small("chart", "--view", first, "--chart", "states", "--out", "-")...); r.status != 0 || r.stdout == string(want) {
		t.Errorf("a flag does not override: %d, %q", r.status, r.stderr)
	}
	for body, status := range map[string]int{"{}{": cli.Wrong, `{"meeting":"nowhere"}`: cli.Wrong, `{"against":"nowhere"}`: cli.Wrong, `{"levels":"x"}`: cli.Wrong, "\x89PNG\r\n\x1a\nbroken": cli.Failed} {
		if r := runIn(t.Context(), nil, strings.NewReader(body), small("chart", "--view", "-", "--out", "-")...); r.status != status {
			t.Errorf("view %q: status %d, %q; want %d", body, r.status, r.stderr, status)
		}
	}
	damaged := bytes.Replace(want, []byte("x-c5atlas-view"), []byte("x-c5atlas-vieW"), 1)
	if r := runIn(t.Context(), nil, bytes.NewReader(damaged), small("chart", "--view", "-", "--out", "-")...); r.status == 0 {
		t.Error("a picture with a wrong checksum was taken")
	}
}

func TestSourceDateEpoch(t *testing.T) {
	t.Parallel()
	r := runIn(t.Context(), map[string]string{"SOURCE_DATE_EPOCH": "1700000000"}, nil, small("chart", "--out", "-")...)
	if !strings.Contains(r.stdout, "2023-11-14T22:13:20Z") {
		t.Error("no creation time")
	}
	if r := runIn(t.Context(), map[string]string{"SOURCE_DATE_EPOCH": "now"}, nil, small("chart", "--out", "-")...); r.status != cli.Wrong {
		t.Errorf("status %d", r.status)
	}
}

func TestValidate(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.CopyFS(dir, assets.Data()); err != nil {
		t.Fatal(err)
	}
	if r := run("validate", dir); r.status != 0 || !strings.Contains(r.stdout, "87 statements") {
		t.Errorf("clean: %d, %q, %q", r.status, r.stdout, r.stderr)
	}
	body, err := os.ReadFile(filepath.Join(dir, "statements.csv"))
	if err != nil {
		t.Fatal(err)
	}
	broken := bytes.Replace(body, []byte(",SOV,"), []byte(",XYZ,"), 1)
	if err := os.WriteFile(filepath.Join(dir, "statements.csv"), broken, 0o600); err != nil {
		t.Fatal(err)
	}
	r := run("validate", dir)
	if r.status != cli.Findings || !strings.Contains(r.stdout, "statements.csv, row 2") || r.stderr != "" {
		t.Errorf("findings: %d, %q, %q", r.status, r.stdout, r.stderr)
	}
	r = run("validate", dir, "--json")
	var report struct {
		Status   string
		Findings []struct {
			File, Fault, Key string
			Args             struct{ Name string }
			Row              int
		}
	}
	if err := json.Unmarshal([]byte(r.stdout), &report); err != nil || report.Status != "findings" || len(report.Findings) == 0 || r.status != cli.Findings {
		t.Errorf("json: %d, %v, %+v", r.status, err, report)
	}
	said := false
	for _, f := range report.Findings {
		said = said || f.File == "statements.csv" && f.Fault == "is not in domains.csv" && f.Key == "finding.notIn" && f.Args.Name == "domains.csv"
	}
	if !said {
		t.Errorf("json has no key: %s", r.stdout)
	}
	for lang, want := range map[string]string{"uk": "statements.csv, рядок 2, стовпець domain: немає в domains.csv («XYZ»)", "ru": "statements.csv, строка 2, столбец domain: нет в domains.csv («XYZ»)"} {
		if r := run("validate", dir, "--lang", lang); !strings.Contains(r.stdout, want) {
			t.Errorf("in %s: %q", lang, r.stdout)
		}
	}
	// Such a package still draws, and says what it left out.
	r = run(small("chart", "--data", dir, "--out", "-")...)
	if r.status != 0 || !strings.Contains(r.stderr, "findings") {
		t.Errorf("export: %d, %q", r.status, r.stderr)
	}
	for _, path := range []string{filepath.Join(dir, "nowhere"), filepath.Join(dir, "README.md"), filepath.Join(dir, "documents")} {
		if r := run("validate", path); r.status != 2 || r.stderr == "" {
			t.Errorf("%s: %d, %q; want 2", path, r.status, r.stderr)
		}
		if r := run(small("chart", "--data", path, "--out", "-")...); r.status != cli.Failed || r.stdout != "" {
			t.Errorf("export %s: %d, %q; want 3", path, r.status, r.stderr)
		}
	}
}

// Why a package cannot be read is said once, in the language that was asked for.
func TestUnreadableIsSaidOnce(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "datapackage.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	const why = "datapackage.json: is not JSON"
	r := run("validate", dir, "--lang", "en")
	if r.status != cli.Wrong || !strings.Contains(r.stdout, why) || strings.Contains(r.stderr, why) || !strings.Contains(r.stderr, "standard output says why") {
		t.Errorf("%d, %q, %q", r.status, r.stdout, r.stderr)
	}
	if r := run("validate", dir, "--lang", "uk"); !strings.Contains(r.stdout, "datapackage.json: ") || strings.Contains(r.stdout+r.stderr, why) {
		t.Errorf("in Ukrainian: %q, %q", r.stdout, r.stderr)
	}
	// A program reads standard output, a person standard error.
	if r := run("validate", dir, "--json"); !strings.Contains(r.stdout, why) || !strings.Contains(r.stderr, why) {
		t.Errorf("as JSON: %q, %q", r.stdout, r.stderr)
	}
	// What is not among the findings is said all the same.
	if r := run("validate", filepath.Join(dir, "none")); r.stdout != "" || !strings.Contains(r.stderr, "no such file") && !strings.Contains(r.stderr, "cannot find") {
		t.Errorf("nothing there: %q, %q", r.stdout, r.stderr)
	}
}

// A package made to do harm ends with status 4.
func TestUnsafePackage(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	if _, err := z.Create("../../evil.csv"); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	if r := run(small("chart", "--data", path, "--out", "-")...); r.status != cli.Refused || !strings.Contains(r.stderr, "refused") || r.stdout != "" {
		t.Errorf("status %d, %q", r.status, r.stderr)
	}
	if r := run("validate", path); r.status != 2 {
		t.Errorf("validate: status %d, %q", r.status, r.stderr)
	}
}

func TestWindow(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if r := run("-v"); r.status != 0 || len(r.window) != 1 || r.window[0] != "" {
		t.Errorf("no words: %+v", r)
	}
	if r := run(dir, "-v"); r.status != 0 || len(r.window) != 1 || r.window[0] != dir {
		t.Errorf("a path: %+v", r)
	}
	for _, x := range []struct {
		want cli.Asked
		args []string
	}{
		{cli.Asked{Present: true}, []string{"--present"}},
		{cli.Asked{NewWindow: true}, []string{"--new-window"}},
		{cli.Asked{Path: dir, Present: true}, []string{"--present", dir}},
		{cli.Asked{Path: dir, Present: true, NewWindow: true}, []string{dir, "--new-window", "--present=true"}},
	} {
		if r := run(x.args...); r.status != 0 || len(r.window) != 1 || r.asked != x.want {
			t.Errorf("%v: %d, %+v", x.args, r.status, r.asked)
		}
	}
	for _, args := range [][]string{{dir, dir}, {"--present", dir, "--size", "4k"}, {"--present=perhaps"}, {"--size", "4k"}} {
		if r := run(args...); r.status != cli.Wrong || r.window != nil || strings.Count(r.stderr, "\n") != 1 {
			t.Errorf("%v: %+v", args, r)
		}
	}
	// A window opens even without what it was to show, and the status says so.
	none := filepath.Join(dir, "none.png")
	r := run(none)
	if r.status != cli.Failed || len(r.window) != 1 || !strings.HasPrefix(r.stderr, "c5atlas: ") || strings.Count(r.stderr, "\n") != 1 || !strings.Contains(r.stderr, none) {
		t.Errorf("a path that is not there: %+v", r)
	}
	if r := run("none.png"); r.status != cli.Wrong || r.window != nil {
		t.Errorf("a word that is neither command nor file: %+v", r)
	}
	var errs bytes.Buffer
	if got := cli.Report(&errs, errors.New("no\n  display")); got != cli.Failed || errs.String() != "c5atlas: no display\n" {
		t.Errorf("Report = %d, %q", got, errs.String())
	}
}
