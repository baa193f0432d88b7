package export

import (
	"bytes"
	"errors"
	"image"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export/pngfile"
	"c5atlas.org/c5atlas/app/state"
)

const view = `{"status":"","chart":"domains","lang":"en","theme":"light","textSize":1,"splitMap":0.62,"splitCharts":0.6}`

func with(tb testing.TB, bodies ...string) []byte {
	tb.Helper()
	var o pngfile.Options
	for _, body := range bodies {
		o.Texts = append(o.Texts, pngfile.Text{Keyword: viewKeyword, Text: body, Compress: true})
	}
	var b bytes.Buffer
	if err := pngfile.Encode(&b, image.NewRGBA(image.Rect(0, 0, 1, 1)), o); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// Forged, damaged and oversized evidence is refused in a sentence.
func TestReadRefuses(t *testing.T) {
	t.Parallel()
	good := `{"format":1,"view":` + view + `,"tables":[{"name":"a","columns":["x","count"],"rows":[["y","1"]]}]}`
	if in, err := Read(bytes.NewReader(with(t, good))); err != nil || in.Evidence == nil || len(in.Tables) != 1 {
		t.Fatalf("good evidence: %v", err)
	}
	for name, bodies := range map[string][]string{
		"two":        {good, good},
		"not JSON":   {"x"},
		"no format":  {strings.Replace(good, `"format":1`, `"format":0`, 1)},
		"no view":    {`{"format":1}`},
		"wrong view": {strings.Replace(good, `"chart":"domains"`, `"chart":7`, 1)},
		"long view":  {strings.Replace(good, `"lang":"en"`, `"query":"`+strings.Repeat("x", state.MaxEncoded)+`"`, 1)},
		"short row":  {strings.Replace(good, `["y","1"]`, `["y"]`, 1)},
		"trailing":   {good + "{}"},
		"deep":       {strings.Repeat("[", 100000)},
	} {
		if _, err := Read(bytes.NewReader(with(t, bodies...))); !errors.Is(err, ErrEvidence) {
			t.Errorf("%s: Read = %v, want ErrEvidence", name, err)
		}
	}
}

// A picture of a later version opens, and says what it is.
func TestReadALaterVersion(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		old, new string
		later    bool
	}{
		"this one":        {"", "", false},
		"a later format":  {`"format":1`, `"format":2`, true},
		"a field":         {`"format":1`, `"format":1,"run":"rm"`, true},
		"a field of view": {`"lang":"en"`, `"lang":"en","glow":true`, true},
		"a chart":         {`"chart":"domains"`, `"chart":"spiral"`, true},
	} {
		body := strings.Replace(`{"format":1,"view":`+view+`,"tables":[]}`, c.old, c.new, 1)
		in, err := Read(bytes.NewReader(with(t, body)))
		if err != nil || in.Later != c.later {
			t.Errorf("%s: %v, later %t", name, err, in.Evidence != nil && in.Later)
		}
	}
}

func TestGuard(t *testing.T) {
	t.Parallel()
	tab := Table{Columns: []string{"state", "date", "count", "state_label"}, Rows: [][]string{
		{"KAZ", "-0500", "-5", "=cmd|' /C calc'!A0"}, {"+1", "2020", "2", "@x"}, {"\tx", "2020", "3", "－五"}, {"a,\"b\"", "2020", "4", "plain"},
	}}
	var b bytes.Buffer
	if err := tab.write(&b, ','); err != nil {
		t.Fatal(err)
	}
	want := "state,date,count,state_label\r\nKAZ,-0500,-5,'=cmd|' /C calc'!A0\r\n'+1,2020,2,'@x\r\n'\tx,2020,3,'－五\r\n\"a,\"\"b\"\"\",2020,4,plain\r\n"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

func FuzzEvidence(f *testing.F) {
	f.Add([]byte(`{"format":1,"view":` + view + `}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		e, err := decode(body)
		if err != nil {
			return
		}
		if _, err := e.State(); err != nil {
			t.Errorf("decode took a view that State does not: %v", err)
		}
	})
}
