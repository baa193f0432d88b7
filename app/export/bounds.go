package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/export/pngfile"
)

// How much of its evidence a picture carries. The view is always whole.
const (
	maxObjects = 100_000 // in braces, of a file that is read, which makes a list of them first
	maxTables  = 16      // of a file that is read; none that is written has more than three
	maxRows    = 20_000  // of all tables and the sources together
	maxWords   = 64 << 10
)

// encode writes the evidence as JSON that fits into a text of a PNG: if there
// is too much, the first rows of each table and the first sources, and how
// many there were.
func (e *Evidence) encode() ([]byte, error) {
	for most := maxRows; ; most /= 2 {
		less := e.first(most)
		if most > 0 && less.letters() > pngfile.MaxText {
			continue // JSON is longer than what it quotes
		}
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(less); err != nil {
			return nil, err
		}
		if body := bytes.TrimSpace(b.Bytes()); len(body) <= pngfile.MaxText || most == 0 {
			return body, nil
		}
	}
}

// first returns e with no more than so many rows and sources together: of each
// table and of the sources the same share.
func (e *Evidence) first(most int) *Evidence {
	all := len(e.Sources)
	for _, t := range e.Tables {
		all += len(t.Rows)
	}
	if all <= most {
		return e
	}
	share := func(n int) int { return n * most / all }
	less := *e
	less.Sources, less.SourcesInAll = e.Sources[:share(len(e.Sources))], len(e.Sources)
	less.Tables = make([]Table, len(e.Tables))
	for i, t := range e.Tables {
		t.Rows, t.RowsInAll = t.Rows[:share(len(t.Rows))], len(t.Rows)
		less.Tables[i] = t
	}
	return &less
}

// letters counts the bytes of what is in the tables and the sources' leads.
func (e *Evidence) letters() int {
	n := 0
	for _, t := range e.Tables {
		for _, row := range t.Rows {
			for _, cell := range row {
				n += len(cell)
			}
		}
	}
	for _, s := range e.Sources {
		n += len(s.Lead)
	}
	return n
}

// shortened cuts a text that no program shows in full.
func shortened(text string) string {
	if len(text) <= maxWords {
		return text
	}
	end := maxWords
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return strings.TrimSpace(text[:end]) + " …"
}
