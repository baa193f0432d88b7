//go:build linux

package screens

import (
	"bufio"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"
)

// desk is a portal that only remembers what it was asked.
type desk struct {
	bus   *dbus.Conn
	heard []string
}

func (d *desk) Inhibit(window string, flags uint32, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	if flags == 8 && window == "" { // 8 is the idle session in the portal's documentation
		d.heard = append(d.heard, "on "+options["reason"].Value().(string))
	}
	const path = "/org/freedesktop/portal/desktop/request/7"
	if err := d.bus.Export(d, path, "org.freedesktop.portal.Request"); err != nil {
		return "", dbus.MakeFailedError(err)
	}
	return path, nil
}

func (d *desk) Close() *dbus.Error {
	d.heard = append(d.heard, "off")
	return nil
}

// A bus of the test's own: without a portal the program goes on, with one it asks once
// and takes it back once.
func TestPortal(t *testing.T) {
	daemon := exec.Command("dbus-daemon", "--session", "--nofork", "--print-address")
	out, err := daemon.StdoutPipe()
	if err == nil {
		err = daemon.Start()
	}
	if err != nil {
		t.Skip("no dbus-daemon: ", err)
	}
	t.Cleanup(func() { _ = daemon.Process.Kill(); _ = daemon.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
	var p Portal
	if err := p.Keep("a lesson"); err == nil {
		t.Error("it is glad of a portal that is not there")
	}
	if err := p.Keep(""); err != nil {
		t.Errorf("nothing to take back: %v", err)
	}
	bus, err := dbus.ConnectSessionBus()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = bus.Close() })
	d := &desk{bus: bus}
	if err := bus.Export(d, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit"); err != nil {
		t.Fatal(err)
	}
	if _, err := bus.RequestName("org.freedesktop.portal.Desktop", dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	for _, why := range []string{"a lesson", "a lesson", "", "", "another", ""} {
		if err := p.Keep(why); err != nil {
			t.Errorf("%q: %v", why, err)
		}
	}
	if want := []string{"on a lesson", "off", "on another", "off"}; !slices.Equal(d.heard, want) {
		t.Errorf("the portal heard %q, want %q", d.heard, want)
	}
	_ = os.Unsetenv("DBUS_SESSION_BUS_ADDRESS")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	if err := p.Keep("a lesson"); err == nil {
		t.Error("a bus where there is none")
	}
}
