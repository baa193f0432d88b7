package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"c5atlas.org/c5atlas/assets"
)

// fresh is a statement with every sign that a table could trip over.
var fresh = Cells{
	"id": "s3", "document": "d1", "meeting": "m1", "paragraph": "P3", "states": "AAA CCC", "status": "intended", "basis": "R", "domain": "TRD",
	"amount": "", "speaker": "Mr. O’Neill, “the” minister; \"he\"", "text": "Вони; мають, намір\tщось \"зробити\" #1",
}

func saved(t *testing.T, fsys fs.FS, rows map[string][]Cells) (fs.FS, map[string]string) {
	t.Helper()
	changed, err := Append(fsys, rows)
	if err != nil {
		t.Fatal(err)
	}
	with, err := With(fsys, changed)
	if err != nil {
		t.Fatal(err)
	}
	return with, changed
}

// However a table is written, a row at its end is read as it was meant, and what
// stood there is read as before.
func TestAppendToTablesAsPeopleHaveThem(t *testing.T) {
	t.Parallel()
	plain := string(mini(nil)["statements.csv"].Data)
	plain = strings.Replace(plain, "They agree.", "\"They,\nagree.\"", 1)
	semicolons := strings.NewReplacer("\"They,\nagree.\"", "\"They;\nagree.\"", ",", ";").Replace(plain)
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	old, err := charmap.Windows1251.NewEncoder().String(strings.Replace(plain, "They say.", "Вони кажуть.", 1))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"commas": plain, "no end of line": strings.TrimSuffix(plain, "\n"), "CRLF": strings.ReplaceAll(plain, "\n", "\r\n"), "BOM": "\ufeff" + plain,
		"semicolons": semicolons, "sep": "sep=;\n" + semicolons, "a title": "My statements\n\n" + plain, "blank rows": plain + "\n,,,,,,,,,,\n",
		"UTF-16": utf16, "Windows-1251": old, "capitals": strings.Replace(plain, "id,document", "ID,Document", 1), "empty columns": strings.Replace(strings.ReplaceAll(plain, ".\n", ".,,\n"), "text\n", "text,,\n", 1),
	} {
		fsys := mini(map[string]string{"statements.csv": text})
		before, faults := faultsOf(t, fsys)
		with, changed := saved(t, fsys, map[string][]Cells{"statements": {fresh}})
		after, more := faultsOf(t, with)
		if len(before.Statements) != 2 || len(after.Statements) != 3 || len(more) != len(faults) {
			t.Errorf("%s: %d statements, then %d; faults %q, then %q\n%q", name, len(before.Statements), len(after.Statements), faults, more, changed["statements.csv"])
			continue
		}
		if !reflect.DeepEqual(after.Statements[:2], before.Statements) {
			t.Errorf("%s: what stood there is %+v now", name, after.Statements[:2])
		}
		got := after.Statement("s3")
		if got.Text[""] != fresh["text"] || got.Speaker[""] != fresh["speaker"] || got.Paragraph != "P3" || strings.Join(got.States, " ") != "AAA CCC" {
			t.Errorf("%s: it is read as %+v", name, got)
		}
		if len(changed) != 1 {
			t.Errorf("%s: it changes %d files", name, len(changed))
		}
	}
}

// A table in a declared encoding is read after a row in other letters came.
func TestAppendToDeclaredEncoding(t *testing.T) {
	t.Parallel()
	fsys := mini(map[string]string{"datapackage.json": `{"name":"mini","title":"Mini","version":"1","resources":[{"name":"statements","path":"statements.csv","encoding":"windows-1251"}]}`})
	with, _ := saved(t, fsys, map[string][]Cells{"statements": {fresh}})
	d, _ := faultsOf(t, with)
	if s := d.Statement("s3"); s == nil || s.Text[""] != fresh["text"] {
		t.Errorf("it is read as %+v", s)
	}
}

// What stands in a table already stays byte for byte, and the descriptor's hash
// is that of the new file.
func TestAppendKeepsAndHashes(t *testing.T) {
	t.Parallel()
	table := mini(nil)["statements.csv"].Data
	sum := sha256.Sum256(table)
	descriptor := fmt.Sprintf(`{"name":"mini", "title":"Mini",  "version":"1",
 "resources":[{"name":"states","path":"states.csv","hash":"sha256:00"}, {"name" : "statements","path":"statements.csv", "hash": "sha256:%x", "bytes" : %d}]}`, sum, len(table))
	row := Cells{}
	for k, v := range fresh {
		if k != "speaker" && k != "paragraph" {
			row[k] = v
		}
	}
	with, changed := saved(t, mini(map[string]string{"datapackage.json": descriptor}), map[string][]Cells{"statements": {row}})
	if !strings.HasPrefix(changed["statements.csv"], string(table)) {
		t.Error("what stood there has changed")
	}
	now := sha256.Sum256([]byte(changed["statements.csv"]))
	want := strings.Replace(strings.Replace(descriptor, hex.EncodeToString(sum[:]), hex.EncodeToString(now[:]), 1), strconv.Itoa(len(table)), strconv.Itoa(len(changed["statements.csv"])), 1)
	if changed[descriptorFile] != want {
		t.Errorf("the descriptor is %s, want %s", changed[descriptorFile], want)
	}
	_, found, err := Open(with)
	for _, f := range found {
		if f.Fault.Key == "finding.changed" && f.File != "states.csv" {
			t.Errorf("%v, %v", f, err)
		}
	}
}

// A dialect that is only read is refused, and nothing is guessed.
func TestAppendRefusesOddDialects(t *testing.T) {
	t.Parallel()
	for _, dialect := range []string{`{"quoteChar":"'"}`, `{"escapeChar":"\\"}`, `{"doubleQuote":false}`, `{"headerRows":[1]}`} {
		fsys := mini(map[string]string{"datapackage.json": `{"name":"mini","title":"Mini","version":"1","resources":[{"name":"statements","path":"statements.csv","dialect":` + dialect + `}]}`})
		var as Phrase
		if _, err := Append(fsys, map[string][]Cells{"statements": {fresh}}); !errors.As(err, &as) || as.Key != "finding.dialectOnlyRead" {
			t.Errorf("%s: %v", dialect, err)
		}
	}
}

// Random cells come back as they went, into the shipped tables and new ones.
func TestAppendedCellsComeBack(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	letters := []rune("aбв,;\"'\t#=|0 –\u00a0")
	for range 20 {
		text := make([]rune, 1+random.IntN(12))
		for i := range text {
			text[i] = letters[random.IntN(len(letters))]
		}
		want := "x" + string(text) + "x"
		row := Cells{"id": "001-90", "document": "001", "meeting": "2020-07-16-fm1", "paragraph": "P3", "states": "KAZ", "scope": "B", "status": "intended", "basis": "R", "domain": "TRD", "text": want}
		with, _ := saved(t, assets.Data(), map[string][]Cells{"statements": {row}})
		d, faults := faultsOf(t, with)
		if s := d.Statement("001-90"); s == nil || s.Text[""] != want || len(faults) > 0 || len(d.Statements) != 88 {
			t.Fatalf("%q is read as %+v, with %q", want, s, faults)
		}
	}
	with, _ := saved(t, mini(nil), map[string][]Cells{"paragraphs": {{"document": "d1", "paragraph": "P3", "number": "2", "fingerprint": "sha256:9ac0a89c80b1ac1e", "letters": "7"}}})
	d, faults := faultsOf(t, with)
	if p, ok := d.Document("d1").TextParagraph("P3"); !ok || p.Number != 2 || p.Letters != 7 || len(faults) > 0 {
		t.Errorf("a new table is read as %+v, with %q", p, faults)
	}
}
