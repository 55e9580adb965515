package bot

import "context"

// Standing says what has become of an article that was shown.
type Standing string

// The Standings.
const (
	// Same: it has the text that was shown.
	Same Standing = "same"
	// Changed: it has another text, or other details.
	Changed Standing = "changed"
	// Gone: it is not to be shown, or is not in the archive any more.
	Gone Standing = "gone"
)

// Standing says how the article of that ID stands to the version that a Citation named. The error is that of ctx, or one of
// the index.
func (d *Desk) Standing(ctx context.Context, article, version string) (Standing, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	record, err := d.record(article, d.reader(ctx))
	switch {
	case err != nil:
		return "", err
	case record == nil:
		return Gone, nil
	case record.Hash != version:
		return Changed, nil
	}
	return Same, nil
}
