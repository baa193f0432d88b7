package pattern_test

import (
	"testing"

	"c5atlas.org/c5atlas/internal/pattern"
)

// A pattern is compiled once, when it is first asked for: a faulty one does no harm
// before.
func TestLate(t *testing.T) {
	t.Parallel()
	digits := pattern.Late(`^\d+$`)
	first, second := digits(), digits()
	if !first.MatchString("2023") || first.MatchString("P23") || first != second {
		t.Errorf("%v, then %v", first, second)
	}
	faulty := pattern.Late(`(`)
	defer func() {
		if recover() == nil {
			t.Error("a faulty pattern is none")
		}
	}()
	faulty()
}
