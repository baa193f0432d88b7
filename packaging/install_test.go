package packaging

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// unpacked makes a folder as the .tar.xz has it, with the named files in share.
func unpacked(t *testing.T, shared ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "un packed 中亚")
	files := map[string]string{"C+C5 Atlas": "#!/bin/sh\n"}
	for _, name := range []string{"install.sh", "uninstall.sh"} {
		files[name] = read(t, "linux/"+name)
	}
	for _, name := range shared {
		files["share/"+name] = "Exec=c5atlas %f\n"
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o700); err != nil { //nolint:gosec // they are run
			t.Fatal(err)
		}
	}
	return dir
}

// script runs one of the folder's with the environment; nothing of the desktop's is in its PATH.
func script(t *testing.T, dir, name string, env []string, args ...string) (string, error) {
	t.Helper()
	c := exec.CommandContext(t.Context(), "sh", append([]string{filepath.Join(dir, name)}, args...)...) //nolint:gosec // our own script
	c.Env = slices.Concat(env, []string{"PATH=/usr/bin:/bin"})
	out, err := c.CombinedOutput()
	return string(out), err
}

// below lists the files of a folder.
func below(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			all = append(all, strings.TrimPrefix(path, dir+"/"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestInstall(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("the scripts are Linux's")
	}
	t.Run("without a home", func(t *testing.T) {
		t.Parallel()
		if out, err := script(t, unpacked(t, "doc/a.txt"), "install.sh", nil); err == nil || !strings.Contains(out, "--prefix") {
			t.Errorf("%v: %s", err, out)
		}
		if _, err := os.Stat("/nonexistent"); err == nil {
			t.Error("it has made a folder at the top of the disk")
		}
	})
	t.Run("over an earlier version", func(t *testing.T) {
		t.Parallel()
		home := t.TempDir()
		env := []string{"HOME=" + home}
		other := filepath.Join(home, ".local/share/other.txt")
		if err := os.MkdirAll(filepath.Dir(other), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(other, []byte("a person's"), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, file := range []string{"doc/old.txt", "doc/new.txt"} {
			if out, err := script(t, unpacked(t, file, "applications/a.desktop"), "install.sh", env); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
		}
		installed := below(t, home)
		for _, want := range []string{".local/bin/c5atlas", ".local/share/doc/new.txt", ".local/share/applications/a.desktop"} {
			if !slices.Contains(installed, want) {
				t.Errorf("%s is not there: %v", want, installed)
			}
		}
		if entry, err := os.ReadFile(filepath.Join(home, ".local/share/applications/a.desktop")); err != nil || string(entry) != `Exec="`+home+`/.local/bin/c5atlas" %f`+"\n" {
			t.Errorf("the menu entry is %q, %v", entry, err)
		}
		if out, err := script(t, filepath.Join(home, ".local/share/c5atlas"), "uninstall.sh", env); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if left := below(t, home); !slices.Equal(left, []string{".local/share/other.txt"}) {
			t.Errorf("left: %v", left)
		}
	})
	t.Run("that ended halfway", func(t *testing.T) {
		t.Parallel()
		prefix := t.TempDir()
		mine := filepath.Join(prefix, "share/man") // where the program needs a folder
		if err := os.Mkdir(filepath.Dir(mine), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(mine, []byte("a person's"), 0o600); err != nil {
			t.Fatal(err)
		}
		dir := unpacked(t, "doc/a.txt", "man/man1/c5atlas.1.gz")
		if out, err := script(t, dir, "install.sh", nil, "--prefix", prefix); err == nil {
			t.Errorf("it says nothing: %s", out)
		}
		if out, err := script(t, dir, "uninstall.sh", nil, "--prefix", prefix); err != nil {
			t.Errorf("%v: %s", err, out)
		}
		if left := below(t, prefix); !slices.Equal(left, []string{"share/man"}) {
			t.Errorf("left: %v", left)
		}
	})
}
