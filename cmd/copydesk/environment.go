package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/joho/godotenv"
)

// loadEnvironment adds the settings of the file .env, if there is one, to the environment, which goes before it. A setting
// that is empty in either is as good as none.
func loadEnvironment() error {
	file, err := readEnvFile(".env")
	if err != nil {
		return &failure{exitMisuse, fmt.Sprintf("the file .env cannot be read: %v", err), "Write one KEY=value a line, as .env.example does."}
	}
	for key, value := range file {
		if os.Getenv(key) != "" {
			continue
		}
		if err := os.Setenv(key, value); err != nil {
			return &failure{exitMisuse, fmt.Sprintf("the file .env has a name that cannot be set: %q", key), "Write one KEY=value a line, as .env.example does."}
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

// readEnvFile reads the settings of a file, with or without the byte order mark that some editors put before them. No
// file has no settings. An error says what is wrong but not with which text: that may be a token.
func readEnvFile(name string) (map[string]string, error) {
	text, err := os.ReadFile(name)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	}
	settings, err := godotenv.UnmarshalBytes(bytes.TrimPrefix(text, []byte("\ufeff")))
	if err != nil {
		return nil, errors.New("a line in it is no setting")
	}
	return settings, nil
}
