package main

import (
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
	_ "github.com/BurntSushi/toml"
	_ "github.com/nicksnyder/go-i18n/v2/i18n"
	_ "github.com/paulmach/orb"
	_ "github.com/sirupsen/logrus"
	_ "github.com/wcharczuk/go-chart/v2"
	_ "golang.org/x/image/font/opentype"
	_ "golang.org/x/text/language"
	_ "golang.org/x/text/message"
)

func main() { w := app.New().NewWindow("x"); w.SetContent(widget.NewLabel("hi")); w.ShowAndRun() }
