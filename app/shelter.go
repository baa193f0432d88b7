package app

import (
	"errors"
	"os"
)

// shelter gives Fyne a folder for as long as the program runs where the system
// has none for settings or for what can be made anew, as without a home: else its
// files would lie wherever the program was started. It reports whether settings
// have no place; leave takes the folder away.
func shelter() (homeless bool, leave func()) {
	_, settings := os.UserConfigDir()
	cache, noCache := os.UserCacheDir()
	if noCache == nil {
		os.MkdirAll(cache, 0o700) //nolint:errcheck,gosec // Fyne makes its folder in it, and does without
	}
	if errors.Join(settings, noCache) == nil {
		return false, func() {}
	}
	folder, err := os.MkdirTemp("", "c5atlas-")
	if err != nil {
		return settings != nil, func() {}
	}
	for name, missing := range map[string]error{"XDG_CONFIG_HOME": settings, "XDG_CACHE_HOME": noCache} {
		if missing != nil {
			os.Setenv(name, folder) //nolint:errcheck,gosec // a name without "="
		}
	}
	return settings != nil, func() { os.RemoveAll(folder) } //nolint:errcheck,gosec // it lies among what is temporary
}
