package pairs

import "testing"

// Every two of three are met, in a third of the combinations; all of them when asked.
func TestTurn(t *testing.T) {
	for _, all := range []string{"", "1"} {
		t.Setenv("C5ATLAS_ALL", all)
		type pair struct{ which, a, b int }
		met, taken := map[pair]bool{}, 0
		for i := range 4 {
			for j := range 5 {
				for k := range 3 {
					if Turn(k, 3, i, j) {
						met[pair{0, i, j}], met[pair{1, i, k}], met[pair{2, j, k}] = true, true, true
						taken++
					}
				}
			}
		}
		if want := map[string]int{"": 20, "1": 60}[all]; len(met) != 20+12+15 || taken != want {
			t.Errorf("%q: %d pairs in %d combinations", all, len(met), taken)
		}
	}
}
