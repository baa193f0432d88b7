package assets

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

// The README of a new package names, in each language, what no row of a table may lack,
// as the schemas have it.
func TestTemplateNamesWhatIsRequired(t *testing.T) {
	b, err := fs.ReadFile(Data(), "datapackage.json")
	if err != nil {
		t.Fatal(err)
	}
	var pkg struct {
		Resources []struct {
			Name   string
			Schema json.RawMessage
		}
	}
	if err := json.Unmarshal(b, &pkg); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, r := range pkg.Resources {
		var schema struct {
			Fields []struct {
				Name        string
				Constraints struct{ Required bool }
			}
		}
		if json.Unmarshal(r.Schema, &schema) != nil {
			continue // a schema that stands elsewhere
		}
		var names []string
		for _, f := range schema.Fields {
			if f.Constraints.Required {
				names = append(names, "`"+f.Name+"`")
			}
		}
		want[r.Name] = strings.Join(names, ", ")
	}
	list := regexp.MustCompile("([a-z]+): (`\\w+`(?:, `\\w+`)+)[;.]")
	for _, lang := range []string{"en", "uk", "ru"} {
		b, err := fs.ReadFile(Template(), "README."+lang+".md")
		if err != nil {
			t.Fatal(err)
		}
		found := list.FindAllStringSubmatch(strings.ReplaceAll(string(b), "\n", " "), -1)
		if len(found) != 6 {
			t.Errorf("%s: %d tables have such a list, want 6", lang, len(found))
		}
		for _, m := range found {
			if m[2] != want[m[1]] {
				t.Errorf("%s: %s: the README names %s, the schema %s", lang, m[1], m[2], want[m[1]])
			}
		}
	}
}
