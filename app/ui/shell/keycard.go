package shell

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/lesson"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// keyGroup is the keys of one place on the card of keys.
type keyGroup struct {
	head  string
	lines []parts.KeyLine
}

// keyTable is the card of keys in two columns. It is made of the lists that the
// handlers themselves go by, so that it cannot age.
func (s *Shell) keyTable() [2][]keyGroup {
	t := s.host.T
	group := func(head string, k parts.Keys, more ...parts.KeyLine) keyGroup {
		return keyGroup{t(head), append(k.Lines(func(key string) string { return t(key) }), more...)}
	}
	line := func(keys, text string) parts.KeyLine { return parts.KeyLine{Keys: keys, Text: t(text)} }
	m, _ := s.maps.(*mapPane)
	if m == nil {
		m = &mapPane{}
	}
	return [2][]keyGroup{
		{
			group("shell.keysWindow", s.keys(), line("Tab  Shift+Tab", "shell.keyTab"), line("Space  Enter", "shell.keyPress")),
			{t("shell.keysMenu"), s.menuLines()},
			group("shell.keysSearch", nil, line("↑  ↓  Enter", "shell.keyFind"), line("Esc", "shell.keyFindLeave")),
		},
		{
			group("shell.keysMap", heard(m.maps),
				line(t("shell.handWheel"), "shell.keyZoom"), line(t("shell.handDrag"), "shell.keyMap"), line(t("shell.handShiftDrag"), "shell.keyBox")),
			group("shell.keysTime", append(heard(m.axis), endKeys(m.axis)...)),
			group("shell.keysChart", heard(s.charts), line(t("shell.handShiftClick"), "shell.keyAlso"), line(t("shell.handDoubleClick"), "shell.keyOnly")),
			group("shell.keysTable", tableKeys(s.charts)),
			group("shell.keysDocuments", heard(s.documents)),
			group("strip.menuStrip", s.strip.Keys()),
			{t("shell.keysLesson"), lesson.Lines(s.host)},
		},
	}
}

// tableKeys is what the pane of charts hears as a table.
func tableKeys(charts fyne.CanvasObject) parts.Keys {
	if x, ok := charts.(interface{ TableKeys() parts.Keys }); ok {
		return x.TableKeys()
	}
	return nil
}

// endKeys is what the ends of the axis of time hear.
func endKeys(axis fyne.CanvasObject) parts.Keys {
	if x, ok := axis.(interface{ EndKeys() parts.Keys }); ok {
		return x.EndKeys()
	}
	return nil
}

// menuLines is the shortcuts of the menu, the charts in one line.
func (s *Shell) menuLines() []parts.KeyLine {
	last := fyne.KeyName(strconv.Itoa(min(len(scene.Specs()), 9)))
	charts := written(&desktop.CustomShortcut{KeyName: fyne.Key1, Modifier: control}) + " … " + written(&desktop.CustomShortcut{KeyName: last, Modifier: control})
	return append([]parts.KeyLine{{Keys: charts, Text: s.host.T("shell.keyCharts")}}, s.menu.lines...)
}
