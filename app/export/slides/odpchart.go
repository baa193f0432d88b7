package slides

import (
	"fmt"
	"image"
	"strings"

	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/workbook"
)

// chartODF is a chart of OpenDocument with its table, as large as its frame, and the
// hatches of its fills.
func (d *Deck) chartODF(t *table, area image.Rectangle) (content, hatched string) {
	var st styles
	var hatches strings.Builder
	family := `style:family="chart"`
	text := func(size int) string {
		return fmt.Sprintf(`<style:text-properties fo:font-family="Arial" fo:font-size="%dpt" fo:color="#%s"/>`, size, hex(d.Look.Ink))
	}
	line := `draw:stroke="solid" svg:stroke-width="0.2mm" svg:stroke-color="#` + hex(d.Look.Line) + `"`
	whole := st.name("ch", family, `<style:graphic-properties draw:fill="none" draw:stroke="none"/>`)
	legend := st.name("ch", family, `<style:chart-properties chart:auto-position="true"/><style:graphic-properties draw:fill="none" draw:stroke="none"/>`+text(14))
	plot := st.name("ch", family, fmt.Sprintf(`<style:chart-properties chart:vertical="%t" chart:stacked="%t" chart:treat-empty-cells="leave-gap"/>`, !t.column, t.stack))
	wall := st.name("ch", family, `<style:graphic-properties draw:fill="none" draw:stroke="none"/>`)
	axis := func(more string, size int) string {
		return st.name("ch", family, `<style:chart-properties chart:display-label="true" chart:tick-marks-major-inner="false" chart:tick-marks-major-outer="false" `+more+`/><style:graphic-properties `+line+`/>`+text(size))
	}
	overlap, crossing, turned := `chart:overlap="0" chart:gap-width="45"`, `chart:axis-position="start"`, `chart:reverse-direction="false"`
	if t.stack {
		overlap = `chart:overlap="100" chart:gap-width="45"`
	}
	if !t.column { // the first row on top, the scale below
		turned, crossing = `chart:reverse-direction="true"`, `chart:axis-position="end"`
	}
	rows := axis(turned+` chart:axis-position="start"`, 14)
	values := axis(crossing+` `+overlap, 12)
	grid := st.name("ch", family, `<style:graphic-properties `+line+`/>`)
	last := len(t.rows) + 1
	var series, cells strings.Builder
	for j, s := range t.series {
		look, hatch := odfPaint(s.Fill, j, len(t.series))
		hatches.WriteString(hatch)
		col := workbook.ColumnName(j + 1)
		fmt.Fprintf(&series, `<chart:series chart:style-name="%s" chart:values-cell-range-address="local-table.$%s$2:.$%s$%d" chart:label-cell-address="local-table.$%s$1" chart:class="chart:bar"><chart:data-point chart:repeated="%d"/></chart:series>`,
			st.name("ch", family, look), col, col, last, col, len(t.rows))
		cells.WriteString(textCell(s.Label))
	}
	head := cells.String()
	cells.Reset()
	for i, r := range t.rows {
		cells.WriteString(`<table:table-row>` + textCell(r))
		for _, v := range t.values[i] {
			fmt.Fprintf(&cells, `<table:table-cell office:value-type="float" office:value="%s"><text:p>%s</text:p></table:table-cell>`, number(v), number(v))
		}
		cells.WriteString(`</table:table-row>`)
	}
	hatched = `<office:document-styles ` + odfSpace + `><office:styles>` + hatches.String() + `</office:styles></office:document-styles>`
	content = `<office:document-content ` + odfSpace + `>` + faces + `<office:automatic-styles>` + st.String() + `</office:automatic-styles><office:body><office:chart>` +
		fmt.Sprintf(`<chart:chart svg:width="%s" svg:height="%s" chart:class="chart:bar" chart:style-name="%s">`, length(d.emu(area.Dx())), length(d.emu(area.Dy())), whole) +
		`<chart:legend chart:legend-position="top" chart:style-name="` + legend + `"/>` +
		fmt.Sprintf(`<chart:plot-area chart:style-name="%s" table:cell-range-address="local-table.$A$1:.$%s$%d" chart:data-source-has-labels="both">`, plot, workbook.ColumnName(len(t.series)), last) +
		fmt.Sprintf(`<chart:axis chart:dimension="x" chart:name="primary-x" chart:style-name="%s"><chart:categories table:cell-range-address="local-table.$A$2:.$A$%d"/></chart:axis>`, rows, last) +
		fmt.Sprintf(`<chart:axis chart:dimension="y" chart:name="primary-y" chart:style-name="%s"><chart:grid chart:style-name="%s" chart:class="major"/></chart:axis>`, values, grid) +
		series.String() + `<chart:wall chart:style-name="` + wall + `"/></chart:plot-area>` +
		`<table:table table:name="local-table"><table:table-header-columns><table:table-column/></table:table-header-columns>` +
		fmt.Sprintf(`<table:table-columns><table:table-column table:number-columns-repeated="%d"/></table:table-columns>`, len(t.series)) +
		`<table:table-header-rows><table:table-row>` + textCell("") + head + `</table:table-row></table:table-header-rows><table:table-rows>` + cells.String() +
		`</table:table-rows></table:table></chart:chart></office:chart></office:body></office:document-content>`
	return content, hatched
}

func textCell(s string) string {
	return `<table:table-cell office:value-type="string"><text:p>` + plain(s) + `</text:p></table:table-cell>`
}

// odfPaint is the look of series k of n, with the definition of its hatch, if it has
// one: hatches tell series apart without colour, too.
func odfPaint(f charts.Fill, k, n int) (look, hatch string) {
	if f.Color.A == 0 {
		f.Color = ramp(k, n)
	}
	edge := hex(f.Outline)
	if f.Outline.A == 0 {
		edge = otherEdge
	}
	kind, ink, apart, turned := "single", edge, "1.6mm", 450
	switch f.Pattern {
	case charts.WhiteRule:
		ink, turned = "FFFFFF", 0
	case charts.Dots:
		kind, ink, apart, turned = "double", hex(between(f.Color, f.Outline, 0.35)), "2.4mm", 450 // crossed lines are heavier than dots
	case charts.Diagonals:
	default:
		return `<style:chart-properties/><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="#` + hex(f.Color) + `"/>`, ""
	}
	name := fmt.Sprintf("hatch%d", k+1)
	// Readers take the angle of a hatch for tenths of a degree, as what they wrote before
	// the format said what it is.
	return fmt.Sprintf(`<style:chart-properties/><style:graphic-properties draw:stroke="solid" svg:stroke-width="0.26mm" svg:stroke-color="#%s" draw:fill="hatch" draw:fill-color="#%s" draw:fill-hatch-name="%s" draw:fill-hatch-solid="true"/>`, edge, hex(f.Color), name),
		fmt.Sprintf(`<draw:hatch draw:name="%s" draw:style="%s" draw:color="#%s" draw:distance="%s" draw:rotation="%d"/>`, name, kind, ink, apart, turned)
}
