package slides

import (
	"fmt"
	"strings"
)

const (
	nsA   = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`
	nsAll = nsA + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
	rel   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

	clrMap = `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`
	group  = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`
)

// theme is the colours and the faces. Arial is on every system, or one as wide.
func (d *Deck) theme() string {
	c := func(name, value string) string {
		return `<a:` + name + `><a:srgbClr val="` + value + `"/></a:` + name + `>`
	}
	l := d.Look
	colours := c("dk1", hex(l.Ink)) + c("lt1", hex(l.Ground)) + c("dk2", hex(l.Muted)) + c("lt2", hex(l.Line)) + c("accent1", "004488") + c("accent2", "3B7DB8") +
		c("accent3", "7FB2DA") + c("accent4", "C6DDF0") + c("accent5", "44BB99") + c("accent6", "EE8866") + c("hlink", hex(l.Accent)) + c("folHlink", hex(l.Muted))
	face := `<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>`
	fill := `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	stroke := `<a:ln w="9525">` + fill + `<a:prstDash val="solid"/></a:ln>`
	effect := `<a:effectStyle><a:effectLst/></a:effectStyle>`
	return `<a:theme ` + nsA + ` name="C5"><a:themeElements><a:clrScheme name="C5">` + colours + `</a:clrScheme><a:fontScheme name="C5"><a:majorFont>` + face + `</a:majorFont><a:minorFont>` + face +
		`</a:minorFont></a:fontScheme><a:fmtScheme name="C5"><a:fillStyleLst>` + strings.Repeat(fill, 3) + `</a:fillStyleLst><a:lnStyleLst>` + strings.Repeat(stroke, 3) + `</a:lnStyleLst><a:effectStyleLst>` +
		strings.Repeat(effect, 3) + `</a:effectStyleLst><a:bgFillStyleLst>` + strings.Repeat(fill, 3) + `</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
}

// frame is a box in EMU.
func frame(x, y, w, h int) string {
	return fmt.Sprintf(`<a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm>`, x, y, w, h)
}

// holder is a placeholder of a master or a layout.
func holder(id int, name, ph, xfrm, body string) string {
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph %s/></p:nvPr></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>%s</p:txBody></p:sp>`, id, name, ph, xfrm, body)
}

func (d *Deck) holders() string {
	w, h := slideWidth, d.high()
	body := `<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:endParaRPr lang="` + escape(d.Lang) + `"/></a:p>`
	number := `<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/><a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="900"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="` + escape(d.Lang) + `"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="` + escape(d.Lang) + `"/></a:p>`
	return holder(2, "Title", `type="title"`, frame(w/60, h/30, w-w/30, h/14), body) + holder(3, "Caption", `type="body" idx="1"`, frame(w*5/8, h/8, w*3/8-w/60, h/2), body) +
		holder(4, "Number", `type="sldNum" sz="quarter" idx="12"`, frame(w-w/60-w/16, h-h/24, w/16, h/32), number)
}

func (d *Deck) master() string {
	level := func(size int, bold string) string {
		return fmt.Sprintf(`<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="%d"%s><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>`, size, bold)
	}
	return `<p:sldMaster ` + nsAll + `><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>` + group + d.holders() + `</p:spTree></p:cSld>` + clrMap +
		`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>` + level(2800, ` b="1"`) + `</p:titleStyle><p:bodyStyle>` + level(1800, "") + `</p:bodyStyle><p:otherStyle>` + level(1200, "") + `</p:otherStyle></p:txStyles></p:sldMaster>`
}

func (d *Deck) layout() string {
	return `<p:sldLayout ` + nsAll + ` preserve="1" userDrawn="1"><p:cSld name="Scene"><p:spTree>` + group + d.holders() + `</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
}

// Notes are on pages of 7.5 x 10 inches.
const notesWidth, notesHeight = 6858000, 9144000

func (d *Deck) notesMaster() string {
	body := `<a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="` + escape(d.Lang) + `"/></a:p>`
	return `<p:notesMaster ` + nsAll + `><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>` + group +
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>` + frame(685800, 685800, 5486400, 3086100) + `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>` +
		holder(3, "Notes", `type="body" sz="quarter" idx="3"`, frame(685800, 4114800, 5486400, 4343400), body) + `</p:spTree></p:cSld>` + clrMap +
		`<p:notesStyle><a:lvl1pPr marL="0" algn="l"><a:defRPr sz="1200"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>`
}
