//go:build unix

package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The sentence is shown by the first box that takes it, and nobody waits for it
// to be read.
func TestTell(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir+":/usr/bin:/bin")
	t.Setenv("LC_ALL", "xx_YY.UTF-8")
	shown := filepath.Join(dir, "shown")
	for name, does := range map[string]string{
		"zenity":   "exit 255", // takes no such letters
		"kdialog":  `[ "$LC_ALL" = C.UTF-8 ] || exit 1; printf '%s\n' "$@" >` + shown + `; exec sleep 5`,
		"xmessage": "exit 1",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+does+"\n"), 0o700); err != nil { //nolint:gosec // it is run
			t.Fatal(err)
		}
	}
	began := time.Now()
	tell("Слово; $(touch no) --flag")
	if took := time.Since(began); took > 4*time.Second {
		t.Errorf("it waits %v", took)
	}
	said, err := os.ReadFile(shown)
	if err != nil || !strings.HasSuffix(string(said), "--error\nСлово; $(touch no) --flag\n") {
		t.Errorf("%q, %v", said, err)
	}
}
