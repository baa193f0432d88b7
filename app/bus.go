package app

import (
	"os"

	"github.com/godbus/dbus/v5"
)

// busAddress names the variable that says where the session bus is.
const busAddress = "DBUS_SESSION_BUS_ADDRESS"

// noBusOfOurOwn keeps libraries from starting a session bus where the desktop has
// none: dbus-launch would leave one more behind with every start, until no program can
// watch files any more. Who asks for the bus hears that there is none. Windows and macOS
// have no such bus, and are not asked.
func noBusOfOurOwn() {
	if a := os.Getenv(busAddress); !unixDesktop() || a != "" && a != "autolaunch:" {
		return
	}
	conn, err := dbus.SessionBusPrivateNoAutoStartup() // notes where the session's is, if it has one
	if err != nil {
		os.Setenv(busAddress, "disabled:") //nolint:errcheck,gosec // a name without "="
		return
	}
	conn.Close() //nolint:errcheck,gosec // nothing was said
}
