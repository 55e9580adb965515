// Package ledger keeps what the bot has to remember through a restart, in one file: receipts of what was asked and shown,
// what readers say is wrong with it, requests under way, which message answers which, and the settings of servers.
//
// Each change is one transaction, on the disk when the method returns: a process that is killed, or loses power, leaves
// whole entries only. What is deleted is out of reach at once, but its pages are used again and not overwritten: until
// then traces of it can be read off the file, by those who may read that.
package ledger

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// Name is what the file is called in a data folder.
const Name = "receipts.db"

// DefaultKeep is how long receipts, feedback and replies are kept unless Options say.
const DefaultKeep = 90 * 24 * time.Hour

// What Open returns where the file is not to be had.
var (
	ErrLocked  = errors.New("in use by another process")
	ErrSchema  = errors.New("made by a newer version of copydesk")
	ErrDamaged = errors.New("damaged")
)

// Options are what a Ledger may be told. The zero Options will do.
type Options struct {
	// Now tells the time; nil means time.Now.
	Now func() time.Time
	// Keep is how old an entry may become until Expire deletes it; 0 means DefaultKeep.
	Keep time.Duration
}

// Ledger is an open file. Its methods may be called by many goroutines at once; those that write share commits.
type Ledger struct {
	db   *bbolt.DB
	now  func() time.Time
	keep time.Duration
	draw func() string // a new ID
}

// batchDelay is how long a write waits for others to share its commit, which takes the disk longer than that.
const batchDelay = time.Millisecond

// Open opens the file, and makes it and its folder if there is none; nobody but the owner may read either. The error is
// ErrLocked while another process has the file, ErrSchema if it is not for this version to read, and ErrDamaged if it is
// none of a Ledger.
func Open(path string, o Options) (*Ledger, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Keep == 0 {
		o.Keep = DefaultKeep
	}
	db, err := open(path)
	if err != nil {
		return nil, fmt.Errorf("ledger %s: %w", path, err)
	}
	return &Ledger{db: db, now: o.Now, keep: o.Keep, draw: newID}, nil
}

func open(path string) (*bbolt.DB, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: time.Nanosecond}) // 0 would wait for ever
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, ErrLocked
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch):
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	case err != nil:
		return nil, err
	}
	db.MaxBatchDelay = batchDelay
	if err := errors.Join(os.Chmod(path, 0o600), db.Update(prepare)); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// schema is the version of what the file holds.
const schema = 1

var (
	metaBucket = []byte("meta")
	schemaKey  = []byte("schema")
)

// prepare makes what a new file lacks, and refuses one of a later schema.
func prepare(tx *bbolt.Tx) error {
	meta, err := tx.CreateBucketIfNotExists(metaBucket)
	if err != nil {
		return err
	}
	if v := meta.Get(schemaKey); v != nil {
		n, size := binary.Uvarint(v)
		if size <= 0 {
			return ErrDamaged
		}
		if n > schema {
			return ErrSchema
		}
	}
	for _, name := range buckets() {
		if _, err := tx.CreateBucketIfNotExists(name); err != nil {
			return err
		}
	}
	return meta.Put(schemaKey, binary.AppendUvarint(nil, schema))
}

// Close waits for what is being written, and lets go of the file. No other method works after it.
func (l *Ledger) Close() error {
	if err := l.db.Close(); err != nil {
		return fmt.Errorf("close ledger: %w", err)
	}
	return nil
}
