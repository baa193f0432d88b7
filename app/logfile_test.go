package app

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/sirupsen/logrus"
)

func TestLogTurns(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	l, err := openLog(filepath.Join(dir, "c5atlas.log"))
	if err != nil {
		t.Fatal(err)
	}
	line := append(bytes.Repeat([]byte("x"), 99_999), '\n')
	for range 60 { // six files' worth
		if n, err := l.Write(line); err != nil || n != len(line) {
			t.Fatal(n, err)
		}
		time.Sleep(2 * time.Millisecond) // the names of full files have milliseconds
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	const kept = logBackups + 1
	var names []string
	for range 100 { // old files go in the background
		if names, err = filepath.Glob(filepath.Join(dir, "c5atlas*")); err != nil || len(names) == kept {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if err != nil || len(names) != kept {
		t.Fatalf("%d files, want %d: %v, %v", len(names), kept, names, err)
	}
	for _, n := range names {
		info, err := os.Stat(n)
		if err != nil || info.Size() > logMegabytes<<20 || info.Size() == 0 || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v, %v", n, info.Size(), info.Mode(), err)
		}
	}
}

func TestLogGoesOnAfterARestart(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "c5atlas.log")
	for i := range 2 {
		l, err := openLog(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := fmt.Fprintln(l, "run", i); err != nil {
			t.Fatal(err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "run 0\nrun 1\n" {
		t.Errorf("%q, %v", data, err)
	}
}

// What a file says is quoted in the log: it starts no line and steers nothing.
func TestLogQuotes(t *testing.T) {
	t.Parallel()
	var file bytes.Buffer
	log := logrus.New()
	log.SetOutput(io.Discard)
	log.AddHook(&fileHook{to: &file, format: logrus.TextFormatter{DisableColors: true}})
	log.WithField("file", "a\x1b[2J\u202eb").Warn("x\nlevel=info msg=clean\u009b")
	if got := file.String(); strings.Count(got, "\n") != 1 || strings.ContainsAny(got, "\x1b\u202e\u009b") {
		t.Errorf("%q", got)
	}
}

func TestHookWritesWhatTheTerminalDoesNot(t *testing.T) {
	t.Parallel()
	var file bytes.Buffer
	log := logrus.New()
	log.SetOutput(io.Discard)
	log.SetLevel(logrus.DebugLevel)
	log.AddHook(&fileHook{to: &file, format: logrus.TextFormatter{DisableColors: true}})
	log.Debug("small")
	log.Warn("large")
	if got := file.String(); strings.Contains(got, "small") || !strings.Contains(got, "large") {
		t.Errorf("%q", got)
	}
}

func TestCrashFileOfTheLastRunIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "crash.txt")
	if crashed, err := catchCrash(path); crashed || err != nil {
		t.Fatal(crashed, err)
	}
	if err := os.WriteFile(path, []byte("panic: no"), 0o600); err != nil {
		t.Fatal(err)
	}
	if crashed, err := catchCrash(path); !crashed || err != nil {
		t.Fatal(crashed, err)
	}
	if data, err := os.ReadFile(path + ".last"); err != nil || string(data) != "panic: no" {
		t.Errorf("%q, %v", data, err)
	}
}
