//go:build unix

package dataset

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"c5atlas.org/c5atlas/internal/disk"
)

// A pipe, a socket, a folder or a link out of the package in place of any file
// is refused in a sentence at once; nothing waits.
func TestOnlyRegularFiles(t *testing.T) {
	t.Parallel()
	base := mini(map[string]string{
		"documents/d1.en.md": "x", "comments.csv": "id,document,text\n", "place_names.csv": "place,name\n",
		"datapackage.json": `{"name":"mini","version":"1","resources":[{"name":"other","path":"other.bin","hash":"sha256:00"}]}`, "other.bin": "x",
	})
	kinds := map[string]func(t *testing.T, path string){
		"pipe": func(t *testing.T, path string) {
			t.Helper()
			if err := syscall.Mkfifo(path, 0o600); err != nil {
				t.Skip(err)
			}
		},
		"folder": func(t *testing.T, path string) {
			t.Helper()
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		},
		"socket": func(t *testing.T, path string) {
			t.Helper()
			l, err := net.Listen("unix", path)
			if err != nil {
				t.Skip(err)
			}
			t.Cleanup(func() { l.Close() }) //nolint:gosec // a test's own
		},
		"link": func(t *testing.T, path string) {
			t.Helper()
			if err := os.Symlink("/dev/zero", path); err != nil {
				t.Fatal(err)
			}
		},
	}
	for kind, put := range kinds {
		for name := range base {
			t.Run(kind+" "+name, func(t *testing.T) {
				t.Parallel()
				dir, err := os.MkdirTemp("", "c5") // short, for a socket's name is bounded
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { os.RemoveAll(dir) })
				for n, f := range base {
					p := filepath.Join(dir, n)
					if err := os.MkdirAll(filepath.Dir(p), 0o700); err != nil {
						t.Fatal(err)
					}
					if n != name {
						if err := os.WriteFile(p, f.Data, 0o600); err != nil {
							t.Fatal(err)
						}
					}
				}
				put(t, filepath.Join(dir, name))
				type result struct {
					found []Finding
					err   error
				}
				done := make(chan result, 1)
				go func() {
					_, found, err := OpenPath(dir)
					done <- result{found, err}
				}()
				select {
				case r := <-done:
					said := said(r.found, r.err)
					if !strings.Contains(said, filepath.Base(name)) || !strings.Contains(said, "not a regular file") && !strings.Contains(said, "cannot be read") {
						t.Errorf("said %q", said)
					}
				case <-time.After(10 * time.Second):
					t.Fatal("waits")
				}
			})
		}
	}
	pipe := filepath.Join(t.TempDir(), "x.zip")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	if _, _, err := OpenPath(pipe); !errors.Is(err, disk.ErrNotFile) {
		t.Errorf("a pipe for a zip: %v", err)
	}
	if _, _, err := OpenPath(filepath.Join(filepath.Dir(pipe), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing at all: %v", err)
	}
}
