package main

import (
	"context"
	"errors"
	"fmt"

	"copydesk/bot"
	"copydesk/bot/discord"
	"copydesk/bot/ledger"
	"copydesk/corpus/draft"
	"copydesk/index"
)

// explain puts an error into a sentence for the operator, with what to do.
func explain(err error) *failure {
	var locked *index.LockedError
	var refusal *draft.Refusal
	switch {
	case errors.Is(err, context.Canceled):
		return &failure{code: exitStopped, text: "stopped"}
	case errors.Is(err, index.ErrMissing), errors.Is(err, bot.ErrNoIndex):
		return &failure{exitFailure, "there is no index here yet", "Make one with: copydesk index FOLDER (and --data or COPYDESK_DATA, if it is to be elsewhere than ./data)."}
	case errors.Is(err, index.ErrSchema):
		return &failure{exitFailure, "another version of copydesk made this index", "Make it anew from itself with: copydesk index --rebuild."}
	case errors.Is(err, index.ErrDamaged):
		return &failure{exitFailure, "the index is damaged: " + err.Error(), "Remove its folder and index the articles again."}
	case errors.As(err, &locked):
		return &failure{exitFailure, locked.Error(), "Try again when it has ended."}
	case errors.Is(err, bot.ErrIndexing):
		return &failure{exitFailure, "the index is being built", "Try again when that has ended."}
	case errors.Is(err, bot.ErrEmptyQuestion):
		return &failure{exitMisuse, "the question has no words", `For example: copydesk ask "Who called the ferry plan reckless?"`}
	case errors.Is(err, bot.ErrLongQuestion):
		return &failure{exitMisuse, fmt.Sprintf("the question is longer than %d characters", bot.MaxQuestion), ""}
	case errors.Is(err, bot.ErrEmptyQuotation):
		return &failure{exitMisuse, "the quotation has no words", `For example: copydesk quote --speaker "Ada Orm" "We shall sail."`}
	case errors.Is(err, bot.ErrLongQuotation):
		return &failure{exitMisuse, fmt.Sprintf("the quotation is longer than %d words", bot.MaxQuotation), "Check it in parts."}
	case errors.As(err, &refusal):
		return &failure{exitFailure, refusal.Sentence(), ""}
	case errors.Is(err, bot.ErrEmptyName):
		return &failure{exitMisuse, "the name has no words", `For example: copydesk said "Philippa Norwen" --about ferries`}
	case errors.Is(err, bot.ErrLongName):
		return &failure{exitMisuse, fmt.Sprintf("the name is longer than %d characters", bot.MaxName), ""}
	case errors.Is(err, bot.ErrNoArticle):
		return &failure{exitNoAnswer, "no article that may be shown has this ID, or these words in its headline", `For example: copydesk article "ferry strike" courier 2025`}
	case errors.Is(err, discord.ErrToken):
		return &failure{exitFailure, "Discord refused the token in DISCORD_TOKEN", tokenSteps}
	}
	if f := explainReceipts(err); f != nil {
		return f
	}
	return &failure{code: exitFailure, text: err.Error()}
}

// explainReceipts explains the errors of a ledger; nil if it is none.
func explainReceipts(err error) *failure {
	switch {
	case errors.Is(err, ledger.ErrID):
		return &failure{exitMisuse, "that is not the ID of a receipt", "An ID has eight letters and digits, such as 7K3Q-XM0A."}
	case errors.Is(err, ledger.ErrNoReceipt):
		return &failure{exitNoAnswer, "there is no such receipt, or none any more", "Receipts are kept for as many days as COPYDESK_KEEP says."}
	case errors.Is(err, ledger.ErrLocked):
		return &failure{exitFailure, "the receipts are in use by another copydesk command", "Try again when it has ended."}
	case errors.Is(err, ledger.ErrSchema):
		return &failure{exitFailure, "a newer version of copydesk made the receipts", "Use that version, or move " + ledger.Name + " out of the data folder to begin anew."}
	case errors.Is(err, ledger.ErrDamaged):
		return &failure{exitFailure, "the receipts are damaged: " + err.Error(), "Move " + ledger.Name + " out of the data folder to begin anew."}
	}
	return nil
}

const tokenSteps = `To get one:
  1. Open https://discord.com/developers/applications, and your application, or make one with New Application.
  2. Under Bot, choose Reset Token and copy it.
  3. Put it into .env as DISCORD_TOKEN=… or into the environment, never into a command line.
README.md has the whole set-up.`
