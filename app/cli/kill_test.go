package cli_test

import (
	"bytes"
	"context"
	"image/png"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/cli"
)

const childEnv = "C5ATLAS_TEST_CHILD"

// opened is what a child says when its window is open.
const opened = "open\n"

// TestMain lets the test binary be the program itself, so that it can be
// killed.
func TestMain(m *testing.M) {
	os.Setenv("LC_ALL", "C") // its words are English, wherever it is tested
	os.Unsetenv("LANGUAGE")
	if os.Getenv(childEnv) == "" {
		os.Exit(m.Run())
	}
	os.Exit(cli.Main(&cli.Program{
		Name: "C+C5 Atlas", Version: "1.2.3", Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Now: time.Now, Getenv: os.Getenv,
		Window: func(ctx context.Context, _ cli.Asked, _ func(error)) error {
			_, err := os.Stdout.WriteString(opened)
			<-ctx.Done()
			return err
		},
	}, os.Args[1:]))
}

// However an export is killed, the old file or the new one is there, whole,
// and nothing else. With C5ATLAS_KILLS=200 as often ("make kills").
func TestKilledExports(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("kills processes of its own, in which the race detector sees nothing")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "a.png")
	if r := run(small("chart", "--out", file)...); r.status != 0 {
		t.Fatal(r.stderr)
	}
	old, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	start := func() *exec.Cmd {
		cmd := exec.Command(self, small("chart", "--theme", "dark", "--force", "--out", file)...)
		cmd.Env = append(os.Environ(), childEnv+"=1")
		return cmd
	}
	began := time.Now()
	if out, err := start().CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	usual := time.Since(began)
	fresh, err := os.ReadFile(file)
	if err != nil || bytes.Equal(old, fresh) {
		t.Fatalf("the child drew the same picture, %v", err)
	}
	if err := os.WriteFile(file, old, 0o600); err != nil {
		t.Fatal(err)
	}
	kills := 10
	if n, err := strconv.Atoi(os.Getenv("C5ATLAS_KILLS")); err == nil {
		kills = n
	}
	r := rand.New(rand.NewPCG(9, 200))
	kept, replaced := 0, 0
	for i := range kills {
		cmd := start()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		when := 1.1 * r.Float64()
		if i%2 == 1 { // every other one near the end, where the file is written
			when = 0.8 + 0.3*r.Float64()
		}
		time.Sleep(time.Duration(when * float64(usual)))
		_ = cmd.Process.Kill() // it may be done already
		_ = cmd.Wait()
		got, err := os.ReadFile(file)
		switch {
		case err != nil:
			t.Fatal(err)
		case bytes.Equal(got, old):
			kept++
		case bytes.Equal(got, fresh):
			replaced++
			if err := os.WriteFile(file, old, 0o600); err != nil {
				t.Fatal(err)
			}
		default:
			t.Fatalf("%d bytes that are neither the old file nor the new one", len(got))
		}
	}
	if kept == 0 {
		t.Error("no kill came in time to show anything")
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() == "a.png" {
			continue
		}
		// Between its two names a complete file may be left by a kill; never a part.
		f, err := os.Open(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		_, err = png.Decode(f)
		_ = f.Close()
		if runtime.GOOS == "linux" && err != nil {
			t.Errorf("left half-written: %s", e.Name())
		}
	}
	t.Logf("%d kept, %d replaced, %d entries", kept, replaced, len(entries))
}
