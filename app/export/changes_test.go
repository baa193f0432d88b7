package export

import (
	"os"
	"slices"
	"strconv"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
)

// A picture of 0.1.0 says what it said, and beside it what a plain count of the
// data at hand gives.
func TestComparePictureOf010(t *testing.T) {
	t.Parallel()
	room := shippedRoom(t)
	f, err := os.Open("../testdata/0.1.0/chart.png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in, err := Read(f)
	if err != nil {
		t.Fatal(err)
	}
	all, err := Compare(room, in.Evidence, "en")
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || !slices.Equal(all[0].Dims, []string{"domain", "state"}) {
		t.Fatalf("%d tables, %q", len(all), all[0].Dims)
	}
	want := map[[2]string]int{}
	for _, s := range room.Data.Statements { // its view: statements that name one of two states, by domain and these states
		for _, c := range s.States {
			if c == "KAZ" || c == "UZB" {
				want[[2]string{s.Domain, c}]++
			}
		}
	}
	rows := map[[2]string]bool{}
	for _, c := range all[0].Cells {
		k := [2]string{c.Codes[0], c.Codes[1]}
		rows[k] = true
		if c.Now != strconv.Itoa(want[k]) {
			t.Errorf("%v is %s now, want %d", k, c.Now, want[k])
		}
	}
	for k := range want {
		if !rows[k] {
			t.Errorf("%v has no row", k)
		}
	}
	// Its own version of the data, coded as then, gives the picture's numbers.
	was, then := map[[2]string]int{}, room.Data.At(in.Data.Version)
	for _, s := range then.Statements {
		for _, c := range s.States {
			was[[2]string{s.Domain, c}]++
		}
	}
	for _, c := range all[0].Cells {
		if k := [2]string{c.Codes[0], c.Codes[1]}; c.Was != strconv.Itoa(was[k]) {
			t.Errorf("%v was %s in the picture, counted %d", k, c.Was, was[k])
		}
	}
	s, err := in.State()
	if err != nil {
		t.Fatal(err)
	}
	var revised []string
	for _, b := range scene.Revised(room, in.Data.Version, s, i18n.For("en")) {
		revised = append(revised, b.Lead)
	}
	if want := []string{ // 000-12 and 000-13 name neither state
		"000-16 → 000-08.", "001-19 → 001-18.", "001-48 → 001-34.", "000-08, 000-09, 000-10, 000-11, 000-14, 000-15.", "001-25.",
	}; !slices.Equal(revised, want) {
		t.Errorf("revised: %q, want %q", revised, want)
	}
	if got := scene.Revised(room, room.Data.Version, s, i18n.For("en")); len(got) > 0 {
		t.Errorf("revised since now: %d", len(got))
	}
	// Read off the picture itself, and off the edition: 001-19, of trade, was
	// taken in by 001-18; the joint statement then had 48 statements, now 46.
	cell := func(c Changes, codes ...string) Change {
		for _, x := range c.Cells {
			if slices.Equal(x.Codes, codes) {
				return x
			}
		}
		return Change{}
	}
	if x := cell(all[0], "TRD", "KAZ"); x.Was != "10" || x.Now != "9" || !x.Changed() || x.Labels[1] != "Kazakhstan" {
		t.Errorf("trade and Kazakhstan: %+v", x)
	}
	if x := cell(all[0], "AGR", "KAZ"); x.Was != "2" || x.Changed() {
		t.Errorf("agriculture and Kazakhstan: %+v", x)
	}
	if x := cell(all[1], "001"); x.Was != "48" || x.Now != "46" {
		t.Errorf("document 001: %+v", x)
	}
	in.Data.Name = "others"
	if _, err := Compare(room, in.Evidence, "en"); err == nil {
		t.Error("a picture of other data is compared")
	}
}
