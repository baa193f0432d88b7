package atomicfile_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/atomicfile"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

// wantFolder fails unless dir holds exactly the named files.
func wantFolder(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if strings.Join(got, " ") != strings.Join(names, " ") {
		t.Errorf("folder holds %q, want %q", got, names)
	}
}

func wantFile(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("%s = %q, %v; want %q", filepath.Base(path), got, err, want)
	}
}

func TestWrite(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := atomicfile.Write(path, false, text("one")); err != nil {
		t.Fatal(err)
	}
	if err := atomicfile.Write(path, false, text("two")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("second Write = %v, want ErrExist", err)
	}
	wantFile(t, path, "one")
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := atomicfile.Write(path, true, text("three")); err != nil {
		t.Fatal(err)
	}
	wantFile(t, path, "three")
	if info, _ := os.Stat(path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("mode = %v, want the old file's 0640", info.Mode())
	}
	wantFolder(t, dir, "a.txt")
}

func TestWriteErrorLeavesOldFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := atomicfile.Write(path, false, text("old")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err := atomicfile.Write(path, true, func(w io.Writer) error {
		_, _ = w.Write(bytes.Repeat([]byte("x"), 1<<20))
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("Write = %v, want the callback's error", err)
	}
	wantFile(t, path, "old")
	wantFolder(t, dir, "a.txt")
}

func TestWriteRefuses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, tt := range map[string]struct {
		path string
		want error
	}{
		"folder":    {dir, atomicfile.ErrFolder},
		"no folder": {filepath.Join(dir, "no", "a.txt"), fs.ErrNotExist},
		"empty":     {"", fs.ErrInvalid},
	} {
		if err := atomicfile.Write(tt.path, true, text("x")); !errors.Is(err, tt.want) {
			t.Errorf("%s: Write = %v, want %v", name, err, tt.want)
		}
	}
	wantFolder(t, dir)
}

func TestWriteFollowsLink(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path, link := filepath.Join(dir, "a.txt"), filepath.Join(dir, "link")
	if err := atomicfile.Write(path, false, text("old")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Logf("no symbolic links here: %v", err)
		return
	}
	if err := atomicfile.Write(link, true, text("new")); err != nil {
		t.Fatal(err)
	}
	wantFile(t, path, "new")
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link became %v, %v", info, err)
	}
}

func TestWriteDevice(t *testing.T) {
	t.Parallel()
	if err := atomicfile.Write(os.DevNull, false, text("x")); err != nil {
		t.Errorf("Write(%s) = %v", os.DevNull, err)
	}
	if info, err := os.Stat(os.DevNull); err == nil && info.Mode().IsRegular() {
		t.Fatalf("%s was replaced by a file", os.DevNull)
	}
}

// One of many writers of one name wins, whole; the others are told.
func TestWriteRace(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.txt")
	var wins sync.Map
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Go(func() {
			s := strings.Repeat(fmt.Sprint(i, " "), 20000)
			switch err := atomicfile.Write(path, false, text(s)); {
			case err == nil:
				wins.Store(i, s)
			case !errors.Is(err, fs.ErrExist):
				t.Error(err)
			}
		})
	}
	wg.Wait()
	n := 0
	wins.Range(func(_, s any) bool { n++; wantFile(t, path, s.(string)); return true })
	if n != 1 {
		t.Errorf("%d writers won, want 1", n)
	}
}

const childEnv = "ATOMICFILE_CHILD"

// TestMain turns the test binary into a program that writes the same file over
// and over, for TestKill.
func TestMain(m *testing.M) {
	path := os.Getenv(childEnv)
	if path == "" {
		os.Exit(m.Run())
	}
	for i := 0; ; i++ {
		body := bytes.Repeat([]byte{byte('a' + i%26)}, 1<<20)
		err := atomicfile.Write(path, true, func(w io.Writer) error {
			fmt.Println("writing")
			for len(body) > 0 {
				n, err := w.Write(body[:min(4096, len(body))])
				if err != nil {
					return err
				}
				body = body[n:]
			}
			return nil
		})
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
}

// A writer killed at any moment leaves the old file or the new one, whole.
func TestKill(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := atomicfile.Write(path, false, text(strings.Repeat("z", 1<<20))); err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for i := range 60 {
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), childEnv+"="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "writing\n" {
			t.Fatalf("child said %q, %v", line, err)
		}
		time.Sleep(time.Duration(i) * 97 * time.Microsecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		got, err := os.ReadFile(path)
		if err != nil || len(got) != 1<<20 || len(bytes.Trim(got, string(got[:1]))) != 0 {
			t.Fatalf("after kill %d: %d bytes, %v: not one whole file", i, len(got), err)
		}
	}
	// What a kill between two names can leave is complete, never a part.
	stray, _ := filepath.Glob(filepath.Join(dir, ".*.tmp"))
	for _, s := range stray {
		if info, err := os.Stat(s); runtime.GOOS == "linux" && (err != nil || info.Size() != 1<<20) {
			t.Errorf("%s is left half-written", filepath.Base(s))
		}
	}
}
