package app

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/sirupsen/logrus"
	"gopkg.in/natefinch/lumberjack.v2"

	"c5atlas.org/c5atlas/internal/disk"
)

// Of the log, three files of a MiB are kept: the present one, and two before
// it that have their day and hour in their names.
const (
	logMegabytes = 1
	logBackups   = 2
)

// openLog opens the log at path to write after what is there.
func openLog(path string) (io.WriteCloser, error) {
	if err := disk.Check(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("log: %w", err)
	}
	l := &lumberjack.Logger{Filename: path, MaxSize: logMegabytes, MaxBackups: logBackups, LocalTime: true}
	if _, err := l.Write(nil); err != nil { // opens it
		return nil, fmt.Errorf("log: %w", err)
	}
	return l, nil
}

// fileHook writes log entries to a file besides where the logger writes.
type fileHook struct {
	to     io.Writer
	format logrus.TextFormatter
}

// Levels leaves debugging out of the file.
func (h *fileHook) Levels() []logrus.Level {
	return []logrus.Level{logrus.PanicLevel, logrus.FatalLevel, logrus.ErrorLevel, logrus.WarnLevel, logrus.InfoLevel}
}

// Fire writes one entry.
func (h *fileHook) Fire(e *logrus.Entry) error {
	line, err := h.format.Format(e)
	if err != nil {
		return err
	}
	_, err = h.to.Write(line)
	return err
}

// catchCrash makes a panic leave its stack in the file at path, besides on
// standard error. It reports whether an earlier run left one, which it keeps
// under the same name with ".last".
func catchCrash(path string) (crashed bool, err error) {
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		crashed = true
		if err := os.Rename(path, path+".last"); err != nil {
			return crashed, fmt.Errorf("keep crash file: %w", err)
		}
	}
	f, err := disk.Create(path, 0o600)
	if err != nil {
		return crashed, fmt.Errorf("open crash file: %w", err)
	}
	defer f.Close() //nolint:errcheck // the runtime has its own copy
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		return crashed, fmt.Errorf("open crash file: %w", err)
	}
	return crashed, nil
}

// keepLog lets the log and a panic leave files in the folder. A window without
// them is better than none.
func keepLog(log *logrus.Logger, folder string) (closed func()) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		log.WithError(err).Warn("no folder for the log")
		return func() {}
	}
	if crashed, err := catchCrash(filepath.Join(folder, "crash.txt")); err != nil {
		log.WithError(err).Warn("no crash file")
	} else if crashed {
		defer log.WithField("file", filepath.Join(folder, "crash.txt.last")).Warn("the last run crashed")
	}
	f, err := openLog(filepath.Join(folder, "c5atlas.log"))
	if err != nil {
		log.WithError(err).Warn("no log file")
		return func() {}
	}
	log.AddHook(&fileHook{to: f, format: logrus.TextFormatter{DisableColors: true, FullTimestamp: true}})
	return func() { f.Close() } //nolint:errcheck,gosec // the last lines of a log
}
