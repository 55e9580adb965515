package main

import (
	"reflect"
	"slices"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"
)

// The command line reads exactly the settings that .env.example lists.
func TestSettingsAreListed(t *testing.T) {
	var c cli
	model := kong.Must(&c).Model
	var got []string
	visit := func(n *kong.Node) {
		for _, f := range n.Flags {
			got = append(got, f.Envs...)
		}
	}
	visit(model.Node)
	for _, leaf := range model.Leaves(false) {
		visit(leaf)
	}
	slices.Sort(got)
	got = slices.Compact(got)
	want := settings(t)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("settings (-.env.example +command line):\n%s", diff)
	}
}

// Each subcommand can be configured, and has help with an example.
func TestSubcommands(t *testing.T) {
	var c cli
	for _, leaf := range kong.Must(&c).Model.Leaves(false) {
		if _, ok := leaf.Target.Addr().Interface().(configured); !ok {
			t.Errorf("%s is no configured command", leaf.Name)
		}
		if _, ok := reflect.New(leaf.Target.Type()).Interface().(kong.HelpProvider); !ok && leaf.Name != "version" {
			t.Errorf("%s has no examples in its help", leaf.Name)
		}
	}
}
