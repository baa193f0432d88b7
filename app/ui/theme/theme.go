// Package theme gives Fyne's widgets the colours, sizes and faces of the atlas,
// so that they match what maps and charts draw.
package theme

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/assets"
)

// Sizes of type at factor 1, in layout pixels. Nothing is smaller than Small.
const (
	Small   float32 = 12
	Body    float32 = 14
	Lead    float32 = 16
	Title   float32 = 20
	Display float32 = 28
)

// Steps of space, and the one corner radius, in layout pixels.
const (
	Space1 float32 = 4
	Space2 float32 = 8
	Space3 float32 = 12
	Space4 float32 = 16
	Space5 float32 = 24
	Radius float32 = 6
)

// Atlas is a Fyne theme made of a palette. It has one variant: whether it is
// dark is for the palette to say.
type Atlas struct {
	palette *scene.Palette
	scale   float32
	dark    fyne.ThemeVariant
}

var _ fyne.Theme = (*Atlas)(nil)

// New returns the theme for a palette with type scaled by the factor.
func New(p *scene.Palette, scale float64) *Atlas {
	a := &Atlas{palette: p, scale: float32(scale), dark: theme.VariantLight}
	if p.Dark {
		a.dark = theme.VariantDark
	}
	return a
}

// Set gives the app the theme for a palette with type scaled by the factor, unless it
// has it: with each theme that is set, Fyne reads its fonts and measures all words
// anew.
func Set(app fyne.App, p *scene.Palette, scale float64) {
	a := New(p, scale)
	if now, ok := app.Settings().Theme().(*Atlas); !ok || *now != *a {
		app.Settings().SetTheme(a)
	}
}

var faces = sync.OnceValue(func() [2]fyne.Resource {
	return [2]fyne.Resource{
		fyne.NewStaticResource("atlas-regular.ttf", assets.FontRegular()),
		fyne.NewStaticResource("atlas-bold.ttf", assets.FontBold()),
	}
})

// Font returns one of the two faces. Fyne's own fonts lack letters of ours and
// drop the dot of the Ukrainian "і", so they are never used.
func (a *Atlas) Font(style fyne.TextStyle) fyne.Resource {
	if style.Bold {
		return faces()[1]
	}
	return faces()[0]
}

// Icon returns Fyne's icon of that name.
func (a *Atlas) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Color returns the palette's colour for a role of Fyne's.
func (a *Atlas) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	p := a.palette
	switch name {
	case theme.ColorNameBackground: // of the window, on which panes need none of their own
		return p.Panel
	case theme.ColorNameButton, theme.ColorNameHeaderBackground, theme.ColorNameDisabledButton:
		return p.Panel
	case theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground:
		return p.Raised
	case theme.ColorNameForeground:
		return p.Ink
	case theme.ColorNamePlaceHolder:
		return p.InkMuted
	case theme.ColorNameDisabled:
		return Fade(p.InkMuted, 0x99)
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return p.Accent
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError:
		return p.OnAccent
	case theme.ColorNameFocus:
		return Fade(p.Accent, 0x55)
	case theme.ColorNameHover:
		return p.Hover
	case theme.ColorNamePressed, theme.ColorNameSelection:
		return p.Selected
	case theme.ColorNameInputBorder: // an edge of its own: a field is seen on any ground
		return Fade(p.InkMuted, 0xB0)
	case theme.ColorNameSeparator,
		theme.ColorNameInnerWindowBorder, theme.ColorNameInnerWindowBorderInactive:
		return p.Hairline
	case theme.ColorNameScrollBar:
		return Fade(p.InkMuted, 0x88)
	case theme.ColorNameScrollBarBackground:
		return color.Transparent
	case theme.ColorNameShadow:
		return color.NRGBA{A: 0x2A}
	case theme.ColorNameError:
		return p.Warning
	}
	return theme.DefaultTheme().Color(name, a.dark)
}

// Size returns the size for a role of Fyne's; sizes of type and icons follow
// the factor.
func (a *Atlas) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return Body * a.scale
	case theme.SizeNameCaptionText:
		return Small * a.scale
	case theme.SizeNameSubHeadingText:
		return Lead * a.scale
	case theme.SizeNameHeadingText:
		return Title * a.scale
	case theme.SizeNameInlineIcon:
		return 18 * a.scale
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return Radius
	}
	return theme.DefaultTheme().Size(name)
}

// Fade returns c with the alpha given.
func Fade(c color.NRGBA, alpha uint8) color.NRGBA { c.A = alpha; return c }

// Dim returns c as it is on what the focus leaves dark.
func Dim(c color.NRGBA) color.NRGBA { return Fade(c, 0x59) } // 35 %
