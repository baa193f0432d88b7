//go:build !no_metadata

package app

import (
	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
)

// setMetadata says to Fyne what "fyne package" would: a plain build knows its
// name, too. The migration turns off Fyne's check of each call's thread, which
// costs time; a build with the tag no_metadata has the check.
func setMetadata(cfg Config) {
	fyneapp.SetMetadata(fyne.AppMetadata{
		ID: cfg.ID, Name: cfg.Name, Version: cfg.Version, Build: cfg.Build, Migrations: map[string]bool{"fyneDo": true},
	})
}
