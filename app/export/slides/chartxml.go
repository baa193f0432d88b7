package slides

import (
	"fmt"
	"strings"

	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/workbook"
)

// chartXML is a chart of Office Open XML, whose numbers are in the workbook rId1.
func (d *Deck) chartXML(t *table) string {
	var b strings.Builder
	ink := hex(d.Look.Ink)
	text := func(size int) string {
		return fmt.Sprintf(`<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%d"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="%s"/></a:p></c:txPr>`, size, ink, escape(d.Lang))
	}
	b.WriteString(`<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart>`)
	direction, grouping := "bar", "stacked"
	if t.column {
		direction = "col"
	}
	if !t.stack {
		grouping = "clustered"
	}
	fmt.Fprintf(&b, `<c:barDir val="%s"/><c:grouping val="%s"/><c:varyColors val="0"/>`, direction, grouping)
	last := len(t.rows) + 1
	for j, s := range t.series {
		col := workbook.ColumnName(j + 1)
		fmt.Fprintf(&b, `<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>Sheet1!$%s$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>%s</c:v></c:pt></c:strCache></c:strRef></c:tx>`, j, j, col, escape(s.Label))
		b.WriteString(`<c:spPr>` + paint(s.Fill, j, len(t.series)) + `</c:spPr><c:invertIfNegative val="0"/>`)
		fmt.Fprintf(&b, `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$%d</c:f><c:strCache><c:ptCount val="%d"/>`, last, len(t.rows))
		for i, r := range t.rows {
			fmt.Fprintf(&b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escape(r))
		}
		fmt.Fprintf(&b, `</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$%s$2:$%s$%d</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>`, col, col, last, len(t.rows))
		for i := range t.rows {
			fmt.Fprintf(&b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, number(t.values[i][j]))
		}
		b.WriteString(`</c:numCache></c:numRef></c:val></c:ser>`)
	}
	b.WriteString(`<c:gapWidth val="45"/>`)
	if t.stack {
		b.WriteString(`<c:overlap val="100"/>`)
	}
	orientation, catPos, valPos, crosses := "maxMin", "l", "b", "max" // the first row on top, the scale below
	if t.column {
		orientation, catPos, valPos, crosses = "minMax", "b", "l", "autoZero"
	}
	line := fmt.Sprintf(`<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln></c:spPr>`, hex(d.Look.Line))
	fmt.Fprintf(&b, `<c:axId val="1001"/><c:axId val="1002"/></c:barChart><c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/><c:numFmt formatCode="General" sourceLinked="0"/>`+
		`<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>%s%s<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`,
		orientation, catPos, line, text(1400))
	fmt.Fprintf(&b, `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/><c:majorGridlines>%s</c:majorGridlines><c:numFmt formatCode="General" sourceLinked="0"/>`+
		`<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>%s<c:crossAx val="1001"/><c:crosses val="%s"/><c:crossBetween val="between"/></c:valAx></c:plotArea>`, valPos, line, text(1200), crosses)
	b.WriteString(`<c:legend><c:legendPos val="t"/><c:overlay val="0"/>` + text(1400) + `</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
		text(1200) + `<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`)
	return b.String()
}

// otherEdge is the outline of a pattern that has none of its own.
const otherEdge = "44546A"

// paint is a fill as a shape has it: patterns tell series apart without colour, too.
func paint(f charts.Fill, k, n int) string {
	if f.Color.A == 0 {
		f.Color = ramp(k, n)
	}
	solid := func(c string) string { return `<a:solidFill><a:srgbClr val="` + c + `"/></a:solidFill>` }
	own, edge := hex(f.Color), hex(f.Outline)
	if f.Outline.A == 0 {
		edge = otherEdge
	}
	pattern := func(name, fore, back string) string {
		return `<a:pattFill prst="` + name + `"><a:fgClr><a:srgbClr val="` + fore + `"/></a:fgClr><a:bgClr><a:srgbClr val="` + back + `"/></a:bgClr></a:pattFill>`
	}
	fill := solid(own)
	switch f.Pattern {
	case charts.WhiteRule:
		fill = pattern("dkHorz", own, "FFFFFF")
	case charts.Diagonals:
		fill = pattern("wdUpDiag", edge, own)
	case charts.Dots:
		fill = pattern("pct10", edge, own)
	}
	if f.Pattern == charts.Solid {
		return fill
	}
	return fill + `<a:ln w="9525">` + solid(edge) + `</a:ln>`
}
