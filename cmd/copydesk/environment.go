package main

import (
	"errors"
	"os"
	"strings"

	"github.com/joho/godotenv"
)

// loadEnvironment adds the settings of the file .env, if there is one, to the environment, which goes before it. A setting
// that is empty in either is as good as none.
func loadEnvironment() error {
	file, err := godotenv.Read()
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return &failure{exitMisuse, "the file .env cannot be read", "Write one KEY=value a line, as .env.example does."}
	}
	for key, value := range file {
		if os.Getenv(key) == "" {
			if err := os.Setenv(key, value); err != nil {
				return &failure{exitMisuse, "the file .env has a name that cannot be set", "Write one KEY=value a line, as .env.example does."}
			}
		}
	}
	for _, setting := range os.Environ() {
		key, value, _ := strings.Cut(setting, "=")
		if value == "" && (strings.HasPrefix(key, "COPYDESK_") || key == "DISCORD_TOKEN") {
			if err := os.Unsetenv(key); err != nil {
				return err
			}
		}
	}
	return nil
}
