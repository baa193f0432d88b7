package maps

import "image/color"

// rgb is an opaque colour from 0xRRGGBB.
func rgb(v uint32) color.NRGBA { return rgba(v, 255) }

func rgba(v uint32, a uint8) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), a}
}

// lightStyle is the map on paper. Faces and fills are for the caller to set.
func lightStyle() Style {
	return Style{
		Background: rgb(0xD5E2EA), Land: rgb(0xF3F0E9), Lake: rgb(0xC9DBE6), River: rgb(0x8FB3CB),
		Coast: rgb(0x86A3B5), CoastGlow: rgba(0xFFFFFF, 90), Border: rgb(0x6B6470), BorderCase: rgba(0xFFFFFF, 120),
		Admin: rgba(0x6B6470, 90), Hatch: rgba(0x5A5360, 58), Graticule: rgba(0x4A6A80, 44), Shadow: rgb(0x3A3348),
		Ink: rgb(0x25272B), InkMuted: rgb(0x5E5A55), InkWater: rgb(0x3F6F92), Halo: rgba(0xFBFAF6, 225),
		Paper: rgba(0xFCFBF8, 240), Accent: rgb(0x0B6E8F), Marker: rgb(0x1F2A44),
		ReliefStrength: 1,
	}
}

// darkStyle is the map at night.
func darkStyle() Style {
	return Style{
		Background: rgb(0x12202B), Land: rgb(0x262B31), Lake: rgb(0x162A38), River: rgb(0x3B6079),
		Coast: rgb(0x466375), CoastGlow: rgba(0x6FA3C0, 26), Border: rgb(0xA9A4B0), BorderCase: rgba(0x000000, 90),
		Admin: rgba(0xA9A4B0, 80), Hatch: rgba(0xD8D2DC, 52), Graticule: rgba(0x8FB6CC, 36), Shadow: rgb(0x05070A),
		Ink: rgb(0xECEBE6), InkMuted: rgb(0xB4B1AA), InkWater: rgb(0x84B4D2), Halo: rgba(0x14181D, 220),
		Paper: rgba(0x1B2127, 240), Accent: rgb(0x5CC3E0), Marker: rgb(0xF1EDE2),
		ReliefStrength: 0.75,
	}
}
