package discordtest

import "strings"

func units(s string) int                                     { return len([]rune(s)) }
func blank(s string) bool                                    { return strings.TrimSpace(s) == "" }
func checkCreate(map[string]any) problems                    { return nil }
func checkEdit(map[string]any) problems                      { return nil }
func checkReplyEdit(map[string]any) problems                 { return nil }
func checkFollowUp(map[string]any) problems                  { return nil }
func checkDM(map[string]any) problems                        { return nil }
func checkCommand(map[string]any) problems                   { return nil }
func checkCommandPatch(map[string]any) problems              { return nil }
func checkCommands([]any) problems                           { return nil }
func (i *Interaction) checkCallback(map[string]any) problems { return nil }

type schemas struct{}

func loadSchemas(string) (*schemas, error)            { return nil, nil }
func (s *schemas) check(route string, v any) problems { return nil }
