package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"c5atlas.org/c5atlas/internal/disk"
)

// shelter gives Fyne a folder for as long as the program runs where the system
// has none for settings or for what can be made anew, as without a home: else its
// files would lie wherever the program was started. Where there is no place for what
// is temporary either, they have none. It reports whether settings have no place;
// leave takes the folder away, at the end of the program.
func shelter() (homeless bool, leave func()) {
	_, settings := whole(os.UserConfigDir())
	cache, noCache := whole(os.UserCacheDir())
	if noCache == nil {
		os.MkdirAll(cache, 0o700) //nolint:errcheck,gosec // Fyne makes its folder in it, and does without
	}
	if errors.Join(settings, noCache) == nil {
		return false, func() {}
	}
	folder, err := os.MkdirTemp("", "c5atlas-")
	leave = func() { vacate(folder) }
	if err != nil {
		folder, leave = os.DevNull, func() {} // where no folder can be made
	}
	for name, missing := range map[string]error{"XDG_CONFIG_HOME": settings, "XDG_CACHE_HOME": noCache} {
		if missing != nil {
			os.Setenv(name, folder) //nolint:errcheck,gosec // a name without "="
		}
	}
	return settings != nil, leave
}

// whole is a folder of the system's, and an error if it is none for every place that a
// program may be started from, as with a HOME that is no whole path.
func whole(folder string, err error) (string, error) {
	if err == nil && !filepath.IsAbs(folder) {
		return "", fmt.Errorf("%s is not a whole path", folder)
	}
	return folder, err
}

// settled is how long Fyne takes to hear that its folders are gone.
const settled = 100 * time.Millisecond

// vacate takes away a folder in which Fyne watches its settings. It makes each
// folder anew that goes, and does not stop with its windows; so a file stands in
// the place until it has heard of all.
func vacate(folder string) {
	gone := folder + ".gone"
	if os.Rename(folder, gone) != nil {
		return
	}
	place, err := disk.Create(folder, 0o600)
	os.RemoveAll(gone) //nolint:errcheck,gosec // it lies among what is temporary
	if err == nil {
		place.Close() //nolint:errcheck,gosec // nothing was written
		time.Sleep(settled)
		os.Remove(folder) //nolint:errcheck,gosec // as above
	}
}
