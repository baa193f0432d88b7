package main

import (
	"path/filepath"

	"golang.org/x/text/encoding/charmap"
)

// writeCharsets writes charsets.json below root: by the name of each encoding of one byte,
// the 256 letters of its bytes. As tables of golang.org/x/text they take ten times as much.
func writeCharsets(root string) error {
	pages := map[string]string{}
	for _, e := range charmap.All {
		if c, ok := e.(*charmap.Charmap); ok {
			var letters []rune
			for b := range 256 {
				letters = append(letters, c.DecodeByte(byte(b)))
			}
			pages[c.String()] = string(letters)
		}
	}
	return writeJSON(filepath.Join(root, "charsets.json"), " ", pages)
}
