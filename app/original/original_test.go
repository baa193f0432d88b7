package original

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// office1 is a file of parts, as programs for texts write it.
func office1(t testing.TB, name, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(w, body)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	docxHead = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	docxFoot = `</w:body></w:document>`
	odtHead  = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>`
	odtFoot  = `</office:text></office:body></office:document-content>`
)

// What each kind of file holds is told by the standards of the formats.
func TestRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, data string
		want       []string
	}{
		{"a.txt", "\ufeffOne\r\n \r\n  Two  words\u00a0here\n\n\tThree", []string{"One", "Two words\u00a0here", "Three"}},
		{"a", "One\rTwo", []string{"One", "Two"}},
		{"cp1251.txt", "\xd1\xee\xe2\xec\xe5\xf1\xf2\xed\xee\xe5\n\xe7\xe0\xff\xe2\xeb\xe5\xed\xe8\xe5", []string{"Совместное", "заявление"}},
		{"utf16.txt", "\xff\xfeA\x00\n\x00\x41\x04", []string{"A", "\u0441"}},
		{"hidden.txt", "A\u202eB\u200bC\x07", []string{"ABC"}},
		{"a.md", "# Head\nSome **bold**\ntext, [a link](https://x.y).\n\n- one\n- two\n\n---\n> said", []string{"Head", "Some bold text, a link.", "- one", "- two", "said"}},
		{
			"a.html", `<!DOCTYPE html><html><head><title>T</title><style>p{}</style><script>if (a<b) x="<p>no</p>"</script></head><body><h1>Head</h1>
			<p>One <b>bold</b>&nbsp;&amp; <a href="x">link</a></p><div>Two<br>lines<br><br>Three</div><ul><li>item<li>other</ul><noscript>no</noscript></body></html>`,
			[]string{"Head", "One bold\u00a0& link", "Two lines", "Three", "item", "other"},
		},
		{"a.htm", "<html><meta charset=windows-1251><p>\xd1\xee\xe2", []string{"Сов"}},
		{
			"a.docx", string(office1(t, "word/document.xml", docxHead+`<w:p><w:r><w:t>One </w:t></w:r><w:r><w:t>run</w:t><w:tab/><w:t>and</w:t></w:r></w:p><w:p/>`+
				`<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>Two</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>`+
				`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`+docxFoot)),
			[]string{"One run and", "Two", "Cell"},
		},
		{
			"renamed.txt", string(office1(t, "content.xml", odtHead+`<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:h>Head</text:h>`+
				`<text:p>One<text:s text:c="3"/>two<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note> <text:span>three</text:span></text:p>`+
				`<text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>`+odtFoot)),
			[]string{"Head", "One two three", "item"},
		},
	} {
		got, err := Read(c.name, []byte(c.data))
		if err != nil || !slices.Equal(got.Paragraphs, c.want) {
			t.Errorf("%s: %q, %v; want %q", c.name, got.Paragraphs, err, c.want)
		}
	}
}

// pdf is one that another program made; see internal/pdftext/testdata/make.sh.
func pdf(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile("../../internal/pdftext/testdata/" + name + ".pdf")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A PDF is one by its beginning, whatever its name.
func TestReadPDF(t *testing.T) {
	t.Parallel()
	want, err := Read("text.txt", []byte(pdfText(t)))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"writer.pdf", "writer.txt"} {
		got, err := Read(name, []byte(pdf(t, "writer")))
		if err != nil || !slices.Equal(got.Paragraphs, want.Paragraphs) {
			t.Errorf("%s: %d paragraphs, %v, want %d", name, len(got.Paragraphs), err, len(want.Paragraphs))
		}
	}
}

func pdfText(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("../../internal/pdftext/testdata/text.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, data string
		want       error
	}{
		{"empty.txt", " \n\n", ErrNoText},
		{"binary.txt", "\x00\x01\x02", ErrFormat},
		{"a.docx", "no zip", ErrFormat},
		{"a.docx", "PK\x03\x04 and then nothing", ErrFormat},
		{"sheet.docx", string(office1(t, "xl/workbook.xml", "<a/>")), ErrFormat},
		{"broken.docx", string(office1(t, "word/document.xml", docxHead+"<w:p>")), ErrFormat},
		{"a.pdf", "nothing", ErrFormat},
		{"a.pdf", "%PDF-1.4 and then nothing", ErrFormat},
		{"locked.pdf", pdf(t, "locked"), ErrLocked},
		{"scan.pdf", pdf(t, "scan"), ErrNoText},
		{"scan.docx", string(office1(t, "word/document.xml", docxHead+"<w:p/>"+docxFoot)), ErrNoText},
	} {
		if _, err := Read(c.name, []byte(c.data)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

// hostile are files made to take time or memory, each of one sort.
func hostile(t testing.TB) map[string][]byte {
	t.Helper()
	deep := strings.Repeat("<w:p>", 2_000_000)
	bomb := docxHead + "<w:p><w:r><w:t>" + strings.Repeat("a", maxUnpacked) + "</w:t></w:r></w:p>" + docxFoot
	attrs := docxHead + "<w:p " + strings.Repeat(`a="b" `, 1_500_000) + "/>" + docxFoot
	return map[string][]byte{
		"deep.docx":       office1(t, "word/document.xml", docxHead+deep),
		"bomb.docx":       office1(t, "word/document.xml", bomb),
		"bomb.odt":        office1(t, "content.xml", odtHead+strings.Repeat("<text:p>x</text:p>", 600_000)+odtFoot),
		"attributes.docx": office1(t, "word/document.xml", attrs),
		"tags.docx":       office1(t, "word/document.xml", docxHead+strings.Repeat("<w:p "+strings.Repeat(`a="b" `, 30_000)+"/>", 60)+docxFoot),
		"entities.docx":   office1(t, "word/document.xml", `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>`+docxHead+"<w:p><w:t>&b;</w:t></w:p>"+docxFoot),
		"lines.txt":       []byte(strings.Repeat("a\n", 5_000_000)),
		"line.txt":        bytes.Repeat([]byte("a"), MaxFile),
		"huge.txt":        bytes.Repeat([]byte("a\n"), MaxFile),
		"deep.html":       []byte("<html>" + strings.Repeat("<div>", 2_000_000) + "x"),
		"tag.html":        []byte("<html><p " + strings.Repeat("a=b ", 3_000_000)),
		"script.html":     []byte("<html>" + strings.Repeat("<script>", 1_000_000)),
		"entity.html":     []byte("<html>" + strings.Repeat("&NotEqualTilde;", 600_000)),
		"comment.html":    []byte("<html>" + strings.Repeat("<!--", 2_000_000)),
		"stars.md":        []byte(strings.Repeat("**a ", 2_000_000)),
		"links.md":        []byte(strings.Repeat("[", 4_000_000)),
	}
}

// Each is refused, or read, within a second and 300 MiB.
func TestReadHostile(t *testing.T) {
	for name, data := range hostile(t) {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		text, err := Read(name, data)
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		t.Logf("%s: %d KiB, %v, %d MiB allocated, %d paragraphs, %v", name, len(data)>>10, took.Round(time.Millisecond), (after.TotalAlloc-before.TotalAlloc)>>20, len(text.Paragraphs), err)
		if took > 5*time.Second { // alone it is below one; other tests take time, too
			t.Errorf("%s took %v", name, took)
		}
		if more := (after.Sys - before.Sys) >> 20; more > 300 {
			t.Errorf("%s took %d MiB", name, more)
		}
		if err != nil && !errors.Is(err, ErrFormat) && !errors.Is(err, ErrLarge) && !errors.Is(err, ErrNoText) && !errors.Is(err, ErrLocked) {
			t.Errorf("%s: %v is none of the errors", name, err)
		}
	}
}

// fuzz checks what holds for whatever file.
func fuzz(t *testing.T, name string, data []byte) {
	t.Helper()
	text, err := Read(name, data)
	if err != nil {
		if len(text.Paragraphs) > 0 || !errors.Is(err, ErrFormat) && !errors.Is(err, ErrLarge) && !errors.Is(err, ErrNoText) && !errors.Is(err, ErrLocked) {
			t.Fatal(err)
		}
		return
	}
	for _, p := range text.Paragraphs {
		if p != tidy(p) || p == "" || strings.ContainsAny(p, "\n\r\x00\x1b\u202e") {
			t.Fatalf("paragraph %q", p)
		}
	}
}

func FuzzPlain(f *testing.F) {
	f.Add([]byte("One\r\nTwo\u00a0x"))
	f.Add([]byte("\xff\xfeA\x00"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzz(t, "a.txt", data); fuzz(t, "a.md", data) })
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte("<html><p>One<br><br>Two<script>x</script><meta charset=cp1251>"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzz(t, "a.html", data) })
}

// The part that has the text, without the zip round it, which is the standard
// library's.
func FuzzOffice(f *testing.F) {
	f.Add([]byte(docxHead + "<w:p><w:r><w:t>One</w:t><w:tab/></w:r></w:p>" + docxFoot))
	f.Add([]byte(odtHead + `<text:p>One<text:s text:c="3"/><text:note><text:p>n</text:p></text:note></text:p>` + odtFoot))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, o := range []*office{&docx, &odt} {
			p := &paragraphs{}
			err := p.readXML(bytes.NewReader(data), o)
			if err != nil && !errors.Is(err, ErrFormat) && !errors.Is(err, ErrLarge) {
				t.Fatal(err)
			}
		}
		fuzz(t, "a.docx", office1(t, docx.part, string(data)))
	})
}

// What is kept of an attached text is read as a text is, whoever has written it.
func FuzzShelf(f *testing.F) {
	sum := strings.Repeat("a", 64)
	f.Add([]byte(`{"document":"d","name":"n.txt","sha256":"` + sum + `","vouched":"2026-11-27","paragraphs":["One","Two\u0000\u202e\n"]}`))
	f.Add([]byte(`{"sha256":"` + sum + `","paragraphs":[null," "]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		k, err := unpack(data)
		if err != nil {
			return
		}
		if len(k.Paragraphs) == 0 || len(k.SHA256) != 64 {
			t.Fatalf("%+v", k)
		}
		for _, p := range k.Paragraphs {
			if p != tidy(p) || p == "" {
				t.Fatalf("paragraph %q", p)
			}
		}
	})
}
