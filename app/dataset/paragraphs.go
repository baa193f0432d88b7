package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TextParagraph is where a paragraph that statements name stands in the
// published text, and what a copy of the text is compared by.
type TextParagraph struct {
	Paragraph   string // as statements name it: "P27"
	Section     string // the document's own number of the section, or ""
	Number      int    // within the section, or within the body; 0 is the headline
	Fingerprint string // of [Fingerprint]
	Letters     int    // that it was made from
}

// TextParagraph returns what the package says of a paragraph, "P27"; false if
// it says nothing.
func (x *Document) TextParagraph(paragraph string) (TextParagraph, bool) {
	for i := range x.Paragraphs {
		if x.Paragraphs[i].Paragraph == paragraph {
			return x.Paragraphs[i], true
		}
	}
	return TextParagraph{}, false
}

// Fingerprint is what two paragraphs have in common that differ in nothing but
// white space: the first 16 digits of the SHA-256 of the text in NFC without
// white space, after the name of the hash, by which a spreadsheet takes it for
// the text that it is; and from how many runes it was made.
func Fingerprint(text string) (print string, letters int) {
	bare := Bare(text)
	sum := sha256.Sum256([]byte(bare))
	return "sha256:" + hex.EncodeToString(sum[:8]), len([]rune(bare))
}

// Bare is a text in NFC without white space.
func Bare(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, norm.NFC.String(text))
}

// readParagraphs reads the fingerprints, if the package has any.
func (d *Dataset) readParagraphs(in *reader) {
	used := map[[2]string]bool{}
	in.tables["paragraphs"].each(&in.found, func(r row) bool {
		doc := d.document[r.ref("document", "documents", d.hasDocument)]
		if doc == nil {
			return false
		}
		x := TextParagraph{Paragraph: r.str("paragraph"), Section: r.str("section"), Fingerprint: r.str("fingerprint")}
		key := [2]string{doc.ID, x.Paragraph}
		if used[key] {
			r.fault("paragraph", Phrase{Key: "finding.usedTwice"}, Phrase{Key: "finding.leaveOne"})
			return false
		}
		used[key] = true
		x.Number, _ = strconv.Atoi(r.str("number"))
		x.Letters, _ = strconv.Atoi(r.str("letters"))
		doc.Paragraphs = append(doc.Paragraphs, x)
		return true
	})
}
