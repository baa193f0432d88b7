package shell

import (
	"encoding/json"

	"fyne.io/fyne/v2/lang"
)

// setLanguage gives Fyne's own widgets and menus the words of the language.
// Fyne takes one language from the system; texts added for that locale later
// replace it.
func (s *Shell) setLanguage(string) {
	s.entitle()
	t := s.host.T
	words := map[string]string{
		"Cancel": t("shell.cancel"), "Copy": t("shell.fyneCopy"), "Cut": t("shell.fyneCut"), "Paste": t("shell.fynePaste"), "Quit": t("shell.quit"),
		"Redo": t("shell.redo"), "Select all": t("shell.fyneSelectAll"), "Undo": t("shell.undo"),
	}
	data, err := json.Marshal(words)
	if err == nil {
		err = lang.AddTranslationsForLocale(data, lang.SystemLocale())
	}
	if err != nil {
		s.host.Log.WithError(err).Warn("texts of widgets")
	}
}
