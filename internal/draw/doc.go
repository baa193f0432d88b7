// Package draw is the drawing floor under maps and charts. It knows neither.
package draw
