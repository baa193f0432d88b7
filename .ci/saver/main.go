// Command saver stands in for the desktop's screen saver on a session bus: it writes a
// line for each program that asks it to leave the screen alone, and for each that lets it. It stands
// in for the desktop's portal, too.
package main

import (
	"fmt"
	"os"

	"github.com/godbus/dbus/v5"
)

type saver struct{ last uint32 }

// Inhibit is org.freedesktop.ScreenSaver's.
func (s *saver) Inhibit(program, _ string) (uint32, *dbus.Error) {
	s.last++
	fmt.Println("on", program, s.last)
	return s.last, nil
}

// UnInhibit is org.freedesktop.ScreenSaver's.
func (*saver) UnInhibit(cookie uint32) *dbus.Error {
	fmt.Println("off", cookie)
	return nil
}

// portal is org.freedesktop.portal.Inhibit, and what it has been asked.
type portal struct {
	bus  *dbus.Conn
	last int
}

// Inhibit is org.freedesktop.portal.Inhibit's.
func (p *portal) Inhibit(_ string, flags uint32, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	p.last++
	path := dbus.ObjectPath(fmt.Sprint("/org/freedesktop/portal/desktop/request/", p.last))
	fmt.Println("hold", flags, options["reason"], p.last)
	if err := p.bus.Export(request(p.last), path, "org.freedesktop.portal.Request"); err != nil {
		return "", dbus.MakeFailedError(err)
	}
	return path, nil
}

type request int

// Close is org.freedesktop.portal.Request's.
func (r request) Close() *dbus.Error {
	fmt.Println("free", int(r))
	return nil
}

func main() {
	conn, err := dbus.ConnectSessionBus()
	if err == nil {
		err = conn.Export(&saver{}, "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
	}
	if err == nil {
		_, err = conn.RequestName("org.freedesktop.ScreenSaver", dbus.NameFlagDoNotQueue)
	}
	if err == nil {
		err = conn.Export(&portal{bus: conn}, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit")
	}
	if err == nil {
		_, err = conn.RequestName("org.freedesktop.portal.Desktop", dbus.NameFlagDoNotQueue)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "saver:", err)
		os.Exit(1)
	}
	fmt.Println("ready")
	select {}
}
