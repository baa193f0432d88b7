package dataset

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
)

const filled = `document,paragraph,states,status,basis,domain,scope,note
001,P27,KAZ CHN,agreed,T,TRD,M,both
001,P27,,intended,T,SEC,,
004,p3,CHN,position,Q,SOV,B,
`

// The same work comes out however the coder's spreadsheet saved it.
func TestReadSheetAsPeopleSaveIt(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	want := []Unit{
		{"001", "P27", 1, "CHN KAZ", "agreed", "T", "TRD", "M", "both"},
		{"001", "P27", 2, "", "intended", "T", "SEC", "", ""},
		{"004", "P3", 1, "CHN", "position", "Q", "SOV", "B", ""},
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.ReplaceAll(filled, ",", "\t"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"as it is":           filled,
		"semicolons":         strings.ReplaceAll(filled, ",", ";"),
		"tabs":               strings.ReplaceAll(filled, ",", "\t"),
		"Unicode of Windows": utf16,
		"a byte order mark":  "\ufeff" + filled,
		"ends of Windows":    strings.ReplaceAll(filled, "\n", "\r\n"),
		"blank lines":        "\n\n" + strings.ReplaceAll(filled, "\n", "\n,,,,,,,\n"),
		"heads in capitals":  strings.Replace(filled, "document,paragraph", "Document, PARAGRAPH ", 1),
		"dropped zeros":      strings.NewReplacer("001,", "1,", "004,", "4,").Replace(filled),
		"names for codes":    strings.NewReplacer("agreed", "Agreed", "intended", "Intended", ",TRD", ",Trade & investment").Replace(filled),
		"in Ukrainian":       strings.NewReplacer("position", "позиція", ",TRD", ",Торгівля та інвестиції").Replace(filled),
		"states with commas": strings.Replace(filled, "KAZ CHN", `"kaz, chn"`, 1),
		"states twice":       strings.Replace(filled, "KAZ CHN", "CHN KAZ CHN", 1),
		"P27 also in P3":     strings.Replace(filled, "P27,KAZ", "P27 (P3),KAZ", 1),
		"columns turned":     "note,status,paragraph,document,domain,basis,scope,states\nboth,agreed,P27,001,TRD,T,M,KAZ CHN\n,intended,P27,001,SEC,T,,\n,position,p3,004,SOV,Q,B,CHN\n",
		"columns of others":  strings.ReplaceAll(strings.ReplaceAll(filled, "\n", ",x\n"), "note,x", "note,when"),
	} {
		got, err := d.ReadSheet(strings.NewReader(text))
		if err != nil || fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
			t.Errorf("%s: %v\n got %+v\nwant %+v", name, err, got, want)
		}
	}
}

// What is no code stays as the coder wrote it, so that two who disagree are seen to.
func TestReadSheetKeepsWhatIsNoCode(t *testing.T) {
	t.Parallel()
	got, err := shipped(t).ReadSheet(strings.NewReader("document,paragraph,status,domain,states\n001,P1,perhaps,Weather,XXX UZB CHN\n999,P1,,,\nnone,,agreed,TRD,CHN\n"))
	if err != nil || len(got) != 2 {
		t.Fatalf("%+v, %v", got, err)
	}
	if got[0].Status != "perhaps" || got[0].Domain != "Weather" || got[0].States != "CHN UZB XXX" || got[0].Blank() {
		t.Errorf("%+v", got[0])
	}
	if got[1].Document != "999" || !got[1].Blank() || got[1].Number != 1 {
		t.Errorf("a row that was left empty: %+v", got[1])
	}
}

// What is no code sheet is refused with the reason, whatever its size.
func TestReadSheetRefuses(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	head := "document,paragraph,status,domain\n"
	for name, c := range map[string]struct{ text, says string }{
		"nothing":                {"", "it is empty"},
		"blank":                  {"\n \n,,\n", "it is empty"},
		"a letter":               {"Dear colleague,\nhere it is.\n", `no column "document"`},
		"a column lost":          {"document,paragraph,status\n001,P1,agreed\n", `no column "domain"`},
		"a picture":              {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe", ""},
		"too long":               {head + strings.Repeat(strings.Repeat("x", 1023)+"\n", 4100), "longer than 4 MiB"},
		"too many rows":          {head + strings.Repeat("001,P1,agreed,TRD\n", 20_001), "more than 20000 rows"},
		"an open quotation mark": {head + "001,\"P1,agreed,TRD\n" + strings.Repeat("x", 300) + "\n", ""},
	} {
		got, err := d.ReadSheet(strings.NewReader(c.text))
		if !errors.Is(err, ErrSheet) || !strings.Contains(err.Error(), c.says) || got != nil {
			t.Errorf("%s: %d units, %v", name, len(got), err)
		}
	}
	if got, err := d.ReadSheet(strings.NewReader(head)); err != nil || len(got) != 0 {
		t.Errorf("a sheet that nobody has begun: %+v, %v", got, err)
	}
}
