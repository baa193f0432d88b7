//go:build no_metadata

package app

// setMetadata leaves Fyne's check of each call's thread on.
func setMetadata(Config) {}
