package main

import (
	"bytes"
	"encoding/json"
	"os"
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
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(pages); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, "charsets.json"), out.Bytes(), 0o644)
}
