package app

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync"

	"github.com/sirupsen/logrus"
)

const (
	logSize  = 1 << 20 // bytes of one log file
	logFiles = 3       // kept in all
)

// logFile is a file of bounded size: when it is full it becomes ".1", the one
// before ".2", and what is older goes. It may be used from any goroutine.
type logFile struct {
	path string

	mu   sync.Mutex
	file *os.File
	size int64
}

// openLog opens the log at path to write after what is there.
func openLog(path string) (*logFile, error) {
	l := &logFile{path: path}
	return l, l.open()
}

func (l *logFile) open() error {
	f, err := os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("open log: %w", err)
	}
	info, err := f.Stat()
	if err != nil {
		f.Close() //nolint:errcheck,gosec // nothing was written
		return fmt.Errorf("open log: %w", err)
	}
	l.file, l.size = f, info.Size()
	return nil
}

// Write appends p, in a new file if it would not fit.
func (l *logFile) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.file == nil {
		return 0, os.ErrClosed
	}
	if l.size > 0 && l.size+int64(len(p)) > logSize {
		if err := l.turn(); err != nil {
			return 0, err
		}
	}
	n, err := l.file.Write(p)
	l.size += int64(n)
	return n, err
}

func (l *logFile) turn() error {
	l.file.Close() //nolint:errcheck,gosec // what matters was written
	l.file = nil
	for i := logFiles - 1; i > 0; i-- {
		from := l.path
		if i > 1 {
			from = fmt.Sprintf("%s.%d", l.path, i-1)
		}
		if err := os.Rename(from, fmt.Sprintf("%s.%d", l.path, i)); err != nil && !os.IsNotExist(err) {
			return fmt.Errorf("turn log: %w", err)
		}
	}
	return l.open()
}

// Close ends the log.
func (l *logFile) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.file == nil {
		return nil
	}
	err := l.file.Close()
	l.file = nil
	return err
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
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return crashed, fmt.Errorf("open crash file: %w", err)
	}
	defer f.Close() //nolint:errcheck // the runtime has its own copy
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		return crashed, fmt.Errorf("open crash file: %w", err)
	}
	return crashed, nil
}
