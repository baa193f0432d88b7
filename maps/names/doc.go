// Package names reads geographical names and places them on the plane, so that
// none lies on another and none moves when the window does.
package names
