package main

import (
	"context"
	"fmt"
	"runtime/debug"
)

// version is that of the next release; a build from a checkout adds its revision.
const version = "0.1.0"

type versionCommand struct{}

func (c *versionCommand) configure(*cli) command { return c }

// Run prints the version, the revision it was built from, if it is known, and that of Go.
func (c *versionCommand) Run(_ context.Context, s stdio) error {
	_, err := fmt.Fprintln(s.out, "copydesk", fullVersion())
	return err
}

func fullVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return version
	}
	text := version
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" {
			text += "+" + setting.Value[:min(len(setting.Value), 12)]
		}
	}
	return text + " " + info.GoVersion
}
