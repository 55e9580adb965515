// Copydesk is a Discord bot for newsrooms. It indexes a newsroom's own archive and answers reporters' questions with
// the passages that answer them, word for word, each with its article and with who inside the article says it.
//
// # The house, bottom up
//
// Imports run one way, and imports_test.go holds the table.
//
// [copydesk/corpus] holds what an archive is made of: Article, Paragraph, Passage, and the byte Spans by which
// everything shown is cut from the article's own text. It splits text into paragraphs, sentences and passages, walks
// files, and says what a Reader is. [copydesk/corpus/wiretext] and [copydesk/corpus/ninjs] are the readers, one
// a format. [copydesk/corpus/quote] finds quotations and reported speech, and who says them.
// [copydesk/corpus/draft] reads what is not published yet: a pasted text or a document, bounded and distrusted.
// [copydesk/corpus/sample] is the invented archive of the demo and the tests.
//
// [copydesk/index] keeps articles on disk and searches them; nothing else knows bleve. mapping.go has the schema
// in prose, analysis.go what a word is, copy.go what versions of an article are to one another, state.go what an index keeps
// of itself, writer.go and ingest.go how articles come in, search.go how they are found, name.go who is named in them.
//
// [copydesk/bot] is the Desk. It reads a question: its words (question.go, term.go), what it limits itself to (reading.go), the
// question before it (followup.go), misspelt words (spelling.go), other words for the same (substitute.go), numbers
// and speakers asked for (number.go, speaker.go). It gathers candidates (candidate.go, story.go), looks at them closely
// (profile.go for all questions, view.go and study.go for one, evidence.go), orders them and says how sure it is (rank.go)
// and why (explain.go), and decides what a reader may see (visible.go). It knows no Discord. ACCURACY.md has what each step
// was worth. [copydesk/bot/mention] finds the days and outlets that a question mentions, [copydesk/bot/synonym] the
// synonyms of its words.
//
// It also checks quotations (check.go): checkfind.go gathers the places, checkcommon.go those of common words,
// checkbridge.go tells what a cue breaks, checkstitch.go what was run together, checkdecide.go comes to the verdict.
// [copydesk/bot/verify] compares the words, and [copydesk/bot/person] tells whether two namings are one person.
// draftcheck.go checks all quotations of a draft, which [copydesk/corpus/draft] reads and draftcheckfind.go divides.
//
// And it finds what a person said (said.go): saidfind.go gathers statements, saidwho.go, saidtitle.go and figure.go tell
// people apart, saidlist.go chooses by the topic and folds reprints.
//
// It shows an article's card (article.go, source.go), what stands around a passage (around.go), what has become of an article
// since it was shown (standing.go), and what it answers from (status.go). names.go, outlets.go and articles.go complete what
// is being typed, misspelt or not (typing.go); [copydesk/bot/mention] completes dates.
//
// [copydesk/bot/ledger] keeps what the bot has to remember through a restart: receipts, feedback, requests under way. table.go
// says how it lies in the file.
//
// [copydesk/bot/eval] measures answers to questions whose answers are known: what counts as right is in words.go and
// speaker.go, what went wrong with a question in miss.go.
//
// [copydesk/bot/discord] puts answers into Discord messages and keeps the connection; nothing else knows discordgo. An event
// comes in at service.go. interaction.go, pressed.go, feedback.go, suggest.go and mention.go read what somebody wants (commands,
// buttons, forms, options being typed, messages) and whether they may (access.go, fairness.go), task.go asks the Desk, answer.go
// sees to it that there is one outcome, and commandreply.go and messagereply.go send it. What is shown is a view (view.go): each of
// answerview.go, checkview.go, reportview.go, saidview.go and cardview.go is made from what a receipt keeps, place by place, so
// that buttons (press.go) work whenever they are pressed; contextview.go shows what stands around a place. receipt.go shows the
// receipt itself, status.go what the archive has and a server's settings. definition.go has the commands and command.go
// registers them. journal.go and takeup.go end after a restart what was under way; FAULTS.md has what users see when Discord
// fails. Every word that users see is in the files text*.go, but for the names of commands in other languages (german.go,
// french.go, spanish.go).
// gateway.go keeps the connection, rest.go makes the requests. [copydesk/bot/discord/markdown] writes text as Discord shows it.
// [copydesk/bot/discord/discordtest] is a double of Discord, over real HTTP and WebSocket, for tests and the demo.
// [copydesk/bot/discord/discordpage] shows it to a browser, as a page that works like Discord.
// [copydesk/cmd/copydesk-load] has that double send the bot more than a newsroom would, and measures it.
//
// This package wires them: one file a subcommand, main.go for signals and exit codes, cli.go for the settings, explain.go for
// what errors say to the operator, library.go with librarydesk.go for an index that comes and goes while the bot runs, control.go
// with remote.go for commands that ask the running bot, and book.go with bookremote.go for the receipts, here or there.
// checkpage.go with checkpage.html and checksides.go is the page of a draft's report. demopage.go is the bot in
// demonewsroom.go's newsroom.
//
// # The way of the data
//
//	file ─ Reader ─▶ Article ─ quote.Attribute ─▶ Record ─ index.Writer ─▶ bleve
//	question ─ Desk ─▶ Query ─ index.Search ─▶ Hits ─ weigh, choose, decide ─▶ Answer ─▶ Discord, terminal, JSON
//	draft ─ draft.Read ─▶ Article ─ quote.Attribute ─▶ quotations, each checked as below ─▶ Report ─▶ terminal, JSON, HTML
//	quotation ─ Desk ─▶ Queries ─ index.Search ─▶ Hits ─ align words, compare speakers ─▶ Check ─▶ terminal, JSON
//	name ─ Desk ─▶ Query ─ index.Search ─▶ Hits ─ tell people apart, choose ─▶ Statements ─▶ terminal, JSON
//	draft ─ draft.Read ─▶ Article ─ quote.Attribute ─▶ quotations and their speakers
//
// An article is read and attributed once, when it is indexed; answering reads the index only.
//
// # What always holds
//
// What is shown is sliced from the article's body, never written anew. What is withheld, canceled or under embargo is
// kept back in one place, at the moment of showing. What users type and what articles say is data: never query
// syntax, markup or a mention. One process has the index open, and a crash leaves its last commit.
package main
