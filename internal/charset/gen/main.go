// Command gen writes pages.deflate: for each encoding of one byte its name, a tab and the
// letters of its 256 bytes. Run it by "go generate ./internal/charset"; the test of that
// package fails if the letters are not those of golang.org/x/text.
package main

import (
	"bytes"
	"compress/flate"
	"fmt"
	"os"
	"slices"

	"golang.org/x/text/encoding/charmap"
)

func main() {
	if err := write("pages.deflate"); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func write(path string) error {
	var pages []string
	for _, e := range charmap.All {
		if c, ok := e.(*charmap.Charmap); ok {
			page := []rune(c.String() + "\t")
			for b := range 256 {
				page = append(page, c.DecodeByte(byte(b)))
			}
			pages = append(pages, string(page))
		}
	}
	slices.Sort(pages)
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return err
	}
	for _, page := range pages {
		if _, err := w.Write([]byte(page)); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o644)
}
