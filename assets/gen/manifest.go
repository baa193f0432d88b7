package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/assets"
)

// origin says where the files that match a pattern come from. In a pattern *
// does not cross a slash, as in [path.Match].
type origin struct{ pattern, source, licence string }

const (
	facts        = "C+C5 Atlas: compiled by the authors from the five documents and the public sources named in the rows; coordinates GeoNames (CC BY 4.0), names Unicode CLDR"
	naturalEarth = "Natural Earth 1:10m, built by basemap/pipeline"
	noto         = "Noto Sans, Noto Sans Symbols, Symbols 2, Math (Google LLC) and Noto Sans CJK SC (Adobe), merged by fonts/build.sh"
)

// origins is searched from the top; the first match counts.
var origins = []origin{
	{"data/*", facts, "CC-BY-4.0"},
	{"data/documents/*", "C+C5 Atlas: the authors' own summaries", "CC-BY-4.0"},
	{"template/*", "C+C5 Atlas: an invented example, our own", "CC0-1.0"},
	{"samples/*/*", "C+C5 Atlas: compiled by the authors from the public pages named in the rows; coordinates GeoNames (CC BY 4.0), names Unicode CLDR", "CC-BY-4.0"},
	{"data/lessons/*", "C+C5 Atlas: the authors' own captions and notes", "CC-BY-4.0"},
	{"samples/*/lessons/*", "C+C5 Atlas: the authors' own captions and notes", "CC-BY-4.0"},
	{"basemap/lod?.base", naturalEarth, "public domain"},
	{"basemap/relief.jpg", "Natural Earth shaded relief, built by basemap/pipeline", "public domain"},
	{"basemap/names.csv", "Natural Earth names, checked against Unicode CLDR, with periods and notes by the authors", "public domain, Unicode-3.0, CC-BY-4.0"},
	{"translations/*", "C+C5 Atlas", "MIT"},
	{"manual/*", "C+C5 Atlas: the authors' own words", "CC-BY-4.0"},
	{"fonts/*.ttf", noto, "OFL-1.1"},
	{"fonts/OFL.txt", "SIL International, with the copyright notices of the faces", "OFL-1.1"},
	{"licences/third-party.txt", "the licence texts of the modules that are compiled in, gathered by packaging/licences", "as each text says"},
	{"descriptor.json", facts, "CC-BY-4.0"},
	{"icon/sizes/*", "C+C5 Atlas: drawn for it", "CC-BY-4.0"},
}

// embedded lists the patterns of what assets.go and basemap.go embed. The test
// of package assets fails if this and those drift apart.
var embedded = []string{
	"data/*", "template/*", "samples/*/*", "samples/*/lessons/*", "data/documents/*", "data/lessons/*", "translations/*", "manual/*", "fonts/*.ttf", "fonts/OFL.txt", "licences/third-party.txt", "descriptor.json", "icon/sizes/128.png",
	"basemap/lod?.base", "basemap/relief.jpg", "basemap/names.csv",
}

// writeManifest writes manifest.json for the embedded files below root.
func writeManifest(root string) error {
	entries := []assets.Entry{}
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !match(name, embedded...) {
			return err
		}
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		e := assets.Entry{Path: name, SHA256: hex.EncodeToString(sum[:])}
		for _, o := range origins {
			if match(name, o.pattern) {
				e.Source, e.Licence = o.source, o.licence
				break
			}
		}
		if e.Source == "" {
			return fmt.Errorf("%s: origins says nothing of it", name)
		}
		entries = append(entries, e)
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortFunc(entries, func(a, b assets.Entry) int { return strings.Compare(a.Path, b.Path) })
	return writeJSON(filepath.Join(root, "manifest.json"), "  ", entries)
}

// writeJSON writes a value with the characters that HTML would escape as they are.
func writeJSON(file, indent string, v any) error {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return err
	}
	return os.WriteFile(file, out.Bytes(), 0o644)
}

func match(name string, patterns ...string) bool {
	for _, p := range patterns {
		if ok, err := path.Match(p, name); err == nil && ok {
			return true
		}
	}
	return false
}
