package hostile

import (
	"fmt"
	"strings"
)

// body is a stream with what its dictionary says.
func body(says, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", says, len(data), data)
}

// packed is a stream of n MiB of the same text, at least two, packed; its checksum
// is left out.
func packed(says, fill string, mib int) string {
	return body("/Filter/FlateDecode"+says, "\x78\x9c"+string(flood("", fill, mib)))
}

// pdf is a PDF of objects, the first of which is number 1; 1 is its catalogue, 2
// the tree of its pages, 3 a page of it with font 4 and content 5, if nothing else
// stands in their place.
func pdf(objects ...string) string {
	sound := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", body("", "BT /F 12 Tf (text) Tj ET"),
	}
	for i := range objects {
		if i >= len(sound) {
			sound = append(sound, objects[i])
		} else if objects[i] != "" {
			sound[i] = objects[i]
		}
	}
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	for i, o := range sound {
		fmt.Fprintf(&b, "%d 0 obj%s\nendobj\n", i+1, o)
	}
	b.WriteString("trailer<</Root 1 0 R/Size 4294967295/Prev 0>>\nstartxref\n0\n%%EOF\n")
	return b.String()
}

// pdfs are PDFs: loops, numbers that lie, what unpacks without end and what is
// drawn again and again.
func pdfs() []Case {
	forms := func() string { // each draws the next ten times
		objects := []string{"", "", "", "", body("", many("/X Do ", 10))}
		for i := 6; i < 40; i++ {
			objects = append(objects, body(fmt.Sprintf("/Subtype/Form/Resources<</XObject<</X %d 0 R>>>>", i+1), many("/X Do ", 10)))
		}
		return pdf(objects...)
	}
	wide := "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W[" + many("0 65535 500 ", 3000) + "]>>]/ToUnicode 6 0 R>>"
	cmap := body("", many("1 beginbfrange <0000> <ffff> <0041> endbfrange ", 100_000))
	out := []Case{}
	for name, text := range map[string]func() string{
		"pages-loop": func() string { return pdf("", "<</Type/Pages/Kids[2 0 R 2 0 R]>>") },
		"pages-grow": func() string { return pdf("", "<</Kids 6 0 R>>", "", "", "", "["+many("<</Kids 6 0 R>>", 10)+"]") },
		"pages-same": func() string {
			return pdf("", "<</Kids["+many("<</Contents 5 0 R>>", 100_000)+"]>>", "", "", packed("", "0 ", 2))
		},
		"pages-count": func() string { return pdf("", "<</Kids[3 0 R]/Count 2147483647>>") },
		"contents-same": func() string {
			return pdf("", "", "<</Contents["+many("5 0 R ", 150_000)+"]>>", "", packed("", "0 ", 2))
		},
		"length-loop":    func() string { return pdf("", "", "", "", "<</Length 5 0 R>>stream\nBT ET\nendstream") },
		"length-lies":    func() string { return pdf("", "", "", "", "<</Length 99999999999>>stream\nBT ET\nendstream") },
		"reference-loop": func() string { return pdf("", "", "", "", "6 0 R", "5 0 R") },
		"bomb":           func() string { return pdf("", "", "", "", packed("", "(x) Tj ", 2000)) },
		"bomb-in-bomb": func() string {
			inner := "\x78\x9c" + string(flood("", " ", 2000))
			return pdf("", "", "", "", body("/Filter[/FlateDecode/FlateDecode]", "\x78\x9c"+string(flood(inner, "x", 2))))
		},
		"filters": func() string {
			return pdf("", "", "", "", body("/Filter["+many("/ASCIIHexDecode ", 100_000)+"]", many("3", 1<<20)))
		},
		"objects-bomb": func() string { return pdf(packed("/Type/ObjStm/N 1000000000/First 1000000000", "1 0 ", 2000)) },
		"objects-inside": func() string {
			return pdf("", "", "", "", "", packed("/Type/ObjStm/N 1000000/First 8000000", "1 0 2 0 ", 24))
		},
		"objects-many": func() string { return pdf() + many("9 0 obj 1 endobj\n", 500_000) },
		"objects-open": func() string { return pdf() + many("9 0 obj<<", 1_000_000) },
		"streams-open": func() string { return pdf() + many("9 0 obj<</Type/ObjStm/N 9/First 9>>stream\n", 300_000) },
		"trailers":     func() string { return pdf() + many("trailer<<", 1_000_000) },
		"arrays-deep":  func() string { return pdf("", "", "", "", body("", many("[", 4<<20))) },
		"dicts-deep":   func() string { return pdf(many("<</A", 2<<20)) },
		"array-long":   func() string { return pdf("[" + many("0 ", 7<<20) + "]") },
		"dicts-many":   func() string { return pdf("<</Pages[" + many("<</A 0>>", 1_500_000) + "]>>") },
		"string-open":  func() string { return pdf("", "", "", "", body("", "("+many("(", 14<<20))) },
		"hex-long":     func() string { return pdf("", "", "", "", body("", "BT /F 1 Tf <"+many("41", 7<<20)+"> Tj")) },
		"states":       func() string { return pdf("", "", "", "", packed("", "q ", 30)) },
		"marks":        func() string { return pdf("", "", "", "", packed("", "/P<</ActualText(xxxxxxxxxxxxxxxx)>>BDC ", 30)) },
		"letters":      func() string { return pdf("", "", "", "", packed("", "BT /F 12 Tf (x) Tj ET ", 30)) },
		"numbers":      func() string { return pdf("", "", "", "", packed("", "1 0 0 1 0 0 cm ", 31)) },
		"words":        func() string { return pdf("", "", "", "", packed("", "a ", 31)) },
		"pictures":     func() string { return pdf("", "", "", "", packed("", "BI ID ", 31)) },
		"hyphens": func() string {
			return pdf("", "", "", "", packed("", "BT /F 1 Tf 1 0 0 1 0 0 Tm (a-) Tj ET 1 0 0 1 0 -1 cm ", 20))
		},
		"forms": forms,
		"form-loop": func() string {
			return pdf("", "", "", "", body("", "/X Do "), body("/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>", many("/X Do ", 100)))
		},
		"widths": func() string { return pdf("", "", "", wide, body("", "BT /F 12 Tf (ab) Tj ET"), cmap) },
		"fonts": func() string {
			font := "<</Font<</F<</Widths 4 0 R/Encoding<</Differences 4 0 R>>>>>>>>"
			return pdf("", "", "<</Contents 5 0 R/Resources"+font+">>", "["+many("0 ", 190_000)+"]", packed("", "/F 12 Tf ", 30))
		},
	} {
		out = append(out, bytesCase("text-"+name+".pdf", Text, "", func() ([]byte, error) { return []byte(text()), nil }))
	}
	return out
}
