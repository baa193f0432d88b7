package disk_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"c5atlas.org/c5atlas/internal/disk"
)

// A package may have 10,000 documents: what the checks cost beside a folder
// without any.
func BenchmarkFolder(b *testing.B) {
	dir := b.TempDir()
	const files = 1000
	name := func(i int) string { return fmt.Sprintf("documents/%d.en.md", i) }
	if err := os.Mkdir(filepath.Join(dir, "documents"), 0o700); err != nil {
		b.Fatal(err)
	}
	for i := range files {
		if err := os.WriteFile(filepath.Join(dir, name(i)), []byte("x"), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	folder, err := disk.OpenFolder(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer folder.Close()
	for what, fsys := range map[string]fs.FS{"checked": folder, "bare": os.DirFS(dir)} {
		b.Run(what, func(b *testing.B) {
			for b.Loop() {
				for i := range files {
					if _, err := fs.ReadFile(fsys, name(i)); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
