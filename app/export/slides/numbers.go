package slides

import (
	"bytes"
	"image/color"
	"math"
	"strconv"

	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/workbook"
)

// table is the numbers of a chart: a name for each row and each series.
type table struct {
	rows   []string
	series []charts.Series
	values [][]float64 // [row][series]
	stack  bool        // series of a row add up
	column bool        // rows stand side by side, as in time
}

// native reports whether a chart has numbers for a native one.
func native(c *charts.Chart) bool { return c != nil && len(tableOf(c).rows) > 0 }

// tableOf is nothing for a chart whose marks have no scale.
func tableOf(c *charts.Chart) (t table) {
	if c.Kind == charts.Lanes || c.Empty != "" {
		return t
	}
	t.stack, t.column = c.Kind != charts.Compare, c.Kind == charts.Timeline
	t.series = c.Series
	if len(t.series) == 0 {
		for _, x := range c.Columns {
			t.series = append(t.series, charts.Series{Key: x.Key, Label: x.Label})
		}
	}
	add := func(before string, values [][]float64) {
		for i, r := range c.Rows {
			line := make([]float64, len(t.series))
			for j := range line {
				if i < len(values) && j < len(values[i]) {
					line[j] = max(0, values[i][j])
				}
			}
			t.rows, t.values = append(t.rows, before+r.Label), append(t.values, line)
		}
	}
	if len(c.Panels) == 0 {
		add("", c.Values)
	}
	for _, p := range c.Panels {
		add(p.Label+" · ", p.Values)
	}
	if len(t.series) == 0 {
		return table{}
	}
	return t
}

// book is the workbook behind a chart.
func (t *table) book() ([]byte, error) {
	head := []string{""}
	for _, s := range t.series {
		head = append(head, s.Label)
	}
	grid := [][]string{head}
	for i, r := range t.rows {
		line := []string{r}
		for _, v := range t.values[i] {
			line = append(line, number(v))
		}
		grid = append(grid, line)
	}
	var b bytes.Buffer
	err := workbook.WriteNumbers(&b, []workbook.Sheet{{Name: "Sheet1", Rows: grid}})
	return b.Bytes(), err
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// ramp is for series that have no look of their own: from dark to light.
func ramp(k, n int) color.NRGBA {
	return between(color.NRGBA{0x00, 0x44, 0x88, 255}, color.NRGBA{0xC6, 0xDD, 0xF0, 255}, float64(k)/float64(max(n-1, 1)))
}

// between is a colour on the way from one to another.
func between(from, to color.NRGBA, share float64) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + (float64(b)-float64(a))*share)) }
	return color.NRGBA{mix(from.R, to.R), mix(from.G, to.G), mix(from.B, to.B), 255}
}
