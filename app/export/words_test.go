package export_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/elements"
	"c5atlas.org/c5atlas/internal/pairs"
)

// written is a file of every format with the words of an author.
func written(t *testing.T, kind export.Kind, own export.Own, format, large string) []byte {
	t.Helper()
	var b bytes.Buffer
	o := export.Options{Kind: kind, Format: format, Size: size(t, large, 1), Software: "C+C5 Atlas 1.2.3", Extras: export.Extras{Own: own}}
	if err := export.Write(t.Context(), &b, room(), inUkrainian(), o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var own = export.Own{Title: "Як відповіли п’ятеро", Subtitle: "За п’ятьма текстами", Credit: "Графік: І. Автор"}

// The author's words stand on the page of every kind, and beside them what the
// program says of what is counted.
func TestOwnWordsOnThePage(t *testing.T) {
	t.Parallel()
	pdftotext := tool(t, "pdftotext")
	p := i18n.For("uk")
	for kind, title := range map[export.Kind]string{
		export.Chart: scene.Title(room(), inUkrainian(), p), export.Map: scene.MapTitle(room(), inUkrainian(), p), export.Dashboard: room().Data.Profile.Title.In("uk"),
	} {
		text := strings.Join(strings.Fields(string(pdftotext(written(t, kind, own, "pdf", "1280x720"), "-raw", "-", "-"))), " ")
		for _, want := range []string{own.Title, own.Subtitle + " · " + title, own.Credit + ". Джерела", "87 з 87"} {
			if !strings.Contains(text, strings.Join(strings.Fields(want), " ")) {
				t.Errorf("%s: %q is not on the page: %.600s", kind, want, text)
			}
		}
	}
}

// Other programs find the author's title as the title, and learn whose it is.
func TestOwnWordsInTheMetadata(t *testing.T) {
	t.Parallel()
	exiftool := tool(t, "exiftool")
	formats := []string{"png", "pdf", "svg"}
	var files []string
	dir := t.TempDir()
	for _, kind := range export.Kinds() {
		for _, format := range formats {
			files = append(files, filepath.Join(dir, string(kind)+"."+format))
			if err := os.WriteFile(files[len(files)-1], written(t, kind, own, format, "640x480"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	var all []map[string]any
	if err := json.Unmarshal(exiftool(nil, append([]string{"-j", "-G1", "-charset", "UTF8"}, files...)...), &all); err != nil || len(all) != len(files) {
		t.Fatal(err, len(all))
	}
	for i, kind := range export.Kinds() {
		for j, format := range formats {
			got := all[i*len(formats)+j:][:1]
			group, dc, alt := "PNG", "XMP-dc", "XMP-iptcCore:AltTextAccessibility"
			want := map[string]string{
				"PNG:Title": own.Title, "PNG:Title-uk": own.Title, "PNG:Author-uk": own.Credit,
				dc + ":Title": own.Title, dc + ":Title-uk": own.Title, dc + ":Creator": own.Credit, "XMP-c5atlas:TitleSource": "author", dc + ":Language": "uk",
				dc + ":Rights": room().Data.Profile.Rights.In("uk"), "XMP-xmp:CreatorTool": "C+C5 Atlas 1.2.3",
			}
			switch format {
			case "pdf":
				group = "PDF"
				want["PDF:Title"], want["PDF:Author"], want["PDF:Language"] = own.Title, own.Credit, "uk"
				delete(want, "PNG:Title")
				delete(want, "PNG:Title-uk")
				delete(want, "PNG:Author-uk")
			case "svg":
				group = "SVG"
				want["SVG:Title"] = own.Title
				for k := range want {
					if strings.HasPrefix(k, "PNG") {
						delete(want, k)
					}
				}
				if _, ok := got[0][dc+":Title"]; !ok { // this version of the tool does not look into the metadata of SVG
					for k := range want {
						if strings.HasPrefix(k, "XMP") {
							delete(want, k)
						}
					}
					alt = ""
				}
			}
			for tag, value := range want {
				if got[0][tag] != value {
					t.Errorf("%s %s: exiftool reads %s as %v, want %q", kind, format, tag, got[0][tag], value)
				}
			}
			if w, ok := got[0]["ExifTool:Warning"]; ok {
				t.Errorf("%s %s (%s): exiftool warns: %v", kind, format, group, w)
			}
			if short, _ := got[0][alt].(string); alt != "" && (len([]rune(short)) > 250 || !strings.HasPrefix(short, "Заголовок автора: «"+own.Title+"».")) {
				t.Errorf("%s %s: alternative text %q", kind, format, short)
			}
		}
	}
}

// A picture without words of an author is the program's.
func TestProgramWordsInTheMetadata(t *testing.T) {
	t.Parallel()
	exiftool := tool(t, "exiftool")
	pic, file := draw(t, inUkrainian(), export.Options{Kind: export.Chart, Size: size(t, "640x480", 1)})
	var got []map[string]any
	if err := json.Unmarshal(exiftool(file, "-j", "-G1", "-charset", "UTF8", "-"), &got); err != nil {
		t.Fatal(err)
	}
	for tag, want := range map[string]string{
		"PNG:Title": pic.Title, "PNG:Description": pic.Description, "XMP-dc:Title": pic.Title, "XMP-dc:Description-uk": pic.Description,
		"XMP-iptcCore:ExtDescrAccessibility": pic.Description, "XMP-c5atlas:TitleSource": "program", "XMP-dc:Creator": room().Data.Profile.Credit.In("uk"),
	} {
		if got[0][tag] != want {
			t.Errorf("exiftool reads %s as %v, want %q", tag, got[0][tag], want)
		}
	}
}

// What a map does not show is known only when it is drawn, and every format's
// description says it.
func TestOutsideIsDescribed(t *testing.T) {
	t.Parallel()
	s := inUkrainian()
	s.Camera = state.Camera{Lon: 71, Lat: 42, Span: 800}
	for _, sized := range []string{"1280x720", "174mm"} {
		o := export.Options{Kind: export.Map, Size: size(t, sized, 1)}
		pic, _ := draw(t, s, o)
		_, note, ok := strings.Cut(pic.Description, scene.BoundaryNote(room(), i18n.For("uk"))+" ")
		if !ok || strings.Contains(pic.Description, note+" "+note) {
			t.Fatalf("%s: the map lacks nothing, or lacks it twice: %q", sized, pic.Description)
		}
		for _, format := range []string{"svg", "pdf"} {
			var b bytes.Buffer
			o.Format = format
			if err := export.Write(t.Context(), &b, room(), s, o); err != nil {
				t.Fatal(err)
			}
			var said string
			if format == "svg" {
				var doc struct {
					Desc string `xml:"desc"`
				}
				if err := xml.Unmarshal(b.Bytes(), &doc); err != nil {
					t.Fatal(err)
				}
				said = doc.Desc
			} else {
				said = string(tool(t, "pdfinfo")(b.Bytes(), "-"))
			}
			if !strings.Contains(said, pic.Description) {
				t.Errorf("%s %s: %q\nwant %q", sized, format, said, pic.Description)
			}
		}
	}
}

// The words come back from the picture, and whatever they are they steer nothing,
// spoil no file and bring down no layout.
func TestOwnWordsAreSafe(t *testing.T) {
	t.Parallel()
	texts := map[string]string{
		"plain":    "Five answers",
		"controls": "a\x00b\x1b[2J\nc\u202ed\u2066e\x7f\u0085f",
		"markup":   `</title><script>alert(1)</script>&amp; ]]> <?xpacket end="w"?> \) endobj /CreationDate (D:20000101000000)`,
		"long":     strings.Repeat("W", 5000),
		"words":    strings.Repeat("слово ", 900),
		"broken":   "a\xff\xfeb",
		"spaces":   " \t\n ",
		"chinese":  strings.Repeat("经济合作", 60),
		"marks":    "e" + strings.Repeat("\u0301", 250),
	}
	for i, name := range slices.Sorted(maps.Keys(texts)) {
		text := texts[name]
		own := export.Own{Title: text, Subtitle: text, Credit: text}
		clean := own.Clean()
		if clean != clean.Clean() || strings.ContainsFunc(clean.Title, func(r rune) bool {
			return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
		}) || len([]rune(clean.Title)) > export.MaxOwn {
			t.Errorf("%s: cleaned to %q", name, clean.Title)
		}
		for k, kind := range export.Kinds() {
			if !pairs.Turn(k, len(export.Kinds()), i) && kind != export.Chart {
				continue
			}
			in, err := export.Read(bytes.NewReader(written(t, kind, own, "png", "640x480")))
			if err != nil {
				t.Fatalf("%s %s: %v", name, kind, err)
			}
			if in.Extras().Own != clean || in.Later {
				t.Errorf("%s %s: came back as %+v, later %t", name, kind, in.Extras().Own, in.Later)
			}
		}
		for _, e := range elements.Of(t, bytes.NewReader(written(t, export.Chart, own, "svg", "640x480"))) {
			if e.Name.Local == "script" {
				t.Errorf("%s: the SVG has a script", name)
			}
		}
		if pdf := written(t, export.Chart, own, "pdf", "640x480"); name == "markup" && !bytes.Contains(pdf, []byte("/CreationDate (D:2000")) {
			t.Error("the author's words were taken for the date of the file")
		}
	}
}

// A page without a ground is clear where nothing is drawn.
func TestClear(t *testing.T) {
	t.Parallel()
	for _, kind := range export.Kinds() {
		o := export.Options{Kind: kind, Size: size(t, "640x480", 1), Extras: export.Extras{Definitions: true}}
		o.Clear = true
		clear, file := draw(t, inUkrainian(), o)
		none, full := 0, 0
		for y := range 480 {
			for x := range 640 {
				switch clear.Image.RGBAAt(x, y).A {
				case 0:
					none++
				case 255:
					full++
				}
			}
		}
		least := map[export.Kind]int{export.Chart: 200_000, export.Map: 20_000, export.Dashboard: 100_000}[kind]
		if none < least || full < 5_000 {
			t.Errorf("%s: %d pixels are clear, %d solid", kind, none, full)
		}
		in, err := export.Read(bytes.NewReader(file))
		if err != nil || in.Extras() != o.Extras {
			t.Errorf("%s: read back as %+v, %v", kind, in.Extras(), err)
		}
	}
}

// Where the tool is there, what it makes of a page without a ground is clear, too.
func TestClearOutside(t *testing.T) {
	t.Parallel()
	for format, render := range map[string]func(t *testing.T) func([]byte) []byte{
		"svg": func(t *testing.T) func([]byte) []byte {
			t.Helper()
			rsvg := tool(t, "rsvg-convert")
			return func(in []byte) []byte { return rsvg(in) }
		},
		"pdf": func(t *testing.T) func([]byte) []byte {
			t.Helper()
			cairo := tool(t, "pdftocairo")
			return func(in []byte) []byte { return cairo(in, "-png", "-transp", "-singlefile", "-r", "96", "-", "-") }
		},
	} {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			draw := render(t)
			var b bytes.Buffer
			o := export.Options{Kind: export.Chart, Format: format, Size: size(t, "640x480", 1), Extras: export.Extras{Clear: true}}
			if err := export.Write(t.Context(), &b, room(), inUkrainian(), o); err != nil {
				t.Fatal(err)
			}
			img := decode(t, draw(b.Bytes()))
			clear := 0
			for y := range img.Bounds().Dy() {
				for x := range img.Bounds().Dx() {
					if _, _, _, a := img.At(x, y).RGBA(); a == 0 {
						clear++
					}
				}
			}
			if all := img.Bounds().Dx() * img.Bounds().Dy(); clear < all/2 {
				t.Errorf("%d of %d pixels are clear", clear, all)
			}
		})
	}
}

// A scene of a lesson has its own title.
func TestOwnWordsAreNoScenes(t *testing.T) {
	t.Parallel()
	steps := scene.Deck(room(), room().Opening(), i18n.For("en"))
	o := export.Options{Kind: export.Slide, Size: size(t, "640x480", 1), Scene: &export.SceneOf{Step: steps[0], N: 1, Total: 1}, Extras: export.Extras{Own: own}}
	pic, _ := draw(t, room().Opening(), o)
	if pic.Title != steps[0].Title || strings.Contains(pic.Description, own.Title) {
		t.Errorf("titled %q: %q", pic.Title, pic.Description)
	}
}
