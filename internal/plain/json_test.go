package plain_test

import (
	"testing"

	"c5atlas.org/c5atlas/internal/plain"
)

func TestUnmarshal(t *testing.T) {
	t.Parallel()
	type inner struct {
		Region []string `json:"region"`
	}
	type Outer struct { // a part of the program's own
		Legend string `json:"legend"`
	}
	for in, want := range map[string]string{
		`{"legend":true}`:               "legend cannot be true or false",
		`{"profile":{"region":["KZ"]}}`: "",
		"{\n\n\"profile\": }":           "is not JSON: fault in line 3",
		``:                              "is not JSON: fault in line 1",
		`{"profile"`:                    "is not JSON: fault in line 1",
		`{} {}`:                         "is not JSON: fault in line 1",
		`{"profile":{"region":5}}`:      "profile.region cannot be a number",
		`{"profile":"x"}`:               "profile cannot be a text",
		`[1]`:                           "the whole cannot be a list",
		`true`:                          "the whole cannot be true or false",
	} {
		got := ""
		var v struct {
			Outer

			Profile inner `json:"profile"`
		}
		if err := plain.Unmarshal([]byte(in), &v); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
