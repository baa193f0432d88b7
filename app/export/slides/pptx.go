package slides

import (
	"archive/zip"
	"fmt"
	"image"
	"io"
	"math"
	"strings"
	"time"

	"c5atlas.org/c5atlas/charts"
)

// slideWidth is that of a slide in EMU, of which an inch has 914,400.
const slideWidth = 12192000

func (d *Deck) high() int { return slideWidth * d.Height / d.Width }

// emu is a length of pixels of the plane.
func (d *Deck) emu(px int) int { return int(math.Round(float64(px) * slideWidth / float64(d.Width))) }

func (d *Deck) box(r image.Rectangle) string {
	return frame(d.emu(r.Min.X), d.emu(r.Min.Y), d.emu(r.Dx()), d.emu(r.Dy()))
}

// points is a size of type in hundredths of a point.
func (d *Deck) points(px float64) int {
	return max(100, int(math.Round(px*slideWidth/float64(d.Width)/12700*10))*10)
}

// pptx is a file under way.
type pptx struct {
	*Deck
	*pack
	types          strings.Builder
	slides, charts int
	media          int
	list           strings.Builder // of the slides in the presentation
}

// WritePPTX writes a deck as Office Open XML (ISO 29500). Native charts stand on
// hidden slides behind all others: what a room sees stays the picture that carries its
// evidence, pages and their numbers are those of the scenes, and who wants to edit a
// chart shows its slide. Equal decks give equal bytes.
func WritePPTX(w io.Writer, d *Deck) error {
	x := &pptx{Deck: d, pack: newPack(w)}
	x.xmlPart("ppt/theme/theme1.xml", "theme+xml", d.theme())
	x.xmlPart("ppt/theme/theme2.xml", "theme+xml", d.theme())
	x.xmlPart("ppt/slideMasters/slideMaster1.xml", "presentationml.slideMaster+xml", d.master())
	x.relate("ppt/slideMasters/_rels/slideMaster1.xml.rels", "slideLayout", "../slideLayouts/slideLayout1.xml", "theme", "../theme/theme1.xml")
	x.xmlPart("ppt/slideLayouts/slideLayout1.xml", "presentationml.slideLayout+xml", d.layout())
	x.relate("ppt/slideLayouts/_rels/slideLayout1.xml.rels", "slideMaster", "../slideMasters/slideMaster1.xml")
	x.xmlPart("ppt/notesMasters/notesMaster1.xml", "presentationml.notesMaster+xml", d.notesMaster())
	x.relate("ppt/notesMasters/_rels/notesMaster1.xml.rels", "theme", "../theme/theme2.xml")
	for i := range d.Slides {
		x.scene(&d.Slides[i])
	}
	for i := range d.Slides {
		for _, c := range d.Slides[i].Charts {
			if !native(c) {
				continue
			}
			if err := x.chart(&d.Slides[i], c); err != nil {
				return err
			}
		}
	}
	x.xmlPart("ppt/presProps.xml", "presentationml.presProps+xml", `<p:presentationPr `+nsAll+`/>`)
	x.xmlPart("ppt/viewProps.xml", "presentationml.viewProps+xml", `<p:viewPr `+nsAll+`/>`)
	x.xmlPart("ppt/tableStyles.xml", "presentationml.tableStyles+xml", `<a:tblStyleLst `+nsA+` def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`)
	x.xmlPart("ppt/presentation.xml", "presentationml.presentation.main+xml", fmt.Sprintf(`<p:presentation %s saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>`+
		`<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>%s</p:sldIdLst><p:sldSz cx="%d" cy="%d"/><p:notesSz cx="%d" cy="%d"/></p:presentation>`, nsAll, x.list.String(), slideWidth, d.high(), notesWidth, notesHeight))
	targets := []string{"slideMaster", "slideMasters/slideMaster1.xml", "notesMaster", "notesMasters/notesMaster1.xml", "presProps", "presProps.xml", "viewProps", "viewProps.xml", "theme", "theme/theme1.xml", "tableStyles", "tableStyles.xml"}
	for n := range x.slides {
		targets = append(targets, "slide", fmt.Sprintf("slides/slide%d.xml", n+1))
	}
	x.relate("ppt/_rels/presentation.xml.rels", targets...)
	x.properties()
	x.xml("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+rel+`officeDocument" Target="ppt/presentation.xml"/>`+
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="`+rel+`extended-properties" Target="docProps/app.xml"/></Relationships>`)
	x.xml("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`+
		`<Default Extension="png" ContentType="image/png"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>`+x.types.String()+`</Types>`)
	return x.close()
}

// firstSlide is the number of the relationship of the first slide.
const firstSlide = 7

func (x *pptx) xmlPart(name, kind, body string) {
	x.xml(name, body)
	if !strings.HasPrefix(kind, "application/") {
		kind = "application/vnd.openxmlformats-officedocument." + kind
	}
	fmt.Fprintf(&x.types, `<Override PartName="/%s" ContentType="%s"/>`, name, kind)
}

// relate writes the relationships rId1, rId2 and so on: kind and target, in turn.
func (x *pptx) relate(name string, pairs ...string) {
	var b strings.Builder
	for i := 0; i < len(pairs); i += 2 {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s%s" Target="%s"/>`, i/2+1, rel, pairs[i], pairs[i+1])
	}
	x.xml(name, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+b.String()+`</Relationships>`)
}

func (x *pptx) properties() {
	when := ""
	if !x.Created.IsZero() {
		day := x.Created.UTC().Format(time.RFC3339)
		when = `<dcterms:created xsi:type="dcterms:W3CDTF">` + day + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + day + `</dcterms:modified>`
	}
	x.xmlPart("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`+
		`<dc:title>`+escape(x.Title)+`</dc:title><dc:creator>`+escape(x.Author)+`</dc:creator><dc:description>`+escape(x.Rights)+`</dc:description><dc:language>`+escape(x.Lang)+`</dc:language>`+when+`</cp:coreProperties>`)
	x.xmlPart("docProps/app.xml", "extended-properties+xml", `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>`+escape(x.Software)+`</Application></Properties>`)
}

// runs are the paragraphs of a text.
func (d *Deck) runs(words string, size int, style string) string {
	var b strings.Builder
	for para := range strings.SplitSeq(words, "\n") {
		if para == "" {
			fmt.Fprintf(&b, `<a:p><a:endParaRPr lang="%s"/></a:p>`, escape(d.Lang))
			continue
		}
		sz := ""
		if size > 0 {
			sz = fmt.Sprintf(` sz="%d"`, size)
		}
		fmt.Fprintf(&b, `<a:p><a:r><a:rPr lang="%s"%s dirty="0">%s</a:rPr><a:t>%s</a:t></a:r></a:p>`, escape(d.Lang), sz, style, escape(para))
	}
	return b.String()
}

const muted = `<a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mn-lt"/>`

// words is a text as a shape: in a placeholder, or a box of its own.
func (d *Deck) words(id int, name, ph string, t Text, style, body string) string {
	if t.Words == "" && ph == "" {
		return ""
	}
	about := `<p:cNvSpPr txBox="1"/><p:nvPr/>`
	if ph != "" {
		about = `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ` + ph + `/></p:nvPr>`
	}
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/>%s</p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"%s><a:normAutofit/></a:bodyPr><a:lstStyle/>%s</p:txBody></p:sp>`,
		id, name, about, d.box(t.Box), body, d.runs(t.Words, d.points(t.Size), style))
}

// number is the slide's own number, with what stands before it.
func (d *Deck) number(id int, s *Slide) string {
	before := ""
	if s.Footer != "" {
		before = fmt.Sprintf(`<a:r><a:rPr lang="%s" dirty="0"><a:latin typeface="+mn-lt"/></a:rPr><a:t>%s · </a:t></a:r>`, escape(d.Lang), escape(s.Footer))
	}
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="Number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr>%s</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>%s<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="%s"><a:latin typeface="+mn-lt"/></a:rPr><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>`,
		id, d.box(s.FooterBox), before, escape(d.Lang))
}

// scene writes a slide.
func (x *pptx) scene(s *Slide) {
	var b strings.Builder
	b.WriteString(x.words(2, "Title", `type="title"`, s.Title, "", ` anchor="b"`))
	b.WriteString(x.words(3, "Caption", `type="body" idx="1"`, s.Caption, "", ""))
	b.WriteString(x.words(4, "When", "", s.Under, muted, ""))
	targets := []string{"slideLayout", "../slideLayouts/slideLayout1.xml"}
	id := 5
	if s.PNG != nil && len(s.Crops) > 0 {
		x.media++
		x.add(fmt.Sprintf("ppt/media/image%d.png", x.media), zip.Store, s.PNG)
		targets = append(targets, "image", fmt.Sprintf("../media/image%d.png", x.media))
		part := func(v, of int) int { return int(math.Round(float64(v) * 100000 / float64(of))) }
		for _, c := range s.Crops {
			r := c.Box.Intersect(x.plane())
			fmt.Fprintf(&b, `<p:pic><p:nvPicPr><p:cNvPr id="%d" name="%s" descr="%s"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId2"/><a:srcRect l="%d" t="%d" r="%d" b="%d"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`,
				id, escape(c.Name), escape(c.Description), part(r.Min.X, x.Width), part(r.Min.Y, x.Height), part(x.Width-r.Max.X, x.Width), part(x.Height-r.Max.Y, x.Height), x.box(r))
			id++
		}
	}
	b.WriteString(x.words(id, "Sources", "", s.Foot, muted, ` anchor="t"`))
	b.WriteString(x.number(id+1, s))
	x.slide(b.String(), false, targets, s.Notes)
}

// slide writes a slide of these shapes, and its notes.
func (x *pptx) slide(shapes string, hidden bool, targets []string, notes string) {
	x.slides++
	n := x.slides
	show := ""
	if hidden {
		show = ` show="0"`
	}
	if notes != "" {
		targets = append(targets, "notesSlide", fmt.Sprintf("../notesSlides/notesSlide%d.xml", n))
		x.xmlPart(fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", n), "presentationml.notesSlide+xml", `<p:notes `+nsAll+`><p:cSld><p:spTree>`+group+
			`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`+
			`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>`+x.runs(notes, 0, "")+
			`</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`)
		x.relate(fmt.Sprintf("ppt/notesSlides/_rels/notesSlide%d.xml.rels", n), "notesMaster", "../notesMasters/notesMaster1.xml", "slide", fmt.Sprintf("../slides/slide%d.xml", n))
	}
	name := fmt.Sprintf("ppt/slides/slide%d.xml", n)
	x.xmlPart(name, "presentationml.slide+xml", `<p:sld `+nsAll+show+`><p:cSld><p:spTree>`+group+shapes+`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`)
	x.relate(fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", n), targets...)
	fmt.Fprintf(&x.list, `<p:sldId id="%d" r:id="rId%d"/>`, 255+n, firstSlide-1+n)
}

// chart writes a chart on a hidden slide, with the workbook of its numbers.
func (x *pptx) chart(s *Slide, c *charts.Chart) error {
	t := tableOf(c)
	book, err := t.book()
	if err != nil {
		return err
	}
	x.charts++
	n := x.charts
	x.add(fmt.Sprintf("ppt/embeddings/numbers%d.xlsx", n), zip.Store, book)
	x.xmlPart(fmt.Sprintf("ppt/charts/chart%d.xml", n), "drawingml.chart+xml", x.chartXML(&t))
	x.relate(fmt.Sprintf("ppt/charts/_rels/chart%d.xml.rels", n), "package", fmt.Sprintf("../embeddings/numbers%d.xlsx", n))
	title, note := s.Title, s.Foot
	title.Words, note.Words = c.Title, s.ChartNote
	area := image.Rect(title.Box.Min.X, s.Under.Box.Min.Y, title.Box.Max.X, note.Box.Min.Y)
	shapes := x.words(2, "Title", `type="title"`, title, "", ` anchor="b"`) +
		fmt.Sprintf(`<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="Chart" descr="%s"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>%s<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId2"/></a:graphicData></a:graphic></p:graphicFrame>`,
			escape(strings.TrimSpace(c.Title+". "+c.Finding)), strings.Replace(strings.Replace(x.box(area), "a:xfrm", "p:xfrm", 1), "/a:xfrm", "/p:xfrm", 1)) +
		x.words(4, "Note", "", note, muted, ` anchor="t"`)
	x.slide(shapes, true, []string{"slideLayout", "../slideLayouts/slideLayout1.xml", "chart", fmt.Sprintf("../charts/chart%d.xml", n)}, "")
	return nil
}
