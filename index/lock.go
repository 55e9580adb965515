package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// LockedError says that another process has the index open.
type LockedError struct {
	// Owner is that process; its fields are zero if it has not said who it is.
	Owner Owner
}

// Owner is the process that has an index open.
type Owner struct {
	PID     int       `json:"pid"`
	Command string    `json:"command"` // "serve", "index"
	Since   time.Time `json:"since"`
}

// Error names the process.
func (e *LockedError) Error() string {
	if e.Owner.PID == 0 {
		return "the index is in use by another copydesk"
	}
	return fmt.Sprintf("the index is in use by copydesk %s (process %d, since %s)",
		e.Owner.Command, e.Owner.PID, e.Owner.Since.Local().Format("15:04 on 2 Jan"))
}

// lock is held on a file beside the index; the system lets go of it when the process ends, however it ends.
type lock struct {
	file  *flock.Flock
	owner string // path of the file that says who has the lock
}

func acquire(data, command string) (*lock, error) {
	if err := os.MkdirAll(data, 0o700); err != nil {
		return nil, fmt.Errorf("data folder: %w", err)
	}
	l := &lock{flock.New(filepath.Join(data, "lock")), filepath.Join(data, "owner.json")}
	ok, err := l.file.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock index: %w", err)
	}
	if !ok {
		return nil, &LockedError{readOwner(l.owner)}
	}
	me, err := json.Marshal(Owner{os.Getpid(), command, time.Now()})
	if err == nil {
		err = os.WriteFile(l.owner, me, 0o600)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("lock index: %w", err), l.file.Unlock())
	}
	return l, nil
}

// readOwner is the zero Owner if the file cannot be read: the owner may be about to write it.
func readOwner(path string) Owner {
	var o Owner
	if data, err := os.ReadFile(path); err == nil {
		_ = json.Unmarshal(data, &o)
	}
	return o
}

func (l *lock) release() error {
	return errors.Join(os.Remove(l.owner), l.file.Close())
}
