package names

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDecodeNames(t *testing.T) {
	t.Parallel()
	names, err := Decode([]byte("kind,id,lon,lat,rank,iso,en,uk,ru,from,to,line,note_en,note_uk,note_ru\n" +
		"capital,astana,71.4,51.1,0,KZ,Nur-Sultan,Нур-Султан,,2019-03-23,2022-09-16,,,,\n" +
		"river,ili,75.9,44.9,4,,Ili,,,,,74 45.3; 75.2 45.1,,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	n := names[0]
	if n.Kind != Capital || n.In("uk") != "Нур-Султан" || n.In("ru") != "Nur-Sultan" || n.LonLat[0] != 71.4 {
		t.Errorf("%+v", n)
	}
	if len(names[1].Line) != 2 || names[1].Line[1][1] != 45.1 {
		t.Errorf("line %v", names[1].Line)
	}
}

// TestNamesInAnyLanguage that the table has a column of.
func TestNamesInAnyLanguage(t *testing.T) {
	t.Parallel()
	names, err := Decode([]byte("\ufeffkind,id,lon,lat,rank,en, zh ,note_en,note_kk\ncity,almaty,76.9,43.2,1,Almaty,阿拉木图,a note,ескерту\n"))
	if err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[string][2]string{"zh": {"阿拉木图", "a note"}, "kk": {"Almaty", "ескерту"}, "uk": {"Almaty", "a note"}} {
		if got := [2]string{names[0].In(lang), names[0].NoteIn(lang)}; got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	if _, ok := names[0].Text["iso"]; ok || len(names[0].Text) != 2 {
		t.Errorf("texts are %q", names[0].Text)
	}
}

func TestNamesByDate(t *testing.T) {
	t.Parallel()
	labels := func(date string) string {
		for _, l := range Labels(shipped(t), "en", date) {
			if l.ID == "astana" {
				return l.Text
			}
		}
		return ""
	}
	for date, want := range map[string]string{"2018": "Astana", "2020-07-16": "Nur-Sultan", "2023": "Astana", "": "Astana"} {
		if got := labels(date); got != want {
			t.Errorf("%q: %q, want %q", date, got, want)
		}
	}
}

func TestDecodeNamesRefuses(t *testing.T) {
	t.Parallel()
	const head = "kind,id,lon,lat,rank,en\n"
	for name, table := range map[string]string{
		"no head": "", "missing column": "kind,id\n", "unknown kind": head + "planet,x,1,1,1,X\n",
		"no number": head + "city,x,east,1,1,X\n", "off the earth": head + "city,x,1,91,1,X\n", "NaN": head + "city,x,NaN,1,1,X\n",
		"rank": head + "city,x,1,1,first,X\n", "ragged": head + "city,x\n",
		"bad line": "kind,id,lon,lat,rank,en,line\nriver,x,1,1,1,X,1 2;3\n",
	} {
		if _, err := Decode([]byte(table)); !errors.Is(err, ErrTable) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	_, err := Decode([]byte(head + "city,x,1,1,1,X\ncity,y,1,99,1,Y\n"))
	if err == nil || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("error %v does not name the line", err)
	}
}

func FuzzDecodeNames(f *testing.F) {
	f.Add([]byte("kind,id,lon,lat,rank,en,line\nriver,x,1,1,1,X,1 2;3 4\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		names, err := Decode(data)
		if err != nil && !errors.Is(err, ErrTable) {
			t.Fatalf("foreign error %v", err)
		}
		for _, n := range names {
			if !(n.LonLat[0] >= -180 && n.LonLat[0] <= 180 && n.LonLat[1] >= -90 && n.LonLat[1] <= 90) {
				t.Fatalf("%v is no place", n.LonLat)
			}
		}
	})
}

// shipped is the names that the atlas embeds.
func shipped(tb testing.TB) []Name {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", "basemap", "names.csv"))
	if err != nil {
		tb.Fatal(err)
	}
	names, err := Decode(data)
	if err != nil {
		tb.Fatal(err)
	}
	return names
}
