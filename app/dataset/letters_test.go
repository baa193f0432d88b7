package dataset

import (
	"slices"
	"strings"
	"testing"
)

// What the typeface has not, pictures show as boxes: it is said once a column,
// and not of what only the search reads. Chinese and Georgian are not in Noto
// Sans; the letters of all languages of the region are.
func TestLettersThatTheTypefaceLacks(t *testing.T) {
	t.Parallel()
	base := mini(nil)
	table := func(name, old, with string) map[string]string {
		return map[string]string{name: strings.ReplaceAll(string(base[name].Data), old, with)}
	}
	for name, tt := range map[string]struct {
		more map[string]string
		want []string
	}{
		"none":       {nil, nil},
		"Kazakh":     {table("places.csv", "One", "Қазақстан Ғ Ұ Һ ʻ’ „“ № …"), nil},
		"Georgian":   {table("places.csv", "One", "თბილისი"), []string{`note: places.csv, row 2, column name: has letters that the program’s typeface lacks (“თბილს”); pictures show boxes for them`}},
		"two rows":   {map[string]string{"places.csv": "id,lon,lat,country,name,name@xx\none,10,20,AAA,One,東\ntwo,30,40,BBB,Two,京東"}, []string{`note: places.csv, row 2 and 1 more, column name@xx: has letters that the program’s typeface lacks (“東”); pictures show boxes for them`}},
		"searched":   {map[string]string{"places.csv": "id,lon,lat,country,name,spellings\none,10,20,AAA,One,თბილისი"}, nil},
		"pasted":     {table("places.csv", "One", "O\u200bn\u00ade"), nil},
		"a long one": {table("places.csv", "One", "აბგდევზთიკლმნოპ"), []string{"(“აბგდევზთ”)"}},
	} {
		_, found, err := Open(mini(tt.more))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for _, f := range found {
			if f.Fault.Key == "finding.lettersLacking" {
				got = append(got, f.String())
			}
		}
		if !slices.EqualFunc(got, tt.want, strings.Contains) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
