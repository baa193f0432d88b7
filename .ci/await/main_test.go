package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// A program that ends without the file is not waited for, one that lives is, and
// the last deed of one counts.
func TestAwait(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ready")
	for script, there := range map[string]bool{
		"exit 3":                            false,
		"sleep 0.3; exit 0":                 false,
		"sleep 0.3; touch " + file:          true,
		"touch " + file + "; exec sleep 20": true,
	} {
		os.Remove(file)
		c := exec.Command("sh", "-c", script)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		err := await(file, strconv.Itoa(c.Process.Pid), 10*time.Second)
		if took := time.Since(began); (err == nil) != there || took > 5*time.Second {
			t.Errorf("%s: %v after %v", script, err, took)
		}
		c.Process.Kill()
		c.Wait()
	}
	began := time.Now()
	if err := await(file+"2", strconv.Itoa(os.Getpid()), 200*time.Millisecond); err == nil || time.Since(began) < 200*time.Millisecond {
		t.Errorf("a program that lives is not waited for: %v", err)
	}
}
