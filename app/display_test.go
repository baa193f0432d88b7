package app

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"c5atlas.org/c5atlas/internal/disk"
)

// TestTuneMesa: the renderer is told, other programs are not, and a person's
// own word stands.
func TestTuneMesa(t *testing.T) {
	t.Setenv("LP_PERF", "texmem")
	tuneMesa()()
	if got := os.Getenv("LP_PERF"); got != "texmem" {
		t.Errorf("a person's LP_PERF is now %q", got)
	}
	os.Unsetenv("LP_PERF")
	done := tuneMesa()
	if got := os.Getenv("LP_PERF"); got != "no_depth" {
		t.Errorf("LP_PERF is %q", got)
	}
	done()
	if got, set := os.LookupEnv("LP_PERF"); set {
		t.Errorf("LP_PERF is left as %q", got)
	}
}

// Without room for it there is no cache of shaders.
func TestMesaCache(t *testing.T) {
	const name = "MESA_SHADER_CACHE_DISABLE"
	dir := t.TempDir()
	t.Setenv(name, "")
	os.Unsetenv(name)
	for _, x := range []struct{ at, want string }{{dir, ""}, {"/proc", "true"}} { // no byte can be written to /proc
		free, err := disk.Free(x.at)
		if errors.Is(err, errors.ErrUnsupported) || err != nil && x.at != dir {
			t.Skip(err)
		}
		if x.at == dir && free < leastCache {
			continue // a full disk to test on
		}
		t.Setenv("MESA_SHADER_CACHE_DIR", filepath.Join(x.at, "none", "yet"))
		done := tuneMesa()
		if got := os.Getenv(name); got != x.want {
			t.Errorf("%s: %q, want %q", x.at, got, x.want)
		}
		done()
		if _, set := os.LookupEnv(name); set {
			t.Error("left for other programs")
		}
	}
	env := func(m map[string]string) func(string) string { return func(k string) string { return m[k] } }
	for want, m := range map[string]map[string]string{
		dir:                     {"HOME": dir},
		filepath.Dir(dir):       {"XDG_CACHE_HOME": filepath.Dir(dir), "HOME": dir},
		filepath.Join(dir, "x"): {"MESA_SHADER_CACHE_DIR": filepath.Join(dir, "x"), "HOME": dir},
	} {
		if err := os.MkdirAll(want, 0o700); err != nil {
			t.Fatal(err)
		}
		if got := mesaCache(env(m)); got != want {
			t.Errorf("%v: %s", m, got)
		}
	}
}
