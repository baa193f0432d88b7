package main

import (
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
)

// packs is what package assets unpacks together; see pack.go there.
var packs = map[string][]string{
	"data":         {"data/*", "data/documents/*", "data/lessons/*", "descriptor.json"},
	"template":     {"template/*"},
	"samples":      {"samples/*/*", "samples/*/lessons/*"},
	"translations": {"translations/*"},
	"manual":       {"manual/*"},
	"names":        {"basemap/names.csv"},
	"fonts":        {"fonts/*.ttf"},
	"papers":       {"manifest.json", "licences/third-party.txt", "fonts/OFL.txt"},
}

// writePacks writes packed/NAME.lz4 for each of packs: its files below root, in the
// order of their paths.
func writePacks(root string) error {
	if err := os.MkdirAll(filepath.Join(root, "packed"), 0o755); err != nil {
		return err
	}
	for pack, patterns := range packs {
		var all []byte
		err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !match(name, patterns...) {
				return err
			}
			data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
			for _, part := range [][]byte{[]byte(name), data} {
				all = append(binary.AppendUvarint(all, uint64(len(part))), part...)
			}
			return err
		})
		if err != nil {
			return err
		}
		out := appendBlock(binary.LittleEndian.AppendUint32(nil, uint32(len(all))), all)
		if err := os.WriteFile(filepath.Join(root, "packed", pack+".lz4"), out, 0o644); err != nil {
			return err
		}
	}
	return nil
}
