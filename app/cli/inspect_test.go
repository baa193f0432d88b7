package cli_test

import (
	"bytes"
	"encoding/json"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/cli"
	"c5atlas.org/c5atlas/app/export/pngfile"
)

func TestInspect(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	with, without := filepath.Join(dir, "with.png"), filepath.Join(dir, "without.png")
	run(small("dashboard", "--out", with)...)
	run(small("dashboard", "--out", without, "--no-data")...)
	r := run("inspect", with)
	for _, want := range []string{"Title: ", "View: {", "Data: china-central-asia", "Table domains", "Table timeline", "Table map", "TRD\tintended\t8"} {
		if !strings.Contains(r.stdout, want) {
			t.Errorf("inspect does not print %q", want)
		}
	}
	if r := run("inspect", without); r.status != cli.Findings || !strings.Contains(r.stdout, "Title: ") {
		t.Errorf("without data: %d, %q", r.status, r.stderr)
	}
	if r := run("inspect", filepath.Join(dir, "no.png")); r.status != cli.Failed {
		t.Errorf("no file: %d", r.status)
	}
}

// A picture that names these data and has other numbers is found out.
func TestInspectRecounts(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.png")
	run(small("chart", "--out", path)...)
	var in struct{ Evidence json.RawMessage }
	if err := json.Unmarshal([]byte(run("inspect", "--json", path).stdout), &in); err != nil {
		t.Fatal(err)
	}
	for old, status := range map[string]int{`"no such text"`: cli.OK, `"8"`: cli.Findings, `"hash": "`: cli.OK} {
		body := strings.Replace(string(in.Evidence), old, `"99"`, 1)
		if old == `"hash": "` { // other data: nothing to compare with
			body = strings.Replace(string(in.Evidence), old, old+"0", 1)
		}
		var b bytes.Buffer
		text := pngfile.Text{Keyword: "x-c5atlas-view", Text: body}
		if err := pngfile.Encode(&b, image.NewRGBA(image.Rect(0, 0, 9, 9)), pngfile.Options{Texts: []pngfile.Text{text}}); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		if r := run("inspect", path); r.status != status || (status != 0) != strings.Contains(r.stderr, "do not match") {
			t.Errorf("%s: status %d, %q", old, r.status, r.stderr)
		}
	}
}
