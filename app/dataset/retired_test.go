package dataset

import (
	"strings"
	"testing"
	"testing/fstest"
)

// The three ids are those that the third edition of the coding retired
// (research/facts.md, last section).
func TestRetiredStatements(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	want := map[string]string{"000-16": "000-08", "001-19": "001-18", "001-48": "001-34"}
	if len(d.Retired) != len(want) {
		t.Errorf("%d retired ids, want %d", len(d.Retired), len(want))
	}
	for id, into := range want {
		if s := d.Statement(id); s == nil || s.ID != into {
			t.Errorf("%s opens %v, want %s", id, s, into)
		}
	}
	for _, r := range d.Retired {
		for _, lang := range []string{"", "uk", "ru"} {
			if r.Why[lang] == "" {
				t.Errorf("%s does not say why in %q", r.ID, lang)
			}
		}
	}
}

func TestRetiredFaults(t *testing.T) {
	t.Parallel()
	m := copyOf(t)
	const head = "id,into,version,why,why@uk,why@ru,document,meeting,paragraph,stated_by,states,scope,status,basis,domain,text,text@uk,text@ru\n"
	rest := strings.Repeat(",", 16) + "\n"
	m["retired.csv"] = &fstest.MapFile{Data: []byte(head + "000-01,000-02" + rest + "000-77,000-99" + rest + "000-78,000-01" + rest)}
	d, found, err := Open(m)
	if err != nil {
		t.Fatal(err)
	}
	if n := Faults(found); n != 2 {
		t.Errorf("%d faults, want 2: %v", n, found)
	}
	if d.Statement("000-01").ID != "000-01" || d.Statement("000-77") != nil || d.Statement("000-78").ID != "000-01" {
		t.Error("a bad row of retired.csv changed what an id opens")
	}
	delete(m, "retired.csv")
	if d, _, err = Open(m); err != nil || len(d.Retired) > 0 {
		t.Errorf("without retired.csv: %v, %v", err, d.Retired)
	}
}
