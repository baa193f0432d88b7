package app

import (
	"os"
	"testing"
)

// TestSpareDepth: the renderer is told, other programs are not, and a person's
// own word stands.
func TestSpareDepth(t *testing.T) {
	t.Setenv("LP_PERF", "texmem")
	spareDepth()()
	if got := os.Getenv("LP_PERF"); got != "texmem" {
		t.Errorf("a person's LP_PERF is now %q", got)
	}
	os.Unsetenv("LP_PERF")
	done := spareDepth()
	if got := os.Getenv("LP_PERF"); got != "no_depth" {
		t.Errorf("LP_PERF is %q", got)
	}
	done()
	if got, set := os.LookupEnv("LP_PERF"); set {
		t.Errorf("LP_PERF is left as %q", got)
	}
}
