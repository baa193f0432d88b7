//go:build !linux

package disk

import "errors"

// Free is not known here: the error is [errors.ErrUnsupported].
func Free(string) (uint64, error) { return 0, errors.ErrUnsupported }
