package export

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// xmpKeyword is the name of an XMP packet among the texts of a PNG (XMP
// specification, part 3, 1.1.5).
const xmpKeyword = "XML:com.adobe.xmp"

// maxAlternative is how many letters the IPTC standard gives a text that stands in
// for a picture; more goes into the extended description.
const maxAlternative = 250

// xmp is a packet of metadata: Dublin Core, the IPTC's texts for those who do not
// see the picture, and the program.
func (w Words) xmp(o *Options) string {
	return "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" +
		w.rdf(o) + "</x:xmpmeta>\n<?xpacket end=\"r\"?>"
}

// rdf is the element inside of a packet. An author's title is told from the
// program's by titleSource.
func (w Words) rdf(o *Options) string {
	var b strings.Builder
	b.WriteString(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:c5atlas="https://c5atlas.org/ns/picture/1.0/">` + "\n")
	w.inLanguages(&b, "dc:title", w.Title)
	w.inLanguages(&b, "dc:description", w.Description)
	w.inLanguages(&b, "dc:rights", w.Copyright)
	list := func(name, kind, text string) {
		if text != "" {
			fmt.Fprintf(&b, "<%s><rdf:%s><rdf:li>%s</rdf:li></rdf:%s></%s>\n", name, kind, xmlText(text), kind, name)
		}
	}
	list("dc:creator", "Seq", w.Creator)
	list("dc:language", "Bag", w.Lang)
	plain := func(name, text string) {
		if text != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>\n", name, xmlText(text), name)
		}
	}
	plain("dc:source", w.Source)
	plain("xmp:CreatorTool", o.Software)
	if !o.Created.IsZero() {
		plain("xmp:CreateDate", o.Created.UTC().Format(time.RFC3339))
	}
	short := alternative(w.Description)
	w.inLanguages(&b, "Iptc4xmpCore:AltTextAccessibility", short)
	if short != w.Description {
		w.inLanguages(&b, "Iptc4xmpCore:ExtDescrAccessibility", w.Description)
	}
	by := map[bool]string{false: "program", true: "author"}
	plain("c5atlas:titleSource", by[o.Own.Title != ""])
	plain("c5atlas:creatorSource", by[o.Own.Credit != ""])
	b.WriteString("</rdf:Description>\n</rdf:RDF>\n")
	return b.String()
}

// inLanguages writes a property with a text by language: for those who ask for
// none, and for those who ask for its own.
func (w Words) inLanguages(b *strings.Builder, name, text string) {
	if text == "" {
		return
	}
	text = xmlText(text)
	fmt.Fprintf(b, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li>", name, text)
	if w.Lang != "" {
		fmt.Fprintf(b, "<rdf:li xml:lang=\"%s\">%s</rdf:li>", xmlText(w.Lang), text)
	}
	fmt.Fprintf(b, "</rdf:Alt></%s>\n", name)
}

// alternative is a description, or, if that is long, as many of its first
// sentences as are short enough.
func alternative(description string) string {
	if utf8.RuneCountInString(description) <= maxAlternative {
		return description
	}
	letters := []rune(description)
	head := string(letters[:maxAlternative])
	for _, end := range []string{". ", "; ", ", ", " "} {
		if at := strings.LastIndex(head, end); at > maxAlternative/4 {
			return strings.TrimRight(head[:at], " .;,") + map[bool]string{true: ".", false: " …"}[end == ". "]
		}
	}
	return string(letters[:maxAlternative-1]) + "…"
}

// xmlText is a text inside an element; what XML has no place for becomes U+FFFD.
func xmlText(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder never fails
	return b.String()
}
