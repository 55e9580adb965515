package bot

import (
	"context"
	"fmt"
	"time"

	"copydesk/index"
)

// Status is what a Desk answers from.
type Status struct {
	// Scope is what may be shown to the asker.
	Scope Scope `json:"scope"`
	// Updated is when the archive was last read, or the index last changed; zero if neither ever happened.
	Updated time.Time `json:"updated,omitzero"`
	// Failed are files, and items of files, that could not be read then, MaxFailed at most, of FailedCount.
	Failed      []FailedFile `json:"failed,omitempty"`
	FailedCount int          `json:"failed_count"`
	// Index names the state of the index: the name that it was given when it was made, a stop and the number of its last commit.
	Index string `json:"index"`
}

// MaxFailed is how many failed files a Status has.
const MaxFailed = index.MaxFailures

// FailedFile is a file that could not be read, or of which an item could not.
type FailedFile struct {
	// File is its name within the folder that was indexed, and the line after a colon where the fault is in one.
	File string `json:"file"`
	// Reason is for whoever looks after the archive; it may quote a few words of the file.
	Reason string `json:"reason"`
}

// Status tells what the Desk answers from. The error is that of ctx, or one of the index.
func (d *Desk) Status(ctx context.Context) (Status, error) {
	s, err := d.shelves(ctx)
	if err != nil {
		return Status{}, err
	}
	run, err := d.index.Run()
	if err != nil {
		return Status{}, err
	}
	commit := d.index.Commit()
	out := Status{Updated: run.Ended, FailedCount: run.Report.Failed, Index: fmt.Sprintf("%s.%d", commit.Index, commit.Number)}
	if commit.At.After(out.Updated) {
		out.Updated = commit.At
	}
	_, out.Scope = d.reader(ctx).limits(Question{}, narrowing{}, s.shelves)
	for _, f := range run.Failures {
		name := f.File
		if f.Line > 0 {
			name = fmt.Sprintf("%s:%d", name, f.Line)
		}
		out.Failed = append(out.Failed, FailedFile{name, f.Reason})
	}
	return out, nil
}
