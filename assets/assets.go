// Package assets holds the bytes that ship inside the program: the data
// package, the base map, fonts, icon and interface texts, each listed in
// manifest.json with source, licence and SHA-256.
//
// Nothing runs at start. The slices that the functions return are shared: read
// them, do not write to them.
package assets

import (
	_ "embed" // the icon
	"encoding/json"
	"fmt"
	"io/fs"
)

//go:generate go run ./gen

//go:embed icon/sizes/128.png
var icon []byte

// Data returns the embedded data package, rooted at its datapackage.json.
func Data() fs.FS { return data.sub("data") }

// Descriptor returns the datapackage.json of [Data] without the schemas of its tables,
// which take most of the time to read it.
func Descriptor() []byte { return data.read("descriptor.json") }

// Template returns a small invented data package to begin one's own with.
func Template() fs.FS { return template.sub("template") }

// Samples names the packages that [Sample] has: chronologies made from the
// template.
func Samples() []string { return []string{"c5plus1", "eu-central-asia", "russia-central-asia"} }

// Sample returns one of [Samples].
func Sample(name string) fs.FS { return samples.sub("samples/" + name) }

// Translations returns the interface texts, files named ROOM.LANG.json, which
// package i18n reads.
func Translations() fs.FS { return translations.sub("translations") }

// Manual returns the chapters of the manual, files named NN-CHAPTER.LANG.md, and
// figures.json, what its pictures show.
func Manual() fs.FS { return manual.sub("manual") }

// FontRegular returns the regular weight of the one face that window, map and
// charts draw with, as TrueType.
func FontRegular() []byte { return fonts.read("fonts/atlas-regular.ttf") }

// FontBold returns the bold weight, as TrueType.
func FontBold() []byte { return fonts.read("fonts/atlas-bold.ttf") }

// Icon returns the icon of the program's windows, a PNG of 128 by 128 pixels: what
// desktops show larger is that of the desktop entry.
func Icon() []byte { return icon }

// Licences returns the licence texts of everything that is compiled into the
// program and is not its own, each after the names of what stands under it.
func Licences() string { return string(papers.read("licences/third-party.txt")) }

// Entry is one embedded file as manifest.json lists it.
type Entry struct {
	Path    string `json:"path"`    // slash-separated, below assets/
	Source  string `json:"source"`  // what it was made from
	Licence string `json:"licence"` // SPDX identifier, or words where there is none
	SHA256  string `json:"sha256"`  // of the file, lower-case hex
}

// Manifest returns the list of embedded files, ordered by path.
func Manifest() ([]Entry, error) {
	var entries []Entry
	if err := json.Unmarshal(papers.read("manifest.json"), &entries); err != nil {
		return nil, fmt.Errorf("read manifest.json: %w", err)
	}
	return entries, nil
}
