package disk_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"c5atlas.org/c5atlas/internal/disk"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a")
	write(t, path, "12345")
	for limit, want := range map[int64]string{5: "12345", 6: "12345", 4: "", 0: ""} {
		got, err := disk.Read(path, limit)
		if string(got) != want || (want == "") != errors.Is(err, disk.ErrTooLarge) {
			t.Errorf("limit %d: %q, %v", limit, got, err)
		}
	}
	if _, err := disk.Read(path+"b", 9); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	_, err := disk.ReadAll(strings.NewReader("12345"), 4)
	if !errors.Is(err, disk.ErrTooLarge) || !strings.Contains(err.Error(), "4 bytes") {
		t.Errorf("stream: %v", err)
	}
}

// A file of a size that no reader would want is refused before it is read.
func TestReadLarge(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a")
	write(t, path, "")
	if err := os.Truncate(path, 1<<40); err != nil {
		t.Skip(err) // no sparse files here
	}
	if _, err := disk.Read(path, 256<<20); !errors.Is(err, disk.ErrTooLarge) || !strings.Contains(err.Error(), "256 MiB") {
		t.Errorf("%v", err)
	}
}

func TestFolderIsNoFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	_, errOpen := disk.Open(dir)
	_, errRead := disk.Read(dir, 9)
	_, errCreate := disk.Create(dir, 0o600)
	for _, err := range []error{errOpen, errRead, errCreate, disk.Check(dir)} {
		if !errors.Is(err, disk.ErrNotFile) || !strings.HasSuffix(err.Error(), "is a folder, not a file") {
			t.Errorf("%v", err)
		}
	}
}

func TestCreate(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a")
	for _, text := range []string{"longer", "new"} {
		f, err := disk.Create(path, 0o600)
		if err != nil {
			t.Fatal(err)
		}
		_, err = f.WriteString(text)
		if err := errors.Join(err, f.Close()); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); string(got) != text || err != nil {
			t.Errorf("%q, %v", got, err)
		}
	}
}

func TestFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "in", "a.csv"), "id\n")
	write(t, filepath.Join(dir, "in", "documents", "000.en.md"), "text")
	write(t, filepath.Join(dir, "out.csv"), "secret")
	f, err := disk.OpenFolder(filepath.Join(dir, "in"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := fstest.TestFS(f, "a.csv", "documents/000.en.md"); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"../out.csv", "/etc/passwd", "documents/../a.csv", ""} {
		if _, err := f.Open(name); !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("%q: %v", name, err)
		}
	}
	if _, err := fs.ReadFile(f, "documents"); !errors.Is(err, disk.ErrNotFile) {
		t.Errorf("a folder read as a file: %v", err)
	}
	if _, err := f.Open("none.csv"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	if err := os.Symlink(filepath.Join(dir, "out.csv"), filepath.Join(dir, "in", "link.csv")); err == nil {
		if data, err := fs.ReadFile(f, "link.csv"); err == nil {
			t.Errorf("left the folder: %q", data)
		}
	}
	if _, err := disk.OpenFolder(filepath.Join(dir, "out.csv")); !errors.Is(err, disk.ErrNotFolder) {
		t.Errorf("a file: %v", err)
	}
	if _, err := disk.OpenFolder(filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
}
