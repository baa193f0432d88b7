//go:build unix

package disk_test

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"c5atlas.org/c5atlas/internal/disk"
)

// specials makes one of everything that is no file and gives the sentence for
// each.
func specials(t *testing.T, dir string) map[string]string {
	t.Helper()
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("unix", filepath.Join(dir, "socket"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	if err := os.Symlink("pipe", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	return map[string]string{"pipe": "is a pipe, not a file", "link": "is a pipe, not a file", "socket": "is a socket, not a file"}
}

// at fails the test if f takes longer than a person would wait.
func at(t *testing.T, what string, f func() error) error {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- f() }()
	select {
	case err := <-done:
		return err
	case <-time.After(5 * time.Second):
		t.Fatalf("%s hangs", what)
		return nil
	}
}

func TestSpecialFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	cases := map[string]string{"/dev/null": "is a device, not a file", "/dev/zero": "is a device, not a file"}
	if _, err := os.Stat("/proc/uptime"); err == nil && runtime.GOOS == "linux" {
		cases["/proc/uptime"] = "is a device, not a file" // as is /proc/kmsg, which waits
	}
	folder, err := disk.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	for name, want := range specials(t, dir) {
		cases[filepath.Join(dir, name)] = want
		err := at(t, "folder "+name, func() error { _, err := fs.ReadFile(folder, name); return err })
		if !errors.Is(err, disk.ErrNotFile) || err.Error() != "open "+name+": "+want {
			t.Errorf("folder %s: %v", name, err)
		}
	}
	for path, want := range cases {
		for what, f := range map[string]func() error{
			"open":   func() error { _, err := disk.Open(path); return err },
			"read":   func() error { _, err := disk.Read(path, 100); return err },
			"create": func() error { _, err := disk.Create(path, 0o600); return err },
		} {
			if err := at(t, what+" "+path, f); !errors.Is(err, disk.ErrNotFile) || !strings.HasSuffix(err.Error(), ": "+want) {
				t.Errorf("%s %s: %v", what, path, err)
			}
		}
		if err := at(t, "folder "+path, func() error { _, err := disk.OpenFolder(path); return err }); !errors.Is(err, disk.ErrNotFolder) {
			t.Errorf("folder %s: %v", path, err)
		}
	}
}

// What changes between the look and the opening is caught, too.
func TestChanging(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	stop := make(chan struct{})
	turned := make(chan struct{})
	go func() {
		defer close(turned)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			to := filepath.Join(dir, []string{"pipe", "file"}[i%2])
			_ = os.Symlink(to, path+"2")
			_ = os.Rename(path+"2", path)
		}
	}()
	write(t, filepath.Join(dir, "file"), "x")
	for range 2000 {
		_ = at(t, "open", func() error {
			f, err := disk.Open(path)
			if err == nil {
				info, err := f.Stat()
				if err != nil || !info.Mode().IsRegular() {
					t.Errorf("opened %v, %v", info.Mode(), err)
				}
				f.Close()
			}
			return nil
		})
	}
	close(stop)
	<-turned
}
