//go:build unix && !darwin

package app

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/godbus/dbus/v5"
)

// TestNoBusIsStarted asks for the session bus where dbus-launch would start one.
func TestNoBusIsStarted(t *testing.T) {
	folder := t.TempDir()
	started := filepath.Join(folder, "started")
	launch := "#!/bin/sh\necho >'" + started + "'\necho '" + busAddress + "=unix:path=" + folder + "/bus'\n"
	if err := os.WriteFile(filepath.Join(folder, "dbus-launch"), []byte(launch), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder)
	for _, address := range []string{"", "autolaunch:"} {
		t.Setenv(busAddress, address)
		noBusOfOurOwn()
		conn, err := dbus.SessionBusPrivate()
		if err == nil {
			conn.Close() // that of the desktop on which this runs
		}
		if _, err := os.Stat(started); err == nil {
			t.Errorf("with %q a bus was started", address)
			os.Remove(started)
		}
	}
}

// TestBusThatIsThereIsKept: an address that is given is not looked at.
func TestBusThatIsThereIsKept(t *testing.T) {
	const given = "unix:path=/nowhere"
	t.Setenv(busAddress, given)
	noBusOfOurOwn()
	if now := os.Getenv(busAddress); now != given {
		t.Errorf("the address is %q now", now)
	}
}
