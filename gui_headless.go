//go:build headless

package main

import (
	"context"
	"errors"

	"github.com/sirupsen/logrus"

	"c5atlas.org/c5atlas/app/cli"
)

// openWindow says that this build has no window.
func openWindow(context.Context, *logrus.Logger, cli.Asked, func(error)) error {
	return errors.New("this build has no window: use the command line (c5atlas help), or the program c5atlas")
}
