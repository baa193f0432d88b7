package export

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// describeSlide is the alternative text of a composed slide: its words, what it
// shows that the scene before did not, each of its panes, and the sources once.
func (j *job) describeSlide() string {
	of := j.options.Scene
	parts := []string{sentence(of.Title), sentence(of.When)}
	for line := range strings.SplitSeq(of.Caption, "\n") {
		parts = append(parts, stopped(strings.TrimSpace(line)))
	}
	if of.Before != nil && j.s.Hidden == "" {
		parts = append(parts, scene.Differs(j.room, *of.Before, of.Step, j.p))
	}
	if j.written() {
		parts = append(parts, j.p.T("export.altStrokes"))
	}
	var sources []string
	for i, pane := range j.setting.Panes {
		text := pane.Description
		if of.Panes.Twice() {
			text = j.p.T([]string{"export.altLeft", "export.altRight"}[min(i, 1)], i18n.Args{"Text": text})
		}
		parts = append(parts, text)
		if !slices.Contains(sources, pane.Source) {
			sources = append(sources, pane.Source)
		}
	}
	if len(sources) == 0 {
		sources = []string{j.words.Source}
	}
	parts = slices.DeleteFunc(append(parts, sources...), func(t string) bool { return strings.Trim(t, ".") == "" })
	return strings.Join(parts, " ")
}

// stopped ends a line with a full stop unless it ends otherwise.
func stopped(line string) string {
	if line == "" || strings.ContainsRune(".!?…:;”»\")", []rune(line)[len([]rune(line))-1]) {
		return line
	}
	return line + "."
}

// describePane puts a pane into words, without its sources; of one that hides
// something it says only what that is.
func (j *job) describePane(part string) string {
	if j.s.Hidden.Panes() {
		return j.p.T("export.altHidden", i18n.Args{"Parts": j.hiddenParts()})
	}
	switch part {
	case "chart":
		return strings.TrimSpace(strings.TrimSuffix(j.tally.Describe(), j.words.Source))
	case "document":
		parts := []string{j.p.T("export.altPassages")}
		for _, x := range scene.Passages(j.room, j.sel, j.s, j.p) {
			parts = append(parts, sentence(x.Text), "— "+sentence(x.Reference))
		}
		return strings.Join(parts, " ")
	}
	return strings.TrimSpace(j.describeMap() + " " + j.outside)
}

// hiddenParts names what the panes hide.
func (j *job) hiddenParts() string {
	var names []string
	for _, part := range j.s.Hidden.Parts() {
		if state.Hidden(part).Panes() {
			names = append(names, scene.HiddenName(part, j.p))
		}
	}
	return strings.Join(names, ", ")
}
