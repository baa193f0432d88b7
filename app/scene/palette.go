package scene

import (
	"image/color"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/maps"
)

// Palette is every colour of one look. It must not be modified.
type Palette struct {
	Theme state.Theme
	Dark  bool

	Paper    color.NRGBA // behind everything
	Panel    color.NRGBA // panes
	Raised   color.NRGBA // what floats: menus, tips
	Ink      color.NRGBA // text
	InkMuted color.NRGBA // secondary text, 4.5:1 on Panel
	Hairline color.NRGBA
	Accent   color.NRGBA // selection, focus, links
	OnAccent color.NRGBA
	Hover    color.NRGBA // wash under the pointer
	Selected color.NRGBA // wash under a selection
	Warning  color.NRGBA // text of a fault

	Tints  [12]color.NRGBA // of states, by role
	shades [5]charts.Fill  // of statuses, by shade; 0 is off the scale

	mapStyle   maps.Style
	chartStyle charts.Style
}

// hex reads "#rrggbb" or "#rrggbbaa"; it is for the constants below.
func hex(s string) color.NRGBA {
	v, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if len(s) == 7 {
		v = v<<8 | 255
	}
	if err != nil || len(s) != 7 && len(s) != 9 {
		panic("scene: colour " + s)
	}
	return color.NRGBA{R: uint8(v >> 24), G: uint8(v >> 16), B: uint8(v >> 8), A: uint8(v)}
}

// The tints follow Paul Tol's light scheme (personal.sron.nl/~pault), softened
// towards the paper; the pairs stay apart in the common kinds of colour
// blindness (a test simulates them).
var palettes = map[state.Theme]*Palette{
	state.Light: {
		Theme: state.Light, Paper: hex("#F4F2EC"), Panel: hex("#FCFBF8"), Raised: hex("#FFFFFF"), Ink: hex("#1E2429"), InkMuted: hex("#59626A"),
		Hairline: hex("#DDD9D0"), Accent: hex("#0B6E8F"), OnAccent: hex("#FFFFFF"), Hover: hex("#0B6E8F14"), Selected: hex("#0B6E8F1F"), Warning: hex("#9A3412"),
		shades: lightShades,
		Tints: [12]color.NRGBA{
			hex("#F0E3A8"), hex("#A9C9E8"), hex("#F8C3CC"), hex("#B3E3F7"), hex("#86CDB4"), hex("#F0AF95"),
			hex("#7EAEE3"), hex("#C6F4C5"), hex("#A2A590"), hex("#5BACC5"), hex("#C49F6F"), hex("#B49AAB"),
		},
		mapStyle: maps.Style{
			Background: hex("#D5E1E7"), Land: hex("#EEEBE3"), Lake: hex("#C4D9E3"), River: hex("#93B6C8"), Coast: hex("#8FA9B5"),
			Border: hex("#6F675C"), BorderCase: hex("#FFFFFF66"), Admin: hex("#7A6F5E40"), Hatch: hex("#7A4A3A80"), Graticule: hex("#5C778533"),
			Ink: hex("#262B30"), InkMuted: hex("#5E5A52"), InkWater: hex("#335C74"), Halo: hex("#FFFFFFD9"), Paper: hex("#FCFBF8E6"),
			Accent: hex("#0B6E8F"), Marker: hex("#A3263B"), Shadow: hex("#3A3348"), CoastGlow: hex("#FFFFFF5A"), ReliefStrength: 0.9,
		},
		chartStyle: charts.Style{
			Background: hex("#FCFBF8"), Ink: hex("#1E2429"), InkMuted: hex("#59626A"), Grid: hex("#DDD9D0"), Accent: hex("#0B6E8F"),
			HeatLow: hex("#EAF1F7"), HeatHigh: hex("#1F5F99"),
		},
	},
	state.Dark: {
		Theme: state.Dark, Dark: true, Paper: hex("#101417"), Panel: hex("#171C20"), Raised: hex("#20272C"), Ink: hex("#E9E6DF"), InkMuted: hex("#A2ABB1"),
		Hairline: hex("#2E363C"), Accent: hex("#5CC3E0"), OnAccent: hex("#08222B"), Hover: hex("#5CC3E01F"), Selected: hex("#5CC3E033"), Warning: hex("#F2A87B"),
		shades: [5]charts.Fill{
			{Color: hex("#2D3338"), Outline: hex("#7D878F")},
			{Color: hex("#9CCBF2"), Outline: hex("#CFE6FA")},
			{Color: hex("#6AA8DC"), Outline: hex("#9CCBF2")},
			{Color: hex("#3F7DB2"), Outline: hex("#6AA8DC")},
			{Color: hex("#24435F"), Outline: hex("#6AA8DC")},
		},
		Tints: darkTints,
		mapStyle: maps.Style{
			Background: hex("#0D1A21"), Land: hex("#22282C"), Lake: hex("#152C38"), River: hex("#315668"), Coast: hex("#3D5561"),
			Border: hex("#A39C90"), BorderCase: hex("#00000059"), Admin: hex("#CFC7B830"), Hatch: hex("#E0A58F66"), Graticule: hex("#8FB0C026"),
			Ink: hex("#ECE9E2"), InkMuted: hex("#B5B0A6"), InkWater: hex("#7FB0C8"), Halo: hex("#0D1317D9"), Paper: hex("#171C20E6"),
			Accent: hex("#5CC3E0"), Marker: hex("#F08A8F"), Shadow: hex("#05070A"), CoastGlow: hex("#6FA3C01A"), ReliefStrength: 0.75,
		},
		chartStyle: charts.Style{
			Background: hex("#171C20"), Ink: hex("#E9E6DF"), InkMuted: hex("#A2ABB1"), Grid: hex("#2E363C"), Accent: hex("#5CC3E0"),
			HeatLow: hex("#1E2B36"), HeatHigh: hex("#7FBCEB"),
		},
	},
	state.Contrast: {
		Theme: state.Contrast, Paper: hex("#FFFFFF"), Panel: hex("#FFFFFF"), Raised: hex("#FFFFFF"), Ink: hex("#000000"), InkMuted: hex("#2B2B2B"),
		Hairline: hex("#5A5A5A"), Accent: hex("#00497A"), OnAccent: hex("#FFFFFF"), Hover: hex("#00497A26"), Selected: hex("#00497A40"), Warning: hex("#8A1500"),
		shades: lightShades,
		Tints: [12]color.NRGBA{
			hex("#F5E27A"), hex("#7FB4EA"), hex("#FFA3B5"), hex("#8FDFFF"), hex("#3FBF96"), hex("#F2825C"),
			hex("#3D8BBB"), hex("#A3EAA7"), hex("#7A859C"), hex("#A496FF"), hex("#A9871E"), hex("#E65A70"),
		},
		mapStyle: maps.Style{
			Background: hex("#DCEBF3"), Land: hex("#F4F4F4"), Lake: hex("#BBDCEC"), River: hex("#3F83A6"), Coast: hex("#2F5D75"),
			Border: hex("#1E1E1E"), BorderCase: hex("#FFFFFF99"), Admin: hex("#00000040"), Hatch: hex("#5A1E0ACC"), Graticule: hex("#00000026"),
			Ink: hex("#000000"), InkMuted: hex("#262626"), InkWater: hex("#0B4364"), Halo: hex("#FFFFFFF2"), Paper: hex("#FFFFFFF2"),
			Accent: hex("#00497A"), Marker: hex("#8A0F24"), Shadow: hex("#3A3348"), CoastGlow: hex("#FFFFFF5A"), ReliefStrength: 0.35,
		},
		chartStyle: charts.Style{
			Background: hex("#FFFFFF"), Ink: hex("#000000"), InkMuted: hex("#2B2B2B"), Grid: hex("#8C8C8C"), Accent: hex("#00497A"),
			HeatLow: hex("#EEF4FA"), HeatHigh: hex("#003F7D"),
		},
	},
	state.ContrastDark: {
		Theme: state.ContrastDark, Dark: true, Paper: hex("#000000"), Panel: hex("#000000"), Raised: hex("#101010"), Ink: hex("#FFFFFF"), InkMuted: hex("#D6D6D6"),
		Hairline: hex("#8C8C8C"), Accent: hex("#7FE0FF"), OnAccent: hex("#000000"), Hover: hex("#5CC3E01F"), Selected: hex("#5CC3E033"), Warning: hex("#F2A87B"),
		shades: [5]charts.Fill{
			{Color: hex("#2D3338"), Outline: hex("#C9CFD4")},
			{Color: hex("#9CCBF2"), Outline: hex("#CFE6FA")},
			{Color: hex("#6AA8DC"), Outline: hex("#9CCBF2")},
			{Color: hex("#3F7DB2"), Outline: hex("#6AA8DC")},
			{Color: hex("#24435F"), Outline: hex("#9CCBF2")},
		},
		Tints: darkTints,
		mapStyle: maps.Style{
			Background: hex("#0D1A21"), Land: hex("#22282C"), Lake: hex("#152C38"), River: hex("#315668"), Coast: hex("#8FB3C4"),
			Border: hex("#E6E0D4"), BorderCase: hex("#00000059"), Admin: hex("#CFC7B830"), Hatch: hex("#E0A58F66"), Graticule: hex("#8FB0C026"),
			Ink: hex("#FFFFFF"), InkMuted: hex("#E4E0D8"), InkWater: hex("#A8D6EC"), Halo: hex("#0D1317D9"), Paper: hex("#171C20E6"),
			Accent: hex("#7FE0FF"), Marker: hex("#FF9DA3"), Shadow: hex("#05070A"), CoastGlow: hex("#6FA3C01A"), ReliefStrength: 0.75,
		},
		chartStyle: charts.Style{
			Background: hex("#000000"), Ink: hex("#FFFFFF"), InkMuted: hex("#D6D6D6"), Grid: hex("#6E6E6E"), Accent: hex("#7FE0FF"),
			HeatLow: hex("#1E2B36"), HeatHigh: hex("#7FBCEB"),
		},
	},
	state.Print: {
		Theme: state.Print, Paper: hex("#FFFFFF"), Panel: hex("#FFFFFF"), Raised: hex("#FFFFFF"), Ink: hex("#111111"), InkMuted: hex("#4A4A4A"),
		Hairline: hex("#C8C8C8"), Accent: hex("#0B5E7D"), OnAccent: hex("#FFFFFF"), Hover: hex("#0B5E7D14"), Selected: hex("#0B5E7D1F"), Warning: hex("#8A2B0A"),
		shades: lightShades,
		Tints: [12]color.NRGBA{
			hex("#F4EBBE"), hex("#B6D0EA"), hex("#F9D0D7"), hex("#C6EAF8"), hex("#9AD4BF"), hex("#F2BDA8"),
			hex("#9DB7D7"), hex("#C8E1C1"), hex("#B9AD99"), hex("#7ABEB1"), hex("#CBAC8A"), hex("#C3C0D0"),
		},
		mapStyle: maps.Style{
			Background: hex("#E6EEF2"), Land: hex("#F5F4F0"), Lake: hex("#D3E4EC"), River: hex("#8DB1C4"), Coast: hex("#7F99A6"),
			Border: hex("#5B554C"), BorderCase: hex("#FFFFFF80"), Admin: hex("#7A6F5E40"), Hatch: hex("#7A4A3A8C"), Graticule: hex("#5C77852B"),
			Ink: hex("#111111"), InkMuted: hex("#4F4B44"), InkWater: hex("#345F78"), Halo: hex("#FFFFFFE6"), Paper: hex("#FFFFFFEB"),
			Accent: hex("#0B5E7D"), Marker: hex("#941F34"), Shadow: hex("#3A3348"), CoastGlow: hex("#FFFFFF5A"), ReliefStrength: 0.7,
		},
		chartStyle: charts.Style{
			Background: hex("#FFFFFF"), Ink: hex("#111111"), InkMuted: hex("#4A4A4A"), Grid: hex("#D2D2D2"), Accent: hex("#0B5E7D"),
			HeatLow: hex("#EDF3F8"), HeatHigh: hex("#1F5F99"),
		},
	},
}

// darkTints are those of the states on both dark grounds.
var darkTints = [12]color.NRGBA{
	hex("#5E5632"), hex("#34506E"), hex("#7C5763"), hex("#2F5C6E"), hex("#27584A"), hex("#673F2B"),
	hex("#56688B"), hex("#58664B"), hex("#42362E"), hex("#2B4144"), hex("#483010"), hex("#3D3652"),
}

// lightShades run from firm to soft in one hue, so that they survive grey
// print; a status has a pattern besides.
var lightShades = [5]charts.Fill{
	{Color: hex("#E6E6E6"), Outline: hex("#7A7A7A")},
	{Color: hex("#004488"), Outline: hex("#003366")},
	{Color: hex("#3676B0"), Outline: hex("#1F5F99")},
	{Color: hex("#7FB2DA"), Outline: hex("#3B7DB8")},
	{Color: hex("#C6DDF0"), Outline: hex("#3B7DB8")},
}

// patterns are those that a status may have.
var patterns = map[string]charts.Pattern{
	"solid": charts.Solid, "rule": charts.WhiteRule, "diagonals": charts.Diagonals, "outline": charts.Outline, "dots": charts.Dots,
}

// StatusFill is the look of a status: the shade and the pattern that its code
// list gives it.
func (pal *Palette) StatusFill(c dataset.Code) charts.Fill {
	f := pal.shades[c.Shade]
	f.Pattern = patterns[c.Pattern]
	return f
}

// PaletteFor returns the colours of a look. System has no colours of its own:
// the window resolves it, and here it is Light.
func PaletteFor(t state.Theme) *Palette {
	if p := palettes[t]; p != nil {
		return p
	}
	return palettes[state.Light]
}

// mapStyleFor adds the room's faces and the tints by ISO code to the look.
func (r *Room) mapStyleFor(pal *Palette) maps.Style {
	s := pal.mapStyle
	s.Regular, s.Bold = r.regular, r.bold
	s.CountryFill = make(map[string]color.NRGBA, len(r.Data.Countries))
	for i := range r.Data.Countries {
		c := &r.Data.Countries[i]
		for _, iso := range c.Areas() {
			s.CountryFill[iso] = pal.Tints[c.Role-1]
		}
	}
	return s
}

func (r *Room) chartStyleFor(pal *Palette) charts.Style {
	s := pal.chartStyle
	s.Regular, s.Bold = r.regular, r.bold
	return s
}
