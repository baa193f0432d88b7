package clipboard

import "testing"

func TestTSVCannotBreakItsRows(t *testing.T) {
	t.Parallel()
	if got := TSV([]string{"a\tb", "c"}, [][]string{{"d\ne", "f"}}); got != "a b\tc\nd e\tf\n" {
		t.Errorf("%q", got)
	}
}
