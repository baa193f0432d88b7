// Command await waits until a file is there, as long as the program that is to make
// it runs, a minute at most. usage: await FILE PID. It looks once a millisecond by
// itself: a loop of a shell's starts a program for each look, which takes from what is
// measured a tenth of a core.
package main

import (
	"bytes"
	"fmt"
	"os"
	"time"
)

func main() {
	if err := await(os.Args[1], os.Args[2], time.Minute); err != nil {
		fmt.Fprintln(os.Stderr, "await:", err)
		os.Exit(1)
	}
}

// await returns nil when the file is there. The program is looked at more rarely.
func await(file, pid string, most time.Duration) error {
	begun := time.Now()
	for look := 0; time.Since(begun) < most; look++ {
		ended := look%100 == 99 && !runs(pid) // before the file, which may be its last deed
		if _, err := os.Stat(file); err == nil {
			return nil
		}
		if ended {
			return fmt.Errorf("the program ended without %s", file)
		}
		time.Sleep(time.Millisecond)
	}
	return fmt.Errorf("%s is not there after %v", file, most)
}

// runs reports whether a process runs. One that has ended stays in the system's list
// until the shell that started it asks for its status, as a zombie.
func runs(pid string) bool {
	stat, err := os.ReadFile("/proc/" + pid + "/stat")
	if err != nil {
		return false
	}
	_, state, _ := bytes.Cut(stat[bytes.LastIndexByte(stat, ')')+1:], []byte(" "))
	return len(state) > 0 && state[0] != 'Z' && state[0] != 'X'
}
