package theme

import (
	"bytes"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

func TestOneFace(t *testing.T) {
	a := New(scene.PaletteFor(state.Light), 1)
	for _, s := range []fyne.TextStyle{{}, {Italic: true}, {Monospace: true}, {Symbol: true}} {
		if !bytes.Equal(a.Font(s).Content(), assets.FontRegular()) {
			t.Errorf("%+v has another face", s)
		}
	}
	if !bytes.Equal(a.Font(fyne.TextStyle{Bold: true}).Content(), assets.FontBold()) {
		t.Error("bold has another face")
	}
}

func TestSizesFollowTheFactor(t *testing.T) {
	a, b := New(scene.PaletteFor(state.Light), 1), New(scene.PaletteFor(state.Light), 2)
	for _, n := range []fyne.ThemeSizeName{theme.SizeNameText, theme.SizeNameCaptionText, theme.SizeNameHeadingText, theme.SizeNameInlineIcon} {
		if b.Size(n) != 2*a.Size(n) {
			t.Errorf("%s: %v and %v", n, a.Size(n), b.Size(n))
		}
		if n != theme.SizeNameInlineIcon && a.Size(n) < Small {
			t.Errorf("%s is under %v", n, Small)
		}
	}
}

// Text of a widget reads on what lies below it, 4.5:1 (WCAG 1.4.3).
func TestContrast(t *testing.T) {
	for _, look := range []state.Theme{state.Light, state.Dark, state.Contrast} {
		a := New(scene.PaletteFor(look), 1)
		for _, pair := range [][2]fyne.ThemeColorName{
			{theme.ColorNameForeground, theme.ColorNameBackground},
			{theme.ColorNameForeground, theme.ColorNameInputBackground},
			{theme.ColorNameForeground, theme.ColorNameButton},
			{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground},
			{theme.ColorNamePlaceHolder, theme.ColorNameBackground},
			{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary},
			{theme.ColorNameHyperlink, theme.ColorNameBackground},
			{theme.ColorNameError, theme.ColorNameOverlayBackground},
		} {
			if c := contrast(a.Color(pair[0], 0), a.Color(pair[1], 0)); c < 4.5 {
				t.Errorf("%s: %s on %s is %.2f:1", look, pair[0], pair[1], c)
			}
		}
	}
}

// The edge of a field is seen on the field and on what lies round it, 3:1 (WCAG 1.4.11).
func TestFieldsHaveAnEdge(t *testing.T) {
	for _, look := range state.Themes() {
		if look == state.System {
			continue
		}
		a := New(scene.PaletteFor(look), 1)
		edge := color.NRGBAModel.Convert(a.Color(theme.ColorNameInputBorder, 0)).(color.NRGBA)
		for _, name := range []fyne.ThemeColorName{theme.ColorNameInputBackground, theme.ColorNameOverlayBackground, theme.ColorNameBackground} {
			ground := color.NRGBAModel.Convert(a.Color(name, 0)).(color.NRGBA)
			on := func(x, y uint8) uint8 { return uint8((int(x)*int(edge.A) + int(y)*(255-int(edge.A))) / 255) }
			if c := contrast(color.NRGBA{on(edge.R, ground.R), on(edge.G, ground.G), on(edge.B, ground.B), 255}, ground); c < 3 {
				t.Errorf("%s: the edge on %s is %.2f:1", look, name, c)
			}
		}
	}
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is WCAG's relative luminance.
func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	part := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*part(n.R) + 0.7152*part(n.G) + 0.0722*part(n.B)
}
