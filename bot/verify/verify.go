// Package verify compares a quotation, as somebody pasted it, with the words of an archive: which of them are the same,
// which were changed, dropped or put in, and what of that matters. It searches nothing and knows no speakers.
//
// Words are compared, not characters: quotation marks, dashes, spaces, capitals, accents, ligatures and stops are
// typography, which is noted and set aside. What stands in [brackets] in the quotation is its editor's; an ellipsis there
// may stand for words of the archive; and where the archive breaks a quotation by its cue ("he said"), it goes on behind.
package verify
