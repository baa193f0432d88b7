package export

import (
	"context"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
)

// A dashboard of a named size in pixels, or of a high and narrow one, has all rows of
// both charts, each with its whole name, in each language.
func TestDashboardsHaveAllRows(t *testing.T) {
	t.Parallel()
	r := shippedRoom(t)
	divided := 0
	for _, name := range []string{"slide", "slide43", "4k", "square", "300x1200", "2000x500"} {
		for _, lang := range i18n.Languages() {
			size, err := ParseSize(name, 1, 0)
			if err != nil {
				t.Fatal(err)
			}
			s := r.Opening()
			s.Lang = lang
			j, err := open(context.Background(), r, s, Options{Kind: Dashboard, Size: size})
			if err != nil {
				t.Fatal(err)
			}
			on := &proof{density: j.options.Size.Density, texts: map[string]bool{}}
			if err := j.compose(context.Background(), on); err != nil {
				t.Fatal(err)
			}
			if on.lacksRows(j.tally.Chart(j.pal)) || on.lacksRows(j.second.Chart(j.pal)) {
				t.Errorf("%s in %s: a row is left out, or its name cut", name, lang)
			}
			if j.options.division > 0 {
				divided++
			}
		}
	}
	if divided == 0 {
		t.Error("every page is divided as usual")
	}
}
