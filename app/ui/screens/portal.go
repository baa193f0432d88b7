package screens

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/godbus/dbus/v5"
)

// The desktop's portal, which sandboxed programs reach and Wayland's desktops answer,
// where nobody owns the name of the older screen saver.
const (
	portalName = "org.freedesktop.portal.Desktop"
	portalPath = "/org/freedesktop/portal/desktop"
	portalIdle = uint32(8) // of its Inhibit: the session does not become idle
	portalWait = 5 * time.Second
)

// Portal asks the desktop's portal to leave the screens on. The zero value is ready;
// it belongs to one goroutine at a time.
type Portal struct {
	bus *dbus.Conn
	ask dbus.ObjectPath
}

// Keep asks it once, and says why in the person's language, or, without a reason, takes
// back what was asked. It waits for an answer for some seconds, starts no bus, and fails
// where there is none, or no portal. The portal itself forgets what a program has asked
// that ends.
func (p *Portal) Keep(why string) error {
	on := why != ""
	if on == (p.bus != nil) {
		return nil
	}
	ctx, end := context.WithTimeout(context.Background(), portalWait)
	defer end()
	if !on {
		err := p.bus.Object(portalName, p.ask).CallWithContext(ctx, "org.freedesktop.portal.Request.Close", 0).Err
		err = errors.Join(err, p.bus.Close())
		p.bus = nil
		return err
	}
	bus, err := dbus.SessionBusPrivateNoAutoStartup()
	if err != nil {
		return fmt.Errorf("session bus: %w", err)
	}
	if err := errors.Join(bus.Auth(nil), bus.Hello()); err != nil {
		return errors.Join(fmt.Errorf("session bus: %w", err), bus.Close())
	}
	call := bus.Object(portalName, portalPath).CallWithContext(ctx, "org.freedesktop.portal.Inhibit.Inhibit", 0,
		"", portalIdle, map[string]dbus.Variant{"reason": dbus.MakeVariant(why)})
	if err := call.Store(&p.ask); err != nil {
		return errors.Join(fmt.Errorf("ask the portal: %w", err), bus.Close())
	}
	p.bus = bus
	return nil
}
