package slides

import (
	"archive/zip"
	"fmt"
	"image"
	"io"
	"strconv"
	"strings"
	"time"

	"c5atlas.org/c5atlas/charts"
)

// The types of an OpenDocument presentation and of a chart in it.
const (
	odpType  = "application/vnd.oasis.opendocument.presentation"
	odcType  = "application/vnd.oasis.opendocument.chart"
	odfSpace = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ` +
		`xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" ` +
		`xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0" ` +
		`xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2"`
)

// odp is a file under way.
type odp struct {
	*Deck
	*pack
	styles   styles
	pages    strings.Builder
	manifest strings.Builder
	page     int
	charts   int
}

// WriteODP writes a deck as an OpenDocument presentation (ISO 26300), as [WritePPTX]
// does: the same slides with the same words, pictures and notes, and native charts on
// hidden slides behind all others. Equal decks give equal bytes.
func WriteODP(w io.Writer, d *Deck) error {
	x := &odp{Deck: d, pack: newPack(w)}
	x.first("mimetype", []byte(odpType))
	for i := range d.Slides {
		x.scene(&d.Slides[i])
	}
	for i := range d.Slides {
		for _, c := range d.Slides[i].Charts {
			if native(c) {
				x.chart(&d.Slides[i], c)
			}
		}
	}
	x.part("content.xml", `<office:document-content `+odfSpace+`>`+faces+`<office:automatic-styles>`+x.styles.String()+
		`</office:automatic-styles><office:body><office:presentation>`+x.pages.String()+`</office:presentation></office:body></office:document-content>`)
	x.part("styles.xml", x.masters())
	x.part("meta.xml", x.meta())
	x.xml("META-INF/manifest.xml", `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="`+odpType+`"/>`+
		x.manifest.String()+`</manifest:manifest>`)
	return x.close()
}

// part writes a part of XML and names it in the manifest.
func (x *odp) part(name, body string) {
	x.xml(name, body)
	x.list(name, "text/xml")
}

// list names a part in the manifest.
func (x *odp) list(name, kind string) {
	fmt.Fprintf(&x.manifest, `<manifest:file-entry manifest:full-path="%s" manifest:media-type="%s"/>`, name, kind)
}

func (x *odp) meta() string {
	when := ""
	if !x.Created.IsZero() {
		day := x.Created.UTC().Format(time.RFC3339)
		when = `<meta:creation-date>` + day + `</meta:creation-date><dc:date>` + day + `</dc:date>`
	}
	return `<office:document-meta ` + odfSpace + `><office:meta><meta:generator>` + escape(x.Software) + `</meta:generator><dc:title>` + escape(x.Title) + `</dc:title><dc:description>` + escape(x.Rights) +
		`</dc:description><meta:initial-creator>` + escape(x.Author) + `</meta:initial-creator><dc:creator>` + escape(x.Author) + `</dc:creator>` + when + `<dc:language>` + escape(x.Lang) + `</dc:language></office:meta></office:document-meta>`
}

// length is one of EMU as OpenDocument writes it.
func length(emu int) string { return fmt.Sprintf("%.3fmm", float64(emu)/36000) }

// size is a size of type, from pixels of the plane.
func (d *Deck) size(px float64) string { return number(float64(d.points(px))/100) + "pt" }

// place is where a frame is.
func (d *Deck) place(r image.Rectangle) string {
	return fmt.Sprintf(`svg:x="%s" svg:y="%s" svg:width="%s" svg:height="%s"`, length(d.emu(r.Min.X)), length(d.emu(r.Min.Y)), length(d.emu(r.Dx())), length(d.emu(r.Dy())))
}

// plain is a text between marks, whose spaces and tabs stay as they are.
func plain(s string) string {
	var b strings.Builder
	space := true // at the beginning of a paragraph one more is dropped
	for _, r := range s {
		switch {
		case r == '\t':
			b.WriteString("<text:tab/>")
		case r == ' ' && space:
			b.WriteString("<text:s/>")
		default:
			b.WriteString(escape(string(r)))
		}
		space = r == ' '
	}
	return b.String()
}

// paragraphs are those of a text in a style of paragraphs, "" for the frame's own.
func paragraphs(words, style string) string {
	var b strings.Builder
	if style != "" {
		style = ` text:style-name="` + style + `"`
	}
	for para := range strings.SplitSeq(words, "\n") {
		b.WriteString(`<text:p` + style + `>` + plain(para) + `</text:p>`)
	}
	return b.String()
}

// holder is a text in its place of the layout, which the outline and a reader of the
// screen know by its class.
func (x *odp) holder(class string, t Text, anchor string) {
	para := x.styles.name("P", `style:family="paragraph"`, fmt.Sprintf(`<style:text-properties fo:font-size="%s"/>`, x.size(t.Size)))
	parent := masterName + "-" + class
	if class == "outline" {
		parent += "1"
	}
	frame := x.styles.name("pr", `style:family="presentation" style:parent-style-name="`+parent+`"`, boxed(anchor))
	fmt.Fprintf(&x.pages, `<draw:frame presentation:style-name="%s" draw:layer="layout" %s presentation:class="%s" presentation:user-transformed="true"`, frame, x.place(t.Box), class)
	if t.Words == "" {
		x.pages.WriteString(` presentation:placeholder="true"><draw:text-box/></draw:frame>`)
		return
	}
	x.pages.WriteString(`><draw:text-box>` + paragraphs(t.Words, para) + `</draw:text-box></draw:frame>`)
}

// box is a text in a box of its own, called name.
func (x *odp) box(name string, t Text, anchor, align, more string) {
	if t.Words == "" && more == "" {
		return
	}
	para := x.styles.name("P", `style:family="paragraph"`, fmt.Sprintf(`<style:paragraph-properties fo:text-align="%s"/><style:text-properties fo:font-size="%s" fo:color="#%s"/>`, align, x.size(t.Size), hex(x.Look.Muted)))
	frame := x.styles.name("gr", `style:family="graphic" style:parent-style-name="standard"`, boxed(anchor))
	body := strings.TrimSuffix(paragraphs(t.Words, para), "</text:p>") + more + "</text:p>"
	fmt.Fprintf(&x.pages, `<draw:frame draw:style-name="%s" draw:name="%s" draw:layer="layout" %s><draw:text-box>%s</draw:text-box></draw:frame>`, frame, name, x.place(t.Box), body)
}

// begin opens a page.
func (x *odp) begin(name, visible string) {
	x.page++
	style := x.styles.name("dp", `style:family="drawing-page"`, `<style:drawing-page-properties presentation:background-visible="true" presentation:background-objects-visible="true" presentation:visibility="`+visible+
		`" presentation:display-page-number="false"/>`)
	fmt.Fprintf(&x.pages, `<draw:page draw:name="%s" draw:style-name="%s" draw:master-page-name="%s">`, name, style, masterName)
}

// end closes a page with its notes.
func (x *odp) end(notes string) {
	if notes != "" {
		frame := x.styles.name("pr", `style:family="presentation" style:parent-style-name="`+masterName+`-notes"`, `<style:graphic-properties draw:auto-grow-height="true"/>`)
		fmt.Fprintf(&x.pages, `<presentation:notes><draw:page-thumbnail draw:layer="layout" %s draw:page-number="%d" presentation:class="page"/><draw:frame presentation:style-name="%s" draw:layer="layout" %s presentation:class="notes"><draw:text-box>%s</draw:text-box></draw:frame></presentation:notes>`,
			notesPicture, x.page, frame, notesWords, paragraphs(notes, ""))
	}
	x.pages.WriteString(`</draw:page>`)
}

// scene writes a page.
func (x *odp) scene(s *Slide) {
	x.begin(fmt.Sprintf("scene-%02d", x.page+1), "visible")
	x.holder("title", s.Title, "bottom")
	x.holder("outline", s.Caption, "top")
	x.box("When", s.Under, "top", "start", "")
	if s.PNG != nil && len(s.Crops) > 0 {
		name := fmt.Sprintf("Pictures/scene-%02d.png", x.page)
		x.add(name, zip.Store, s.PNG)
		x.list(name, "image/png")
		for _, c := range s.Crops {
			x.crop(name, c)
		}
	}
	x.box("Sources", s.Foot, "top", "start", "")
	before := ""
	if s.Footer != "" {
		before = s.Footer + " · "
	}
	x.box("Number", Text{before, s.FooterBox, 9 * 12700 * float64(x.Width) / slideWidth}, "bottom", "end", `<text:page-number>`+strconv.Itoa(x.page)+`</text:page-number>`)
	x.end(s.Notes)
}

// crop shows a part of a picture. What is cut off is said in lengths of the picture as
// large as it says that it is.
func (x *odp) crop(name string, c Crop) {
	r := c.Box.Intersect(x.plane())
	mm := func(px int) string { return fmt.Sprintf("%.3fmm", float64(px)*25.4/x.DPI) }
	frame := x.styles.name("gr", `style:family="graphic" style:parent-style-name="standard"`, fmt.Sprintf(`<style:graphic-properties draw:stroke="none" draw:fill="none" fo:clip="rect(%s, %s, %s, %s)"/>`,
		mm(r.Min.Y), mm(x.Width-r.Max.X), mm(x.Height-r.Max.Y), mm(r.Min.X)))
	fmt.Fprintf(&x.pages, `<draw:frame draw:style-name="%s" draw:name="%s" draw:layer="layout" %s><draw:image xlink:href="%s" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:desc>%s</svg:desc></draw:frame>`,
		frame, escape(c.Name), x.place(r), name, escape(c.Description))
}

// chart writes a chart on a hidden page. Its numbers are the chart's own table.
func (x *odp) chart(s *Slide, c *charts.Chart) {
	t := tableOf(c)
	x.charts++
	object := fmt.Sprintf("Object %d", x.charts)
	title, note := s.Title, s.Foot
	title.Words, note.Words = c.Title, s.ChartNote
	area := image.Rect(title.Box.Min.X, s.Under.Box.Min.Y, title.Box.Max.X, note.Box.Min.Y)
	x.list(object+"/", odcType)
	content, hatches := x.chartODF(&t, area)
	x.part(object+"/content.xml", content)
	x.part(object+"/styles.xml", hatches)
	x.begin(fmt.Sprintf("chart-%02d", x.charts), "hidden")
	x.holder("title", title, "bottom")
	frame := x.styles.name("gr", `style:family="graphic" style:parent-style-name="standard"`, `<style:graphic-properties draw:stroke="none" draw:fill="none"/>`)
	fmt.Fprintf(&x.pages, `<draw:frame draw:style-name="%s" draw:name="Chart" draw:layer="layout" %s><draw:object xlink:href="./%s" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:desc>%s</svg:desc></draw:frame>`,
		frame, x.place(area), object, escape(strings.TrimSpace(c.Title+". "+c.Finding)))
	x.box("Note", note, "top", "start", "")
	x.end("")
}
