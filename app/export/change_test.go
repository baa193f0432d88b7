package export

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/assets"
)

// added is a row in the tables of the package at path.
func added(t *testing.T, path string) map[string]string {
	t.Helper()
	fsys, done, err := dataset.Source(path)
	if err != nil {
		t.Fatal(err)
	}
	defer done()
	changed, err := dataset.Append(fsys, map[string][]dataset.Cells{
		"statements": {{"id": "001-90", "document": "001", "meeting": "2020-07-16-fm1", "paragraph": "P4", "states": "KAZ", "scope": "B", "status": "intended", "basis": "R", "domain": "TRD", "text": "They; “mean”."}},
		"paragraphs": {{"document": "001", "paragraph": "P4", "number": "0", "fingerprint": "sha256:9ac0a89c80b1ac1e", "letters": "7"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return changed
}

// Of whatever kind a package is, rows come into it and everything else stays.
func TestChangeData(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, name := range []string{"folder", "a.zip", "a.xlsx", "a" + PackageEnding} {
		path := filepath.Join(dir, name)
		if err := WriteData(t.Context(), path, false, assets.Data()); err != nil {
			t.Fatal(err)
		}
		before, _, err := dataset.OpenPath(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := ChangeData(t.Context(), path, added(t, path)); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		after, found, err := dataset.OpenPath(path)
		if err != nil || dataset.Faults(found) > 0 || len(found) > 0 {
			t.Fatalf("%s: %v, %v", name, err, found)
		}
		s := after.Statement("001-90")
		if len(after.Statements) != len(before.Statements)+1 || s == nil || s.Text[""] != "They; “mean”." {
			t.Errorf("%s: %d statements, then %d: %+v", name, len(before.Statements), len(after.Statements), s)
		}
		if len(after.Documents) != len(before.Documents) || after.Documents[0].Summary.In("uk") != before.Documents[0].Summary.In("uk") || len(after.People) != len(before.People) {
			t.Errorf("%s: something else is gone", name)
		}
	}
	if list, _ := os.ReadDir(dir); len(list) != 4 {
		t.Errorf("something is left beside them: %v", list)
	}
	if err := ChangeData(t.Context(), filepath.Join(dir, "a.ods"), nil); !errors.Is(err, ErrOnlyRead) {
		t.Errorf("a.ods: %v", err)
	}
}

// A zip keeps what is no part of the package, and the folder that it is in.
func TestChangeZipKeepsTheRest(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.zip")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	put := func(name, text string) {
		f, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(f, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	put("pack/photos/one.jpg", "a picture")
	if err := dataset.Copy(assets.Data(), func(name, text string) error { put("pack/"+name, text); return nil }); err != nil {
		t.Fatal(err)
	}
	put("letter.txt", "a letter")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := ChangeData(t.Context(), path, added(t, path)); err != nil {
		t.Fatal(err)
	}
	names := func(data []byte) (out []string) {
		r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.File {
			out = append(out, f.Name)
		}
		return out
	}
	now, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(names(now), names(b.Bytes())) {
		t.Errorf("it holds %q now, not %q", names(now), names(b.Bytes()))
	}
	if d, _, err := dataset.OpenPath(path); err != nil || d.Statement("001-90") == nil {
		t.Errorf("%v", err)
	}
}
