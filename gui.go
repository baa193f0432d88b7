//go:build !headless

package main

import (
	"context"
	"os"
	"strconv"

	"github.com/sirupsen/logrus"

	"c5atlas.org/c5atlas/app"
	"c5atlas.org/c5atlas/app/cli"
)

// openWindow opens the window and returns when it is closed, or soon after the
// end of ctx. If what is asked cannot be opened, unopened hears why, and the
// window opens without it.
func openWindow(ctx context.Context, logger *logrus.Logger, asked cli.Asked, unopened func(error)) error {
	build, _ := strconv.Atoi(metadata("Build")) // a test reads it
	return app.Run(ctx, app.Config{
		ID: metadata("ID"), Name: metadata("Name"), Version: metadata("Version"), Build: build,
		Path: asked.Path, Present: asked.Present, NewWindow: asked.NewWindow, Log: logger, Unopened: unopened,
		Welcome: os.Getenv("C5ATLAS_READY") == "", // else a program started this one
		Ends:    cli.Ends(),
		Fail:    func(err error) { os.Exit(cli.Report(os.Stderr, err)) },
	})
}
