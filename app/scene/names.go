package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// themeKeys are what looks are called.
var themeKeys = map[state.Theme]string{
	state.System: "shell.themeSystem", state.Light: "shell.themeLight", state.Dark: "shell.themeDark", state.Contrast: "shell.themeContrast",
	state.ContrastDark: "shell.themeContrastDark", state.Print: "shell.themePrint",
}

// ThemeName names a look, as menus do.
func ThemeName(t state.Theme, p *i18n.Printer) string { return p.T(themeKeys[t]) }

func domainName(d *dataset.Dataset, code string, p *i18n.Printer) string {
	if x := d.Domain(code); x != nil {
		return x.Name.In(p.Lang())
	}
	return code
}

func countryName(d *dataset.Dataset, code string, p *i18n.Printer) string {
	if x := d.Country(code); x != nil {
		return x.Name.In(p.Lang())
	}
	return code
}

// shortCountry is a state's name where the full one has no room: the package's short one, or the
// name itself where it needs none; the code only in a package that has no short names.
func shortCountry(d *dataset.Dataset, code string, p *i18n.Printer) string {
	x := d.Country(code)
	if x == nil || !slices.ContainsFunc(d.Countries, func(c dataset.Country) bool { return c.Short.ShortOf(c.Name, p.Lang()) != "" }) {
		return code
	}
	if short := x.Short.ShortOf(x.Name, p.Lang()); short != "" {
		return short
	}
	return x.Name.In(p.Lang())
}

// onlyNaming words the filter for statements that do not concern all states, as
// part of a line.
func onlyNaming(r *Room, p *i18n.Printer) string {
	return p.N("scene.onlyNaming", len(r.Data.Countries))
}

// countryNames lists states, or says "all 6".
func countryNames(d *dataset.Dataset, codes []string, p *i18n.Printer) string {
	if len(codes) == len(d.Countries) {
		return p.T("scene.allOf", i18n.Args{"N": p.Int(len(codes))})
	}
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = countryName(d, c, p)
	}
	return strings.Join(out, ", ")
}
