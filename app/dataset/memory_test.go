package dataset

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

// Files in memory are a file system as io/fs wants one, and hold what they were given.
func TestFilesInMemory(t *testing.T) {
	t.Parallel()
	fsys := inMemory(map[string]string{"a.csv": "id\n1\n", "documents/x.en.md": "Текст", "documents/deep/y.md": "", "documents/z.md": "z", "../out": "no", "clash": "file", "clash/in": "folder"})
	if err := fstest.TestFS(fsys, "a.csv", "documents/x.en.md", "documents/deep/y.md", "documents/z.md", "clash/in"); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a.csv": "id\n1\n", "documents/x.en.md": "Текст", "documents/deep/y.md": ""} {
		in := newFiles(fsys)
		got, sum, err := in.read(name, maxFile)
		plain := newFiles(fstest.MapFS{name: {Data: []byte(want)}})
		_, wantSum, _ := plain.read(name, maxFile)
		if err != nil || got != want || sum != wantSum {
			t.Errorf("%s: %q, %x, %v", name, got, sum, err)
		}
	}
	for _, name := range []string{"../out", "none", "documents/none", ""} {
		if _, err := fs.Stat(fsys, name); err == nil {
			t.Errorf("%q is there", name)
		}
	}
}
