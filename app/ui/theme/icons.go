package theme

import "fyne.io/fyne/v2"

// Signs that Fyne's icons have not, in the same box of 24 by 24 and one colour.
var (
	// IconTable is a table.
	IconTable = icon("table", "M3 4h18v16H3z M5 10v3h4v-3z M11 10v3h3v-3z M16 10v3h3v-3z M5 15v3h4v-3z M11 15v3h3v-3z M16 15v3h3v-3z")
	// IconRegion is corners round a region.
	IconRegion = icon("region", "M3 3h6v2H5v4H3z M15 3h6v6h-2V5h-4z M3 15h2v4h4v2H3z M19 15h2v6h-6v-2h4z M8 10l3-2 4 1 2 4-3 3-5-1z")
	// IconLinks is two places and the line between them.
	IconLinks = icon("links", "M5 14a3 3 0 1 0 0 6 3 3 0 0 0 0-6z M19 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6z M7 13.5C8 9 11 6.500 15 6.300V8.300C12 8.500 9.800 10.500 9 14.200z")
)

func icon(name, path string) fyne.Resource {
	return fyne.NewStaticResource("atlas-"+name+".svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000000" fill-rule="evenodd" d="`+path+`"/></svg>`))
}
