package charts

import (
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"time"

	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/draw/text"
)

var regular, bold = mustParse(assets.FontRegular()), mustParse(assets.FontBold())

func mustParse(ttf []byte) *text.Face {
	f, err := text.Parse(ttf)
	if err != nil {
		panic(err)
	}
	return f
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

var light = Style{
	Background: rgb(0xFCFBF8), Ink: rgb(0x1B1F23), InkMuted: rgb(0x5A6068), Grid: rgb(0xDDDAD2), Accent: rgb(0x0B6E8F),
	HeatLow: rgb(0xE8F0F7), HeatHigh: rgb(0x004488), Regular: regular, Bold: bold,
}

var dark = Style{
	Background: rgb(0x16191D), Ink: rgb(0xECEEF0), InkMuted: rgb(0xA4ABB3), Grid: rgb(0x363C43), Accent: rgb(0x5CC3E0),
	HeatLow: rgb(0x1F2D3C), HeatHigh: rgb(0x8FC4F0), Regular: regular, Bold: bold,
}

// statuses are the fills the atlas uses, from firm to soft.
var statuses = []Series{
	{Key: "agreed", Label: "Agreed", Fill: Fill{Color: rgb(0x004488)}},
	{Key: "to_be_signed", Label: "To be signed", Fill: Fill{Color: rgb(0x3B7DB8), Pattern: WhiteRule}},
	{Key: "announced", Label: "Announced", Fill: Fill{Color: rgb(0x7FB2DA), Pattern: Diagonals}},
	{Key: "intended", Label: "Intended", Fill: Fill{Color: rgb(0xC6DDF0), Pattern: Outline}},
	{Key: "position", Label: "Position", Fill: Fill{Color: rgb(0xE6E6E6), Pattern: Dots}},
}

func domainsChart() *Chart {
	return &Chart{
		Kind: Bars, Title: "Agreements and commitments by domain",
		Subtitle: "44 of 90 statements · all states · 2020–2025",
		Notes: []string{
			"A statement counts once for each state it names, so that the states add up to more than the total.",
			"Five documents are not a sample of all that was agreed.",
		},
		Source: "Source: joint statement of 16 July 2020; Ukrinform, 26–27 April 2023; three other documents",
		Footer: "C+C5 Atlas 1.0 · data 2026-11-22",
		Rows: []Category{
			{Key: "POL", Label: "Political relations"},
			{Key: "SEC", Label: "Security and defence", Short: "Security"},
			{Key: "TRD", Label: "Trade and investment"},
			{Key: "TRN", Label: "Transport and connectivity", Short: "Transport"},
			{Key: "ENE", Label: "Energy and natural resources", Short: "Energy"},
			{Key: "AGR", Label: "Agriculture"},
			{Key: "EDU", Label: "Education, culture and people-to-people contacts", Short: "Education, culture"},
			{Key: "HEA", Label: "Health"},
			{Key: "ENV", Label: "Environment and water"},
			{Key: "DIG", Label: "Digital and technology"},
			{Key: "MIG", Label: "Consular affairs and migration"},
			{Key: "INT", Label: "International organisations"},
		},
		Series: slices.Clone(statuses[:4]),
		Values: [][]float64{
			{2, 0, 3, 4}, {1, 1, 2, 3}, {3, 0, 1, 2}, {0, 1, 4, 1}, {1, 0, 0, 2}, {0, 0, 1, 1}, {1, 2, 2, 0}, {0, 0, 1, 2}, {0, 0, 0, 1}, {0, 0, 1, 0}, {0, 0, 0, 0}, {0, 0, 1, 0},
		},
		AxisLabel: "Statements", Empty: "Nothing matches these filters. All 90 statements are hidden by “Health” and “Uzbekistan”.",
		TotalLabel: "Total", Style: light,
	}
}

func statesChart() *Chart {
	c := domainsChart()
	c.Title = "Agreements and commitments by state"
	c.Rows = []Category{{Key: "CHN", Label: "China"}, {Key: "KAZ", Label: "Kazakhstan"}, {Key: "KGZ", Label: "Kyrgyzstan"}, {Key: "TJK", Label: "Tajikistan"}, {Key: "TKM", Label: "Turkmenistan"}, {Key: "UZB", Label: "Uzbekistan"}}
	c.Series = slices.Clone(statuses)
	c.Values = [][]float64{{8, 4, 22, 10, 31}, {8, 4, 20, 9, 25}, {4, 0, 12, 8, 12}, {4, 0, 12, 7, 11}, {4, 0, 11, 7, 9}, {5, 1, 13, 8, 12}}
	return c
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func timelineChart() *Chart {
	c := domainsChart()
	c.Kind = Timeline
	c.Title = "Agreements and commitments by meeting"
	c.Series = slices.Clone(statuses)
	c.Rows = []Category{
		{Key: "a", Label: "First foreign ministers’ meeting, online", Short: "Online", Time: day(2020, 7, 16)},
		{Key: "b", Label: "Second foreign ministers’ meeting, Xi’an", Short: "Xi’an", Time: day(2021, 5, 12)},
		{Key: "c", Label: "Summit for the 30th anniversary, online", Short: "Online", Time: day(2022, 1, 25)},
		{Key: "d", Label: "Third meeting, Nur-Sultan", Short: "Nur-Sultan", Time: day(2022, 6, 8)},
		{Key: "e", Label: "Xi’an, talks of 26 April", Short: "Xi’an", Time: day(2023, 4, 26)},
		{Key: "f", Label: "Fourth meeting, Xi’an", Short: "Xi’an", Time: day(2023, 4, 27)},
		{Key: "g", Label: "First summit, Xi’an", Short: "Xi’an", Time: day(2023, 5, 18)},
		{Key: "h", Label: "Ministers, Chengdu", Short: "Chengdu", Time: day(2024, 11, 30), TimeEnd: day(2024, 12, 1)},
		{Key: "i", Label: "Second summit, Astana", Short: "Astana", Time: day(2025, 6, 17)},
	}
	c.Values = [][]float64{{4, 0, 12, 8, 22}, {}, {0, 0, 3, 1, 2}, {}, {1, 2, 3, 0, 6}, {2, 1, 4, 2, 5}, {}, {0, 0, 2, 1, 8}, {1, 0, 0, 0, 1}}
	return c
}

func matrixChart() *Chart {
	c := domainsChart()
	c.Kind = Grid
	c.Title = "Domains and states"
	c.Columns = []Category{{Key: "CHN", Label: "China"}, {Key: "KAZ", Label: "Kazakhstan"}, {Key: "KGZ", Label: "Kyrgyzstan"}, {Key: "TJK", Label: "Tajikistan"}, {Key: "TKM", Label: "Turkmenistan"}, {Key: "UZB", Label: "Uzbekistan"}}
	c.Values = nil
	for i := range c.Rows {
		row := make([]float64, 6)
		for j := range row {
			row[j] = float64((i*7 + j*5 + i*j) % 13 * ((i + j) % 3))
		}
		c.Values = append(c.Values, row)
	}
	return c
}

const longUkrainian = "Співробітництво у сфері транспортно-логістичної взаємопов’язаності та спрощення процедур"

func longChart() *Chart {
	c := domainsChart()
	c.Title = "Домовленості та зобов’язання за сферами співробітництва між Китаєм і п’ятьма державами Центральної Азії"
	c.Subtitle = "44 з 90 тверджень · усі держави · 2020–2025 · лише твердження, у яких названо цю державу"
	c.Rows = c.Rows[:8]
	for i := range c.Rows {
		c.Rows[i].Label, c.Rows[i].Short = fmt.Sprintf("%s %d", longUkrainian, i+1), ""
	}
	for i, s := range []string{"Погоджено", "Підлягає підписанню", "Оголошено", "Намір"} {
		c.Series = append([]Series(nil), c.Series...)
		c.Series[i].Label = s
	}
	return c
}

func manyChart() *Chart {
	c := domainsChart()
	c.Rows, c.Values = nil, nil
	for i := range 40 {
		c.Rows = append(c.Rows, Category{Key: strconv.Itoa(i), Label: fmt.Sprintf("Category number %d of forty", i+1)})
		c.Values = append(c.Values, []float64{float64(40-i) / 2, float64(i % 3), 1, float64(i % 5)})
	}
	for _, row := range c.Values {
		row[0] = float64(int(row[0]))
	}
	return c
}

func oneChart() *Chart {
	c := domainsChart()
	c.Rows, c.Values = c.Rows[:1], c.Values[:1]
	return c
}

func emptyChart() *Chart {
	c := domainsChart()
	c.Subtitle = "0 of 90 statements"
	c.Values = nil
	return c
}

func documentsChart() *Chart {
	c := matrixChart()
	c.Title = "Documents and domains"
	c.Columns = domainsChart().Rows
	c.Rows = []Category{
		{Key: "000", Label: "Ukrinform report, 26–27 April 2023"},
		{Key: "001", Label: "Joint statement, 16 July 2020"},
		{Key: "002", Label: "Kazinform report, 18 May 2023"},
		{Key: "003", Label: "China–Kazakhstan talks, 30 November 2024"},
		{Key: "004", Label: "Ministers’ meeting, Chengdu, 1 December 2024"},
	}
	values := make([][]float64, 5)
	for i := range values {
		for j := range c.Columns {
			values[i] = append(values[i], float64((i*5+j*3+i*j*2)%7))
		}
	}
	c.Values = values
	return c
}

func multiplesChart() *Chart {
	c := statesChart()
	c.Kind = Multiples
	c.Title = "Each state by domain"
	states := c.Rows
	c.Rows = domainsChart().Rows[:8]
	c.Series = slices.Clone(statuses[:4])
	for k, s := range states {
		var values [][]float64
		for i := range c.Rows {
			values = append(values, []float64{float64((k + i) % 3), float64((k * i) % 2), float64((k + 2*i) % 4), float64(i % 3)})
		}
		c.Panels = append(c.Panels, Panel{Category: s, Values: values})
	}
	c.Values = nil
	return c
}

func compareChart() *Chart {
	c := domainsChart()
	c.Kind = Compare
	c.Title = "Two meetings compared"
	c.Columns = []Category{{Key: "a", Label: "Foreign ministers, 16 July 2020"}, {Key: "b", Label: "Foreign ministers, 26–27 April 2023"}}
	c.Values = nil
	for i := range c.Rows {
		c.Values = append(c.Values, []float64{float64(i * 5 % 9), float64(i * 7 % 11)})
	}
	return c
}

func textsChart() *Chart {
	c := domainsChart()
	c.Kind = Texts
	c.Title = "Two texts: the firmest of each domain"
	c.Columns = []Category{{Key: "a", Label: "Joint statement, 16 July 2020"}, {Key: "b", Label: "News report, 26–27 April 2023"}}
	c.Values = nil
	for i := range c.Rows {
		a, b := i*5%4, i*7%3
		c.Values = append(c.Values, []float64{float64(a), float64(b)})
		var said []Said
		for j, n := range []int{a, b} {
			if n == 0 {
				said = append(said, Said{Text: "Nothing coded"})
				continue
			}
			s := statuses[(i+j)%len(statuses)]
			said = append(said, Said{s.Label + " · paragraph " + strconv.Itoa(i+j+1), "The six decide to create a standing council that reviews once a year what has been done of that.", s.Fill})
		}
		c.Said = append(c.Said, said)
		c.Verdicts = append(c.Verdicts, []string{"firmer in the second", "only in the first", "equally firm"}[i%3])
	}
	return c
}

func shareChart() *Chart {
	c := statesChart()
	c.Share = true
	c.Title = "How firm: statements by state"
	return c
}
