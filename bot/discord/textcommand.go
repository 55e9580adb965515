package discord

// How the commands and options are described that no other text file has.
const (
	textArticleDescription      = "Show an article's card: where and when it ran, and whom it quotes"
	textWhichArticleDescription = "Words of its headline; then pick one of the suggestions"
	textDeskDescription         = "What the archive holds, how up to date it is, and this server's settings"
	textReceiptDescription      = "Find an answer or a check again by its number"
	textReceiptIDDescription    = "The number below the answer or the check"
	textForgetDescription       = "Delete your receipts and feedback"
)
