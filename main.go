// C5atlas is an atlas of China's diplomacy with the five Central Asian states:
// a window with a map, charts and documents, and a command line that exports
// the same pictures. Built with the tag headless it has no window and needs
// neither cgo nor a display.
package main

import (
	"context"
	_ "embed"
	"io"
	"log"
	"os"
	"strings"
	"time"

	"github.com/sirupsen/logrus"

	"c5atlas.org/c5atlas/app/cli"
)

// fyneApp is the only place with the program's name, id and version.
//
//go:embed FyneApp.toml
var fyneApp string

// metadata returns the value of a key of FyneApp.toml, "" if there is none. The file
// is our own, a line for each key: a library for the rest of TOML is 160 kB.
func metadata(key string) string {
	for line := range strings.Lines(fyneApp) {
		if name, value, ok := strings.Cut(line, "="); ok && strings.TrimSpace(name) == key {
			return strings.Trim(value, " \n\"")
		}
	}
	return ""
}

func main() { os.Exit(run()) }

func run() int {
	logger := logrus.New()
	logger.SetOutput(io.Discard)
	logger.SetFormatter(&logrus.TextFormatter{DisableColors: true}) // quotes what files put into a line, which colours leave as it is
	logger.SetLevel(logrus.DebugLevel)
	log.SetFlags(0)
	log.SetOutput(logger.WriterLevel(logrus.WarnLevel)) // what libraries say

	return cli.Main(&cli.Program{
		Name: metadata("Name"), Version: metadata("Version"),
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now,
		Verbose: func() { logger.SetOutput(os.Stderr) },
		Log:     func(event string, fields map[string]any) { logger.WithFields(fields).Info(event) },
		Window: func(ctx context.Context, asked cli.Asked, unopened func(error)) error {
			return openWindow(ctx, logger, asked, unopened)
		},
	}, os.Args[1:])
}
