package dataset

import (
	"bytes"
	"encoding/csv"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// records reads a text to its end.
func records(t testing.TB, text string, d dialect) (all [][]string, last error) {
	t.Helper()
	r := newCSVReader(text, d)
	for {
		rec, more, err := r.next(nil)
		if err != nil {
			last = err
		}
		if !more || errors.Is(err, errQuoteOpen) {
			return all, last
		}
		all = append(all, rec)
	}
}

func TestCSV(t *testing.T) {
	t.Parallel()
	no := false
	for _, tt := range []struct {
		name, text string
		d          dialect
		want       string // cells by |, records by /
		err        error
	}{
		{"plain", "a,b\n1,2\n", dialect{}, "a|b/1|2", nil},
		{"no last line end", "a,b\n1,2", dialect{}, "a|b/1|2", nil},
		{"Windows", "a,b\r\n1,2\r\n", dialect{}, "a|b/1|2", nil},
		{"old Macintosh", "a,b\r1,2\r", dialect{}, "a|b/1|2", nil},
		{"empty lines are counted", "a\n\nb\n", dialect{}, "a//b", nil},
		{"quoted", "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\n", dialect{}, "a,b|say \"x\"|two\nlines", nil},
		{"empty cells", ",,\n\"\",\n", dialect{}, "||/|", nil},
		{"quote inside", "5\" pipe,x\n", dialect{}, "5\" pipe|x", nil},
		{"semicolons", "a;\"b;c\"\n", dialect{Delimiter: ";"}, "a|b;c", nil},
		{"wide delimiter", "a::b::c\n", dialect{Delimiter: "::"}, "a|b|c", nil},
		{"apostrophes", "'a,b','it''s'\n", dialect{QuoteChar: new("'")}, "a,b|it's", nil},
		{"no quotes", "\"a\",b\n", dialect{QuoteChar: new("")}, "\"a\"|b", nil},
		{"escape", `"a\"b",c\,d` + "\n", dialect{EscapeChar: `\`, DoubleQuote: &no}, `a"b|c,d`, nil},
		{"comments", "# x\na\n#y\nb\n# z", dialect{CommentChar: "#"}, "a/b", nil},
		{"initial space", "a, \"b,c\", d\n", dialect{SkipInitialSpace: true}, "a|b,c|d", nil},
		{"never closed", "a,\"b\nc,d\n", dialect{}, "", errQuoteOpen},
		{"text after", "\"a\"b,c\nd,e\n", dialect{}, "|c/d|e", errQuoteAfter},
		{"wide", strings.Repeat(",", 2*maxCols) + "\nx\n", dialect{}, strings.Repeat("|", maxCols-1) + "/x", errWide},
	} {
		got, err := records(t, tt.text, tt.d)
		lines := make([]string, len(got))
		for i := range got {
			lines[i] = strings.Join(got[i], "|")
		}
		if s := strings.Join(lines, "/"); s != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%s: %q, %v; want %q, %v", tt.name, s, err, tt.want, tt.err)
		}
	}
}

// What encoding/csv writes is read back, whatever the cells.
func TestCSVRoundTrip(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	alphabet := []string{"a", "б", ",", ";", "\"", "\n", " ", "\t", "'", "#", ""}
	for range 500 {
		comma := []rune{',', ';', '\t'}[r.IntN(3)]
		want := make([][]string, 1+r.IntN(5))
		for i := range want {
			want[i] = make([]string, 2+r.IntN(4))
			for k := range want[i] {
				for range r.IntN(6) {
					want[i][k] += alphabet[r.IntN(len(alphabet))]
				}
			}
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = comma
		if err := w.WriteAll(want); err != nil {
			t.Fatal(err)
		}
		got, err := records(t, b.String(), dialect{Delimiter: string(comma)})
		if err != nil || !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("%q: %q, %v; want %q", b.String(), got, err, want)
		}
	}
}

func TestSniff(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"id,date\n": ",", "id;date;place\na,b": ";", "id\tdate\n": "\t", "sep=;\nid;date": ";", "id": ",", "SEP=|\na": "|", "a;b,c,d": ",",
	} {
		if _, got := sniff(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Where encoding/csv reads a text, this reader reads the same, but for empty
// lines, which it counts.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\n\"c\",d\n", "\"a\"\"b\",\n\n,", "\"x\ny\",z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, _ := records(t, text, dialect{})
		if strings.ContainsAny(text, "\r") || strings.Count(text, ",") >= maxCols {
			return
		}
		r := csv.NewReader(strings.NewReader(text))
		r.FieldsPerRecord = -1
		want, err := r.ReadAll()
		if err != nil {
			return
		}
		got = slices.DeleteFunc(got, func(rec []string) bool { return len(rec) == 1 && rec[0] == "" })
		want = slices.DeleteFunc(want, func(rec []string) bool { return len(rec) == 1 && rec[0] == "" })
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("%q: %q, want %q", text, got, want)
		}
	})
}
