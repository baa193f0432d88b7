package shell

import (
	"encoding/json"

	"fyne.io/fyne/v2/lang"
)

// setLanguage gives Fyne's own widgets and dialogs the words of the language.
// Fyne takes one language from the system; texts added for that locale later
// replace it.
func (s *Shell) setLanguage(string) {
	s.entitle()
	t := s.host.T
	words := map[string]string{
		"Advanced": t("shell.fyneAdvanced"), "Cancel": t("shell.cancel"), "Confirm": t("shell.fyneConfirm"), "Copy": t("shell.fyneCopy"),
		"Create Folder": t("shell.fyneCreateFolder"), "Cut": t("shell.fyneCut"), "Enter filename": t("shell.fyneEnterName"),
		"Error": t("shell.fyneError"), "Favourites": t("shell.fyneFavourites"), "File": t("shell.fyneFile"), "Folder": t("shell.fyneFolder"),
		"New Folder": t("shell.fyneNewFolder"), "No": t("shell.no"), "OK": t("shell.ok"), "Open": t("shell.fyneOpen"), "Paste": t("shell.fynePaste"),
		"Quit": t("shell.quit"), "Redo": t("shell.redo"), "Save": t("shell.fyneSave"), "Select all": t("shell.fyneSelectAll"),
		"Show Hidden Files": t("shell.fyneHidden"), "Undo": t("shell.undo"), "Yes": t("shell.yes"),
	}
	messages := map[string]any{
		"file.name":   map[string]string{"other": t("shell.fyneName")},
		"file.parent": map[string]string{"other": t("shell.fyneParent")},
	}
	for k, v := range words {
		messages[k] = v
	}
	data, err := json.Marshal(messages)
	if err == nil {
		err = lang.AddTranslationsForLocale(data, lang.SystemLocale())
	}
	if err != nil {
		s.host.Log.WithError(err).Warn("texts of dialogs")
	}
}
