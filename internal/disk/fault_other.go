//go:build !windows

package disk

import "syscall"

var (
	full     = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}
	readOnly = []syscall.Errno{syscall.EROFS}
	noFolder = []syscall.Errno{syscall.ENOTDIR}
)
