package slides

import (
	"fmt"
	"strings"
)

// styles are the automatic styles of a file: each is there once, in the order in which
// it was wanted first.
type styles struct {
	names map[string]string
	body  strings.Builder
}

// name is what a style of this family and these properties is called.
func (s *styles) name(prefix, family, properties string) string {
	key := prefix + family + properties
	if name, ok := s.names[key]; ok {
		return name
	}
	if s.names == nil {
		s.names = map[string]string{}
	}
	name := fmt.Sprintf("%s%d", prefix, len(s.names)+1)
	s.names[key] = name
	fmt.Fprintf(&s.body, `<style:style style:name="%s" %s>%s</style:style>`, name, family, properties)
	return name
}

// String is the styles as they stand in a file.
func (s *styles) String() string { return s.body.String() }

// boxed is the look of a frame whose text shrinks if it grows too long for it.
func boxed(anchor string) string {
	return `<style:graphic-properties draw:stroke="none" draw:fill="none" draw:textarea-vertical-align="` + anchor +
		`" draw:auto-grow-height="false" draw:fit-to-size="shrink-to-fit" fo:padding-top="0mm" fo:padding-bottom="0mm" fo:padding-left="0mm" fo:padding-right="0mm" fo:wrap-option="wrap"/>`
}

// masterName is what the one master page is called.
const masterName = "Scene"

// faces is Arial, which is on every system, or one as wide.
const faces = `<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial" style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>`

// Where the picture and the words of a page of notes are.
var (
	notesPicture = notesPlace(685800, 685800, 5486400, 3086100)
	notesWords   = notesPlace(685800, 4114800, 5486400, 4343400)
)

func notesPlace(x, y, w, h int) string {
	return fmt.Sprintf(`svg:x="%s" svg:y="%s" svg:width="%s" svg:height="%s"`, length(x), length(y), length(w), length(h))
}

// language is the tag of the deck as attributes of a text.
func (d *Deck) language() string {
	lang, country, ok := strings.Cut(d.Lang, "-")
	if !ok {
		country = "none"
	}
	return fmt.Sprintf(`fo:language="%s" fo:country="%s"`, escape(lang), escape(country))
}

// masters is styles.xml: sizes of pages, the looks of what stands in its place of the
// layout, and the one master page.
func (d *Deck) masters() string {
	var b strings.Builder
	ink := hex(d.Look.Ink)
	named := func(name, parent, properties string) {
		if parent != "" {
			parent = ` style:parent-style-name="` + parent + `"`
		}
		fmt.Fprintf(&b, `<style:style style:name="%s" style:family="presentation"%s>%s</style:style>`, name, parent, properties)
	}
	kind := func(size int, weight, ink string) string {
		return fmt.Sprintf(`<style:graphic-properties draw:stroke="none" draw:fill="none" fo:padding-top="0mm" fo:padding-bottom="0mm" fo:padding-left="0mm" fo:padding-right="0mm"/>`+
			`<style:paragraph-properties fo:margin-left="0mm" fo:text-indent="0mm" fo:text-align="start"/><style:text-properties style:font-name="Arial" fo:font-size="%dpt" fo:font-weight="%s" fo:color="#%s"/>`, size, weight, ink)
	}
	b.WriteString(`<office:document-styles ` + odfSpace + `>` + faces + `<office:styles>`)
	for _, family := range []string{"graphic", "paragraph"} {
		fmt.Fprintf(&b, `<style:default-style style:family="%s"><style:text-properties style:font-name="Arial" fo:font-size="18pt" fo:color="#%s" %s/></style:default-style>`, family, ink, d.language())
	}
	b.WriteString(`<style:style style:name="standard" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none"/><style:text-properties style:font-name="Arial" fo:color="#` + ink + `"/></style:style>`)
	named(masterName+"-background", "", `<style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="#`+hex(d.Look.Ground)+`"/>`)
	named(masterName+"-backgroundobjects", "", kind(12, "normal", ink))
	named(masterName+"-title", "", kind(28, "bold", ink))
	named(masterName+"-subtitle", "", kind(18, "normal", ink))
	named(masterName+"-notes", "", kind(12, "normal", "000000"))
	named(masterName+"-outline1", "", kind(18, "normal", ink))
	for n := 2; n <= 9; n++ {
		named(fmt.Sprintf("%s-outline%d", masterName, n), fmt.Sprintf("%s-outline%d", masterName, n-1), "")
	}
	page := func(name string, w, h int, turned string) {
		fmt.Fprintf(&b, `<style:page-layout style:name="%s"><style:page-layout-properties fo:margin-top="0mm" fo:margin-bottom="0mm" fo:margin-left="0mm" fo:margin-right="0mm" fo:page-width="%s" fo:page-height="%s" style:print-orientation="%s"/></style:page-layout>`,
			name, length(w), length(h), turned)
	}
	b.WriteString(`</office:styles><office:automatic-styles>`)
	page("PM1", slideWidth, d.high(), "landscape")
	page("PM2", notesWidth, notesHeight, "portrait")
	fmt.Fprintf(&b, `<style:style style:name="dp1" style:family="drawing-page"><style:drawing-page-properties draw:background-size="border" draw:fill="solid" draw:fill-color="#%s"/></style:style>`, hex(d.Look.Ground))
	holder := func(class, style string, at string) {
		fmt.Fprintf(&b, `<draw:frame presentation:style-name="%s-%s" draw:layer="backgroundobjects" %s presentation:class="%s" presentation:placeholder="true"><draw:text-box/></draw:frame>`, masterName, style, at, class)
	}
	b.WriteString(`</office:automatic-styles><office:master-styles><draw:layer-set><draw:layer draw:name="layout"/><draw:layer draw:name="background"/><draw:layer draw:name="backgroundobjects"/><draw:layer draw:name="controls"/><draw:layer draw:name="measurelines"/></draw:layer-set>` +
		`<style:master-page style:name="` + masterName + `" style:page-layout-name="PM1" draw:style-name="dp1">`)
	w, h := slideWidth, d.high()
	holder("title", "title", notesPlace(w/60, h/30, w-w/30, h/14))
	holder("outline", "outline1", notesPlace(w*5/8, h/8, w*3/8-w/60, h/2))
	b.WriteString(`<presentation:notes style:page-layout-name="PM2"><draw:page-thumbnail presentation:style-name="` + masterName + `-title" draw:layer="backgroundobjects" ` + notesPicture + ` presentation:class="page"/>`)
	holder("notes", "notes", notesWords)
	b.WriteString(`</presentation:notes></style:master-page></office:master-styles></office:document-styles>`)
	return b.String()
}
