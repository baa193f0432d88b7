package atomicfile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/atomicfile"
)

func fill(names ...string) func(dir string) error {
	return func(dir string) error {
		for _, n := range names {
			if err := os.WriteFile(filepath.Join(dir, n), []byte(n), 0o600); err != nil {
				return err
			}
		}
		return nil
	}
}

func own(name string) bool { return strings.HasSuffix(name, ".png") }

func TestFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "lesson")
	if err := atomicfile.Folder(path+"/", false, own, fill("1.png", "2.png")); err != nil {
		t.Fatal(err)
	}
	wantFolder(t, path, "1.png", "2.png")
	if err := atomicfile.Folder(path, false, own, fill("3.png")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("second Folder = %v, want ErrExist", err)
	}
	broken := errors.New("broken")
	if err := atomicfile.Folder(path, true, own, func(string) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("Folder = %v, want what fill says", err)
	}
	wantFolder(t, path, "1.png", "2.png")
	if err := atomicfile.Folder(path, true, own, fill("3.png")); err != nil {
		t.Fatal(err)
	}
	wantFolder(t, path, "3.png")
	wantFolder(t, dir, "lesson")
}

// A program that ends in the middle can take the hidden folder away, and what
// fills it then fails.
func TestFolderAbandoned(t *testing.T) {
	dir := t.TempDir()
	err := atomicfile.Folder(filepath.Join(dir, "lesson"), false, own, func(fresh string) error {
		if err := fill("1.png")(fresh); err != nil {
			return err
		}
		atomicfile.Abandon()
		wantFolder(t, dir)
		return fill("2.png")(fresh)
	})
	if err == nil {
		t.Error("a folder that was taken away was finished")
	}
	wantFolder(t, dir)
}

// What the program did not write is never taken away, whatever force says.
func TestFolderForeign(t *testing.T) {
	t.Parallel()
	for name, make := range map[string]func(path string) error{
		"letters.txt": func(p string) error { return os.WriteFile(p, nil, 0o600) },
		"folder.png":  func(p string) error { return os.Mkdir(p, 0o700) },
		"link.png":    func(p string) error { return os.Symlink("/", p) },
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "lesson")
		if err := atomicfile.Folder(path, false, own, fill("1.png")); err != nil {
			t.Fatal(err)
		}
		if err := make(filepath.Join(path, name)); err != nil {
			t.Fatal(err)
		}
		if err := atomicfile.Folder(path, true, own, fill("2.png")); !errors.Is(err, atomicfile.ErrForeign) {
			t.Errorf("%s: Folder = %v, want ErrForeign", name, err)
		}
		if _, err := os.Lstat(filepath.Join(path, name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		wantFolder(t, dir, "lesson")
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := atomicfile.Folder(file, true, own, fill("1.png")); !errors.Is(err, atomicfile.ErrForeign) {
		t.Errorf("a file: Folder = %v, want ErrForeign", err)
	}
	if err := atomicfile.Folder(filepath.Join(t.TempDir(), "no", "lesson"), false, own, fill("1.png")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no parent: Folder = %v, want ErrNotExist", err)
	}
}
