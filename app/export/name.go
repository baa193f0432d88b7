package export

import (
	"strings"
	"time"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// FileName suggests a name for an exported view: what it shows, which status,
// language and day, and the format's ending. It is lower-case ASCII without
// spaces, such as "c5atlas_domains_intentions_uk_2026-11-22.png".
func FileName(d *dataset.Dataset, s state.State, kind Kind, format string, day time.Time) string {
	what := string(kind)
	if kind == Chart {
		what = string(s.Kind)
	}
	status := strings.ReplaceAll(strings.Join(s.Status.Codes(), "-"), " ", "-")
	if c, ok := scene.PresetOf(d, s.Status); ok {
		status = c.Code
	}
	return strings.Join([]string{"c5atlas", what, ascii(status), s.Lang, day.Format(time.DateOnly)}, "_") + "." + format
}

// ascii keeps of a code, which may be in any script, what every file system
// takes.
func ascii(code string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '-':
			return c
		case c >= 'A' && c <= 'Z':
			return c - 'A' + 'a'
		}
		return -1
	}, code)
}
