// Command saver stands in for the desktop's screen saver on a session bus: it writes a
// line for each program that asks it to leave the screen alone, and for each that lets it.
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

func main() {
	conn, err := dbus.ConnectSessionBus()
	if err == nil {
		err = conn.Export(&saver{}, "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
	}
	if err == nil {
		_, err = conn.RequestName("org.freedesktop.ScreenSaver", dbus.NameFlagDoNotQueue)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "saver:", err)
		os.Exit(1)
	}
	fmt.Println("ready")
	select {}
}
