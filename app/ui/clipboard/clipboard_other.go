//go:build !unix && !windows

package clipboard

import "context"

func image(context.Context, []byte) error { return ErrUnavailable }
