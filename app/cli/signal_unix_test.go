//go:build unix

package cli_test

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/cli"
	"c5atlas.org/c5atlas/assets"
)

// child is the program as a process of its own.
func child(t *testing.T, args ...string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), childEnv+"=1")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	return cmd, &errs
}

// end waits for the process and kills it when it takes too long.
func end(t *testing.T, cmd *exec.Cmd, what string) (status int, took time.Duration) {
	t.Helper()
	began := time.Now()
	late := time.AfterFunc(20*time.Second, func() { _ = cmd.Process.Kill() })
	err := cmd.Wait()
	if !late.Stop() {
		t.Errorf("%s: had to be killed", what)
	}
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return exit.ExitCode(), time.Since(began)
	}
	return 0, time.Since(began)
}

func pipe(t *testing.T, path string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// more is what no pipe holds, and less than a view may be: who has written it knows that somebody reads.
const more = 128 << 10

// began waits for the first byte that somebody writes into a pipe.
func began(t *testing.T, pipe *os.File) {
	t.Helper()
	for late := time.Now().Add(20 * time.Second); time.Now().Before(late); time.Sleep(5 * time.Millisecond) {
		if n, _ := pipe.Read(make([]byte, 1)); n > 0 {
			return
		}
	}
	t.Error("nothing was written")
}

// A command that hangs, for want of input or of a reader, ends with the first
// signal, leaves a sentence, and leaves no process.
func TestSignalEndsWhatHangs(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	out := pipe(t, filepath.Join(dir, "out"))
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		for i, args := range [][]string{
			small("chart", "--view", "-", "--out", filepath.Join(dir, "a.png")),
			small("map", "--out", out, "--format", "svg"),
		} {
			cmd, errs := child(t, args...)
			in, w, err := os.Pipe() // whose end nobody writes
			if err != nil {
				t.Fatal(err)
			}
			reader, err := os.OpenFile(out, os.O_RDONLY|syscall.O_NONBLOCK, 0) // that reads one byte
			if err != nil {
				t.Fatal(err)
			}
			cmd.Stdin = in
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			in.Close()
			if i == 0 {
				_, err = w.Write(bytes.Repeat([]byte(" "), more))
			} else {
				began(t, reader)
			}
			if err = errors.Join(err, cmd.Process.Signal(sig)); err != nil {
				t.Fatalf("%v: it did not wait: %v, %s", args, err, errs)
			}
			status, took := end(t, cmd, strings.Join(args, " "))
			if status != cli.Failed || !strings.Contains(errs.String(), "interrupted") || took > 5*time.Second {
				t.Errorf("%v %v: status %d after %v, %q", sig, args, status, took, errs)
			}
			for _, f := range []*os.File{w, reader} {
				f.Close()
			}
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// A window is told of a signal, also of one that came before it was there to
// hear it itself.
func TestSignalEndsAWindow(t *testing.T) {
	t.Parallel()
	for _, sig := range append([]syscall.Signal{syscall.SIGTERM}, hangUp()...) {
		cmd, errs := child(t)
		said, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if line, err := bufio.NewReader(said).ReadString('\n'); line != opened {
			t.Fatalf("%q, %v", line, err)
		}
		if err := cmd.Process.Signal(sig); err != nil {
			t.Fatalf("it did not wait: %s", errs)
		}
		if status, took := end(t, cmd, "the window"); status != cli.OK || took > 3*time.Second {
			t.Errorf("%v: status %d after %v, %q", sig, status, took, errs)
		}
	}
}

// hangUp is the signal of a terminal that is closed, none if these tests were started
// with it passed over, as what they start is then.
func hangUp() []syscall.Signal {
	if signal.Ignored(syscall.SIGHUP) {
		return nil
	}
	return []syscall.Signal{syscall.SIGHUP}
}

// Whoever starts a command with nohup closes the terminal, and it goes on.
func TestNohupGoesOn(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	in, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	cmd := exec.CommandContext(t.Context(), "sh", "-c", `trap "" HUP; exec "$0" "$@"`)
	cmd.Args = append(append(cmd.Args, self), small("chart", "--view", "-", "--out", filepath.Join(dir, "a.png"))...)
	cmd.Env, cmd.Stdin = append(os.Environ(), childEnv+"=1"), in
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(bytes.Repeat([]byte(" "), more)); err != nil { // it reads
		t.Fatal(err)
	}
	err = cmd.Process.Signal(syscall.SIGHUP)
	time.Sleep(2 * patience)
	if _, more := w.WriteString("{}"); more != nil {
		t.Fatal(more)
	}
	w.Close()
	if status, _ := end(t, cmd, "nohup"); err != nil || status != cli.OK {
		t.Errorf("%v, status %d", err, status)
	}
}

// patience is longer than a command that is interrupted takes to end.
const patience = 300 * time.Millisecond

// A lesson that is interrupted leaves nothing, also when a page takes longer to
// draw than the program waits; a self-test that is interrupted found nothing. Either
// signal does it, as [TestSignalEndsWhatHangs] sees, and so does a terminal that is closed.
func TestSignalEndsWhatDraws(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for i, sig := range append([]syscall.Signal{syscall.SIGINT, syscall.SIGTERM}, hangUp()...) {
		cmd, errs := child(t, "export", "lesson", "meetings", "--size", "4k", "--out", filepath.Join(dir, "lesson"))
		if i == 1 {
			cmd, errs = child(t, "selftest")
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(400 * time.Millisecond)
		if err := cmd.Process.Signal(sig); err != nil {
			t.Fatalf("%d: it did not draw: %s", i, errs)
		}
		if status, took := end(t, cmd, "what draws"); status != cli.Failed || !strings.Contains(errs.String(), "interrupted") || took > 5*time.Second {
			t.Errorf("%d: status %d after %v, %q", i, status, took, errs)
		}
		if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
			t.Errorf("%d: left behind: %v, %v", i, entries, err)
		}
	}
}

// What is no regular file is refused in a sentence, wherever it stands.
func TestPipesAreRefused(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := pipe(t, filepath.Join(dir, "pipe.json"))
	out := filepath.Join(dir, "a.png")
	for _, args := range [][]string{
		{"inspect", path},
		small("chart", "--view", path, "--out", out),
		small("chart", "--out", path, "--format", "png"),
		{"export", "lesson", path, "--out", filepath.Join(dir, "lesson")},
		{"inspect", "/dev/zero"},
		small("chart", "--view", "/dev/zero", "--out", out),
	} {
		cmd, errs := child(t, args...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		status, _ := end(t, cmd, strings.Join(args, " "))
		if status != cli.Failed || !strings.Contains(errs.String(), "is a ") || strings.Count(errs.String(), "\n") != 1 {
			t.Errorf("%v: status %d, %q", args, status, errs)
		}
	}
}

// No command waits for a data package that holds something else than files.
func TestPipesInPackages(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	whole := filepath.Join(dir, "whole")
	packages := map[string]string{"itself": pipe(t, filepath.Join(dir, "itself"))}
	for _, name := range []string{"datapackage.json", "meetings.csv", "comments.csv", "documents/000.en.md"} {
		packages[name] = filepath.Join(whole, filepath.Base(name))
		if err := os.CopyFS(packages[name], assets.Data()); err != nil {
			t.Fatal(err)
		}
		at := filepath.Join(packages[name], name)
		if err := os.Remove(at); err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
		pipe(t, at)
	}
	for name, path := range packages {
		for _, args := range [][]string{{"validate", path}, small("chart", "--data", path, "--out", filepath.Join(dir, "a.csv"), "--force")} {
			cmd, errs := child(t, args...)
			var said bytes.Buffer
			cmd.Stdout = &said
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if _, took := end(t, cmd, name); took > 15*time.Second {
				t.Errorf("%s %s: %v", args[0], name, took)
			}
			if said.Len()+errs.Len() == 0 {
				t.Errorf("%s %s: no word", args[0], name)
			}
		}
	}
}

// A terminal is not filled with the bytes of a picture; text may go there, and a
// picture into a pipe.
func TestNoBytesOnTerminal(t *testing.T) {
	t.Parallel()
	script, err := exec.LookPath("script")
	if err != nil {
		t.Skip("script is not installed")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]struct {
		status int
		holds  string
	}{
		"export chart --size 100x100 --out -":                     {cli.Wrong, "redirect"},
		"export chart --size 100x100 --format pdf --out -":        {cli.Wrong, "redirect"},
		"export chart --size 100x100 --format csv --out -":        {cli.OK, "domain,status,count"},
		"export chart --size 100x100 --format svg --out -":        {cli.OK, "<svg"},
		"export chart --size 100x100 --out - | head -c 4":         {cli.OK, "PNG"},
		"export chart --size 100x100 --out - >/dev/null; echo ok": {cli.OK, "ok"},
		"export chart --size 100x100 --out - >/dev/full; echo $?": {cli.OK, "3"},
	} {
		cmd := exec.CommandContext(t.Context(), script, "-qec", "'"+self+"' "+words, "/dev/null")
		cmd.Env = append(os.Environ(), childEnv+"=1")
		out, err := cmd.CombinedOutput()
		status := 0
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			status = exit.ExitCode()
		} else if err != nil {
			t.Fatal(err)
		}
		if status != want.status || !bytes.Contains(out, []byte(want.holds)) || want.status != 0 && bytes.Contains(out, []byte("PNG\r")) {
			t.Errorf("%s: status %d, %.200q", words, status, out)
		}
	}
}
