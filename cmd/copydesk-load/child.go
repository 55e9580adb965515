package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"copydesk/bot/discord/discordtest"
)

// child is the copydesk serve that was started here; no other process is touched.
type child struct {
	cmd *exec.Cmd
	log bytes.Buffer
}

// start builds copydesk if it has to, indexes the archive and starts the bot.
func start(ctx context.Context, p plan, dir string, double *discordtest.Server) (*child, error) {
	if p.copydesk == "" {
		p.copydesk = filepath.Join(dir, "copydesk")
		if out, err := exec.CommandContext(ctx, "go", "build", "-o", p.copydesk, "copydesk/cmd/copydesk").CombinedOutput(); err != nil {
			return nil, fmt.Errorf("go build: %w\n%s", err, out)
		}
	}
	program, err := exec.LookPath(p.copydesk)
	if err != nil {
		return nil, err
	}
	archive, err := filepath.Abs(p.archive)
	if err != nil {
		return nil, err
	}
	program, err = filepath.Abs(program)
	if err != nil {
		return nil, err
	}
	environment := append(os.Environ(), "COPYDESK_DATA="+filepath.Join(dir, "data"), "COPYDESK_DISCORD_API="+double.URL(),
		"DISCORD_TOKEN=test-token", "COPYDESK_LOG=warn", "COPYDESK_GUILDS=", "COPYDESK_CHANNELS=", "NO_PROXY=127.0.0.1")
	command := func(args ...string) *exec.Cmd {
		cmd := exec.CommandContext(ctx, program, args...)
		cmd.Dir, cmd.Env = dir, environment // in a folder without a .env
		return cmd
	}
	if out, err := command("index", archive).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("copydesk index: %w\n%s", err, out)
	}
	c := &child{cmd: command("serve")}
	c.cmd.Stderr = &c.log
	c.cmd.Cancel = func() error { return c.cmd.Process.Signal(syscall.SIGTERM) }
	c.cmd.WaitDelay = patience
	return c, c.cmd.Start()
}

// stop ends the bot as an operator does. The error says that it did not end well.
func (c *child) stop() error {
	err := c.cmd.Process.Signal(syscall.SIGTERM)
	if errors.Is(err, os.ErrProcessDone) {
		err = nil
	}
	kill := time.AfterFunc(patience, func() { _ = c.cmd.Process.Kill() })
	defer kill.Stop()
	if err := errors.Join(err, c.cmd.Wait()); err != nil {
		return fmt.Errorf("copydesk serve: %w\n%s", err, c.tail())
	}
	return nil
}

// tail is the end of what the bot logged.
func (c *child) tail() []byte {
	const most = 4000
	log := c.log.Bytes()
	return log[max(0, len(log)-most):]
}
