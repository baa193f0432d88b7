package app

import (
	"golang.org/x/sys/windows"

	"c5atlas.org/c5atlas/app/ui/shell"
)

// tell shows the sentence in a box and waits until somebody has closed it.
func tell(sentence string) {
	title, err := windows.UTF16PtrFromString(shell.Title)
	if err != nil {
		return
	}
	text, err := windows.UTF16PtrFromString(sentence)
	if err != nil {
		return
	}
	windows.MessageBox(0, text, title, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND) //nolint:errcheck,gosec // there is nobody else to tell
}
