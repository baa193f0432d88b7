package export

import (
	"strings"
	"time"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// FileName suggests a name for an exported view: what it shows, which status,
// language and day, and the format's ending. It is lower-case ASCII without
// spaces, such as "c5atlas_domains_commitments_uk_2026-11-22.png".
func FileName(s state.State, kind Kind, format string, day time.Time) string {
	what := string(kind)
	if kind == Chart {
		what = string(s.Kind)
	}
	status := strings.ReplaceAll(strings.Join(s.Status.Codes(), "-"), " ", "-")
	for _, preset := range []string{scene.PresetAgreements, scene.PresetCommitments, scene.PresetAll} {
		if set, _ := scene.Preset(preset); set == s.Status {
			status = preset
		}
	}
	return strings.Join([]string{"c5atlas", what, status, s.Lang, day.Format(time.DateOnly)}, "_") + "." + format
}
