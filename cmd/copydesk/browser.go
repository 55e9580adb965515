package main

import (
	"errors"
	"os"
	"os/exec"
	"runtime"
)

var errNoBrowser = errors.New("no browser can be shown here")

// openBrowser has the system open an address in the person's browser, and does not wait for it.
func openBrowser(address string) error {
	var open *exec.Cmd
	switch runtime.GOOS {
	case "darwin":
		open = exec.Command("open", address)
	case "windows":
		open = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	default:
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return errNoBrowser
		}
		open = exec.Command("xdg-open", address)
	}
	if err := open.Start(); err != nil {
		return err
	}
	go open.Wait() // its exit code says nothing of use
	return nil
}
