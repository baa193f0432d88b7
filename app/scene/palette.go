package scene

import (
	"image/color"

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

// rgb is the opaque colour 0xRRGGBB, and rgba 0xRRGGBBAA. The compiler works them out: the
// palettes are no code.
func rgb(c uint32) color.NRGBA { return rgba(c<<8 | 0xFF) }

func rgba(c uint32) color.NRGBA {
	return color.NRGBA{R: uint8(c >> 24), G: uint8(c >> 16), B: uint8(c >> 8), A: uint8(c)}
}

// The tints follow Paul Tol's light scheme (personal.sron.nl/~pault), softened
// towards the paper; the pairs stay apart in the common kinds of colour
// blindness (a test simulates them).
var palettes = map[state.Theme]*Palette{
	state.Light: {
		Theme: state.Light, Paper: rgb(0xF4F2EC), Panel: rgb(0xFCFBF8), Raised: rgb(0xFFFFFF), Ink: rgb(0x1E2429), InkMuted: rgb(0x59626A),
		Hairline: rgb(0xDDD9D0), Accent: rgb(0x0B6E8F), OnAccent: rgb(0xFFFFFF), Hover: rgba(0x0B6E8F14), Selected: rgba(0x0B6E8F1F), Warning: rgb(0x9A3412),
		shades: lightShades,
		Tints: [12]color.NRGBA{
			rgb(0xF0E3A8), rgb(0xA9C9E8), rgb(0xF8C3CC), rgb(0xB3E3F7), rgb(0x86CDB4), rgb(0xF0AF95),
			rgb(0x7EAEE3), rgb(0xC6F4C5), rgb(0xA2A590), rgb(0x5BACC5), rgb(0xC49F6F), rgb(0xB49AAB),
		},
		mapStyle: maps.Style{
			Background: rgb(0xD5E1E7), Land: rgb(0xEEEBE3), Lake: rgb(0xC4D9E3), River: rgb(0x93B6C8), Coast: rgb(0x8FA9B5),
			Border: rgb(0x6F675C), BorderCase: rgba(0xFFFFFF66), Admin: rgba(0x7A6F5E40), Hatch: rgba(0x7A4A3A80), Graticule: rgba(0x5C778533),
			Ink: rgb(0x262B30), InkMuted: rgb(0x5E5A52), InkWater: rgb(0x335C74), Halo: rgba(0xFFFFFFD9), Paper: rgba(0xFCFBF8E6),
			Accent: rgb(0x0B6E8F), Marker: rgb(0xA3263B), Shadow: rgb(0x3A3348), CoastGlow: rgba(0xFFFFFF5A), ReliefStrength: 0.9,
		},
		chartStyle: charts.Style{
			Background: rgb(0xFCFBF8), Ink: rgb(0x1E2429), InkMuted: rgb(0x59626A), Grid: rgb(0xDDD9D0), Accent: rgb(0x0B6E8F),
			HeatLow: rgb(0xEAF1F7), HeatHigh: rgb(0x1F5F99),
		},
	},
	state.Dark: {
		Theme: state.Dark, Dark: true, Paper: rgb(0x101417), Panel: rgb(0x171C20), Raised: rgb(0x20272C), Ink: rgb(0xE9E6DF), InkMuted: rgb(0xA2ABB1),
		Hairline: rgb(0x2E363C), Accent: rgb(0x5CC3E0), OnAccent: rgb(0x08222B), Hover: rgba(0x5CC3E01F), Selected: rgba(0x5CC3E033), Warning: rgb(0xF2A87B),
		shades: [5]charts.Fill{
			{Color: rgb(0x2D3338), Outline: rgb(0x7D878F)},
			{Color: rgb(0x9CCBF2), Outline: rgb(0xCFE6FA)},
			{Color: rgb(0x6AA8DC), Outline: rgb(0x9CCBF2)},
			{Color: rgb(0x3F7DB2), Outline: rgb(0x6AA8DC)},
			{Color: rgb(0x24435F), Outline: rgb(0x6AA8DC)},
		},
		Tints: darkTints,
		mapStyle: maps.Style{
			Background: rgb(0x0D1A21), Land: rgb(0x22282C), Lake: rgb(0x152C38), River: rgb(0x315668), Coast: rgb(0x3D5561),
			Border: rgb(0xA39C90), BorderCase: rgba(0x00000059), Admin: rgba(0xCFC7B830), Hatch: rgba(0xE0A58F66), Graticule: rgba(0x8FB0C026),
			Ink: rgb(0xECE9E2), InkMuted: rgb(0xB5B0A6), InkWater: rgb(0x7FB0C8), Halo: rgba(0x0D1317D9), Paper: rgba(0x171C20E6),
			Accent: rgb(0x5CC3E0), Marker: rgb(0xF08A8F), Shadow: rgb(0x05070A), CoastGlow: rgba(0x6FA3C01A), ReliefStrength: 0.75,
		},
		chartStyle: charts.Style{
			Background: rgb(0x171C20), Ink: rgb(0xE9E6DF), InkMuted: rgb(0xA2ABB1), Grid: rgb(0x2E363C), Accent: rgb(0x5CC3E0),
			HeatLow: rgb(0x1E2B36), HeatHigh: rgb(0x7FBCEB),
		},
	},
	state.Contrast: {
		Theme: state.Contrast, Paper: rgb(0xFFFFFF), Panel: rgb(0xFFFFFF), Raised: rgb(0xFFFFFF), Ink: rgb(0x000000), InkMuted: rgb(0x2B2B2B),
		Hairline: rgb(0x5A5A5A), Accent: rgb(0x00497A), OnAccent: rgb(0xFFFFFF), Hover: rgba(0x00497A26), Selected: rgba(0x00497A40), Warning: rgb(0x8A1500),
		shades: lightShades,
		Tints: [12]color.NRGBA{
			rgb(0xF5E27A), rgb(0x7FB4EA), rgb(0xFFA3B5), rgb(0x8FDFFF), rgb(0x3FBF96), rgb(0xF2825C),
			rgb(0x3D8BBB), rgb(0xA3EAA7), rgb(0x7A859C), rgb(0xA496FF), rgb(0xA9871E), rgb(0xE65A70),
		},
		mapStyle: maps.Style{
			Background: rgb(0xDCEBF3), Land: rgb(0xF4F4F4), Lake: rgb(0xBBDCEC), River: rgb(0x3F83A6), Coast: rgb(0x2F5D75),
			Border: rgb(0x1E1E1E), BorderCase: rgba(0xFFFFFF99), Admin: rgba(0x00000040), Hatch: rgba(0x5A1E0ACC), Graticule: rgba(0x00000026),
			Ink: rgb(0x000000), InkMuted: rgb(0x262626), InkWater: rgb(0x0B4364), Halo: rgba(0xFFFFFFF2), Paper: rgba(0xFFFFFFF2),
			Accent: rgb(0x00497A), Marker: rgb(0x8A0F24), Shadow: rgb(0x3A3348), CoastGlow: rgba(0xFFFFFF5A), ReliefStrength: 0.35,
		},
		chartStyle: charts.Style{
			Background: rgb(0xFFFFFF), Ink: rgb(0x000000), InkMuted: rgb(0x2B2B2B), Grid: rgb(0x8C8C8C), Accent: rgb(0x00497A),
			HeatLow: rgb(0xEEF4FA), HeatHigh: rgb(0x003F7D),
		},
	},
	state.ContrastDark: {
		Theme: state.ContrastDark, Dark: true, Paper: rgb(0x000000), Panel: rgb(0x000000), Raised: rgb(0x101010), Ink: rgb(0xFFFFFF), InkMuted: rgb(0xD6D6D6),
		Hairline: rgb(0x8C8C8C), Accent: rgb(0x7FE0FF), OnAccent: rgb(0x000000), Hover: rgba(0x5CC3E01F), Selected: rgba(0x5CC3E033), Warning: rgb(0xF2A87B),
		shades: [5]charts.Fill{
			{Color: rgb(0x2D3338), Outline: rgb(0xC9CFD4)},
			{Color: rgb(0x9CCBF2), Outline: rgb(0xCFE6FA)},
			{Color: rgb(0x6AA8DC), Outline: rgb(0x9CCBF2)},
			{Color: rgb(0x3F7DB2), Outline: rgb(0x6AA8DC)},
			{Color: rgb(0x24435F), Outline: rgb(0x9CCBF2)},
		},
		Tints: darkTints,
		mapStyle: maps.Style{
			Background: rgb(0x0D1A21), Land: rgb(0x22282C), Lake: rgb(0x152C38), River: rgb(0x315668), Coast: rgb(0x8FB3C4),
			Border: rgb(0xE6E0D4), BorderCase: rgba(0x00000059), Admin: rgba(0xCFC7B830), Hatch: rgba(0xE0A58F66), Graticule: rgba(0x8FB0C026),
			Ink: rgb(0xFFFFFF), InkMuted: rgb(0xE4E0D8), InkWater: rgb(0xA8D6EC), Halo: rgba(0x0D1317D9), Paper: rgba(0x171C20E6),
			Accent: rgb(0x7FE0FF), Marker: rgb(0xFF9DA3), Shadow: rgb(0x05070A), CoastGlow: rgba(0x6FA3C01A), ReliefStrength: 0.75,
		},
		chartStyle: charts.Style{
			Background: rgb(0x000000), Ink: rgb(0xFFFFFF), InkMuted: rgb(0xD6D6D6), Grid: rgb(0x6E6E6E), Accent: rgb(0x7FE0FF),
			HeatLow: rgb(0x1E2B36), HeatHigh: rgb(0x7FBCEB),
		},
	},
	state.Print: {
		Theme: state.Print, Paper: rgb(0xFFFFFF), Panel: rgb(0xFFFFFF), Raised: rgb(0xFFFFFF), Ink: rgb(0x111111), InkMuted: rgb(0x4A4A4A),
		Hairline: rgb(0xC8C8C8), Accent: rgb(0x0B5E7D), OnAccent: rgb(0xFFFFFF), Hover: rgba(0x0B5E7D14), Selected: rgba(0x0B5E7D1F), Warning: rgb(0x8A2B0A),
		shades: lightShades,
		Tints: [12]color.NRGBA{
			rgb(0xF4EBBE), rgb(0xB6D0EA), rgb(0xF9D0D7), rgb(0xC6EAF8), rgb(0x9AD4BF), rgb(0xF2BDA8),
			rgb(0x9DB7D7), rgb(0xC8E1C1), rgb(0xB9AD99), rgb(0x7ABEB1), rgb(0xCBAC8A), rgb(0xC3C0D0),
		},
		mapStyle: maps.Style{
			Background: rgb(0xE6EEF2), Land: rgb(0xF5F4F0), Lake: rgb(0xD3E4EC), River: rgb(0x8DB1C4), Coast: rgb(0x7F99A6),
			Border: rgb(0x5B554C), BorderCase: rgba(0xFFFFFF80), Admin: rgba(0x7A6F5E40), Hatch: rgba(0x7A4A3A8C), Graticule: rgba(0x5C77852B),
			Ink: rgb(0x111111), InkMuted: rgb(0x4F4B44), InkWater: rgb(0x345F78), Halo: rgba(0xFFFFFFE6), Paper: rgba(0xFFFFFFEB),
			Accent: rgb(0x0B5E7D), Marker: rgb(0x941F34), Shadow: rgb(0x3A3348), CoastGlow: rgba(0xFFFFFF5A), ReliefStrength: 0.7,
		},
		chartStyle: charts.Style{
			Background: rgb(0xFFFFFF), Ink: rgb(0x111111), InkMuted: rgb(0x4A4A4A), Grid: rgb(0xD2D2D2), Accent: rgb(0x0B5E7D),
			HeatLow: rgb(0xEDF3F8), HeatHigh: rgb(0x1F5F99),
		},
	},
}

// darkTints are those of the states on both dark grounds.
var darkTints = [12]color.NRGBA{
	rgb(0x5E5632), rgb(0x34506E), rgb(0x7C5763), rgb(0x2F5C6E), rgb(0x27584A), rgb(0x673F2B),
	rgb(0x56688B), rgb(0x58664B), rgb(0x42362E), rgb(0x2B4144), rgb(0x483010), rgb(0x3D3652),
}

// lightShades run from firm to soft in one hue, so that they survive grey
// print; a status has a pattern besides.
var lightShades = [5]charts.Fill{
	{Color: rgb(0xE6E6E6), Outline: rgb(0x7A7A7A)},
	{Color: rgb(0x004488), Outline: rgb(0x003366)},
	{Color: rgb(0x3676B0), Outline: rgb(0x1F5F99)},
	{Color: rgb(0x7FB2DA), Outline: rgb(0x3B7DB8)},
	{Color: rgb(0xC6DDF0), Outline: rgb(0x3B7DB8)},
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
