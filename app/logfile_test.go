package app

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sirupsen/logrus"
)

func TestLogTurns(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "c5atlas.log")
	l, err := openLog(path)
	if err != nil {
		t.Fatal(err)
	}
	line := append(bytes.Repeat([]byte("x"), 99_999), '\n')
	for range 60 { // six files' worth
		if n, err := l.Write(line); err != nil || n != len(line) {
			t.Fatal(n, err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(path + "*")
	if err != nil || len(names) != logFiles {
		t.Fatalf("%d files, want %d: %v, %v", len(names), logFiles, names, err)
	}
	for _, n := range names {
		info, err := os.Stat(n)
		if err != nil || info.Size() > logSize || info.Size() == 0 {
			t.Errorf("%s: %v, %v", n, info.Size(), err)
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
		if _, err := l.Write([]byte("late")); err == nil {
			t.Error("a closed log takes lines")
		}
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "run 0\nrun 1\n" {
		t.Errorf("%q, %v", data, err)
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
