package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/cli"
)

// A folder of texts is compared link by link: what is not found is a finding,
// what has only moved is none.
func TestValidateOriginals(t *testing.T) {
	t.Parallel()
	texts, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	if r := run("export", "data", "--out", data); r.status != cli.OK {
		t.Fatal(r)
	}
	put := func(path, text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	// From another program: printf '%s' 'Onetwo.' | sha256sum
	put(filepath.Join(data, "paragraphs.csv"), "document,paragraph,section,number,fingerprint,letters\n004,P4,,2,sha256:84b06f80d891f8fd,7\n")
	put(filepath.Join(texts, "004-copy.txt"), "One\ttwo.\n")
	put(filepath.Join(texts, "picture.png"), "")
	r := run("validate", "--lang", "en", "--originals", texts, data)
	if out := breaking(r.stdout); r.status != cli.Findings || !strings.Contains(out, "004-copy.txt: paragraph 2 (004-01, 004-02): moved — it stands as paragraph 1 of this file\n") ||
		!strings.Contains(out, "004-copy.txt: paragraph 5 (004-03, 004-04, 004-05): lost — the data have nothing to compare another file with\n") || strings.Contains(out, "picture") {
		t.Errorf("%d, %s", r.status, out)
	}
	if out := breaking(run("validate", "--lang", "uk", "--originals", texts, data).stdout); !strings.Contains(out, "004-copy.txt: абзац 2 (004-01, 004-02): ") || strings.Contains(out, " P4") || strings.Contains(out, "moved") {
		t.Errorf("in Ukrainian: %s", out)
	}
	var report struct {
		Links []struct {
			Fate string
			At   int
		}
	}
	out := run("validate", "--json", "--originals", texts, data).stdout
	if err := json.Unmarshal([]byte(out), &report); err != nil || len(report.Links) != 4 || report.Links[0].Fate != "moved" || report.Links[0].At != 1 {
		t.Errorf("%v, %+v", err, report.Links)
	}
	if r := run("validate", "--originals", filepath.Join(texts, "none"), data); r.status != cli.Failed {
		t.Errorf("a missing folder: %+v", r)
	}
}

// breaking is a text whose lines may end at every space.
func breaking(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }
